/* --dump: a text set in lines, on standard output. */
#include "base/buf.h"
#include "cli/acts.h"
#include "cli/tell.h"
#include "layout/lines.h"
#include "reader/place.h"

enum {
	WRITE_AT = 1 << 16, /* [byte] gathered before they are written */
	PAGE = 23,          /* [ln] of a page, for --at=12: as on 80x24 */
	WIDE = 80,          /* [col] lines of a table or verse stay whole */
};

struct dump {
	struct layout *layout;
	const struct outline *outline;
	struct buf out;
};

/* The lines of BLOCK that begin at FROM or behind it. */
static void
add_block(struct dump *d, size_t block, text_pos from)
{
	const struct line_list *lines = lines_of(d->layout, block);
	size_t i;

	for (i = 0; i < lines->n; i++)
		if (lines->at[i].next > from || i + 1 == lines->n) {
			lines_text(d->layout, &lines->at[i], &d->out);
			buf_char(&d->out, '\n');
		}
}

static bool
dump_from(struct dump *d, text_pos from, struct error *e)
{
	size_t first, i;
	unsigned gap;

	if (!d->outline->blocks.n)
		return true;
	first = outline_block_at(d->outline, from);
	for (i = first; i < d->outline->blocks.n; i++) {
		for (gap = lines_gap(d->layout, i); i > first && gap; gap--)
			buf_char(&d->out, '\n');
		add_block(d, i, from);
		if (d->out.n >= WRITE_AT && !tell_out(&d->out, e))
			return false;
	}
	return tell_out(&d->out, e);
}

bool
dump_run(struct sitting *s, struct error *e)
{
	struct dump d = {
		.layout = layout_new(s->text.text, s->text.outline,
		                     s->settings.width, PAGE),
		.outline = s->text.outline,
	};
	text_pos from = 0;
	bool ok = true;

	layout_show_markup(d.layout);
	layout_widen(d.layout, WIDE);
	if (s->options->at)
		ok = place_parse(d.layout, s->options->at, &from, e);
	ok = ok && dump_from(&d, from, e);
	layout_free(d.layout);
	buf_clear(&d.out);
	return ok;
}
