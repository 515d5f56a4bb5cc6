/* chancery-codebook-compile DATA_DIR OUT: what the build calls.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include "codebook/codebook.h"

int main(int argc, char **argv)
{
    chancery_error error = {0};
    if (argc != 3) {
        fputs("usage: chancery-codebook-compile DATA_DIR OUT\n", stderr);
        return 2;
    }
    if (codebook_compile(argv[1], argv[2], &error) == CHANCERY_OK)
        return 0;
    fprintf(stderr, "%s:%llu: %s\n", error.where, (unsigned long long)error.line, error.message);
    return 1;
}
