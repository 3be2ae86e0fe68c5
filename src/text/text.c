/* A text: the bytes of a file, read as Unicode; places, offsets, lines. */
#include "text/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/decode.h"

/* A byte order mark beats the byte order asked for: read the wrong way round
 * it is no character at all. */
static enum text_encoding
right_byte_order(const char *file, size_t n, enum text_encoding encoding)
{
	enum text_encoding found = decode_guess(file, n < 2 ? n : 2);

	if (found == TEXT_UTF16LE || found == TEXT_UTF16BE)
		return found;
	return encoding;
}

struct text *
text_new(char *file, size_t n, enum text_encoding encoding)
{
	struct text *t = mem_new(sizeof *t);

	if (encoding == TEXT_GUESS)
		encoding = decode_guess(file, n);
	if (encoding == TEXT_UTF16LE || encoding == TEXT_UTF16BE)
		encoding = right_byte_order(file, n, encoding);
	t->encoding = encoding;
	t->file = file ? file : mem_new(0);
	t->file_n = n;
	if (encoding == TEXT_UTF8) {
		t->at = t->file;
		t->n = n;
	} else {
		decode_convert(t);
	}
	return t;
}

void
text_free(struct text *t)
{
	if (!t)
		return;
	if (t->map) {
		free(t->map->at);
		free((char *)t->at);
	}
	free(t->map);
	free((char *)t->file);
	free(t);
}

/* The code point that holds P < t->n. */
static text_pos
code_point_start(const struct text *t, text_pos p)
{
	size_t back, most = p < UCS_MAX_BYTES - 1 ? p : UCS_MAX_BYTES - 1;
	ucs c;

	for (back = 0; back <= most; back++) {
		if (((unsigned char)t->at[p - back] & 0xC0) == 0x80)
			continue;
		if (ucs_decode(t->at + p - back, t->n - p + back, &c) > back)
			return p - back;
		break;
	}
	return p;
}

/* The last point of the map of which IS_PLACE ? place : offset is at most X. */
static struct decode_point
point_before(const struct text_map *map, size_t x, bool is_place)
{
	size_t low = 0, high = map->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		struct decode_point point = map->at[middle];

		if ((is_place ? point.place : point.offset) <= x)
			low = middle;
		else
			high = middle;
	}
	return map->at[low];
}

/* Moves POINT one code point on. */
static struct decode_point
point_next(const struct text *t, struct decode_point point)
{
	size_t length;
	ucs c;

	length = ucs_decode(t->at + point.place, t->n - point.place, &c);
	point.place += length;
	point.offset += decode_file_bytes(t->encoding, length,
	                                  t->file_n - point.offset);
	return point;
}

size_t
text_offset(const struct text *t, text_pos p)
{
	struct decode_point point, next;

	if (p >= t->n)
		return t->file_n;
	if (!t->map)
		return p;
	point = point_before(t->map, p, true);
	for (;;) {
		next = point_next(t, point);
		if (next.place > p)
			return point.offset;
		point = next;
	}
}

text_pos
text_place(const struct text *t, size_t offset)
{
	struct decode_point point, next;

	if (offset >= t->file_n)
		return t->n;
	if (!t->map)
		return code_point_start(t, offset);
	point = point_before(t->map, offset, false);
	for (;;) {
		next = point_next(t, point);
		if (next.offset > offset)
			return point.place;
		point = next;
	}
}

/* The letters and digits of NAME in lower case into OUT of N bytes. */
static void
bare_name(const char *name, char *out, size_t n)
{
	size_t i = 0;

	for (; *name && i + 1 < n; name++)
		if (*name != '-' && *name != '_' && *name != ' ')
			out[i++] = (char)ucs_lower((unsigned char)*name);
	out[i] = '\0';
}

bool
text_encoding_named(const char *name, enum text_encoding *out)
{
	static const struct {
		const char *name;
		enum text_encoding encoding;
	} known[] = {
		{"utf8", TEXT_UTF8},
		{"ascii", TEXT_UTF8},
		{"usascii", TEXT_UTF8},
		{"utf16", TEXT_UTF16LE},
		{"utf16le", TEXT_UTF16LE},
		{"utf16be", TEXT_UTF16BE},
		{"windows1252", TEXT_WINDOWS_1252},
		{"cp1252", TEXT_WINDOWS_1252},
		{"1252", TEXT_WINDOWS_1252},
		{"iso88591", TEXT_ISO_8859_1},
		{"88591", TEXT_ISO_8859_1},
		{"latin1", TEXT_ISO_8859_1},
		{"l1", TEXT_ISO_8859_1},
	};
	char bare[16];
	size_t i;

	bare_name(name, bare, sizeof bare);
	for (i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(bare, known[i].name)) {
			*out = known[i].encoding;
			return true;
		}
	return false;
}

static bool
ends_line(char c)
{
	return c == '\n' || c == '\r' || c == '\f';
}

text_pos
text_line_end(const struct text *t, text_pos p, text_pos *next)
{
	while (p < t->n && !ends_line(t->at[p]))
		p++;
	*next = p < t->n ? p + 1 : t->n;
	if (*next < t->n && t->at[p] == '\r' && t->at[*next] == '\n')
		++*next;
	return p < t->n ? p : t->n;
}

/* Whether P stands between the two bytes of a CRLF. */
static bool
splits_crlf(const struct text *t, text_pos p)
{
	return p > 0 && p < t->n && t->at[p] == '\n' && t->at[p - 1] == '\r';
}

text_pos
text_line_start(const struct text *t, text_pos p)
{
	if (p > t->n)
		p = t->n;
	if (splits_crlf(t, p))
		p--;
	while (p > 0 && !ends_line(t->at[p - 1]))
		p--;
	return p;
}
