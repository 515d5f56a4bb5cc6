/* Tests of relations: between whom, since when, and what is none.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each text is read as a report of the day given; all its relations stand behind it. */
#include "reading_fixture.h"

static const example examples[] = {
    {"2001-05-05", "Norway and Chile established diplomatic relations on 12 February 1919.",
     "CHL-NOR 1919-02-12 diplomatic relations"},
    {"2001-05-05", "Peru has had diplomatic relations with Japan since 21 August 1873.",
     "JPN-PER 1873-08-21 diplomatic relations"},
    {"2001-05-05", "Kenya and Finland have maintained diplomatic relations since 1965.",
     "FIN-KEN 1965 diplomatic relations"},
    {"2001-05-05", "Diplomatic relations between Ghana and Cuba exist since December 1959.",
     "CUB-GHA 1959-12 diplomatic relations"},
    {"2001-05-05", "Diplomatic relations between Nepal and Brazil date from 7 February 1976.",
     "BRA-NPL 1976-02-07 diplomatic relations"},
    {"2001-05-05",
     "Laos and Sweden entered into diplomatic relations on 1 August 1964, and in 1974 they signed "
     "a treaty on forests.",
     "LAO-SWE 1964-08-01 diplomatic relations"},
    {"2001-05-05", "In March 1972 Malta opened diplomatic relations with Poland.",
     "MLT-POL 1972-03 diplomatic relations"},
    {"2001-05-05",
     "Since the establishment of diplomatic relations between Togo and Egypt on 5 June 1961, trade "
     "has grown.",
     "EGY-TGO 1961-06-05 diplomatic relations"},
    {"2001-05-05", "On 7 March 1965 Tunisia broke off diplomatic relations with Chad.",
     "TCD-TUN 1965-03-07 diplomatic relations broken off"},
    {"2001-05-05",
     "Iran severed diplomatic ties with Morocco in January 1981. They were restored on 18 December "
     "1991.",
     "IRN-MAR 1981-01 diplomatic relations broken off; IRN-MAR 1991-12-18 diplomatic relations "
     "restored"},
    {"2001-05-05", "Honduras suspended its relations with Panama on 3 July 1989.",
     "HND-PAN 1989-07-03 diplomatic relations suspended"},
    {"2001-05-05", "Zambia and Portugal resumed diplomatic relations on 9 May 1975.",
     "PRT-ZMB 1975-05-09 diplomatic relations restored"},
    {"2001-05-05", "China and Indonesia normalised relations in August 1990.",
     "CHN-IDN 1990-08 diplomatic relations normalised"},
    {"2018-05-05",
     "Vietnam and Australia raised their relations to a strategic partnership on 15 March 2018.",
     "AUS-VNM 2018-03-15 strategic partnership"},
    {"2018-05-05",
     "Qatar and Turkey established diplomatic relations in 1972 and upgraded them to a "
     "comprehensive partnership in May 2014.",
     "QAT-TUR 1972 diplomatic relations; QAT-TUR 2014-05 comprehensive partnership"},
    {"2001-05-05", "Diplomatic relations between Fiji and India were established on 4 May 1970.",
     "FJI-IND 1970-05-04 diplomatic relations"},
    {"2001-05-05", "Bolivia cut ties with Israel in 2009.", ""},
    {"2012-05-05", "Bolivia cut ties with Israel in 2009.",
     "BOL-ISR 2009 diplomatic relations broken off"},
    {"2012-05-05", "Jordan joined the United Nations on 14 December 1955.",
     "JOR-UNO 1955-12-14 membership"},
    {"2012-05-05", "Croatia became a member of NATO on 1 April 2009.",
     "HRV-IGO 2009-04-01 membership"},
    {"2012-05-05", "Iceland has been a member of NATO since 4 April 1949.",
     "IGO-ISL 1949-04-04 membership"},
    {"2012-05-05", "Nauru was admitted to the United Nations in September 1999.",
     "NRU-UNO 1999-09 membership"},
    {"2019-05-05", "Gambia left the Commonwealth on 3 October 2013.",
     "GMB-IGO 2013-10-03 membership ended"},
    {"2019-05-05",
     "Bhutan and Nepal established diplomatic relations on 3 June 1983. Nepal joined the World "
     "Trade Organization on 23 April 2004.",
     "BTN-NPL 1983-06-03 diplomatic relations; IGO-NPL 2004-04-23 membership"},
    {"2019-05-05", "Estonia opened an embassy in Canberra in 1995.", "AUS-EST 1995 embassy"},
    {"2019-05-05", "Chad closed its embassy in Rome in March 1998.",
     "ITA-TCD 1998-03 embassy closed"},
    {"2019-05-05", "Spain and Morocco have been allies since 1986.", "ESP-MAR 1986 alliance"},
    {"2019-05-05", "Mali and Niger formed an alliance on 16 September 2003.",
     "MLI-NER 2003-09-16 alliance"},
    {"2019-05-05",
     "In 2017 Iraq and Hungary will celebrate the 60th anniversary of their diplomatic relations.",
     "HUN-IRQ 1957 diplomatic relations"},
    {"2019-05-05", "Costa Rica broke with Taiwan on 1 June 2007.",
     "CRI-TWN 2007-06-01 diplomatic relations broken off"},
    {"2019-05-05",
     "Kuwait, Oman, Egypt and Yemen had a quarrel with Libya. The four states broke off diplomatic "
     "relations with Libya on 5 June 2017.",
     "EGY-LBY 2017-06-05 diplomatic relations broken off; KWT-LBY 2017-06-05 diplomatic relations "
     "broken off; LBY-OMN 2017-06-05 diplomatic relations broken off; LBY-YEM 2017-06-05 "
     "diplomatic relations broken off"},
    {"2019-05-05",
     "Latvia and Georgia spoke in Riga. Both countries have had diplomatic relations since 14 "
     "February 1992.",
     "GEO-LVA 1992-02-14 diplomatic relations"},
    {"2019-05-05",
     "The talks of Peru and Chile went on for hours. Diplomatic relations exist since 1821.",
     "CHL-PER 1821 diplomatic relations"},
    {"2019-05-05",
     "When Namibia became free on 21 March 1990, Norway opened diplomatic relations with it the "
     "same day.",
     "NAM-NOR 1990-03-21 diplomatic relations"},
    {"2019-05-05",
     "Gabon joined the United Nations on 20 September 1960 and established diplomatic relations "
     "with Japan on 4 October of the same year.",
     "GAB-UNO 1960-09-20 membership; GAB-JPN 1960-10-04 diplomatic relations"},
    {"2019-05-05", "Albania broke off diplomatic relations with Iran on Wednesday.",
     "ALB-IRN 2019-05-01 diplomatic relations broken off"},
    {"2019-05-05",
     "President Oscar Arias of Costa Rica announced that his country had established diplomatic "
     "relations with China on 1 June 2007.",
     "CHN-CRI 2007-06-01 diplomatic relations"},
    {"2019-05-05", "Belgium and Malta will establish diplomatic relations on 1 June 2019.", ""},
    {"2019-05-05", "Belgium and Malta may establish diplomatic relations in 2020.", ""},
    {"2019-05-05", "Belgium has not established diplomatic relations with Malta since 1964.", ""},
    {"2019-05-05",
     "Belgium denied that it had broken off diplomatic relations with Malta on 3 May 2018.", ""},
    {"2019-05-05", "Belgium and Malta signed a treaty on fisheries on 3 May 2018.", ""},
    {"2019-05-05", "Belgium and Malta have good relations, the minister said on Tuesday.", ""},
    {"2019-05-05",
     "The minister visited Malta on 3 May 2018 to strengthen diplomatic relations with Belgium.",
     ""},
    {"2019-05-05", "Trade relations between Belgium and Malta have grown since 2010.", ""},
    {"2019-05-05", "The two sides discussed the restoration of diplomatic relations on Tuesday.",
     ""},
    {"2019-05-05", "Belgium joined the talks with Malta on 3 May 2018.", ""},
    {"2019-05-05", "If Malta broke off diplomatic relations with Belgium in 2020, trade would end.",
     ""},
    {"2019-05-05", "Belgium closed its embassy in Valletta on Thursday.", ""},
    {"2019-05-05", "Belgium praised Malta for its membership of the European Union on 3 May 2018.",
     ""},
    {"2019-05-05", "Belgium hopes to open an embassy in Valletta in 2020.", ""},
    {"2019-05-05", "Belgium and Malta agreed to establish diplomatic relations on 3 May 2018.", ""},
    {"2019-05-05",
     "Belgium urged Malta to break off diplomatic relations with Libya on 3 May 2018.", ""},
    {"2015-05-05", "Tonga took up diplomatic relations with Latvia on 3 March 2004.",
     "LVA-TON 2004-03-03 diplomatic relations"},
    {"2015-05-05", "Cyprus and Ghana set up diplomatic relations in 1961.",
     "CYP-GHA 1961 diplomatic relations"},
    {"2015-05-05",
     "The Republic of Korea and Bulgaria have enjoyed diplomatic ties since March 23, 1990.",
     "BGR-KOR 1990-03-23 diplomatic relations"},
    {"2015-05-05", "Formal diplomatic relations between Samoa and Chile go back to 15 May 1990.",
     "CHL-WSM 1990-05-15 diplomatic relations"},
    {"2015-05-05",
     "Ever since diplomatic relations were established between Angola and Cuba on 15 November "
     "1975, doctors have come.",
     "AGO-CUB 1975-11-15 diplomatic relations"},
    {"2015-05-05",
     "It was on 9 June 1974 that Portugal and Poland established diplomatic relations.",
     "POL-PRT 1974-06-09 diplomatic relations"},
    {"2015-05-05", "Libya, with which Malta has had diplomatic relations since 1965, sent oil.",
     "LBY-MLT 1965 diplomatic relations"},
    {"2015-05-05",
     "Togo recognised Israel in 1960 and restored diplomatic relations with it on 9 June 1987.",
     "ISR-TGO 1987-06-09 diplomatic relations restored"},
    {"2015-05-05", "Relations between Iran and Canada were broken off on 7 September 2012.",
     "CAN-IRN 2012-09-07 diplomatic relations broken off"},
    {"2015-05-05",
     "Diplomatic relations were broken off in 1967 and restored in 1974, when the ministers of "
     "Syria and Canada met.",
     "CAN-SYR 1967 diplomatic relations broken off; CAN-SYR 1974 diplomatic relations restored"},
    {"2015-05-05", "Ghana and Guinea re-established diplomatic relations in February 1980.",
     "GHA-GIN 1980-02 diplomatic relations restored"},
    {"2015-05-05", "The rupture of diplomatic relations between Peru and Cuba in 1960 hurt trade.",
     ""},
    {"2015-05-05",
     "After the resumption of diplomatic relations between Peru and Cuba in July 1972, trade grew.",
     "CUB-PER 1972-07 diplomatic relations restored"},
    {"2015-05-05", "In 2011 Mongolia and India elevated their ties to a comprehensive partnership.",
     "IND-MNG 2011 comprehensive partnership"},
    {"2015-05-05",
     "Ties between Kenya and Turkey were upgraded to a strategic partnership in June 2014.",
     "KEN-TUR 2014-06 strategic partnership"},
    {"2015-05-05", "Brazil and Angola have been strategic partners since 2010.",
     "AGO-BRA 2010 partnership"},
    {"2015-05-05", "Kazakhstan and Italy signed a strategic partnership in 2009.",
     "ITA-KAZ 2009 strategic partnership"},
    {"2015-05-05", "Gambia acceded to the African Union in May 2001.",
     "GMB-IGO 2001-05 membership"},
    {"2015-05-05", "Since joining the European Union on 1 May 2004, Slovenia has grown.",
     "EUR-SVN 2004-05-01 membership"},
    {"2015-05-05", "Slovenia, which joined NATO on 29 March 2004, sent troops.",
     "IGO-SVN 2004-03-29 membership"},
    {"2015-05-05", "Tuvalu became the 189th member of the United Nations on 5 September 2000.",
     "TUV-UNO 2000-09-05 membership"},
    {"2015-05-05", "The United Nations admitted Monaco on 28 May 1993.",
     "MCO-UNO 1993-05-28 membership"},
    {"2015-05-05", "Finland and Sweden joined the European Union on 1 January 1995.",
     "EUR-FIN 1995-01-01 membership; EUR-SWE 1995-01-01 membership"},
    {"2015-05-05", "Ukraine applied for membership of the European Union on 28 February 2013.", ""},
    {"2015-05-05", "Serbia may join the European Union in 2025.", ""},
    {"2015-05-05", "Serbia hosted a summit of the European Union on 3 May 2014.", ""},
    {"2015-05-05", "Serbia wanted to join the European Union by 2014.", ""},
    {"2015-05-05",
     "France and Chad signed an agreement on diplomatic relations and visas on 3 May 2014.", ""},
    {"2015-05-05",
     "The ambassador of Chad spoke on 3 May 2014 about diplomatic relations with France.", ""},
    {"2015-05-05",
     "On 3 May 2014 the ministers of France and Chad praised their diplomatic relations.", ""},
    {"2015-05-05", "Diplomatic relations between France and Chad have improved since 2010.", ""},
    {"2015-05-05", "France and Chad hope to restore diplomatic relations by June 2015.", ""},
    {"2015-05-05", "France threatened to break off diplomatic relations with Chad on 3 May 2014.",
     ""},
    {"2015-05-05", "France recalled its ambassador from Chad on 3 May 2014.", ""},
    {"2015-05-05", "France and Chad have been at war since 3 May 2014.", ""},
    {"2015-05-05", "The alliance of France and Chad was praised on 3 May 2014.", ""},
    {"2015-05-05", "France broke with tradition in 2014.", ""},
    {"2015-05-05",
     "In 1994 the two peoples of Fiji and Peru met. Their countries opened diplomatic relations "
     "two years later.",
     "FJI-PER 1996 diplomatic relations"},
    {"2015-05-05", "Since 1972 Bhutan and Oman have had diplomatic relations.",
     "BTN-OMN 1972 diplomatic relations"},
    {"2015-05-05", "Bhutan and Oman have been linked by diplomatic relations for forty years.", ""},
    {"2015-05-05", "Egypt opened its embassy in Maputo in 1976.", "EGY-MOZ 1976 embassy"},
    {"2015-05-05", "Egypt has had an embassy in Maputo since 1976.", "EGY-MOZ 1976 embassy"},
    {"2015-05-05", "An Egyptian embassy was opened in Maputo in 1976.", "EGY-MOZ 1976 embassy"},
    {"2015-05-05", "Egypt will open an embassy in Maputo in 2016.", ""},
    {"2015-05-05", "Protesters burned the embassy of Egypt in Maputo in 1976.", ""},
    {"2015-05-05",
     "In 2015 Laos and Peru mark the 50th anniversary of the establishment of diplomatic "
     "relations.",
     "LAO-PER 1965 diplomatic relations"},
    {"2015-05-05", "In 2015 Laos and Peru mark 50 years of diplomatic relations.",
     "LAO-PER 1965 diplomatic relations"},
    {"2015-05-05", "Laos and Peru celebrated the 50th anniversary of the Mekong bridge in 2014.",
     ""},
    {"2015-05-05",
     "Taiwan severed its diplomatic ties with Senegal on 26 October 2005, one day after Senegal "
     "had restored relations with China.",
     "SEN-TWN 2005-10-26 diplomatic relations broken off"},
    {"2015-05-05", "Chile and Bolivia have had no diplomatic relations since 1978.", ""},
    {"2015-05-05",
     "Nepal established diplomatic relations with Peru on 3 March 1986, with Togo on 5 May 1987 "
     "and with Mali on 7 July 1988.",
     "NPL-PER 1986-03-03 diplomatic relations"},
    {"2023-11-02",
     "Relations between Lima and Suva are younger than most: they were taken up on 14 July 1975, "
     "when a note was signed in London.",
     "FJI-PER 1975-07-14 diplomatic relations"},
    {"2023-11-02",
     "Lithuania and Morocco have been exchanging ambassadors since 1992, when diplomatic relations "
     "were opened on 15 May.",
     "LTU-MAR 1992-05-15 diplomatic relations"},
    {"2023-11-02",
     "Formal ties were established on 6 March 1971, and the first envoy of Qatar came to Bern a "
     "year later. Qatar and Switzerland trade in gas.",
     "CHE-QAT 1971-03-06 diplomatic relations"},
    {"2023-11-02",
     "Paraguay severed relations with Nicaragua on 1 October 1980; they were resumed in May 1990.",
     "NIC-PRY 1980-10-01 diplomatic relations broken off; NIC-PRY 1990-05 diplomatic relations "
     "restored"},
    {"2023-11-02",
     "Diplomatic relations, which date back to 1 September 1976, have never been interrupted, the "
     "envoys of Barbados and Kenya noted.",
     "BRB-KEN 1976-09-01 diplomatic relations"},
    {"2023-11-02",
     "The year 1963 saw the establishment of diplomatic relations between Kuwait and Japan.", ""},
    {"2023-11-02",
     "Japan was among the first to recognise Kuwait; diplomatic relations followed on 8 December "
     "1961.",
     "JPN-KWT 1961-12-08 diplomatic relations"},
    {"2023-11-02",
     "Egypt and Bolivia, whose diplomatic relations go back to 1961, signed a treaty.",
     "BOL-EGY 1961 diplomatic relations"},
    {"2023-11-02", "Bolivia and Egypt first exchanged ambassadors in 1962.", ""},
    {"2023-11-02",
     "Since 25 July 1973 there have been diplomatic relations between Finland and Laos.",
     "FIN-LAO 1973-07-25 diplomatic relations"},
    {"2023-11-02",
     "There have been diplomatic relations between Finland and Laos since 25 July 1973.",
     "FIN-LAO 1973-07-25 diplomatic relations"},
    {"2023-11-02",
     "On 25 July 1973, Finland established diplomatic relations at ambassadorial level with Laos.",
     "FIN-LAO 1973-07-25 diplomatic relations"},
    {"2023-11-02", "Finland and Laos agreed on 25 July 1973 to establish diplomatic relations.",
     ""},
    {"2023-11-02",
     "Finland became the first Nordic state to establish diplomatic relations with Laos, on 25 "
     "July 1973.",
     "FIN-LAO 1973-07-25 diplomatic relations"},
    {"2023-11-02",
     "Finland, having established diplomatic relations with Laos in 1973, sends teachers.",
     "FIN-LAO 1973 diplomatic relations"},
    {"2023-11-02",
     "Mexico re-established diplomatic ties with Spain on 28 March 1977 after a break of "
     "thirty-eight years.",
     "ESP-MEX 1977-03-28 diplomatic relations restored"},
    {"2023-11-02", "Mexico has been a member of the OECD since 18 May 1994.",
     "IGO-MEX 1994-05-18 membership"},
    {"2023-11-02", "Samoa, a member of the Commonwealth since 1970, sent a rugby team.",
     "IGO-WSM 1970 membership"},
    {"2023-11-02", "Morocco rejoined the African Union on 30 January 2017.",
     "IGO-MAR 2017-01-30 membership"},
    {"2023-11-02", "Britain left the European Union on 31 January 2020.",
     "EUR-GBR 2020-01-31 membership ended"},
    {"2023-11-02", "Russia withdrew from the Council of Europe on 16 March 2022.",
     "IGO-RUS 2022-03-16 membership ended"},
    {"2023-11-02", "Finland's accession to NATO on 4 April 2023 changed the north.",
     "FIN-IGO 2023-04-04 membership"},
    {"2023-11-02", "Finland entered NATO in April 2023.", "FIN-IGO 2023-04 membership"},
    {"2023-11-02", "Croatia has belonged to the European Union since 1 July 2013.",
     "EUR-HRV 2013-07-01 membership"},
    {"2023-11-02",
     "Bahrain and Iran have not had diplomatic relations since January 2016, when Bahrain broke "
     "them off.",
     "BHR-IRN 2016-01 diplomatic relations broken off"},
    {"2023-11-02",
     "Bahrain broke off diplomatic relations with Iran in January 2016 and has not restored them "
     "since.",
     "BHR-IRN 2016-01 diplomatic relations broken off"},
    {"2023-11-02",
     "In a speech on 5 May 2023 the president of Chad recalled the diplomatic relations that his "
     "country opened with Peru in 1980.",
     "PER-TCD 1980 diplomatic relations"},
    {"2023-11-02", "Peru and Chad, linked by diplomatic relations since 3 May 1980, signed a pact.",
     "PER-TCD 1980-05-03 diplomatic relations"},
    {"2023-11-02", "Peru raised its legation in Chad to an embassy in 1982.", ""},
    {"2023-11-02", "The defence alliance between Poland and Romania was formed on 3 March 1921.",
     "POL-ROU 1921-03-03 defence alliance"},
    {"2023-11-02", "Poland and Romania concluded an alliance on 3 March 1921.",
     "POL-ROU 1921-03-03 alliance"},
    {"2023-11-02", "Poland and Romania became allies in March 1921.", "POL-ROU 1921-03 alliance"},
    {"2023-11-02",
     "In 2009 the relationship of Chile and Korea was upgraded to a comprehensive partnership.",
     "CHL-KOR 2009 comprehensive partnership"},
    {"2023-11-02", "Uganda and Iran downgraded their diplomatic relations in May 2012.",
     "IRN-UGA 2012-05 diplomatic relations lowered"},
    {"2023-11-02",
     "Sudan froze diplomatic relations with Kenya on 5 January 2021 and resumed them on 9 June "
     "2021.",
     "KEN-SDN 2021-01-05 diplomatic relations suspended; KEN-SDN 2021-06-09 diplomatic relations "
     "restored"},
    {"2023-11-02",
     "From 1967 to 1974 diplomatic relations between Egypt and Canada were suspended.",
     "CAN-EGY 1967/1974 diplomatic relations suspended"},
    {"2019-05-05",
     "At a ceremony in Oslo on Friday the envoys of Norway and Peru recalled that the two states "
     "have had diplomatic relations since 1872.",
     "NOR-PER 1872 diplomatic relations"},
    {"2019-05-05", "Norway's ties with Peru, established in 1872, are old.", ""},
    {"2019-05-05", "Norway's diplomatic ties with Peru, established in 1872, are old.",
     "NOR-PER 1872 diplomatic relations"},
    {"2019-05-05", "Norwegian-Peruvian diplomatic relations were established in 1872.",
     "NOR-PER 1872 diplomatic relations"},
    {"2019-05-05",
     "The two kingdoms of Norway and Tonga established diplomatic relations on 9 July 1979.",
     "NOR-TON 1979-07-09 diplomatic relations"},
    {"2019-05-05", "Diplomatic relations with Tonga were established by Norway on 9 July 1979.",
     "NOR-TON 1979-07-09 diplomatic relations"},
    {"2019-05-05", "Norway established diplomatic relations with Tonga and Samoa on 9 July 1979.",
     "NOR-TON 1979-07-09 diplomatic relations; NOR-WSM 1979-07-09 diplomatic relations"},
    {"2019-05-05",
     "In 1979, the year of the great storm, Norway established diplomatic relations with Tonga.",
     "NOR-TON 1979 diplomatic relations"},
    {"2019-05-05",
     "Norway, Sweden and Denmark established diplomatic relations with Tonga in 1979.",
     "DNK-TON 1979 diplomatic relations; NOR-TON 1979 diplomatic relations; SWE-TON 1979 "
     "diplomatic relations"},
    {"2019-05-05",
     "The minister said that Norway had broken off diplomatic relations with Tonga on 9 July 1979.",
     "NOR-TON 1979-07-09 diplomatic relations broken off"},
    {"2019-05-05",
     "Norway broke off diplomatic relations with Tonga after the coup of 9 July 1979.", ""},
    {"2019-05-05", "Norway broke off diplomatic relations with Tonga over the war of 1979.", ""},
    {"2019-05-05",
     "Norway broke off diplomatic relations with Tonga in protest against the arrests of May 1979.",
     ""},
    {"2019-05-05",
     "A treaty of 1979 governs the diplomatic relations that Norway and Tonga established.", ""},
    {"2019-05-05",
     "On 3 May the minister of Norway praised Tonga, with which his country established diplomatic "
     "relations in 1979.",
     "NOR-TON 1979 diplomatic relations"},
    {"2019-05-05", "Norway has had an ambassador in Tonga since 1979.", ""},
    {"2019-05-05", "The European Union and Tonga established diplomatic relations in 1979.",
     "EUR-TON 1979 diplomatic relations"},
    {"2019-05-05",
     "Tonga has no embassy in Oslo; diplomatic relations exist since 1979, said the minister of "
     "Norway.",
     "NOR-TON 1979 diplomatic relations"},
    {"2019-05-05", "Zaire and Tonga established diplomatic relations in 1979.",
     "COD-TON 1979 diplomatic relations"},
    {"2019-05-05",
     "Tonga became a full member of the Commonwealth in 1970 and of the United Nations on 14 "
     "September 1999.",
     "IGO-TON 1970 membership"},
    {"2019-05-05", "Tonga has been a member state of the United Nations since 1999.",
     "TON-UNO 1999 membership"},
    {"2019-05-05", "Tonga was a member of the Security Council from 2010 to 2012.", ""},
    {"2019-05-05", "Tonga became a member of the Human Rights Council in 2010.", ""},
    {"2019-05-05", "The minister of Tonga became a member of parliament in 2010.", ""},
    {"2019-05-05", "Mr. Tupou joined the United Nations in 1999 as a clerk.", ""},
    {"2019-05-05", "The Tongan diplomat Semisi Tupou joined the World Bank in 1999.", ""},
    {"2019-05-05", "In 1999 Tonga's membership of the United Nations was approved.", ""},
    {"2019-05-05", "Tonga joined the war in 1943.", ""},
    {"2019-05-05",
     "Tonga and Norway celebrated the 40th anniversary of diplomatic relations this week.",
     "NOR-TON 1979 diplomatic relations"},
    {"2019-05-05", "Tonga and Norway will celebrate 50 years of diplomatic relations in 2029.",
     "NOR-TON 1979 diplomatic relations"},
    {"2019-05-05", "Tonga and Norway have had good relations for 40 years.", ""},
    {"2020-09-09",
     "Asked about the past, the envoy noted that Iceland and Cape Verde had established diplomatic "
     "relations only on 8 July 1977.",
     "CPV-ISL 1977-07-08 diplomatic relations"},
    {"2020-09-09",
     "The two island states, Iceland and Cape Verde, established diplomatic relations on 8 July "
     "1977.",
     "CPV-ISL 1977-07-08 diplomatic relations"},
    {"2020-09-09",
     "Diplomatic relations between Reykjavik and Praia were established on 8 July 1977.",
     "CPV-ISL 1977-07-08 diplomatic relations"},
    {"2020-09-09", "Reykjavik and Praia have maintained diplomatic relations since July 1977.",
     "CPV-ISL 1977-07 diplomatic relations"},
    {"2020-09-09",
     "Iceland and Cape Verde talked in Praia. Their diplomatic relations are now forty years old, "
     "for they were established in 1980.",
     "CPV-ISL 1980 diplomatic relations"},
    {"2020-09-09",
     "Iceland and Cape Verde talked in Praia. The relations were established in 1980.", ""},
    {"2020-09-09",
     "Iceland and Cape Verde talked in Praia. Diplomatic relations have existed since 1980, and an "
     "embassy was never opened.",
     "CPV-ISL 1980 diplomatic relations"},
    {"2020-09-09",
     "Iceland and Cape Verde talked in Praia. It was in 1980 that diplomatic relations were "
     "established.",
     "CPV-ISL 1980 diplomatic relations"},
    {"2020-09-09",
     "In 1980, diplomatic relations between Iceland and Cape Verde were established in New York.",
     "CPV-ISL 1980 diplomatic relations"},
    {"2020-09-09",
     "Iceland recognised Cape Verde on 5 July 1975; diplomatic relations began two years later.",
     "CPV-ISL 1977 diplomatic relations"},
    {"2020-09-09",
     "Cuba and Haiti resumed relations on 6 February 1996 after thirty-four years of silence.",
     "CUB-HTI 1996-02-06 diplomatic relations restored"},
    {"2020-09-09",
     "Haiti broke off its diplomatic relations with Cuba in 1962 and the two resumed them in 1996.",
     "CUB-HTI 1962 diplomatic relations broken off; CUB-HTI 1996 diplomatic relations restored"},
    {"2020-09-09", "Haiti broke relations with Cuba in January 1962.",
     "CUB-HTI 1962-01 diplomatic relations broken off"},
    {"2020-09-09", "Relations with Cuba were severed by Haiti in January 1962.",
     "CUB-HTI 1962-01 diplomatic relations broken off"},
    {"2020-09-09", "On 3 March 1975 Haiti and Cuba severed all ties.",
     "CUB-HTI 1975-03-03 diplomatic relations broken off"},
    {"2020-09-09",
     "Saudi Arabia and Iran, which broke off relations in January 2016, met in Baghdad.",
     "IRN-SAU 2016-01 diplomatic relations broken off"},
    {"2020-09-09",
     "Saudi Arabia, which broke off relations with Iran in January 2016, met it in Baghdad.",
     "IRN-SAU 2016-01 diplomatic relations broken off"},
    {"2020-09-09",
     "Relations between Saudi Arabia and Iran have been suspended since January 2016.",
     "IRN-SAU 2016-01 diplomatic relations suspended"},
    {"2020-09-09", "Saudi Arabia cut trade ties with Iran in January 2016.", ""},
    {"2020-09-09",
     "In January 2016 Saudi Arabia cut its flights to Iran and its ties with the rebels.", ""},
    {"2020-09-09", "Saudi Arabia broke off talks with Iran in January 2016.", ""},
    {"2020-09-09", "Saudi Arabia suspended its embassy's work in Iran in January 2016.", ""},
    {"2020-09-09",
     "Malawi and China switched: in December 2007 Malawi cut its ties with Taiwan and on 28 "
     "December it established diplomatic relations with China.",
     "MWI-TWN 2007-12 diplomatic relations broken off; CHN-MWI 2007-12-28 diplomatic relations"},
    {"2020-09-09",
     "Australia and Vietnam elevated relations to the level of a comprehensive partnership in "
     "September 2009.",
     "AUS-VNM 2009-09 level"},
    {"2020-09-09",
     "Relations were raised from consular to ambassadorial level in 1972, said the envoys of Oman "
     "and Kenya.",
     "KEN-OMN 1972 ambassadorial level"},
    {"2020-09-09", "Oman and Kenya agreed in 1972 to raise relations to ambassadorial level.", ""},
    {"2020-09-09",
     "The two governments of Oman and Kenya launched a strategic partnership in 2018.",
     "KEN-OMN 2018 strategic partnership"},
    {"2020-09-09", "Oman and Kenya will launch a strategic partnership in 2021.", ""},
    {"2020-09-09", "Oman launched a partnership with the World Bank in 2018.", ""},
    {"2020-09-09", "The partnership of Oman and Kenya was praised in 2018.", ""},
    {"2020-09-09", "Oman signed a partnership agreement with Kenya in 2018.", ""},
    {"2005-09-09", "Nepal and Malta have diplomatic relations since 25 September 1983.",
     "MLT-NPL 1983-09-25 diplomatic relations"},
    {"2005-09-09", "Between Nepal and Malta exist diplomatic relations since the year 1983.",
     "MLT-NPL 1983 diplomatic relations"},
    {"2005-09-09",
     "Diplomatic relations between Nepal and Malta exist already since 25 September 1983, but no "
     "minister ever came.",
     "MLT-NPL 1983-09-25 diplomatic relations"},
    {"2005-09-09",
     "Both countries entered in diplomatic relations on 25 September 1983, as the ministers of "
     "Nepal and Malta said.",
     "MLT-NPL 1983-09-25 diplomatic relations"},
    {"2005-09-09", "Nepal and Malta are in diplomatic relations since 25 September 1983.",
     "MLT-NPL 1983-09-25 diplomatic relations"},
    {"2005-09-09",
     "Nepal has established the diplomatic relations with Malta on 25 September 1983.",
     "MLT-NPL 1983-09-25 diplomatic relations"},
    {"2005-09-09",
     "Nepal maintains diplomatic relations with Malta since 25 September 1983 and with Chad since "
     "1985.",
     "MLT-NPL 1983-09-25 diplomatic relations"},
    {"2005-09-09",
     "The diplomatic relations between Nepal and Malta, broken off in 1985, were restored in 1991.",
     "MLT-NPL 1985 diplomatic relations broken off; MLT-NPL 1991 diplomatic relations restored"},
    {"2005-09-09", "Nepal is a member of the United Nations since 14 December 1955.",
     "NPL-UNO 1955-12-14 membership"},
    {"2005-09-09", "Nepal was received into the United Nations on 14 December 1955.",
     "NPL-UNO 1955-12-14 membership"},
    {"2005-09-09", "Nepal was accepted as a member of the United Nations on 14 December 1955.",
     "NPL-UNO 1955-12-14 membership"},
    {"2005-09-09", "In December 1955 Nepal entered the United Nations.",
     "NPL-UNO 1955-12 membership"},
    {"2005-09-09", "Nepal, which has been in the United Nations since 1955, sent troops.", ""},
    {"2005-09-09", "Nepal left the Commonwealth of Nations in 1972 and returned to it in 1989.",
     "IGO-NPL 1972 membership ended"},
    {"2005-09-09",
     "Old friends: Mongolia and Cuba took up relations on 7 December 1960, and since 1976 there is "
     "a partnership of friendship.",
     "CUB-MNG 1960-12-07 diplomatic relations"},
    {"2005-09-09",
     "Since 7 December 1960 the two, Mongolia and Cuba, are bound by diplomatic relations.",
     "CUB-MNG 1960-12-07 diplomatic relations"},
    {"2005-09-09", "It is now 45 years that Mongolia and Cuba have diplomatic relations.", ""},
    {"2005-09-09", "Mongolia and Cuba opened diplomatic relations in the same year.", ""},
    {"2005-09-09",
     "In 1960 Mongolia sent wool. In the same year it opened diplomatic relations with Cuba.",
     "CUB-MNG 1960 diplomatic relations"},
    {"2005-09-09",
     "Mongolia and Cuba wrote a new page on 7 December 1960, when they established diplomatic "
     "relations.",
     "CUB-MNG 1960-12-07 diplomatic relations"},
    {"2005-09-09",
     "After Kosovo declared independence on 17 February 2001, Albania opened diplomatic relations "
     "with it the next day.",
     "ALB-XKX 2001-02-18 diplomatic relations"},
    {"2005-09-09",
     "Kuwait and Oman, whose relations were raised to embassy level in 1974, trade in fish.",
     "KWT-OMN 1974 embassy level"},
    {"2005-09-09", "In 2003 the two crowns of Kuwait and Oman concluded a defence alliance.",
     "KWT-OMN 2003 defence alliance"},
    {"2005-09-09", "The defence pact of 2003 binds Kuwait and Oman.", ""},
    {"2005-09-09", "Kuwait and Oman renewed their alliance in 2003.", ""},
    {"2005-09-09", "Oman re-opened its embassy in Kuwait in 1992.", "KWT-OMN 1992 embassy"},
    {"2005-09-09", "Oman opened a consulate in Mombasa in 1976.", "KEN-OMN 1976 consulate"},
    {"2005-09-09", "Oman's embassy in Nairobi, opened in 1976, is small.", "KEN-OMN 1976 embassy"},
    {"2005-09-09", "Oman moved its embassy in Nairobi to a new house in 1976.", ""},
};

