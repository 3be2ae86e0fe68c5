/* How well marks survive what happens to a file, through the program itself:
 * lectern --mark on a book, the book changed, lectern --notes. */
#include <err.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/json_read.h"
#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "judge.h"
#include "novel.h"

enum { MARKS = 60, BOOK = 400 * 1000, LATIN_1 = MUTATIONS };

static const unsigned mutations[] = {
	MUTATE_WRAP, MUTATE_HYPHENATE, MUTATE_QUOTES, MUTATE_CRLF,
	MUTATE_ENCODING, LATIN_1, MUTATE_OCR_05, MUTATE_OCR_2, MUTATE_OCR_5,
	MUTATE_WORD, MUTATE_INSERT, MUTATE_MOVE, MUTATE_DELETE, MUTATE_EDITION,
	MUTATE_SCAN, MUTATE_REVISION,
};
enum { TRIALS = sizeof mutations / sizeof *mutations };

/* The book's file, in a directory of our own that is HOME as well. */
static char *lectern, *file;

static void
read_file(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "rb");
	char part[65536];
	size_t n;

	if (!f)
		err(2, "%s", path);
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_add(out, part, n);
	fclose(f);
}

static void
write_file(const struct buf *b)
{
	FILE *f = fopen(file, "wb");

	if (!f || fwrite(buf_text(b), 1, b->n, f) != b->n || fclose(f))
		err(2, "%s", file);
}

/* Runs lectern; what it prints is appended to OUT. */
static void
run(char *const argv[], struct buf *out)
{
	int ends[2], status;
	char part[65536];
	ssize_t n;
	pid_t child;

	if (pipe(ends) < 0 || (child = fork()) < 0)
		err(2, "fork");
	if (!child) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		execv(argv[0], argv);
		err(127, "%s", argv[0]);
	}
	close(ends[1]);
	while ((n = read(ends[0], part, sizeof part)) > 0)
		buf_add(out, part, (size_t)n);
	close(ends[0]);
	if (waitpid(child, &status, 0) < 0 || status)
		errx(2, "%s %s: status %d", argv[0], argv[1], status);
}

/* A mark: where it was made, and as what it was found where. */
struct made {
	char id[32];
	struct span was, at;
	enum mark_state state;
};

static void
make_marks(const struct judged *book, struct dice *d, struct made made[MARKS])
{
	char option[MARKS][64], *argv[MARKS + 3], *line;
	struct buf ids = {0};
	size_t i;

	argv[0] = lectern;
	for (i = 0; i < MARKS; i++) {
		struct span s = judge_choose(book->sheet, book->byte, d);

		while (s.start >= s.end)
			s = judge_choose(book->sheet, book->byte, d);
		snprintf(option[i], sizeof option[i], "--mark=%zu-%zu",
		         s.start, s.end);
		argv[1 + i] = option[i];
		made[i].was = s;
	}
	argv[1 + MARKS] = file;
	argv[2 + MARKS] = NULL;
	run(argv, &ids);
	line = strtok((char *)buf_text(&ids), "\n");
	for (i = 0; i < MARKS && line; i++, line = strtok(NULL, "\n"))
		snprintf(made[i].id, sizeof made[i].id, "%s", line);
	if (i < MARKS)
		errx(2, "%zu ids were printed for %d marks", i, MARKS);
	buf_clear(&ids);
}

/* Reading what --notes prints. */

static enum mark_state
state_of(const char *name)
{
	static const char *const names[] = {
		[MARK_EXACT] = "exact", [MARK_MOVED] = "moved",
		[MARK_CHANGED] = "changed", [MARK_DOUBTFUL] = "doubtful",
		[MARK_LOST] = "lost",
	};
	unsigned i;

	for (i = 0; i <= MARK_LOST; i++)
		if (!strcmp(name, names[i]))
			return (enum mark_state)i;
	errx(2, "there is no state \"%s\"", name);
}

static void
read_mark(struct json_reader *r, struct made made[MARKS])
{
	struct made m = {"", {0, 0}, {0, 0}, MARK_LOST};
	struct buf name = {0}, value = {0};
	struct json_level level;
	size_t i;

	json_open(r, '{', &level);
	while (json_more(r, &level)) {
		json_name(r, &name);
		if (json_is(r, '[') || json_is(r, '{'))
			json_skip(r);
		else if (!json_text(r, &value))
			break;
		else if (!strcmp(buf_text(&name), "id"))
			snprintf(m.id, sizeof m.id, "%s", buf_text(&value));
		else if (!strcmp(buf_text(&name), "state"))
			m.state = state_of(buf_text(&value));
		else if (!strcmp(buf_text(&name), "start"))
			m.at.start = strtoull(buf_text(&value), NULL, 10);
		else if (!strcmp(buf_text(&name), "end"))
			m.at.end = strtoull(buf_text(&value), NULL, 10);
	}
	for (i = 0; i < MARKS; i++)
		if (!strcmp(made[i].id, m.id)) {
			made[i].state = m.state;
			made[i].at = m.at;
		}
	buf_clear(&name);
	buf_clear(&value);
}

static void
read_work(struct json_reader *r, struct made made[MARKS])
{
	struct json_level level, marks;
	struct buf name = {0};

	json_open(r, '{', &level);
	while (json_more(r, &level)) {
		json_name(r, &name);
		if (strcmp(buf_text(&name), "marks") != 0) {
			json_skip(r);
			continue;
		}
		json_open(r, '[', &marks);
		while (json_more(r, &marks))
			read_mark(r, made);
	}
	buf_clear(&name);
}

