/* What the reader asks for, carried out. */
#ifndef LECTERN_CLI_REQUESTS_H
#define LECTERN_CLI_REQUESTS_H

#include <stdbool.h>

#include "cli/sitting.h"
#include "reader/reader.h"

/* A reader of the text that is open in S, at PLACE, of the window's size;
 * MESSAGE (or NULL) is shown first. */
struct reader *requests_reader(struct sitting *s, text_pos place,
                               const char *message);

/* Carries out all that *R asks for; *R may become the reader of another text.
 * False when it asked to quit. */
bool requests_carry_out(struct sitting *s, struct reader **r);

/* Shows what another lectern, or a hand, wrote to the store, where that was
 * taken in since this was called last. */
void requests_show_news(struct sitting *s, struct reader *r);

#endif
