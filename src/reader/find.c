/* Searching the text: a place found in slices, all of them counted. */
#include "reader/find.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "reader/hits.h"
#include "reader/jump.h"
#include "reader/say.h"
#include "reader/show.h"
#include "text/query.h"
#include "text/words.h"

enum {
	AT_ONCE = 2000,  /* [ln] as long as that a key may take: some ms */
	HIT_COST = 4,    /* [ln] what one place found costs */
	WORD_MAX = 4096, /* [byte] of one that is searched for */
	BACK_MOST = 8192, /* [byte] searched back at a time: all matches in it
	                   * are gone through for the last one */
};

static bool
is_hit(struct span hit)
{
	return hit.start < hit.end;
}

/* Whether the current hit is where one is. */
static bool
stands_at_hit(const struct reader *r)
{
	return is_hit(r->find.hit) && show_holds(r, r->find.hit.start);
}

/* What can be searched: the text as far as it has come. */
static text_pos
come(const struct reader *r)
{
	return r->text->n - r->text->coming;
}

bool
find_is_counted(const struct reader *r)
{
	return r->find.counted >= r->text->n || r->find.hits.n >= FIND_MOST;
}

size_t
find_before(const struct reader *r, text_pos p)
{
	size_t low = 0, high = r->find.hits.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (r->find.hits.at[middle].start < p)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
find_number(const struct reader *r, struct buf *out)
{
	const struct find *f = &r->find;
	size_t before = find_before(r, f->hit.start), n = f->hits.n;

	if (!f->query || !is_hit(f->hit))
		return;
	/* a match that overlaps the one before it is not counted */
	if (f->hit.start < f->counted && n)
		buf_printf(out, "%zu", before < n ? before + 1 : n);
	else
		buf_str(out, "\342\200\246");
	buf_printf(out, "/%zu", n);
	if (!find_is_counted(r))
		buf_str(out, "\342\200\246");
	else if (f->counted < r->text->n)
		buf_str(out, "+");
}

void
find_restart(struct reader *r)
{
	struct find *f = &r->find;

	f->hits.n = 0;
	f->counted = 0;
	f->hit = (struct span){0, 0};
	f->failed = f->awaits = false;
	f->seek.on = false;
	r->hits.listed = r->hits.places.n = r->hits.own.n = 0;
}

void
find_set(struct reader *r, const char *words)
{
	struct find *f = &r->find;
	struct error e = {0};

	query_free(f->query);
	free(f->words);
	free(f->wrong);
	f->words = words && *words ? mem_copy(words) : NULL;
	f->query = f->words ? query_new(f->words, &e) : NULL;
	f->wrong = mem_copy(e.what);
	f->shown = f->query;
	error_clear(&e);
	find_restart(r);
}

void
find_clear(struct find *f)
{
	size_t i;

	query_free(f->query);
	for (i = 0; i < f->history.n; i++)
		free(f->history.at[i]);
	vec_clear(&f->history);
	vec_clear(&f->hits);
	free(f->words);
	free(f->wrong);
	free(f->words_before);
	free(f->typed);
	memset(f, 0, sizeof *f);
}

void
find_inherit(struct reader *r, struct find *before)
{
	r->find.history.at = before->history.at;
	r->find.history.n = before->history.n;
	r->find.history.cap = before->history.cap;
	memset(&before->history, 0, sizeof before->history);
	r->find.back = before->back;
	find_set(r, before->words);
	r->find.shown = false;
}

void
find_hide(struct reader *r)
{
	r->find.shown = false;
}

void
find_stop(struct reader *r)
{
	r->find.seek.on = false;
}

void
find_show(struct reader *r, struct span hit)
{
	r->find.hit = hit;
	r->find.shown = true;
	if (show_holds(r, hit.start))
		r->kept = hit.start;
	else
		show_place(r, hit.start);
}

void
find_show_at(struct reader *r, text_pos p)
{
	struct find *f = &r->find;
	struct span hit = {p, p + 1};

	f->place = p;
	f->awaits = f->query && p < r->text->n &&
	            p >= r->text->n - r->text->coming;
	if (!f->query || f->awaits || p >= r->text->n ||
	    !query_next(f->query, r->text, r->outline, hit, &hit))
		return;
	f->hit = hit;
	f->shown = f->news = true;
}

/* Once as many are counted as the slice has time for. */
static void
say_went_round(struct reader *r)
{
	bool back = r->find.seek.back;
	struct buf number = {0};

	if (!r->find.came_round)
		return;
	r->find.came_round = false;
	if (find_is_counted(r))
		find_number(r, &number);
	say(r, "%s%ssearch went on from the %s", buf_text(&number),
	    number.n ? "  \302\267  " : "", back ? "end" : "start");
	buf_clear(&number);
}

static void
arrive(struct reader *r, struct span hit, bool went_round)
{
	struct find *f = &r->find;

	f->seek.on = f->failed = false;
	f->news = true;
	if (f->seek.jumps)
		jump_remember_from(r, f->from);
	find_show(r, hit);
	f->came_round = went_round;
}

static void
say_nothing_found(struct reader *r)
{
	say(r, "nothing found: %s", r->find.words);
}

static void
fail(struct reader *r)
{
	r->find.seek.on = false;
	r->find.failed = r->find.news = true;
	if (r->prompt.kind != PROMPT_SEARCH)
		say_nothing_found(r);
}

/* The part of the text that is searched next, at most LEFT bytes; empty where
 * the text's end or the origin is reached. */
static struct span
seek_slice(const struct reader *r, size_t left)
{
	const struct seek *s = &r->find.seek;
	text_pos low = s->wrapped ? s->origin : 0;
	text_pos high = s->wrapped ? s->origin : r->text->n;

	if (s->back && left > BACK_MOST)
		left = BACK_MOST;
	if (s->back && s->at > low)
		return (struct span){s->at - low > left ? s->at - left : low,
		                     s->at};
	if (!s->back && s->at < high)
		return (struct span){s->at, high - s->at > left ? s->at + left
		                                                : high};
	return (struct span){s->at, s->at};
}

/* Whether what is to be searched next has not been read yet. */
static bool
must_wait(const struct reader *r)
{
	const struct find *f = &r->find;

	if (!r->text->coming)
		return false;
	if (!f->seek.on)
		return f->counted >= come(r);
	return f->seek.back ? f->seek.at > come(r) : f->seek.at >= come(r);
}

static void
go_round(struct reader *r)
{
	struct seek *s = &r->find.seek;

	if (s->wrapped) {
		fail(r);
		return;
	}
	s->wrapped = s->went_round = true;
	s->at = s->back ? r->text->n : 0;
}

/* Searches one slice of LEFT bytes for the place sought; returns the bytes it
 * took. */
static size_t
seek_on(struct reader *r, size_t left)
{
	struct find *f = &r->find;
	struct seek *s = &f->seek;
	struct span slice = seek_slice(r, left), hit;
	bool found;

	if (slice.end > come(r))
		slice.end = come(r);

	if (slice.start == slice.end) {
		go_round(r);
		return 1;
	}
	found = s->back ? query_prev(f->query, r->text, r->outline, slice,
	                             &hit)
	                : query_next(f->query, r->text, r->outline, slice,
	                             &hit);
	s->at = s->back ? slice.start : slice.end;
	if (found && --s->count) {
		s->at = s->origin = s->back ? hit.start : hit.end;
		s->wrapped = false;
	} else if (found) {
		arrive(r, hit, s->went_round);
	}
	return slice.end - slice.start;
}

/* Counts on for at most LEFT bytes; returns the bytes it took. */
static size_t
count_on(struct reader *r, size_t left)
{
	struct find *f = &r->find;
	struct span slice = {f->counted, come(r)}, hit;

	if (slice.end - slice.start > left)
		slice.end = slice.start + left;
	f->counted = slice.end;
	if (query_next(f->query, r->text, r->outline, slice, &hit)) {
		vec_push(&f->hits, hit);
		f->counted = hit.end;
		return hit.end - slice.start +
		       HIT_COST * query_pace(f->query);
	}
	return slice.end - slice.start;
}

bool
find_work(struct reader *r, size_t lines)
{
	struct find *f = &r->find;
	size_t left, took;

	if (!f->query)
		return false;
	if (f->awaits)
		find_show_at(r, f->place);
	left = (lines ? lines : 1) * query_pace(f->query);
	for (; left; left -= took < left ? took : left) {
		if (must_wait(r))
			break;
		if (f->seek.on)
			took = seek_on(r, left);
		else if (!find_is_counted(r))
			took = count_on(r, left);
		else
			break;
	}
	say_went_round(r);
	if (r->mode == MODE_HITS || hits_stay(r))
		hits_fill(r);
	return !must_wait(r) && (f->seek.on || !find_is_counted(r));
}

/* All places are counted: which one it is can be told at once. */
static bool
go_by_number(struct reader *r)
{
	struct find *f = &r->find;
	struct seek *s = &f->seek;
	size_t n = f->hits.n, i = find_before(r, s->at), by = s->count % n;
	bool round = s->back ? s->count > i : s->count > n - i;

	i = s->back ? (i + n - by) % n : (i + n + by - 1) % n;
	arrive(r, f->hits.at[i], round);
	say_went_round(r);
	return true;
}

static void
seek(struct reader *r, bool back, text_pos p, unsigned long count, bool jumps)
{
	struct find *f = &r->find;

	f->failed = false;
	f->seek = (struct seek){.on = true, .back = back, .jumps = jumps,
	                        .count = count, .at = p, .origin = p};
	if (f->counted >= r->text->n && f->hits.n)
		go_by_number(r);
	else
		find_work(r, AT_ONCE);
	if (f->seek.on && r->prompt.kind != PROMPT_SEARCH)
		say(r, "searching: %s", f->words);
}

void
find_preview(struct reader *r, bool back, text_pos p)
{
	seek(r, back, p, 1, false);
}

void
find_go(struct reader *r, bool back, unsigned long count)
{
	struct find *f = &r->find;
	text_pos p = show_holds(r, r->kept) ? r->kept : r->top;
	bool walks = stands_at_hit(r);

	if (walks)
		p = back ? f->hit.start : f->hit.end;
	f->from = jump_here(r);
	/* a walk from hit to hit is one jump */
	seek(r, back, p, count, !walks || r->kept != f->hit.start);
}

static void
go_on(struct reader *r, bool back, unsigned long count)
{
	struct find *f = &r->find;

	if (!f->words)
		say(r, "nothing searched for yet: / searches");
	else if (!f->query)
		say_alert(r, "%s", f->wrong ? f->wrong : "nothing to search");
	else if (f->seek.on && f->seek.back == back)
		f->seek.count += count;
	else
		find_go(r, back, count);
}

void
find_words_of(struct reader *r, struct span span)
{
	char *words, *query;

	if (span.end - span.start > WORD_MAX)
		span.end = span.start + WORD_MAX;
	words = outline_words(r->text, span);
	query = query_of_words(words);
	find_set(r, query);
	if (r->find.query) {
		find_keep(r, query);
		r->find.back = false;
		r->find.hit = span;
		find_go(r, false, 1);
	} else {
		say(r, "no word here");
	}
	free(words);
	free(query);
}

/* The highlight in focus, else the footnote mark or the word at the place
 * kept or behind it. */
static struct span
words_here(const struct reader *r)
{
	text_pos p = show_holds(r, r->kept) ? r->kept : r->top, end, limit;
	size_t ref = outline_ref_from(r->outline, p);

	if (r->focus != OUTLINE_NONE &&
	    is_hit(r->marks.at[r->focus].at))
		return r->marks.at[r->focus].at;
	if (ref != OUTLINE_NONE && r->outline->refs.at[ref].at == p)
		return (struct span){p, r->outline->refs.at[ref].end};
	limit = r->text->n - p > WORD_MAX ? p + WORD_MAX : r->text->n;
	end = words_end(r->text, p, limit);
	return (struct span){words_prev(r->text, end, 0), end};
}

bool
find_command(struct reader *r, enum command c, unsigned long count)
{
	unsigned long times = count ? count : 1;

	switch (c) {
	case COMMAND_SEARCH:
	case COMMAND_SEARCH_BACK:
		find_prompt(r, c == COMMAND_SEARCH_BACK);
		return true;
	case COMMAND_NEXT_HIT:
		go_on(r, r->find.back, times);
		return true;
	case COMMAND_PREV_HIT:
		go_on(r, !r->find.back, times);
		return true;
	case COMMAND_HITS:
		hits_open(r);
		return true;
	case COMMAND_SEARCH_WORD:
		find_words_of(r, words_here(r));
		return true;
	default:
		return false;
	}
}
