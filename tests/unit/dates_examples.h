/* Sentences with expressions of time, and what they mean on the day of the report (test_dates.c).
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * Grouped by nothing but the order in which they were thought of; each shows a rule or what it must
 * leave alone. */
#ifndef DATES_EXAMPLES_H
#define DATES_EXAMPLES_H

typedef struct example {
    const char *published;
    const char *text;
    const char *expected; /* type, value [words], r relative, g guessed, w weekday */
} example;

static const example examples[] = {
    {"2024-06-21", "They met in Brussels on 19 June 2024.", "2024-06-19 [19 June 2024]"},
    {"2024-06-21", "They met on June 19, 2024 in Brussels.", "2024-06-19 [June 19, 2024]"},
    {"2024-06-21", "They met on June 19.", "2024-06-19 [June 19] g"},
    {"2024-06-21", "They met on the 19th of June.", "2024-06-19 [the 19th of June] g"},
    {"2024-06-21", "They met on the 19th.", "2024-06-19 [the 19th] r"},
    {"2024-06-21", "They met on the 19th of last month.", "2024-05-19 [the 19th of last month] r"},
    {"2024-06-21", "They signed it on 2024-06-19.", "2024-06-19 [2024-06-19]"},
    {"2024-06-21", "They signed it on 19/06/2024 and 06/20/2024 and 5/6/2024.",
     "2024-06-19 [19/06/2024] | 2024-06-20 [06/20/2024] | 2024 [5/6/2024]"},
    {"2024-06-21", "They signed it on 19.6.2024 in Rome.", "2024-06-19 [19.6.2024]"},
    {"2024-06-21", "The talks of June 2024 failed.", "2024-06 [June 2024]"},
    {"2024-06-21", "He came in June and left in May.", "2024-06 [June] g | 2024-05 [May] g"},
    {"2024-06-21", "In 2024 the troops left. In 2019 Guyanese soldiers came.",
     "2024 [2024] | 2019 [2019]"},
    {"2024-06-21", "Trade grew from mid-2019 to early June and in the 1990s.",
     "2019 [mid-2019] | 2024-06 [early June] g | 1990/1999 [the 1990s]"},
    {"2024-06-21", "She toured Laos from 5 to 8 June, then left.",
     "2024-06-05/2024-06-08 [5 to 8 June] g"},
    {"2024-06-21",
     "The talks of March 23 to 25 failed. On June 29 and 30 they met. They met December 21-22.",
     "2024-03-23/2024-03-25 [March 23 to 25] g | 2023-06-29 [June 29] g | 2023-06-30 [30] g | "
     "2023-12-21/2023-12-22 [December 21-22] g"},
    {"2024-06-21", "He led the party between 1997 and 2001.", "1997/2001 [1997 and 2001]"},
    {"2024-06-21", "The summit of 10–12 May was long, the one from June 30 to July 2, 2023 short.",
     "2024-05-10/2024-05-12 [10–12 May] g | 2023-06-30/2023-07-02 [June 30 to July 2, 2023]"},
    {"2024-06-21",
     "On Tuesday he left. She will come on Tuesday. He arrived last Friday. They meet next Monday.",
     "2024-06-18 [Tuesday] r | 2024-06-25 [Tuesday] r | 2024-06-14 [last Friday] r | 2024-06-24 "
     "[next Monday] r"},
    {"1991-03-25", "He presented his letters on Friday, 19 March 1991.",
     "1991-03-19 [Friday, 19 March 1991] w4"},
    {"2024-06-21", "They spoke on Tuesday night and again on Wednesday morning.",
     "2024-06-18 [Tuesday night] r | 2024-06-19 [Wednesday morning] r"},
    {"2024-06-21",
     "He said yesterday that today the army leaves; tomorrow it returns, and tonight it rests.",
     "2024-06-20 [yesterday] r | 2024-06-21 [today] r | 2024-06-22 [tomorrow] r | 2024-06-21 "
     "[tonight] r"},
    {"2024-06-21",
     "Last week trade fell. This week it rose. Next week it will fall. Last month, next year and "
     "this year are bad.",
     "2024-06-10/2024-06-16 [Last week] r | 2024-06-17/2024-06-23 [This week] r | "
     "2024-06-24/2024-06-30 [Next week] r | 2024-05 [Last month] r | 2025 [next year] r | 2024 "
     "[this year] r"},
    {"2024-06-21", "He came last June and will come next January.",
     "2023-06 [last June] r g | 2025-01 [next January] r g"},
    {"2024-06-21", "They met in August. They will meet in August. They met in June.",
     "2023-08 [August] g | 2024-08 [August] g | 2024-06 [June] g"},
    {"2024-06-21", "Earlier this month and earlier in the month and earlier this year they met.",
     "2024-06 [Earlier this month] r | 2024-06 [earlier in the month] r | 2024 [earlier this year] "
     "r"},
    {"2024-06-21",
     "On 3 August 1983 soldiers fired. Two days later Guyana protested. A year earlier it had not.",
     "1983-08-03 [3 August 1983] | 1983-08-05 [Two days later] r | 1982 [A year earlier] r"},
    {"2024-06-21", "Three weeks ago he left. It happened two days ago and 46 years ago.",
     "2024-05-31 [Three weeks ago] r | 2024-06-19 [two days ago] r | 1978 [46 years ago] r"},
    {"2024-06-21",
     "On 21 March 1990 it became free. They opened relations the same day. On the same day he "
     "died. The next day he rose.",
     "1990-03-21 [21 March 1990] | 1990-03-21 [the same day] r | 1990-03-21 [the same day] r | "
     "1990-03-22 [The next day] r"},
    {"2024-06-21",
     "It joined on 23 April 1990 and left on 20 November of the same year. It rejoined on 17 "
     "October of that year.",
     "1990-04-23 [23 April 1990] | 1990-11-20 [20 November of the same year] r | 1990-10-17 [17 "
     "October of that year] r"},
    {"2024-06-21",
     "The following day, the following month and the following year were calm. The year before was "
     "calm too.",
     ""},
    {"2024-06-21", "On 5 May 1999 he came. The next day he left. The following month he died.",
     "1999-05-05 [5 May 1999] | 1999-05-06 [The next day] r | 1999-06 [The following month] r"},
    {"2024-06-21", "Since 2011 it has been closed and it will open by 2030.",
     "2011 [2011] | 2030 [2030]"},
    {"2023-03-09",
     "They must be returned by the end of the month. It will open before the end of June.",
     "2023-03 [the end of the month] r | 2023-06 [the end of June] g"},
    {"2024-06-21",
     "On New Year's Day 2023 and on Christmas Eve they rested. On Christmas Day they ate.",
     "2023-01-01 [New Year's Day 2023] | 2023-12-24 [Christmas Eve] g | 2023-12-25 [Christmas Day] "
     "g"},
    {"2024-06-21", "The talks began at 10:30 on Tuesday and ended at 5 p.m. on 3 June.",
     "T:2024-06-18T10:30 [10:30] | 2024-06-18 [Tuesday] r | T:2024-06-03T17:00 [5 p.m.] | "
     "2024-06-03 [3 June] g"},
    {"2024-06-21",
     "It lasted for two weeks. It was a three-day visit. He stayed a week. He stayed for a week.",
     "D:P2W [two weeks] | D:P3D [three-day] | D:P1W [a week]"},
    {"2024-06-21",
     "It meets every year, annually, each Monday, on Fridays, every two years and once a week.",
     "S:XXXX [every year] | S:XXXX [annually] | S:XXXX-WXX-1 [each Monday] | S:XXXX-WXX-5 "
     "[Fridays] | S:P2Y [every two years] | S:XXXX-WXX [a week]"},
    {"",
     "On Tuesday he left. In June he came. Yesterday he died. On 5 May 1999 he came. In June he "
     "left. Last year he went.",
     "1999-05-05 [5 May 1999] | 1998 [Last year] r"},
    {"2024-06-21",
     "In May May went to Paris. Iceland may send boats. March on Rome. They march in March.",
     "2024-05 [May] g | 2024-03 [March] g"},
    {"2024-06-21",
     "UNSC resolution 2231 and Executive Order 14014 cost $2024 and 1,700 men. He bought 2019 "
     "people in 2019. E1 at 2000.",
     "2019 [2019]"},
    {"2024-06-21",
     "He was born on 3 March 1950 and died aged 60 years old after 46 years of marriage.",
     "1950-03-03 [3 March 1950] | D:P46Y [46 years]"},
    {"2024-06-21",
     "The 60-year-old minister spoke for three hours and twenty minutes about a ten-year plan.",
     "D:PT3H20M [three hours and twenty minutes] | D:P10Y [ten-year]"},
    {"2024-06-21", "Forty-six years on, roughly a hundred workers live there.", ""},
    {"2024-06-21", "On 9 September 1974 it opened. Forty-six years on, it lives.",
     "1974-09-09 [9 September 1974] | 2020 [Forty-six years on] r"},
    {"2024-06-21",
     "They will return in two weeks. The work was done in two weeks. He must leave within 48 "
     "hours.",
     "2024-07-05 [two weeks] r | D:P2W [two weeks] | D:PT48H [48 hours]"},
    {"2024-06-21",
     "Over the past two years trade fell; in the last ten days it rose; over the next year it will "
     "grow.",
     "D:P2Y [the past two years] | D:P10D [the last ten days] | D:P1Y [the next year]"},
    {"2024-06-21",
     "In the autumn the team will come. In the spring of 2019 they met. Last summer they met. In "
     "winter it snows. Spring 2020 was wet.",
     "2024-09/2024-11 [the autumn] r | 2019-03/2019-05 [the spring of 2019] | 2023-06/2023-08 "
     "[Last summer] r | 2020-03/2020-05 [Spring 2020]"},
    {"2024-06-21",
     "The Prague Spring was crushed. The fall of the wall came. In the fall of 2001 it began.",
     "2001-09/2001-11 [the fall of 2001]"},
    {"2024-06-21",
     "Iranian warships arrived in late 2019, in mid-June and at the beginning of the year.",
     "2019 [late 2019] | 2024-06 [mid-June] g | 2024 [the beginning of the year] r"},
    {"2024-06-21", "He stayed from Monday to Wednesday. The talks run from Tuesday until Thursday.",
     "2024-06-17/2024-06-19 [Monday to Wednesday] r | 2024-06-18/2024-06-20 [Tuesday until "
     "Thursday] r"},
    {"2024-06-21", "On Tuesday of last week and on Friday next week they meet.",
     "2024-06-11 [Tuesday of last week] r | 2024-06-28 [Friday next week] r"},
    {"2024-06-21", "Parliament will vote on Sunday, 30 June. He arrived Thursday.",
     "2024-06-30 [Sunday, 30 June] g w6 | 2024-06-20 [Thursday] r"},
    {"2024-06-21", "Good Friday and the Sunday Times and Black Monday passed.",
     "2024-03-29 [Good Friday] g"},
    {"2024-06-21",
     "From 1914 to 1918 and 1939–45 there was war. In 1979/80 and 2009-10 it was calm. In 2024-05 "
     "it rose.",
     "1914/1918 [1914 to 1918] | 1939/1945 [1939–45] | 1979/1980 [1979/80] | 2009/2010 [2009-10] | "
     "2024-05 [2024-05]"},
    {"2024-06-21",
     "The February 2021 coup, the 2008 presidential election and Armed Forces Day 2021 passed. The "
     "2000 soldiers fled.",
     "2021-02 [February 2021] | 2008 [2008] | 2021 [2021]"},
    {"2024-06-21", "By the first half of 2019 and the second quarter of 2020 it fell.",
     "2019-01/2019-06 [the first half of 2019] | 2020-04/2020-06 [the second quarter of 2020]"},
    {"2024-06-21",
     "He met her the day before. On 3 May he came; the night before he had called. The day before "
     "yesterday he wept.",
     "2024-05-03 [3 May] g | 2024-06-19 [The day before yesterday] r"},
    {"2024-06-21",
     "On 12 May they met. The following Tuesday they signed. The year before last was bad.",
     "2024-05-12 [12 May] g | 2024-05-14 [The following Tuesday] r | 2022 [The year before last] "
     "r"},
    {"2024-06-21",
     "Talks are to begin in March. He promised fifty more from January. They agreed to meet in "
     "July. They agreed in May to meet.",
     "2025-03 [March] g | 2025-01 [January] g | 2024-07 [July] g | 2024-05 [May] g"},
    {"2024-06-21",
     "He invited his colleague to visit Doha in the spring. The guest arrived to sign it in May.",
     "2025-03/2025-05 [the spring] r | 2024-05 [May] g"},
    {"2024-06-21",
     "Half a century ago, a quarter of a century ago and two decades ago it began. Half a year ago "
     "it ended.",
     "1974 [Half a century ago] r | 1999 [a quarter of a century ago] r | 2004 [two decades ago] r "
     "| 2023-12 [Half a year ago] r"},
    {"2024-06-21",
     "At noon and at midnight bells rang. At 1800 GMT and 10.30 a.m. they rang, and at eleven "
     "o'clock. The score was 3:1 and 10.30 per cent.",
     "T:T12:00 [noon] | T:T00:00 [midnight] | T:T18:00Z [1800 GMT] | T:T10:30 [10.30 a.m.] | "
     "T:T11:00 [eleven o'clock]"},
    {"2024-06-21",
     "In October of last year and in June this year and in May last year they met. On 3 April last "
     "year too.",
     "2023-10 [October of last year] r | 2024-06 [June this year] r | 2023-05 [May last year] r | "
     "2023-04-03 [3 April last year] r"},
    {"2024-06-21",
     "The treaty of 29 January 1942 and that of 12 July 1832 (a Thursday) stand. On 19 March 2021 "
     "(Friday) he fell.",
     "1942-01-29 [29 January 1942] | 1832-07-12 [12 July 1832 (a Thursday)] w3 | 2021-03-19 [19 "
     "March 2021 (Friday)] w4"},
    {"2024-06-21",
     "30 April to 3 May 2020 was hot. The days between 28 April and 2 May were too. From 12 to 10 "
     "May they stayed. On 31 June and 29 February 2023 nobody came.",
     "2020-04-30/2020-05-03 [30 April to 3 May 2020] | 2024-04-28/2024-05-02 [28 April and 2 May] "
     "g | 2024-05-12/2024-05-10 [12 to 10 May] g | 2023-06 [31 June] g | 2023-02 [29 February "
     "2023]"},
    {"2024-06-21", "JUNE 3, 2020 - ROME. Jan. 5, 2020 and 5 Jan 2020 and Sept. 11, 2001.",
     "2020-06-03 [JUNE 3, 2020] | 2020-01-05 [Jan. 5, 2020] | 2020-01-05 [5 Jan 2020] | 2001-09-11 "
     "[Sept. 11, 2001]"},
    {"2024-06-21",
     "Jan Kubis met June Clark and April Glaspie. Mrs. May went. Sun rises. Wed, 19 Jun 2024.",
     "2024-06-19 [Wed, 19 Jun 2024] w2"},
    {"2024-06-21",
     "In March and April they announced aid. On 5 and 9 June they met. On 5 and 6 June they met. "
     "June and July were hot.",
     "2024-03 [March] g | 2024-04 [April] g | 2024-06-05 [5] g | 2024-06-09 [9 June] g | "
     "2024-06-05 [5] g | 2024-06-06 [6 June] g | 2024-06 [June] g | 2024-07 [July] g"},
    {"2024-06-21",
     "On June 9th he left; on the fifth of May and May the 7th he stayed. On the twenty-first of "
     "June 2023 he died.",
     "2024-06-09 [June 9th] g | 2024-05-05 [the fifth of May] g | 2024-05-07 [May the 7th] g | "
     "2023-06-21 [the twenty-first of June 2023]"},
    {"2024-06-21",
     "On 3 May 5 people died. In May 5 million people fled. In June 200 men fled. On May 5, 2000 "
     "people protested.",
     "2024-05-03 [3 May] g | 2024-05 [May] g | 2024-06 [June] g | 2024-05-05 [May 5] g"},
    {"2024-06-21",
     "Later that day and later in the day and later the same evening he spoke. That night it "
     "rained.",
     ""},
    {"2024-06-21",
     "On Monday he spoke. Later that day he left. That night it rained. The same evening she came. "
     "The next morning they left.",
     "2024-06-17 [Monday] r | 2024-06-17 [Later that day] r | 2024-06-17 [That night] r | "
     "2024-06-17 [The same evening] r | 2024-06-18 [The next morning] r"},
    {"2024-06-21",
     "Since 23 September no truck has come. Until Friday the road is closed. By Friday it must "
     "open.",
     "2023-09-23 [23 September] g | 2024-06-21 [Friday] r | 2024-06-28 [Friday] r"},
    {"2024-06-21",
     "His crew would stay in port until Saturday. The talks open on Monday. The summit opens on "
     "Monday.",
     "2024-06-22 [Saturday] r | 2024-06-17 [Monday] r | 2024-06-24 [Monday] r"},
    {"2024-06-21",
     "The month of June. The year 2011. The years 2011 and 2014. In 2008, 2011 and 2014 they "
     "voted. (2014) was bad.",
     "2024-06 [June] g | 2011 [2011] | 2014 [2014] | 2008 [2008] | 2011 [2011] | 2014 [2014] | "
     "2014 [2014]"},
    {"2024-06-21",
     "the 20th century, the 19th session, on the 19th floor, the second day, the first week, 21st "
     "anniversary.",
     ""},
    {"2024-06-21",
     "He works 24 hours a day, ten ships a year, 20 days a month, a man of the year, once a year, "
     "three times a week.",
     "D:PT24H [24 hours] | D:P20D [20 days] | S:XXXX [a year] | S:XXXX-WXX [a week]"},
    {"2024-06-21", "May Day. Boxing Day. New Year’s Eve. Christmas 2020. At Christmas they write.",
     "2024-05-01 [May Day] g | 2023-12-26 [Boxing Day] g | 2023-12-31 [New Year’s Eve] g | "
     "2020-12-25 [Christmas 2020]"},
    {"2024-06-21",
     "On Thursday, in a rain, they met. On Sunday Peru sent tents. Peru on Monday recalled its "
     "ambassador.",
     "2024-06-20 [Thursday] r | 2024-06-16 [Sunday] r | 2024-06-17 [Monday] r"},
    {"2024-06-21", "In 1,969 and 19690 and 0 and 99 and year. In. On. The. 5. June", ""},
    {"2024-06-21",
     "Two years earlier, in 2010, it had begun. In 2012 it ended; three years later it began "
     "again, and two months later it ended.",
     "2010 [2010] | 2012 [2012] | 2015 [three years later] r"},
    {"",
     "The treaty was signed on 5 May 1999 in Rome. On 7 June the army left. The next day it "
     "rained.",
     "1999-05-05 [5 May 1999] | 1999-06-07 [7 June] g | 1999-06-08 [The next day] r"},
    {"", "The army left last week and yesterday, and it will return in three days.", ""},
    {"", "Done in Rome on 26 April 1975. In April they had met; in the autumn a team will come.",
     "1975-04-26 [26 April 1975] | 1975-04 [April] g | 1975-09/1975-11 [the autumn] r"},
    {"2024-06", "They met last month and on Tuesday.", "2024-05 [last month] r"},
    {"2024", "They met last year and in June.", "2023 [last year] r | 2024-06 [June] g"},
    {"2024-06-21", "The minister leaves office next month. The treaty expires on Monday.",
     "2024-07 [next month] r | 2024-06-24 [Monday] r"},
    {"2024-06-21", "Vaccines will come by the summer. Since last October he has waited.",
     "2024-06/2024-08 [the summer] r | 2023-10 [last October] r g"},
    {"2024-06-21", "On April 5th, 1999, on 5th April 1999 and on the 5th April 1999 they met.",
     "1999-04-05 [April 5th, 1999] | 1999-04-05 [5th April 1999] | 1999-04-05 [the 5th April "
     "1999]"},
    {"2024-06-21", "They met on 5 and on 6 June. It runs from 3 May 2019 until 4 June 2020.",
     "2024-06-06 [6 June] g | 2019-05-03/2020-06-04 [3 May 2019 until 4 June 2020]"},
    {"2024-06-21",
     "From December 28 to January 3 he was abroad. The year 1999 and the year 1800 passed.",
     "2023-12-28/2024-01-03 [December 28 to January 3] g | 1999 [1999] | 1800 [1800]"},
    {"2024-12-30",
     "Talks were held on 2 January. They will be held on 2 January. They end on 31 December.",
     "2024-01-02 [2 January] g | 2025-01-02 [2 January] g | 2024-12-31 [31 December] g"},
    {"2024-01-03", "Talks were held on 30 December. He came in December and will come in December.",
     "2023-12-30 [30 December] g | 2023-12 [December] g | 2024-12 [December] g"},
    {"2024-06-21", "He spoke for a month, for half an hour and for a hundred years.",
     "D:P1M [a month] | D:PT30M [half an hour] | D:P100Y [a hundred years]"},
    {"2024-06-21",
     "Each year, every other day, every second week and every morning they fish. The daily paper "
     "came.",
     "S:XXXX [Each year] | S:P2D [every other day] | S:P2W [every second week] | S:XXXX-XX-XX "
     "[every morning]"},
    {"2024-06-21",
     "The minister came last night and late last year, and will come early next month.",
     "2024-06-20 [last night] r | 2023 [late last year] r | 2024-07 [early next month] r"},
    {"2024-06-21", "In two thousand years and 500 years of war nothing changed.",
     "D:P500Y [500 years]"},
    {"2024-06-21",
     "The current year and the current month are calm. This Friday he rests; this morning he rose.",
     "2024 [current year] r | 2024-06 [current month] r | 2024-06-21 [This Friday] r | 2024-06-21 "
     "[this morning] r"},
    {"2024-06-21",
     "He visited twice in 2019 and 2020, in 2021 and 2022 and again between 2022 and 2023.",
     "2019 [2019] | 2020 [2020] | 2021 [2021] | 2022 [2022] | 2022/2023 [2022 and 2023]"},
    {"2024-06-21", "It is ten days after the election and two days before the vote.",
     "D:P10D [ten days] | D:P2D [two days]"},
    {"2024-06-21",
     "The attack of 11 September 2001, the raid of 3 March and the vote of May 6 are remembered.",
     "2001-09-11 [11 September 2001] | 2024-03-03 [3 March] g | 2024-05-06 [May 6] g"},
    {"2024-06-21", "The ceasefire, agreed on Thursday, took effect at dawn on Friday.",
     "2024-06-20 [Thursday] r | 2024-06-21 [Friday] r"},
    {"2024-06-21",
     "On 5/13/2019 it began. On 13.5.2019 it went on. On 2019/05/14 it ended. On 14-05-2019 too.",
     "2019-05-13 [5/13/2019] | 2019-05-13 [13.5.2019] | 2019-05-14 [2019/05/14] | 2019-05-14 "
     "[14-05-2019]"},
    {"2024-06-21", "The talks on the morning of 3 June and on the evening of the same day failed.",
     "2024-06-03 [3 June] g | 2024-06-03 [the same day] r"},
    {"2024-06-21", "On Tuesday, the minister said, talks will resume on Thursday.",
     "2024-06-18 [Tuesday] r | 2024-06-27 [Thursday] r"},
    {"2024-06-21", "Between May and July 2023 and from March until May he was ill.",
     "2023-05/2023-07 [May and July 2023] | 2024-03/2024-05 [March until May] g"},
    {"2024-06-21",
     "An hour later and a day later he called. A day before he had not. On 3 March he came; a day "
     "later he called, and a week later too.",
     "2024-03-03 [3 March] g | 2024-03-04 [a day later] r | 2024-03-11 [a week later] r"},
    {"2024-06-21",
     "The jubilee will be marked in July, and the talks will have ended by May. The talks may have "
     "ended in May. The summit is to be held in April. The law has been in force since April and "
     "was changed in May.",
     "2024-07 [July] g | 2025-05 [May] g | 2024-05 [May] g | 2025-04 [April] g | 2024-04 [April] g "
     "| 2024-05 [May] g"},
    {"2024-12-30",
     "The minister announced talks for 2 January. He spoke before the election on 5 January. He "
     "came on 2 January.",
     "2025-01-02 [2 January] g | 2025-01-05 [5 January] g | 2024-01-02 [2 January] g"},
    {"2024-06-21",
     "Profit fell in the first quarter and will rise in the third quarter. The fourth quarter was "
     "the worst.",
     "2024-01/2024-03 [the first quarter] r | 2024-07/2024-09 [the third quarter] r | "
     "2023-10/2023-12 [The fourth quarter] r"},
    {"2024-02-10",
     "Exports rose 3 per cent in the fourth quarter. Imports grew in the first quarter of last "
     "year.",
     "2023-10/2023-12 [the fourth quarter] r | 2023-01/2023-03 [the first quarter of last year] r"},
    {"2024-06-21",
     "Trade fell in the second half of 2019 and in the first half of the year; it had grown in the "
     "second half of the 1990s.",
     "2019-07/2019-12 [the second half of 2019] | 2024-01/2024-06 [the first half of the year] r | "
     "1995/1999 [the second half of the 1990s]"},
    {"2024-06-21",
     "In Q3 of 2022, Q1/2023 and Q4 the bank lost money. H1 2024 was better; H1N1 spread.",
     "2022-07/2022-09 [Q3 of 2022] | 2023-01/2023-03 [Q1/2023] | 2024-01/2024-06 [H1 2024]"},
    {"2024-06-21",
     "First-quarter earnings beat forecasts. The first three months of 2024 and the last six "
     "months of last year were bad.",
     "2024-01/2024-03 [First-quarter] r | 2024-01/2024-03 [The first three months of 2024] | "
     "2023-07/2023-12 [the last six months of last year] r"},
    {"2024-06-21",
     "The team won the quarter-final in the second half. He ate a quarter of it. A third quarter "
     "of the pie.",
     ""},
    {"2024-06-21", "Last quarter the firm grew; next quarter it will shrink. This quarter is flat.",
     "2024-01/2024-03 [Last quarter] r | 2024-07/2024-09 [next quarter] r | 2024-04/2024-06 [This "
     "quarter] r"},
    {"2024-06-21",
     "In the 1990s and early 2000s, in the late 1980s, the mid-1970s and the '60s many fled. He is "
     "in his eighties. In the nineties it ended.",
     "1990/1999 [the 1990s] | 2000/2009 [early 2000s] | 1980/1989 [late 1980s] | 1970/1979 "
     "[mid-1970s] | 1960/1969 [the '60s] | 1990/1999 [the nineties]"},
    {"2024-06-21",
     "The winter of 2022-23 was cold, winter 2005 too. Last winter was mild. They will come this "
     "summer and next spring.",
     "2022-12/2023-02 [The winter of 2022-23] | 2005-12/2006-02 [winter 2005] | 2023-12/2024-02 "
     "[Last winter] r | 2024-06/2024-08 [this summer] r | 2025-03/2025-05 [next spring] r"},
    {"2024-01-15", "This winter has been harsh. Last summer was hot. In the autumn they left.",
     "2023-12/2024-02 [This winter] r | 2023-06/2023-08 [Last summer] r | 2023-09/2023-11 [the "
     "autumn] r"},
    {"2024-06-21",
     "On Good Friday 2024 and on Easter Monday the shops closed. The Good Friday Agreement was "
     "signed on 10 April 1998.",
     "2024-03-29 [Good Friday 2024] | 2024-04-01 [Easter Monday] g | 1998-04-10 [10 April 1998]"},
    {"2024-06-21",
     "The army will march on Armistice Day and on Christmas Eve. They met on Easter Sunday.",
     "2024-11-11 [Armistice Day] g | 2024-12-24 [Christmas Eve] g | 2024-03-31 [Easter Sunday] g"},
    {"2024-03-20", "They will meet on Easter Sunday. On Ash Wednesday they fasted.",
     "2024-03-31 [Easter Sunday] g | 2024-02-14 [Ash Wednesday] g"},
    {"2024-06-21",
     "Crowds gathered on the Fourth of July and on U.S. Independence Day. India's Independence Day "
     "came.",
     "2023-07-04 [the Fourth of July] g | 2023-07-04 [Independence Day] g"},
    {"2024-06-21",
     "He spoke on May Day and on International Women's Day. On New Year's Eve 1999 and St. "
     "Patrick's Day he sang.",
     "2024-05-01 [May Day] g | 2024-03-08 [International Women's Day] g | 1999-12-31 [New Year's "
     "Eve 1999] | 2024-03-17 [St. Patrick's Day] g"},
    {"2024-06-21",
     "The 2004 Boxing Day tsunami killed many. The Christmas Day attack was remembered. At "
     "Christmas they rested; before Easter they had fought.",
     "2004 [2004] | 2004-12-26 [Boxing Day] | 2024-03-31 [Easter] g"},
    {"2022-05-05", "Orthodox Easter Sunday 2022 was calm. Orthodox Christmas Day 2021 too.",
     "2022-04-24 [Easter Sunday 2022] | 2021-01-07 [Christmas Day 2021]"},
    {"2024-06-21", "They met on the eve of the vote. The vote was held on 9 June 2024.",
     "2024-06-09 [9 June 2024]"},
    {"2024-06-21",
     "The vote was held on 9 June 2024. On the eve of the election two men were shot. Three days "
     "after the vote the result came.",
     "2024-06-09 [9 June 2024] | 2024-06-08 [the eve of the election] r | 2024-06-12 [Three days "
     "after the vote] r"},
    {"2024-06-21",
     "On the eve of the summit on 5 May ministers met. Two days before the 12 May election he "
     "fled. Ten days after 3 March 2020 he died.",
     "2024-05-04 [the eve of the summit] r | 2024-05-05 [5 May] g | 2024-05-10 [Two days before] r "
     "| 2024-05-12 [12 May] g | 2020-03-13 [Ten days after] r | 2020-03-03 [3 March 2020]"},
    {"2024-06-21",
     "The blast tore through the market on Tuesday. The day after the explosion shops reopened.",
     "2024-06-18 [Tuesday] r | 2024-06-19 [The day after the explosion] r"},
    {"2024-06-21", "The talks began on 3 May, ten days after the election.",
     "2024-05-03 [3 May] g | D:P10D [ten days]"},
    {"2024-06-21",
     "The rebels seized the town on 3 May. A week after the seizure the army came back. Two days "
     "after the concert it rained.",
     "2024-05-03 [3 May] g | 2024-05-10 [A week after the seizure] r | D:P2D [Two days]"},
    {"2024-06-21",
     "On the tenth anniversary of the treaty of 14 May 2014 they met. The 50th anniversary of the "
     "1974 coup was marked.",
     "2024-05-14 [the tenth anniversary of the treaty] r | 2014-05-14 [14 May 2014] | 2024 [The "
     "50th anniversary of] r | 1974 [1974]"},
    {"2024-06-21",
     "They meet every Tuesday and Thursday, on Monday mornings, every weekend, every quarter, each "
     "14 July and every January.",
     "S:XXXX-WXX-2 [every Tuesday] | S:XXXX-WXX-4 [Thursday] | S:XXXX-WXX-1 [Monday mornings] | "
     "S:XXXX-WXX-WE [every weekend] | S:XXXX-QX [every quarter] | S:XXXX-07-14 [each 14 July] | "
     "S:XXXX-01 [every January]"},
    {"2024-06-21",
     "The shop opens daily, the council meets monthly, quarterly and twice a year. Every two years "
     "and every six months it votes; every hour it rings.",
     "S:XXXX-XX-XX [daily] | S:XXXX-XX [monthly] | S:XXXX-QX [quarterly] | S:XXXX [a year] | S:P2Y "
     "[Every two years] | S:P6M [every six months] | S:XXXX-XX-XXTXX [every hour]"},
    {"2024-06-21",
     "The bus takes two and a half hours. It lasted a year and a half, two years and three months, "
     "3 hours 20 minutes, and an hour and a half.",
     "D:PT2H30M [two and a half hours] | D:P1Y6M [a year and a half] | D:P2Y3M [two years and "
     "three months] | D:PT3H20M [3 hours 20 minutes] | D:PT1H30M [an hour and a half]"},
    {"2024-06-21",
     "It took two to three weeks, 10-12 days, or five or six months. Half an hour passed. Two "
     "years and three months ago it began.",
     "D:PT30M [Half an hour] | 2022-03 [Two years and three months ago] r"},
    {"2024-06-21",
     "The raid began at 2215 GMT on 16 May. At 2:30 p.m. (1230 GMT) on Tuesday it ended.",
     "T:2024-05-16T22:15Z [2215 GMT] | 2024-05-16 [16 May] g | T:2024-06-18T14:30 [2:30 p.m.] | "
     "T:2024-06-18T12:30Z [1230 GMT] | 2024-06-18 [Tuesday] r"},
    {"2024-06-21",
     "The ship sank on 3 May. It had left at 0530 UTC. At half past nine in the evening it called; "
     "at quarter to ten it fell silent.",
     "2024-05-03 [3 May] g | T:2024-05-03T05:30Z [0530 UTC] | T:2024-05-03T21:30 [half past nine "
     "in the evening] | T:2024-05-03T09:45 [quarter to ten]"},
    {"2024-06-21",
     "At nine in the morning on 3 May and at 10 o'clock at night they rang. At 14:30 GMT on "
     "2024-05-03 it ended. On Tuesday the siren sounded at 8 a.m.",
     "T:2024-05-03T09:00 [nine in the morning] | 2024-05-03 [3 May] g | T:2024-05-03T22:00 [10 "
     "o'clock at night] | T:2024-05-03T14:30Z [14:30 GMT] | 2024-05-03 [2024-05-03] | 2024-06-18 "
     "[Tuesday] r | T:2024-06-18T08:00 [8 a.m]"},
    {"2024-06-21", "The meeting is at 10:30. It opens at 5 p.m. today.",
     "T:T10:30 [10:30] | T:2024-06-21T17:00 [5 p.m.] | 2024-06-21 [today] r"},
    {"2024-06-21",
     "Trade rose in January and February and in March, April and May 2023. On 5, 6 and 9 June they "
     "met. On June 29 and 30, 2023, they met; on June 5, 7 and 9 too.",
     "2024-01 [January] g | 2024-02 [February] g | 2023-03 [March] | 2023-04 [April] | 2023-05 "
     "[May 2023] | 2024-06-05 [5] g | 2024-06-06 [6] g | 2024-06-09 [9 June] g | 2023-06-29 [June "
     "29] | 2023-06-30 [30, 2023] | 2024-06-05 [June 5] g | 2024-06-07 [7] g"},
    {"2024-06-21",
     "From January to March it rained. Between 5 and 9 June and from 3–5 May they met. Between "
     "April and June 2020 it fell. July-September 2021 was dry.",
     "2024-01/2024-03 [January to March] g | 2024-06-05/2024-06-09 [5 and 9 June] g | "
     "2024-05-03/2024-05-05 [3–5 May] g | 2020-04/2020-06 [April and June 2020] | 2021-07/2021-09 "
     "[July-September 2021]"},
    {"2024-06-21",
     "The first Monday in May and the last Friday of the month were holidays. The third Thursday "
     "of November 2023. On the second Sunday in June 2024 they voted.",
     "2024-05-06 [The first Monday in May] g | 2024-06-28 [the last Friday of the month] r | "
     "2023-11-16 [The third Thursday of November 2023] | 2024-06-09 [the second Sunday in June "
     "2024]"},
    {"2024-06-21",
     "It began on 3 May 2567 and on 15 Ramadan 1445 AH. In 2567 (2024) it ended. On May 3, 3024 "
     "nobody came. In the year 3024 it will end. In 300 BC and 1600 BC.",
     "2024 [2024]"},
    {"2024-06-21",
     "On 3 May 2567 BE (3 May 2024) he signed. In May 2567 he left. In May 2500 soldiers fled.",
     "2024-05-03 [3 May 2024] | 2024-05 [May] g"},
    {"2024-06-21",
     "In May '68 students marched; in '89 the wall fell; on 3 Oct. 90, it was over. On 3 May 91 "
     "people fled.",
     "1968-05 [May '68] | 1989 ['89] | 1990-10-03 [3 Oct. 90] | 2024-05-03 [3 May] g"},
    {"2024-06-21", "On 02/03/2024 he came and on 03/14/2024 he left.",
     "2024 [02/03/2024] | 2024-03-14 [03/14/2024]"},
    {"",
     "The fund opened in January. Last week it closed. On Tuesday it paid. In the second quarter "
     "it lost. On Easter Sunday it failed. It fell last quarter. At 5 p.m. it ended. Three days "
     "after the vote he left. In May '68.",
     "T:T17:00 [5 p.m.] | D:P3D [Three days]"},
    {"2024-06-21",
     "The ministers adopted a shared plan in September. The budget will be presented in January. "
     "They plan to sign in July.",
     "2023-09 [September] g | 2025-01 [January] g | 2024-07 [July] g"},
    {"2024-06-21",
     "Over the past decade, in the past century, for half a century and for a decade they fought. "
     "This decade is bad.",
     "D:P10Y [the past decade] | D:P100Y [the past century] | D:P50Y [half a century] | D:P10Y [a "
     "decade]"},
    {"2024-06-21",
     "In February they visited; in September the revised treaty is to be signed. The elections "
     "will be held in May.",
     "2024-02 [February] g | 2024-09 [September] g | 2025-05 [May] g"},
    {"2024-06-21",
     "The March for peace and the May accords, the August talks; the April of 2020, the June "
     "summit.",
     "2024-05 [May] g | 2023-08 [August] g | 2020-04 [April of 2020] | 2024-06 [June] g"},
    {"2024-06-21",
     "He will stay for the next two weeks and return in ten days. In the coming days and the "
     "coming week. By the end of next week it ends.",
     "D:P2W [the next two weeks] | 2024-07-01 [ten days] r | 2024-06-24/2024-06-30 [the end of "
     "next week] r"},
    {"1996-08-01",
     "The cease-fire of 21 November 1995 ended the war. The following spring troops left. The "
     "following autumn they returned. The previous June they had fled.",
     "1995-11-21 [21 November 1995] | 1996-03/1996-05 [The following spring] r | 1996-09/1996-11 "
     "[The following autumn] r | 1996-06 [The previous June] r"},
    {"2024-06-21",
     "From Monday to Friday of last week they met; from 9 a.m. to 5 p.m. on Monday; between Monday "
     "and Thursday.",
     "2024-06-10/2024-06-14 [Monday to Friday of last week] r | T:2024-06-17T09:00 [9 a.m.] | "
     "T:2024-06-17T17:00 [5 p.m.] | 2024-06-17 [Monday] r | 2024-06-17/2024-06-20 [Monday and "
     "Thursday] r"},
    {"2024-06-21",
     "On June 5, 7 and 9 they met. On May 3, 3024 nobody came. On May 3, 3000 soldiers came.",
     "2024-06-05 [June 5] g | 2024-06-07 [7] g | 2024-05-03 [May 3] g"},
    {"2024-06-21",
     "The quake struck on Monday, killing 12. Two days after the quake rescuers still dug. A day "
     "before the quake birds had fled.",
     "2024-06-17 [Monday] r | 2024-06-19 [Two days after the quake] r | 2024-06-16 [A day before "
     "the quake] r"},
    {"2024-06-21",
     "The minister resigned on 3 May and was buried on 5 June. Two days after his resignation a "
     "successor was named.",
     "2024-05-03 [3 May] g | 2024-06-05 [5 June] g | D:P2D [Two days]"},
    {"2024-06-21",
     "Parliament voted on 3 May 2024. A month after the vote the law came into force, and a year "
     "after the vote it fell.",
     "2024-05-03 [3 May 2024] | 2024-06 [A month after the vote] r | 2025 [a year after the vote] "
     "r"},
    {"2024-06-21",
     "He was arrested on 12 June. Hours after the arrest crowds gathered; three days after the "
     "arrest he was freed.",
     "2024-06-12 [12 June] g | 2024-06-15 [three days after the arrest] r"},
    {"2024-06-21",
     "The talks, which opened on 3 June, ended five days later. The next morning they left.",
     "2024-06-03 [3 June] g | 2024-06-08 [five days later] r | 2024-06-09 [The next morning] r"},
    {"2024-06-21",
     "Three days after the attack on the consulate in Lagos, on 9 June, two men were held.",
     "D:P3D [Three days] | 2024-06-09 [9 June] g"},
    {"2024-06-21",
     "They signed the accord in Rome on 5 May 1994. On the thirtieth anniversary of the accord "
     "they met.",
     "1994-05-05 [5 May 1994] | 2024-05-05 [the thirtieth anniversary of the accord] r"},
    {"2024-06-21",
     "A week after Easter Sunday and the day after Christmas they met. On the eve of Bastille Day "
     "he spoke. On New Year's Eve he slept.",
     "2024-04-07 [A week after] r | 2024-03-31 [Easter Sunday] g | 2023-12-26 [the day after] r | "
     "2023-12-25 [Christmas] g | 2024-07-13 [the eve of] r | 2024-07-14 [Bastille Day] g | "
     "2023-12-31 [New Year's Eve] g"},
    {"2024-06-21", "He came the day before the election and left the week after the vote.", ""},
    {"2024-06-21",
     "The law took effect at midnight on 1 June. Noon on Friday is the deadline. By 6 p.m. on "
     "Wednesday all had left.",
     "T:2024-06-01T00:00 [midnight] | 2024-06-01 [1 June] g | T:2024-06-21T12:00 [Noon] | "
     "2024-06-21 [Friday] r | T:2024-06-19T18:00 [6 p.m.] | 2024-06-19 [Wednesday] r"},
    {"2024-06-21",
     "The strike will begin at 6 a.m. on Monday and end at midnight. Trains stopped at 18:00 on "
     "Thursday and ran again from 7.15 a.m. on Friday.",
     "T:2024-06-24T06:00 [6 a.m.] | 2024-06-24 [Monday] r | T:T00:00 [midnight] | "
     "T:2024-06-20T18:00 [18:00] | 2024-06-20 [Thursday] r | T:2024-06-21T07:15 [7.15 a.m.] | "
     "2024-06-21 [Friday] r"},
    {"2024-06-21",
     "He meets ministers each morning, every other week, every third Friday, every four years and "
     "once every ten days. Elections are held every five years.",
     "S:XXXX-XX-XX [each morning] | S:P2W [every other week] | S:P3W [every third Friday] | S:P4Y "
     "[every four years] | S:P10D [every ten days] | S:P5Y [every five years]"},
    {"2024-06-21",
     "Flights leave Mondays, Wednesdays and Fridays. Weekends are quiet; on weekends they rest.",
     "S:XXXX-WXX-1 [Mondays] | S:XXXX-WXX-3 [Wednesdays] | S:XXXX-WXX-5 [Fridays] | S:XXXX-WXX-WE "
     "[weekends]"},
    {"2024-06-21",
     "A monthly bulletin, a weekly flight, an hourly wage; the committee meets fortnightly and "
     "biennially. They confer daily with the generals.",
     "S:P2W [fortnightly] | S:P2Y [biennially]"},
    {"2024-06-21",
     "The 48-hour strike, the 30-year war, a three-week tour, a half-hour talk, a "
     "two-and-a-half-year term.",
     "D:PT48H [48-hour] | D:P30Y [30-year] | D:P3W [three-week] | D:PT30M [half-hour] | D:P2Y6M "
     "[two-and-a-half-year]"},
    {"2024-06-21",
     "He served for 2 years, 3 months and 5 days. He ran for 12 minutes and 20 seconds. He waited "
     "a day and a half.",
     "D:P2Y3M [2 years, 3 months] | D:P5D [5 days] | D:PT12M20S [12 minutes and 20 seconds] | "
     "D:P1DT12H [a day and a half]"},
    {"2024-06-21",
     "For the past six months and during the last two weeks, in the next five years, throughout "
     "the year, over a period of 90 days.",
     "D:P6M [the past six months] | D:P2W [the last two weeks] | D:P5Y [the next five years] | "
     "D:P90D [90 days]"},
    {"2024-06-21",
     "It has been shut since last week. It was shut last weekend. It shuts next weekend. This "
     "weekend it is open.",
     "2024-06-10/2024-06-16 [last week] r | 2024-06-15/2024-06-16 [last weekend] r | "
     "2024-06-29/2024-06-30 [next weekend] r | 2024-06-22/2024-06-23 [This weekend] r"},
    {"2024-06-21",
     "In the first half of May and in the second week of June, in the last days of April and at "
     "the end of last year they met.",
     "2024-05 [the first half of May] g | 2024-06 [June] g | 2024-04 [April] g | 2023 [the end of "
     "last year] r"},
    {"2024-06-21",
     "By the end of the third quarter, at the start of the second half of 2024 and in the middle "
     "of the 1990s.",
     "2023-07/2023-09 [the end of the third quarter] r | 2024-07/2024-12 [the start of the second "
     "half of 2024] | 1990/1999 [the middle of the 1990s]"},
    {"2024-06-21",
     "It opened on 12.03.2019, 2019-03-13, 3/14/2019, March 15th 2019, 16th March, 2019 and Sunday "
     "17 March 2019.",
     "2019-03-12 [12.03.2019] | 2019-03-13 [2019-03-13] | 2019-03-14 [3/14/2019] | 2019-03-15 "
     "[March 15th 2019] | 2019-03-16 [16th March, 2019] | 2019-03-17 [Sunday 17 March 2019] w6"},
    {"2024-06-21",
     "On Jan 5 and Dec 31, 2023, on 5th and 6th of June, on the 7th and the 8th of June.",
     "2024-01-05 [Jan 5] g | 2023-12-31 [Dec 31, 2023] | 2024-06-05 [5th] g | 2024-06-06 [6th of "
     "June] g | 2024-06-07 [the 7th] g | 2024-06-08 [the 8th of June] g"},
    {"2024-06-21",
     "Two thousand and twenty people; 2,024 people; 2024 people; 1998 votes; room 1999; flight "
     "2020; No. 2001; page 1987.",
     ""},
    {"2024-06-21", "In 2030 and by 2050; in 1850; since 1500; the 1648 treaty; in the year 800.",
     "2030 [2030] | 2050 [2050] | 1850 [1850] | 1500 [1500]"},
    {"2024-06-21",
     "In 1403 of the Iranian calendar, in Heisei 31, on 1 Muharram 1446, in 5784, in Rajab 1445 "
     "(January 2024).",
     "2024-01 [January 2024]"},
    {"2024-06-21",
     "He said on Wednesday that he would travel on Saturday and return next Monday. On Sunday he "
     "will rest.",
     "2024-06-19 [Wednesday] r | 2024-06-22 [Saturday] r | 2024-06-24 [next Monday] r | 2024-06-23 "
     "[Sunday] r"},
    {"2024-06-21",
     "He will return within two weeks, in a fortnight, in six months' time, two weeks from now, a "
     "month from today.",
     "D:P2W [two weeks] | 2024-07-05 [a fortnight] r | 2024-12 [six months] r | 2024-07-05 [two "
     "weeks from now] r | 2024-07 [a month from today] r"},
    {"2024-06-21",
     "He left a few days ago, several weeks later, many years ago, some ten years ago, more than "
     "two years ago, nearly a century ago.",
     "2014 [ten years ago] r | 2022 [two years ago] r | 1924 [a century ago] r"},
    {"2025-03-01",
     "The pact was signed on 29 February 2024. On the first anniversary of the pact they met. A "
     "year after the signing it held.",
     "2024-02-29 [29 February 2024] | 2025-02 [the first anniversary of the pact] r | 2025 [A year "
     "after the signing] r"},
    {"2024-06-21",
     "A second attempt, one second, the third man, the last minute, the minute details, half the "
     "men, quarter of a mile, the fall of Rome, spring water.",
     ""},
    {"2024-06-21",
     "1-2 victory, 3-4 people, 5/6 majority, 10:1, 24/7, 9/11, 7-8 June, 12-14 of them.",
     "2024-06-07/2024-06-08 [7-8 June] g"},
    {"2024-06-21",
     "At 3 p.m. Eastern time, at 1500 CET on Monday, at 14:30 (UTC) and at 9am BST on 3 June.",
     "T:2024-06-17T15:00 [3 p.m.] | T:2024-06-17T15:00 [1500 CET] | 2024-06-17 [Monday] r | "
     "T:2024-06-17T14:30Z [14:30 (UTC)] | T:2024-06-03T09:00 [9am] | 2024-06-03 [3 June] g"},
    {"1999-12-31",
     "Tomorrow the millennium begins. Next year, next month, next week and next Friday. Yesterday.",
     "2000-01-01 [Tomorrow] r | 2000 [Next year] r | 2000-01 [next month] r | "
     "2000-01-03/2000-01-09 [next week] r | 2000-01-07 [next Friday] r | 1999-12-30 [Yesterday] r"},
    {"2024-06-21",
     "In early spring they met and in late summer 2019 too; at the end of the summer they will go. "
     "The end of last summer. The start of this winter.",
     "2024-03/2024-05 [early spring] r | 2019-06/2019-08 [late summer 2019] | 2024-06/2024-08 [the "
     "end of the summer] r | 2023-06/2023-08 [The end of last summer] r | 2024-12/2025-02 [The "
     "start of this winter] r"},
    {"2024-06-21",
     "The 48-hour strike, a half-hour talk, half-century of war. A month from today. Noon on "
     "Friday is the deadline; at 14:30 (UTC) it closed.",
     "D:PT48H [48-hour] | D:PT30M [half-hour] | D:P50Y [half-century] | 2024-07 [A month from "
     "today] r | T:2024-06-21T12:00 [Noon] | 2024-06-21 [Friday] r | T:2024-06-21T14:30Z [14:30 "
     "(UTC)]"},
    {"2024-06-21",
     "Three days after the attack in Lagos on 9 June two men were held. On Christmas eve 2020 he "
     "died.",
     "2024-06-12 [Three days after the attack] r | 2024-06-09 [9 June] g | 2020-12-24 [Christmas "
     "eve 2020]"},
    {"2024-06-21", "The governor took office on 1 May. He resigned the day after the attack.",
     "2024-05-01 [1 May] g"},
    {"2024-06-21",
     "The embassy was hit on 3 May. In the ten days before the attack there had been warnings.",
     "2024-05-03 [3 May] g | D:P10D [ten days]"},
    {"2024-06-21",
     "In the 48 hours after the explosion, in the week before the vote and the day of the vote.",
     "D:PT48H [48 hours]"},
    {"2024-06-21",
     "In 2019's third quarter and in the third quarter, second-quarter and second-half results. "
     "The first half of this year was good, the second half of the year will be better.",
     "2019 [2019] | 2023-07/2023-09 [the third quarter] r | 2023-04/2023-06 [second-quarter] r | "
     "2024-01/2024-06 [The first half of this year] r | 2024-07/2024-12 [the second half of the "
     "year] r"},
    {"2024-06-21",
     "On 24 December, Christmas Eve, and on 31 December 2023, New Year's Eve, they met.",
     "2023-12-24 [24 December] g | 2023-12-24 [Christmas Eve] g | 2023-12-31 [31 December 2023] | "
     "2023-12-31 [New Year's Eve] g"},
    {"2024-06-21",
     "They met on 5 and 6 June in Rome, in May and June in Oslo. Relations were opened in May and "
     "June 1990.",
     "2024-06-05 [5] g | 2024-06-06 [6 June] g | 2024-05 [May] g | 2024-06 [June] g | 1990-05 "
     "[May] | 1990-06 [June 1990]"},
    {"2024-06-21", "On 1 and 2 June 2024 the French and German ministers met in Berlin.",
     "2024-06-01 [1] | 2024-06-02 [2 June 2024]"},
    {"2024-06-21", "France and Germany held talks in Berlin in January and February 2024.",
     "2024-01 [January] | 2024-02 [February 2024]"},
    {"2024-06-21",
     "The decade of the 1980s, the 1980s and 1990s, 1980s music, the 80s and 90s, in the 1900s, in "
     "the 1810s.",
     "1980/1989 [the 1980s] | 1980/1989 [the 1980s] | 1990/1999 [1990s] | 1980/1989 [1980s] | "
     "1980/1989 [the 80s] | 1810/1819 [the 1810s]"},
    {"2024-06-21",
     "In 1998 he left. A decade later he returned, and two years after that he died. Ten days "
     "after that it rained.",
     "1998 [1998] | 2008 [A decade later] r | 2010 [two years after that] r"},
    {"2024-06-21",
     "at 5, at 17:00, at 17h, at 5pm, at 5:30 pm, at 11.59 p.m., by 0600, 0600 hours, 25:00, "
     "12:60.",
     "T:T17:00 [17:00] | T:T17:00 [5pm] | T:T17:30 [5:30 pm] | T:T23:59 [11.59 p.m.] | T:T06:00 "
     "[0600 hours]"},
    {"1996-01-04",
     "The party congress, planned for February, has been delayed until April. Inflation in "
     "November was 3 per cent.",
     "1996-02 [February] g | 1996-04 [April] g | 1995-11 [November] g"},
    {"1996-01-04",
     "The conference will run from January 15 to 19 in Vienna. It follows talks held on November "
     "30.",
     "1996-01-15/1996-01-19 [January 15 to 19] g | 1995-11-30 [November 30] g"},
    {"1996-01-04",
     "Negotiators will reconvene on the 15th and hope to finish by the 20th. They last met on the "
     "2nd.",
     "1996-01-15 [the 15th] r | 1996-01-02 [the 2nd] r"},
    {"1996-01-04",
     "The fighting began on New Year's Eve and lasted until New Year's Day. A truce is planned for "
     "Easter Monday.",
     "1995-12-31 [New Year's Eve] g | 1996-01-01 [New Year's Day] g | 1996-04-08 [Easter Monday] "
     "g"},
    {"1996-08-20",
     "Revenue in the first half of 1996 rose; in the second half of last year it had fallen. In "
     "the third quarter of 1995 it was flat.",
     "1996-01/1996-06 [the first half of 1996] | 1995-07/1995-12 [the second half of last year] r "
     "| 1995-07/1995-09 [the third quarter of 1995]"},
    {"1996-08-20",
     "The economy shrank in the second quarter and is forecast to grow in the fourth quarter.",
     "1996-04/1996-06 [the second quarter] r | 1996-10/1996-12 [the fourth quarter] r"},
    {"1996-08-20",
     "Refugees fled in the summer of 1992, in spring 1993 and in the winter of 1994-95. Elections "
     "are planned for the autumn.",
     "1992-06/1992-08 [the summer of 1992] | 1993-03/1993-05 [spring 1993] | 1994-12/1995-02 [the "
     "winter of 1994-95] | 1996-09/1996-11 [the autumn] r"},
    {"1996-08-20",
     "The letter was dated 3 Sept. 95 and the reply Oct. 12, 1995; a note of 7.11.95 followed; the "
     "12/31/95 accounts.",
     "1995-09-03 [3 Sept. 95] | 1995-10-12 [Oct. 12, 1995] | 1995-11-07 [7.11.95] | 1995-12-31 "
     "[12/31/95]"},
    {"1996-08-20",
     "The pact was signed on 1 August 1996. The following week it was ratified; the previous month "
     "it had been rejected. A month later it lapsed.",
     "1996-08-01 [1 August 1996] | 1996-08-05/1996-08-11 [The following week] r | 1996-07 [the "
     "previous month] r | 1996-08 [A month later] r"},
    {"1996-08-20",
     "The mine was flooded on 11 July 1996. Forty-eight hours later the pumps failed; two weeks "
     "after the flood the last man was found.",
     "1996-07-11 [11 July 1996] | 1996-07-25 [two weeks after the flood] r"},
    {"1996-08-20",
     "The court convicted him on 6 May 1996. He appealed the same week. Ten days before the "
     "verdict a witness had died.",
     "1996-05-06 [6 May 1996] | 1996-04-26 [Ten days before the verdict] r"},
    {"1996-08-20",
     "The dam burst at 3:15 a.m. on August 2. By 7 a.m. the town was under water. Rescue began at "
     "0900 GMT.",
     "T:1996-08-02T03:15 [3:15 a.m.] | 1996-08-02 [August 2] g | T:1996-08-02T07:00 [7 a.m.] | "
     "T:1996-08-02T09:00Z [0900 GMT]"},
    {"1996-08-20",
     "The bomb went off at 10.20 pm last night. At noon today the road was open. At 6 o'clock this "
     "morning police came. Around 4 p.m. Monday it closed.",
     "T:1996-08-19T22:20 [10.20 pm] | 1996-08-19 [last night] r | T:1996-08-20T12:00 [noon] | "
     "1996-08-20 [today] r | T:1996-08-20T06:00 [6 o'clock] | 1996-08-20 [this morning] r | "
     "T:1996-08-19T16:00 [4 p.m.] | 1996-08-19 [Monday] r"},
    {"1996-08-20",
     "The curfew runs from 22:00 to 05:00. The session starts at half past two on Wednesday "
     "afternoon.",
     "T:T22:00 [22:00] | T:T05:00 [05:00] | T:1996-08-21T14:30 [half past two] | 1996-08-21 "
     "[Wednesday afternoon] r"},
    {"1996-08-20",
     "The interview was broadcast at 1930 on Thursday, at 17:45 UTC. Flight 1430 left at 14.05 hrs "
     "on 12 August.",
     "T:1996-08-15T19:30 [1930] | 1996-08-15 [Thursday] r | T:1996-08-15T17:45Z [17:45 UTC] | "
     "T:1996-08-12T14:05 [14.05 hrs] | 1996-08-12 [12 August] g"},
    {"1996-08-20",
     "He was sentenced to ten years and six months in prison, a term of 15 years, and six weeks' "
     "leave. A five-day visit and a one-year ban.",
     "D:P10Y6M [ten years and six months] | D:P15Y [15 years] | D:P6W [six weeks] | D:P5D "
     "[five-day] | D:P1Y [one-year]"},
    {"1996-08-20",
     "The board meets every second Tuesday, once a month, twice weekly, three times a year and "
     "every 18 months. The paper appears weekdays.",
     "S:P2W [every second Tuesday] | S:XXXX-XX [a month] | S:XXXX-WXX [weekly] | S:XXXX [a year] | "
     "S:P18M [every 18 months]"},
    {"1996-08-20",
     "The ferry runs daily except Sundays. Bulletins are issued hourly. Every morning at nine he "
     "prays. Each autumn the river floods. Every December they fast.",
     "S:XXXX-WXX-7 [Sundays] | S:XXXX-XX-XXTXX [hourly] | S:XXXX-XX-XX [Every morning] | S:XXXX-FA "
     "[Each autumn] | S:XXXX-12 [Every December]"},
    {"1996-08-20",
     "From 28 December 1995 until 3 January 1996, from May 1995 to March 1996, from 9 to 11 "
     "September, 10/12 June.",
     "1995-12-28/1996-01-03 [28 December 1995 until 3 January 1996] | 1995-05/1996-03 [May 1995 to "
     "March 1996] | 1996-09-09/1996-09-11 [9 to 11 September] g"},
    {"1996-08-20",
     "The 50th anniversary of the liberation on 8 May 1995. The accord was signed on 14 December "
     "1995; on its first anniversary they will meet.",
     "1995-05-08 [8 May 1995] | 1995-12-14 [14 December 1995] | 1996-12-14 [first anniversary] r"},
};

#endif
