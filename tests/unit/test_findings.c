/* Tests of findings: slips that a report shows by itself, and texts that have none.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each slip stands beside its like without one. */
#include "reading_fixture.h"

static const example examples[] = {
    {"1991-03-25", "He presented his letters in Windhoek on Friday, 19 March 1991.",
     "date-conflict [Friday, 19 March 1991]"},
    {"1991-03-25", "He presented his letters in Windhoek on Tuesday, 19 March 1991.", ""},
    {"2021-03-01", "The two talked by telephone on Monday, 11 February.",
     "date-conflict [Monday, 11 February]"},
    {"2021-03-01", "The two talked by telephone on Thursday, 11 February.", ""},
    {"2021-12-01", "The treaty was signed on 31 June 2021 in Rome.",
     "date-conflict [31 June 2021]"},
    {"2023-12-01", "The treaty was signed on 29 February 2023 in Rome.",
     "date-conflict [29 February 2023]"},
    {"2024-12-01", "The treaty was signed on 29 February 2024 in Rome.", ""},
    {"2024-12-01", "The treaty was signed on 29 February in Rome.", ""},
    {"2009-06-01", "The minister visited Kuwait from 12 to 10 May 2009.",
     "date-conflict [12 to 10 May 2009]"},
    {"2009-06-01", "The minister visited Kuwait from 28 April to 3 May 2009.", ""},
    {"2009-01-09", "The minister visited Kuwait from 28 December to 3 January.", ""},
    {"2009-06-01", "The minister was in office between 2008 and 2005.", ""},
    {"1976-05-17",
     "The Bulgarian minister, Mr. Ivan Petrov, arrived in Lima on 11 May 1976 for a visit. His "
     "stay ended on 9 May, and he flew home to Sofia.",
     "date-conflict [9 May]"},
    {"1976-05-17",
     "The Bulgarian minister, Mr. Ivan Petrov, arrived in Lima on 9 May 1976 for a visit. His stay "
     "ended on 11 May, and he flew home to Sofia.",
     ""},
    {"1976-05-17",
     "The Bulgarian minister, Mr. Ivan Petrov, arrived in Lima on 11 May 1976 for a visit. He had "
     "left Sofia on 10 May.",
     ""},
    {"2019-07-10",
     "The navy of Tunisia seized the ferries near Sfax on 26 June. Since the seizure "
     "of the ferries on 16 June the islands have had no mail.",
     "date-conflict [16 June]"},
    {"2019-07-10",
     "The navy of Tunisia seized the ferries near Sfax on 26 June. Since the seizure "
     "of the ferries on 26 June the islands have had no mail.",
     ""},
    {"2019-07-10",
     "The navy of Tunisia seized the ferries near Sfax on 26 June. The seizure of "
     "the tankers on 16 June is another matter.",
     ""},
    {"2019-07-10",
     "The navy of Tunisia seized the ferries near Sfax on 26 June. It also seized "
     "ferries on 16 June. The seizure of the ferries on 16 June was denied.",
     ""},
    {"2014-01-21",
     "The navy of Sri Lanka detained nineteen fishermen on 18 January. They have sat in Jaffna "
     "since their arrest on 12 January.",
     "date-conflict [12 January]"},
    {"2014-01-21",
     "The navy of Sri Lanka detained nineteen fishermen on 12 January. They have sat in Jaffna "
     "since their arrest on 12 January.",
     ""},
    {"2022-03-12",
     "Jamaica spoke of crime at a meeting held in Gaborone on Monday, 7 March 2022. A reporter "
     "asked about the talks of 9 March 2022 in Gaborone.",
     "date-conflict [9 March 2022]"},
    {"2022-03-12",
     "Jamaica spoke of crime at a meeting held in Gaborone on Monday, 7 March 2022. A reporter "
     "asked about the talks of 9 March 2022 in Kingston.",
     ""},
    {"2022-03-12",
     "Jamaica and Chad met in Gaborone on 7 March 2022. They met again in Gaborone on 9 March "
     "2022. The talks of 9 March 2022 in Gaborone were short.",
     ""},
    {"2022-03-12",
     "The two ministers met in Lima on 7 March 2022. The second meeting of 9 March 2022 in Lima "
     "was short.",
     ""},
    {"2021-06-01",
     "Belgium and Oman marked the 50th year of their diplomatic relations in 2021. Belgium and "
     "Oman established diplomatic relations on 25 October 1971.",
     ""},
    {"2021-06-01",
     "Belgium and Oman marked the 40th year of their diplomatic relations in 2021. Belgium and "
     "Oman established diplomatic relations on 25 October 1971.",
     "anniversary-conflict [40th year]"},
    {"1979-05-17",
     "This year Yugoslavia and Zambia celebrate the twentieth anniversary of their diplomatic "
     "relations. Yugoslavia and Zambia established diplomatic relations in October 1964.",
     "anniversary-conflict [twentieth anniversary]"},
    {"1979-05-17",
     "This year Yugoslavia and Zambia celebrate the fifteenth anniversary of their diplomatic "
     "relations. Yugoslavia and Zambia established diplomatic relations in October 1964.",
     ""},
    {"2022-04-01",
     "Jamaica and Botswana entered into diplomatic relations on 14 August 1981, and in 2021 they "
     "observed the thirtieth anniversary.",
     "anniversary-conflict [thirtieth anniversary]"},
    {"2022-04-01",
     "Jamaica and Botswana entered into diplomatic relations on 14 August 1981, and in 2021 they "
     "observed the fortieth anniversary.",
     ""},
    {"2009-05-14",
     "Kuwait and Mongolia established diplomatic relations on 19 July 1975, so next year 35 years "
     "will be full.",
     ""},
    {"2009-05-14",
     "Kuwait and Mongolia established diplomatic relations on 19 July 1975, so next year 45 years "
     "will be full.",
     "anniversary-conflict [45 years]"},
    {"2012-05-09", "The president of Ghana visited Jamaica on 3 May 1966, 46 years ago.", ""},
    {"2012-05-09", "The president of Ghana visited Jamaica on 3 May 1966, 36 years ago.",
     "anniversary-conflict [36 years ago]"},
    {"2023-10-27",
     "On Thursday Ecuador and Peru celebrated the twentieth anniversary of the peace. On 26 "
     "October 1998 Ecuador and Peru signed the peace in Brasilia.",
     "anniversary-conflict [twentieth anniversary]"},
    {"2023-10-27",
     "On Thursday Ecuador and Peru celebrated the twenty-fifth anniversary of the peace. On 26 "
     "October 1998 Ecuador and Peru signed the peace in Brasilia.",
     ""},
    {"2023-10-27",
     "Diplomatic relations between Iceland and Uruguay exist since 6 June 1948, so the jubilee of "
     "seventy-five years falls in this year.",
     ""},
    {"2023-10-27",
     "Diplomatic relations between Iceland and Uruguay exist since 6 June 1948, so the jubilee of "
     "sixty-five years falls in this year.",
     "anniversary-conflict [jubilee of sixty-five years]"},
    {"2023-10-27",
     "Diplomatic relations between Iceland and Uruguay exist since 6 June 1948. The golden jubilee "
     "was marked in 1998.",
     ""},
    {"2023-10-27",
     "Diplomatic relations between Iceland and Uruguay exist since 6 June 1948. The golden jubilee "
     "was marked in 2008.",
     "anniversary-conflict [golden jubilee]"},
    {"2023-10-27",
     "Chad and Mali have had diplomatic relations since 1960. Half a century of diplomatic "
     "relations was marked in 2010.",
     ""},
    {"2023-10-27",
     "Chad and Mali have had diplomatic relations since 1960. Half a century of diplomatic "
     "relations was marked in 2020.",
     "anniversary-conflict [Half a century]"},
    {"2023-10-27",
     "Chad and Mali have had diplomatic relations since 1960. In 2003 they looked back on nearly "
     "fifty years of diplomatic relations.",
     ""},
    {"2023-10-27",
     "Chad and Mali have had diplomatic relations since 1960. Chad and Mali established diplomatic "
     "relations on 4 May 1964.",
     "date-conflict [4 May 1964]"},
    {"2023-10-27",
     "Chad and Mali have had diplomatic relations since 1960. Chad and Mali established diplomatic "
     "relations on 4 May 1960.",
     ""},
    {"2023-10-27",
     "The Omani minister, Mr. Salim Al-Harthy, met the Mongolian State Secretary, Mr. Bold "
     "Dorjsuren, in Muscat. Later the Omani State Secretary Dorjsuren opened a show.",
     "nationality-conflict [the Omani State Secretary]"},
    {"2023-10-27",
     "The Omani minister, Mr. Salim Al-Harthy, met the Mongolian State Secretary, Mr. Bold "
     "Dorjsuren, in Muscat. Later the Mongolian State Secretary Dorjsuren opened a show.",
     ""},
    {"2023-10-27",
     "Belgian Prime Minister Jan Peeters met Chinese President Li Wei and other Belgian leaders in "
     "Brussels.",
     "nationality-conflict [Belgian leaders]"},
    {"2023-10-27",
     "Chinese Premier Zhou Min met Belgian Prime Minister Jan Peeters and other Belgian leaders in "
     "Brussels.",
     ""},
    {"2023-10-27", "The ministers signed the treaty in Rome on 5 November 2023.",
     "date-conflict [5 November 2023]"},
    {"2023-10-27", "The ministers will sign the treaty in Rome on 5 November 2023.", ""},
    {"2023-10-27", "The ministers agreed to sign the treaty in Rome on 5 November 2023.", ""},
    {"2023-10-27", "The ministers met in Rome to prepare the election of 5 November 2023.", ""},
    {"2023-10-27", "The ministers spoke of the summit that opens on 5 November 2023.", ""},
    {"2023-10-27",
     "Chad signed the treaty on 3 May 2023. Mali protested. Chad signed the treaty on 5 May 2023, "
     "the paper said.",
     "date-conflict [5 May 2023]"},
    {"2023-10-27", "Chad signed the treaty on 3 May 2023. Mali signed the treaty on 5 May 2023.",
     ""},
    {"2023-10-27",
     "Chad signed a treaty with Mali on 3 May 2023. Chad signed a treaty with Niger on 5 May 2023.",
     ""},
    {"2023-10-27",
     "The 20th century saw the first anniversary of many treaties and the 50th year of some.", ""},
    {"2023-10-27",
     "Mr. Ahmed Omar, Sudan's Minister of Trade, is 60 years old and has served for 20 years.", ""},
    {"2025-03-14",
     "Finland recognised Namibia on 21 March 1990 and opened diplomatic relations with it the same "
     "day. Next year the partners will look back on thirty-six years of diplomatic relations.",
     ""},
    {"2025-03-14",
     "Finland and Namibia established diplomatic relations on 21 March 1990. For thirty-five years "
     "they have had diplomatic relations.",
     ""},
    {"2025-03-14",
     "Finland and Namibia established diplomatic relations on 21 March 1990. For fifty years they "
     "have had diplomatic relations.",
     "anniversary-conflict [fifty years]"},
    {"2025-03-14",
     "Finland and Namibia have had diplomatic relations since 21 March 1990. The ties turn forty "
     "this year.",
     "anniversary-conflict [forty]"},
    {"2025-03-14",
     "Finland and Namibia have had diplomatic relations since 21 March 1990. The ties turn "
     "thirty-five this year.",
     ""},
    {"2025-03-14",
     "Finland and Namibia have had diplomatic relations since 21 March 1990, and last month the "
     "35th anniversary was marked with a concert.",
     ""},
    {"2025-03-14",
     "Finland and Namibia have had diplomatic relations since 21 March 1990, and last month the "
     "25th anniversary was marked with a concert.",
     "anniversary-conflict [25th anniversary]"},
    {"2025-03-14",
     "Finland and Namibia have had diplomatic relations since 21 March 1990, that is for "
     "forty-five years.",
     "anniversary-conflict [forty-five years]"},
    {"2025-03-14",
     "Finland and Namibia have had diplomatic relations since 21 March 1990, that is for "
     "thirty-five years.",
     ""},
    {"2025-03-14",
     "The two countries have had diplomatic relations for exactly half a century, since 21 March "
     "1990, said Finland and Namibia.",
     "anniversary-conflict [half a century]"},
    {"2025-03-14",
     "Finland and Namibia established diplomatic relations a quarter of a century ago, on 21 March "
     "1990.",
     "anniversary-conflict [a quarter of a century ago]"},
    {"2025-03-14",
     "Finland and Namibia established diplomatic relations thirty-five years ago, on 21 March "
     "1990.",
     ""},
    {"2025-03-14",
     "Namibia became independent on 21 March 1990. On 21 March 2025 it will celebrate the 35th "
     "anniversary of independence.",
     ""},
    {"2025-03-14",
     "Namibia became independent on 21 March 1990. On 21 March 2025 it will celebrate the 25th "
     "anniversary of its independence.",
     "anniversary-conflict [25th anniversary]"},
    {"2025-03-14", "The treaty of friendship, signed on 5 May 1985, turns forty this year.", ""},
    {"2025-03-14",
     "Chad and Mali signed the treaty of friendship on 5 May 1985. In May they will celebrate the "
     "thirtieth anniversary of the treaty of friendship.",
     "anniversary-conflict [thirtieth anniversary]"},
    {"2025-03-14",
     "Chad and Mali signed the treaty of friendship on 5 May 1985. In May they will celebrate the "
     "thirtieth anniversary of the treaty of commerce.",
     ""},
    {"2025-03-14",
     "Mali joined the United Nations on 28 September 1960. This year it marks the 50th anniversary "
     "of its membership of the United Nations.",
     "anniversary-conflict [50th anniversary]"},
    {"2025-03-14",
     "The embassy was opened on 3 May 1975. Its golden jubilee will be marked in May.", ""},
    {"2025-03-14", "The war ended thirty years ago. The 20th anniversary of the bridge was marked.",
     ""},
    {"2025-03-14",
     "Minister Haufiku landed in Helsinki on Tuesday, 11 March 2025. She left Finland again on 9 "
     "March.",
     "date-conflict [9 March]"},
    {"2025-03-14",
     "The minister of Chad, Mr. Omar Deby, arrived in Rome on 11 March 2025 and departed on 9 "
     "March 2025.",
     "date-conflict [9 March 2025]"},
    {"2025-03-14",
     "The minister of Chad, Mr. Omar Deby, arrived in Rome on 9 March 2025 and departed on 11 "
     "March 2025.",
     ""},
    {"2025-03-14",
     "The minister of Chad, Mr. Omar Deby, began a visit to Italy on 11 March 2025. The visit "
     "ended on 9 March 2025.",
     "date-conflict [9 March 2025]"},
    {"2025-03-14", "The summit opened in Rome on 11 March 2025 and closed on 9 March 2025.",
     "date-conflict [9 March 2025]"},
    {"2025-03-14", "The summit opened in Rome on 9 March 2025 and closed on 11 March 2025.", ""},
    {"2025-03-14",
     "Mali expelled the French ambassador on 3 March 2025. After the expulsion of the ambassador "
     "on 6 March 2025 France protested.",
     "date-conflict [6 March 2025]"},
    {"2025-03-14",
     "Mali recalled its ambassador on 3 March 2025. The recall of the ambassador on 3 March 2025 "
     "hurt France.",
     ""},
    {"2025-03-14",
     "The two ministers signed the agreement in Lima on 3 March 2025. Since the signing of the "
     "agreement on 4 March 2025 trade has grown.",
     "date-conflict [4 March 2025]"},
    {"2025-03-14",
     "The ship was sunk off Lima on 3 March. Since the sinking of the ship on 4 March nobody "
     "sails.",
     "date-conflict [4 March]"},
    {"2025-03-14",
     "Gunmen attacked the convoy on 3 March. The attack on the convoy of 4 March killed six.",
     "date-conflict [4 March]"},
    {"2025-03-14",
     "Gunmen attacked the convoy on 3 March. The attack on the convoy of 3 March killed six.", ""},
    {"2025-03-14",
     "Gunmen attacked a convoy on 3 March and a camp on 4 March. The attack of 4 March killed six.",
     ""},
    {"2025-03-14",
     "The president was elected on 3 March. Since his election on 5 March he has rested.",
     "date-conflict [5 March]"},
    {"2025-03-14",
     "President Omar of Chad was elected on 3 March. Since the election of the parliament on 5 "
     "March he has rested.",
     ""},
    {"2025-03-14", "He met the Pope on Sunday, March 9, and spoke on Thursday (13 March) in Rome.",
     ""},
    {"2025-03-14", "He met the Pope on Sunday, March 10, and spoke on Thursday (12 March) in Rome.",
     "date-conflict [Sunday, March 10]; date-conflict [Thursday (12 March)]"},
    {"2025-03-14", "Talks will be held on Monday, 24 March.", ""},
    {"2025-03-14", "Talks will be held on Monday, 25 March.", "date-conflict [Monday, 25 March]"},
    {"2025-03-14", "The law of 31 November 1999 is void.", "date-conflict [31 November 1999]"},
    {"2025-03-14", "The fair runs from 9 to 5 May.", "date-conflict [9 to 5 May]"},
    {"2025-03-14", "He served from 2010 to 2008 and from May 2009 to March 2008.",
     "date-conflict [May 2009 to March 2008]"},
    {"2025-03-14", "Chad, Mali and Niger sent 12 soldiers in 2019, 30 in 2020 and 10 in 2021.", ""},
    {"2025-03-14", "The minister presented his letters on 17 March 2025 in Rome.",
     "date-conflict [17 March 2025]"},
    {"2025-03-14", "The minister will have presented his letters by 17 March 2025.", ""},
    {"2025-03-14", "The minister announced that he would visit Rome on 17 March 2025.", ""},
    {"2025-03-14", "The minister received an invitation for 17 March 2025.", ""},
    {"2025-03-14", "The minister met the organisers of the fair of 17 March 2025.", ""},
    {"2025-03-14",
     "Ghana and Peru established consular relations on 3 May 1960 and diplomatic relations on 5 "
     "June 1971.",
     ""},
    {"2025-03-14",
     "Ghana and Peru established diplomatic relations in 1960. They have had full diplomatic "
     "relations since 5 June 1971.",
     ""},
    {"2025-03-14",
     "The Soviet Union established diplomatic relations with Ghana in 1957. Russia has had "
     "diplomatic relations with Ghana since 1991.",
     ""},
    {"2025-03-14",
     "Ghana established diplomatic relations with Peru on 3 May 1960 and with Chile on 5 May 1961.",
     ""},
    {"2025-03-14",
     "Mr. Juma, the minister of Kenya, arrived in Rome on 10 March. The minister of Chad arrived "
     "in Rome on 8 March. He left Rome on 9 March.",
     ""},
    {"2025-03-14",
     "President Deby of Chad arrived in Rome on 11 March. In his country the war ended on 9 March.",
     ""},
    {"2025-03-14",
     "President Deby of Chad arrived in Rome on 11 March. He had left Lima on 9 March.", ""},
    {"2025-03-14",
     "President Deby of Chad arrived in Rome on 11 March. The minister left Lima on 9 March.", ""},
    {"2025-03-14",
     "The ministers of Chad and Mali met in Rome on 3 March. The talks of 3 March in Rome went "
     "well. The meeting of 1 March in Lima did not.",
     ""},
    {"2025-03-14",
     "The ministers of Chad and Mali met in Rome on 3 and 4 March. The talks of 4 March in Rome "
     "went well.",
     ""},
    {"2025-03-14",
     "The ministers of Chad and Mali met in Rome from 3 to 6 March. The talks of 5 March in Rome "
     "went well.",
     ""},
    {"2025-03-14",
     "The ministers met in Rome on 3 March. After the meeting of 9 January in Rome they had parted "
     "in anger.",
     ""},
    {"2025-03-14",
     "Police arrested two men on 3 March. Since the arrest of the minister on 5 March the town is "
     "calm.",
     ""},
    {"2025-03-14",
     "Police arrested two men on 3 March and three women on 5 March. Since their arrest on 5 March "
     "the women have sat in jail.",
     ""},
    {"2025-03-14",
     "Peru expelled two diplomats on 3 March. Chile answered with the expulsion of two diplomats "
     "on 5 March.",
     ""},
    {"2025-03-14",
     "Rebels seized a ship on 3 March. The seizure of the ship by the navy on 9 March ended it.",
     ""},
    {"2025-03-14",
     "The treaty was signed on 3 March 1975 and entered into force on 5 May 1976. The signing of "
     "the treaty on 3 March 1975 was quiet.",
     ""},
    {"2025-03-14",
     "The ministers agreed on Monday, 10 March, that talks would begin on Monday, 17 March.", ""},
    {"2025-03-14",
     "Mali and Niger signed the treaty on 3 March 2025. Chad had signed the treaty on 1 March "
     "2025.",
     ""},
    {"2025-03-14",
     "The 20th anniversary of the peace falls on 5 May 2025. The peace was signed on 5 May 2005.",
     ""},
    {"2025-03-14",
     "The peace was signed on 5 May 2005. In 2015 the tenth anniversary of the peace was marked, "
     "and the twentieth anniversary of the peace will be marked in May.",
     ""},
    {"2025-03-14",
     "Peru and Ghana established diplomatic relations in 1960. In 2015 Ghana celebrated the 30th "
     "anniversary of its diplomatic relations with Chile.",
     ""},
    {"2025-03-14",
     "Peru and Ghana established diplomatic relations in 1960. This year the 25th anniversary of "
     "the port of Callao is marked.",
     ""},
    {"2025-03-14",
     "Peru and Ghana established diplomatic relations in 1960. The ambassador, 50 years old, has "
     "served for 30 years.",
     ""},
    {"2025-03-14",
     "Peru and Ghana have had diplomatic relations since 1960. They closed their embassies ten "
     "years later and reopened them after twenty years of silence.",
     ""},
    {"2025-03-14",
     "Peru and Ghana have had diplomatic relations since 1960. The restoration of diplomatic "
     "relations in 1990 ended a break; the 35th anniversary of the restoration of diplomatic "
     "relations falls in May.",
     ""},
    {"2025-03-14",
     "Peru and Ghana have had diplomatic relations since 1960. The 40th anniversary of the death "
     "of the first envoy was marked in 2020.",
     ""},
    {"2025-03-14",
     "Peru and Ghana have had diplomatic relations since 1960. In their 65th year, relations are "
     "warm.",
     ""},
    {"2025-03-14",
     "Peru and Ghana have had diplomatic relations since 1960. Relations are in their 65th year.",
     ""},
    {"2025-03-14",
     "Kenya became independent on 12 December 1963. In October 2024 Zambia celebrated the 60th "
     "anniversary of its independence.",
     ""},
    {"2025-03-14",
     "Mrs. Silva, aged 31, was born on 30 April 1993 in the 31st district. On 30 June she left.",
     ""},
    {"2025-03-14", "The 30 June movement met on 31 May; 31 March movement members came.", ""},
    {"2025-03-14", "In May 31 people died, and in April 31 people fled.", ""},
    {"2025-03-14", "The decree of February 30 people feared was a joke.", ""},
    {"2025-03-14", "On Sunday Times of India wrote of Monday 3 March.", ""},
    {"2025-03-14", "Since Wednesday 12 March trucks wait.", ""},
    {"2025-03-14",
     "The visit began on 3 March and ended on 6 March. A second visit ended on 1 March.", ""},
    {"2025-03-14", "The exercise began on 10 March. The strike ended on 8 March.", ""},
    {"2025-03-14",
     "Peru and Chile signed an agreement on fishing on 3 March 2025. The agreement of 5 March 2025 "
     "covers squid.",
     "date-conflict [5 March 2025]"},
    {"2025-03-14",
     "Peru and Chile signed an agreement on fishing on 3 March 2025. The agreement of 3 March 2025 "
     "covers squid.",
     ""},
    {"2025-03-14",
     "Peru and Chile signed an agreement on fishing on 3 March 2025. The agreement of 5 May 1999 "
     "covers squid.",
     ""},
    {"2025-03-14",
     "Peru and Chile signed an agreement on fishing on 3 March 2025. Ghana and Mali signed an "
     "agreement on 5 March 2025. The agreement of 5 March 2025 covers tin.",
     ""},
    {"2025-03-14",
     "The minister of Chad telephoned the minister of Mali on 7 March. The call of 9 March was "
     "long.",
     "date-conflict [9 March]"},
    {"2025-03-14",
     "The minister of Chad telephoned the minister of Mali on 7 March. The call of 7 March was "
     "long.",
     ""},
    {"2025-03-14",
     "The parliament of Chad voted on the law on 7 March. The vote of 9 March was close.",
     "date-conflict [9 March]"},
    {"2025-03-14",
     "The ministers of Chad and Mali met in Gaborone on 7 March. The Gaborone talks of 9 March "
     "were long.",
     "date-conflict [9 March]"},
    {"2025-03-14", "The minister arrived yesterday, 11 March, in Rome.",
     "date-conflict [11 March]"},
    {"2025-03-14", "The minister arrived yesterday, 13 March, in Rome.", ""},
    {"2025-03-14", "The minister arrived yesterday, Thursday, in Rome.", ""},
    {"2025-03-14", "The minister arrived yesterday, Tuesday, in Rome.", "date-conflict [Tuesday]"},
    {"2025-03-14", "On 3 March the minister left. Two days later, on 8 March, he was back.",
     "date-conflict [8 March]"},
    {"2025-03-14", "On 3 March the minister left. Two days later, on 5 March, he was back.", ""},
    {"2025-03-14",
     "On 3 March the minister left. The next day, 4 March, he was back. On the same day, 4 March, "
     "it rained.",
     ""},
    {"2025-03-14", "He spoke on Monday, on Tuesday and on Wednesday.", ""},
    {"2025-03-14", "He spoke on Monday, 10 March, and on Tuesday, 11 March.", ""},
    {"2025-03-14", "The minister will come tomorrow, Saturday, to Rome.", ""},
    {"2025-03-14", "The ceasefire of 3 March, two days after the raid, holds.", ""},
    {"2005-09-09",
     "Nepal and Malta have diplomatic relations since 25 September 1985, so that in this month "
     "twenty years will be full.",
     ""},
    {"2005-09-09",
     "Nepal and Malta have diplomatic relations since 25 September 1985, so that in this month "
     "thirty years will be full.",
     "anniversary-conflict [thirty years]"},
    {"2005-09-09",
     "Nepal and Malta have diplomatic relations since 25 September 1985. In 2010 the silver "
     "jubilee will be celebrated.",
     ""},
    {"2005-09-09",
     "Nepal and Malta have diplomatic relations since 25 September 1985. In 2015 the silver "
     "jubilee will be celebrated.",
     "anniversary-conflict [silver jubilee]"},
    {"2005-09-09",
     "Already for twenty years exist diplomatic relations between Nepal and Malta, which were "
     "opened on 25 September 1985.",
     ""},
    {"2005-09-09",
     "Diplomatic relations were opened on 25 September 1985 by Nepal and Malta. Ten years of "
     "diplomatic relations were celebrated in 1995, and twenty years of diplomatic relations will "
     "be celebrated this month.",
     ""},
    {"2005-09-09",
     "Diplomatic relations were opened on 25 September 1985 by Nepal and Malta. Ten years of "
     "diplomatic relations were celebrated in 1999.",
     "anniversary-conflict [Ten years]"},
    {"2005-09-09",
     "Nepal and Malta opened diplomatic relations twenty years ago, on 25 September 1985.", ""},
    {"2005-09-09",
     "Nepal and Malta opened diplomatic relations thirty years ago, on 25 September 1985.",
     "anniversary-conflict [thirty years ago]"},
    {"2005-09-09",
     "Nepal and Malta opened diplomatic relations on 25 September 1985, almost twenty years ago.",
     ""},
    {"2005-09-09",
     "In 1985 Nepal and Malta opened diplomatic relations; two decades of diplomatic relations "
     "have been fruitful.",
     ""},
    {"2005-09-09",
     "In 1955 Nepal and Malta opened diplomatic relations; two decades of diplomatic relations "
     "have been fruitful.",
     "anniversary-conflict [two decades]"},
    {"2005-09-09",
     "Nepal and Malta will mark the 20th anniversary of the establishment of diplomatic relations "
     "on 25 September. Diplomatic relations were established on 25 September 1985.",
     ""},
    {"2005-09-09",
     "Nepal and Malta will mark the 25th anniversary of the establishment of diplomatic relations "
     "on 25 September. Diplomatic relations were established on 25 September 1985.",
     "anniversary-conflict [25th anniversary]"},
    {"2005-09-09",
     "The two countries, Nepal and Malta, celebrate this year their 20th anniversary of "
     "friendship. They established diplomatic relations in 1950.",
     ""},
    {"2005-09-09",
     "The minister praised the 30th anniversary edition of the book. Nepal and Malta established "
     "diplomatic relations in 1950.",
     ""},
    {"2005-09-09",
     "The United Nations celebrates its 60th anniversary this year. Nepal joined the United "
     "Nations on 14 December 1955.",
     ""},
    {"2005-09-09",
     "Nepal joined the United Nations on 14 December 1955. This year the 50th anniversary of the "
     "membership is marked.",
     ""},
    {"2005-09-09",
     "Nepal joined the United Nations on 14 December 1955. This year the 60th anniversary of the "
     "United Nations is marked.",
     ""},
    {"2005-09-09", "Malta became independent on 21 September 1964, 41 years ago.", ""},
    {"2005-09-09", "Malta became independent on 21 September 1964, 51 years ago.",
     "anniversary-conflict [51 years ago]"},
    {"2005-09-09",
     "Malta and Nepal have had diplomatic relations since 1985. On 1 May Malta celebrated the 25th "
     "anniversary of its central bank.",
     ""},
    {"2005-09-09",
     "Malta and Nepal have had diplomatic relations since 1985. The treaty between Malta and Chad "
     "is in its 12th year of force.",
     ""},
    {"2005-09-09",
     "The peace treaty was signed in 1985 and the trade treaty in 1995. The tenth anniversary of "
     "the treaty was marked.",
     ""},
    {"2005-09-09",
     "Malta and Nepal signed the trade treaty in 1995. The tenth anniversary of the trade treaty "
     "was marked.",
     ""},
    {"2005-09-09",
     "Malta and Nepal signed the trade treaty in 1995. The fifth anniversary of the trade treaty "
     "was marked in 2000.",
     ""},
    {"2005-09-09",
     "Malta and Nepal signed the trade treaty in 1995. The fifth anniversary of the trade treaty "
     "was marked in 2002.",
     "anniversary-conflict [fifth anniversary]"},
};

