/* Plays: whole sittings on the core alone. */
#include "play.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "reader/keymap.h"

static const uint64_t begin = 1795377600000; /* 2026-11-22T20:00:00Z */

static void
count_pages(struct play *p)
{
	while (reader_work(p->r, 1000) || reader_prepare(p->r, 1000))
		;
}

static void
read_settings(struct play *p, const char *settings)
{
	struct settings_problems problems = {0};

	settings_init(&p->settings);
	settings_read(&p->settings, "config", settings, strlen(settings),
	              &problems);
	cr_assert(problems.n == 0, "%s", problems.n ? problems.at[0].what : "");
	settings_problems_clear(&problems);
}

static struct play *
start(const char *text, struct reader_options options, const char *store,
      const char *settings)
{
	struct play *p = mem_new(sizeof *p);

	options.name = "play.txt";
	options.path = "~/play.txt";
	p->text = text_new(mem_copy(text), strlen(text), TEXT_UTF8);
	p->outline = outline_find(p->text, NULL, 0);
	p->marks = marks_parse(store, strlen(store));
	read_settings(p, settings);
	p->stamp = (struct stamp){begin, 1};
	options.text = p->text;
	options.outline = p->outline;
	options.marks = p->marks;
	options.settings = &p->settings;
	p->r = reader_new(&options);
	count_pages(p);
	return p;
}

struct play *
play_start_with(const char *text, unsigned cols, unsigned rows,
                const char *store, const char *settings)
{
	struct reader_options options = {
		.sha256 = "00112233445566778899aabbccddeeff"
		          "00112233445566778899aabbccddeeff",
		.cols = cols, .rows = rows,
	};

	return start(text, options, store, settings);
}

struct play *
play_start_again(const char *text, unsigned cols, unsigned rows,
                 const char *store, const char *before)
{
	struct text *t = text_new(mem_copy(before), strlen(before), TEXT_UTF8);
	struct outline *o = outline_find(t, NULL, 0);
	struct fingerprints prints = {0};
	struct buf then = {0};
	struct play *p;
	struct reader_options options = {
		.sha256 = "ffeeddccbbaa99887766554433221100"
		          "ffeeddccbbaa99887766554433221100",
		.cols = cols, .rows = rows, .changed = true,
	};

	cr_assert(fingerprint_text(t, o, &prints));
	fingerprint_write(&prints, &then);
	options.paragraphs = buf_text(&then);
	p = start(text, options, store, "");
	buf_clear(&then);
	vec_clear(&prints);
	outline_free(o);
	text_free(t);
	return p;
}

struct play *
play_start(const char *text, unsigned cols, unsigned rows)
{
	return play_start_with(text, cols, rows, "", "");
}

void
play_end(struct play *p)
{
	reader_free(p->r);
	marks_free(p->marks);
	outline_free(p->outline);
	text_free(p->text);
	settings_clear(&p->settings);
	buf_clear(&p->drawn);
	free(p);
}

static void
feed(struct play *p, struct event event)
{
	p->stamp.now += 1000;
	p->stamp.random = p->stamp.random * 6364136223846793005u + 1;
	event.stamp = p->stamp;
	reader_feed(p->r, &event);
}

/* The key that S begins with; its length in *N. */
static uint32_t
read_key(const char *s, size_t *n)
{
	char name[32] = "";
	const char *end;
	uint32_t key = 0;

	if (*s != '<') {
		*n = ucs_decode(s, strlen(s), &key);
		return key;
	}
	end = strchr(s + 2, '>');
	cr_assert(end && end - s < (int)sizeof name, "no key: %s", s);
	memcpy(name, s + 1, (size_t)(end - s) - 1);
	cr_assert(keymap_key(name, &key), "no key: %s", name);
	*n = (size_t)(end - s) + 1;
	return key;
}

void
play_keys(struct play *p, const char *keys)
{
	size_t n;

	for (; *keys; keys += n)
		feed(p, (struct event){.kind = EVENT_KEY,
		                       .key = read_key(keys, &n)});
}

void
play_click(struct play *p, unsigned col, unsigned row)
{
	feed(p, (struct event){.kind = EVENT_CLICK, .col = col, .row = row});
}

void
play_paste(struct play *p, const char *words)
{
	feed(p, (struct event){.kind = EVENT_TEXT, .pasted = words});
}

void
play_resize(struct play *p, unsigned cols, unsigned rows)
{
	feed(p, (struct event){.kind = EVENT_RESIZE, .cols = cols,
	                       .rows = rows});
	count_pages(p);
}

static void
view(struct play *p, struct frame *f)
{
	frame_init(f, p->r->cols, p->r->rows);
	reader_view(p->r, f);
}

static char *
draw(struct play *p, struct frame *f)
{
	buf_reset(&p->drawn);
	buf_str(&p->drawn, "");
	frame_text(f, &p->drawn);
	frame_clear(f);
	return p->drawn.at;
}

char *
play_screen(struct play *p)
{
	struct frame f;

	view(p, &f);
	return draw(p, &f);
}

char *
play_cursor(struct play *p)
{
	struct frame f;

	view(p, &f);
	if (f.cursor) {
		struct cell *c = frame_cell(&f, f.cursor_col, f.cursor_row);

		cr_assert(c, "the cursor is outside the frame");
		c->part[0] = c->part[0] == ' ' ? '_' : '#';
	}
	return draw(p, &f);
}

char *
play_cells(struct play *p, uint8_t attributes)
{
	struct frame f;
	size_t i;

	view(p, &f);
	for (i = 0; i < (size_t)f.cols * f.rows; i++) {
		if (f.at[i].attributes & attributes)
			continue;
		memset(f.at[i].part, 0, sizeof f.at[i].part);
		f.at[i].part[0] = ' ';
	}
	return draw(p, &f);
}

char *
play_row(struct play *p, unsigned row, uint8_t attributes)
{
	char *s = attributes ? play_cells(p, attributes) : play_screen(p);
	char *end;

	while (row--) {
		s = strchr(s, '\n');
		cr_assert(s, "no such row");
		s++;
	}
	end = strchr(s, '\n');
	cr_assert(end, "no such row");
	*end = '\0';
	return s;
}

bool
play_asks(struct play *p, enum request_kind kind, const char *words)
{
	struct request request;
	bool asked;

	do {
		if (!reader_request(p->r, &request))
			return false;
		if (request.kind != REQUEST_DRAFT || kind == REQUEST_DRAFT)
			break;
		free(request.words);
		free(request.mark);
	} while (true);
	asked = request.kind == kind &&
	        (!words || (request.words && !strcmp(request.words, words)));
	free(request.words);
	free(request.mark);
	return asked;
}

char *
play_store(struct play *p)
{
	buf_reset(&p->drawn);
	buf_str(&p->drawn, "");
	marks_write(p->marks, &p->drawn);
	return p->drawn.at;
}
