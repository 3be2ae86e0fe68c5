/* Marks written for other programs and for people. */
#include "marks/export.h"

#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/export_as.h"

const char *
export_state(enum mark_state state)
{
	switch (state) {
	case MARK_EXACT:
		return "exact";
	case MARK_MOVED:
		return "moved";
	case MARK_CHANGED:
		return "changed";
	case MARK_DOUBTFUL:
		return "doubtful";
	case MARK_LOST:
		return "lost";
	}
	return "lost";
}

void
export_lines(struct buf *out, const char *before, const char *s)
{
	size_t n = strlen(s), i = 0, bare = strlen(before);
	bool starts = true;
	ucs c;

	while (bare && before[bare - 1] == ' ')
		bare--;
	while (i < n) {
		i += ucs_decode(s + i, n - i, &c);
		if (starts)
			buf_add(out, before, c == '\n' ? bare
			                               : strlen(before));
		starts = c == '\n';
		if (starts || c == '\t' || !ucs_is_control(c))
			buf_ucs(out, c);
	}
	if (!starts)
		buf_char(out, '\n');
}

/* [byte] A shorter one ends where the text does. */
enum { LEAST_SUFFIX = 64 };

/* [byte] Up to which blank the suffix S is to be shown: it ends anywhere, also
 * amid a word. All of it where blanks are rare, as in Chinese. */
static size_t
whole_words(const char *s)
{
	const char *blank = strrchr(s, ' ');
	size_t n = strlen(s);

	return n >= LEAST_SUFFIX && blank && (size_t)(blank - s) > n / 2
	       ? (size_t)(blank - s) : n;
}

char *
export_words(const struct rec *r)
{
	const char *quote = rec_get(r, "Quote"), *near = rec_get(r, "Suffix");
	struct buf b = {0};
	size_t n;

	if (quote || !near)
		return mem_copy(quote);
	n = whole_words(near);
	buf_printf(&b, "... %.*s%s", (int)n, near,
	           strlen(near) < LEAST_SUFFIX ? "" : " ...");
	return buf_take(&b);
}

void
export_where(struct buf *out, const struct mark *m, const struct text *text)
{
	const char *as = rec_get(m->rec, "As");
	const char *created = rec_get(m->rec, "Created");

	buf_str(out, as ? as : marks_kind_name(m->kind));
	if (m->letter)
		buf_printf(out, " %c", m->letter);
	if (m->state != MARK_EXACT)
		buf_printf(out, ", %s", export_state(m->state));
	if (text && text->n && m->state != MARK_LOST)
		buf_printf(out, ", %zu %%",
		           (size_t)((double)m->at.start * 100 /
		                    (double)text->n));
	if (created && strlen(created) >= 10)
		buf_printf(out, ", %.10s", created);
}

/* Choosing. */

static bool
has_word(const char *s, const char *word, const char *blanks)
{
	size_t n = strlen(word), length;

	for (; s && *(s += strspn(s, blanks)); s += length) {
		length = strcspn(s, blanks);
		if (length == n && memcmp(s, word, n) == 0)
			return true;
	}
	return false;
}

/* A tag is a word of Tags, or of the note with a # before it. */
static bool
has_tag(const struct rec *r, const char *tag)
{
	static const char blanks[] = " \t\n,.;:!?()[]\"";
	struct buf hashed = {0};
	bool has;

	buf_printf(&hashed, "#%s", tag);
	has = has_word(rec_get(r, "Tags"), tag, " \t\n,") ||
	      has_word(rec_get(r, "Note"), buf_text(&hashed), blanks);
	buf_clear(&hashed);
	return has;
}

static bool
is_chosen(const struct mark *m, const struct export_choice *c)
{
	const char *updated = rec_get(m->rec, "Updated");
	const char *as = rec_get(m->rec, "As");
	uint64_t when;

	if (c->since && (!updated || !stamp_parse(updated, &when) ||
	                 when < c->since))
		return false;
	if (c->tag && !has_tag(m->rec, c->tag + (*c->tag == '#')))
		return false;
	return !c->kind || strcmp(c->kind, marks_kind_name(m->kind)) == 0 ||
	       (as && strcmp(c->kind, as) == 0);
}

void
export_choose(struct mark_list *marks, const struct export_choice *choice)
{
	size_t i, kept = 0;

	for (i = 0; i < marks->n; i++)
		if (is_chosen(&marks->at[i], choice))
			marks->at[kept++] = marks->at[i];
	marks->n = kept;
}

void
export_works(struct buf *out, const struct export_work *works, size_t n,
             enum export_format format)
{
	switch (format) {
	case EXPORT_TEXT: export_text(out, works, n); return;
	case EXPORT_JSON: export_json(out, works, n); return;
	case EXPORT_CSV: export_csv(out, works, n); return;
	case EXPORT_MARKDOWN: export_markdown(out, works, n); return;
	case EXPORT_ORG: export_org(out, works, n); return;
	}
}
