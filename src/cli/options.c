/* Options of the commands. See options.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/look.h"

enum { HELP_MOST_CELLS = 90 };

size_t cli_distance(const char *a, const char *b)
{
    enum { LONGEST = 48 };
    size_t rows[3][LONGEST + 1], length_a = strlen(a), length_b = strlen(b);
    if (length_a > LONGEST || length_b > LONGEST)
        return CLI_FAR;
    for (size_t j = 0; j <= length_b; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= length_a; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= length_b; j++) {
            size_t best = above[j - 1] + (a[i - 1] != b[j - 1]);
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            row[j] = best;
        }
    }
    return rows[length_a % 3][length_b];
}

bool cli_is_near(const char *a, const char *b)
{
    return cli_distance(a, b) <= strlen(a) / 3;
}

static const cli_option *by_letter(const cli_usage *usage, char letter)
{
    for (const cli_option *o = usage->options; o->name; o++)
        if (o->letter == letter && letter)
            return o;
    return NULL;
}

/** The option of this name, or the only one that begins with it. */
static const cli_option *by_name(const cli_usage *usage, const char *name, size_t length)
{
    const cli_option *found = NULL;
    size_t count = 0;
    for (const cli_option *o = usage->options; o->name; o++) {
        if (strncmp(o->name, name, length) != 0)
            continue;
        if (o->name[length] == '\0')
            return o;
        found = o;
        count++;
    }
    return count == 1 && length ? found : NULL;
}

static int refuse_unknown(const cli_line *line, const char *given, const char *name)
{
    const cli_option *near = NULL;
    for (const cli_option *o = line->usage->options; o->name && !near; o++)
        if (cli_is_near(name, o->name) || (strncmp(o->name, name, strlen(name)) == 0 && *name))
            near = o;
    if (near)
        cli_misuse(line->usage->command, "there is no option '%s'; did you mean '--%s'?", given,
                   near->name);
    else
        cli_misuse(line->usage->command, "there is no option '%s'", given);
    return CLI_OPTION_BAD;
}

/** The value of an option that stands in an argument of its own. */
static int take_next(cli_line *line, const cli_option *o)
{
    const char *next = line->at + 1 < line->argc ? line->argv[line->at + 1] : NULL;
    bool option = next && strncmp(next, "--", 2) == 0 &&
                  (next[2] == '\0' || by_name(line->usage, next + 2, strcspn(next + 2, "=")));
    if (!next || option) {
        cli_misuse(line->usage->command, "'--%s' needs a value: --%s %s", o->name, o->name,
                   o->value);
        return CLI_OPTION_BAD;
    }
    line->at++;
    line->value = next;
    return o->id;
}

static int take_long(cli_line *line, const char *given)
{
    const char *name = given + 2;
    size_t length = strcspn(name, "=");
    const cli_option *o = by_name(line->usage, name, length);
    if (!o)
        return refuse_unknown(line, given, name);
    if (name[length] == '=' && !o->value) {
        cli_misuse(line->usage->command, "'--%s' takes no value", o->name);
        return CLI_OPTION_BAD;
    }
    if (!o->value)
        return o->id;
    if (name[length] != '=')
        return take_next(line, o);
    line->value = name + length + 1;
    return o->id;
}

/** The next letter of "-abc"; what follows an option with a value is its value. */
static int take_letter(cli_line *line)
{
    const char *given = line->argv[line->at];
    const cli_option *o = by_letter(line->usage, *line->cluster);
    const cli_option *whole = by_name(line->usage, given + 1, strlen(given + 1));
    if (whole && given[2] && line->cluster == given + 1) {
        cli_misuse(line->usage->command, "there is no option '%s'; did you mean '--%s'?", given,
                   whole->name);
        return CLI_OPTION_BAD;
    }
    if (!o)
        return refuse_unknown(line, given, given + 1);
    line->cluster++;
    if (!o->value)
        return o->id;
    const char *rest = line->cluster;
    line->cluster = "";
    if (*rest == '\0')
        return take_next(line, o);
    line->value = rest;
    return o->id;
}

int cli_next_option(cli_line *line)
{
    line->value = NULL;
    if (line->cluster && *line->cluster)
        return take_letter(line);
    while (++line->at < line->argc) {
        char *given = line->argv[line->at];
        if (!line->ended && strcmp(given, "--") == 0) {
            line->ended = true;
        } else if (line->ended || given[0] != '-' || given[1] == '\0') {
            line->argv[++line->argument_count] = given;
        } else if (given[1] == '-') {
            return take_long(line, given);
        } else {
            line->cluster = given + 1;
            return take_letter(line);
        }
    }
    return CLI_OPTION_NONE;
}

/** "-a, --archive FILE" into `out`. @return its length. */
static size_t option_head(const cli_option *o, char *out, size_t size)
{
    char letter[8] = "    ";
    if (o->letter)
        snprintf(letter, sizeof letter, "-%c, ", o->letter);
    int length = snprintf(out, size, "%s--%s%s%s", letter, o->name, o->value ? " " : "",
                          o->value ? o->value : "");
    return length > 0 ? (size_t)length : 0;
}

static void print_option(const look *l, const cli_option *o, size_t width)
{
    char head[64];
    option_head(o, head, sizeof head);
    printf("  %-*s", (int)width, head);
    look_flow f = look_flow_begin(l, width + 2, width + 2, 0);
    look_flow_text(&f, LOOK_PLAIN, slice_of(o->help));
    look_flow_end(&f);
}

void cli_print_help(const cli_usage *usage)
{
    const char *lead = "Usage:";
    for (const char *form = usage->forms; *form; lead = "      ") {
        size_t length = strcspn(form, "\n");
        printf("%s chancery %s %.*s\n", lead, usage->command, (int)length, form);
        form += length + (form[length] == '\n');
    }
    look l = look_open(stdout);
    slice about = slice_of(usage->about), paragraph;
    l.columns = l.columns < HELP_MOST_CELLS ? l.columns : HELP_MOST_CELLS;
    fputc('\n', stdout);
    while (slice_next(&about, '\n', &paragraph))
        look_wrapped(&l, LOOK_PLAIN, paragraph, 0);
    fputc('\n', stdout);
    size_t width = 0;
    for (const cli_option *o = usage->options; o->name; o++) {
        char head[64];
        size_t length = option_head(o, head, sizeof head);
        width = length > width ? length : width;
    }
    for (const cli_option *o = usage->options; o->name; o++)
        print_option(&l, o, width + 2);
    printf("\n%s\n", usage->behind);
}