static void
find_marks(struct made made[MARKS])
{
	char *argv[] = {lectern, (char *)"--notes", (char *)"--format=json",
		        file, NULL};
	struct json_reader r;
	struct json_level works;
	struct buf out = {0};

	run(argv, &out);
	json_read_begin(&r, buf_text(&out), out.n);
	json_open(&r, '[', &works);
	while (json_more(&r, &works))
		read_work(&r, made);
	if (!json_ends(&r))
		errx(2, "--notes, line %zu: %s", r.line, r.what);
	buf_clear(&out);
}

/* Encodings. */

/* S in Latin 1, in which a letter that it does not have is an "n" and gone;
 * BYTE tells where each code point begins. */
static void
write_latin_1(struct sheet *s, struct buf *out, size_t *byte)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct letter *l = &s->at[i];

		if (l->c > 0xFF || (l->c >= 0x80 && l->c < 0xA0))
			*l = (struct letter){'n', 0};
		byte[i] = out->n;
		buf_char(out, (char)l->c);
	}
	byte[i] = out->n;
}

static const char *
name_of(unsigned mutation)
{
	return mutation == LATIN_1            ? "latin-1"
	       : mutation == MUTATE_ENCODING ? "utf-16"
	                                      : mutation_names[mutation];
}

/* Trials. */

static void
print_row(const char *name, const struct tally *t)
{
	const size_t part[] = {t->right, t->near, t->wrong, t->doubtful,
		               t->lost};
	size_t i;

	printf("%-12.12s%7zu", name, t->there);
	for (i = 0; i < 5; i++)
		printf("%9.2f", (double)tally_share(part[i], t->there) / 100);
	printf("%7zu%9zu\n", t->gone, t->attached);
}

static void
try_mutation(const struct buf *book, const struct judged *old,
             unsigned mutation, struct made made[MARKS], struct tally *sum)
{
	struct sheet changed = {0};
	struct judged new = {&changed, NULL};
	struct dice d = {mutation + 1};
	struct buf out = {0};
	struct tally t = {0};
	struct span truth;
	size_t *byte, i;

	sheet_read(&changed, book->at, book->n);
	if (mutation < MUTATIONS)
		sheet_mutate(&changed, (enum mutation)mutation, &d);
	byte = mem_resize(NULL, changed.n + 1, sizeof *byte);
	new.byte = byte;
	if (mutation == LATIN_1) {
		write_latin_1(&changed, &out, byte);
	} else if (mutation == MUTATE_ENCODING) {
		sheet_write_utf16(&changed, &out, byte);
	} else {
		free(byte);
		new.byte = byte = judge_write(&changed, &out);
	}
	write_file(&out);
	find_marks(made);
	for (i = 0; i < MARKS; i++)
		judge_mark(old, &new, made[i].was, made[i].state, made[i].at,
		           &truth, &t);
	print_row(name_of(mutation), &t);
	tally_add(sum, &t);
	free(byte);
	sheet_clear(&changed);
	buf_clear(&out);
}

static void
try_book(const char *name, const struct buf *book, struct tally *all)
{
	struct made made[MARKS];
	struct sheet sheet = {0};
	struct judged old = {&sheet, NULL};
	struct tally sum = {0};
	struct buf same = {0};
	struct dice d = {1};
	size_t *byte, i;

	sheet_read(&sheet, book->at, book->n);
	old.byte = byte = judge_write(&sheet, &same);
	printf("\n%s, %zu bytes\n", name, book->n);
	unlink(".lectern.rec");
	write_file(&same);
	make_marks(&old, &d, made);
	for (i = 0; i < TRIALS; i++)
		try_mutation(&same, &old, mutations[i], made, &sum);
	print_row("all", &sum);
	tally_add(all, &sum);
	free(byte);
	sheet_clear(&sheet);
	buf_clear(&same);
}

/* What the acceptance asks of unseen books. */
static int
passes(const struct tally *t)
{
	return t->right * 100 >= t->there * 97 && !t->wrong &&
	       t->attached * 1000 <= t->gone;
}

static void
set_home(const char *dir)
{
	if (chdir(dir) < 0 || setenv("HOME", dir, 1) < 0)
		err(2, "%s", dir);
	unsetenv("XDG_STATE_HOME");
	unsetenv("XDG_CONFIG_HOME");
	file = mem_copy("book.txt");
}

int
main(int argc, char **argv)
{
	struct tally all = {0};
	struct buf book = {0};
	int i;

	if (argc < 3)
		errx(2, "usage: survive_bench LECTERN DIRECTORY [BOOK...], "
		        "all by full paths");
	lectern = argv[1];
	set_home(argv[2]);
	printf("%-12s%7s%9s%9s%9s%9s%9s%7s%9s\n", "per cent of", "there",
	       "right", "near", "wrong", "doubtful", "lost", "gone",
	       "attached");
	if (argc == 3) {
		novel_write("novel.txt", BOOK);
		read_file("novel.txt", &book);
		try_book("a novel", &book, &all);
	}
	for (i = 3; i < argc; i++) {
		book.n = 0;
		read_file(argv[i], &book);
		try_book(argv[i], &book, &all);
	}
	if (argc > 4)
		print_row("\nall books", &all);
	printf("%s\n", passes(&all) ? "passes" : "FAILS");
	buf_clear(&book);
	free(file);
	return !passes(&all);
}
