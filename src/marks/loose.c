/* Lines that stand between records. */
#include "marks/loose.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"

/* What a line says, without the # and blanks of a comment. */
struct saying {
	const char *at;
	size_t n;
};

struct sayings {
	struct saying *at;
	size_t n, cap;
};

static bool
is_sign(char c)
{
	return c == '#' || c == ' ' || c == '\t' || c == '\r';
}

/* The first line of a store is every store's own. */
static bool
is_own(const struct saying *s)
{
	static const char first[] = "lectern marks, format ";

	return !s->n || *s->at == '%' ||
	       (s->n > sizeof first && memcmp(s->at, first,
	                                      sizeof first - 1) == 0);
}

static void
add_lines(struct sayings *all, const char *s, size_t n)
{
	const char *end = n ? s + n : s, *lf;

	for (; s < end; s = lf + 1) {
		struct saying line = {s, 0};

		lf = memchr(s, '\n', (size_t)(end - s));
		lf = lf ? lf : end;
		while (line.at < lf && is_sign(*line.at))
			line.at++;
		line.n = (size_t)(lf - line.at);
		while (line.n && is_sign(line.at[line.n - 1]))
			line.n--;
		if (!is_own(&line))
			vec_push(all, line);
	}
}

static void
add_file(struct sayings *all, const struct rec_file *f)
{
	size_t i;

	add_lines(all, f->head, f->head_n);
	for (i = 0; i < f->n; i++)
		add_lines(all, f->at[i]->tail, f->at[i]->tail_n);
}

static int
order_of_sayings(const void *va, const void *vb)
{
	const struct saying *a = va, *b = vb;
	int order = memcmp(a->at, b->at, a->n < b->n ? a->n : b->n);

	return order ? order : (a->n > b->n) - (a->n < b->n);
}

/* The lines become what follows an empty record. */
static void
append(struct rec_file *f, const struct buf *lines)
{
	struct rec_file *loose = rec_parse(lines->at, lines->n);
	struct rec *r = rec_add(f);

	r->tail = loose->head;
	r->tail_n = loose->head_n;
	rec_take_all(f, loose);
}

bool
loose_keep(struct rec_file *f, const struct rec_file *other)
{
	struct sayings mine = {NULL, 0, 0}, theirs = {NULL, 0, 0};
	struct buf lines = {0};
	size_t i;

	add_file(&mine, f);
	add_file(&theirs, other);
	if (mine.n)
		qsort(mine.at, mine.n, sizeof *mine.at, order_of_sayings);
	for (i = 0; i < theirs.n; i++) {
		if (mine.n && bsearch(&theirs.at[i], mine.at, mine.n,
		                      sizeof *mine.at, order_of_sayings))
			continue;
		buf_str(&lines, lines.n ? "# " : "\n# ");
		buf_add(&lines, theirs.at[i].at, theirs.at[i].n);
		buf_char(&lines, '\n');
	}
	if (lines.n)
		append(f, &lines);
	vec_clear(&mine);
	vec_clear(&theirs);
	i = lines.n;
	buf_clear(&lines);
	return i > 0;
}