static void print_relations(const chancery_reading *reading, char *out, size_t size)
{
    size_t used = 0;
    out[0] = 0;
    for (size_t i = 0; i < reading->relation_count; i++) {
        const chancery_relation *x = &reading->relations[i];
        used += (size_t)snprintf(
            out + used, size - used, "%s%.*s-%.*s %.*s%s%.*s %.*s", i ? "; " : "",
            SLICE_ARGS(x->between[0]), SLICE_ARGS(x->between[1]), SLICE_ARGS(x->since),
            x->until.len ? "/" : "", SLICE_ARGS(x->until), SLICE_ARGS(x->kind));
        assert_true(used < size);
    }
}

static void test_examples(void **state)
{
    check_examples(*state, examples, sizeof examples / sizeof *examples, print_relations);
}

static void test_levels(void **state)
{
    fixture *f = *state;
    chancery_reading reading;
    assert_int_equal(
        read_text(f, SLICE("2018-05-05"),
                  SLICE("Vietnam and Oman raised their relations to a strategic partnership on "
                        "15 March 2018."),
                  &reading),
        CHANCERY_OK);
    assert_int_equal(reading.relation_count, 1);
    slice level = reading.relations[0].level;
    assert_int_equal(level.len, 21);
    assert_memory_equal(level.ptr, "strategic partnership", level.len);
}

