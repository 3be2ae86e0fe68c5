/* Reading JSON, a value at a time. */
#include "base/json_read.h"

#include <string.h>

#include "base/ucs.h"

enum { DEPTH = 64, REPLACEMENT = 0xFFFD };

void
json_read_begin(struct json_reader *r, const char *bytes, size_t n)
{
	*r = (struct json_reader){bytes, bytes + n, 1, 0, NULL};
	if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		r->p += 3;
}

bool
json_fault(struct json_reader *r, const char *what)
{
	if (!r->what)
		r->what = what;
	return false;
}

/* The next byte that is no white space, 0 at the end. */
static char
peek(struct json_reader *r)
{
	for (; r->p < r->end; r->p++) {
		if (*r->p == '\n')
			r->line++;
		else if (*r->p != ' ' && *r->p != '\t' && *r->p != '\r')
			return *r->p;
	}
	return '\0';
}

/* A fault at whatever stands here instead of what was expected. */
static bool
unexpected(struct json_reader *r, const char *what)
{
	return json_fault(r, peek(r) ? what : "the file ends too early");
}

bool
json_is(struct json_reader *r, char bracket)
{
	return !r->what && peek(r) == bracket;
}

bool
json_open(struct json_reader *r, char bracket, struct json_level *level)
{
	if (r->what)
		return false;
	if (peek(r) != bracket)
		return unexpected(r, bracket == '{' ? "an object { is expected"
		                                    : "an array [ is expected");
	if (r->depth == DEPTH)
		return json_fault(r, "nested too deeply");
	r->p++;
	r->depth++;
	level->close = bracket == '{' ? '}' : ']';
	level->begun = false;
	return true;
}

bool
json_more(struct json_reader *r, struct json_level *level)
{
	if (r->what)
		return false;
	if (peek(r) == level->close) {
		r->p++;
		r->depth--;
		return false;
	}
	if (level->begun) {
		if (peek(r) != ',')
			return unexpected(r, "a comma or closing bracket is "
			                     "expected");
		r->p++;
		if (peek(r) == level->close)
			return json_fault(r, "nothing follows the comma");
	}
	level->begun = true;
	return true;
}

static int
hex_value(char c)
{
	static const char digits[] = "0123456789abcdefABCDEF";
	const char *at = c ? strchr(digits, c) : NULL;

	if (!at)
		return -1;
	return at - digits > 15 ? (int)(at - digits) - 6 : (int)(at - digits);
}

/* The four digits behind "\u". */
static bool
read_unit(struct json_reader *r, ucs *unit)
{
	int i, value;

	for (*unit = 0, i = 0; i < 4; i++, r->p++) {
		value = r->p < r->end ? hex_value(*r->p) : -1;
		if (value < 0)
			return json_fault(r, "\\u needs four digits");
		*unit = *unit * 16 + (ucs)value;
	}
	return true;
}

static bool
read_unicode(struct json_reader *r, struct buf *out)
{
	ucs c, low;

	if (!read_unit(r, &c))
		return false;
	if (c >= 0xD800 && c < 0xDC00 && r->end - r->p > 1 && r->p[0] == '\\' &&
	    r->p[1] == 'u') {
		r->p += 2;
		if (!read_unit(r, &low))
			return false;
		if (low >= 0xDC00 && low < 0xE000)
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
		else
			buf_ucs(out, REPLACEMENT);
		if (c < 0x10000)
			c = low;
	}
	buf_ucs(out, !c || (c >= 0xD800 && c < 0xE000) ? REPLACEMENT : c);
	return true;
}

/* What stands behind a '\'. */
static bool
read_escape(struct json_reader *r, struct buf *out)
{
	static const char names[] = "\"\\/bfnrt";
	static const char values[] = "\"\\/\b\f\n\r\t";
	const char *name;

	if (r->p == r->end)
		return json_fault(r, "the file ends inside a string");
	if (*r->p == 'u') {
		r->p++;
		return read_unicode(r, out);
	}
	name = *r->p ? strchr(names, *r->p) : NULL;
	if (!name)
		return json_fault(r, "no such escape in a string");
	r->p++;
	buf_char(out, values[name - names]);
	return true;
}

/* A string, its opening quotation mark next. */
static bool
read_string(struct json_reader *r, struct buf *out)
{
	ucs c;

	for (r->p++; r->p < r->end && *r->p != '"'; ) {
		if (*r->p == '\\') {
			r->p++;
			if (!read_escape(r, out))
				return false;
			continue;
		}
		if ((unsigned char)*r->p < ' ')
			return json_fault(r, "a string holds a line end or "
			                     "another control character");
		r->p += ucs_decode(r->p, (size_t)(r->end - r->p), &c);
		buf_ucs(out, c);
	}
	if (r->p == r->end)
		return json_fault(r, "the file ends inside a string");
	r->p++;
	return true;
}

bool
json_name(struct json_reader *r, struct buf *out)
{
	if (r->what)
		return false;
	buf_reset(out);
	if (peek(r) != '"')
		return unexpected(r, "a name in quotation marks is expected");
	if (!read_string(r, out))
		return false;
	if (peek(r) != ':')
		return unexpected(r, "a colon is expected behind a name");
	r->p++;
	return true;
}

/* A number by its letters, which nobody counts with here, or a word. */
static bool
read_word(struct json_reader *r, struct buf *out)
{
	static const char *const words[] = {"true", "false", "null"};
	const char *from = r->p;
	size_t n, i;

	while (r->p < r->end && *r->p &&
	       strchr("+-.0123456789abcdefghijklmnopqrstuvwxyzE", *r->p))
		r->p++;
	n = (size_t)(r->p - from);
	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (n == strlen(words[i]) && !memcmp(from, words[i], n)) {
			buf_add(out, from, i == 2 ? 0 : n);
			return true;
		}
	for (i = 0; i < n; i++)
		if (!strchr("+-.0123456789eE", from[i]))
			n = 0;
	if (!n || !strchr("-0123456789", *from) || strchr("+-.eE",
	                                                  from[n - 1]))
		return unexpected(r, "a value is expected");
	buf_add(out, from, n);
	return true;
}

bool
json_text(struct json_reader *r, struct buf *out)
{
	if (r->what)
		return false;
	buf_reset(out);
	return peek(r) == '"' ? read_string(r, out) : read_word(r, out);
}

bool
json_skip(struct json_reader *r)
{
	struct buf ignored = {0};
	struct json_level level;

	if (json_is(r, '{') && json_open(r, '{', &level)) {
		while (json_more(r, &level) && json_name(r, &ignored) &&
		       json_skip(r))
			;
	} else if (json_is(r, '[') && json_open(r, '[', &level)) {
		while (json_more(r, &level) && json_skip(r))
			;
	} else {
		json_text(r, &ignored);
	}
	buf_clear(&ignored);
	return !r->what;
}

bool
json_ends(struct json_reader *r)
{
	if (r->what)
		return false;
	return !peek(r) && r->p == r->end
	               ? true
	               : json_fault(r, "more follows than one value");
}
