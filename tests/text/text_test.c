/* Texts: encodings, the way between places and file offsets, lines. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/decode.h"
#include "text/text.h"

static struct text *
text_of(const char *bytes, size_t n, enum text_encoding encoding)
{
	return text_new(mem_text(bytes, n), n, encoding);
}

#define TEXT(literal, encoding) text_of(literal, sizeof literal - 1, encoding)

static void
reads(struct text *t, enum text_encoding encoding, const char *utf8)
{
	cr_expect(eq(int, (int)t->encoding, (int)encoding));
	cr_expect(eq(sz, t->n, strlen(utf8)));
	cr_expect(t->n == strlen(utf8) && !memcmp(t->at, utf8, t->n),
	          "read as %.*s", (int)t->n, t->at);
	text_free(t);
}

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

Test(text, is_the_file_itself_in_utf8)
{
	struct text *t = TEXT("\xEF\xBB\xBFna\xC3\xAFve", TEXT_GUESS);

	cr_assert(t->at == t->file);
	cr_assert(eq(sz, t->n, 9));
	cr_assert(eq(ptr, t->map, NULL));
	reads(t, TEXT_UTF8, "\xEF\xBB\xBFna\xC3\xAFve");
}

Test(text, of_no_bytes_is_empty)
{
	int e;

	for (e = TEXT_GUESS; e <= TEXT_ISO_8859_1; e++) {
		struct text *t = text_new(NULL, 0, (enum text_encoding)e);
		text_pos next = 7;

		cr_assert(eq(sz, t->n, 0));
		cr_assert(eq(sz, text_place(t, 0), 0));
		cr_assert(eq(sz, text_offset(t, 0), 0));
		cr_assert(eq(sz, text_line_end(t, 0, &next), 0));
		cr_assert(eq(sz, next, 0));
		text_free(t);
	}
}

Test(text, reads_utf16_by_its_mark)
{
	reads(TEXT("\xFF\xFE" "a\0\xE9\0\n\0", TEXT_GUESS), TEXT_UTF16LE,
	      "\xEF\xBB\xBF" "a\xC3\xA9\n");
	reads(TEXT("\xFE\xFF" "\0a\0\xE9\xD8\x3D\xDE\x00", TEXT_GUESS),
	      TEXT_UTF16BE, "\xEF\xBB\xBF" "a\xC3\xA9\xF0\x9F\x98\x80");
}

Test(text, replaces_lone_surrogates_and_an_odd_last_byte)
{
	reads(TEXT("\xD8\x00\0a\xDC\x00\0b\xD8", TEXT_UTF16BE), TEXT_UTF16BE,
	      "\xEF\xBF\xBD" "a\xEF\xBF\xBD" "b\xEF\xBF\xBD");
	reads(TEXT("a\0\0\xD8", TEXT_UTF16LE), TEXT_UTF16LE,
	      "a\xEF\xBF\xBD");
}

Test(text, believes_a_mark_more_than_the_byte_order_asked_for)
{
	reads(TEXT("\xFE\xFF\0a", TEXT_UTF16LE), TEXT_UTF16BE,
	      "\xEF\xBB\xBF" "a");
}

Test(text, reads_windows_1252_with_its_holes)
{
	reads(TEXT("\x93Gr\xFC\xDF" "e\x94 \x80 \x81", TEXT_WINDOWS_1252),
	      TEXT_WINDOWS_1252,
	      "“Grüße” € \xEF\xBF\xBD");
	reads(TEXT("\xE9\x85", TEXT_ISO_8859_1), TEXT_ISO_8859_1,
	      "é\xC2\x85");
}

Test(text, takes_german_latin_1_for_windows_1252)
{
	reads(TEXT("F\xFCr die Gr\xF6\xDF" "e", TEXT_GUESS),
	      TEXT_WINDOWS_1252, "Für die Größe");
}

Test(text, stays_utf8_with_a_few_damaged_bytes)
{
	struct text *t = TEXT("“Größe” – für \xFF die Mühe, \xC3 ja",
	                      TEXT_GUESS);

	cr_assert(eq(int, (int)t->encoding, TEXT_UTF8));
	text_free(t);
}

Test(text, is_guessed_by_what_stands_behind_much_ascii)
{
	size_t n = 5000000;
	char *file = mem_new(n);
	struct text *t;

	memset(file, 'a', n);
	file[n - 2] = '\xE9';
	t = text_new(file, n, TEXT_GUESS);
	cr_assert(eq(int, (int)t->encoding, TEXT_WINDOWS_1252));
	cr_assert(eq(sz, t->n, n + 1));
	cr_assert(eq(sz, text_offset(t, n), n - 1));
	text_free(t);
}

/* A file that is some of everything: runs of ASCII, valid sequences, units of
 * UTF-16, any bytes. */
