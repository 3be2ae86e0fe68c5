/* Whatever is typed on whatever text: the reader stays whole. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "long_text.h"
#include "play.h"

static uint32_t state;

static uint32_t
random_below(uint32_t n)
{
	state = state * 1664525u + 1013904223u;
	return (state >> 8) % n;
}

/* Keys that do something, and a few that do not. */
static uint32_t
random_key(void)
{
	static const uint32_t keys[] = {
		' ', 'b', 'j', 'k', 'd', 'u', 'g', 'G', '%', ']', '[', '}',
		'{', '(', ')', '\'', '.', ',', 'o', 's', 'v', 'B', 'm', 'a',
		'E', 'U', '1', '2', '5', '9', 'y', 'x', 't', 'A', '-', '+',
		'=', 'c', 'H', ':', 'R', 'w', 'l', 'h', 'Z', 'C', 0x4E2D,
		INPUT_UP, INPUT_DOWN, INPUT_LEFT, INPUT_RIGHT, INPUT_PAGE_UP,
		INPUT_PAGE_DOWN, INPUT_HOME, INPUT_END, INPUT_DELETE,
		INPUT_F1, INPUT_TAB, INPUT_ENTER, INPUT_ENTER, INPUT_ESCAPE,
		INPUT_ESCAPE, INPUT_BACKSPACE, INPUT_ALT | INPUT_LEFT,
		INPUT_CTRL('R'), INPUT_CTRL('L'), '/', 'n', 'N', '&', '*',
		'?', 'z',
	};

	return keys[random_below(sizeof keys / sizeof *keys)];
}

static void
check(struct play *p)
{
	const struct reader *r = p->r;
	struct frame frame;
	struct request request;
	size_t i;

	cr_assert(r->kept <= r->text->n);
	cr_assert(r->fold <= r->geometry.text_rows);
	cr_assert(r->fold <= r->lines.n);
	cr_assert(r->lines.n - r->fold <=
	          (r->geometry.facing_col ? r->geometry.text_rows : 0));
	for (i = 1; i < r->lines.n; i++)
		cr_assert(r->lines.at[i].start >= r->lines.at[i - 1].start);
	cr_assert(r->jumps.here <= r->jumps.n);
	cr_assert(r->focus == OUTLINE_NONE || r->focus < r->marks.n);
	frame_init(&frame, r->cols, r->rows);
	reader_view(p->r, &frame);
	frame_clear(&frame);
	while (reader_request(p->r, &request)) {
		free(request.words);
		free(request.mark);
	}
}

static void
type_at_random(struct play *p, int keys)
{
	struct event event = {.stamp = {1795377600000, 1}};

	while (keys--) {
		event.stamp.now += random_below(3);
		event.stamp.random = random_below(1u << 24);
		event.kind = random_below(40) ? EVENT_KEY : EVENT_RESIZE;
		if (!random_below(20))
			event.kind = EVENT_CLICK;
		event.key = random_key();
		event.cols = 1 + random_below(150);
		event.rows = 1 + random_below(60);
		event.col = random_below(160);
		event.row = random_below(70);
		reader_feed(p->r, &event);
		reader_work(p->r, random_below(100));
		check(p);
	}
}

Test(random, keys_leave_the_reader_whole)
{
	struct buf text = {0};
	uint32_t seed;

	long_text(&text);
	for (seed = 1; seed < 40; seed += 2) {
		struct play *p = play_start(buf_text(&text), 80, 24);

		state = seed;
		type_at_random(p, 400);
		play_end(p);
	}
	buf_clear(&text);
}

Test(random, bytes_leave_the_reader_whole)
{
	char text[3000];
	uint32_t seed;
	size_t i;

	for (seed = 1; seed < 40; seed += 2) {
		struct play *p;

		state = seed;
		for (i = 0; i + 1 < sizeof text; i++)
			text[i] = random_below(4)
			          ? "a .\n\"[1]"[random_below(8)]
			          : (char)(1 + random_below(255));
		text[i] = '\0';
		p = play_start(text, 60, 20);
		type_at_random(p, 150);
		play_end(p);
	}
}

Test(random, keys_leave_an_empty_text_whole)
{
	uint32_t seed;

	for (seed = 1; seed < 20; seed += 2) {
		struct play *p = play_start("", 80, 24);

		state = seed;
		type_at_random(p, 300);
		play_end(p);
	}
}
