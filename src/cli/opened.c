/* A text that was opened: its bytes, structure, hash, and where it was left. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "cli/incoming.h"
#include "cli/recall.h"
#include "cli/sitting.h"
#include "marks/recognise.h"
#include "marks/sections.h"
#include "store/file.h"
#include "store/paths.h"
#include "store/places.h"
#include "text/fingerprint.h"
#include "text/landmark.h"
#include "text/partial.h"

static bool
is_standard_input(const char *path)
{
	return !strcmp(path, "-");
}

static void
name_text(struct opened *o, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (is_standard_input(path)) {
		o->path = mem_copy(path);
		o->name = mem_copy("standard input");
		return;
	}
	o->path = realpath(path, NULL);
	if (!o->path)
		o->path = mem_copy(path);
	o->name = mem_copy(slash && slash[1] ? slash + 1 : path);
	o->known = paths_short(path);
}

void
opened_outline(const struct sitting *s, struct opened *o)
{
	struct work_facts facts;

	o->outline = outline_find(o->text, NULL, 0);
	facts = opened_facts(o);
	o->outline = sections_obeyed(s->marks, &facts, o->text, o->outline);
}

/* Of a text that is only set nothing is kept, and where there are no marks none
 * is looked for. */
static bool
needs_hash(const struct sitting *s)
{
	return s->options->act != ACT_DUMP || s->marks->file->n;
}

/* With RECOGNISE it is found out whose marks an unknown text has; else that is
 * left to the reader. */
static bool
read_whole(const struct sitting *s, const char *path, bool recognise,
           struct opened *out, struct error *e)
{
	char *longer = paths_long(path);
	struct file_bytes bytes;
	bool ok = file_read(longer, &bytes, e);

	if (ok) {
		name_text(out, longer);
		if (needs_hash(s))
			sha256_of(bytes.at, bytes.n, out->sha256);
		out->text = text_new(bytes.at, bytes.n, s->options->encoding);
		if (recognise) {
			const struct work_facts facts = {
				.path = out->known, .sha256 = out->sha256,
			};

			marks_recognise(s->marks, &facts, out->text);
		}
		opened_outline(s, out);
	}
	free(longer);
	return ok;
}

bool
sitting_read(const struct sitting *s, const char *path, struct opened *out,
             struct error *e)
{
	return read_whole(s, path, true, out, e);
}

bool
sitting_read_on(const struct sitting *s, const char *path, struct opened *out,
                struct error *e)
{
	char *longer = paths_long(path);

	out->incoming = incoming_new(longer, s->options->encoding, &out->text,
	                             &out->outline, e);
	if (out->incoming)
		name_text(out, longer);
	free(longer);
	if (out->incoming || e->what)
		return out->incoming;
	return read_whole(s, path, false, out, e);
}

void
opened_clear(struct opened *o)
{
	outline_free(o->outline);
	if (o->incoming)
		incoming_free(o->incoming, o->text);
	else
		text_free(o->text);
	free(o->path);
	free(o->name);
	free(o->known);
	free(o->paragraphs);
	drafts_clear(&o->draft);
	memset(o, 0, sizeof *o);
}

struct work_facts
opened_facts(const struct opened *o)
{
	struct work_facts facts = {
		.title = o->outline->title,
		.author = o->outline->author,
		.source = o->outline->source,
		.path = o->known,
		.sha256 = o->sha256,
		.size = o->text->file_n,
	};

	return facts;
}

void
opened_marks(const struct sitting *s, const struct opened *o,
             struct mark_list *out)
{
	const struct work_facts facts = opened_facts(o);

	marks_place(s->marks, marks_work(s->marks, &facts), o->text,
	            o->sha256, (const char *const *)s->settings.kind, out);
}

static const struct place *
place_by_path(const struct place_list *l, const char *path)
{
	size_t i;

	for (i = 0; path && i < l->n; i++)
		if (!strcmp(l->at[i].path, path))
			return &l->at[i];
	return NULL;
}

/* By path, else by hash (the same text may have been moved or copied), else
 * by the path of the work whose quotations stand in it. */
static const struct place *
place_kept(const struct sitting *s, const struct place_list *l,
           const struct opened *o)
{
	const struct work_facts facts = opened_facts(o);
	const struct place *p = place_by_path(l, o->known);
	const struct rec *work;
	size_t i;

	if (p)
		return p;
	for (i = 0; i < l->n; i++)
		if (l->at[i].sha256 && !strcmp(l->at[i].sha256, o->sha256))
			return &l->at[i];
	work = marks_work(s->marks, &facts);
	return work ? place_by_path(l, rec_get(work, "Path")) : NULL;
}

/* [byte] of the file: one that changed in between is taken to have changed
 * evenly. */
static size_t
offset_now(const struct place *p, const struct text *t)
{
	if (p->size == t->file_n || !p->size)
		return p->offset;
	return (size_t)((double)p->offset * (double)t->file_n /
	                (double)p->size);
}

