/* Values that are hard to keep in lines. */
#ifndef LECTERN_TESTS_MARKS_AWKWARD_H
#define LECTERN_TESTS_MARKS_AWKWARD_H

static const char *const awkward[] = {
	"", " ", "x", "  leading", "+ plus", "+", "# hash", "trailing \\",
	"\\", "two\\\nlines\\", "a\n\nb", "\na", "a\n", "\n\n", "%rec: x",
	"Id: 1", "Name:", "tab\tinside", "caf\xC3\xA9", "\xF0\x9F\x98\x80",
	"\xF0\x90\x80\x80 \xF3\xA0\x80\x81 \xF4\x8F\xBF\xBF",
	"\xE2\x80\xA8line separator", "<<<<<<< a\n=======\n>>>>>>> b",
	"a \\ b", "\"quoted\", with commas",
};
enum { AWKWARD = sizeof awkward / sizeof *awkward };

#endif
