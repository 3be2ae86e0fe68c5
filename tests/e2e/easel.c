/* Paints frames on the screen at the press of a key, for the tests of it. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "picture.h"
#include "screen/screen.h"

/* What the last frame showed below its picture, one a row from row 10 on. */
static struct buf heard[32];
static size_t heard_n;

/* Which of the pictures made at random, and how often one was painted. */
static unsigned number, painted;

static void
put_cell(struct frame *f, unsigned col, unsigned row, const ucs *part,
         uint8_t width, uint8_t style, uint8_t attributes)
{
	struct cell *c = frame_cell(f, col, row);
	size_t i;

	if (!c)
		return;
	memset(c->part, 0, sizeof c->part);
	for (i = 0; i < FRAME_PARTS && part[i]; i++)
		c->part[i] = part[i];
	c->width = width;
	c->style = style;
	c->attributes = attributes;
}

static void
copy_much(void)
{
	char much[1000];

	memset(much, 'x', sizeof much);
	screen_copy(much, sizeof much);
}

/* Cells that the core would never make. */
static void
paint_ill(struct frame *f)
{
	static const ucs ill[] = { 0x1b, 0x07, 0x00, 0x9b,   0x7f,   0x202e,
		                   0x0a, 0x0d, 0x85, 0x2066, 0xd800, 0x110000,
		                   0x301, 0x200d, 0xfeff, 0xfffe };
	unsigned i;

	for (i = 0; i < sizeof ill / sizeof ill[0]; i++) {
		const ucs part[FRAME_PARTS] = { ill[i], 0x1b, ']', 0x202e };

		put_cell(f, 2 * i, 0, part, 1, STYLE_TEXT, 0);
		put_cell(f, 2 * i + 1, 0, (const ucs[]){ '.', 0, 0, 0 }, 1,
		         STYLE_TEXT, 0);
	}
	/* Widths that the C library does not agree with. */
	put_cell(f, 0, 1, (const ucs[]){ 0x4e2d, 0, 0, 0 }, 1, STYLE_TEXT, 0);
	frame_put(f, 1, 1, 20, "<one", STYLE_TEXT, 0);
	put_cell(f, 0, 2, (const ucs[]){ 'w', 0, 0, 0 }, 2, STYLE_TEXT, 0);
	put_cell(f, 1, 2, (const ucs[]){ 0, 0, 0, 0 }, 0, STYLE_TEXT, 0);
	frame_put(f, 2, 2, 20, "<two", STYLE_TEXT, 0);
	/* A wide cell that the edge cuts. */
	put_cell(f, f->cols - 1, 3, (const ucs[]){ 0x4e2d, 0, 0, 0 }, 2,
	         STYLE_TEXT, 0);
	frame_put(f, 0, 3, 20, "cut", STYLE_TEXT, 0);
	frame_put(f, 0, 4, 20, "ill", STYLE_TEXT, 0);
}

static void
paint_words(struct frame *f)
{
	unsigned i;

	frame_put(f, 0, 0, f->cols,
	          "\342\200\234quotes\342\200\235 \344\270\255\346\226\207 "
	          "e\314\201 \360\237\230\200 end",
	          STYLE_TEXT, 0);
	for (i = 0; i < STYLE_COUNT; i++)
		frame_put(f, 3 * i, 1, 2, "st", (uint8_t)i, 0);
	for (i = 0; i < 5; i++)
		frame_put(f, 3 * i, 2, 2, "at", STYLE_TEXT,
		          (uint8_t)(1u << i));
	frame_put(f, 0, 4, f->cols, "words", STYLE_TEXT, 0);
	if (f->cols && f->rows)
		frame_put(f, f->cols - 1, f->rows - 1, 1, "X", STYLE_TEXT, 0);
}

static void
paint_random(void)
{
	struct frame f;
	unsigned cols, rows;

	screen_size(&cols, &rows);
	picture_init(&f, cols, rows, number, painted++);
	screen_paint(&f);
	frame_clear(&f);
}

static void
paint(char picture)
{
	struct frame f;
	unsigned cols, rows;
	size_t i;

	if (picture == 'p') {
		paint_random();
		return;
	}
	screen_size(&cols, &rows);
	frame_init(&f, cols, rows);
	if (picture == 'w')
		paint_words(&f);
	if (picture == 'i')
		paint_ill(&f);
	if (picture == 'c') {
		f.cursor = true;
		f.cursor_col = 7;
		f.cursor_row = 5;
		frame_put(&f, 0, 4, cols, "cursor", STYLE_TEXT, 0);
	}
	for (i = 0; i < heard_n; i++)
		frame_put(&f, 0, 10 + (unsigned)i, cols,
		          buf_text(&heard[i]), STYLE_TEXT, 0);
	screen_paint(&f);
	frame_clear(&f);
}

static void
hear(const struct event *event)
{
	struct buf *b = &heard[heard_n];

	if (heard_n + 1 < sizeof heard / sizeof heard[0])
		heard_n++;
	buf_reset(b);
	if (event->kind == EVENT_KEY)
		buf_printf(b, "key %x.", event->key);
	else if (event->kind == EVENT_TEXT)
		buf_printf(b, "pasted %zu: %s.", strlen(event->pasted),
		           event->pasted);
	else if (event->kind == EVENT_CLICK)
		buf_printf(b, "click %u,%u.", event->col, event->row);
	else
		buf_printf(b, "size %ux%u.", event->cols, event->rows);
}

static void
overflow(volatile char *above)
{
	volatile char here[4096];

	here[0] = *above;
	if (here[0])
		overflow(here);
	here[1] = here[0];
}

/* What the capital letters do, and p. */
static void
obey(uint32_t key)
{
	switch (key) {
	case 'A': abort(); break;
	case 'F': raise(SIGSEGV); break;
	case 'O': overflow("x"); break;
	case 'M': free(mem_resize(NULL, (size_t)-1, 2)); break;
	case 'H': for (;;) continue;
	case 'Y': screen_copy("copied", 6); break;
	case 'K': copy_much(); break;
	case 'Z': screen_suspend(); break;
	case 'R': screen_redraw(); break;
	case 'p': number++; break;
	case 'L':
		screen_leave();
		(void)!system("echo another program; read line");
		screen_return();
		break;
	default: break;
	}
}

static int
run(void)
{
	char picture = 'w';
	bool ended = false;

	paint(picture);
	for (;;) {
		struct event event;

		if (!screen_read(&event, -1, &ended))
			break;
		hear(&event);
		if (event.kind == EVENT_KEY && event.key == 'q')
			break;
		if (event.kind == EVENT_KEY)
			obey(event.key);
		if (event.kind == EVENT_KEY && strchr("wicnp", (int)event.key))
			picture = (char)event.key;
		paint(picture);
	}
	screen_close();
	return ended ? 128 + screen_ended_by() : 0;
}

/* easel [nocolor] [mouse] [THEME] */
int
main(int argc, char **argv)
{
	const struct theme *theme = theme_at(0);
	bool color = true, mouse = false;
	struct error e = {0};
	char *line;
	int i;

	setlocale(LC_CTYPE, "");
	for (i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "nocolor"))
			color = false;
		else if (!strcmp(argv[i], "mouse"))
			mouse = true;
		else
			theme = theme_named(argv[i]);
	}
	if (screen_open(theme, color, mouse, &e))
		return run();
	line = error_line(&e);
	fprintf(stderr, "easel: %s\n", line);
	free(line);
	error_clear(&e);
	return 1;
}
