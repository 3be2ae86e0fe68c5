/* Words in the status line until the next key. */
#include "reader/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

enum { LONGEST = 512 }; /* [byte] no window shows more */

void
say_nothing(struct reader *r)
{
	free(r->message);
	r->message = NULL;
	r->alert = false;
}

static void
say_words(struct reader *r, bool alert, const char *format, va_list args)
{
	char words[LONGEST];

	vsnprintf(words, sizeof words, format, args);
	say_nothing(r);
	r->message = mem_copy(words);
	r->alert = alert;
}

void
say(struct reader *r, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_words(r, false, format, args);
	va_end(args);
}

void
say_alert(struct reader *r, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_words(r, true, format, args);
	va_end(args);
}
