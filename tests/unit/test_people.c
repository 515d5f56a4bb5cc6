/* Tests of people and offices: who is named, who is one person, which offices they hold.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A case is a text and what the stage finds in it, one line a person:
 *
 *     name [surname] office/STATE + ... ~ slip ! nation claimed ? misnamed
 *
 * A former office stands in brackets, with its years where the text has them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "parser_fixture.h"
#include "reading/people.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { LINE_BYTES = 8192 };

typedef struct example {
    const char *text;
    const char *expected;
} example;

typedef struct fixture {
    kb *kb;
    test_parser parser;
    reading_engine engine;
    arena arena, scratch;
    text_report report;
    reading_state state;
    chancery_error error;
} fixture;

static const example beside[] = {
    {"The Norwegian Foreign Minister Ingrid Solvang arrived in Lima on Monday.",
     "Ingrid Solvang [Solvang] Foreign Minister/NOR"},
    {"The Norwegian Minister of Fisheries, Mr. Lars Brekke, spoke first.",
     "Lars Brekke [Brekke] Minister of Fisheries/NOR"},
    {"Senegal's Fisheries Minister, Mrs. Awa Sarr, spoke first.",
     "Awa Sarr [Sarr] Fisheries Minister/SEN"},
    {"Prime Minister of Belgium Hugo Vermeersch left for Oslo.",
     "Hugo Vermeersch [Vermeersch] Prime Minister/BEL"},
    {"U.S. Ambassador to Israel Daniel Whitlow signed the paper.",
     "Daniel Whitlow [Whitlow] Ambassador to Israel/USA"},
    {"The State Department's Deputy Assistant Secretary for African Affairs Karen Doyle "
     "joined the talks.",
     "Karen Doyle [Doyle] Deputy Assistant Secretary for African Affairs/USA"},
    {"Visiting Chinese Vice Premier, Mr. Zhao Mingde, met Mr. Peter Janssens, caretaker "
     "Prime Minister of Belgium, in Brussels.",
     "Zhao Mingde [Zhao] Vice Premier/CHN\n"
     "Peter Janssens [Janssens] caretaker Prime Minister/BEL"},
    {"Pablo Herrera, EU High Representative for the CFSP, welcomed the step.",
     "Pablo Herrera [Herrera] High Representative for the CFSP/EUR"},
    {"D. Batbayar, State Secretary of the Mongolian Ministry of Finance, opened the "
     "meeting.",
     "D. Batbayar [] State Secretary of the Ministry of Finance/MNG"},
    {"Foreign Minister and Alternate Prime Minister Doron Levin spoke in Jerusalem.",
     "Doron Levin [Levin] Foreign Minister/ISR + Alternate Prime Minister/ISR"},
    {"U.S. Special Assistant to the President and South Asia and Central Asia Coordinator "
     "Todd Marlin took part.",
     "Todd Marlin [Marlin] Special Assistant to the President/USA + South Asia and "
     "Central Asia Coordinator/USA"},
    {"The foreign ministers of Chad and Mali, Idriss Hamdane and Oumar Keita, met in "
     "Bamako.",
     "Idriss Hamdane [Hamdane] foreign minister/TCD\n"
     "Oumar Keita [Keita] foreign minister/MLI"},
    {"Kenyan and Ugandan presidents William Rutare and Moses Kintu opened the road.",
     "William Rutare [Rutare] president/KEN\n"
     "Moses Kintu [Kintu] president/UGA"},
    {"Presidents Luis Paredes of Ecuador and Marta Quiroga of Peru signed the act.",
     "Luis Paredes [Paredes] President/ECU\n"
     "Marta Quiroga [Quiroga] President/PER"},
    {"Foreign Ministers Radek Sikorny of Poland, Jan Lipa of Czechia and Juraj Blahut of "
     "Slovakia issued a statement.",
     "Radek Sikorny [Sikorny] Foreign Minister/POL\n"
     "Jan Lipa [Lipa] Foreign Minister/CZE\n"
     "Juraj Blahut [Blahut] Foreign Minister/SVK"},
    {"Edward Langham, who was leader of Canada's Liberal party between 1994 and 1999, "
     "travelled to Oslo.",
     "Edward Langham [Langham] (leader of Liberal party/CAN 1994-1999)"},
    {"Mr. Ren Guoqiang is vice chairman of the Standing Committee of the National "
     "People's Congress of China.",
     "Ren Guoqiang [Ren] vice chairman of the Standing Committee of the National People's "
     "Congress/CHN"},
    {"Wang Yide, a member of the Chinese People's Political Consultative Conference "
     "(CPPCC) National Committee and director of the Office for Foreign Languages, "
     "visited Moscow.",
     "Wang Yide [Wang] member of the Chinese People's Political Consultative Conference "
     "National Committee/CHN + director of the Office for Foreign Languages/CHN"},
    {"Hanna Kowalska was appointed Polish Ambassador to Japan in May.",
     "Hanna Kowalska [Kowalska] Ambassador to Japan/POL"},
    {"Anna Lindgren became Swedish Prime Minister in 2019.",
     "Anna Lindgren [Lindgren] Prime Minister/SWE"},
    {"King Harald of Norway appointed Lars Brekke Minister of Fisheries.",
     "Harald [Harald] King/NOR\n"
     "Lars Brekke [Brekke] Minister of Fisheries/NOR"},
    {"Ana Ruiz resigned as Foreign Minister of Colombia on Friday.",
     "Ana Ruiz [Ruiz] (Foreign Minister/COL)"},
    {"Piet Maas succeeded Jan Koster as Dutch Prime Minister.",
     "Piet Maas [Maas] Prime Minister/NLD\n"
     "Jan Koster [Koster] (Prime Minister/NLD)"},
    {"He was succeeded as Foreign Minister of Norway by Erik Dahl.",
     "Erik Dahl [Dahl] Foreign Minister/NOR"},
    {"Hana Novak visited China as the Slovenian Foreign Minister in January 2020.",
     "Hana Novak [Novak] Foreign Minister/SVN"},
    {"Hans Dorn, former Austrian Foreign Minister and now President of the European "
     "Council, spoke.",
     "Hans Dorn [Dorn] (former Foreign Minister/AUT) + President of the European "
     "Council/EUR"},
    {"The talks were chaired by the Permanent Secretary for Trade of Fiji, Mr. Jone "
     "Ravula, and by the Vice-Minister of Foreign Affairs of Timor-Leste, Ms. Lucia "
     "Amaral.",
     "Jone Ravula [Ravula] Permanent Secretary for Trade/FJI\n"
     "Lucia Amaral [Amaral] Vice-Minister of Foreign Affairs/TLS"},
    {"German Chancellor Brigitte Kern's spokesperson, Jens Pohl, denied the report.",
     "Brigitte Kern [Kern] Chancellor/DEU\n"
     "Jens Pohl [Pohl] spokesperson/DEU"},
    {"The Ambassador of Tanzania with seat in Vienna, Mrs. Asha Mrema, handed over her "
     "letters.",
     "Asha Mrema [Mrema] Ambassador/TZA"},
    {"Iceland's first Ambassador to Namibia, Mr. Einar Jonsson, came to Windhoek.",
     "Einar Jonsson [] Ambassador to Namibia/ISL"},
    {"Mr. Leroy Palmer, Jamaica's High Commissioner in Abuja, who is also Ambassador to "
     "Senegal, took part.",
     "Leroy Palmer [Palmer] High Commissioner in Abuja/JAM + Ambassador to Senegal/JAM"},
    {"Ecuador's Foreign Minister, Mr. Mateo Vaca, met his Peruvian counterpart, Mrs. Rosa "
     "Meneses, on Thursday.",
     "Mateo Vaca [Vaca] Foreign Minister/ECU\n"
     "Rosa Meneses [Meneses] Foreign Minister/PER"},
    {"The Dutch foreign minister, Joost Veldman, and his Belgian and Luxembourg "
     "colleagues, Maxime Prevot and Xavier Betel, met in The Hague.",
     "Joost Veldman [Veldman] foreign minister/NLD\n"
     "Maxime Prevot [Prevot] foreign minister/BEL\n"
     "Xavier Betel [Betel] foreign minister/LUX"},
    {"The President-elect of Brazil, Mr. Tiago Moura, visited Lisbon.",
     "Tiago Moura [Moura] President-elect/BRA"},
    {"Admiral Stig Hallberg of the Swedish Navy said that the ships had left.",
     "Stig Hallberg [Hallberg] Admiral/SWE"},
    {"Commander of U.S. Central Command Gen. Michael Kurtz visited Amman.",
     "Michael Kurtz [Kurtz] Commander of U.S. Central Command/USA"},
    {"UN Special Envoy for Yemen Martin Halloran briefed the Security Council.",
     "Martin Halloran [Halloran] Special Envoy for Yemen/UNO"},
    {"UN High Commissioner for Refugees Paolo Grandini visited Chad.",
     "Paolo Grandini [Grandini] UN High Commissioner for Refugees/UNO"},
    {"NATO Secretary General Willem Brandsma met Turkish Defence Minister Kemal Yildiran.",
     "Willem Brandsma [Brandsma] NATO Secretary General/IGO\n"
     "Kemal Yildiran [Yildiran] Defence Minister/TUR"},
    {"The OSCE chairman, Romanian Foreign Minister Mircea Goanta, will visit Baku on "
     "Friday.",
     "Mircea Goanta [Goanta] OSCE chairman/IGO + Foreign Minister/ROU"},
    {"A spokesman for the Norwegian Ministry of Defence, Major Ole Dahl, said that the "
     "ship was safe.",
     "Ole Dahl [Dahl] spokesman for the Ministry of Defence/NOR"},
    {"The head of the Cuban delegation, Mrs. Marisol Quesada, accused Washington.",
     "Marisol Quesada [Quesada] head of the delegation/CUB"},
    {"The mayor of Lyon, Pierre Lacombe, and the Governor of Texas, Greg Abbot, exchanged "
     "letters.",
     "Pierre Lacombe [Lacombe] mayor of Lyon/FRA\n"
     "Greg Abbot [Abbot] Governor of Texas/USA"},
    {"Minister for Trade, Tourism and Investment Simon Farley of Australia arrived in "
     "Jakarta.",
     "Simon Farley [Farley] Minister for Trade, Tourism and Investment/AUS"},
    {"Minister of Foreign Affairs of the Kingdom of Morocco Nabil Tazi spoke.",
     "Nabil Tazi [Tazi] Minister of Foreign Affairs/MAR"},
    {"The acting Deputy Prime Minister and Minister of Finance of Malta, Dr. Carmel "
     "Zammit, replied.",
     "Carmel Zammit [Zammit] acting Deputy Prime Minister/MLT + Minister of Finance/MLT"},
    {"The then Minister of Mining in Port Moresby, Sir Paul Kaupa, visited Cebu.",
     "Paul Kaupa [Kaupa] Minister of Mining/PNG"},
    {"The late King Hassan of Morocco and ex-President Sekou Bah of Guinea were friends.",
     "Hassan [Hassan] (late King/MAR)\n"
     "Sekou Bah [Bah] (ex-President/GIN)"},
    {"Saudi Crown Prince and Prime Minister Mohammed bin Salem received the Iraqi "
     "President.",
     "Mohammed bin Salem [] Crown Prince/SAU + Prime Minister/SAU"},
    {"The Vatican Secretary of State, Cardinal Pietro Parola, received the Lebanese Prime "
     "Minister Najib Mikatar.",
     "Pietro Parola [Parola] Secretary of State/VAT + Cardinal/VAT\n"
     "Najib Mikatar [Mikatar] Prime Minister/LBN"},
    {"Polar's director, Hamid Farrokh, denied the charge.", "Hamid Farrokh [Farrokh] director/"},
    {"The company's chief executive, Tim Hooker, visited Hanoi.",
     "Tim Hooker [Hooker] chief executive/"},
    {"The two sides were led by Kazakhstan's Deputy Prime Minister - Minister of Foreign "
     "Affairs Murat Nurtaev.",
     "Murat Nurtaev [Nurtaev] Deputy Prime Minister/KAZ + Minister of Foreign Affairs/KAZ"},
    {"Maria Lopez (Minister of Trade, Chile) and Ana Ruiz (Peru) signed.",
     "Maria Lopez [Lopez] Minister of Trade/CHL\n"
     "Ana Ruiz [Ruiz] ! PER"},
    {"As Minister of Trade, Maria Lopez of Chile signed the accord.",
     "Maria Lopez [Lopez] Minister of Trade/CHL"},
    {"The speaker of the Georgian parliament, Shalva Papunidze, rejected the criticism.",
     "Shalva Papunidze [Papunidze] speaker of the parliament/GEO"},
    {"Marcelo Ebrera, Mexico's foreign minister from 2018 to 2023, wrote a book.",
     "Marcelo Ebrera [Ebrera] (foreign minister/MEX 2018-2023)"},
    {"Jens Stolberg was NATO's secretary-general until October 2023.",
     "Jens Stolberg [Stolberg] (secretary-general/IGO -2023-10)"},
    {"H.E. the Deputy Prime Minister and Minister of Foreign Affairs of Oman, Mr. Salim "
     "bin Nasser Al-Harthy, spoke.",
     "Salim bin Nasser Al-Harthy [Al-Harthy] Deputy Prime Minister/OMN + Minister of "
     "Foreign Affairs/OMN"},
    {"The Peruvian president's spokesman, Luis Mena, denied it.", "Luis Mena [Mena] spokesman/PER"},
    {"Permanent Secretary in the Ministry of Foreign Affairs of Thailand, Sarun Charoen, "
     "chaired the meeting.",
     "Sarun Charoen [] Permanent Secretary in the Ministry of Foreign Affairs/THA"},
    {"Minister of State at the German Foreign Office Niels Anders visited Seoul.",
     "Niels Anders [Anders] Minister of State at the Foreign Office/DEU"},
    {"Malawi's President Lazarus Banda has named Grace Phiri foreign minister and Moses "
     "Chirwa finance minister.",
     "Lazarus Banda [Banda] President/MWI\n"
     "Grace Phiri [Phiri] foreign minister/MWI\n"
     "Moses Chirwa [Chirwa] finance minister/MWI"},
    {"Luis Mena, once Chile's president, and Ana Ruiz, Peru's new Foreign Minister, wrote "
     "a letter.",
     "Luis Mena [Mena] (president/CHL)\n"
     "Ana Ruiz [Ruiz] Foreign Minister/PER"},
    {"The commander of the UN force, Major General Yaw Mensah of Ghana, was wounded.",
     "Yaw Mensah [Mensah] commander of the UN force/UNO"},
    {"Under President Hu Weimin, Beijing has opened the border to India.",
     "Hu Weimin [Hu] President/CHN"},
    {"Ana Ruiz is Peru's new Foreign Minister. She was ambassador in Oslo from 2010 to "
     "2014.",
     "Ana Ruiz [Ruiz] Foreign Minister/PER + (ambassador in Oslo/PER 2010-2014)"},
};

static const example told[] = {
    {"Luisa Ferrante, who heads Italy's national water agency, resigned on Friday.",
     "Luisa Ferrante [Ferrante] head of national water agency/ITA"},
    {"Norwegian trade minister Kari Lund also chairs the Arctic Council.",
     "Kari Lund [Lund] trade minister/NOR + chair of the Arctic Council/IGO"},
    {"General Otieno Wekesa commands the Kenyan navy.",
     "Otieno Wekesa [Wekesa] commander of the navy/KEN"},
    {"Pedro Salas, who leads Chile's Green Alliance, voted against the bill.",
     "Pedro Salas [Salas] leader of Green Alliance/CHL"},
    {"Colonel Ivan Petkov, who commanded the Bulgarian garrison until 1996, was arrested in Sofia.",
     "Ivan Petkov [Petkov] (commander of the garrison/BGR -1996)"},
    {"Eero Salo, a Finnish engineer, led the team and chaired the talks.",
     "Eero Salo [Salo] ! FIN"},
    {"Jan Mertens, Belgium's former prime minister, who now heads the European Council, flew to "
     "Kyiv.",
     "Jan Mertens [Mertens] (former prime minister/BEL) + head of the European Council/EUR"},
    {"Sven Aker took over from Nils Holt as governor of Norway's central bank on Monday.",
     "Sven Aker [Aker] governor of central bank/NOR\nNils Holt [Holt] (governor of central "
     "bank/NOR)"},
    {"Klaus Reiter stepped down as Austria's interior minister and was succeeded by Eva Brandl.",
     "Klaus Reiter [Reiter] (interior minister/AUT)\nEva Brandl [Brandl] interior minister/AUT"},
    {"Joseph Mensah, who succeeded Kofi Boateng as Ghana's health minister, promised more nurses.",
     "Joseph Mensah [Mensah] health minister/GHA\nKofi Boateng [Boateng] (health minister/GHA)"},
    {"Hala Nasser is to be Jordan's next ambassador to Japan.",
     "Hala Nasser [Nasser] ambassador to Japan/JOR"},
    {"Denmark's finance minister, Mette Holm, was sworn in on Tuesday as prime minister.",
     "Mette Holm [Holm] finance minister/DNK + prime minister/DNK"},
    {"Ion Radu, Romania's justice minister, took the oath as acting president.",
     "Ion Radu [Radu] justice minister/ROU + acting president/ROU"},
    {"Latvian defence minister Juris Ozols replaced Andris Kalns in January.",
     "Juris Ozols [Ozols] defence minister/LVA\nAndris Kalns [Kalns] (defence minister/LVA)"},
    {"Tariq Mansour told reporters in Tripoli that he would serve as acting prime minister of "
     "Libya.",
     "Tariq Mansour [Mansour] acting prime minister/LBY"},
    {"Diego Paz was sworn in as Bolivia's finance minister. He succeeds Luis Arze, who had held "
     "the job since 2006.",
     "Diego Paz [Paz] finance minister/BOL\nLuis Arze [Arze] (finance minister/BOL)"},
    {"Wim Claes was not elected mayor of Ghent.", "Wim Claes [Claes]"},
    {"Mali named Fatou Keita as its future minister of culture.",
     "Fatou Keita [Keita] future minister of culture/MLI"},
    {"Governor Somchai Wongsuwan of Phuket closed the beaches.",
     "Somchai Wongsuwan [] Governor of Phuket/THA"},
    {"Mayor Rui Tavares of Porto and Governor Hu Jianping of Yunnan signed the pact.",
     "Rui Tavares [Tavares] Mayor of Porto/PRT\nHu Jianping [Hu] Governor of Yunnan/CHN"},
    {"Tuleu Bayan, the governor of Atyrau in western Kazakhstan, left for Astana.",
     "Tuleu Bayan [Bayan] governor of Atyrau/KAZ"},
    {"Court of Cassation judge Samir Haddad freed the Lebanese banker.",
     "Samir Haddad [Haddad] Court of Cassation judge/LBN"},
    {"Rolf Jansen, presiding judge of the Cologne district court, read the verdict.",
     "Rolf Jansen [Jansen] presiding judge of the Cologne district court/DEU"},
    {"Finance ministers Ana Sousa and Luca Ricci of Portugal and Italy met in Lisbon.",
     "Ana Sousa [Sousa] Finance minister/PRT\nLuca Ricci [Ricci] Finance minister/ITA"},
    {"Mayors Ana Prado of Lima and Tiago Melo of São Paulo met.",
     "Ana Prado [Prado] Mayor of Lima/PER\nTiago Melo [Melo] Mayor of São Paulo/BRA"},
    {"Nadia Rahmani, who heads Tunisia's customs service, and her counterpart in Malta, Paul "
     "Vella, signed.",
     "Nadia Rahmani [Rahmani] head of customs service/TUN\nPaul Vella [Vella] head of customs "
     "service/MLT"},
    {"Ilir Hoxha is Albania's chief prosecutor and head of its anti-corruption office.",
     "Ilir Hoxha [Hoxha] chief prosecutor/ALB + head of anti-corruption office/ALB"},
    {"Tunku Farid ibni Tunku Osman, the Malaysian ambassador to Iran, left.",
     "Farid ibni Tunku Osman [] ambassador to Iran/MYS"},
    {"The Portuguese secretary of state for fisheries, Ana Melo e Castro, agreed.",
     "Ana Melo e Castro [Castro] secretary of state for fisheries/PRT"},
    {"The retired general Musa Bello and a bookseller, Ngozi Eze, were freed in Lagos.",
     "Musa Bello [Bello]\nNgozi Eze [Eze]"},
    {"Poland named Jan Kos its ombudsman for children on Monday.",
     "Jan Kos [Kos] ombudsman for children/POL"},
    {"Ramón Díaz, Spain's ambassador to Kenya, where the interior minister, John Mwangi, received "
     "him, agreed.",
     "Ramón Díaz [Díaz] ambassador to Kenya/ESP\nJohn Mwangi [Mwangi] interior minister/KEN"},
    {"A judge in Dakar, Aminata Fall, ordered the release of the Senegalese singer Baba Sow.",
     "Aminata Fall [Fall] judge/SEN\nBaba Sow [Sow] ! SEN"},
    {"Tunisia's president dismissed his defence minister, Karim Zouari, on Friday and named Habib "
     "Elloumi in his place.",
     "Karim Zouari [Zouari] defence minister/TUN\nHabib Elloumi [Elloumi] defence minister/TUN"},
    {"Pavel Dvořák resigned as Slovakia's health minister; his successor is Jana Horváthová.",
     "Pavel Dvořák [Dvořák] (health minister/SVK)\nJana Horváthová [Horváthová] health "
     "minister/SVK"},
    {"Bashir Noor will become Somalia's ambassador to Kenya in June.",
     "Bashir Noor [] ambassador to Kenya/SOM"},
    {"The army of Niger made Colonel Sani Abdou head of the junta.",
     "Sani Abdou [Abdou] head of the junta/NER"},
    {"Andrei Rusu, whose wife, Maria, is Moldova's labour minister, is a surgeon.",
     "Andrei Rusu [Rusu]\nMaria [Maria] labour minister/MDA"},
    {"The Icelandic industry minister, Katrín Björk Jónsdóttir, spoke. Katrín was speaker of "
     "parliament until 2009.",
     "Katrín Björk Jónsdóttir [Katrín] industry minister/ISL + (speaker of parliament/ISL -2009)"},
    {"Lieutenant General Ashok Rane, the Indian army's northern commander, visited Leh.",
     "Ashok Rane [Rane] northern commander/IND"},
    {"Abebe Worku, until now Ethiopia's ambassador to Kenya, was named foreign minister.",
     "Abebe Worku [] ambassador to Kenya/ETH + foreign minister/ETH"},
    {"Leila Hashemi, who used to be Iran's deputy health minister, teaches in Shiraz.",
     "Leila Hashemi [Hashemi] (deputy health minister/IRN)"},
    {"Alberto Ramos, Portugal's finance minister from 1990 to 1995 and now governor of the central "
     "bank, spoke.",
     "Alberto Ramos [Ramos] (finance minister/PRT 1990-1995) + governor of the central bank/PRT"},
    {"The premier of Ontario, Kathleen Roy, and the governor of Ohio, Mark Hale, signed the pact.",
     "Kathleen Roy [Roy] premier of Ontario/CAN\nMark Hale [Hale] governor of Ohio/USA"},
    {"Argentine army chief Raúl Bendini was received by his counterpart in Chile, Óscar Izurieta.",
     "Raúl Bendini [Bendini] army chief/ARG\nÓscar Izurieta [Izurieta] army chief/CHL"},
    {"The trade ministers of Brazil, India and South Africa — Celso Pinto, Anand Rao and Rob Zulu "
     "— met in Pretoria.",
     "Celso Pinto [Pinto] trade minister/BRA\nAnand Rao [Rao] trade minister/IND\nRob Zulu [Zulu] "
     "trade minister/ZAF"},
    {"Moses Banda, chief of Zambia's border police, and Army chief of staff General Peter Zulu met "
     "in Lusaka.",
     "Moses Banda [Banda] chief of border police/ZMB\nPeter Zulu [Zulu] Army chief of staff/ZMB"},
    {"Chad's president asked the Libyan minister for help, Idris Bako said.", "Idris Bako [Bako]"},
    {"The speaker of Somalia's parliament, Abdi Warsame Farah, opened the session.",
     "Abdi Warsame Farah [] speaker of parliament/SOM"},
};

static const example shapes[] = {
    {"Mrs. Georgia Brown and Mr. Jordan Ellis met in Paris.", "Georgia Brown [Brown]\n"
                                                              "Jordan Ellis [Ellis]"},
    {"President Leila al-Haddad of Syria and Mr. Karim Abul-Fadl met.",
     "Leila al-Haddad [al-Haddad] President/SYR\n"
     "Karim Abul-Fadl [Abul-Fadl]"},
    {"Youssou N'Diaye, Minister of Tourism of Senegal, met Sean O'Shea, the Irish "
     "Ambassador.",
     "Youssou N'Diaye [N'Diaye] Minister of Tourism/SEN\n"
     "Sean O'Shea [O'Shea] Ambassador/IRL"},
    {"Ursula von der Heyden, President of the European Commission, spoke. Von der Heyden "
     "left.",
     "Ursula von der Heyden [von der Heyden] President of the European Commission/EUR"},
    {"Brazilian President Luiz Inácio \"Tuca\" da Costa spoke.",
     "Luiz Inácio \"Tuca\" da Costa [da Costa] President/BRA"},
    {"Sheikh Rashid bin Saleh Al-Nuaimi, the Emir of Qatar, flew to Kuwait.",
     "Rashid bin Saleh Al-Nuaimi [] Emir/QAT"},
    {"Dato' Seri Azman Rashid, Prime Minister of Malaysia, and Tan Sri Yusof Hamzah were "
     "present.",
     "Azman Rashid [] Prime Minister/MYS\n"
     "Yusof Hamzah []"},
    {"Ato Tesfaye Bekana, Daw Khin Su Mon and U Tin Maung met Ms. Park Min-hee.",
     "Tesfaye Bekana []\n"
     "Khin Su Mon []\n"
     "Tin Maung []\n"
     "Park Min-hee [Park]"},
    {"Foreign Minister Chen Po-lin offered his resignation in Taipei.",
     "Chen Po-lin [Chen] Foreign Minister/TWN"},
    {"Kwame A. Mensah III and J. K. Owusu Jr. of Ghana met Professor Cole.",
     "Kwame A. Mensah III [Mensah]\n"
     "J. K. Owusu Jr. [Owusu]\n"
     "Cole [Cole]"},
    {"Javier SOLER, the Spanish Ambassador, and Finance Minister K. R. Sharan of Nepal "
     "talked.",
     "Javier SOLER [SOLER] Ambassador/ESP\n"
     "K. R. Sharan [Sharan] Finance Minister/NPL"},
    {"Mrs. Paula Hilton-Reade, Jamaica's Minister of Industry, left. Mrs. Hilton-Reade "
     "returned.",
     "Paula Hilton-Reade [Hilton-Reade] Minister of Industry/JAM"},
    {"The lawyer Tom Fischer and his wife Helga live in Graz.", "Tom Fischer [Fischer]\n"
                                                                "Helga [Helga]"},
    {"John Smith, 45, a British citizen, was arrested in Dubai.", "John Smith [Smith]"},
    {"Zhang Wei, a Chinese engineer, and his colleague Li Na were detained in Juba.",
     "Zhang Wei [Zhang] ! CHN\n"
     "Li Na [Li]"},
    {"A Ukrainian businessman, Taras Bondar, was arrested in Kyiv.", "Taras Bondar [Bondar] ! UKR"},
    {"Kenyan runner Joseph Kiptoo won the race in Berlin.", "Joseph Kiptoo [Kiptoo] ! KEN"},
    {"Prime Minister Anna May of Malta met Mr. March and Ms. Will Hill.",
     "Anna May [May] Prime Minister/MLT\n"
     "March [March]\n"
     "Will Hill [Hill]"},
    {"Crown Prince Khalid bin Salem of Saudi Arabia met Bin Salem's guests.",
     "Khalid bin Salem [bin Salem] Crown Prince/SAU"},
    {"The King of Jordan, Abdullah II, met Queen Sofia in Madrid.",
     "Abdullah II [Abdullah II] King/JOR\n"
     "Sofia [Sofia] Queen/ESP"},
    {"Hossein Amir-Saidi, Iran's foreign minister, spoke.",
     "Hossein Amir-Saidi [Amir-Saidi] foreign minister/IRN"},
    {"Dean Martin and Stephen King were there.", "Dean Martin [Martin]\n"
                                                 "Stephen King [King]"},
    {"Jean-Pierre Rafalin, Marie-Claire d'Arnoux and Ian MacDougall met in Paris.",
     "Jean-Pierre Rafalin [Rafalin]\n"
     "Marie-Claire d'Arnoux [d'Arnoux]\n"
     "Ian MacDougall [MacDougall]"},
};

static const example nobody[] = {
    {"The Treaty of Commerce and Navigation was signed by the Botanical Garden Society at "
     "Walvis Bay.",
     ""},
    {"The Rio Protocol and the Taylor Force Act were mentioned by Deutsche Bahn.", ""},
    {"The ship Queen Mary and the frigate Admiral Makarov sailed from Odesa.", ""},
    {"Radio Moscow and the BBC World Service reported it. Human Rights Watch protested.", ""},
    {"On Good Friday the Holy See received the Red Cross. The Green Party and the Labour "
     "Party were pleased.",
     ""},
    {"Mount Kenya and Victoria Falls are in Africa. Lake Victoria is large. Port Louis is "
     "a town.",
     ""},
    {"The Nobel Peace Prize went to the European Union. The World Cup was held in South "
     "Africa.",
     ""},
    {"The Foreign Minister of Egypt told the Council that the Prime Minister had left.", ""},
    {"The foreign ministers of both states will perhaps talk in Addis Ababa in April.", ""},
    {"In Germany Chancellor and President are two offices. The General Staff is a third.", ""},
    {"The Iron Dome was built in Israel. Business Finland and Air Zambia were there.", ""},
    {"Observers from Chad, Jordan and Georgia met in Sydney in May and August.", ""},
    {"The vote is at 3 PM ET. Delhi backs Sikkim as a permanent member of the Council.", ""},
    {"The wife of the ambassador and a friend of the President were there.", ""},
};

static const example same[] = {
    {"Ato Tesfaye Bekana, Ethiopian State Minister of Trade, arrived. Ato Tesfaye spoke.",
     "Tesfaye Bekana [Tesfaye] State Minister of Trade/ETH"},
    {"Chinese Foreign Minister Fang Weidong met Mr. Deng Guoliang. Mr. Fang and Mr. Deng "
     "agreed.",
     "Fang Weidong [Fang] Foreign Minister/CHN\n"
     "Deng Guoliang [Deng]"},
    {"South Korean President Choi Sung-min spoke. Choi said that talks would go on. Mr. "
     "Sung-min left.",
     "Choi Sung-min [Choi] President/KOR"},
    {"Vietnamese Prime Minister Pham Quang Vinh visited Laos. Mr. Vinh met his hosts.",
     "Pham Quang Vinh [Vinh] Prime Minister/VNM"},
    {"Icelandic Foreign Minister Katrin Olafsdottir said so. Katrin left.",
     "Katrin Olafsdottir [Katrin] Foreign Minister/ISL"},
    {"Sheikh Nasima Akter, Prime Minister of Bangladesh, spoke. Nasima returned to Dhaka.",
     "Nasima Akter [Akter] Prime Minister/BGD"},
    {"Brazilian President Luiz Inácio Tuca da Costa spoke. President Tuca said that "
     "Brazil would help.",
     "Luiz Inácio Tuca da Costa [Tuca da Costa] President/BRA"},
    {"Japan's Foreign Minister Hayakawa Takeshi spoke. Mr. Hayakawa left.",
     "Hayakawa Takeshi [Hayakawa] Foreign Minister/JPN"},
    {"Hungarian Foreign Minister Szilagyi Peter spoke. Mr. Szilagyi left.",
     "Szilagyi Peter [Szilagyi] Foreign Minister/HUN"},
    {"Prime Minister Azman Ibrahim of Malaysia spoke. Mr. Azman left.",
     "Azman Ibrahim [Azman] Prime Minister/MYS"},
    {"Gabonese President Ali Obame Ondo spoke. President Obame left. Mr. Obame Ondo "
     "returned.",
     "Ali Obame Ondo [Obame Ondo] President/GAB"},
    {"The Minister of Trade of Fiji, Mr. Seru Waqa, and the Minister of Health, Mr. "
     "Tomasi Waqa, attended. Mr. Tomasi Waqa spoke first.",
     "Seru Waqa [Waqa] Minister of Trade/FJI\n"
     "Tomasi Waqa [Waqa] Minister of Health/FJI"},
    {"Mr. Batsaikhan, deputy head of the mission, left. Mrs. Batsaikhan stayed.",
     "Batsaikhan [Batsaikhan] deputy head of the mission/\n"
     "Batsaikhan [Batsaikhan]"},
    {"Peru's President Alan Gardea and his wife, Pilar, met Chile's President. Mrs. "
     "Gardea smiled.",
     "Alan Gardea [Gardea] President/PER\n"
     "Pilar [Pilar]\n"
     "Gardea [Gardea]"},
    {"Secretary of State Linda Harmon met Israeli Foreign Minister Gideon Levy. Secretary "
     "Harmon praised Israel. Minister Levy thanked her.",
     "Linda Harmon [Harmon] Secretary of State/USA\n"
     "Gideon Levy [Levy] Foreign Minister/ISR"},
    {"The Dutch Premier, Mark Rutten, spoke. Prime Minister Rutten left. PM Rutten "
     "returned.",
     "Mark Rutten [Rutten] Prime Minister/NLD"},
    {"Norwegian Minister Kari Holm spoke. Foreign Minister Kari Holm left.",
     "Kari Holm [Holm] Foreign Minister/NOR"},
    {"Australian High Commissioner Tim George spoke. Ambassador George left.",
     "Tim George [George] High Commissioner/AUS"},
    {"Deputy Foreign Minister Ivan Petrenko of Ukraine spoke. Minister Petrenko left.",
     "Ivan Petrenko [Petrenko] Deputy Foreign Minister/UKR"},
    {"Foreign Minister Gao Ming of China met Foreign Minister Gao Lin of Taiwan. Mr. Gao "
     "smiled.",
     "Gao Ming [Gao] Foreign Minister/CHN\n"
     "Gao Lin [Gao] Foreign Minister/TWN"},
    {"\"Never,\" said O'Shea. Sean O'Shea is Irish Foreign Minister. Mr. O'Shea left.",
     "Sean O'Shea [O'Shea] Foreign Minister/IRL"},
    {"Former minister Hans Dorn became President of Austria in 1999. President Dorn "
     "spoke.",
     "Hans Dorn [Dorn] (Former minister/AUT) + President/AUT"},
    {"In 2001 Hans Dorn was Foreign Minister. Today President Hans Dorn of Austria opened "
     "the fair.",
     "Hans Dorn [Dorn] (Foreign Minister/AUT) + President/AUT"},
    {"Gen. Mark Millard, chairman of the Joint Chiefs of Staff, and Admiral John Aquila "
     "visited Tokyo. General Millard spoke.",
     "Mark Millard [Millard] chairman of the Joint Chiefs of Staff/\n"
     "John Aquila [Aquila] Admiral/"},
    {"Mr. Janez Zupan feels at home. Slovenia's Foreign Minister steps out of the car.",
     "Janez Zupan [Zupan]"},
    {"It is cold, and Astrid Halden feels at home. Norway's Foreign Minister steps out of "
     "the car.",
     "Astrid Halden [Halden] Foreign Minister/NOR"},
    {"Indonesia's President Sukarmo met Suharmo, the army chief.",
     "Sukarmo [Sukarmo] President/IDN\n"
     "Suharmo [Suharmo] army chief/IDN"},
    {"US Secretary of Defence Ken Ashby spoke. Kenneth Ashby, the Defence Secretary, "
     "left.",
     "Ken Ashby [Ashby] Secretary of Defence/USA"},
};

static const example slips[] = {
    {"Mr. Matej Kranjc, the Slovenian State Secretary, arrived in Tunis. Mr. Matej "
     "praised the talks. Mr. Kranjc left on Friday.",
     "Matej Kranjc [Kranjc] State Secretary/SVN ? Matej"},
    {"Mr. Henry Dubois of Canada, Minister of Trade, spoke. Mr. Henry promised aid.",
     "Henry Dubois [Dubois] Minister of Trade/CAN ? Henry"},
    {"Indian Prime Minister Naresh Mody spoke. Mr. Mody left. Mr. Naresh stayed.",
     "Naresh Mody [Mody] Prime Minister/IND ? Naresh"},
    {"The Minister of Defence of Ecuador, Mrs. Ana Teresa Bermudez, spoke. Mrs. Teresa "
     "left.",
     "Ana Teresa Bermudez [Bermudez] Minister of Defence/ECU ? Teresa"},
    {"Mr. Josef Hornak, Czech Ambassador to Kenya, met the press. Mr. Hornack said "
     "little.",
     "Josef Hornak [Hornak] Ambassador to Kenya/CZE ? Hornack"},
    {"The Permanent Secretary of Fiji, Mr. Jone Ravunaka, spoke. The Permanent Secretary, "
     "Mr. Ravukana, left.",
     "Jone Ravunaka [Ravunaka] Permanent Secretary/FJI ? Ravukana"},
    {"Uruguay's Vice President, Ramiro Echeverri, spoke. He smiled. Roberto Echeverri "
     "declined to answer.",
     "Ramiro Echeverri [Echeverri] Vice President/URY ? Roberto Echeverri"},
    {"Philippine Foreign Minister Teresa Umandap spoke. Foreign Minister Teresa Ocampo "
     "left.",
     "Teresa Umandap [Umandap] Foreign Minister/PHL ? Teresa Ocampo"},
    {"Vice Premier Deng Weimin of China spoke. Minister Deng left.",
     "Deng Weimin [Deng] Vice Premier/CHN ~ Minister"},
    {"State Secretary Petra Kranjc of Slovenia spoke. Minister Kranjc left.",
     "Petra Kranjc [Kranjc] State Secretary/SVN ~ Minister"},
    {"Secretary of State Linda Harmon spoke. Secretary of Defense Harmon left.",
     "Linda Harmon [Harmon] Secretary of State/USA ~ Secretary of Defense"},
    {"The Finnish Minister of Education, Ms. Aino Kallio, opened the school. Prime "
     "Minister Kallio thanked the teachers.",
     "Aino Kallio [Kallio] Minister of Education/FIN ~ Prime Minister"},
    {"Deputy Prime Minister of Namibia Ndapewa Nangolo arrived in Helsinki. President "
     "Nangolo replied that she was pleased.",
     "Ndapewa Nangolo [Nangolo] Deputy Prime Minister/NAM ~ President"},
    {"Mrs. Kari Holm, the Norwegian Minister of Fisheries, visited Zambia. In the evening "
     "the Foreign Minister, Mrs. Holm, went on to Kitwe.",
     "Kari Holm [Holm] Minister of Fisheries/NOR ~ Foreign Minister"},
    {"The Peruvian Foreign Minister, Mr. Hugo Zegarra, spoke. The Chilean Foreign "
     "Minister Zegarra denied it.",
     "Hugo Zegarra [Zegarra] Foreign Minister/PER ! CHL"},
    {"The Ambassador of Tanzania, Mrs. Asha Mrema, spoke. Mrs. Mrema, a Kenyan diplomat, "
     "left.",
     "Asha Mrema [Mrema] Ambassador/TZA ! KEN"},
    {"Mrs. Asha Mrema, Ambassador of Tanzania, is a Kenyan diplomat.",
     "Asha Mrema [Mrema] Ambassador/TZA ! KEN"},
    {"French President Luc Moreau and other German leaders agreed.",
     "Luc Moreau [Moreau] President/FRA ! DEU"},
    {"US Trade Representative Katherine Tao spoke. Ambassador Tao left.",
     "Katherine Tao [Tao] Trade Representative/USA"},
};

static const example contexts[] = {
    {"Peru on Monday recalled its ambassador in Quito, Mr. Renato Paredes.",
     "Renato Paredes [Paredes] ambassador in Quito/PER"},
    {"Emperor Hailu Tessema of Ethiopia spent two days in Cork, where he dined with the "
     "city's Lord Mayor, Eamon Burke.",
     "Hailu Tessema [] Emperor/ETH\n"
     "Eamon Burke [Burke] Lord Mayor/IRL"},
    {"Prime Minister Jacob Rasmussen told the Folketing that Denmark would expel nobody. "
     "His Fisheries Minister, Mr. Jens Holm, stayed away.",
     "Jacob Rasmussen [Rasmussen] Prime Minister/DNK\n"
     "Jens Holm [Holm] Fisheries Minister/DNK"},
    {"Mrs. Kari Holm, the Norwegian Minister of Fisheries, came to Zambia and met in "
     "Kitwe with the Minister of Agriculture, Mr. Moses Phiri.",
     "Kari Holm [Holm] Minister of Fisheries/NOR\n"
     "Moses Phiri [Phiri] Minister of Agriculture/ZMB"},
    {"The Samoan delegation was headed by the Permanent Secretary for Trade, Mr. Jone "
     "Ravula.",
     "Jone Ravula [Ravula] Permanent Secretary for Trade/WSM"},
    {"Trade Minister Rohan Persaud warned that Guyana would recall its ambassador from "
     "Paramaribo.",
     "Rohan Persaud [Persaud] Trade Minister/GUY"},
    {"In Taipei, Foreign Minister Chen Po-lin offered his resignation. He accused China "
     "of buying friends.",
     "Chen Po-lin [Chen] Foreign Minister/TWN"},
    {"The State Department in Washington urged calm. President Walter Dunne has accused "
     "Qatar of paying for it.",
     "Walter Dunne [Dunne] President/USA"},
    {"Ecuador asked Peru for help. President Rafael Caceres thanked Colombia, Peru and "
     "Venezuela.",
     "Rafael Caceres [Caceres] President/ECU"},
    {"Prime Minister Chris Hopkin said New Zealand would send aid to Vanuatu.",
     "Chris Hopkin [Hopkin] Prime Minister/NZL"},
    {"President Pilar Mora of Ecuador will visit Trujillo at the invitation of President "
     "Pedro Kusner. Peru and Ecuador are neighbours.",
     "Pilar Mora [Mora] President/ECU\n"
     "Pedro Kusner [Kusner] President/PER"},
    {"Belgian Foreign Minister Sophie Wilmet, accompanied by Defence Minister Lucie "
     "Dedon, visited Kinshasa.",
     "Sophie Wilmet [Wilmet] Foreign Minister/BEL\n"
     "Lucie Dedon [Dedon] Defence Minister/BEL"},
    {"For the Government of Norway: Lars Brekke, Minister of Fisheries.",
     "Lars Brekke [Brekke] Minister of Fisheries/NOR"},
    {"In Jerusalem, Mr. Jack Sulley, the U.S. National Security Advisor, met with "
     "President Herz, Prime Minister Benett and Defense Minister Ganz.",
     "Jack Sulley [Sulley] National Security Advisor/USA\n"
     "Herz [Herz] President/ISR\n"
     "Benett [Benett] Prime Minister/ISR\n"
     "Ganz [Ganz] Defense Minister/ISR"},
    {"Foreign Ministry spokeswoman Hua Meiling said in Beijing that China was concerned.",
     "Hua Meiling [Hua] Foreign Ministry spokeswoman/CHN"},
};

static const example reports[] = {
    {"Joint Statement by Secretary of State Linda J. Harmon, Japanese Defense Minister "
     "Hayakawa Takeshi, and Republic of Korea Defense Minister Park Min-jun\n\n27 May "
     "2022\n\nOffice of the Spokesperson\n\nThe United States, the Republic of Korea and "
     "Japan will train their pilots together.",
     "Linda J. Harmon [Harmon] Secretary of State/USA\n"
     "Hayakawa Takeshi [Hayakawa] Defense Minister/JPN\n"
     "Park Min-jun [Park] Defense Minister/KOR"},
    {"State Secretary Horvat receives Moroccan Minister of Fisheries\n\nZagreb, 9 June "
     "2021. State Secretary Vesna Horvat today received the Minister of Fisheries of the "
     "Kingdom of Morocco, Nabil Tazi, who had come for two days. The Ambassador of "
     "Morocco, Leila Ben Amor, was there too.\n\nState Secretary Horvat spoke of the sea. "
     "Minister Tazi thanked Croatia.",
     "Vesna Horvat [Horvat] State Secretary/HRV\n"
     "Nabil Tazi [Tazi] Minister of Fisheries/MAR\n"
     "Leila Ben Amor [Ben Amor] Ambassador/MAR"},
    {"United States and Allies Impose Sanctions\n\n25 March 2022\n\nLinda J. Harmon, "
     "Secretary of the Treasury\n\nThe United States is imposing sanctions on five "
     "individuals. Burmese military officials Zaw Min and Ko Naing were named.",
     "Linda J. Harmon [Harmon] Secretary of the Treasury/USA\n"
     "Zaw Min [] ! MMR\n"
     "Ko Naing [Ko]"},
    {"Foreign Minister Visits Peru after Prime Minister Opens New Bridge\n\n3 May "
     "2019\n\nThe Chilean Foreign Minister, Mr. Luis Mena, visited Peru on Monday. Mena "
     "Praises Lima, a newspaper wrote.",
     "Luis Mena [Mena] Foreign Minister/CHL"},
};

static int set_up(void **state)
{
    char path[1024];
    const char *folder = getenv("CHANCERY_DATA");
    fixture *f = calloc(1, sizeof *f);
    if (!f || !folder)
        return -1;
    arena_init(&f->arena, (size_t)1 << 30);
    arena_init(&f->scratch, (size_t)1 << 30);
    *state = f;
    snprintf(path, sizeof path, "%s/chancery.kb", folder);
    if (kb_open(path, &f->kb, &f->error))
        return -1;
    if (!test_parser_open(&f->parser, &f->error))
        return -1;
    f->engine =
        (reading_engine){.kb = f->kb, .lemmas = f->parser.lemmas, .network = f->parser.network};
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    if (f) {
        test_parser_close(&f->parser);
        kb_close(f->kb);
        arena_clear(&f->arena);
        arena_clear(&f->scratch);
        free(f);
    }
    return 0;
}

static void read_people(fixture *f, slice text, bool verbatim)
{
    text_options options = {
        .name = SLICE("test"), .published = SLICE("2024-06-20"), .verbatim = verbatim};
    arena_reset(&f->arena);
    arena_reset(&f->scratch);
    assert_int_equal(text_report_read(text, &options, &f->arena, &f->report, &f->error),
                     CHANCERY_OK);
    f->state = (reading_state){.engine = &f->engine,
                               .parser = f->parser.parser,
                               .report = &f->report,
                               .text = f->report.document.text,
                               .arena = &f->arena,
                               .scratch = &f->scratch,
                               .error = &f->error};
    assert_int_equal(reading_marks(&f->state), CHANCERY_OK);
    assert_int_equal(reading_dates(&f->state), CHANCERY_OK);
    assert_int_equal(reading_people(&f->state), CHANCERY_OK);
}

static void put(char *out, const char *format, slice a, slice b)
{
    size_t used = strlen(out);
    snprintf(out + used, LINE_BYTES - used, format, SLICE_ARGS(a), SLICE_ARGS(b));
}

static void print_office(const reading_office *o, char *out)
{
    put(out, o->former ? "(%.*s/%.*s" : "%.*s/%.*s", o->title, o->code);
    if (o->from.len || o->until.len)
        put(out, " %.*s-%.*s", o->from, o->until);
    if (o->former)
        put(out, ")%.*s%.*s", SLICE(""), SLICE(""));
}

static void print_person(const reading_state *r, const reading_person *p, char *out)
{
    put(out, "%.*s [%.*s]", p->name, p->family);
    for (size_t i = 0; i < p->offices.count; i++) {
        put(out, i ? " + %.*s%.*s" : " %.*s%.*s", SLICE(""), SLICE(""));
        print_office(&p->offices.items[i], out);
    }
    for (size_t i = 0; i < p->slips.count; i++)
        put(out, " ~ %.*s%.*s", p->slips.items[i].title, SLICE(""));
    for (size_t i = 0; i < p->claims.count; i++)
        put(out, " ! %.*s%.*s", p->claims.items[i].code, SLICE(""));
    for (size_t i = 0; i < p->misnamed.count; i++)
        put(out, " ? %.*s%.*s",
            reading_words(r, p->misnamed.items[i].token, p->misnamed.items[i].count), SLICE(""));
}

static void print_people(const reading_state *r, char *out)
{
    out[0] = 0;
    for (size_t i = 0; i < r->people.count; i++) {
        if (i)
            put(out, "\n%.*s%.*s", SLICE(""), SLICE(""));
        print_person(r, &r->people.items[i], out);
    }
}

static void check(fixture *f, const example *cases, size_t count, bool verbatim)
{
    static char found[LINE_BYTES];
    size_t failed = 0;
    for (size_t i = 0; i < count; i++) {
        read_people(f, slice_of(cases[i].text), verbatim);
        print_people(&f->state, found);
        if (strcmp(found, cases[i].expected) != 0) {
            print_message("%s\n  expected %s\n  found    %s\n", cases[i].text, cases[i].expected,
                          found);
            failed++;
        }
    }
    assert_int_equal(failed, 0);
}

static void offices_beside_names(void **state)
{
    check(*state, beside, COUNT(beside), true);
}

static void offices_told(void **state)
{
    check(*state, told, COUNT(told), true);
}

static void names_by_shape(void **state)
{
    check(*state, shapes, COUNT(shapes), true);
}

static void no_people(void **state)
{
    check(*state, nobody, COUNT(nobody), true);
}

static void one_person(void **state)
{
    check(*state, same, COUNT(same), true);
}

static void slips_and_claims(void **state)
{
    check(*state, slips, COUNT(slips), true);
}

static void states_from_context(void **state)
{
    check(*state, contexts, COUNT(contexts), true);
}

static void whole_reports(void **state)
{
    check(*state, reports, COUNT(reports), false);
}

/** A name of the knowledge base inside a person's name is none; hit_at and hits agree. */
static void hits_in_names_are_removed(void **state)
{
    fixture *f = *state;
    read_people(f, SLICE("Mrs. Georgia Brown of Kenya met Mr. Jordan Ellis in Georgia."), true);
    const reading_state *r = &f->state;
    assert_int_equal(r->people.count, 2);
    assert_int_equal(r->hits.count, 2);
    for (uint32_t t = 0; t < f->report.token_count; t++) {
        assert_true(r->person_at[t] < 0 || r->hit_at[t] < 0);
        if (r->hit_at[t] >= 0) {
            const reading_hit *hit = &r->hits.items[r->hit_at[t]];
            assert_in_range(t, hit->token, hit->token + hit->count - 1);
        }
    }
}

