/* The one table of commands: names, keys, help. */
#ifndef LECTERN_READER_COMMANDS_H
#define LECTERN_READER_COMMANDS_H

/* Headings of the help screen, in its order. */
#define COMMAND_GROUPS(X) \
	X(MOVE, "Reading") \
	X(JUMP, "Going") \
	X(FIND, "Searching") \
	X(NOTE, "Footnotes") \
	X(MARK, "Marking") \
	X(SELECT, "On a selection or highlight") \
	X(SHOW, "Showing") \
	X(OTHER, "Other")

/*
 * X(ENUM, name, GROUP, default keys, what it does). Keys are written as in
 * the settings file (keymap.h) and separated by blanks; a digit before a
 * command is its count. The help screen and the manual are made of this.
 */
#define COMMANDS(X) \
	X(NEXT_PAGE, "next-page", MOVE, "Space f ^F PgDn Right l", \
	  "next page") \
	X(PREV_PAGE, "prev-page", MOVE, "b ^B PgUp Left h Backspace", \
	  "previous page") \
	X(LINE_DOWN, "line-down", MOVE, "j Down Enter", "a line down") \
	X(LINE_UP, "line-up", MOVE, "k Up", "a line up") \
	X(HALF_DOWN, "half-down", MOVE, "d ^D", "half a page down") \
	X(HALF_UP, "half-up", MOVE, "u ^U", "half a page up") \
	X(START, "start", JUMP, "g Home <", "start of the text") \
	X(END, "end", JUMP, "G End >", "end; with a count that page") \
	X(PERCENT, "percent", JUMP, "%", "with a count: to that per cent") \
	X(NEXT_SECTION, "next-section", JUMP, "]", "next section") \
	X(PREV_SECTION, "prev-section", JUMP, "[", "previous section") \
	X(NEXT_PARAGRAPH, "next-paragraph", JUMP, "}", "next paragraph") \
	X(PREV_PARAGRAPH, "prev-paragraph", JUMP, "{", "previous paragraph") \
	X(BACK, "back", JUMP, "^O M-Left (", \
	  "back, to before the jump, also to the text before") \
	X(FORWARD, "forward", JUMP, "M-Right )", "forward again") \
	X(GO_LETTER, "go-letter", JUMP, "'", \
	  "'a: to the lettered mark a; '': to before the jump") \
	X(NEXT_MARK, "next-mark", JUMP, ".", "next mark of mine") \
	X(PREV_MARK, "prev-mark", JUMP, ",", "previous mark of mine") \
	X(SEARCH, "search", FIND, "/", \
	  "search as you type; \"words: exactly so; re: an expression; " \
	  "Up, Down: searched before; in lists and the pane / filters") \
	X(SEARCH_BACK, "search-back", FIND, "?", "search back") \
	X(NEXT_HIT, "next-hit", FIND, "n", "next place found") \
	X(PREV_HIT, "prev-hit", FIND, "N", "previous place found") \
	X(HITS, "hits", FIND, "&", \
	  "list of all places found; && in all texts of the shelf") \
	X(SEARCH_WORD, "search-word", FIND, "*", \
	  "search for the selection, or the word or footnote mark here") \
	X(FOOTNOTE, "footnote", NOTE, "o", \
	  "the page's next footnote in full; with a count that one; " \
	  "Enter on it goes to it") \
	X(LABELS, "labels", MARK, "s", \
	  "s x: highlight sentence x; s X y: from X to y") \
	X(SELECT, "select", MARK, "v", \
	  "select: ) ( sentence, } { paragraph, w b word, l h character, " \
	  "j k line, page keys; o other end; Esc cancels") \
	X(BOOKMARK, "bookmark", MARK, "B", "bookmark here, or away with it") \
	X(SET_LETTER, "set-letter", MARK, "m", "ma ... mz: a lettered mark") \
	X(NOTE, "note", MARK, "a", "note here, or on the highlight") \
	X(EDIT_NOTE, "edit-note", MARK, "E", "the note in $EDITOR") \
	X(UNDO, "undo", MARK, "U", "undo the last change to marks") \
	X(REDO, "redo", MARK, "^R", "redo it") \
	X(KIND_1, "kind-1", SELECT, "1", "highlight as kind 1 (Enter too)") \
	X(KIND_2, "kind-2", SELECT, "2", "as kind 2") \
	X(KIND_3, "kind-3", SELECT, "3", "as kind 3") \
	X(KIND_4, "kind-4", SELECT, "4", "as kind 4") \
	X(KIND_5, "kind-5", SELECT, "5", "as kind 5") \
	X(COPY, "copy", SELECT, "y", "copy") \
	X(REMOVE, "remove", SELECT, "x", "remove the highlight") \
	X(PANE, "pane", SHOW, "t", "side pane: show, hide") \
	X(PANE_FOCUS, "pane-focus", SHOW, "Tab", \
	  "to the side pane and back; there: arrows, Enter, / filters, " \
	  "Left Right fold, - + all") \
	X(MARKS, "marks", SHOW, "A", "my marks of this text") \
	X(NARROWER, "narrower", SHOW, "-", "narrower measure") \
	X(WIDER, "wider", SHOW, "+", "wider measure") \
	X(DEFAULT_WIDTH, "default-width", SHOW, "=", "default measure") \
	X(THEME, "theme", SHOW, "c", "next theme") \
	X(FACING, "facing", SHOW, "z", "two facing pages, or one") \
	X(REDRAW, "redraw", SHOW, "^L", "redraw the screen") \
	X(HELP, "help", OTHER, "F1 H", "help") \
	X(COMMAND, "command", OTHER, ":", \
	  "command line: :12 page, :40%, :\302\2473 section, :set, :notes, " \
	  ":changes, :section 2 and :nosection (this line), " \
	  ":help, :q") \
	X(RELOAD, "reload", OTHER, "R", "read the file again") \
	X(SUSPEND, "suspend", OTHER, "^Z", "suspend") \
	X(CANCEL, "cancel", OTHER, "Esc", "cancel") \
	X(QUIT, "quit", OTHER, "q ZZ", "quit: everything is already saved")

enum command {
	COMMAND_NONE,
#define X(id, name, group, keys, help) COMMAND_##id,
	COMMANDS(X)
#undef X
	COMMAND_COUNT
};

enum command_group {
#define X(id, title) COMMAND_GROUP_##id,
	COMMAND_GROUPS(X)
#undef X
	COMMAND_GROUP_COUNT
};

struct command_entry {
	const char *name, *keys, *help;
	enum command_group group;
};

/* The entry of a command; of COMMAND_NONE an empty one. */
const struct command_entry *command_entry(enum command c);
const char *command_group_title(enum command_group g);
/* By its name in the settings file; COMMAND_NONE when it is none. */
enum command command_named(const char *name);

#endif
