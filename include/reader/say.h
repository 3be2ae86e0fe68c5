/* Words in the status line until the next key. */
#ifndef LECTERN_READER_SAY_H
#define LECTERN_READER_SAY_H

#include "reader/state.h"

void say(struct reader *r, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* The same for a failure. */
void say_alert(struct reader *r, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void say_nothing(struct reader *r);

#endif