/** Those but for office-conflict, which has tests of its own: the people here are invented. */
static void print_findings(const chancery_reading *reading, char *out, size_t size)
{
    size_t used = 0;
    out[0] = 0;
    for (size_t i = 0; i < reading->finding_count; i++) {
        const chancery_finding *x = &reading->findings[i];
        if (slice_is(x->kind, "office-conflict"))
            continue;
        slice words = slice_range(reading->document.text, x->span.start, x->span.end);
        used += (size_t)snprintf(out + used, size - used, "%s%.*s [%.*s]", used ? "; " : "",
                                 SLICE_ARGS(x->kind), SLICE_ARGS(words));
        assert_true(used < size);
    }
}

static void test_examples(void **state)
{
    check_examples(*state, examples, sizeof examples / sizeof *examples, print_findings);
}

/** Every finding says what is wrong. */
static void test_messages(void **state)
{
    fixture *f = *state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        chancery_reading reading;
        assert_int_equal(
            read_text(f, slice_of(examples[i].published), slice_of(examples[i].text), &reading),
            CHANCERY_OK);
        for (size_t k = 0; k < reading.finding_count; k++) {
            const chancery_finding *x = &reading.findings[k];
            assert_true(x->message.len > 20);
            assert_true(x->message.ptr[x->message.len - 1] == '.');
            assert_true(x->span.end > x->span.start);
        }
    }
}

