/* Tests of the text room: reports, their titles, dates, furniture and languages.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "text_fixture.h"

#include <locale.h>
#include <pthread.h>

#include "base/hash.h"
#include "text/furniture.h"

/* --- reports --- */

static void what_is_no_text_is_refused(void **state)
{
    static const struct {
        slice bytes;
        chancery_status status;
        const char *word;
    } cases[] = {
        {SLICE(""), CHANCERY_E_FORMAT, "empty"},
        {SLICE(" \r\n\t \n"), CHANCERY_E_FORMAT, "empty"},
        {SLICE("\xef\xbb\xbf"), CHANCERY_E_FORMAT, "empty"},
        {SLICE("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), CHANCERY_E_FORMAT, "PNG"},
        {SLICE("\x7f"
               "ELF\x02\x01\x01\0\0\0"),
         CHANCERY_E_FORMAT, "ELF"},
        {SLICE("%PDF-1.7\n%\xe2\xe3\xcf\xd3"), CHANCERY_E_FORMAT, "PDF"},
        {SLICE("PK\x03\x04\x14\0"), CHANCERY_E_FORMAT, "ZIP"},
        {SLICE("\x1f\x8b\x08\0\0"), CHANCERY_E_FORMAT, "gzip"},
        {SLICE("some \x01\x02\x03 bytes"), CHANCERY_E_FORMAT, "control"},
        {SLICE("\xff\xfeT\0a\0l\0k\0s\0"), CHANCERY_E_UTF8, "UTF-16 LE"},
        {SLICE("\xfe\xff\0T\0a\0l\0k\0s"), CHANCERY_E_UTF8, "UTF-16 BE"},
        {SLICE("T\0a\0l\0k\0s\0 \0i\0n\0"), CHANCERY_E_UTF8, "UTF-16 LE"},
        {SLICE("\0T\0a\0l\0k\0s\0 \0i\0n"), CHANCERY_E_UTF8, "UTF-16 BE"},
        {SLICE("Talks in caf\xe9s"), CHANCERY_E_UTF8, "byte 12"},
    };
    fixture *f = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(read_plain(f, cases[i].bytes), cases[i].status);
        assert_int_equal(f->error.status, cases[i].status);
        if (!strstr(f->error.message, cases[i].word))
            fail_msg("\"%s\" does not say %s", f->error.message, cases[i].word);
    }
    assert_int_equal(read_plain(f, SLICE("Talks in caf\xe9s")), CHANCERY_E_UTF8);
    assert_int_equal(f->error.offset, 12);
}

static void stray_control_bytes_and_nuls_are_kept(void **state)
{
    fixture *f = *state;
    assert_int_equal(read_plain(f, SLICE("The minister\0 left. The talks go on.")), CHANCERY_OK);
    assert_int_equal(f->report.document.text.len, 36);
    assert_int_equal(f->report.document.text.ptr[12], 0);
    assert_int_equal(f->report.sentence_count, 2);
    check_shape(&f->report, f->report.document.text);

    char text[1024];
    memset(text, 'x', sizeof text);
    text[500] = '\x02';
    assert_int_equal(read_plain(f, (slice){text, sizeof text}), CHANCERY_OK);
}

static void line_ends_and_marks_are_made_one(void **state)
{
    fixture *f = *state;
    const char *wanted = "Talks in Rome\n\nThe ministers met.\nThey talked.";
    read_ok(f, "\xef\xbb\xbfTalks in Rome\r\n\r\nThe ministers met.\r\nThey talked.\r\n");
    assert_slice(f->report.document.text, wanted);
    char id[17];
    memcpy(id, f->report.document.id.ptr, 17);
    read_ok(f, "Talks in Rome\r\rThe ministers met.\rThey talked.\r");
    assert_slice(f->report.document.text, wanted);
    assert_memory_equal(id, f->report.document.id.ptr, 17);
    read_ok(f, "\n\n  Talks in Rome  \n\n\n\nThe ministers met.   \nThey talked.\n\n");
    assert_slice(f->report.document.text, wanted);
    assert_memory_equal(id, f->report.document.id.ptr, 17);
}

static void the_id_is_a_hash_of_text_and_date(void **state)
{
    fixture *f = *state;
    slice bytes = SLICE("Talks\n\nThe ministers met in Rome.");
    char wanted[17] = "r";
    assert_int_equal(
        read_with(f, bytes, (text_options){.name = SLICE("a"), .published = SLICE("2024-01-09")}),
        CHANCERY_OK);
    hash_hex(hash_bytes(SLICE("Talks\n\nThe ministers met in Rome.\0"
                              "2024-01-09"),
                        0),
             wanted + 1);
    assert_int_equal(f->report.document.id.len, 17);
    assert_memory_equal(f->report.document.id.ptr, wanted, 17);
    assert_slice(f->report.document.name, "a");
    assert_slice(f->report.document.published, "2024-01-09");
    assert_int_equal(read_with(f, bytes, (text_options){.name = SLICE("b")}), CHANCERY_OK);
    assert_memory_not_equal(f->report.document.id.ptr, wanted, 17);
    assert_slice(f->report.document.published, "");
    assert_int_equal(read_with(f, bytes, (text_options){.published = SLICE("2024-13-09")}),
                     CHANCERY_E_MISUSE);
}

typedef struct report_case {
    const char *bytes;
    const char *title;
    const char *published;
    const char *dateline;
    const char *text; /* NULL: as the bytes */
} report_case;

#define BODY "The ministers of the two countries met in Rome on Tuesday. They agreed on trade."

static void expect_report(fixture *f, const report_case *c)
{
    read_ok(f, c->bytes);
    const chancery_document *d = &f->report.document;
    assert_slice(d->title, c->title);
    assert_slice(d->published, c->published);
    assert_slice(slice_range(d->text, f->report.dateline.start, f->report.dateline.end),
                 c->dateline);
    assert_slice(d->text, c->text ? c->text : c->bytes);
    assert_slice(d->language, "en");
    assert_true(f->report.read);
    check_shape(&f->report, d->text);
    for (size_t i = 0; i < f->report.sentence_count; i++)
        assert_int_equal(f->report.sentences[i].title, f->report.sentences[i].start < d->title.len);
}

static void titles_and_dates_are_found(void **state)
{
    static const report_case cases[] = {
        {BODY, "", "", "", NULL},
        {"Talks in Rome\n\n" BODY, "Talks in Rome", "", "", NULL},
        {"Talks in Rome. And in Paris!\n\n" BODY, "Talks in Rome. And in Paris!", "", "", NULL},
        {"Talks\n\n9 June 1978\n\n" BODY, "Talks", "1978-06-09", "9 June 1978", NULL},
        {"Talks\n\nMay 16, 2010\n\n" BODY, "Talks", "2010-05-16", "May 16, 2010", NULL},
        {"Talks\nMay 16th, 2010\n" BODY, "Talks", "2010-05-16", "May 16th, 2010",
         "Talks\n\nMay 16th, 2010\n" BODY},
        {"Talks\n\nWednesday, January 23, 2019\n\n" BODY, "Talks", "2019-01-23", "January 23, 2019",
         NULL},
        {"Talks\n\n22/7/2016\n\n" BODY, "Talks", "2016-07-22", "22/7/2016", NULL},
        {"Talks\n\n7/22/2016\n\n" BODY, "Talks", "2016-07-22", "7/22/2016", NULL},
        {"Talks\n\n5.6.2020\n\n" BODY, "Talks", "2020-06-05", "5.6.2020", NULL},
        {"Talks\n\n2016-07-22\n\n" BODY, "Talks", "2016-07-22", "2016-07-22", NULL},
        {"Talks\n\n2016-07-22T10:15:00Z\n\n" BODY, "Talks", "2016-07-22", "2016-07-22", NULL},
        {"Talks\n\nPublished: 14 May 2009, 10:15\n\n" BODY, "Talks", "2009-05-14", "14 May 2009",
         NULL},
        {"Talks\n\nBy Anna Lind, Example Wire | 14 Sept. 2009 at 10:15 pm\n\n" BODY, "Talks",
         "2009-09-14", "14 Sept. 2009", NULL},
        {"Talks\n\nUpdated: 15 May 2009\n\nPublished: 14 May 2009\n\n" BODY, "Talks", "2009-05-14",
         "14 May 2009", NULL},
        {"Talks\n\nUpdated: 15 May 2009\n\n" BODY, "Talks", "2009-05-15", "15 May 2009", NULL},
        {"Talks\nBy Anna Lind\n14 May 2009\n\n" BODY, "Talks", "2009-05-14", "14 May 2009",
         "Talks\n\nBy Anna Lind\n14 May 2009\n\n" BODY},
        {"Talks\n\nJune 1978\n\n" BODY, "Talks", "1978-06", "June 1978", NULL},
        {"Talks\n\nROME, 3 March 2021\n\n" BODY, "Talks", "2021-03-03", "3 March 2021", NULL},
        {"Talks\n\nGENEVA, 3 March 2021 (Agency) - " BODY, "Talks", "2021-03-03", "3 March 2021",
         NULL},
        {"Talks\n\nGENEVA (3 March 2021) \u2013 " BODY, "Talks", "2021-03-03", "3 March 2021",
         NULL},
        {"Talks\n\n12 June 2024 (Agency) - " BODY, "Talks", "2024-06-12", "12 June 2024", NULL},
        {"12 June 2024 (Agency) - " BODY, "", "2024-06-12", "12 June 2024", NULL},
        {"27 May 2022\n\n" BODY " And they said so, and they said no more than that.", "",
         "2022-05-27", "27 May 2022", NULL},
        {"27 May 2022\n\nTalks\n\n" BODY, "Talks", "2022-05-27", "27 May 2022",
         "Talks\n\n27 May 2022\n\n" BODY},
        /* a date in prose is none of publication */
        {"Talks\n\nOn 12 June 2024 the ministers met in Rome and agreed on trade.", "Talks", "", "",
         NULL},
        {"Talks\n\n" BODY "\n\n12 June 2024 was a Wednesday and they met.", "Talks", "", "", NULL},
        {"Talks\n\n31 June 2024\n\n" BODY, "Talks", "", "", NULL},
        {"Talks\n\nBEIJING, May 14 (Agency) -- " BODY, "Talks", "", "", NULL},
        /* a sentence is no title */
        {"The foreign ministers of the two countries met in Rome on Tuesday and agreed.\n\n" BODY,
         "", "", "", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        expect_report(*state, &cases[i]);
}

static void furniture_is_dropped_and_prose_is_not(void **state)
{
    static const report_case cases[] = {
        {"Home World China-Italy Talks to Deepen Ties\n\nChina-Italy Talks to Deepen Ties\n\n" BODY,
         "China-Italy Talks to Deepen Ties", "", "", "China-Italy Talks to Deepen Ties\n\n" BODY},
        {"China-Italy Talks\n\nChina-Italy Talks\n\n" BODY, "China-Italy Talks", "", "",
         "China-Italy Talks\n\n" BODY},
        {"China-Italy Talks\n\n9 June 1978\n\nChina-Italy Talks\n\n" BODY, "China-Italy Talks",
         "1978-06-09", "9 June 1978", "China-Italy Talks\n\n9 June 1978\n\n" BODY},
        {"China-Italy Talks | Example Daily\n\nChina-Italy Talks\n\n" BODY, "China-Italy Talks", "",
         "", "China-Italy Talks\n\n" BODY},
        {"Home > World > Asia\n\nTalks\n\n" BODY, "Talks", "", "", "Talks\n\n" BODY},
        {"Talks\n\nShare this article\n\n" BODY "\n\nAdvertisement\n\nThe end came soon.\n\n"
         "Read more: Trade grows\n\nClick here to read on\n\nSubscribe to our newsletter\n\n"
         "Photo: Example Wire\n\n\u00a9 2024 Example\n\nRelated: Talks in Paris\n\n"
         "We use cookies to make this site better.",
         "Talks", "", "", "Talks\n\n" BODY "\n\nThe end came soon."},
        {"Talks\n"
         "\nShare\nTweet\n" BODY "\nPhoto: A. Name\nThe end came soon.",
         "Talks", "", "", "Talks\n\n" BODY "\n\nThe end came soon."},
        /* what only looks like it */
        {"Talks\n\nReaders share this article of faith. They print and email it.", "Talks", "", "",
         NULL},
        {"Talks\n\nSubscribers of the paper were told that the ministers would meet in Rome.",
         "Talks", "", "", NULL},
        {"Talks\n\nThe rate rose from > 5 to > 6, and the ministers of both were pleased.", "Talks",
         "", "", NULL},
        {"Talks\n\nThe ministers spoke about the rules for those who use or\nshare this data, and "
         "met again.",
         "Talks", "", "", NULL},
        {"Advertisement", "", "", "", NULL},
    };
    for (size_t i = 0; i + 1 < COUNT(cases); i++)
        expect_report(*state, &cases[i]);
    fixture *f = *state;
    read_ok(f, "Advertisement");
    assert_slice(f->report.document.text, "Advertisement");
}

static void lines_of_furniture(void **state)
{
    (void)state;
    static const char *const furniture[] = {
        "Share this article",
        "SHARE THIS ARTICLE",
        "Read more...",
        "Read more \u00bb",
        "Advertisement:",
        "Click here for more",
        "Photo: AP/Someone",
        "\u00a9 2020 Example Ltd",
        "Home \u203a World",
        "Home \u00bb World \u00bb Asia",
        "World > Asia > China >",
        "Related: More talks",
        "This website uses cookies. By continuing you accept them.",
        "Follow us on Example",
    };
    static const char *const prose[] = {
        "",
        "The minister left.",
        "Home Office ministers met.",
        "Share prices fell.",
        "Related issues were raised.",
        "Photographs were shown.",
        "World > Asia",
        "Cookies were served.",
        "Subscribing states met.",
        "Print media were there.",
        "Click chemistry won the prize.",
        "5 > 3 > 1 is true of numbers, they said.",
    };
    for (size_t i = 0; i < COUNT(furniture); i++)
        if (!text_is_furniture(slice_of(furniture[i])))
            fail_msg("\"%s\" is furniture", furniture[i]);
    for (size_t i = 0; i < COUNT(prose); i++)
        if (text_is_furniture(slice_of(prose[i])))
            fail_msg("\"%s\" is no furniture", prose[i]);
}

static void the_order_of_day_and_month_is_told_by_the_report(void **state)
{
    fixture *f = *state;
    read_ok(f, "Talks\n\n5/6/2020\n\nThey had met on 22/4/2020 and will meet again.");
    assert_slice(f->report.document.published, "2020-06-05");
    assert_true(f->report.day_first);
    read_ok(f, "Talks\n\n5/6/2020\n\nThey had met on 4/22/2020 and will meet again.");
    assert_slice(f->report.document.published, "2020-05-06");
    assert_false(f->report.day_first);
    read_ok(f, "Talks\n\n5/6/2020\n\nThey had met before and will meet again.");
    assert_slice(f->report.document.published, "2020-05-06");
    assert_false(f->report.day_first);
    read_ok(f, "Talks\n\nFriday, 5/6/2020\n\nThey had met before and will meet again.");
    assert_slice(f->report.document.published, "2020-06-05");
}

static void verbatim_drops_nothing(void **state)
{
    fixture *f = *state;
    const char *text =
        "Home World Talks in Rome\n\nTalks in Rome\n\n9 June 1978\n\nShare this article\n\nLe "
        "ministre des Affaires \u00e9trang\u00e8res est arriv\u00e9.";
    text_options options = {.verbatim = true};
    assert_int_equal(read_with(f, slice_of(text), options), CHANCERY_OK);
    assert_slice(f->report.document.text, text);
    assert_slice(f->report.document.title, "Home World Talks in Rome");
    assert_slice(f->report.document.published, "");
    assert_int_equal(f->report.dateline.end, 0);
    assert_true(f->report.read);
    assert_int_equal(f->report.sentence_count, 5);
    size_t letters = 0, covered = 0;
    for (size_t i = 0; text[i]; i++)
        letters += text[i] != ' ' && text[i] != '\n';
    for (size_t i = 0; i < f->report.token_count; i++)
        covered += f->report.tokens[i].end - f->report.tokens[i].start;
    assert_int_equal(covered, letters);
}

static void nothing_is_borrowed(void **state)
{
    fixture *f = *state;
    char bytes[] = "Talks in Rome\n\nThe ministers met. They left.", name[] = "name",
         date[] = "2024-01-09";
    text_options options = {.name = slice_of(name), .published = slice_of(date)};
    assert_int_equal(read_with(f, slice_of(bytes), options), CHANCERY_OK);
    memset(bytes, 'x', sizeof bytes - 1);
    memset(name, 'x', sizeof name - 1);
    memset(date, 'x', sizeof date - 1);
    assert_slice(f->report.document.title, "Talks in Rome");
    assert_slice(f->report.document.name, "name");
    assert_slice(f->report.document.published, "2024-01-09");
}

static void iso_dates(void **state)
{
    (void)state;
    static const char *const bad[] = {"",          "24",          "2024-1",     "2024-13",
                                      "2024-00",   "2024-02-30",  "2023-02-29", "2024-01-32",
                                      "2024-01-0", "2024-01-09T", "2024/01/09", "2024-01-",
                                      "12024",     "2024-",       "a024"};
    int y, m, d;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(text_iso_date(slice_of(bad[i]), &y, &m, &d));
    assert_true(text_iso_date(SLICE("2024"), &y, &m, &d));
    assert_true(y == 2024 && m == 0 && d == 0);
    assert_true(text_iso_date(SLICE("2024-01"), &y, &m, &d));
    assert_true(y == 2024 && m == 1 && d == 0);
    assert_true(text_iso_date(SLICE("2024-02-29"), &y, &m, &d));
    assert_true(y == 2024 && m == 2 && d == 29);
}

/* --- languages --- */

typedef struct language_case {
    const char *code;
    const char *text;
} language_case;

static const language_case languages[] = {
    {"en", "Foreign Minister Zhang Weimin met his Belarusian counterpart Uladzimir Makarevich in "
           "Minsk on "
           "Tuesday. Both sides exchanged views on regional issues."},
    {"en",
     "Talks between Shavkat Rahmonov and Gurbanguly Berdimuhamedow in Dushanbe. Sooronbay "
     "Atambayev, "
     "Emomali Mirziyoyev, Nursultan Abishuly and Kassym Zhumabay attended the Samarkand summit."},
    {"en", "Bundeskanzler Karl Huber and Ministerpr\u00e4sident J\u00fcrgen M\u00fcller of "
           "Nordrhein-Westfalen "
           "were received by Jean de la Tour du Pin at the Ch\u00e2teau de Vincennes."},
    {"de", "Der deutsche Au\u00dfenminister hat am Dienstag seinen franz\u00f6sischen Amtskollegen "
           "in Berlin "
           "empfangen. Beide Seiten sprachen \u00fcber die Lage im Nahen Osten."},
    {"fr", "Le ministre des Affaires \u00e9trang\u00e8res a re\u00e7u mardi son homologue allemand "
           "\u00e0 Paris. "
           "Les deux parties ont \u00e9voqu\u00e9 la situation au Proche-Orient."},
    {"es", "El ministro de Relaciones Exteriores recibi\u00f3 el martes a su hom\u00f3logo chileno "
           "en Lima. "
           "Ambas partes conversaron sobre la situaci\u00f3n regional."},
    {"pt",
     "O ministro das Rela\u00e7\u00f5es Exteriores recebeu na ter\u00e7a-feira o seu hom\u00f3logo "
     "chileno em Bras\u00edlia. As duas partes conversaram sobre a situa\u00e7\u00e3o regional."},
    {"it", "Il ministro degli Esteri ha ricevuto marted\u00ec il suo omologo tedesco a Roma. Le "
           "due parti "
           "hanno discusso della situazione in Medio Oriente."},
    {"nl", "De minister van Buitenlandse Zaken heeft dinsdag zijn Duitse ambtgenoot in Den Haag "
           "ontvangen. "
           "Beide partijen spraken over de situatie in het Midden-Oosten."},
    {"tr", "D\u0131\u015fi\u015fleri Bakan\u0131 sal\u0131 g\u00fcn\u00fc Ankara'da Alman "
           "mevkida\u015f\u0131yla bir "
           "araya geldi. \u0130ki taraf Orta Do\u011fu'daki durumu g\u00f6r\u00fc\u015ft\u00fc."},
    {"ru", "Министр иностранных дел принял во вторник своего немецкого коллегу в Москве. Стороны "
           "обсудили "
           "положение на Ближнем Востоке."},
    {"uk", "Міністр закордонних справ прийняв у вівторок у Києві свого німецького колегу. Сторони "
           "обговорили "
           "ситуацію на Близькому Сході."},
    {"ar", "استقبل وزير الخارجية يوم الثلاثاء نظيره الألماني في القاهرة. وبحث الجانبان الأوضاع في "
           "الشرق الأوسط."},
    {"zh", "外交部长星期二在北京会见了德国外长。双方就中东局势交换了意见。"},
    {"ja",
     "外務大臣は火曜日、東京でドイツの外相と会談した。双方は中東情勢について意見を交換した。"},
    {"ko", "외교부 장관은 화요일 서울에서 독일 외무장관을 만났다. 양측은 중동 정세에 대해 의견을 "
           "나누었다."},
    {"el", "Ο υπουργός Εξωτερικών συναντήθηκε την Τρίτη στην Αθήνα με τον Γερμανό ομόλογό του."},
    {"", "China-Italy Talks to Deepen Ties"},
    {"", "12 34 56"},
    {"", ""},
};

static void languages_are_told(void **state)
{
    (void)state;
    text_languages *fingerprints = NULL;
    chancery_error error = {0};
    assert_int_equal(text_languages_open(&fingerprints, &error), CHANCERY_OK);
    for (size_t i = 0; i < COUNT(languages); i++) {
        assert_slice(text_languages_tell(fingerprints, slice_of(languages[i].text)),
                     languages[i].code);
        assert_slice(text_language(slice_of(languages[i].text)), languages[i].code);
    }
    text_languages_close(fingerprints);
    text_languages_close(NULL);
}

static void a_report_in_another_language_is_not_read(void **state)
{
    fixture *f = *state;
    read_ok(f, "Der deutsche Au\u00dfenminister hat am Dienstag seinen franz\u00f6sischen "
               "Amtskollegen in Berlin "
               "empfangen. Beide Seiten sprachen \u00fcber die Lage im Nahen Osten.");
    assert_slice(f->report.document.language, "de");
    assert_false(f->report.read);
    assert_int_equal(f->report.sentence_count, 0);
    assert_int_equal(f->report.token_count, 0);
    assert_int_equal(f->report.document.id.len, 17);
    read_ok(f, "Talks to Deepen Ties");
    assert_slice(f->report.document.language, "");
    assert_true(f->report.read);
}

typedef struct teller {
    const text_languages *fingerprints;
    size_t wrong;
} teller;

static void *tell_all(void *context)
{
    teller *t = context;
    for (int round = 0; round < 5; round++)
        for (size_t i = 0; i < COUNT(languages); i++)
            t->wrong +=
                !slice_equal(text_languages_tell(t->fingerprints, slice_of(languages[i].text)),
                             slice_of(languages[i].code));
    return NULL;
}

static void threads_share_fingerprints(void **state)
{
    (void)state;
    text_languages *fingerprints = NULL;
    pthread_t threads[4];
    teller tellers[4];
    assert_int_equal(text_languages_open(&fingerprints, NULL), CHANCERY_OK);
    for (size_t i = 0; i < COUNT(threads); i++) {
        tellers[i] = (teller){fingerprints, 0};
        assert_int_equal(pthread_create(&threads[i], NULL, tell_all, &tellers[i]), 0);
    }
    for (size_t i = 0; i < COUNT(threads); i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(tellers[i].wrong, 0);
    }
    text_languages_close(fingerprints);
}

/* Bytes are the same under any locale; Turkish is the one that has undone others. */
static void the_locale_changes_nothing(void **state)
{
    fixture *f = *state;
    const char *text =
        "ISTANBUL I\n\nThe U.S. and Iran's ministers met in Istanbul. It cost 3.5 million.";
    read_ok(f, text);
    char *before = spell(f, f->report.document.text);
    uint64_t key = text_key(SLICE("ISTANBUL"));
    char *old = setlocale(LC_ALL, "tr_TR.UTF-8");
    read_ok(f, text);
    char *after = spell(f, f->report.document.text);
    assert_string_equal(after, before);
    assert_int_equal(text_key(SLICE("istanbul")), key);
    if (old)
        setlocale(LC_ALL, "C");
    free(before);
    free(after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_no_text_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stray_control_bytes_and_nuls_are_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(line_ends_and_marks_are_made_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_id_is_a_hash_of_text_and_date, set_up, tear_down),
        cmocka_unit_test_setup_teardown(titles_and_dates_are_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(furniture_is_dropped_and_prose_is_not, set_up, tear_down),
        cmocka_unit_test(lines_of_furniture),
        cmocka_unit_test_setup_teardown(the_order_of_day_and_month_is_told_by_the_report, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(verbatim_drops_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_is_borrowed, set_up, tear_down),
        cmocka_unit_test(iso_dates),
        cmocka_unit_test(languages_are_told),
        cmocka_unit_test_setup_teardown(a_report_in_another_language_is_not_read, set_up,
                                        tear_down),
        cmocka_unit_test(threads_share_fingerprints),
        cmocka_unit_test_setup_teardown(the_locale_changes_nothing, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("text report", tests, NULL, NULL);
}
