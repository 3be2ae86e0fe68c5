/* Tags: the #words of a note. */
#include "reader/tags.h"

#include <stdbool.h>
#include <string.h>

#include "base/ucs.h"

struct word {
	const char *at;
	size_t n;
};

/* [byte] The code point at S where it can stand in a tag, else 0. */
static size_t
tag_character(const char *s, bool *digit)
{
	ucs c;
	size_t n = *s ? ucs_decode(s, strlen(s), &c) : 0;

	if (!n)
		return 0;
	*digit = c >= '0' && c <= '9';
	return *digit || c == '-' || c == '_' || ucs_is_letter(c) ||
	       ucs_is_mark(c) ? n : 0;
}

/* The next tag of a note from *S on, which moves on behind it. */
static bool
next_in_note(const char **s, struct word *out)
{
	bool inside = false;

	while (**s) {
		const char *p = *s + 1;
		bool digit, words = false;
		size_t n;

		if (**s != '#' || inside) {
			n = tag_character(*s, &digit);
			inside = n > 0;
			*s += n ? n : 1;
			continue;
		}
		for (; (n = tag_character(p, &digit)) > 0; p += n)
			words = words || !digit;
		*out = (struct word){*s + 1, (size_t)(p - *s) - 1};
		*s = p;
		if (words)
			return true;
	}
	return false;
}

/* The next of words that blanks separate. */
static bool
next_word(const char **s, struct word *out)
{
	*s += strspn(*s, " \t\n");
	*out = (struct word){*s, strcspn(*s, " \t\n")};
	*s += out->n;
	return out->n > 0;
}

static bool
same(struct word a, struct word b)
{
	return a.n == b.n && !memcmp(a.at, b.at, a.n);
}

static bool
note_has(const char *note, struct word tag)
{
	struct word word;

	while (note && next_in_note(&note, &word))
		if (same(word, tag))
			return true;
	return false;
}

/* Once: a tag is there already or not. */
static void
add(struct buf *out, struct word tag)
{
	const char *s = buf_text(out);
	struct word word;

	while (next_word(&s, &word))
		if (same(word, tag))
			return;
	if (out->n)
		buf_char(out, ' ');
	buf_add(out, tag.at, tag.n);
}

void
tags_merge(const char *tags, const char *old, const char *new,
           struct buf *out)
{
	struct word tag;

	while (tags && next_word(&tags, &tag))
		if (!note_has(old, tag))
			add(out, tag);
	while (new && next_in_note(&new, &tag))
		add(out, tag);
}
