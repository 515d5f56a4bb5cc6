/* Tests of the dates of a report: what is an expression of time, and which value it has.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * The sentences aren't parsed here, so that what is told rests on the words alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reading/internal.h"

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
     "2019 [mid-2019] | 2024-06 [early June] g"},
    {"2024-06-21", "She toured Laos from 5 to 8 June, then left.",
     "2024-06-05/2024-06-08 [5 to 8 June] g"},
    {"2024-06-21",
     "The talks of March 23 to 25 failed. On June 29 and 30 they met. They met December 21-22.",
     "2024-03-23/2024-03-25 [March 23 to 25] g | 2023-06-29/2023-06-30 [June 29 and 30] g | "
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
     "S:P1Y [every year] | S:P1Y [annually] | S:P1W [each Monday] | S:P1W [Fridays] | S:P2Y [every "
     "two years] | S:P1W [a week]"},
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
     "D:PT3H [three hours] | D:PT20M [twenty minutes] | D:P10Y [ten-year]"},
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
     "2024 [the autumn] r | 2019 [the spring of 2019] | 2023 [Last summer] r | 2020 [Spring 2020]"},
    {"2024-06-21",
     "The Prague Spring was crushed. The fall of the wall came. In the fall of 2001 it began.",
     "2001 [the fall of 2001]"},
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
    {"2024-06-21", "Good Friday and the Sunday Times and Black Monday passed.", ""},
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
     "2019 [the first half of 2019] | 2020 [the second quarter of 2020]"},
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
     "2025 [the spring] r | 2024-05 [May] g"},
    {"2024-06-21",
     "Half a century ago, a quarter of a century ago and two decades ago it began. Half a year ago "
     "it ended.",
     "1974 [Half a century ago] r | 1999 [a quarter of a century ago] r | 2004 [two decades ago] r "
     "| 2023-12 [Half a year ago] r"},
    {"2024-06-21",
     "At noon and at midnight bells rang. At 1800 GMT and 10.30 a.m. they rang, and at eleven "
     "o'clock. The score was 3:1 and 10.30 per cent.",
     "T:T12:00 [noon] | T:T00:00 [midnight] | T:T18:00 [1800 GMT] | T:T10:30 [10.30 a.m.] | "
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
     "2024-03/2024-04 [March and April] g | 2024-06-05 [5] g | 2024-06-09 [9 June] g | "
     "2024-06-05/2024-06-06 [5 and 6 June] g | 2024-06/2024-07 [June and July] g"},
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
     "D:PT24H [24 hours] | D:P20D [20 days] | S:P1Y [a year] | S:P1W [a week]"},
    {"2024-06-21", "May Day. Boxing Day. New Year’s Eve. Christmas 2020. At Christmas they write.",
     "2023-12-26 [Boxing Day] g | 2023-12-31 [New Year’s Eve] g"},
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
     "1975-04-26 [26 April 1975] | 1975-04 [April] g | 1975 [the autumn] r"},
    {"2024-06", "They met last month and on Tuesday.", "2024-05 [last month] r"},
    {"2024", "They met last year and in June.", "2023 [last year] r | 2024-06 [June] g"},
    {"2024-06-21", "The minister leaves office next month. The treaty expires on Monday.",
     "2024-07 [next month] r | 2024-06-24 [Monday] r"},
    {"2024-06-21", "Vaccines will come by the summer. Since last October he has waited.",
     "2024 [the summer] r | 2023-10 [last October] r g"},
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
     "S:P1Y [Each year] | S:P2D [every other day] | S:P2W [every second week] | S:P1D [every "
     "morning]"},
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
};

typedef struct fixture {
    arena arena, scratch;
    chancery_error error;
    text_report report;
    reading_state r;
} fixture;

static chancery_status read_dates(fixture *f, slice published, slice text, size_t cap)
{
    memset(f, 0, sizeof *f);
    arena_init(&f->arena, cap);
    arena_init(&f->scratch, cap);
    chancery_status status = text_segment(text, &f->arena, &f->report, &f->error);
    if (status)
        return status;
    f->report.document.text = text;
    f->report.document.published = published;
    f->r = (reading_state){.report = &f->report,
                           .text = text,
                           .arena = &f->arena,
                           .scratch = &f->scratch,
                           .error = &f->error};
    f->r.parsed =
        arena_alloc(&f->arena, f->report.sentence_count + 1, sizeof *f->r.parsed, &f->error);
    return f->r.parsed ? reading_dates(&f->r) : f->error.status;
}

static void print_dates(const reading_state *r, char *out, size_t size)
{
    static const char *const types[] = {"", "T:", "D:", "S:"};
    size_t used = 0;
    out[0] = 0;
    for (size_t i = 0; i < r->dates.count; i++) {
        const reading_date *d = &r->dates.items[i];
        used += (size_t)snprintf(out + used, size - used, "%s%s%.*s%s%.*s [%.*s]%s%s",
                                 i ? " | " : "", types[d->type], SLICE_ARGS(d->value),
                                 d->endvalue.len ? "/" : "", SLICE_ARGS(d->endvalue),
                                 SLICE_ARGS(reading_words(r, d->token, d->count)),
                                 d->relative ? " r" : "", d->guessed ? " g" : "");
        if (d->weekday >= 0)
            used += (size_t)snprintf(out + used, size - used, " w%d", d->weekday);
        assert_true(used < size);
    }
}

static void test_examples(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        fixture f;
        char found[1024];
        assert_int_equal(
            read_dates(&f, slice_of(examples[i].published), slice_of(examples[i].text), 1u << 24),
            CHANCERY_OK);
        print_dates(&f.r, found, sizeof found);
        if (strcmp(found, examples[i].expected))
            print_message("%s\n", examples[i].text);
        assert_string_equal(found, examples[i].expected);
        arena_clear(&f.arena);
        arena_clear(&f.scratch);
    }
}

static void test_order_and_overlap(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        fixture f;
        assert_int_equal(read_dates(&f, SLICE("2024-06-21"), slice_of(examples[i].text), 1u << 24),
                         CHANCERY_OK);
        uint32_t end = 0;
        for (size_t k = 0; k < f.r.dates.count; k++) {
            const reading_date *d = &f.r.dates.items[k];
            const text_sentence *s = &f.report.sentences[d->sentence];
            assert_true(d->token >= end && d->count > 0);
            assert_true(d->token >= s->first && d->token + d->count <= s->first + s->count);
            end = d->token + d->count;
        }
        arena_clear(&f.arena);
        arena_clear(&f.scratch);
    }
}

static void test_day_first(void **state)
{
    (void)state;
    fixture f;
    char found[256];
    static const char *const expected[] = {"2024 [5/6/2024]", "2024-06-05 [5/6/2024]"};
    for (int day_first = 0; day_first < 2; day_first++) {
        assert_int_equal(read_dates(&f, SLICE(""), SLICE("No text."), 1u << 24), CHANCERY_OK);
        slice text = SLICE("It began on 5/6/2024.");
        f.r.text = f.report.document.text = text;
        assert_int_equal(text_segment(text, &f.arena, &f.report, &f.error), CHANCERY_OK);
        f.report.day_first = day_first;
        assert_int_equal(reading_dates(&f.r), CHANCERY_OK);
        print_dates(&f.r, found, sizeof found);
        assert_string_equal(found, expected[day_first]);
        arena_clear(&f.arena);
        arena_clear(&f.scratch);
    }
}

/** Random words of time: nothing crashes, and all lies inside. */
static void test_word_salad(void **state)
{
    (void)state;
    static const char *const words[] = {
        "in",   "the",     "of",       "5",      "19th",       "2019",     "1990s", "June",
        "May",  "Tuesday", "last",     "next",   "same",       "day",      "week",  "year",
        "ago",  "two",     "-",        "twenty", "later",      "(",        ")",     ",",
        "half", "end",     "mid-June", "'s",     "every",      "10:30",    "noon",  "until",
        "will", "a",       "that",     "\xff",   "2024-06-19", "3/4/2020", "before"};
    unsigned seed = 7;
    for (int round = 0; round < 3000; round++) {
        char text[512] = "";
        for (int k = 0; k < 24; k++) {
            seed = seed * 1103515245u + 12345u;
            const char *word = words[(seed >> 16) % (sizeof words / sizeof *words)];
            if (word[0] == '\xff')
                word = "\u2013";
            strcat(strcat(text, word), " ");
        }
        fixture f;
        assert_int_equal(
            read_dates(&f, round % 2 ? SLICE("2024-02-29") : SLICE(""), slice_of(text), 1u << 24),
            CHANCERY_OK);
        for (size_t i = 0; i < f.r.dates.count; i++)
            assert_true(f.r.dates.items[i].value.len >= 3);
        arena_clear(&f.arena);
        arena_clear(&f.scratch);
    }
}

