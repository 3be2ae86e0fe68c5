/* The text was read again from the disk, and may have changed. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "reader/anchoring.h"
#include "reader/annotate.h"
#include "reader/find.h"
#include "reader/jump.h"
#include "reader/pane_fold.h"
#include "reader/reader.h"
#include "reader/say.h"
#include "reader/show.h"
#include "text/landmark.h"

/* Goes where the words at the place kept now stand in a text whose paragraphs
 * were THEN; in one that still comes in to as many bytes, until it is whole. */
static void
find_place(struct reader *r, const struct text *t, const struct outline *o,
           const char *then)
{
	char *words = landmark_at(r->text, r->kept);

	free(r->landmark.words);
	r->landmark.words = NULL;
	if (!o->partial) {
		r->kept = landmark_return(t, o, words, then, r->kept);
		free(words);
		return;
	}
	r->kept = r->kept < t->n ? r->kept : t->n;
	r->landmark.words = words;
	r->landmark.at = r->kept;
}

/* Closes what lies over the text or was made of it. */
static void
forget_views(struct reader *r, bool read_again)
{
	if (r->hits.pane_called)
		r->pane.shown = false;
	r->hits.pane_called = r->hits.stays = false;
	r->mode = MODE_READ;
	pane_unfold(r);
	layout_free(r->layout);
	r->layout = NULL;
	show_forget_before(r);
	if (read_again)
		show_forget_text(r);
}

void
reader_replace(struct reader *r, const struct text *t, const struct outline *o,
               const char *sha256)
{
	char *sum = mem_copy(sha256);
	bool same = r->sha256 && sum && !strcmp(r->sha256, sum);
	bool read_again = t != r->text;
	struct fingerprints old = {0};
	struct buf then = {0};

	if (!same && fingerprint_text(r->text, r->outline, &old))
		fingerprint_write(&old, &then);
	vec_clear(&old);
	if (!same) {
		find_place(r, t, o, then.at);
		/* what was jumped from lies elsewhere */
		jump_forget(r);
		find_restart(r);
	}
	if (r->sha256) {
		free(r->sha256_was);
		r->sha256_was = r->sha256;
	}
	r->sha256 = sum;
	r->text = t;
	r->outline = o;
	forget_views(r, read_again);
	show_set_up(r);
	annotate_refresh(r);
	anchoring_begin(r);
	if (!same) {
		r->anchoring.reread = true;
		anchoring_compare(r, then.at);
	} else if (read_again) {
		say(r, "the file has not changed");
	}
	buf_clear(&then);
}
