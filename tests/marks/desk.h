/* A text with its marks on a desk, for tests. */
#ifndef LECTERN_TESTS_MARKS_DESK_H
#define LECTERN_TESTS_MARKS_DESK_H

#include "base/sha256.h"
#include "marks/marks.h"

struct desk {
	struct text *text;
	struct outline *outline;
	char sha256[SHA256_HEX + 1];
	struct marks *marks;
	struct mark_list list;
	uint64_t now;
};

extern const char *const desk_kinds[MARK_KINDS];

/* N bytes as a text; with an empty store. */
void desk_open(struct desk *d, const char *bytes, size_t n);
/* Another text in its place; the store stays. */
void desk_replace(struct desk *d, const char *bytes, size_t n);
void desk_clear(struct desk *d);

/* The next moment. */
struct stamp desk_stamp(struct desk *d);

struct work_facts desk_facts(const struct desk *d);

/* Marks a span, or the first place where WORDS stand. */
struct rec *desk_mark(struct desk *d, enum mark_kind kind, struct span at);
struct rec *desk_highlight(struct desk *d, const char *words);

/* Places all marks. */
void desk_place(struct desk *d);

/* The bytes of the file where mark I of the list is; the caller frees them. */
char *desk_words(const struct desk *d, size_t i);

#endif
