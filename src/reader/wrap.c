/* A string into lines of a width. */
#include "reader/wrap.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/ucs.h"
#include "base/vec.h"
#include "reader/frame.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static void
end_line(struct wrap *out, const char *s, size_t start, size_t end)
{
	struct wrap_line line = {start, end};

	while (line.end > start && is_blank(s[line.end - 1]))
		line.end--;
	vec_push(out, line);
}

void
wrap_text(const char *s, size_t n, unsigned cols, struct wrap *out)
{
	char *breaks = mem_new(n ? n : 1);
	size_t start = 0, last = 0, i = 0;
	unsigned width = 0, width_at_last = 0;

	out->n = 0;
	ucs_line_breaks(s, n, breaks);
	while (i < n) {
		size_t length = ucs_cluster(s + i, n - i);
		unsigned w = frame_width(s + i, length);

		if (breaks[i] == UCS_BREAK_MUST && i > start) {
			end_line(out, s, start, i);
			start = last = i;
			width = width_at_last = 0;
		} else if (breaks[i] != UCS_BREAK_NO ||
		           (i && s[i - 1] == ' ')) {
			last = i;
			width_at_last = width;
		}
		if (i > start && width + w > cols && !is_blank(s[i])) {
			bool cut = last == start;

			end_line(out, s, start, cut ? i : last);
			start = last = cut ? i : last;
			width -= cut ? width : width_at_last;
			width_at_last = 0;
			continue;
		}
		width += w;
		i += length;
	}
	if (n)
		end_line(out, s, start, n);
	if (n && s[n - 1] == '\n')
		end_line(out, s, n, n);
	free(breaks);
}

size_t
wrap_line_at(const struct wrap *w, size_t at)
{
	size_t i = w->n ? w->n - 1 : 0;

	while (i && w->at[i].start > at)
		i--;
	return i;
}
