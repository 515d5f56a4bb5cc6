/* Tests of the syntax room from words to clauses: tags, lemmas, phrases, clauses.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tables hold a sentence and what must be found in it, each clause in one line of words: lemma,
 * link, tense, what holds of it, whom it hangs under, and the heads of the phrases around it
 * ("subject=Norway", "with:Iceland"). A sentence that begins with '#' is a headline. All sentences
 * are made up. Lists and limits stand in test_syntax_lists.c, single trees in test_trees.c; here
 * the network parses, and what it errs in is left out. */
#include "syntax_spec.h"

/* --- clauses --- */

static const struct {
    const char *text, *clauses;
} clause_table[] = {
    {"Norway agreed with Iceland to open a consulate in Bergen.",
     "agree ROOT past subject=Norway with:Iceland; open INFINITIVE bare under=agree subject=Norway "
     "object=consulate in:Bergen"},
    {"Ministers from Kenya, visiting Uganda, said that Rwanda's refusal to pay would harm trade.",
     "visit PARTICIPLE bare under=say subject=Ministers object=Uganda described=Ministers; say "
     "ROOT past subject=Ministers; pay INFINITIVE bare under=harm subject=Rwanda "
     "described=refusal; harm CONTENT present under=say modal=would marker=that subject=refusal "
     "object=trade"},
    {"Finland accused Russia of violating its airspace.",
     "accuse ROOT past subject=Finland object=Russia; violate GERUND bare under=accuse marker=of "
     "subject=Russia object=airspace"},
    {"Chile urged Peru to withdraw its troops from the border.",
     "urge ROOT past subject=Chile object=Peru; withdraw INFINITIVE bare under=urge subject=Peru "
     "object=troops from:border"},
    {"The foreign minister, who also chairs the council, met Mr. Tanaka in Osaka on Monday and "
     "signed an agreement on fisheries.",
     "chair RELATIVE present under=meet marker=who subject=minister object=council "
     "described=minister; meet ROOT past subject=minister object=Tanaka in:Osaka on:Monday; sign "
     "CONJOINED past under=meet subject=minister object=agreement on:fisheries"},
    {"\"We will send ships,\" said Prime Minister Anna Holm.",
     "send CONTENT present under=say modal=will subject=We object=ships; say ROOT past "
     "subject=Holm"},
    {"The talks were useful, Mr. Holm said on Tuesday.",
     "useful CONTENT past copula under=say subject=talks; say ROOT past subject=Holm on:Tuesday"},
    {"According to the ministry, Mali has never deported journalists.",
     "deport ROOT present perfect negated subject=Mali object=journalists According:ministry"},
    {"Bolivia and Paraguay agreed on a joint patrol of the river.",
     "agree ROOT past subject=Bolivia on:patrol"},
    {"Japan promised that it would lend Fiji two patrol boats.",
     "promise ROOT past subject=Japan; lend CONTENT present under=promise modal=would marker=that "
     "subject=it recipient=Fiji object=boats"},
    {"The general denied having ordered the attack.",
     "deny ROOT past subject=general; order GERUND bare perfect under=deny subject=general "
     "object=attack"},
    {"Canada called on Israel to halt the operation.",
     "call ROOT past subject=Canada on:Israel; halt INFINITIVE bare under=call subject=Israel "
     "object=operation"},
    {"Boats seized on 2 October were released by Gabon.",
     "seize PARTICIPLE bare passive under=release subject=Boats described=Boats on:October; "
     "release ROOT past passive subject=Boats by:Gabon"},
    {"In April Sweden delivered nine patrol boats to Ukraine.",
     "deliver ROOT past subject=Sweden object=boats In:April to:Ukraine"},
    {"On 5 June 1967 Algeria broke off diplomatic relations with Portugal.",
     "break ROOT past particle=off subject=Algeria object=relations On:June with:Portugal"},
    {"If Iran refuses, France could impose sanctions.",
     "refuse ADVERBIAL present under=impose marker=If subject=Iran; impose ROOT present "
     "modal=could subject=France object=sanctions"},
    {"Send the troops home.", "send ROOT bare object=troops"},
    {"Did Norway sign the treaty?", "sign ROOT past subject=Norway object=treaty"},
    {"Why has Belgium refused to extradite him?",
     "refuse ROOT present perfect subject=Belgium; extradite INFINITIVE bare under=refuse "
     "subject=Belgium object=him"},
    {"US Secretary of State Anna Brook thanked Qatar for its help.",
     "thank ROOT past subject=Secretary object=Qatar for:help"},
    {"Both sides condemned Eritrea for supporting the rebels.",
     "condemn ROOT past subject=sides object=Eritrea; support GERUND bare under=condemn marker=for "
     "subject=Eritrea object=rebels"},
    {"The two countries are scheduled to meet in Geneva next week.",
     "schedule ROOT present passive subject=countries; meet INFINITIVE bare under=schedule "
     "subject=countries in:Geneva"},
    {"The president is committed to deepening ties with India.",
     "commit ROOT present passive subject=president; deepen GERUND bare under=commit marker=to "
     "subject=president object=ties with:India"},
    {"The mission, led by Colonel Diallo, was received by King Felipe at the palace.",
     "lead PARTICIPLE bare passive under=receive subject=mission described=mission by:Diallo; "
     "receive ROOT past passive subject=mission by:Felipe at:palace"},
    {"The envoy has paid a visit to Tirana and had talks with President Begaj.",
     "pay ROOT present perfect subject=envoy object=visit to:Tirana; have CONJOINED past under=pay "
     "subject=envoy object=talks with:Begaj"},
    {"Ethiopia did not arrest the reporters, the spokesman told journalists.",
     "arrest CONTENT past negated under=tell subject=Ethiopia object=reporters; tell ROOT past "
     "subject=spokesman object=journalists"},
    {"The army could also lend helicopters, he added.",
     "lend CONTENT present under=add modal=could subject=army object=helicopters; add ROOT past "
     "subject=he"},
    {"Turkey may send observers, according to Foreign Minister Fidan.",
     "send ROOT present modal=may subject=Turkey object=observers according:Fidan"},
    {"Prime Minister Kaja Holm of Estonia and President Ruto of Kenya will meet in Tallinn in May.",
     "meet ROOT present modal=will subject=Holm in:Tallinn in:May"},
    {"Peru, Chile and Bolivia condemned the coup, while Cuba praised it.",
     "condemn ROOT past subject=Peru object=coup; praise ADVERBIAL past under=condemn marker=while "
     "subject=Cuba object=it"},
    {"The minister said the talks with Oman were useful and that a deal was near.",
     "say ROOT past subject=minister; useful CONTENT past copula under=say subject=talks; be "
     "CONTENT past copula under=say marker=that subject=deal"},
    {"Serbia, the spokesman said, would not recognise the vote.",
     "say ROOT past subject=spokesman; recognise CONTENT present negated under=say modal=would "
     "subject=Serbia object=vote"},
    {"The agreement, which was signed in Rome, allows Italy to send migrants to Albania.",
     "sign RELATIVE past passive under=allow marker=which subject=agreement described=agreement "
     "in:Rome; allow ROOT present subject=agreement object=Italy; send INFINITIVE bare under=allow "
     "subject=Italy object=migrants to:Albania"},
    {"There were no casualties.", "be ROOT past copula subject=casualties"},
    {"The council urged the government of Togo to free the prisoners and to hold elections.",
     "urge ROOT past subject=council object=government; free INFINITIVE bare under=urge "
     "subject=government object=prisoners; hold CONJOINED bare under=free subject=government "
     "object=elections"},
    {"After visiting Cairo, the envoy flew to Amman, where he met King Abdullah.",
     "visit ADVERBIAL bare under=fly marker=After subject=envoy object=Cairo; fly ROOT past "
     "subject=envoy to:Amman; meet RELATIVE past under=fly marker=where subject=he object=Abdullah "
     "described=Amman"},
    {"Poland is ready to host the talks.",
     "ready ROOT present copula subject=Poland; host INFINITIVE bare under=ready subject=Poland "
     "object=talks"},
    {"Thailand's refusal to accept the ruling angered Cambodia.",
     "accept INFINITIVE bare under=anger subject=Thailand object=ruling described=refusal; anger "
     "ROOT past subject=refusal object=Cambodia"},
    {"The court sentenced two Iranians to death.",
     "sentence ROOT past subject=court object=Iranians to:death"},
    {"Sanctions on Belarus were extended by the European Union on Thursday.",
     "extend ROOT past passive subject=Sanctions by:Union on:Thursday"},
    {"He thanked Japan for having sent rescue teams.",
     "thank ROOT past subject=He object=Japan; send GERUND bare perfect under=thank marker=for "
     "subject=Japan object=teams"},
    {"The two leaders discussed trade, energy and security and agreed to meet again.",
     "discuss ROOT past subject=leaders object=trade; agree CONJOINED past under=discuss "
     "subject=leaders; meet INFINITIVE bare under=agree subject=leaders"},
    {"The United States accused China and Russia of arming the rebels.",
     "accuse ROOT past subject=States object=China; arm GERUND bare under=accuse marker=of "
     "subject=China object=rebels"},
    {"Asked about the arrests, the minister declined to comment.",
     "ask PARTICIPLE bare passive under=decline subject=minister about:arrests; decline ROOT past "
     "subject=minister; comment INFINITIVE bare under=decline subject=minister"},
    {"Denmark will neither send ships nor pay for them.",
     "send ROOT present negated modal=will subject=Denmark object=ships; pay CONJOINED present "
     "negated under=send modal=will subject=Denmark for:them"},
    {"The ship carrying 200 migrants sank.",
     "carry PARTICIPLE bare under=sink subject=ship object=migrants described=ship; sink ROOT past "
     "subject=ship"},
    {"The delegation of the Norwegian Ministry of Fisheries, which arrived on 3 May, left "
     "yesterday.",
     "arrive RELATIVE past under=leave marker=which subject=delegation described=delegation "
     "on:May; leave ROOT past subject=delegation"},
    {"Ghana warned that unless Togo stopped the raids, it would close the border.",
     "warn ROOT past subject=Ghana; stop ADVERBIAL past under=close marker=unless subject=Togo "
     "object=raids; close CONTENT present under=warn modal=would marker=that subject=it "
     "object=border"},
    {"The United Nations will send an envoy and the European Union has promised aid.",
     "send ROOT present modal=will subject=Nations object=envoy; promise CONJOINED present perfect "
     "under=send subject=Union object=aid"},
    {"China's Vice Premier Liu Wenhai arrived in Lisbon on Tuesday for a three-day visit.",
     "arrive ROOT past subject=Wenhai in:Lisbon on:Tuesday for:visit"},
    {"During the talks, the ministers signed an agreement on visa-free travel and discussed the "
     "war in Sudan.",
     "sign ROOT past subject=ministers object=agreement During:talks on:travel; discuss CONJOINED "
     "past under=sign subject=ministers object=war in:Sudan"},
    {"The president, accompanied by his wife, will travel to Nairobi, Kampala and Kigali.",
     "accompany PARTICIPLE bare passive under=travel subject=president described=president "
     "by:wife; travel ROOT present modal=will subject=president to:Nairobi"},
    {"Uruguay's parliament ratified the treaty with Argentina by a large majority.",
     "ratify ROOT past subject=parliament object=treaty with:Argentina by:majority"},
    {"They were accused of having supplied weapons to the rebels.",
     "accuse ROOT past passive subject=They; supply GERUND bare perfect under=accuse marker=of "
     "subject=They object=weapons to:rebels"},
    {"The ambassador said that his country \"would never accept\" the plan, which Ghana had "
     "proposed.",
     "say ROOT past subject=ambassador; accept CONTENT present negated under=say modal=would "
     "marker=that subject=country object=plan; propose RELATIVE past perfect under=accept "
     "marker=which subject=Ghana object=plan described=plan"},
    {"Foreign ministry spokeswoman Hua Li told a press briefing that Beijing opposed the "
     "sanctions.",
     "tell ROOT past subject=Li object=briefing; oppose CONTENT past under=tell marker=that "
     "subject=Beijing object=sanctions"},
    {"Police in Lagos have detained four Chinese nationals suspected of smuggling gold.",
     "detain ROOT present perfect subject=Police object=nationals; suspect PARTICIPLE bare passive "
     "under=detain subject=nationals described=nationals; smuggle GERUND bare under=suspect "
     "marker=of subject=nationals object=gold"},
    {"Austria and Hungary, which share a border, agreed to exchange data on migrants.",
     "share RELATIVE present under=agree marker=which subject=Austria object=border "
     "described=Austria; agree ROOT past subject=Austria; exchange INFINITIVE bare under=agree "
     "subject=Austria object=data on:migrants"},
    {"The embargo was imposed after Libya seized two oil tankers.",
     "impose ROOT past passive subject=embargo; seize ADVERBIAL past under=impose marker=after "
     "subject=Libya object=tankers"},
    {"When Angola closed its airspace, Zambia protested.",
     "close ADVERBIAL past under=protest marker=When subject=Angola object=airspace; protest ROOT "
     "past subject=Zambia"},
    {"What did Cyprus demand?", "demand ROOT past subject=Cyprus"},
    {"The talks will be hosted by Qatar, whose emir visited Paris last month.",
     "host ROOT present passive modal=will subject=talks by:Qatar; visit RELATIVE past under=host "
     "marker=whose subject=emir object=Paris described=Qatar"},
    {"Both countries, he stressed, had to respect the ceasefire.",
     "stress ROOT past subject=he; have CONTENT past under=stress subject=countries; respect "
     "INFINITIVE bare under=have subject=countries object=ceasefire"},
    {"Lebanon has asked Interpol to arrest the banker.",
     "ask ROOT present perfect subject=Lebanon object=Interpol; arrest INFINITIVE bare under=ask "
     "subject=Interpol object=banker"},
    {"The army is preparing to withdraw from Goma.",
     "prepare ROOT present progressive subject=army; withdraw INFINITIVE bare under=prepare "
     "subject=army from:Goma"},
    {"The commission found that the police had tortured prisoners and that no one had been "
     "punished.",
     "find ROOT past subject=commission; torture CONTENT past perfect under=find marker=that "
     "subject=police object=prisoners; punish CONTENT past passive perfect under=find marker=that "
     "subject=one"},
    {"The navy rescued at least 40 people off the coast of Malta on Friday.",
     "rescue ROOT past subject=navy object=people off:coast on:Friday"},
    {"Iceland, Norway and Liechtenstein joined the sanctions.",
     "join ROOT past subject=Iceland object=sanctions"},
    {"Sri Lanka's cabinet has decided not to renew the port deal with the Chinese company.",
     "decide ROOT present perfect subject=cabinet; renew INFINITIVE bare negated under=decide "
     "subject=cabinet object=deal with:company"},
    {"A spokesman for the rebels said they were ready to release the hostages.",
     "say ROOT past subject=spokesman; ready CONTENT past copula under=say subject=they; release "
     "INFINITIVE bare under=ready subject=they object=hostages"},
    {"The minister thanked his host for the warm welcome and invited him to visit Lima next year.",
     "thank ROOT past subject=minister object=host for:welcome; invite CONJOINED past under=thank "
     "subject=minister object=him; visit INFINITIVE bare under=invite subject=him object=Lima"},
    {"Moscow and Beijing have long been partners.",
     "be ROOT present perfect copula subject=Moscow object=partners"},
    {"The prime minister resigned on Monday, saying he had lost the confidence of the parliament.",
     "resign ROOT past subject=minister on:Monday; say PARTICIPLE bare under=resign "
     "subject=minister; lose CONTENT past perfect under=say subject=he object=confidence"},
    {"Nepal withdrew its ambassador from Delhi to protest against the blockade.",
     "withdraw ROOT past subject=Nepal object=ambassador from:Delhi; protest INFINITIVE bare "
     "under=withdraw subject=Nepal against:blockade"},
    {"Morocco is going to buy drones from Turkey.",
     "buy ROOT present modal=going subject=Morocco object=drones from:Turkey"},
    {"The Dutch foreign minister is expected to arrive in Jakarta on Wednesday.",
     "expect ROOT present passive subject=minister; arrive INFINITIVE bare under=expect "
     "subject=minister in:Jakarta on:Wednesday"},
    {"Algeria recalled its ambassador because France had backed the plan.",
     "recall ROOT past subject=Algeria object=ambassador; back ADVERBIAL past perfect under=recall "
     "marker=because subject=France object=plan"},
    {"Georgia gave Moldova two generators.",
     "give ROOT past subject=Georgia recipient=Moldova object=generators"},
    {"Hungary was given a loan by China.",
     "give ROOT past passive subject=Hungary object=loan by:China"},
    {"The Greek government called for an inquiry into the sinking.",
     "call ROOT past subject=government for:inquiry into:sinking"},
    {"Colombia has broken off talks with the guerrillas.",
     "break ROOT present perfect particle=off subject=Colombia object=talks with:guerrillas"},
    {"Mexico's president said he would not attend the summit unless Cuba was invited.",
     "say ROOT past subject=president; attend CONTENT present negated under=say modal=would "
     "subject=he object=summit; invite ADVERBIAL past passive under=attend marker=unless "
     "subject=Cuba"},
    {"The rebels, who control the north, freed the hostages on 12 June 2019.",
     "control RELATIVE present under=free marker=who subject=rebels object=north described=rebels; "
     "free ROOT past subject=rebels object=hostages on:June"},
    {"Egypt and Ethiopia failed to agree on the dam.",
     "fail ROOT past subject=Egypt; agree INFINITIVE bare under=fail subject=Egypt on:dam"},
    {"Australia apologised to East Timor.", "apologise ROOT past subject=Australia to:Timor"},
    {"The ceasefire that Yemen announced in March has collapsed.",
     "announce RELATIVE past under=collapse marker=that subject=Yemen object=ceasefire "
     "described=ceasefire in:March; collapse ROOT present perfect subject=ceasefire"},
    {"Spain, which holds the presidency, proposed a compromise that Malta rejected.",
     "hold RELATIVE present under=propose marker=which subject=Spain object=presidency "
     "described=Spain; propose ROOT past subject=Spain object=compromise; reject RELATIVE past "
     "under=propose marker=that subject=Malta object=compromise described=compromise"},
    {"The prosecutor charged the former governor with accepting bribes.",
     "charge ROOT past subject=prosecutor object=governor; accept GERUND bare under=charge "
     "marker=with subject=governor object=bribes"},
    {"South Korea fired warning shots after a drone crossed the border.",
     "fire ROOT past subject=Korea object=shots; cross ADVERBIAL past under=fire marker=after "
     "subject=drone object=border"},
    {"The trade minister stressed the importance of the agreement.",
     "stress ROOT past subject=minister object=importance"},
    {"Neither side commented.", "comment ROOT past subject=side"},
    {"Somalia welcomed the decision of the United Arab Emirates to withdraw its forces.",
     "welcome ROOT past subject=Somalia object=decision; withdraw INFINITIVE bare under=welcome "
     "subject=Emirates object=forces"},
    {"Croatia would like to join the mission, Prime Minister Horvat told parliament.",
     "like CONTENT present under=tell modal=would subject=Croatia; join INFINITIVE bare under=like "
     "subject=Croatia object=mission; tell ROOT past subject=Horvat object=parliament"},
    {"The two ministers met on the sidelines of the summit in Bali.",
     "meet ROOT past subject=ministers on:sidelines in:Bali"},
    {"Ukraine's president asked for more weapons.", "ask ROOT past subject=president for:weapons"},
    {"Vietnam protested against China's drilling in disputed waters.",
     "protest ROOT past subject=Vietnam against:drilling in:waters"},
    {"Oman, Kuwait and Qatar have offered to mediate between the parties.",
     "offer ROOT present perfect subject=Oman; mediate INFINITIVE bare under=offer subject=Oman "
     "between:parties"},
    {"Slovakia's Robert Fico warned Brussels not to interfere.",
     "warn ROOT past subject=Fico object=Brussels; interfere INFINITIVE bare negated under=warn "
     "subject=Brussels"},
    {"It was the first visit by a Danish minister to Bhutan since 1998.",
     "be ROOT past copula subject=It object=visit by:minister to:Bhutan since:1998"},
    {"The hostages were flown to Muscat and handed over to Swiss diplomats.",
     "fly ROOT past passive subject=hostages to:Muscat; hand CONJOINED past passive under=fly "
     "particle=over subject=hostages to:diplomats"},
    {"The government has been accused of failing to protect minorities.",
     "accuse ROOT present passive perfect subject=government; fail GERUND bare under=accuse "
     "marker=of subject=government; protect INFINITIVE bare under=fail subject=government "
     "object=minorities"},
    {"Lawmakers in Warsaw voted to ban imports of Russian coal.",
     "vote ROOT past subject=Lawmakers; ban INFINITIVE bare under=vote subject=Lawmakers "
     "object=imports"},
    {"Singapore seized 12 tonnes of ivory shipped from Nigeria.",
     "seize ROOT past subject=Singapore object=tonnes; ship PARTICIPLE bare passive under=seize "
     "subject=ivory described=ivory from:Nigeria"},
    {"\"Our patience is over,\" the minister warned.",
     "be CONTENT present copula under=warn subject=patience; warn ROOT past subject=minister"},
    {"As Honduras had promised, it recognised Kosovo.",
     "promise ADVERBIAL past perfect under=recognise marker=As subject=Honduras; recognise ROOT "
     "past subject=it object=Kosovo"},
    {"The plan to build a base on the island angered local fishermen.",
     "build INFINITIVE bare under=anger object=base described=plan on:island; anger ROOT past "
     "subject=plan object=fishermen"},
    {"The International Criminal Court issued an arrest warrant for the general.",
     "issue ROOT past subject=Court object=warrant for:general"},
    {"The Philippines and Japan signed a defence pact on Monday, paving the way for joint drills.",
     "sign ROOT past subject=Philippines object=pact on:Monday; pave PARTICIPLE bare under=sign "
     "subject=Philippines object=way for:drills"},
    {"Venezuela's National Assembly approved the law despite protests.",
     "approve ROOT past subject=Assembly object=law despite:protests"},
    {"Cuban doctors will be sent to Angola in June.",
     "send ROOT present passive modal=will subject=doctors to:Angola in:June"},
    {"The deal was announced by Foreign Minister Wang and his Hungarian counterpart.",
     "announce ROOT past passive subject=deal by:Wang"},
    {"Madagascar has banned the export of vanilla.",
     "ban ROOT present perfect subject=Madagascar object=export"},
    {"Botswana lifted the ban on hunting elephants.",
     "lift ROOT past subject=Botswana object=ban; hunt GERUND bare under=lift marker=on "
     "subject=Botswana object=elephants"},
    {"The minister was quoted as saying that the bridge would be rebuilt.",
     "quote ROOT past passive subject=minister; say ADVERBIAL bare under=quote marker=as "
     "subject=minister; rebuild CONTENT present passive under=say modal=would marker=that "
     "subject=bridge"},
    {"Jordan's king hosted the leaders of Egypt and Iraq in Aqaba on Sunday.",
     "host ROOT past subject=king object=leaders in:Aqaba on:Sunday"},
    {"Protesters stormed the embassy of Sweden in Baghdad and set it on fire.",
     "storm ROOT past subject=Protesters object=embassy in:Baghdad; set CONJOINED past under=storm "
     "subject=Protesters object=it on:fire"},
    {"Without naming Pakistan, the minister said that neighbours were arming militants.",
     "name ADVERBIAL bare under=say marker=Without subject=minister object=Pakistan; say ROOT past "
     "subject=minister; arm CONTENT past progressive under=say marker=that subject=neighbours "
     "object=militants"},
    {"Latvia and its neighbours have stopped buying Russian electricity.",
     "stop ROOT present perfect subject=Latvia; buy GERUND bare under=stop subject=Latvia "
     "object=electricity"},
    {"The chancellor called the attack a crime and promised to punish those responsible.",
     "call ROOT past subject=chancellor object=attack; promise CONJOINED past under=call "
     "subject=chancellor; punish INFINITIVE bare under=promise subject=chancellor object=those"},
    {"The parliament voted against the treaty.",
     "vote ROOT past subject=parliament against:treaty"},
    {"Barbados became a republic in 2021.",
     "become ROOT past subject=Barbados object=republic in:2021"},
    {"Senegal has had diplomatic relations with Cuba since 1974.",
     "have ROOT present perfect subject=Senegal object=relations with:Cuba since:1974"},
    {"#Dakar Warns Nouakchott over Seized Boats",
     "warn ROOT present subject=Dakar object=Nouakchott over:Boats"},
    {"#Norway bans Polar Air", "ban ROOT present subject=Norway object=Air"},
    {"#Ambassador Summoned Over Border Clash",
     "summon ROOT past passive subject=Ambassador Over:Clash"},
    {"#Sweden and Finland sign defence pact", "sign ROOT present subject=Sweden object=pact"},
    {"#UN Condemns Attack on Convoy in Darfur",
     "condemn ROOT present subject=UN object=Attack on:Convoy in:Darfur"},
    {"#Chinese Vice Premier Meets Belgian Prime Minister in Brussels",
     "meet ROOT present subject=Premier object=Minister in:Brussels"},
    {"#Two Killed in Clash Near Border", "kill ROOT past passive subject=Two in:Clash Near:Border"},
    {"#Ghana Urges Togo to Withdraw Troops",
     "urge ROOT present subject=Ghana object=Togo; withdraw INFINITIVE bare under=urge "
     "subject=Togo object=Troops"},
    {"#France expels three Russian diplomats",
     "expel ROOT present subject=France object=diplomats"},
    {"#Mali, Niger Agree to Share Intelligence",
     "agree ROOT present subject=Mali; share INFINITIVE bare under=agree subject=Mali "
     "object=Intelligence"},
    {"#Turkey's Foreign Minister Visits Libya", "visit ROOT present subject=Minister object=Libya"},
    {"#Egypt Offers Aid to Sudan", "offer ROOT present subject=Egypt object=Aid to:Sudan"},
    {"President Mahamat of Chad arrived in Beijing for talks with his counterpart, Wei Ming, on "
     "Monday.",
     "arrive ROOT past subject=Mahamat in:Beijing for:talks with:counterpart on:Monday"},
    {"The two sides agreed to establish a joint committee and to resume direct flights between "
     "Baku and Yerevan.",
     "agree ROOT past subject=sides; establish INFINITIVE bare under=agree subject=sides "
     "object=committee; resume CONJOINED bare under=establish subject=sides object=flights "
     "between:Baku"},
    {"Hungary and Slovakia blocked the sanctions, which the Commission had proposed in May.",
     "block ROOT past subject=Hungary object=sanctions; propose RELATIVE past perfect under=block "
     "marker=which subject=Commission object=sanctions described=sanctions in:May"},
    {"The minister expressed concern over the arrest of the journalist and called on the "
     "authorities to release her immediately.",
     "express ROOT past subject=minister object=concern over:arrest; call CONJOINED past "
     "under=express subject=minister on:authorities; release INFINITIVE bare under=call "
     "subject=authorities object=her"},
    {"Zimbabwe's parliament speaker received a delegation led by the chairman of the Namibian "
     "National Council.",
     "receive ROOT past subject=speaker object=delegation; lead PARTICIPLE bare passive "
     "under=receive subject=delegation described=delegation by:chairman"},
    {"Israel and the United Arab Emirates will open embassies in each other's capitals.",
     "open ROOT present modal=will subject=Israel object=embassies in:capitals"},
    {"On Thursday, the Security Council adopted a resolution that demands an end to the fighting.",
     "adopt ROOT past subject=Council object=resolution On:Thursday; demand RELATIVE present "
     "under=adopt marker=that subject=resolution object=end described=resolution to:fighting"},
    {"Since 2015 the two neighbours have not exchanged ambassadors.",
     "exchange ROOT present perfect negated subject=neighbours object=ambassadors Since:2015"},
    {"Mongolia and Japan marked the 50th anniversary of the establishment of diplomatic relations.",
     "mark ROOT past subject=Mongolia object=anniversary"},
    {"The Vatican denied that the Pope had refused to meet the ambassador.",
     "deny ROOT past subject=Vatican; refuse CONTENT past perfect under=deny marker=that "
     "subject=Pope; meet INFINITIVE bare under=refuse subject=Pope object=ambassador"},
    {"Rwanda-backed rebels seized the airport in Goma, killing at least 13 peacekeepers.",
     "seize ROOT past subject=rebels object=airport in:Goma; kill PARTICIPLE bare under=seize "
     "subject=rebels object=peacekeepers"},
    {"Kazakhstan, Uzbekistan and Kyrgyzstan signed a treaty on their common border in Khujand on "
     "31 March.",
     "sign ROOT past subject=Kazakhstan object=treaty on:border in:Khujand on:March"},
    {"The ambassador, Pavel Novak, was told to leave the country within 48 hours.",
     "tell ROOT past passive subject=ambassador; leave INFINITIVE bare under=tell "
     "subject=ambassador object=country within:hours"},
    {"The European Commission will lend Moldova 150 million euros.",
     "lend ROOT present modal=will subject=Commission recipient=Moldova object=euros"},
    {"\"We support Somalia's unity,\" said the president, who visited Mogadishu in January.",
     "support CONTENT present under=say subject=We object=unity; say ROOT past subject=president; "
     "visit RELATIVE past under=say marker=who subject=president object=Mogadishu "
     "described=president in:January"},
    {"The army chief said soldiers had been sent to the border to stop smugglers, not to attack "
     "Tajikistan.",
     "say ROOT past subject=chief; send CONTENT past passive perfect under=say subject=soldiers "
     "to:border; stop INFINITIVE bare under=send subject=soldiers object=smugglers; attack "
     "CONJOINED bare negated under=stop subject=soldiers object=Tajikistan"},
    {"The foreign ministers of Brazil, Argentina and Paraguay met in Asuncion yesterday to discuss "
     "the tariff dispute.",
     "meet ROOT past subject=ministers in:Asuncion; discuss INFINITIVE bare under=meet "
     "subject=ministers object=dispute"},
    {"Qatar-based mediators hope both sides will accept the proposal.",
     "hope ROOT present subject=mediators; accept CONTENT present under=hope modal=will "
     "subject=sides object=proposal"},
    {"The prime ministers of Spain and Portugal opened the bridge together.",
     "open ROOT past subject=ministers object=bridge"},
    {"Denmark has never had and will never have nuclear weapons.",
     "have ROOT present perfect negated subject=Denmark object=weapons; have CONJOINED present "
     "negated under=have modal=will subject=Denmark object=weapons"},
    {"Deputy Prime Minister Tomas Nagy told reporters after the meeting that Bratislava would veto "
     "the plan unless Kyiv reopened the pipeline.",
     "tell ROOT past subject=Nagy object=reporters after:meeting; veto CONTENT present under=tell "
     "modal=would marker=that subject=Bratislava object=plan; reopen ADVERBIAL past under=veto "
     "marker=unless subject=Kyiv object=pipeline"},
    {"Thousands of people marched in Tbilisi to demand new elections.",
     "march ROOT past subject=Thousands in:Tbilisi; demand INFINITIVE bare under=march "
     "subject=Thousands object=elections"},
    {"The agreement was signed by the Minister of Trade and Industry, Aisha Bello, and the Chinese "
     "ambassador, Li Wen.",
     "sign ROOT past passive subject=agreement by:Minister"},
    {"Chancellor Weber congratulated President-elect Duarte on his victory and invited him to "
     "Berlin.",
     "congratulate ROOT past subject=Weber object=Duarte on:victory; invite CONJOINED past "
     "under=congratulate subject=Weber object=him to:Berlin"},
    {"The parties to the treaty undertake not to transfer such weapons.",
     "undertake ROOT present subject=parties; transfer INFINITIVE bare negated under=undertake "
     "subject=parties object=weapons"},
    {"It is not clear whether Eritrea will attend.",
     "clear ROOT present negated copula subject=It; attend CONTENT present under=clear modal=will "
     "marker=whether subject=Eritrea"},
    {"The Maldives asked India to withdraw its soldiers by 15 March.",
     "ask ROOT past subject=Maldives object=India; withdraw INFINITIVE bare under=ask "
     "subject=India object=soldiers by:March"},
    {"Peace talks between Armenia and Azerbaijan were held in Munich under German mediation.",
     "hold ROOT past passive subject=talks in:Munich under:mediation"},
    {"Syria accused Israel of attacking Damascus airport, saying two soldiers were killed.",
     "accuse ROOT past subject=Syria object=Israel; attack GERUND bare under=accuse marker=of "
     "subject=Israel object=airport; say PARTICIPLE bare under=accuse subject=Syria; kill CONTENT "
     "past passive under=say subject=soldiers"},
    {"Last week Ghana expelled the envoy of Burkina Faso and closed two border crossings.",
     "expel ROOT past subject=Ghana object=envoy; close CONJOINED past under=expel subject=Ghana "
     "object=crossings"},
    {"‘The deal is dead,’ said the Maltese minister, adding that Valletta would withdraw its "
     "signature.",
     "dead CONTENT present copula under=say subject=deal; say ROOT past subject=minister; add "
     "PARTICIPLE bare under=say subject=minister; withdraw CONTENT present under=add modal=would "
     "marker=that subject=Valletta object=signature"},
    {"She added: ‘We will not pay’.",
     "add ROOT past subject=She; pay CONTENT present negated under=add modal=will subject=We"},
    {"The prime minister, according to his office, will visit Tunis on 5 May and meet President "
     "Saied.",
     "visit ROOT present modal=will subject=minister object=Tunis according:office on:May; meet "
     "CONJOINED present under=visit modal=will subject=minister object=Saied"},
    {"The ministers' talks on the border ended without agreement.",
     "end ROOT past subject=talks without:agreement"},
    {"He repeated his call for an end to the siege and for the release of all hostages.",
     "repeat ROOT past subject=He object=call for:end to:siege for:release"},
    {"Under the deal, Iceland will export fish to Japan, which in return will lower its tariffs.",
     "export ROOT present modal=will subject=Iceland object=fish Under:deal to:Japan; lower "
     "RELATIVE present under=export modal=will marker=which subject=Japan object=tariffs "
     "described=Japan in:return"},
    {"The Sultan of Oman and the President of Iran discussed the pipeline by telephone.",
     "discuss ROOT past subject=Sultan object=pipeline by:telephone"},
    {"The talks, the third this year, were mediated by Norway.",
     "mediate ROOT past passive subject=talks by:Norway"},
    {"Nigeria, whose troops entered Niger last week, has denied any plan to stay.",
     "enter RELATIVE past under=deny marker=whose subject=troops object=Niger described=Nigeria; "
     "deny ROOT present perfect subject=Nigeria object=plan; stay INFINITIVE bare under=deny "
     "subject=Nigeria"},
    {"The army fired on protesters in Khartoum, killing three, doctors said.",
     "fire CONTENT past under=say subject=army on:protesters in:Khartoum; kill PARTICIPLE bare "
     "under=fire subject=army object=three; say ROOT past subject=doctors"},
    {"Laos wants Vietnam to build the railway.",
     "want ROOT present subject=Laos object=Vietnam; build INFINITIVE bare under=want "
     "subject=Vietnam object=railway"},
    {"The European Union, Britain and Canada imposed sanctions on eleven officials accused of "
     "torture.",
     "impose ROOT past subject=Union object=sanctions on:officials; accuse PARTICIPLE bare passive "
     "under=impose subject=officials described=officials of:torture"},
    {"The bill, passed by 120 votes to 30, allows the government to deport asylum seekers to "
     "Rwanda.",
     "pass PARTICIPLE bare passive under=allow subject=bill described=bill by:votes to:30; allow "
     "ROOT present subject=bill object=government; deport INFINITIVE bare under=allow "
     "subject=government object=seekers to:Rwanda"},
    {"No agreement was reached.", "reach ROOT past passive subject=agreement"},
    {"Swedish police have handed the suspect over to Denmark.",
     "hand ROOT present perfect particle=over subject=police object=suspect to:Denmark"},
    {"The emir is believed to have approved the plan.",
     "believe ROOT present passive subject=emir; approve INFINITIVE bare perfect under=believe "
     "subject=emir object=plan"},
    {"Kenya and Somalia on Monday reopened their border.",
     "reopen ROOT past subject=Kenya object=border on:Monday"},
    {"The two men shook hands.", "shake ROOT past subject=men object=hands"},
    {"The visit comes after Poland closed the crossing.",
     "come ROOT present subject=visit; close ADVERBIAL past under=come marker=after subject=Poland "
     "object=crossing"},
    {"Israeli Prime Minister Levy and his Greek counterpart, Eleni Papadaki, signed a memorandum "
     "on gas.",
     "sign ROOT past subject=Levy object=memorandum on:gas"},
    {"Eritrea rejected the allegation that its troops had looted Axum.",
     "reject ROOT past subject=Eritrea object=allegation; loot CONTENT past perfect under=reject "
     "marker=that subject=troops object=Axum described=allegation"},
};

