/* What the commands share. See cli.h.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "cli/cli.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/number.h"

int cli_fail(const chancery_error *error)
{
    fputs("chancery: ", stderr);
    if (error->where[0] && error->line)
        fprintf(stderr, "%s:%llu: ", error->where, (unsigned long long)error->line);
    else if (error->where[0])
        fprintf(stderr, "%s: ", error->where);
    fprintf(stderr, "%s\n", error->message);
    return error->status == CHANCERY_E_MISUSE ? CLI_MISUSE : CLI_FAILED;
}

int cli_misuse(const char *command, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "chancery %s: ", command);
    vfprintf(stderr, format, arguments);
    fprintf(stderr, "\nTry 'chancery %s --help'.\n", command);
    va_end(arguments);
    return CLI_MISUSE;
}

chancery_engine *cli_engine(const char *data_dir)
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

size_t cli_columns(void)
{
    enum { LEAST = 40, USUAL = 80, MOST = 400 };
    const char *named = getenv("COLUMNS");
    uint64_t columns = 0;
    struct winsize size;
    if (named && number_parse_u64(slice_of(named), &columns) && columns >= LEAST)
        return columns < MOST ? (size_t)columns : MOST;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= LEAST)
        return size.ws_col < MOST ? size.ws_col : MOST;
    return USUAL;
}

int cli_finish(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "chancery: can't write the output: %s\n", strerror(errno));
    return CLI_FAILED;
}
