/* The store in memory: works, and the marks made in them. */
#include "marks/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "marks/anchor.h"
#include "marks/catalog.h"
#include "marks/found.h"
#include "marks/journal.h"

enum { FORMAT = 1, WAS_MAX = 16 };

/* [byte] of a text that a new mark is compared with at once: a millisecond or
 * two. In a longer one that is done while idle. */
enum { SETTLED_AT_ONCE = 64 * 1024 };

static const char new_head[] =
	"# lectern marks, format 1. Plain text: edit freely; "
	"lectern keeps what it does not know.\n"
	"%rec: Mark\n"
	"\n";

/* The format that a store's first comment names, 1 where it names none. */
static unsigned long
format_of(const struct rec_file *f)
{
	static const char words[] = "# lectern marks, format ";
	size_t n = sizeof words - 1;

	if (f->head_n <= n || memcmp(f->head, words, n) != 0)
		return FORMAT;
	return strtoul(f->head + n, NULL, 10);
}

struct marks *
marks_parse(const char *bytes, size_t n)
{
	return marks_parse_own(mem_text(bytes, n), n);
}

struct marks *
marks_parse_own(char *bytes, size_t n)
{
	struct marks *m = mem_new(sizeof *m);

	m->file = rec_parse_own(bytes, n);
	m->read_only = format_of(m->file) > FORMAT;
	return m;
}

void
marks_free(struct marks *m)
{
	if (!m)
		return;
	found_forget(m);
	journal_free(m->journal);
	free(m->recognised.sha256);
	free(m->recognised.id);
	rec_free(m->file);
	free(m);
}

void
marks_write(const struct marks *m, struct buf *out)
{
	if (!m->file->head_n && m->file->n && !m->file->at[0]->line)
		buf_str(out, new_head);
	rec_write(m->file, out);
}

/* Changing. */

/* The versions that R's next one replaces: WAS and its Updated, the last
 * WAS_MAX of them. */
static void
put_was(struct rec *r, const char *updated)
{
	const char *was = rec_get(r, "Was");
	struct buf b = {0};
	size_t words = 1, i;

	if (was)
		buf_printf(&b, "%s ", was);
	buf_str(&b, updated);
	for (i = b.n; i > 0; i--)
		if (b.at[i - 1] == ' ' && words++ == WAS_MAX)
			break;
	rec_set(r, "Was", b.at + i);
	buf_clear(&b);
}

/* [ms] Two machines whose clocks are behind a record's last change each take a
 * moment after it: not the same one, or one version would pass for the other.
 */
enum { SPREAD = 60000 };

/* R is as of NOW, which STAMP made. */
static void
put_updated(struct marks *m, struct rec *r, uint64_t now,
            const struct stamp *stamp)
{
	m->newest.of = r;
	m->newest.stamp = *stamp;
	stamp_time(now, m->newest.updated);
	rec_set(r, "Updated", m->newest.updated);
	m->changed = true;
}

/* Whether the version that R is was made by STAMP, and nothing since. */
static bool
is_newest(const struct marks *m, const struct rec *r,
          const struct stamp *stamp)
{
	return m->newest.of == r && m->newest.stamp.now == stamp->now &&
	       m->newest.stamp.random == stamp->random &&
	       rec_is(r, "Updated", m->newest.updated);
}

/* R is a new version as of STAMP; later than the one it replaces, whatever
 * the clock says, so that an Updated is never in its own Was. */
void
marks_touch(struct marks *m, struct rec *r, const struct stamp *stamp)
{
	const char *updated = rec_get(r, "Updated");
	uint64_t now = stamp->now, old;

	if (is_newest(m, r, stamp))
		return;
	if (updated && stamp_parse(updated, &old) && now <= old)
		now = old + 1 + stamp->random % SPREAD;
	if (updated)
		put_was(r, updated);
	put_updated(m, r, now, stamp);
}

/* The records are no more what it says. */
static void
forget_catalog(struct marks *m)
{
	catalog_free(m->catalog);
	m->catalog = NULL;
}

static struct rec *
add_record(struct marks *m, const char *kind, const struct stamp *stamp)
{
	struct stamp unique = *stamp;
	struct rec *r;
	char id[STAMP_ID];

	stamp_id(&unique, id);
	while (marks_by_id(m, id)) {
		unique.random++;
		stamp_id(&unique, id);
	}
	forget_catalog(m);
	r = rec_add(m->file);
	rec_set(r, "Id", id);
	rec_set(r, "Kind", kind);
	m->changed = true;
	return r;
}

/* Sets what is known of a work; whether that changed anything. */
static bool
set_facts(struct rec *r, const struct work_facts *facts)
{
	struct buf size = {0};
	const char *const fields[][2] = {
		{"Title", facts->title}, {"Author", facts->author},
		{"Source", facts->source}, {"Path", facts->path},
		{"Size", NULL},
		{"Sha256", facts->sha256},
	};
	bool changed = false;
	size_t i;

	buf_printf(&size, "%zu", facts->size);
	for (i = 0; i < sizeof fields / sizeof *fields; i++) {
		const char *value = fields[i][1];

		if (strcmp(fields[i][0], "Size") == 0)
			value = buf_text(&size);
		if (!value || rec_is(r, fields[i][0], value))
			continue;
		rec_set(r, fields[i][0], value);
		changed = true;
	}
	buf_clear(&size);
	return changed;
}