static void finds_clauses(void **state)
{
    fixture *f = *state;
    size_t failures = 0;
    for (size_t i = 0; i < COUNT(clause_table); i++) {
        writer w = {0};
        parse(f, clause_table[i].text);
        for (size_t k = 0; k < f->sentence.clause_count; k++) {
            put(&w, "%s", k ? "; " : "");
            put_clause(&w, f, &f->sentence.clauses[k]);
        }
        if (strcmp(w.bytes, clause_table[i].clauses) != 0) {
            print_error("%s\nwanted %s\nfound  %s\n", clause_table[i].text, clause_table[i].clauses,
                        w.bytes);
            failures++;
        }
    }
    assert_true(failures * 20 <= COUNT(clause_table)); /* another training errs elsewhere */
}

/* What a person would copy as the content of a statement, by the lemma of its verb. */
static const struct {
    const char *text, *lemma, *complement;
} complement_table[] = {
    {"Japan promised that it would lend Fiji two patrol boats.", "promise",
     "it would lend Fiji two patrol boats"},
    {"The minister said the talks with Oman were useful and that a deal was near.", "say",
     "the talks with Oman were useful and that a deal was near"},
    {"\"We will send ships,\" said Prime Minister Anna Holm.", "say", ""},
    {"The talks were useful, Mr. Holm said on Tuesday.", "say", ""},
    {"Serbia, the spokesman said, would not recognise the vote.", "say", ""},
    {"He said: \"The border will stay closed until Armenia apologises.\"", "say",
     "The border will stay closed until Armenia apologises"},
    {"Norway agreed with Iceland to open a consulate in Bergen.", "agree",
     "with Iceland to open a consulate in Bergen"},
    {"The council urged the government of Togo to free the prisoners and to hold elections.",
     "urge", "the government of Togo to free the prisoners and to hold elections"},
    {"The minister said that Malta would veto the plan, according to a diplomat in Brussels.",
     "say", "Malta would veto the plan"},
    {"Sudan's army said on Sunday it had captured the town, adding that forty fighters "
     "surrendered.",
     "add", "forty fighters surrendered"},
    {"The ambassador said that his country \"would never accept\" the plan, which Ghana had "
     "proposed.",
     "say", "his country \"would never accept\" the plan, which Ghana had proposed"},
    {"Rwanda denies the accusations.", "deny", "the accusations"},
    {"The general denied having ordered the attack.", "deny", "having ordered the attack"},
    {"The minister, who said that Kenya would pay, met the envoy.", "say", "Kenya would pay"},
    {"The minister did not say when the talks would resume.", "say", "when the talks would resume"},
    {"#Brazil says it will lend Peru planes", "say", "it will lend Peru planes"},
};

