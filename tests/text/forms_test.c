/* Texts in forms that books do not have, and in languages they have less
 * often. */
#include "found.h"

#define SET_IN                                                               \
	"       The body of a manual is set in by some columns, and what it\n" \
	"       says is broken where the measure ends, so that its lines are\n" \
	"       of one length.\n\n"

Test(forms, the_headings_of_a_manual_hang_left_of_its_text)
{
	expect_sections("TAR(1)                GNU TAR Manual             TAR(1)"
	                "\n\nNAME\n       tar - an archiving utility\n\n"
	                "SYNOPSIS\n   Old usage\n       tar [options] file\n\n"
	                "   New usage\n       tar file [options]\n\n"
	                "DESCRIPTION\n" SET_IN SET_IN "EXIT STATUS\n" SET_IN
	                "       0\n              The archive is good.\n\n"
	                "SEE ALSO\n" SET_IN,
	                "1 NAME\n1 SYNOPSIS\n2 Old usage\n2 New usage\n"
	                "1 DESCRIPTION\n1 EXIT STATUS\n1 SEE ALSO\n");
}

Test(forms, a_title_has_a_date_at_the_right_below_it)
{
	const char *s = "Bells and How to Ring Them\n"
	                "                                        1 May 1921\n\n"
	                "Aims\n\n" SET_IN SET_IN "Means\n\n" SET_IN;

	expect_title(s, "Bells and How to Ring Them");
	expect_sections(s, "1 Aims\n1 Means\n");
}

Test(forms, news_have_a_title_above_their_underlined_headings)
{
	const char *s = "Hopper NEWS -- what has changed for its users\n\n"
	                "Changes in 2.1\n--------------\n\n"
	                "* It says nothing.\n\n"
	                "Changes in 2.0\n--------------\n\n"
	                "* It says less.\n\n"
	                "Changes in 1.0\n--------------\n\n* First release.\n";

	expect_title(s, "Hopper NEWS -- what has changed for its users");
	expect_sections(s, "1 Changes in 2.1\n1 Changes in 2.0\n"
	                   "1 Changes in 1.0\n");
}

Test(forms, one_underlined_heading_in_front_of_all_is_the_title)
{
	const char *s = "In Memory of a Friend\n---------------------\n\n"
	                PROSE PROSE;

	expect_title(s, "In Memory of a Friend");
	expect_sections(s, "");
	expect_sections("Preface\n-------\n\n" PROSE PROSE, "1 Preface\n");
}

Test(forms, who_has_signed_a_mail_heads_nothing)
{
	expect_sections(PROSE PROSE "Harriet\n\n-- \nHarriet Boone\n"
	                "Treasurer\n", "");
}

Test(forms, commands_addresses_and_rights_head_nothing)
{
	expect_sections("1. Aims\n\n" PROSE "$ make install\n\n" PROSE
	                "2. Means\n\n" PROSE "Mail: anna@example.org\n\n" PROSE
	                "It was taken from http://example.org\n\n" PROSE
	                "3. Ends\n\n" PROSE "Copyright © 1989 Somebody\n\n"
	                PROSE, "1 1. Aims\n1 2. Means\n1 3. Ends\n");
}

Test(forms, a_thing_of_five_words_is_no_person)
{
	expect_title("Large Display Manager Control Protocol\n\n"
	             "Anna Lind\n\nSome Institute of Technology\n\n"
	             "Chapter 1. Aims\n\n" PROSE "Chapter 2. Means\n\n" PROSE,
	             "Large Display Manager Control Protocol");
}

Test(forms, the_author_s_line_is_no_title_in_chinese_either)
{
	const char *s = "长河旧事\n作者：林雁秋\n来源：旧刊\n\n第一章 渡口\n\n"
	                "他说，河水在夜里涨了，船都系在岸边，没有人敢过去。\n\n"
	                "第二章 雨夜\n\n"
	                "雨下了一夜，路上没有人，只有灯还亮着，照在水面上。\n";

	expect_title(s, "长河旧事");
	expect_sections(s, "1 第一章 渡口\n1 第二章 雨夜\n");
}

