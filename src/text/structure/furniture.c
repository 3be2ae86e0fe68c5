/* Page furniture: what an archive, a browser or a printer put around the
 * text. */
#include <string.h>

#include "base/ascii.h"
#include "text/structure/find.h"

static bool
begins(const struct survey *s, size_t line, const char *words)
{
	return ascii_begins(line_text(s, line), s->lines.at[line].n, words);
}

/* A row of one word said again and again: links of a page as text. */
static bool
is_one_word_repeated(const struct survey *s, size_t line)
{
	const char *p = line_text(s, line), *blank;
	size_t n = s->lines.at[line].n, word;

	blank = memchr(p, ' ', n);
	if (blank == NULL || s->lines.at[line].words < 3)
		return false;
	word = (size_t)(blank - p) + 1;
	for (size_t i = word; i < n; i++)
		if (p[i] != p[i - word])
			return false;
	return true;
}

static bool
is_page_end(const struct survey *s, size_t line)
{
	static const char *const openings[] = {
		"Last updated", "Top of the page", "Back to ",
	};

	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (begins(s, line, openings[i]))
			return true;
	return is_one_word_repeated(s, line);
}

void
find_furniture(struct survey *s)
{
	for (size_t g = s->groups.n; g-- > 0 && s->groups.n - g <= 4;) {
		const struct group *group = &s->groups.at[g];

		for (size_t i = 0; i < group->n; i++)
			if (is_page_end(s, group->first + i))
				s->lines.at[group->first + i].role =
					ROLE_FURNITURE;
	}
}
