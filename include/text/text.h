/* A text: the bytes of a file, read as Unicode. */
#ifndef LECTERN_TEXT_TEXT_H
#define LECTERN_TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ucs.h"

/* [byte] a place in a text: an offset into text->at, 0 to text->n. */
typedef size_t text_pos;

enum text_encoding {
	TEXT_GUESS, /* UTF-16 or UTF-8 by BOM, UTF-8 if valid, else 1252 */
	TEXT_UTF8,
	TEXT_UTF16LE,
	TEXT_UTF16BE,
	TEXT_WINDOWS_1252,
	TEXT_ISO_8859_1,
};

/* A half-open range of a text, start <= end. */
struct span {
	text_pos start, end;
};

struct span_list {
	struct span *at;
	size_t n, cap;
};

/*
 * AT holds N bytes that are read as UTF-8, tolerantly: ucs_decode makes
 * U+FFFD of each byte that fits nothing, and NULs are bytes like others. For
 * a UTF-8 file AT is the file itself, byte for byte (a BOM included), so a
 * place equals a file offset at no cost; for the other encodings AT is a
 * conversion, and text_offset/text_place go between the two.
 *
 * The file's own bytes (FILE, FILE_N) stay for hashing and byte comparison.
 */
struct text {
	const char *at;
	size_t n;
	enum text_encoding encoding; /* never TEXT_GUESS */
	const char *file;
	size_t file_n;
	struct text_map *map; /* NULL where places are offsets */
	size_t coming; /* [byte] at its end that are still to be read, unless
	                * there is structure (text/partial.h); else 0 */
};

/*
 * A text of the N bytes at FILE (from malloc; the text owns them from now
 * on). ENCODING forces one, TEXT_GUESS finds it. Never fails: bytes that fit
 * no encoding are U+FFFD. Linear.
 *
 * TEXT_GUESS takes UTF-8 also where a small share of the bytes is invalid in a
 * text that is otherwise plainly UTF-8 (a damaged file), Windows-1252 where
 * the invalid bytes look like letters of that code.
 */
struct text *text_new(char *file, size_t n, enum text_encoding encoding);
void text_free(struct text *t);

/* The byte of the file at which the code point at P begins; for P = n the
 * file's length. O(1) on UTF-8, else a walk of at most 1 KiB. */
size_t text_offset(const struct text *t, text_pos p);

/* The inverse: the place of the code point that holds the file's byte OFFSET;
 * past the end t->n. */
text_pos text_place(const struct text *t, size_t offset);

/* An encoding by its usual names (case, '-' and '_' do not count), false when
 * it is none of ours. */
bool text_encoding_named(const char *name, enum text_encoding *out);

/*
 * The end of the physical line that begins at P: the place of its line end
 * (LF, CRLF, CR, FF, or the text's end); *NEXT is where the following line
 * begins. Bytes of a line end are never part of a line.
 */
text_pos text_line_end(const struct text *t, text_pos p, text_pos *next);

/* The start of the physical line that holds P. */
text_pos text_line_start(const struct text *t, text_pos p);

#endif