Test(forms, units_are_known_in_many_languages)
{
	expect_sections("Η ΖΩΗ ΜΑΣ\n\nΚΕΦΑΛΑΙΟ ΠΡΩΤΟ\n\n" PROSE
	                "Κεφάλαιο δεύτερο\n\n" PROSE "ΕΠΙΛΟΓΟΣ\n\n" PROSE,
	                "1 ΚΕΦΑΛΑΙΟ ΠΡΩΤΟ\n1 Κεφάλαιο δεύτερο\n1 ΕΠΙΛΟΓΟΣ\n");
	expect_sections("حكايات\n\nالفصل الأول\n\n" PROSE "الفصل الثاني\n\n"
	                PROSE "خاتمة\n\n" PROSE,
	                "1 الفصل الأول\n1 الفصل الثاني\n1 خاتمة\n");
	expect_sections("제1장 강\n\n" PROSE "제2장 비\n\n" PROSE,
	                "1 제1장 강\n1 제2장 비\n");
	expect_sections("ЧАСТИНА ПЕРША\n\nРозділ 1\n\n" PROSE "Розділ 2\n\n"
	                PROSE "ЧАСТИНА ДРУГА\n\nРозділ 1\n\n" PROSE,
	                "1 ЧАСТИНА ПЕРША\n2 Розділ 1\n2 Розділ 2\n"
	                "1 ЧАСТИНА ДРУГА\n2 Розділ 1\n");
}

#define LONG_LINE                                                            \
	"A paragraph stands on one line here, however long it is, and no "  \
	"blank line stands between it and the next one, as in what some "   \
	"programs make of a page.\n"

Test(forms, headings_are_found_where_no_line_is_blank)
{
	const char *s = "MIA  >  Archive  >  Lind\nAnna Lind\n"
	                "For the Tenth Year\nof the Union\n(Spring 1977)\n"
	                LONG_LINE LONG_LINE "The First Congress\n" LONG_LINE
	                "He said that it was so.\n" LONG_LINE
	                "What the C.I.O.\n" LONG_LINE LONG_LINE
	                "The Second Congress\nWages\n" LONG_LINE LONG_LINE;

	expect_title(s, "For the Tenth Year of the Union");
	expect_sections(s, "1 The First Congress\n1 What the C.I.O.\n"
	                   "1 The Second Congress\n1 Wages\n");
	s = "A Lady\nI\n" LONG_LINE LONG_LINE "II\n" LONG_LINE LONG_LINE
	    "III\n" LONG_LINE;
	expect_title(s, "A Lady");
	expect_sections(s, "1 I\n1 II\n1 III\n");
}

Test(forms, a_browser_s_line_below_the_title_is_no_more_of_it)
{
	expect_title("Rent and the Peasant\nA Reply to Comrade Stone\n"
	             "(May 1921)\n\n" LONG_LINE "\nWages\n\n" LONG_LINE
	             "\nPrices\n\n" LONG_LINE, "Rent and the Peasant");
	expect_title("Rent and\nThe Peasant\n(May 1921)\n\n" LONG_LINE
	             "\nWages\n\n" LONG_LINE "\nPrices\n\n" LONG_LINE,
	             "Rent and The Peasant");
}

Test(forms, verses_and_what_is_said_are_no_headings_without_blank_lines)
{
	expect_sections(LONG_LINE LONG_LINE "The Storm\n" LONG_LINE
	                "And far away a bell is rung,\n"
	                "But no one knows of any light.\n" LONG_LINE
	                "“No!”\n" LONG_LINE "The Calm\n" LONG_LINE LONG_LINE,
	                "1 The Storm\n1 The Calm\n");
}