static void genders(void **state)
{
    static const struct {
        const char *text;
        char gender;
    } cases[] = {
        {"Mrs. Toliver spoke.", 'f'},       {"Mr. Toliver spoke.", 'm'},
        {"Queen Astrid spoke.", 'f'},       {"Dr. Toliver spoke.", 0},
        {"His wife, Astrid, spoke.", 'f'},  {"Spokeswoman Kim Toliver spoke.", 'f'},
        {"Dame Kim Toliver spoke.", 'f'},   {"Minister Henrik Toliver spoke.", 'm'},
        {"Minister Kim Toliver spoke.", 0}, {"His Excellency Kim Toliver spoke.", 'm'},
    };
    fixture *f = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        read_people(f, slice_of(cases[i].text), true);
        assert_int_equal(f->state.people.count, 1);
        assert_int_equal(f->state.people.items[0].gender, cases[i].gender);
    }
}

/** Mentions are in order and lie where person_at says. */
static void mentions_in_order(void **state)
{
    fixture *f = *state;
    read_people(f,
                SLICE("Minister Lars Brekke of Norway left. Mr. Brekke and Ana Ruiz, the mayor of "
                      "Lima, met. Brekke smiled."),
                true);
    const reading_state *r = &f->state;
    assert_int_equal(r->people.count, 2);
    assert_int_equal(r->people.items[0].mentions.count, 3);
    for (size_t p = 0; p < r->people.count; p++)
        for (size_t i = 0; i < r->people.items[p].mentions.count; i++) {
            const reading_mention *m = &r->people.items[p].mentions.items[i];
            assert_true(i == 0 || m[-1].token < m->token);
            for (uint32_t t = m->token; t < m->token + m->count; t++)
                assert_int_equal(r->person_at[t], (int)p);
        }
}

