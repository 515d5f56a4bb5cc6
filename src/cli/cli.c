/* What the commands share. See cli.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/cli.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/number.h"

enum { LINE_BYTES = 2048 };

/** A message as a line or several; of control bytes only its own line ends are printed. */
static void print_message(const char *prefix, const char *format, va_list arguments)
{
    char line[LINE_BYTES];
    if (vsnprintf(line, sizeof line, format, arguments) < 0)
        line[0] = '\0';
    for (char *c = line; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f)
            *c = '?';
    fprintf(stderr, "%s%s\n", prefix, line);
}

void cli_say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print_message("chancery: ", format, arguments);
    va_end(arguments);
}

int cli_fail(const chancery_error *error)
{
    const char *where = strcmp(error->where, "-") == 0 ? "standard input" : error->where;
    if (where[0] && error->line)
        cli_say("%s:%llu: %s", where, (unsigned long long)error->line, error->message);
    else if (where[0])
        cli_say("%s: %s", where, error->message);
    else
        cli_say("%s", error->message);
    return error->status == CHANCERY_E_MISUSE ? CLI_MISUSE : CLI_FAILED;
}

int cli_misuse(const char *command, const char *format, ...)
{
    char prefix[64];
    va_list arguments;
    va_start(arguments, format);
    snprintf(prefix, sizeof prefix, "chancery %s: ", command);
    print_message(prefix, format, arguments);
    va_end(arguments);
    fprintf(stderr, "Try 'chancery %s --help'.\n", command);
    return CLI_MISUSE;
}

chancery_engine *cli_engine(const char *data_dir)
{
    chancery_engine *engine = NULL;
    chancery_error error = {0};
    if (engine_open_knowledge(data_dir, &engine, &error) != CHANCERY_OK)
        cli_fail(&error);
    return engine;
}

chancery_engine *cli_reading_engine(const char *data_dir)
{
    chancery_engine *engine = NULL;
    chancery_error error = {0};
    if (chancery_engine_open(data_dir, &engine, &error) != CHANCERY_OK)
        cli_fail(&error);
    return engine;
}

const char *cli_archive_path(const char *given)
{
    if (given)
        return given;
    const char *named = getenv("CHANCERY_ARCHIVE");
    return named && named[0] ? named : "chancery.db";
}

bool cli_colours(FILE *stream)
{
    const char *term = getenv("TERM"), *none = getenv("NO_COLOR");
    return isatty(fileno(stream)) && !(none && none[0]) && term && strcmp(term, "dumb") != 0;
}

bool cli_utf8(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *locale = getenv(names[i]);
        if (!locale || !*locale)
            continue;
        const char *dot = strchr(locale, '.');
        slice charset = slice_of(dot ? dot + 1 : "");
        size_t modifier = slice_find(charset, SLICE("@"));
        charset = slice_range(charset, 0, modifier == SIZE_MAX ? charset.len : modifier);
        return slice_equal_ascii_fold(charset, SLICE("utf-8")) ||
               slice_equal_ascii_fold(charset, SLICE("utf8"));
    }
    return false;
}

size_t cli_columns(void)
{
    enum { LEAST = 24, USUAL = 80, MOST = 400 };
    const char *named = getenv("COLUMNS");
    uint64_t columns = 0;
    struct winsize size;
    if (!named || !number_parse_u64(slice_of(named), &columns) || columns == 0)
        columns = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
    if (columns == 0)
        return USUAL;
    return columns < LEAST ? LEAST : columns < MOST ? (size_t)columns : MOST;
}

/** Whether stdout is a pipe that nobody reads any more. */
static bool reader_has_gone(void)
{
    struct pollfd pipe = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&pipe, 1, 0) == 1 && (pipe.revents & POLLERR) != 0;
}

int cli_finish(int status)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    int code = errno;
    if (!reader_has_gone()) {
        if (!code) { /* it failed earlier; the output is spoilt already, so one more byte may tell
                      */
            clearerr(stdout);
            fputc('\n', stdout);
            code = fflush(stdout) ? errno : 0;
        }
        const char *reason = code ? strerrordesc_np(code) : NULL;
        cli_say("the output can't be written: %s; what was printed is not complete",
                reason ? reason : "the system refused it");
    }
    return CLI_FAILED;
}
