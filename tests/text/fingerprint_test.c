/* Fingerprints: what counts as the same paragraph. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "text/fingerprint.h"

struct read {
	struct text *text;
	struct outline *outline;
};

static struct read
read_text(const char *s)
{
	struct read r = {text_new(mem_copy(s), strlen(s), TEXT_UTF8), NULL};

	r.outline = outline_find(r.text, NULL, 0);
	return r;
}

static void
close_text(struct read *r)
{
	outline_free(r->outline);
	text_free(r->text);
}

/* How many paragraphs of NOW are not in BEFORE; the first one's number in
 * *FIRST. By way of the form in which they are kept. */
static size_t
news(const char *before, const char *now, size_t *first)
{
	struct read a = read_text(before), b = read_text(now);
	struct fingerprints f = {0}, again = {0};
	struct block_list list = {0};
	struct buf kept = {0};
	size_t n;

	cr_assert(fingerprint_text(a.text, a.outline, &f));
	fingerprint_write(&f, &kept);
	fingerprint_read(buf_text(&kept), &again);
	cr_assert(eq(sz, again.n, f.n));
	cr_assert(fingerprint_news(b.text, b.outline, &again, &list));
	n = list.n;
	*first = n ? list.at[0] : OUTLINE_NONE;
	vec_clear(&f);
	vec_clear(&again);
	vec_clear(&list);
	buf_clear(&kept);
	close_text(&a);
	close_text(&b);
	return n;
}

static const char text[] =
	"The first of them is here and goes on.\n\n"
	"The second says something \"else\" entirely.\n\n"
	"The third ends it all, at long last.\n";

Test(fingerprint, is_the_same_after_wrapping_and_retyping)
{
	size_t first;

	cr_assert(eq(sz, news(text, text, &first), 0));
	cr_assert(eq(sz, news(text,
	                      "The first of\nthem is here and goes on.\r\n\r\n"
	                      "The second says some-\nthing \342\200\234else"
	                      "\342\200\235 entirely.\n\n\n"
	                      "THE THIRD ends it all, at long last.",
	                      &first), 0));
}

Test(fingerprint, tells_a_word_changed_and_a_paragraph_added)
{
	size_t first;

	cr_assert(eq(sz, news(text,
	                      "The first of them is here and goes on.\n\n"
	                      "The second says something \"new\" entirely.\n\n"
	                      "Then there is one more of them.\n\n"
	                      "The third ends it all, at long last.\n",
	                      &first), 2));
	cr_assert(eq(sz, first, 1));
}

Test(fingerprint, says_nothing_of_what_moved_or_went)
{
	size_t first;

	cr_assert(eq(sz, news(text,
	                      "The third ends it all, at long last.\n\n"
	                      "The first of them is here and goes on.\n",
	                      &first), 0));
	cr_assert(eq(sz, news("", "One alone.\n", &first), 1));
	cr_assert(eq(sz, news("One alone.\n", "", &first), 0));
}

/* N paragraphs of a book, in the text that is read as R. */
static void
read_book(const char *name, unsigned n, const char *notice, struct read *r)
{
	struct buf b = {0};
	unsigned i;

	buf_printf(&b, "%s\n\n", notice);
	for (i = 0; i < n; i++)
		buf_printf(&b, "Of %s the part %u is told here.\n\n", name, i);
	*r = read_text(buf_text(&b));
	buf_clear(&b);
}

static bool
is_another(const char *name, unsigned n, const char *then, unsigned then_n)
{
	static const char notice[] = "This text is free to all.";
	struct read a, b;
	struct fingerprints f = {0};
	bool another;

	read_book(then, then_n, notice, &a);
	read_book(name, n, notice, &b);
	fingerprint_text(a.text, a.outline, &f);
	another = fingerprint_is_another(b.text, b.outline, &f);
	vec_clear(&f);
	close_text(&a);
	close_text(&b);
	return another;
}

Test(fingerprint, tells_another_book_from_one_that_was_changed)
{
	struct fingerprints none = {0};
	struct read r;

	cr_expect(is_another("whales", 40, "owls", 40));
	cr_expect(not(is_another("whales", 40, "whales", 40)));
	cr_expect(not(is_another("whales", 40, "whales", 5)));
	cr_expect(not(is_another("whales", 5, "whales", 40)));
	read_book("whales", 40, "", &r);
	cr_expect(not(fingerprint_is_another(r.text, r.outline, &none)));
	close_text(&r);
}

Test(fingerprint, is_read_tolerantly)
{
	struct fingerprints f = {0};

	fingerprint_read("AAAA\nAB AAAAAC !\nAAA", &f);
	cr_assert(eq(sz, f.n, 2));
	cr_assert(eq(u64, f.at[0], 1));
	cr_assert(eq(u64, f.at[1], 2));
	vec_clear(&f);
}

Test(fingerprint, is_not_taken_of_more_than_is_worth_it)
{
	struct buf many = {0};
	struct fingerprints f = {0};
	struct read r;
	int i;

	for (i = 0; i <= FINGERPRINTS_MAX; i++)
		buf_printf(&many, "This is paragraph %d of many.\n\n", i);
	r = read_text(buf_text(&many));
	cr_assert(not(fingerprint_text(r.text, r.outline, &f)));
	cr_assert(eq(sz, f.n, 0));
	close_text(&r);
	buf_clear(&many);
	vec_clear(&f);
}