static void lists_are_sorted(void **state)
{
    (void)state;
    assert_true(people_words_sorted());
    assert_true(people_given_sorted());
}

static void distances(void **state)
{
    (void)state;
    assert_int_equal(people_distance(SLICE("bremer"), SLICE("bremer"), 2), 0);
    assert_int_equal(people_distance(SLICE("bremer"), SLICE("bremre"), 2), 1);
    assert_int_equal(people_distance(SLICE("bremer"), SLICE("brenner"), 2), 2);
    assert_int_equal(people_distance(SLICE("bremer"), SLICE("kremlin"), 2), 3);
    assert_int_equal(people_distance(SLICE(""), SLICE("abc"), 2), 3);
    assert_int_equal(people_distance(SLICE("a"), SLICE(""), 2), 1);
}

/** Text from outside: NUL bytes, runs of titles and names without end, and (below) two thousand
 * names. */
static void hostile_text(void **state)
{
    static const char *const pieces[] = {"President ",   "Minister of Trade, ",
                                         "Anna and ",    "Mr. ",
                                         "French and ",  "of the ",
                                         "Jo-",          "al-",
                                         "\"",           "X. ",
                                         "O'",           "Presidents A and ",
                                         "who was ",     "as ",
                                         "Minister of ", ", and ",
                                         "'s ",          "(CPC) "};
    fixture *f = *state;
    enum { REPEATS = 400 };
    for (size_t i = 0; i < COUNT(pieces); i++) {
        size_t length = strlen(pieces[i]);
        char *text = malloc(length * REPEATS + 8);
        assert_non_null(text);
        for (size_t k = 0; k < REPEATS; k++)
            memcpy(text + k * length, pieces[i], length);
        memcpy(text + length * REPEATS, "Minister", 8);
        read_people(f, (slice){text, length * REPEATS + 8}, true);
        free(text);
    }
    read_people(f, (slice){"Mr. \0 President \0 Ana\0 Ruiz", 28}, true);
}

