/* The prompt for what to search: found while it is typed. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "reader/find.h"
#include "reader/input.h"
#include "reader/jump.h"
#include "reader/say.h"
#include "reader/show.h"

void
find_prompt(struct reader *r, bool back)
{
	struct find *f = &r->find;

	f->from = jump_here(r);
	free(f->words_before);
	f->words_before = mem_copy(f->words);
	f->hit_before = f->hit;
	f->back_before = f->back;
	f->shown_before = f->shown;
	f->history_at = f->history.n;
	find_set(r, NULL);
	f->back = back;
	r->prompt.kind = PROMPT_SEARCH;
	edit_begin(&r->prompt.edit, NULL);
}

/* Where the search as typed begins: at the place kept, but not again with
 * the match that one stands at. */
static text_pos
origin(const struct reader *r)
{
	const struct find *f = &r->find;
	text_pos p = show_holds(r, r->kept) ? r->kept : r->top;

	if (!f->back && f->hit_before.start < f->hit_before.end &&
	    p == f->hit_before.start)
		return f->hit_before.end;
	return p;
}

void
find_typed(struct reader *r)
{
	struct find *f = &r->find;
	const char *words = buf_text(&r->prompt.edit.text);

	if (!strcmp(words, f->words ? f->words : ""))
		return;
	say_nothing(r);
	find_set(r, words);
	jump_restore(r, &f->from);
	if (f->query)
		find_preview(r, f->back, origin(r));
}

static void
as_before(struct reader *r)
{
	struct find *f = &r->find;

	find_set(r, f->words_before);
	f->hit = f->hit_before;
	f->shown = f->shown_before;
}

/* Without words those of before are searched for again. */
static void
repeat(struct reader *r)
{
	as_before(r);
	if (r->find.query)
		find_go(r, r->find.back, 1);
	else
		say(r, "nothing searched for yet");
}

void
find_done(struct reader *r, const char *words)
{
	struct find *f = &r->find;

	if (!*words) {
		repeat(r);
		return;
	}
	find_keep(r, words);
	if (f->wrong) {
		say_alert(r, "%s", f->wrong);
		as_before(r);
	} else if (!f->query || f->failed) {
		say(r, "nothing found: %s", words);
	} else if (f->seek.on) {
		f->seek.jumps = true;
		say(r, "searching: %s", words);
	} else {
		jump_remember_from(r, f->from);
	}
}

void
find_given_up(struct reader *r)
{
	as_before(r);
	r->find.back = r->find.back_before;
	jump_restore(r, &r->find.from);
	say_nothing(r);
}

void
find_keep(struct reader *r, const char *words)
{
	struct find *f = &r->find;
	size_t i, kept = 0;

	for (i = 0; i < f->history.n; i++) {
		char *old = f->history.at[i];

		if (!strcmp(old, words) ||
		    (!i && f->history.n == FIND_HISTORY))
			free(old);
		else
			f->history.at[kept++] = old;
	}
	f->history.n = kept;
	vec_push(&f->history, mem_copy(words));
}

bool
find_recall(struct reader *r, uint32_t key)
{
	struct find *f = &r->find;
	size_t n = f->history.n;

	if (key != INPUT_UP && key != INPUT_DOWN)
		return false;
	if (key == INPUT_UP ? !f->history_at : f->history_at >= n)
		return true;
	if (f->history_at >= n) {
		free(f->typed);
		f->typed = mem_copy(buf_text(&r->prompt.edit.text));
	}
	f->history_at += key == INPUT_UP ? (size_t)-1 : 1;
	edit_clear(&r->prompt.edit);
	edit_begin(&r->prompt.edit,
	           f->history_at < n ? f->history.at[f->history_at]
	                             : f->typed);
	find_typed(r);
	return true;
}