static void test_hostile(void **state)
{
    (void)state;
    fixture f;
    char nul[] = "On 5\0June 2019 and on 6 June\0 2019.";
    assert_int_equal(read_dates(&f, SLICE("2024-06-21"), (slice){nul, sizeof nul - 1}, 1u << 24),
                     CHANCERY_OK);
    arena_clear(&f.arena);
    arena_clear(&f.scratch);
    size_t size = 900000;
    char *text = malloc(size);
    assert_non_null(text);
    for (size_t i = 0; i < size; i++)
        text[i] = "on Monday "[i % 10];
    assert_int_equal(read_dates(&f, SLICE("2024-06-21"), (slice){text, size}, 1u << 28),
                     CHANCERY_OK);
    assert_int_equal(f.r.dates.count, size / 10);
    arena_clear(&f.arena);
    arena_clear(&f.scratch);
    free(text);
}

static void test_memory(void **state)
{
    (void)state;
    fixture f;
    slice text = SLICE("On 5 June 2019 they met. The next day they left. It lasted two days.");
    size_t refused = 0;
    for (size_t cap = 0; cap < 60000; cap += 64) {
        chancery_status status = read_dates(&f, SLICE("2024-06-21"), text, cap);
        assert_true(status == CHANCERY_OK || status == CHANCERY_E_LIMIT);
        assert_int_equal(f.error.status, status);
        refused += status != CHANCERY_OK;
        arena_clear(&f.arena);
        arena_clear(&f.scratch);
    }
    assert_true(refused > 0 && refused < 900);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),  cmocka_unit_test(test_order_and_overlap),
        cmocka_unit_test(test_day_first), cmocka_unit_test(test_word_salad),
        cmocka_unit_test(test_hostile),   cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
