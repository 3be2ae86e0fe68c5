/* Highlights in a text that was changed, and whether they are right. */
#ifndef LECTERN_TESTS_BENCH_JUDGE_H
#define LECTERN_TESTS_BENCH_JUDGE_H

#include "base/buf.h"
#include "marks/marks.h"
#include "mutate.h"

/* Of the highlights whose words are still there: found RIGHT (to a tenth of
 * their length), NEAR (some of them), at a WRONG place, DOUBTFUL there, or
 * LOST. Of those whose words are gone: GONE in all, ATTACHED to something
 * else. What is half there is not counted. */
struct tally {
	size_t there, right, near, wrong, doubtful, lost;
	size_t gone, attached;
};

void tally_add(struct tally *sum, const struct tally *t);

/* A share of the highlights that are there, in hundredths of a per cent. */
size_t tally_share(size_t part, size_t whole);

/* Appends S in UTF-8; where each of its code points begins there, and where
 * the last one ends [byte]. The caller frees it. */
size_t *judge_write(const struct sheet *s, struct buf *out);
/* The code point of N in BYTE that begins at AT, or the first behind it. */
size_t judge_index(const size_t *byte, size_t n, size_t at);

/* A span [byte] of whole words: a phrase, a sentence's length, or a long one.
 * Where no blanks stand, of that many characters. */
struct span judge_choose(const struct sheet *s, const size_t *byte,
                         struct dice *d);

/* A text and where its code points begin. */
struct judged {
	const struct sheet *sheet;
	const size_t *byte;
};

/* What became of a mark: the first of these are the columns of a table. */
enum judgement {
	JUDGED_RIGHT, JUDGED_NEAR, JUDGED_WRONG, JUDGED_DOUBTFUL, JUDGED_LOST,
	JUDGED_GONE, JUDGED_ATTACHED, JUDGED_HALF, /* not counted */
};
extern const char *const judgement_names[];

/* Counts a mark that was at WAS in the text OLD and was found as STATE at AT
 * in NEW, which was made from OLD. Where its words are now [byte], or most of
 * them, goes into *TRUTH. */
enum judgement judge_mark(const struct judged *old, const struct judged *new,
                          struct span was, enum mark_state state,
                          struct span at, struct span *truth,
                          struct tally *tally);

#endif
