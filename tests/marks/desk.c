/* A text with its marks on a desk, for tests. */
#include "desk.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"

const char *const desk_kinds[MARK_KINDS] = {
	"mark", "thesis", "evidence", "objection", "question",
};

static void
put_text(struct desk *d, const char *bytes, size_t n)
{
	d->text = text_new(mem_text(bytes, n), n, TEXT_GUESS);
	d->outline = outline_find(d->text, NULL, 0);
	sha256_of(bytes, n, d->sha256);
}

void
desk_open(struct desk *d, const char *bytes, size_t n)
{
	memset(d, 0, sizeof *d);
	put_text(d, bytes, n);
	d->marks = marks_parse("", 0);
	d->now = 1795377778001;
}

void
desk_replace(struct desk *d, const char *bytes, size_t n)
{
	outline_free(d->outline);
	text_free(d->text);
	put_text(d, bytes, n);
}

void
desk_clear(struct desk *d)
{
	marks_free(d->marks);
	outline_free(d->outline);
	text_free(d->text);
	vec_clear(&d->list);
}

struct stamp
desk_stamp(struct desk *d)
{
	struct stamp s = {d->now, d->now * 7919};

	d->now += 1000;
	return s;
}

struct work_facts
desk_facts(const struct desk *d)
{
	struct work_facts f = {"A title", "An author", "~/a.txt", d->sha256,
	                       d->text->file_n, NULL};

	return f;
}

struct rec *
desk_mark(struct desk *d, enum mark_kind kind, struct span at)
{
	struct work_facts facts = desk_facts(d);
	struct stamp stamp = desk_stamp(d);

	return marks_add(d->marks, &facts, d->text, d->outline, kind, at,
	                 kind == MARK_HIGHLIGHT ? "thesis" : NULL, 0, &stamp);
}

struct rec *
desk_highlight(struct desk *d, const char *words)
{
	const char *at = strstr(d->text->at, words);
	struct span s;

	cr_assert(at != NULL, "%s", words);
	s.start = (text_pos)(at - d->text->at);
	s.end = s.start + strlen(words);
	return desk_mark(d, MARK_HIGHLIGHT, s);
}

void
desk_place(struct desk *d)
{
	struct work_facts facts = desk_facts(d);

	marks_place(d->marks, marks_work(d->marks, &facts), d->text, d->sha256,
	            desk_kinds, &d->list);
}

char *
desk_words(const struct desk *d, size_t i)
{
	struct span at = d->list.at[i].at;

	return mem_text(d->text->at + at.start, at.end - at.start);
}