static void gives_what_is_said(void **state)
{
    fixture *f = *state;
    size_t failures = 0;
    for (size_t i = 0; i < COUNT(complement_table); i++) {
        bool found = false;
        parse(f, complement_table[i].text);
        for (size_t k = 0; k < f->sentence.clause_count && !found; k++) {
            const syntax_clause *c = &f->sentence.clauses[k];
            if (!slice_equal(f->sentence.words[c->verb].lemma, slice_of(complement_table[i].lemma)))
                continue;
            slice got = words(f, c->complement);
            found = true;
            if (slice_equal(got, slice_of(complement_table[i].complement)))
                continue;
            print_error("%s\nwanted %s\nfound  %.*s\n", complement_table[i].text,
                        complement_table[i].complement, SLICE_ARGS(got));
            failures++;
        }
        if (!found)
            fail_msg("no verb %s: %s", complement_table[i].lemma, complement_table[i].text);
    }
    assert_int_equal(failures, 0);
}

/* --- phrases --- */

static const struct {
    const char *text, *phrases;
} phrase_table[] = {
    {"Senegal's Fisheries Minister met the Norwegian Minister of Trade.",
     "[Senegal]; [Fisheries Minister] possessor=Senegal; [the Norwegian Minister]; [Trade] "
     "attached=Minister preposition=of"},
    {"Peru, Chile and Bolivia condemned the coup.",
     "[Peru]; [Chile] conjoined=Peru; [Bolivia] conjoined=Chile; [the coup]"},
    {"Ivan Petrov, the ambassador of Serbia, left.",
     "[Ivan Petrov]; [the ambassador] apposed=Petrov; [Serbia] attached=ambassador preposition=of"},
    {"The Prime Minister of Norway and the Foreign Minister of Fiji met.",
     "[The Prime Minister]; [Norway] attached=Minister preposition=of; [the Foreign Minister] "
     "conjoined=Minister; [Fiji] attached=Minister preposition=of"},
    {"US Secretary of State Anna Brook thanked Qatar.",
     "[US Secretary]; [State] attached=Secretary preposition=of; [Anna Brook] "
     "apposed=Secretary; [Qatar]"},
    {"On 14 February 2012, the talks failed.", "[14 February 2012] preposition=On; [the talks]"},
    {"The economic and trade relations improved.", "[The economic and trade relations]"},
    {"More than 200 people fled the city of Goma.",
     "[More than 200 people]; [the city]; [Goma] attached=city preposition=of"},
    {"The Norwegian-led mission left yesterday.", "[The Norwegian-led mission]; [yesterday]"},
    {"Talks with Egypt, Sudan and Ethiopia resumed.",
     "[Talks]; [Egypt] attached=Talks preposition=with; [Sudan] conjoined=Egypt preposition=with; "
     "[Ethiopia] conjoined=Sudan preposition=with"},
    {"He told the king that Monday was too late.", "[He]; [the king]; [Monday]"},
    {"Both sides agreed.", "[Both sides]"},
    {"The minister arrived with Ahmed Ali, his deputy, on Monday.",
     "[The minister]; [Ahmed Ali] preposition=with; [his deputy] apposed=Ali; [Monday] "
     "preposition=on"},
    {"The two countries lent Fiji three large, modern ships.",
     "[The two countries]; [Fiji]; [three large, modern ships]"},
    {"China's President Xi's visit ended.",
     "[China]; [President Xi] possessor=China; [visit] possessor=Xi"},
};

