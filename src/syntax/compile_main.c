/* chancery-syntax-compile: makes the container of the lists of lemmas, for the build.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 * A program of its own, so that the data need not wait for the whole command. */
#include <stdio.h>

#include "syntax/syntax.h"

int main(int argc, char **argv)
{
    chancery_error error = {0};
    if (argc != 3) {
        fprintf(stderr, "usage: %s SOURCE OUT\n", argc > 0 ? argv[0] : "chancery-syntax-compile");
        return 2;
    }
    if (syntax_lemmas_compile(argv[1], argv[2], &error)) {
        fprintf(stderr, "%s:%llu: %s\n", error.where, (unsigned long long)error.line,
                error.message);
        return 1;
    }
    return 0;
}
