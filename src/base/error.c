/* An expected failure as a value: which file, where in it, what is wrong. */
#include "base/error.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/ucs.h"

void
error_set(struct error *e, const char *file, size_t line, const char *format,
          ...)
{
	char *file_copy = mem_copy(file);
	va_list args;
	int need;
	char *what;

	va_start(args, format);
	need = vsnprintf(NULL, 0, format, args);
	va_end(args);
	what = mem_new((size_t)(need < 0 ? 0 : need) + 1);
	if (need > 0) {
		va_start(args, format);
		vsnprintf(what, (size_t)need + 1, format, args);
		va_end(args);
	}
	error_clear(e);
	e->file = file_copy;
	e->line = line;
	e->what = what;
}

/* What a terminal could obey, or bytes that no reader could know. */
static bool
is_unfit(ucs c, size_t length)
{
	return ucs_is_control(c) || (c == UCS_REPLACEMENT && length == 1);
}

static char *
made_fit(const struct buf *line)
{
	struct buf fit = {0};
	size_t i, length;
	ucs c;

	for (i = 0; i < line->n; i += length) {
		length = ucs_decode(line->at + i, line->n - i, &c);
		if (is_unfit(c, length))
			buf_char(&fit, '?');
		else
			buf_add(&fit, line->at + i, length);
	}
	return buf_take(&fit);
}

char *
error_line(const struct error *e)
{
	struct buf line = {0};
	char *fit;

	if (e->file && e->line)
		buf_printf(&line, "%s:%zu: ", e->file, e->line);
	else if (e->file)
		buf_printf(&line, "%s: ", e->file);
	buf_str(&line, e->what ? e->what : "no error");
	fit = made_fit(&line);
	buf_clear(&line);
	return fit;
}

void
error_clear(struct error *e)
{
	free(e->file);
	free(e->what);
	e->file = e->what = NULL;
	e->line = 0;
}
