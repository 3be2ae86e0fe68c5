/* Memory, growable arrays and strings, errors. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/vec.h"

Test(mem, is_zeroed_when_new_and_never_null)
{
	char *p = mem_new(100), *none = mem_new(0);
	size_t i;

	for (i = 0; i < 100; i++)
		cr_assert(eq(chr, p[i], 0));
	cr_assert(ne(ptr, none, NULL));
	free(p);
	free(none);
}

Test(mem, copies_end_with_a_nul)
{
	char *text = mem_text("a\0bc", 3), *copy = mem_copy("words");

	cr_assert(eq(int, memcmp(text, "a\0b", 4), 0));
	cr_assert(eq(str, copy, (char *)"words"));
	cr_assert(eq(ptr, mem_copy(NULL), NULL));
	free(text);
	free(copy);
}

Test(mem, room_grows_by_a_share_so_that_pushes_are_cheap)
{
	char *at = NULL;
	size_t cap = 0, need, grown = 0;

	for (need = 1; need <= 1000000; need++) {
		size_t before = cap;

		at = mem_room(at, &cap, need, 1);
		cr_assert(ge(sz, cap, need));
		grown += cap != before;
	}
	cr_assert(lt(sz, grown, 40));
	free(at);
}

/* Gives the terminal back, as far as this test goes. */
static void
leave_word(void)
{
	_exit(7);
}

Test(mem, ends_the_program_by_its_hook_when_a_size_overflows, .exit_code = 7)
{
	mem_set_exhausted(leave_word);
	mem_resize(NULL, SIZE_MAX / 2, 3);
}

Test(mem, ends_the_program_when_an_array_would_overflow, .exit_code = 7)
{
	size_t cap = 0;

	mem_set_exhausted(leave_word);
	mem_room(NULL, &cap, SIZE_MAX / 4, 16);
}

static char *told_at;
static size_t told_of;

static void
note_large(char *at, size_t n)
{
	told_at = at;
	told_of = n;
}

Test(mem, tells_of_large_memory_before_it_is_filled)
{
	void *at;
	size_t cap = 0;

	mem_set_large(note_large);
	free(mem_new(MEM_LARGE - 1));
	cr_expect(eq(ptr, told_at, NULL));
	at = mem_new(MEM_LARGE);
	cr_expect(eq(ptr, told_at, at));
	cr_expect(eq(sz, told_of, MEM_LARGE));
	free(at);
	at = mem_room(NULL, &cap, MEM_LARGE, 3);
	cr_expect(eq(ptr, told_at, at));
	cr_expect(eq(sz, told_of, cap * 3));
	free(at);
	mem_set_large(NULL);
}

Test(mem, aborts_without_a_hook, .signal = SIGABRT)
{
	mem_resize(NULL, SIZE_MAX, 2);
}

Test(vec, keeps_what_was_pushed_in_order)
{
	struct {
		int *at;
		size_t n, cap;
	} v = {0};
	int i;

	for (i = 0; i < 1000; i++)
		vec_push(&v, i);
	cr_assert(eq(sz, v.n, 1000));
	for (i = 0; i < 1000; i++)
		cr_assert(eq(int, v.at[i], i));
	vec_clear(&v);
	cr_assert(eq(ptr, v.at, NULL));
	cr_assert(eq(sz, v.n + v.cap, 0));
}

Test(buf, ends_with_a_nul_after_every_addition)
{
	struct buf b = {0};

	cr_assert(eq(str, (char *)buf_text(&b), (char *)""));
	buf_str(&b, "one");
	buf_char(&b, ' ');
	buf_ucs(&b, 0x201C);
	buf_ucs(&b, 0xD800);
	buf_printf(&b, "%03d", 7);
	cr_assert(eq(str, (char *)buf_text(&b),
	             (char *)"one \xE2\x80\x9C\xEF\xBF\xBD" "007"));
	cr_assert(eq(sz, b.n, strlen(b.at)));
	buf_reset(&b);
	cr_assert(eq(str, b.at, (char *)""));
	buf_clear(&b);
	cr_assert(eq(ptr, b.at, NULL));
}

Test(buf, holds_nuls_and_adds_nothing_when_given_nothing)
{
	struct buf b = {0};

	buf_add(&b, NULL, 0);
	cr_assert(eq(str, (char *)buf_text(&b), (char *)""));
	buf_add(&b, "a\0b", 3);
	cr_assert(eq(sz, b.n, 3));
	cr_assert(eq(int, memcmp(b.at, "a\0b", 4), 0));
	buf_clear(&b);
}

Test(buf, gives_its_bytes_away_and_is_empty_then)
{
	struct buf b = {0};
	char *nothing = buf_take(&b), *words;

	cr_assert(eq(str, nothing, (char *)""));
	buf_str(&b, "words");
	words = buf_take(&b);
	cr_assert(eq(str, words, (char *)"words"));
	cr_assert(eq(ptr, b.at, NULL));
	cr_assert(eq(sz, b.n + b.cap, 0));
	free(nothing);
	free(words);
}

Test(buf, grows_to_what_is_printed_into_it)
{
	struct buf b = {0};
	char long_word[5000];

	memset(long_word, 'x', sizeof long_word - 1);
	long_word[sizeof long_word - 1] = '\0';
	buf_printf(&b, "<%s>", long_word);
	buf_printf(&b, "%s", "");
	cr_assert(eq(sz, b.n, sizeof long_word + 1));
	cr_assert(eq(chr, b.at[b.n - 1], '>'));
	buf_clear(&b);
}

static void
check_line(const char *file, size_t line, const char *expected)
{
	struct error e = {0};
	char *words;

	error_set(&e, file, line, "no %s", "good");
	words = error_line(&e);
	cr_assert(eq(str, words, (char *)expected));
	free(words);
	error_clear(&e);
	cr_assert(eq(ptr, e.what, NULL));
}

Test(error, is_said_in_one_line_with_file_and_line)
{
	check_line("a.txt", 12, "a.txt:12: no good");
	check_line("a.txt", 0, "a.txt: no good");
	check_line(NULL, 0, "no good");
}

Test(error, shows_no_control_character_of_a_name)
{
	check_line("a\n\x1B[2J\x7F" "b", 0, "a??[2J?b: no good");
	check_line("a\xC2\x9B" "31m\xC3\xA9", 0, "a?31m\xC3\xA9: no good");
	check_line("a\xE2\x80\xAE" "b\x9B" "c", 0, "a?b?c: no good");
}

Test(error, may_be_made_of_what_it_held)
{
	struct error e = {0};

	error_set(&e, "a", 3, "first");
	error_set(&e, e.file, e.line, "second after %s", e.what);
	cr_assert(eq(str, e.file, (char *)"a"));
	cr_assert(eq(str, e.what, (char *)"second after first"));
	error_clear(&e);
	error_clear(&e);
}