static char *
any_bytes(unsigned *seed, size_t n)
{
	static const char *const bits[] = {
		"word ", "é", "漢字", "\xF0\x9F\x98\x80", "\xD8\x3D\xDE\x00",
		"\x3D\xD8\x02\xDE", "\r\n", "\xE2\x80", "\xFF\xFE",
	};
	size_t i = 0, k, length;
	char *s = mem_new(n + 8);

	while (i < n) {
		k = next_random(seed) % 12;
		if (k < sizeof bits / sizeof *bits) {
			length = strlen(bits[k]);
			memcpy(s + i, bits[k], length);
			i += length ? length : 1;
		} else {
			s[i++] = (char)next_random(seed);
		}
	}
	return s;
}

static void
tiles_the_file(const struct text *t)
{
	size_t p, length, offset = 0;
	ucs c;

	for (p = 0; p < t->n; p += length) {
		length = ucs_decode(t->at + p, t->n - p, &c);
		cr_assert(eq(sz, text_offset(t, p), offset));
		for (; offset < t->file_n; offset++)
			if (text_place(t, offset) != p)
				break;
		cr_assert(gt(sz, offset, text_offset(t, p)));
	}
	cr_assert(eq(sz, offset, t->file_n));
	cr_assert(eq(sz, text_offset(t, t->n), t->file_n));
	cr_assert(eq(sz, text_place(t, t->file_n), t->n));
}

Test(text, covers_each_byte_of_any_file_by_one_place_in_any_encoding)
{
	unsigned seed = 1, round;
	int e;

	for (round = 0; round < 40; round++)
		for (e = TEXT_GUESS; e <= TEXT_ISO_8859_1; e++) {
			size_t n = next_random(&seed) % 6000;
			struct text *t = text_new(any_bytes(&seed, n), n,
			                          (enum text_encoding)e);

			tiles_the_file(t);
			text_free(t);
		}
}

Test(text, keeps_its_map_small)
{
	size_t n = 1000000;
	char *file = mem_new(n);
	struct text *t;

	memset(file, '\xE9', n);
	t = text_new(file, n, TEXT_WINDOWS_1252);
	cr_assert(lt(sz, t->map->cap * sizeof *t->map->at, t->n / 25));
	text_free(t);
}

Test(text, knows_encodings_by_their_usual_names)
{
	enum text_encoding e = TEXT_GUESS;

	cr_assert(text_encoding_named("UTF_8", &e));
	cr_assert(eq(int, (int)e, TEXT_UTF8));
	cr_assert(text_encoding_named("Windows-1252", &e));
	cr_assert(eq(int, (int)e, TEXT_WINDOWS_1252));
	cr_assert(text_encoding_named("latin1", &e));
	cr_assert(eq(int, (int)e, TEXT_ISO_8859_1));
	cr_assert(not(text_encoding_named("koi8-r", &e)));
	cr_assert(not(text_encoding_named("", &e)));
	cr_assert(eq(int, (int)e, TEXT_ISO_8859_1));
}

Test(text, ends_lines_at_lf_crlf_cr_and_ff)
{
	struct text *t = TEXT("a\nb\r\nc\rd\fe", TEXT_UTF8);
	static const size_t ends[] = {1, 3, 6, 8, 10};
	static const size_t nexts[] = {2, 5, 7, 9, 10};
	text_pos p = 0, next, q;
	size_t i;

	for (i = 0; i < 5; i++, p = next) {
		cr_assert(eq(sz, text_line_end(t, p, &next), ends[i]));
		cr_assert(eq(sz, next, nexts[i]));
		for (q = p; q < next; q++)
			cr_assert(eq(sz, text_line_start(t, q), p));
	}
	text_free(t);
}

Test(text, has_an_empty_line_behind_a_last_line_end)
{
	struct text *t = TEXT("a\n", TEXT_UTF8);

	cr_assert(eq(sz, text_line_start(t, 2), 2));
	text_free(t);
}
