/* Marks of one edition of a book in another, and whether they are right. */
#ifndef LECTERN_TESTS_BENCH_EDITIONS_H
#define LECTERN_TESTS_BENCH_EDITIONS_H

#include "align.h"
#include "page.h"
#include "trial.h"

/* What a highlight should be found at: of its WORDS so many are KEPT in one
 * place, which begins and ends somewhere within START and END [byte]. */
struct edition_truth {
	size_t words, kept;
	struct span start, end;
};

enum edition_verdict {
	EDITION_RIGHT,    /* to a tenth of its length */
	EDITION_NEAR,     /* some of it */
	EDITION_WRONG,    /* elsewhere */
	EDITION_DOUBTFUL,
	EDITION_LOST,
	EDITION_GONE,     /* less than three tenths of it are there, and it is
	                   * attached to nothing */
	EDITION_ATTACHED, /* the same, and it is */
	EDITION_PARTLY,   /* less than seven tenths: not counted, but for */
	EDITION_STRAYED,  /* one that is attached where none of it is */
	EDITION_VERDICTS,
};

extern const char *const edition_verdicts[EDITION_VERDICTS];

/* Where bytes AT of the first text are in the second. */
struct edition_truth edition_truth(const struct alignment *al, struct span at);

/* Of a mark that was found as STATE at AT. */
enum edition_verdict edition_judge(const struct edition_truth *truth,
                                   enum mark_state state, struct span at);

/*
 * Highlights MARKS passages of the N bytes A, looks for them in the M bytes B,
 * and counts in SUM each verdict. With TELL each mark that is neither right
 * nor rightly gone is printed with its words there and here.
 */
void editions_run(const char *a, size_t n, const char *b, size_t m,
                  size_t marks, struct dice *d, int tell,
                  size_t sum[EDITION_VERDICTS]);

#endif
