/* Two texts, word for word: what of the one stands where in the other. */
#ifndef LECTERN_TESTS_BENCH_ALIGN_H
#define LECTERN_TESTS_BENCH_ALIGN_H

#include <stddef.h>
#include <stdint.h>

/* Bytes START up to END of a text; HASH is of its letters, case put aside. */
struct align_word {
	size_t start, end;
	uint64_t hash;
};

struct align_words {
	struct align_word *at;
	size_t n, cap;
};

#define ALIGN_NONE ((size_t)-1)

/* TO[i] is the word of B that word I of A is there, or ALIGN_NONE. */
struct alignment {
	struct align_words a, b;
	size_t *to;
};

/*
 * Aligns N and M bytes of UTF-8, knowing nothing of how marks are anchored:
 * runs of five words that stand once in either are the same ones, whatever
 * their order (Heckel, CACM 21, 1978), and so are equal words on either side
 * of them; of what lies between two such places the longest common
 * subsequence, without words that stand alone in it. About linear.
 */
void align(const char *a, size_t n, const char *b, size_t m,
           struct alignment *out);
void align_clear(struct alignment *al);

#endif
