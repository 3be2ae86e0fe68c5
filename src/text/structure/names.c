/* Names of persons, and lines that say by whom a text is. */
#include <string.h>

#include "text/structure/find.h"
#include "text/structure/front.h"
#include "text/structure/words.h"

/* Words that names hold beside capitals, and words that titles hold. */
static const char *const particles[] = {
	"de", "del", "der", "di", "du", "la", "le", "van", "von", "zu",
	"ibn", "bin", "da", "ten", "ter", NULL};
static const char *const small_words[] = {
	"and", "of", "in", "on", "und", "et", "for", "to", "or", "with",
	"from", "at", "about", "against", "on", "uber", "zur", "zum", "im",
	"sur", "y", "и", "в", "о", "на",
	"my", "your", "our", "their", "his", "her", "this", "these", "that",
	"what", "who", "whose", "which", "how", "why", "when", "where", "is",
	"are", "was", "not", "no", "as", "under", "after", "before", "towards",
	"toward", "between", "by", "over", "into", "through", "without",
	"within", "upon", "than", "but", "nor", "among", "around", "since",
	"during", "beyond", "behind", "unser", "unsere", "was", "wer", "wie",
	"warum", "notre", "nos", "nuestra", "nuestro", "что", "как", "кто",
	"наш", "наша", "наши", NULL};

/* As Chinese and Japanese write it. */
enum { COLON_WIDE = 0xFF1A };

static bool
is_one_of(const char *folded, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(folded, *words) == 0)
			return true;
	return false;
}

/* Two to four Han characters. */
static bool
is_unspaced_name(const char *t, size_t n)
{
	unsigned count = 0;

	for (size_t p = 0; p < n; count++) {
		ucs c;

		p += ucs_decode(t + p, n - p, &c);
		if (!ucs_is_unspaced(c))
			return false;
	}
	return count >= 2 && count <= 4;
}

/* Two to five words, each with a capital or a particle, none of them a word
 * that titles are made of. Five with a capital and no initial among them name
 * no person but a thing: "X Display Manager Control Protocol". */
bool
front_is_name(const struct survey *s, struct span words)
{
	const char *t = s->t->at;
	unsigned count = 0, whole = 0;
	bool ends_well = true;

	if (words.end - words.start > 60)
		return false;
	if (is_unspaced_name(t + words.start, words.end - words.start))
		return true;
	for (text_pos p = words.start; p < words.end;) {
		char folded[WORD_MOST + 1];
		size_t k = word_fold(t + p, words.end - p, folded);
		struct word w;
		ucs c;

		if (k == 0) {
			k = ucs_decode(t + p, words.end - p, &c);
			if (!ucs_is_space(c) && c != '.' && c != ',' &&
			    c != '\'' && c != 0x2019)
				return false;
			ends_well = c != ',';
			p += k;
			continue;
		}
		ucs_decode(t + p, words.end - p, &c);
		w = word_known(folded);
		if (w.is == WORD_ARTICLE && (k > 1 || t[p + k] != '.'))
			return false;
		if (w.is == WORD_UNIT || w.is == WORD_STANDING ||
		    w.is == WORD_NOTES || is_one_of(folded, small_words))
			return false;
		if (!ucs_is_upper(c) && !is_one_of(folded, particles))
			return false;
		count++;
		whole += ucs_is_upper(c) &&
		         (p + k == words.end || t[p + k] != '.');
		ends_well = true;
		p += k;
	}
	return count >= 2 && count <= 5 && whole <= 4 && ends_well;
}

struct span
front_line(const struct survey *s, size_t line)
{
	const struct line *l = &s->lines.at[line];

	return (struct span){l->at, line_end(l)};
}

/* The name in "By Somebody."; empty where the line is no byline. */
struct span
front_byline(const struct survey *s, size_t line)
{
	struct span words = front_line(s, line), none = {0, 0};
	const char *t = s->t->at;
	struct word w;
	size_t k;

	if (words.start < words.end && t[words.start] == '_') {
		words.start++;
		words.end -= t[words.end - 1] == '_';
	}
	w = word_first(t + words.start, words.end - words.start, &k);
	if (w.is != WORD_BY)
		return none;
	words.start += k;
	while (words.start < words.end) {
		ucs c;

		k = ucs_decode(t + words.start, words.end - words.start, &c);
		if (!ucs_is_space(c) && c != ':' && c != COLON_WIDE)
			break;
		words.start += k;
	}
	while (words.end > words.start && (t[words.end - 1] == '.' ||
	                                   t[words.end - 1] == ','))
		words.end--;
	if (words.start == words.end)
		return words;
	return front_is_name(s, words) ? words : none;
}

/* Whether the last word of line I is one that leads on: "of", "the". */
bool
front_leads_on(const struct survey *s, size_t line)
{
	const char *t = line_text(s, line);
	size_t n = s->lines.at[line].n, p = n;
	char folded[WORD_MOST + 1];

	while (p > 0 && t[p - 1] != ' ')
		p--;
	word_fold(t + p, n - p, folded);
	return word_known(folded).is == WORD_ARTICLE || t[n - 1] == ',' ||
	       is_one_of(folded, small_words) ||
	       is_one_of(folded, particles);
}
