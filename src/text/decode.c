/* Bytes of a file into UTF-8, with a sparse map between the two. */
#include "text/decode.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"

/* Sequences and stray bytes that are judged before the guess is made. */
enum { EVIDENCE_MAX = 64 * 1024 };

/* Windows-1252 from 0x80 to 0x9F; the five undefined bytes are U+FFFD. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
	0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

/* How many bytes at S, at most N, are ASCII. */
static size_t
ascii_run(const char *s, size_t n)
{
	size_t i = 0;
	uint64_t eight;

	for (; i + sizeof eight <= n; i += sizeof eight) {
		memcpy(&eight, s + i, sizeof eight);
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	while (i < n && !((unsigned char)s[i] & 0x80))
		i++;
	return i;
}

static enum text_encoding
guess_by_evidence(const char *s, size_t n)
{
	size_t i, length, valid = 0, stray = 0;
	ucs c;

	for (i = ascii_run(s, n); i < n; i += ascii_run(s + i, n - i)) {
		length = ucs_decode(s + i, n - i, &c);
		i += length;
		if (length > 1)
			valid++;
		else
			stray++;
		if (valid + stray == EVIDENCE_MAX)
			break;
	}
	/*
	 * Letters above ASCII of a single-byte code hardly ever stand so that
	 * they make a valid sequence, and damage leaves most sequences whole:
	 * real texts are far from this line on either side.
	 */
	return !stray || valid > stray ? TEXT_UTF8 : TEXT_WINDOWS_1252;
}

enum text_encoding
decode_guess(const char *s, size_t n)
{
	if (n >= 3 && !memcmp(s, "\xEF\xBB\xBF", 3))
		return TEXT_UTF8;
	if (n >= 2 && !memcmp(s, "\xFF\xFE", 2))
		return TEXT_UTF16LE;
	if (n >= 2 && !memcmp(s, "\xFE\xFF", 2))
		return TEXT_UTF16BE;
	return guess_by_evidence(s, n);
}

static unsigned
utf16_unit(const unsigned char *s, bool big_endian)
{
	return big_endian ? s[0] * 256U + s[1] : s[1] * 256U + s[0];
}

/* The code point at S (N >= 1 bytes) in *C; how many bytes it takes. */
static size_t
decode_utf16(const unsigned char *s, size_t n, bool big_endian, ucs *c)
{
	unsigned low;

	if (n == 1) {
		*c = UCS_REPLACEMENT;
		return 1;
	}
	*c = utf16_unit(s, big_endian);
	if ((*c & 0xF800) != 0xD800)
		return 2;
	if (n >= 4 && *c < 0xDC00) {
		low = utf16_unit(s + 2, big_endian);
		if ((low & 0xFC00) == 0xDC00) {
			*c = 0x10000 + ((*c & 0x3FF) << 10) + (low & 0x3FF);
			return 4;
		}
	}
	*c = UCS_REPLACEMENT;
	return 2;
}

static size_t
decode_one(enum text_encoding encoding, const char *file, size_t n, ucs *c)
{
	const unsigned char *s = (const unsigned char *)file;

	if (encoding == TEXT_UTF16LE || encoding == TEXT_UTF16BE)
		return decode_utf16(s, n, encoding == TEXT_UTF16BE, c);
	*c = *s;
	if (encoding == TEXT_WINDOWS_1252 && *c >= 0x80 && *c < 0xA0)
		*c = windows_1252[*c - 0x80];
	return 1;
}

static bool
is_single_byte(enum text_encoding encoding)
{
	return encoding == TEXT_WINDOWS_1252 || encoding == TEXT_ISO_8859_1;
}

void
decode_convert(struct text *t)
{
	struct text_map *map = mem_new(sizeof *map);
	struct buf out = {0};
	size_t i = 0, next = 0; /* [byte] of the text: the next point */
	ucs c;

	while (i < t->file_n) {
		size_t run = 0;

		if (out.n >= next) {
			vec_push(map, ((struct decode_point){out.n, i}));
			next += DECODE_STEP;
		}
		if (is_single_byte(t->encoding)) {
			size_t room = next - out.n, left = t->file_n - i;

			run = ascii_run(t->file + i, left < room ? left : room);
			buf_add(&out, t->file + i, run);
			i += run;
		}
		if (!run) {
			i += decode_one(t->encoding, t->file + i,
			                t->file_n - i, &c);
			buf_ucs(&out, c);
		}
	}
	t->n = out.n;
	t->at = mem_resize(buf_take(&out), t->n + 1, 1);
	t->map = map;
}

size_t
decode_file_bytes(enum text_encoding encoding, size_t length, size_t left)
{
	size_t bytes = 1;

	if (!is_single_byte(encoding))
		bytes = length == 4 ? 4 : 2;
	return bytes < left ? bytes : left;
}
