/* Bytes of a file into UTF-8, with a sparse map between the two. */
#ifndef LECTERN_TEXT_DECODE_H
#define LECTERN_TEXT_DECODE_H

#include "text/text.h"

/* [byte] of converted text between two points of the map. */
enum { DECODE_STEP = 1024 };

/* A code point begins at PLACE of the text and at OFFSET of the file. */
struct decode_point {
	text_pos place;
	size_t offset;
};

/*
 * Point I is the first code point that begins at or behind I * DECODE_STEP;
 * both members rise. 16 bytes for each KiB of text.
 */
struct text_map {
	struct decode_point *at;
	size_t n, cap;
};

/* Which encoding the N bytes at S are in; never TEXT_GUESS. Reads ASCII at
 * memory speed and judges a bounded number of other bytes. */
enum text_encoding decode_guess(const char *s, size_t n);

/* Sets t->at, t->n and t->map from t->file and t->encoding, which is one that
 * has to be converted. Linear. */
void decode_convert(struct text *t);

/* The bytes that the code point of LENGTH bytes of UTF-8 takes in the file,
 * of which LEFT are still to come. */
size_t decode_file_bytes(enum text_encoding encoding, size_t length,
                         size_t left);

#endif
