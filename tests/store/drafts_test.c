/* Notes that were being typed: kept by text, gone when they are done. */
#include "store/drafts.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "scratch.h"
#include "store/file.h"

static void
put(const char *path, const char *note)
{
	struct error e = {0};
	struct draft d = {.path = (char *)path, .sha256 = "ab",
	                  .about = "01X", .note = (char *)note,
	                  .start = 7, .end = 9};

	cr_assert(drafts_put(scratch_path("state/drafts.rec"), &d, &e), "%s",
	          e.what ? e.what : "");
}

TestSuite(drafts, .init = scratch_begin, .fini = scratch_end);

Test(drafts, are_found_by_their_text)
{
	struct draft d;

	put("~/a.txt", "A thou");
	put("~/b.txt", "Another\n# on two lines");
	put("~/a.txt", "A thought");
	cr_assert(drafts_find(scratch_path("state/drafts.rec"), "~/b.txt",
	                      "cd", &d));
	cr_assert(eq(str, d.note, (char *)"Another\n# on two lines"));
	cr_assert(eq(str, d.about, (char *)"01X"));
	cr_assert(eq(sz, d.start, 7));
	cr_assert(eq(sz, d.end, 9));
	drafts_clear(&d);
	cr_assert(drafts_find(scratch_path("state/drafts.rec"), "~/a.txt",
	                      "cd", &d));
	cr_assert(eq(str, d.note, (char *)"A thought"));
	drafts_clear(&d);
}

Test(drafts, go_with_the_file_when_all_are_done)
{
	struct draft d;

	put("~/a.txt", "A thou");
	put("~/b.txt", "Another");
	put("~/a.txt", NULL);
	cr_assert(not(drafts_find(scratch_path("state/drafts.rec"), "~/a.txt",
	                          "ab", &d)));
	put("~/b.txt", NULL);
	cr_assert(file_is_missing(scratch_path("state/drafts.rec")));
}

Test(drafts, of_standard_input_are_known_by_its_hash)
{
	struct draft d;

	put(NULL, "A thou");
	cr_assert(drafts_find(scratch_path("state/drafts.rec"), NULL, "ab",
	                      &d));
	drafts_clear(&d);
	cr_assert(not(drafts_find(scratch_path("state/drafts.rec"), NULL, "cd",
	                          &d)));
}