static void many_names(void **state)
{
    static const char *const syllables[] = {"bakt", "celm", "dinp", "fors",
                                            "gulv", "hyxz", "jawd", "kepo"};
    enum { NAMES = 2048, BYTES = 96 };
    fixture *f = *state;
    char *text = malloc((size_t)NAMES * BYTES);
    assert_non_null(text);
    size_t used = 0;
    for (size_t i = 0; i < NAMES; i++) {
        char name[24];
        snprintf(name, sizeof name, "T%s%s%s%s", syllables[i & 7], syllables[i >> 3 & 7],
                 syllables[i >> 6 & 7], syllables[i >> 9 & 7]);
        used +=
            (size_t)snprintf(text + used, BYTES, "The judge Anna %s met Mrs. %s.\n\n", name, name);
    }
    read_people(f, (slice){text, used}, true);
    free(text);
    assert_int_equal(f->state.people.count, NAMES);
}

/** Reads with capped arenas. @return whether it was the people that found no room. */
static bool refused_by_people(fixture *f, slice text, size_t cap, size_t scratch_cap)
{
    arena small, scratch;
    bool refused = false;
    arena_init(&small, cap);
    arena_init(&scratch, scratch_cap);
    text_options options = {.name = SLICE("test"), .verbatim = true};
    text_report report;
    chancery_status status = text_report_read(text, &options, &small, &report, &f->error);
    if (!status) {
        reading_state r = {.engine = &f->engine,
                           .parser = f->parser.parser,
                           .report = &report,
                           .text = report.document.text,
                           .arena = &small,
                           .scratch = &scratch,
                           .error = &f->error};
        status = reading_marks(&r);
        if (!status)
            status = reading_dates(&r);
        if (!status) {
            status = reading_people(&r);
            refused = status == CHANCERY_E_LIMIT;
        }
    }
    assert_true(status == CHANCERY_OK || status == CHANCERY_E_LIMIT);
    arena_clear(&small);
    arena_clear(&scratch);
    return refused;
}

