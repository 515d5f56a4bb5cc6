/* What tests parse with: the lists of lemmas and the network that the build made (CHANCERY_DATA).
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_UNIT_PARSER_FIXTURE_H
#define TESTS_UNIT_PARSER_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>

#include "syntax/sentences.h"

typedef struct test_parser {
    syntax_lemmas *lemmas;
    net *network;
    syntax_parser *parser;
} test_parser;

static inline void test_parser_close(test_parser *p)
{
    syntax_parser_free(p->parser);
    net_close(p->network);
    syntax_lemmas_close(p->lemmas);
    *p = (test_parser){0};
}

/* @return whether all of it could be opened; what was opened is closed by test_parser_close. */
static inline bool test_parser_open(test_parser *p, chancery_error *error)
{
    char path[1024];
    const char *folder = getenv("CHANCERY_DATA");
    if (!folder)
        return false;
    snprintf(path, sizeof path, "%s/chancery.lemmas", folder);
    if (syntax_lemmas_open(path, &p->lemmas, error))
        return false;
    snprintf(path, sizeof path, "%s/chancery.parser", folder);
    return net_open(path, &p->network, error) == CHANCERY_OK &&
           syntax_parser_new(p->network, &p->parser, error) == CHANCERY_OK;
}

#endif
