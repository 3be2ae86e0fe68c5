/* A text as it is opened: decoded, its structure found, its hash known. */
#ifndef LECTERN_TESTS_BENCH_PAGE_H
#define LECTERN_TESTS_BENCH_PAGE_H

#include "base/sha256.h"
#include "marks/marks.h"

struct page {
	struct text *text;
	struct outline *outline;
	char sha256[SHA256_HEX + 1];
};

/* Names of the kinds of highlight, as the bench has them. */
extern const char *const page_kinds[MARK_KINDS];

void page_open(struct page *p, const char *bytes, size_t n);
void page_close(struct page *p);

/* What the store is told of P. Borrowed from it. */
struct work_facts page_facts(const struct page *p);

/* Compares the new marks of P with the rest of it, as is done while idle. */
void page_settle(struct marks *m, const struct page *p);

#endif