/** An arena at its cap is a limit, not a crash, wherever it is reached. */
static void arena_cap(void **state)
{
    fixture *f = *state;
    slice text =
        SLICE("Norway's Foreign Minister, Mr. Lars Brekke, met Ana Ruiz, President of Peru, "
              "and Mr. Lars. Minister Brekke spoke for the Norwegian side.");
    read_people(f, text, true);
    size_t needed = f->arena.used_bytes;
    size_t needed_scratch = f->scratch.used_bytes;
    bool refused = false, scratch_refused = false;
    for (size_t cap = needed / 2; cap < needed; cap += 256)
        refused |= refused_by_people(f, text, cap, SIZE_MAX);
    for (size_t cap = needed_scratch / 2; cap < needed_scratch; cap += 256)
        scratch_refused |= refused_by_people(f, text, SIZE_MAX, cap);
    assert_true(refused);
    assert_true(scratch_refused);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_are_sorted),
        cmocka_unit_test(distances),
        cmocka_unit_test(offices_beside_names),
        cmocka_unit_test(offices_told),
        cmocka_unit_test(names_by_shape),
        cmocka_unit_test(no_people),
        cmocka_unit_test(one_person),
        cmocka_unit_test(slips_and_claims),
        cmocka_unit_test(states_from_context),
        cmocka_unit_test(whole_reports),
        cmocka_unit_test(hits_in_names_are_removed),
        cmocka_unit_test(genders),
        cmocka_unit_test(mentions_in_order),
        cmocka_unit_test(hostile_text),
        cmocka_unit_test(many_names),
        cmocka_unit_test(arena_cap),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
