/* A text for plays: 12 sections of 5 numbered paragraphs. */
#ifndef LECTERN_TESTS_READER_LONG_TEXT_H
#define LECTERN_TESTS_READER_LONG_TEXT_H

#include "base/buf.h"

enum { LONG_SECTIONS = 12, LONG_PARAGRAPHS = 5 };

/* The caller clears OUT. */
static inline void
long_text(struct buf *out)
{
	static const char *const numbers[] = {
		"One", "Two", "Three", "Four", "Five", "Six", "Seven",
		"Eight", "Nine", "Ten", "Eleven", "Twelve",
	};
	int s, p;

	buf_str(out, "A Long Text\n\n(July 1933)\n\n"
	             "Written: 20 July 1933.\nSource: None.\n\n");
	for (s = 0; s < LONG_SECTIONS; s++) {
		buf_printf(out, "Chapter %s\n\n", numbers[s]);
		for (p = 0; p < LONG_PARAGRAPHS; p++)
			buf_printf(out, "Paragraph %d.%d begins here, and it "
			           "says what there is to be said. Its second "
			           "sentence goes on for a while and does not "
			           "stop before the line has been broken. The "
			           "third one ends it.\n\n", s + 1, p + 1);
	}
}

#endif
