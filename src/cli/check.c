/* --check: what is wrong with the store, and with a text. */
#include "base/vec.h"
#include "cli/acts.h"
#include "cli/check_text.h"
#include "cli/tell.h"
#include "marks/check.h"

/* "STORE:LINE: what (the record's Id)"; how many. */
static size_t
print_store(const struct sitting *s, struct buf *out)
{
	struct check_list found = {0};
	size_t i, n;

	marks_check(s->marks, &found);
	n = found.n;
	for (i = 0; i < n; i++) {
		const struct check *c = &found.at[i];
		struct buf what = {0};

		buf_str(&what, c->what);
		if (c->id)
			buf_printf(&what, " (%s)", c->id);
		tell_problem(out, s->store.path, c->line, buf_text(&what));
		buf_clear(&what);
	}
	vec_clear(&found);
	return n;
}

/* Without a store there is nothing wrong with it. */
bool
check_run(struct sitting *s, bool *sound, struct error *e)
{
	struct buf out = {0};
	size_t n;
	bool ok;

	if (s->marks->read_only) {
		error_set(e, NULL, 0, "%s", s->message);
		return false;
	}
	n = print_store(s, &out);
	if (s->text.text)
		n += check_text_parts(&s->text, &out) +
		     check_text_marks(s, &out);
	*sound = n == 0;
	ok = tell_out(&out, e);
	buf_clear(&out);
	return ok;
}