Test(forms, a_number_s_name_may_have_one_capital)
{
	expect_sections("LIBRO\n\n\nCAPÍTULO I\n\nDe los caminos\n\n" PROSE
	                "\nCAPÍTULO II\n\nDe las ferias\n\n" PROSE
	                "\nCAPÍTULO III\n\nDe los molinos\n\n" PROSE,
	                "1 CAPÍTULO I De los caminos\n"
	                "1 CAPÍTULO II De las ferias\n"
	                "1 CAPÍTULO III De los molinos\n");
}

Test(forms, lower_case_is_no_remark_behind_two_signs)
{
	expect_sections("# tool\n\nWhat it does.\n\n## how to build it\n\n"
	                PROSE "## how to use it\n\n" PROSE "## its bugs\n\n"
	                PROSE, "1 how to build it\n1 how to use it\n"
	                       "1 its bugs\n");
}

Test(forms, the_persons_of_a_play_are_no_title)
{
	const char *s = "Действующие лица\n\nРаневская, помещица.\nАня, дочь.\n"
	                "Гаев, брат.\nФирс, лакей.\n\nДействие первое\n\n" PROSE
	                "Действие второе\n\n" PROSE;

	expect_title(s, NULL);
	expect_sections(s, "1 Действующие лица\n1 Действие первое\n"
	                   "1 Действие второе\n");
}

Test(forms, figures_with_points_may_leave_room)
{
	expect_sections("1.1. Aims\n\n" PROSE "1.2. Means\n\n" PROSE
	                "1.10. How do I do what nobody else has done before, "
	                "or not so well?\n\n" PROSE
	                "1.11. How is it that what was done before is not done "
	                "any more?\n\n" PROSE,
	                "1 1.1. Aims\n1 1.2. Means\n"
	                "1 1.10. How do I do what nobody else has done before, "
	                "or not so well?\n"
	                "1 1.11. How is it that what was done before is not "
	                "done any more?\n");
}

Test(forms, what_leads_to_what_and_where_a_text_is_from_head_nothing)
{
	expect_sections("1. Aims\n\n" PROSE "Receive Willing -> start\n\n" PROSE
	                "2. Means\n\n" PROSE "Source: The Miner\n\n" PROSE
	                "3. Ends\n\n" PROSE
	                "The first part of it all is what is said here of it\n"
	                "Package: tar\n\n" PROSE,
	                "1 1. Aims\n1 2. Means\n1 3. Ends\n");
}

Test(forms, a_date_in_chinese_heads_nothing)
{
	expect_sections("一、引言\n\n" PROSE "二、教训\n\n" PROSE
	                "1927年3月\n\n" PROSE "三、结论\n\n" PROSE
	                "一九二七年三月\n\n" PROSE,
	                "1 一、引言\n1 二、教训\n1 三、结论\n");
}

Test(forms, remarks_of_transcribers_are_no_words_of_a_heading)
{
	expect_sections("灯\n岡野静子\n\n［＃５字下げ］一［＃「一」は中見出し］\n\n"
	                PROSE "［＃５字下げ］二［＃「二」は中見出し］\n\n" PROSE
	                "［＃］：入力者注\n\n" PROSE
	                "底本：「全集　第三巻」文藝書房\n", "1 一\n1 二\n");
}

Test(forms, no_heading_goes_on_in_columns)
{
	expect_sections("1. Aims\n\n" PROSE "2. Means\n"
	                "Prev                                   Next\n\n"
	                PROSE "3. Ends\n\n" PROSE,
	                "1 1. Aims\n1 2. Means\n1 3. Ends\n");
}

Test(forms, an_appendix_without_a_number_is_in_no_part)
{
	expect_sections("THE WORK\n\nPart I: Origins\n\nThe Masters\n\n" PROSE
	                "The Men\n\n" PROSE "Part II: Growth\n\nThe Charter\n\n"
	                PROSE "The Strike\n\n" PROSE "Appendix\n\n" PROSE,
	                "1 Part I: Origins\n2 The Masters\n2 The Men\n"
	                "1 Part II: Growth\n2 The Charter\n2 The Strike\n"
	                "1 Appendix\n");
}

