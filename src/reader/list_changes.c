/* The rows of the list of paragraphs that are new or different. */
#include "reader/list.h"

#include <stdlib.h>

#include "layout/pages.h"

enum { WORDS_MAX = 1024 }; /* [byte] of a paragraph: no window shows more */

static void
add_head(struct reader *r, size_t section)
{
	struct list_row row = {.index = OUTLINE_NONE, .head = true};
	struct buf words = {0};

	buf_str(&words, r->outline->sections.at[section].title);
	list_add(&r->list, row, &words, NULL);
}

static void
add_block(struct reader *r, const struct block *b)
{
	struct list_row row = {.index = OUTLINE_NONE, .place = b->start};
	struct span at = {b->start, b->end};
	struct buf words = {0};
	char *s;

	if (at.end - at.start > WORDS_MAX)
		at.end = at.start + WORDS_MAX;
	s = outline_words(r->text, at);
	buf_printf(&words, "p. %zu  %s", pages_of(r->layout, b->start) + 1, s);
	list_add(&r->list, row, &words, NULL);
	free(s);
}

/* Each below the title of its section. */
void
list_fill_changes(struct reader *r)
{
	const struct block_list *changes = &r->anchoring.changes;
	size_t i, section = OUTLINE_NONE;

	for (i = 0; i < changes->n; i++) {
		const struct block *b = &r->outline->blocks.at[changes->at[i]];
		size_t here = outline_section_at(r->outline, b->start);

		if (here != section && !r->list.filter.text.n)
			add_head(r, here);
		section = here;
		add_block(r, b);
	}
}