static struct rec *
bring_work(struct marks *m, const struct work_facts *facts,
           const struct stamp *stamp)
{
	struct rec *r = marks_work(m, facts);

	if (!r) {
		r = add_record(m, "work", stamp);
		marks_touch(m, r, stamp);
		set_facts(r, facts);
	} else if (set_facts(r, facts)) {
		forget_catalog(m);
		marks_touch(m, r, stamp);
	}
	return r;
}

static void
remove_letter(struct marks *m, const char *work, const char *letter,
              const struct stamp *stamp)
{
	enum mark_kind kind;
	size_t i;

	for (i = 0; i < m->file->n; i++) {
		struct rec *r = m->file->at[i];

		if (marks_is_mark(r, work, &kind) && kind == MARK_BOOKMARK &&
		    rec_is(r, "Letter", letter))
			marks_remove(m, r, stamp);
	}
}

struct rec *
marks_add(struct marks *m, const struct work_facts *facts,
          const struct text *t, const struct outline *o, enum mark_kind kind,
          struct span at, const char *as, char letter,
          const struct stamp *stamp)
{
	char time[STAMP_TIME], name[2] = {letter, '\0'};
	struct rec *r;
	const char *work;

	if (m->read_only)
		return NULL;
	work = rec_get(bring_work(m, facts, stamp), "Id");
	if (letter)
		remove_letter(m, work, name, stamp);
	stamp_time(stamp->now, time);
	r = add_record(m, marks_kind_name(kind), stamp);
	rec_set(r, "Created", time);
	put_updated(m, r, stamp->now, stamp);
	rec_set(r, "Work", work);
	if (letter)
		rec_set(r, "Letter", name);
	if (kind == MARK_HIGHLIGHT)
		rec_set(r, "As", as);
	anchor_make(r, t, o, at,
	            kind == MARK_HIGHLIGHT || kind == MARK_SECTION,
	            facts->sha256);
	if (t->n <= SETTLED_AT_ONCE)
		anchor_settle(r, t, facts->sha256, at);
	/* Undone it is removed, as of the time it was made. */
	journal_note(m, r, "Deleted", time, NULL, stamp);
	return r;
}

bool
marks_set(struct marks *m, struct rec *mark, const char *field,
          const char *value, const struct stamp *stamp)
{
	const char *old = rec_get(mark, field);
	char *before;

	if (m->read_only)
		return false;
	if (value ? old && strcmp(old, value) == 0 : !old)
		return true;
	before = mem_copy(old);
	rec_set(mark, field, value);
	marks_touch(m, mark, stamp);
	journal_note(m, mark, field, before, value, stamp);
	free(before);
	return true;
}

bool
marks_remove(struct marks *m, struct rec *mark, const struct stamp *stamp)
{
	char time[STAMP_TIME];

	stamp_time(stamp->now, time);
	return marks_set(m, mark, "Deleted", time, stamp);
}

/* What an anchor is made of. */
static const char *const anchor_fields[] = {
	"Section", "Start", "End", "Text", "Quote", "Prefix", "Suffix",
	"Alike", "Twin", "Likest", "Around", "Halves",
};
enum { ANCHOR_FIELDS = sizeof anchor_fields / sizeof *anchor_fields };

bool
marks_confirm(struct marks *m, struct rec *mark, const struct text *t,
              const struct outline *o, const char *sha256, struct span at,
              const struct stamp *stamp)
{
	char *before[ANCHOR_FIELDS];
	size_t i;

	if (m->read_only)
		return false;
	for (i = 0; i < ANCHOR_FIELDS; i++)
		before[i] = mem_copy(rec_get(mark, anchor_fields[i]));
	anchor_make(mark, t, o, at, before[4] != NULL, sha256);
	if (t->n <= SETTLED_AT_ONCE)
		anchor_settle(mark, t, sha256, at);
	marks_touch(m, mark, stamp);
	for (i = 0; i < ANCHOR_FIELDS; i++) {
		journal_note(m, mark, anchor_fields[i], before[i],
		             rec_get(mark, anchor_fields[i]), stamp);
		free(before[i]);
	}
	return true;
}

bool
marks_refuse(struct marks *m, struct rec *mark, const char *sha256,
             const struct stamp *stamp)
{
	return marks_set(m, mark, "Refused", sha256, stamp);
}

size_t
marks_purge(struct marks *m, uint64_t now, unsigned days)
{
	uint64_t age = (uint64_t)days * 24 * 60 * 60 * 1000, deleted;
	size_t i, n = 0;

	for (i = 0; !m->read_only && i < m->file->n; i++) {
		struct rec *r = m->file->at[i];

		if (!rec_has(r, "Deleted") ||
		    !stamp_parse(rec_get(r, "Deleted"), &deleted) ||
		    deleted > now || now - deleted < age)
			continue;
		rec_empty(r);
		n++;
	}
	if (!n)
		return 0;
	rec_sweep(m->file);
	found_forget(m);
	m->changed = true;
	return n;
}