Test(forms, what_kind_of_book_it_is_is_no_more_of_the_title)
{
	expect_title("THE MILL ON THE MOOR\nA Novel\n\nby\n\nHester Lyle\n\n"
	             "CHAPTER I\n\n" PROSE "CHAPTER II\n\n" PROSE,
	             "THE MILL ON THE MOOR");
	expect_title("THE MILL AND\nThe Moor\n\nby\n\nHester Lyle\n\n"
	             "CHAPTER I\n\n" PROSE "CHAPTER II\n\n" PROSE,
	             "THE MILL AND The Moor");
}

Test(forms, letters_without_capitals_begin_no_names)
{
	expect_sections("حكايات\n\nالفصل الأول\n\n"
	                "كانت المدينة القديمة محاطة بسور عال من الحجر، وكان\n"
	                "للسور سبعة أبواب لا يفتح منها إلا باب واحد.\n\n"
	                "الفصل الثاني\n\n"
	                "سأله الحارس عما في الصندوق فلم يجب، ثم قال: فيه كتب\n"
	                "فضحك الحارس وفتح له الباب.\n\n"
	                "الفصل الثالث\n\n"
	                "وفي اليوم الرابع فتح دكانا صغيرا قرب المسجد، ووضع\n"
	                "فيه كتبه على رفوف من الخشب.\n",
	                "1 الفصل الأول\n1 الفصل الثاني\n1 الفصل الثالث\n");
}

Test(forms, a_page_of_a_manual_has_its_title_twice_and_others_at_its_foot)
{
	const char *s = "                          Chapter 4. Details\n"
	                "Prev                                            Next\n\n"
	                "----------------------------------------------------\n\n"
	                "Chapter 4. Details\n\nContents\n\n4.1. Aims\n"
	                "4.2. Means\n4.3. Ends\n\n4.1. Aims\n\n" PROSE
	                "4.2. Means\n\n" PROSE "4.3. Ends\n\n" PROSE
	                "Prev                                            Next\n"
	                "Chapter 3. Rest           Home            Chapter 5. More\n";

	expect_title(s, "Chapter 4. Details");
	expect_sections(s, "1 Contents\n1 4.1. Aims\n1 4.2. Means\n"
	                   "1 4.3. Ends\n");
}

#define STANZA                                                               \
	"The wind is in the trees tonight,\nAnd far away a bell is rung,\n" \
	"And no one knows of any light.\n\n"

Test(forms, the_first_poem_may_look_like_a_name_behind_the_author_s)
{
	expect_sections("Songs of the Shore\n\nby Anna Lind\n\n\nOld Harbour\n\n"
	                STANZA STANZA "\n\nHigh Water\n\n" STANZA
	                "\n\nThe Pilot\n\n" STANZA "\n\nLast Song\n\n" STANZA,
	                "1 Old Harbour\n1 High Water\n1 The Pilot\n"
	                "1 Last Song\n");
}

Test(forms, a_table_ends_where_a_number_and_its_name_are_on_two_lines)
{
	expect_sections("BELLS\n\n\nCONTENTS\n\n    I. IN THE INN     1\n"
	                "   II. ON THE ROAD   19\n  III. AT HOME       44\n\n\n\n"
	                "CHAPTER I\nIN THE INN\n\n" PROSE
	                "\n\nCHAPTER II\nON THE ROAD\n\n" PROSE
	                "\n\nCHAPTER III\nAT HOME\n\n" PROSE,
	                "1 CONTENTS\n1 CHAPTER I IN THE INN\n"
	                "1 CHAPTER II ON THE ROAD\n1 CHAPTER III AT HOME\n");
}