static void finds_phrases(void **state)
{
    fixture *f = *state;
    size_t failures = 0;
    for (size_t i = 0; i < COUNT(phrase_table); i++) {
        writer w = {0};
        parse(f, phrase_table[i].text);
        for (size_t k = 0; k < f->sentence.phrase_count; k++) {
            put(&w, "%s", k ? "; " : "");
            put_phrase(&w, f, &f->sentence.phrases[k]);
        }
        if (strcmp(w.bytes, phrase_table[i].phrases) != 0) {
            print_error("%s\nwanted %s\nfound  %s\n", phrase_table[i].text, phrase_table[i].phrases,
                        w.bytes);
            failures++;
        }
        for (size_t k = 0; k < f->sentence.word_count; k++) {
            int p = f->sentence.phrase_of[k];
            assert_true(p < 0 ||
                        (f->sentence.phrases[p].first <= k && k < f->sentence.phrases[p].end));
        }
    }
    assert_true(failures * 10 <= COUNT(phrase_table)); /* another training errs elsewhere */
}

/* --- tags, lemmas, marks --- */

static void gives_lemmas(void **state)
{
    static const struct {
        const char *text;
        size_t word;
        const char *lemma;
    } table[] = {
        {"The boats were seized.", 1, "boat"},
        {"The boats were seized.", 2, "be"},
        {"The boats were seized.", 3, "seize"},
        {"The envoy flew home.", 2, "fly"},
        {"They have withdrawn their troops.", 2, "withdraw"},
        {"Countries met in Oslo.", 0, "country"},
        {"The crises deepened.", 1, "crisis"},
        {"The crises deepened.", 2, "deepen"},
        {"Rebels controlled the city.", 1, "control"},
        {"He was stopping ships.", 2, "stop"},
        {"Peru is denying visas.", 2, "deny"},
        {"The two ministers do n't agree.", 4, "not"},
        {"Norway invited him.", 0, "Norway"},
        {"Norway invited him.", 1, "invite"},
        {"She reiterated it.", 1, "reiterate"},
        {"The larger states objected.", 1, "large"},
    };
    fixture *f = *state;
    for (size_t i = 0; i < COUNT(table); i++) {
        parse(f, table[i].text);
        const syntax_word *found = &f->sentence.words[table[i].word];
        if (!slice_equal(found->lemma, slice_of(table[i].lemma)))
            fail_msg("%s: wanted %s, found %.*s", table[i].text, table[i].lemma,
                     SLICE_ARGS(found->lemma));
        assert_true(found->lemma_key == text_key(slice_of(table[i].lemma)));
    }
}

/* A word that is known for a name is one. */
static void heeds_marks(void **state)
{
    fixture *f = *state;
    static const uint8_t name[] = {0, 1, 0, 0};
    parse(f, "The boats left.");
    assert_int_equal(f->sentence.words[1].tag, SYNTAX_NNS);
    parse_marked(f, "The boats left.", name);
    assert_int_equal(f->sentence.words[1].tag, SYNTAX_NNPS);
    assert_true(slice_is(f->sentence.words[1].lemma, "boats"));
    assert_int_equal(f->sentence.clauses[0].subject, f->sentence.phrase_of[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_clauses), cmocka_unit_test(gives_what_is_said),
        cmocka_unit_test(finds_phrases), cmocka_unit_test(gives_lemmas),
        cmocka_unit_test(heeds_marks),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
