/* chancery-kb-compile DATA_DIR OUT: compiles the knowledge base when the program is built.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include "kb/kb.h"

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: chancery-kb-compile DATA_DIR OUT\n", stderr);
        return 2;
    }
    chancery_error error = {0};
    if (kb_compile(argv[1], argv[2], &error) == CHANCERY_OK)
        return 0;
    if (error.line)
        fprintf(stderr, "%s:%llu: %s\n", error.where, (unsigned long long)error.line,
                error.message);
    else
        fprintf(stderr, "%s: %s\n", error.where, error.message);
    return 1;
}
