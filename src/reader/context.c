/* Words of a text with those around them, on one line. */
#include "reader/context.h"

#include <stdlib.h>
#include <string.h>

/* The part of the text around HIT that is shown: of its own block. */
static struct span
surroundings(const struct text *t, const struct outline *o, struct span hit,
             size_t most)
{
	size_t b = outline_block_at(o, hit.start);
	struct span around = {0, t->n};

	if (b != OUTLINE_NONE && o->blocks.at[b].start <= hit.start) {
		around.start = o->blocks.at[b].start;
		around.end = o->blocks.at[b].end;
	}
	if (around.end < hit.end)
		around.end = hit.end;
	if (hit.start - around.start > most)
		around.start = ucs_before(t->at, hit.start - most);
	if (around.end - hit.end > most)
		around.end = ucs_before(t->at, hit.end + most);
	return around;
}

static bool
is_blank(const struct text *t, text_pos p)
{
	return p < t->n && t->at[p] && strchr(" \n\r\t", t->at[p]);
}

/* outline_words leaves out the blanks at the edges. */
static void
add(const struct text *t, struct span span, struct buf *out)
{
	char *words = outline_words(t, span);

	buf_str(out, words);
	free(words);
}

void
context_words(const struct text *t, const struct outline *o, struct span hit,
              size_t most, struct buf *out, size_t *from, size_t *to)
{
	struct span around = surroundings(t, o, hit, most);

	add(t, (struct span){around.start, hit.start}, out);
	if (hit.start > around.start && is_blank(t, hit.start - 1))
		buf_char(out, ' ');
	*from = out->n;
	add(t, hit, out);
	*to = out->n;
	if (is_blank(t, hit.end) || is_blank(t, hit.end - 1))
		buf_char(out, ' ');
	add(t, (struct span){hit.end, around.end}, out);
}