Test(forms, where_and_when_a_letter_was_written_is_no_name_of_it)
{
	expect_sections("LETTERS\n\nLETTER I\n\n_Leeds, 4 March 1861._\n\n" PROSE
	                "LETTER II\n\n_Leeds, 19 March 1861._\n\n" PROSE
	                "LETTER III\n\n_Hull, 2 April 1861._\n\n" PROSE,
	                "1 LETTER I\n1 LETTER II\n1 LETTER III\n");
}

Test(forms, a_poem_may_have_the_book_s_name)
{
	expect_sections("THE WHISTLE\n\nby Anna Lind\n\n\nCONTENTS\n\n"
	                "The Whistle\nRain at the Fair\nTo My Boots\n\n\n\n"
	                "THE WHISTLE\n\n" STANZA STANZA
	                "\n\nRAIN AT THE FAIR\n\n" STANZA STANZA
	                "\n\nTO MY BOOTS\n\n" STANZA STANZA,
	                "1 CONTENTS\n1 THE WHISTLE\n1 RAIN AT THE FAIR\n"
	                "1 TO MY BOOTS\n");
}

Test(forms, a_list_of_illustrations_is_a_table_of_its_own)
{
	expect_sections("BELLS\n\n\nCONTENTS\n\n    I. IN THE INN     1\n"
	                "   II. ON THE ROAD   19\n\n\n\n"
	                "LIST OF ILLUSTRATIONS\n\n"
	                "The Bell              _Frontispiece_\n"
	                "The Inn                _page_ 12\n\n\n\n"
	                "CHAPTER I\nIN THE INN\n\n" PROSE
	                "\n\nCHAPTER II\nON THE ROAD\n\n" PROSE,
	                "1 CONTENTS\n1 LIST OF ILLUSTRATIONS\n"
	                "1 CHAPTER I IN THE INN\n1 CHAPTER II ON THE ROAD\n");
}

#define INSIDE                                                               \
	"   The body is set in by three columns, as browsers do it that put\n" \
	"   headings left of it, and is broken where the measure ends, so that\n" \
	"   its lines are of nearly one length, and no more than a few of all\n" \
	"   are short.\n\n"

Test(forms, lynx_sets_lesser_headings_in_by_one)
{
	expect_sections("                         The Machine\n\n" INSIDE
	                "  I. Weaving\n\n    The hand loom\n\n" INSIDE INSIDE
	                "    The power loom\n\n" INSIDE INSIDE
	                "  II. Spinning\n\n    Its growth\n\n" INSIDE INSIDE,
	                "1 I. Weaving\n2 The hand loom\n2 The power loom\n"
	                "1 II. Spinning\n2 Its growth\n");
}

Test(forms, the_persons_of_a_scene_are_no_name_of_it)
{
	struct buf b = {0};
	static const char *const scenes[] = {
		"SCÈNE I\n\nMADAME BAUDET, LUCILE\n\n",
		"SCÈNE II\n\nLUCILE, ARTHUR\n\n",
		"SCÈNE III\n\nARTHUR\n\n",
	};

	for (int i = 0; i < 24; i++)
		buf_printf(&b, "%s%s.\n\nOù est donc passée la soupière ?\n\n",
		           i % 8 == 0 ? scenes[i / 8] : "",
		           i % 2 ? "ARTHUR" : "LUCILE");
	expect_sections(buf_text(&b), "1 SCÈNE I\n1 SCÈNE II\n1 SCÈNE III\n");
	buf_clear(&b);
}

Test(forms, a_title_of_two_lines_may_ask_left_of_the_text)
{
	const char *s = "7 How does the history of bells show that they are not\n"
	                "what they seem?\n\n" INSIDE INSIDE
	                "7.1 Do they ring?\n\n" INSIDE
	                "7.2 Are they heard?\n\n" INSIDE
	                "7.3 Who hears them?\n\n" INSIDE;

	expect_title(s, "7 How does the history of bells show that they are not "
	                "what they seem?");
	expect_sections(s, "1 7.1 Do they ring?\n1 7.2 Are they heard?\n"
	                   "1 7.3 Who hears them?\n");
}
