/* What folding does about a code point. */
#ifndef LECTERN_TEXT_FOLD_KIND_H
#define LECTERN_TEXT_FOLD_KIND_H

#include "base/ucs.h"

enum fold_kind {
	FOLD_LETTER,    /* or whatever else stands for itself */
	FOLD_BLANK,
	FOLD_INVISIBLE,
	FOLD_HYPHEN,    /* may join two halves of a word */
	FOLD_DASH,
	FOLD_SINGLE,    /* quotation mark */
	FOLD_DOUBLE,
	FOLD_STOP,
	FOLD_ELLIPSIS,
};

/* The kind of C; a full-width form is to be made plain before. */
enum fold_kind fold_kind(ucs c);

#endif