/* Where P is in O: of a text that has changed, where its words stand. */
static text_pos
place_now(const struct place *p, const struct opened *o)
{
	text_pos guess = text_place(o->text, offset_now(p, o->text));

	if (!o->changed || !p->words)
		return guess;
	return landmark_return(o->text, o->outline, p->words, p->paragraphs,
	                       guess);
}

/* Whether its marks were made in another version of O. */
static bool
marks_are_older(const struct sitting *s, const struct opened *o)
{
	const struct work_facts facts = opened_facts(o);
	const struct rec *work = marks_work(s->marks, &facts);

	return work && rec_has(work, "Sha256") &&
	       !rec_is(work, "Sha256", o->sha256);
}

/* What is known of O from when it was read last; of one that was not read here,
 * but marked elsewhere, only whether it has changed. */
static void
recall(const struct sitting *s, struct opened *o)
{
	struct place_list l = {0};
	const struct place *p;

	if (!s->places)
		return;
	places_read(s->places, &l);
	p = place_kept(s, &l, o);
	if (p && o->incoming) {
		/* what has changed is told when it is whole */
		incoming_see(o->incoming, offset_now(p, o->text));
		o->left = text_place(o->text, offset_now(p, o->text));
	} else if (p) {
		o->changed = p->sha256 && strcmp(p->sha256, o->sha256) != 0;
		o->left = place_now(p, o);
		o->known_paragraphs = !o->changed && p->paragraphs &&
		                      p == place_by_path(&l, o->known);
		free(o->paragraphs);
		o->paragraphs = o->changed ? mem_copy(p->paragraphs) : NULL;
	} else if (!o->incoming) {
		o->changed = marks_are_older(s, o);
	}
	places_clear(&l);
}

/* The reader's own headings count when all of the text is there; in a very
 * long one, the structure of which is found in pieces, they do not. */
static bool
obey_sections(const struct sitting *s, struct opened *o)
{
	const struct work_facts facts = opened_facts(o);
	struct outline *copy = mem_new(sizeof *copy), *obeyed;
	bool same;

	if (o->text->n > PARTIAL_PIECE) {
		free(copy);
		return false;
	}
	*copy = *o->outline;
	obeyed = sections_obeyed(s->marks, &facts, o->text, copy);
	same = obeyed == copy;
	*o->outline = *obeyed;
	free(obeyed);
	return !same;
}

bool
opened_grow(const struct sitting *s, struct opened *o, text_pos *from,
            struct error *e)
{
	struct incoming_news news;

	if (!o->incoming || !incoming_take(o->incoming, o->text, o->outline,
	                                   o->sha256, &news))
		return false;
	if (news.whole) {
		incoming_free(o->incoming, NULL);
		o->incoming = NULL;
		if (obey_sections(s, o))
			news.from = 0;
		recall(s, o);
	}
	*from = news.from;
	*e = news.error;
	return true;
}

bool
opened_known(const struct sitting *s, struct opened *o)
{
	recall(s, o);
	return obey_sections(s, o);
}

bool
sitting_open(struct sitting *s, const char *path, bool on, struct error *e)
{
	struct opened o = {0};

	if (!(on ? sitting_read_on : sitting_read)(s, path, &o, e))
		return false;
	recall(s, &o);
	recall_draft(s, &o);
	opened_clear(&s->text);
	s->text = o;
	return true;
}

text_pos
sitting_place(const struct sitting *s)
{
	return s->text.left;
}

/* The paragraphs of O as they are to be kept; the caller frees them. NULL
 * where they are kept already, or are too many. */
static char *
new_paragraphs(const struct opened *o)
{
	struct fingerprints f = {0};
	struct buf out = {0};

	if (!o->known_paragraphs && !o->incoming &&
	    fingerprint_text(o->text, o->outline, &f))
		fingerprint_write(&f, &out);
	vec_clear(&f);
	return out.n ? buf_take(&out) : NULL;
}

bool
sitting_save_place(struct sitting *s, text_pos place, bool finished,
                   struct error *e)
{
	struct opened *o = &s->text;
	bool ok;
	struct place p = {
		.path = o->known,
		.title = o->outline->title,
		.sha256 = *s->text.sha256 ? s->text.sha256 : NULL,
		.offset = text_offset(o->text, place),
		.size = o->text->file_n,
		.finished = finished,
		.read = sitting_stamp().now,
	};

	if (!o->known)
		return true;
	if (s->places) {
		p.paragraphs = new_paragraphs(o);
		if (!o->incoming)
			p.words = landmark_at(o->text, place);
		ok = places_write(s->places, &p, e);
		o->known_paragraphs = o->known_paragraphs ||
		                      (ok && !o->incoming);
		free(p.words);
		free(p.paragraphs);
		return ok;
	}
	error_set(e, NULL, 0, "the place cannot be kept: HOME is not set");
	return false;
}
