/* Page furniture: what of a page is not the report.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A line is furniture only where it is short and begins as such lines do, or is one in full. The
 * lists are folded (text_fold), and a line is compared without the marks at its end. In doubt a
 * line stays: prose that is lost can't be found again, furniture that stays is one odd sentence. */
#include "text/furniture.h"

#include "text/inner.h"

enum {
    LONGEST_LINE = 200,   /* bytes */
    LONGEST_NOTICE = 500, /* bytes of a notice on cookies */
    LONGEST_CRUMB = 40,   /* bytes of one part of "Home > World > Asia" */
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const whole_lines[] = {
    "accept all cookies",
    "accept cookies",
    "ad",
    "advertisement",
    "advertisements",
    "advertising",
    "all rights reserved",
    "back to top",
    "click to enlarge",
    "comments",
    "continue reading",
    "continue reading below",
    "continue reading the main story",
    "cookie policy",
    "editor's picks",
    "editors' picks",
    "email",
    "email this article",
    "facebook",
    "follow us",
    "home",
    "leave a comment",
    "linkedin",
    "listen to this article",
    "load more",
    "log in",
    "login",
    "menu",
    "more news",
    "most popular",
    "most read",
    "newsletter",
    "next article",
    "previous article",
    "print",
    "print this article",
    "print this page",
    "privacy policy",
    "read also",
    "read more",
    "read next",
    "recommended",
    "register",
    "related",
    "related articles",
    "related content",
    "related news",
    "related stories",
    "related topics",
    "search",
    "share",
    "share this",
    "share this article",
    "share this page",
    "share this post",
    "share this story",
    "sign in",
    "skip to content",
    "skip to main content",
    "skip to navigation",
    "sponsored",
    "sponsored content",
    "story continues below",
    "story continues below advertisement",
    "subscribe",
    "terms of use",
    "top of page",
    "trending",
    "tweet",
    "twitter",
    "view comments",
    "whatsapp",
    "you may also like",
};

static const char *const beginnings[] = {
    "advertisement ",
    "categories:",
    "click here",
    "click on ",
    "click to ",
    "copyright (c)",
    "copyright \xc2\xa9",
    "download our app",
    "download the app",
    "filed under:",
    "follow us on ",
    "image credit",
    "image:",
    "join our ",
    "like us on ",
    "listen:",
    "photo by ",
    "photo credit",
    "photo:",
    "photos:",
    "picture:",
    "posted in ",
    "read also:",
    "read more about ",
    "read more at ",
    "read more on ",
    "read more:",
    "related article:",
    "related articles:",
    "related stories:",
    "related:",
    "see also:",
    "share on ",
    "share this ",
    "share via ",
    "sign up for ",
    "sign up to ",
    "subscribe for ",
    "subscribe now",
    "subscribe to ",
    "subscribe today",
    "tagged:",
    "tags:",
    "topics:",
    "video:",
    "watch:",
    "\xc2\xa9",
};

/* The line without arrows, dots and the like at its end; a full stop may end a sentence, so it
 * stays. */
static slice without_end_marks(slice line)
{
    static const char *const marks[] = {".", ":",      ">",      "!",      "-",
                                        " ", "\u00bb", "\u203a", "\u2192", "..."};
    for (size_t i = 0; i < COUNT(marks);) {
        slice mark = slice_of(marks[i]);
        if (line.len > 0 && slice_ends(line, mark)) {
            line.len -= mark.len;
            i = 0;
        } else {
            i++;
        }
    }
    return line;
}

static bool is_whole_line(slice folded)
{
    for (size_t i = 0; i < COUNT(whole_lines); i++)
        if (slice_is(folded, whole_lines[i]))
            return true;
    return false;
}

static bool has_beginning(slice folded)
{
    for (size_t i = 0; i < COUNT(beginnings); i++)
        if (slice_starts(folded, slice_of(beginnings[i])))
            return true;
    return false;
}

/* "We use cookies to ...", "By continuing to browse this site you accept our cookie policy." */
static bool is_cookie_notice(slice folded)
{
    static const char *const openings[] = {"we use ",   "this site ",   "this website ",
                                           "our site ", "our website ", "by continuing ",
                                           "by using ", "by browsing "};
    if (slice_find(folded, SLICE("cookie")) == SIZE_MAX)
        return false;
    for (size_t i = 0; i < COUNT(openings); i++)
        if (slice_starts(folded, slice_of(openings[i])))
            return true;
    return false;
}

/* Length of the mark between two parts of a path through a site, or 0. */
static size_t crumb_mark(slice line, size_t at)
{
    slice rest = slice_range(line, at, line.len);
    if (rest.ptr[0] == '>')
        return 1;
    if (slice_starts(rest, SLICE("\u00bb")))
        return 2;
    return slice_starts(rest, SLICE("\u203a")) || slice_starts(rest, SLICE("\u2192")) ? 3 : 0;
}

static bool is_crumb(slice part)
{
    part = slice_trim(part);
    if (part.len == 0 || part.len > LONGEST_CRUMB)
        return false;
    return !ascii_lower(part.ptr[0]) && !memchr(".,;:?!", part.ptr[part.len - 1], 6);
}

/* "Home > World > Asia": three parts, or two of which the first is "Home". */
static bool is_breadcrumb(slice line)
{
    size_t start = 0, parts = 0;
    bool home = slice_starts(line, SLICE("Home "));
    for (size_t i = 0; i < line.len; i++) {
        size_t mark = crumb_mark(line, i);
        if (mark == 0)
            continue;
        if (!is_crumb(slice_range(line, start, i)))
            return false;
        parts++;
        start = i + mark;
        i += mark - 1;
    }
    bool last = is_crumb(slice_range(line, start, line.len));
    return parts > 0 && (last || start == line.len) && parts + last >= (home ? 2u : 3u);
}

bool text_is_furniture(slice line)
{
    char form[4 * LONGEST_NOTICE + 1];
    if (line.len == 0 || line.len > LONGEST_NOTICE)
        return false;
    slice folded = {form, text_fold(line, form)};
    if (is_cookie_notice(folded))
        return true;
    if (line.len > LONGEST_LINE)
        return false;
    if (has_beginning(folded) || is_breadcrumb(line))
        return true;
    folded.len = text_fold(without_end_marks(line), form);
    return is_whole_line(folded);
}
