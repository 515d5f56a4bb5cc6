/* An engine with a reader, for tests that read texts with all that is built.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef READER_FIXTURE_H
#define READER_FIXTURE_H

#include <stdlib.h>

#include "chancery/chancery.h"

typedef struct fixture {
    chancery_engine *engine;
    chancery_reader *reader;
    chancery_error error;
} fixture;

static int fixture_make(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    if (chancery_engine_open(NULL, &f->engine, &f->error) != CHANCERY_OK)
        fail_msg("%s: %s", f->error.where, f->error.message);
    assert_int_equal(chancery_reader_new(f->engine, &f->reader, &f->error), CHANCERY_OK);
    *state = f;
    return 0;
}

static int fixture_drop(void **state)
{
    fixture *f = *state;
    chancery_reader_free(f->reader);
    chancery_engine_close(f->engine);
    free(f);
    return 0;
}

#endif