/** A level that another sentence names. */
static void test_named_level(void **state)
{
    fixture *f = *state;
    chancery_reading reading;
    assert_int_equal(read_text(f, SLICE("2018-05-05"),
                               SLICE("The strategic partnership between Vietnam and Oman is young. "
                                     "Vietnam and Oman established diplomatic relations in 1992."),
                               &reading),
                     CHANCERY_OK);
    assert_int_equal(reading.relation_count, 1);
    assert_int_equal(reading.relations[0].level.len, 21);
}

/** The same relation told twice is one, with the more precise date. */
static void test_told_twice(void **state)
{
    fixture *f = *state;
    chancery_reading reading;
    assert_int_equal(read_text(f, SLICE("2018-05-05"),
                               SLICE("Oman and Peru have had diplomatic relations since 1974. Oman "
                                     "and Peru established diplomatic relations on 3 June 1974."),
                               &reading),
                     CHANCERY_OK);
    assert_int_equal(reading.relation_count, 1);
    assert_int_equal(reading.relations[0].since.len, 10);
    assert_int_equal(reading.finding_count, 0);
}

/** Many sentences about relations: bounded in number, and quick. */
static void test_many(void **state)
{
    fixture *f = *state;
    chancery_reading reading;
    size_t size = 0, room = 40000;
    char *text = malloc(room);
    assert_non_null(text);
    for (int year = 1500; size + 200 < room; year = year < 2000 ? year + 1 : 1500)
        size += (size_t)snprintf(text + size, room - size,
                                 "Oman and Peru broke off diplomatic relations on %d May %d. ",
                                 1 + year % 28, year);
    assert_int_equal(read_text(f, SLICE("2018-05-05"), (slice){text, size}, &reading), CHANCERY_OK);
    assert_true(reading.relation_count > 400 && reading.relation_count <= 2000);
    free(text);
}

/** A sentence of more words than 16 bits count. */
static void test_long_sentence(void **state)
{
    fixture *f = *state;
    chancery_reading reading;
    const char *start = "Peru broke off diplomatic relations with Oman on 3 May 1991 with ";
    size_t used = strlen(start), size = used + 5 * 66000;
    char *text = malloc(size);
    assert_non_null(text);
    memcpy(text, start, used);
    for (; used < size; used += 5)
        memcpy(text + used, "rain ", 5);
    assert_int_equal(read_text(f, SLICE("2018-05-05"), (slice){text, size}, &reading), CHANCERY_OK);
    assert_int_equal(reading.relation_count, 1);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),    cmocka_unit_test(test_levels),
        cmocka_unit_test(test_named_level), cmocka_unit_test(test_told_twice),
        cmocka_unit_test(test_many),        cmocka_unit_test(test_long_sentence),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
