/* What lies over the text, drawn: pane, lists, help, prompts. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "play.h"
#include "two_roads.h"

Test(view, lays_the_pane_over_the_text_of_a_narrow_window)
{
	struct play *p = play_start(text, 60, 12);

	play_keys(p, "]<Tab><Down>");
	cr_assert(eq(str, play_screen(p), (char *)
	" Sections                               │\n"
	"•The First Road                         │\n"
	">The Second Road                        │rases. The control\n"
	"                                        │right? By the\n"
	" Notes                                  │\n"
	" 1. Few: there were nine of them in     │\n"
	" all, and by the end of it not more     │ word about it.\n"
	" than three.                            │\n"
	"                                        │\n"
	"                                        │\n"
	"                                        │\n"
	" Enter goes  / filters  x re…  p. 2/4  14%  0 left  F1 help\n"));
	play_end(p);
}

Test(view, filters_the_pane_as_typed)
{
	struct play *p = play_start(text, 60, 8);

	play_keys(p, "]<Tab>/sec");
	cr_assert(eq(str, play_cursor(p), (char *)
	" /sec_                                  │\n"
	">The Second Road                        │\n"
	"                                        │rases. The control\n"
	" Notes                                  │right? By the\n"
	" 1. Few: there were nine of them in     │\n"
	" all, and by the end of it not more     │\n"
	" than three.                            │ word about it.\n"
	" Enter goes  Esc: all again    p. 2/4  14%  0 left  F1 help\n"));
	play_end(p);
}

Test(view, lists_the_marks)
{
	struct play *p = play_start(text, 60, 10);

	play_keys(p, "]sc3aSee below.<Enter>mqA<Down>");
	cr_assert(eq(str, play_screen(p), (char *)
	" Marks of this text\n"
	" p. 2  bookmark q § The First Road\n"
	">p. 2  evidence: See below. “By what right?”\n"
	"\n"
	"\n"
	"\n"
	"\n"
	"\n"
	"\n"
	" Enter goes  / filters  x re…  p. 2/4  14%  0 left  F1 help\n"));
	play_end(p);
}

Test(view, filters_the_list_as_typed)
{
	struct play *p = play_start(text, 60, 6);

	play_keys(p, "]sc3aSee below.<Enter>mqA/low");
	cr_assert(eq(str, play_cursor(p), (char *)
	" Marks of this text  /low_\n"
	">p. 3  evidence: See below. “By what right?”\n"
	"\n"
	"\n"
	"\n"
	" Enter goes  Esc: all again    p. 3/7  14%  1 left  F1 help\n"));
	play_end(p);
}

Test(view, shows_a_footnote_in_full)
{
	struct play *p = play_start(text, 60, 22);

	play_keys(p, "5jo");
	cr_assert(eq(str, play_screen(p), (char *)
	"   Source: The Review, No. 4.\n"
	"\n"
	"   The First Road\n"
	"\n"
	"   One must not be deceived by general phrases. The control\n"
	"   is in the hands of a few [1]. By what right? By the\n"
	"   right of usurpation.\n"
	"\n"
	"   Not one section has dared to breathe a word about it.\n"
	"\n"
	"   The Second Road\n"
	"\n"
	"   It is long, but it is ours. We counted on reform as on a\n"
	"   reality. Developments followed the worst road [2].\n"
	"\n"
	"   That is all! It is not capable of doing more.\n"
	"\n"
	"   * * *\n"
	"─ note 1 ──────────── Enter goes to it  o next  Esc closes ─\n"
	"   1. Few: there were nine of them in all, and by the end\n"
	"   of it not more than three.\n"
	" On the Two Roads                      p. 1/2  10%  F1 help\n"));
	play_end(p);
}

Test(view, shows_a_footnote_above_what_it_would_cover)
{
	struct play *p = play_start(text, 46, 9);

	play_keys(p, "2]o");
	cr_assert(eq(str, play_screen(p), (char *)
	"   2. Worst: the third.\n"
	"─ note 2 ─────────────────────────────────────\n"
	"\n"
	"   The Second Road\n"
	"\n"
	"   It is long, but it is ours. We counted on\n"
	"   reform as on a reality. Developments\n"
	"   followed the worst road [2].\n"
	" The Second Ro…  p. 3/5  50%  2 left  F1 help\n"));
	play_end(p);
}

Test(view, shows_the_command_line_with_its_cursor)
{
	struct play *p = play_start(text, 46, 6);

	play_keys(p, ":set width=30");
	cr_assert(eq(str, play_cursor(p), (char *)
	"                On the Two Roads\n"
	"\n"
	"                  (July 1933)\n"
	"\n"
	"   Written: 20 July 1933.\n"
	":set width=30_\n"));
	play_end(p);
}

Test(view, scrolls_the_command_line_sideways)
{
	struct play *p = play_start(text, 24, 6);

	play_keys(p, ":set theme=something longer");
	cr_assert(eq(str, play_cursor(p), (char *)
	"     On the Two Roads\n"
	"\n"
	"       (July 1933)\n"
	"\n"
	"   Written: 20 July\n"
	":…eme=something longer_\n"));
	play_end(p);
}

Test(view, wraps_the_note_being_typed)
{
	struct play *p = play_start(text, 46, 14);

	play_keys(p, "]}{scaOne two three four five six seven eight nine ten eleven");
	cr_assert(eq(str, play_cursor(p), (char *)
	"   The First Road\n"
	"\n"
	"   One must not be deceived by general\n"
	"   phrases. The control is in the hands of a\n"
	"M  few [1]. By what right? By the right of\n"
	"   usurpation.\n"
	"\n"
	"   Not one section has dared to breathe a\n"
	"   word about it.\n"
	"\n"
	"   The Second Road\n"
	"─ note on “By what ri…” ─── Enter keeps  Esc ─\n"
	" One two three four five six seven eight\n"
	" nine ten eleven_\n"));
	play_end(p);
}

Test(view, shows_help_in_columns)
{
	struct play *p = play_start(text, 100, 12);

	play_keys(p, "<F1>");
	cr_assert(eq(str, play_screen(p), (char *)
	" lectern: keys\n"
	"\n"
	" Reading                                           On a selection or highlight\n"
	" Space f ^F PgDn → l   next page                   1                     highlight as kind 1 (Enter\n"
	" b ^B PgUp ← h         previous page                                     too)\n"
	" Backspace                                         2                     as kind 2\n"
	" j ↓ Enter             a line down                 3                     as kind 3\n"
	" k ↑                   a line up                   4                     as kind 4\n"
	" d ^D                  half a page down            5                     as kind 5\n"
	" u ^U                  half a page up              y                     copy\n"
	"                                                   x                     remove the highlight\n"
	" arrows, PgDn scroll  Esc closes                                                p. 1/3  0%  F1 help\n"));
	play_end(p);
}

Test(view, scrolls_the_help)
{
	struct play *p = play_start(text, 60, 8);

	play_keys(p, "<F1>G");
	cr_assert(eq(str, play_screen(p), (char *)
	" |                     the highlight goes on\n"
	" +                     it has a note\n"
	" ~                     its words have changed since\n"
	" B                     bookmark\n"
	" 'a                    lettered mark\n"
	" n                     note\n"
	" *                     more marks than there is room for\n"
	" arrows, PgDn scroll  Esc closes        p. 1/4  0%  F1 help\n"));
	play_end(p);
}
