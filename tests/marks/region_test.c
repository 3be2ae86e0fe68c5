/* What a mark stands amid: landmarks, and how many of them are seen again. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/region.h"
#include "text/fold.h"

/* Words of their own, from number FROM up to number TO. */
static void
count_up(struct buf *b, unsigned from, unsigned to)
{
	for (; from < to; from++)
		buf_printf(b, "word%u of %u, ", from, from * 7919 % 10007);
}

static struct text *
text_of(const struct buf *b)
{
	return text_new(mem_text(b->at, b->n), b->n, TEXT_GUESS);
}

/* How much of R is around bytes AT of T. */
static double
share_at(const struct region *r, const struct text *t, struct span at)
{
	struct sightings seen = {NULL, 0, 0};
	struct fold f = {0};
	size_t start = 0, end = 0;
	double share;

	fold_span(t, (struct span){0, t->n}, FOLD_CASE, &f);
	while (f.from[start] < at.start)
		start++;
	while (end < f.n && f.from[end] < at.end)
		end++;
	region_look(r, (struct run){f.c, f.n}, 0, f.n, &seen);
	share = region_share(r, &seen, start, end);
	vec_clear(&seen);
	fold_clear(&f);
	return share;
}

static struct span
find(const struct buf *b, const char *words)
{
	struct span s;

	s.start = (text_pos)(strstr(b->at, words) - b->at);
	s.end = s.start + strlen(words);
	return s;
}

Test(region, is_all_there_where_nothing_changed_and_read_back)
{
	struct buf b = {0}, written = {0};
	struct region r, back;
	struct text *t;
	const char *s;

	count_up(&b, 0, 1000);
	t = text_of(&b);
	region_of(t, find(&b, "word500"), &r);
	cr_assert(eq(sz, r.before.n, (size_t)LANDMARKS));
	cr_assert(eq(sz, r.behind.n, (size_t)LANDMARKS));
	region_write(&r, &written);
	buf_str(&written, " 0.250");
	s = written.at;
	cr_assert(region_read(&s, &back));
	cr_assert(eq(str, (char *)s, (char *)"0.250"));
	cr_assert(eq(int, memcmp(&r, &back, sizeof r), 0));
	cr_assert(share_at(&back, t, find(&b, "word500")) >= 1);
	cr_assert(share_at(&back, t, find(&b, "word900")) <= 0);
	text_free(t);
	buf_clear(&b);
	buf_clear(&written);
}

/* What stood before is before, what stood behind is behind: from the side all
 * is in sight, and half of it on the wrong one. */
Test(region, is_not_seen_from_the_side)
{
	struct buf b = {0};
	struct region r;
	struct text *t;

	count_up(&b, 0, 1000);
	t = text_of(&b);
	region_of(t, find(&b, "word500"), &r);
	cr_assert(share_at(&r, t, find(&b, "word640")) <= 0);
	cr_assert(share_at(&r, t, find(&b, "word360")) <= 0);
	text_free(t);
	buf_clear(&b);
}

Test(region, is_lost_evenly_with_what_is_taken_out)
{
	struct buf b = {0}, cut = {0};
	struct region r;
	struct text *t;
	double share;

	count_up(&b, 0, 1000);
	t = text_of(&b);
	region_of(t, find(&b, "word500"), &r);
	text_free(t);
	count_up(&cut, 0, 450);
	count_up(&cut, 475, 600); /* some quarter of what is before it */
	t = text_of(&cut);
	share = share_at(&r, t, find(&cut, "word500"));
	cr_assert(share > .5);
	cr_assert(share < .9);
	text_free(t);
	buf_clear(&b);
	buf_clear(&cut);
}

/* No landmark where the text says the same over and over, nor where there is
 * hardly any. */
Test(region, has_no_landmarks_that_stand_twice)
{
	struct buf b = {0};
	struct region r;
	struct text *t;
	unsigned i;

	for (i = 0; i < 500; i++)
		buf_str(&b, "and so on and on ");
	t = text_of(&b);
	region_of(t, (struct span){4000, 4010}, &r);
	cr_assert(eq(sz, r.before.n + r.behind.n, 0));
	text_free(t);
	t = text_new(mem_text("a few words", 11), 11, TEXT_GUESS);
	region_of(t, (struct span){2, 5}, &r);
	cr_assert(eq(sz, r.before.n + r.behind.n, 0));
	text_free(t);
	buf_clear(&b);
}