static void check_likely(fixture *f, const char *text, const char *likely)
{
    chancery_reading reading;
    assert_int_equal(read_text(f, SLICE("2021-06-01"), slice_of(text), &reading), CHANCERY_OK);
    assert_int_equal(reading.finding_count, 1);
    assert_int_equal(reading.findings[0].likely.len, strlen(likely));
    assert_memory_equal(reading.findings[0].likely.ptr, likely, strlen(likely));
}

/** Whom the knowledge base had in the office, or NULL where nothing is noted. */
static void check_office(fixture *f, const char *published, const char *text, const char *likely)
{
    chancery_reading reading;
    const chancery_finding *found = NULL;
    assert_int_equal(read_text(f, slice_of(published), slice_of(text), &reading), CHANCERY_OK);
    for (size_t i = 0; i < reading.finding_count; i++)
        if (slice_is(reading.findings[i].kind, "office-conflict"))
            found = &reading.findings[i];
    if ((likely != NULL) != (found != NULL) || (found && !slice_is(found->likely, likely)))
        fail_msg("%s: %.*s", text, found ? (int)found->message.len : 0,
                 found ? found->message.ptr : "");
    if (found)
        assert_int_equal(found->severity, CHANCERY_NOTE);
}

static void test_offices(void **state)
{
    fixture *f = *state;
    static const char *const other = "German Chancellor Jana Weiss arrived in Lima.";
    check_office(f, "2012-05-03", other, "Angela Merkel");
    check_office(f, "2001-05-03", other, "Gerhard Schröder");
    check_office(f, "", other, NULL);
    check_office(f, "2999-05-03", other, NULL);
    check_office(f, "2012-05-03", "German Chancellor Angela Merkel arrived in Lima.", NULL);
    check_office(f, "2012-05-03", "German Chancellor Merkel arrived in Lima.", NULL);
    check_office(f, "2012-05-03", "Former German Chancellor Jana Weiss arrived in Lima.", NULL);
    check_office(f, "2012-05-03", "German Vice Chancellor Jana Weiss arrived in Lima.", NULL);
    check_office(f, "2012-05-03", "Germany's ambassador, Jana Weiss, arrived in Lima.", NULL);
    check_office(f, "2012-05-03", "In 1973 German Chancellor Jana Weiss went to Lima.", NULL);
    check_office(f, "2012-05-03", "Queen Jana of Jordan arrived in Lima.", NULL);
}

static void test_likely(void **state)
{
    fixture *f = *state;
    check_likely(f, "They met on Friday, 19 March 1991.", "Tuesday");
    check_likely(f, "They met on 31 April 2021.", "30");
    check_likely(f,
                 "Oman and Peru established diplomatic relations on 3 June 1974. In 2014 they "
                 "celebrated the thirtieth anniversary of their diplomatic relations.",
                 "40th");
}

static void test_hostile(void **state)
{
    fixture *f = *state;
    chancery_reading reading;
    size_t room = 120000, size = 0;
    char *text = malloc(room);
    assert_non_null(text);
    while (size + 200 < room)
        size +=
            (size_t)snprintf(text + size, room - size,
                             "On Friday, 19 March 1991, the 20th anniversary of the treaty, the "
                             "seizure of the boats on 3 May 1991 ended. ");
    assert_int_equal(read_text(f, SLICE("2021-06-01"), (slice){text, size}, &reading), CHANCERY_OK);
    assert_int_equal(reading.finding_count, 1000);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples), cmocka_unit_test(test_messages),
        cmocka_unit_test(test_offices),  cmocka_unit_test(test_likely),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
