/* The reader's state: what src/reader changes and its view paints. */
#ifndef LECTERN_READER_STATE_H
#define LECTERN_READER_STATE_H

#include "layout/layout.h"
#include "layout/lines.h"
#include "marks/marks.h"
#include "reader/edit.h"
#include "reader/frame.h"
#include "reader/reader.h"
#include "text/fingerprint.h"

struct query; /* text/query.h */

/* Private to src/reader: reader.h is what others see. */

enum {
	STATE_MIN_COLS = 20, /* [col] smaller windows only say so */
	STATE_MIN_ROWS = 5,
	STATE_WIDE = 100,   /* [col] from here on the pane is beside the text */
	STATE_MARGIN = 3,    /* [col] left of the text, for signs */
};

/*
 * Where things are on the screen, all in columns and rows from the top left.
 * PANE_COLS is 0 when no pane is shown; with PANE_OVER it lies over the text.
 * The text's first column is TEXT_COL, its signs stand in the STATE_MARGIN
 * columns before it. Of two facing pages that is the left one's, and the right
 * one's is FACING_COL, which is 0 where there is one page only. Lines that are
 * kept may be WIDE columns wide, BEYOND of them right of the measure and the
 * rest left of it.
 */
struct geometry {
	unsigned pane_cols;
	bool pane_over;
	unsigned text_col, facing_col, measure;
	unsigned wide, beyond;
	unsigned text_row, text_rows;
	unsigned status_row;
};

enum reader_mode {
	MODE_READ,
	MODE_LABELS,   /* sentences wear letters */
	MODE_SELECT,   /* a selection is being made */
	MODE_PANE,     /* keys go to the side pane */
	MODE_LIST,     /* the list of marks lies over the text */
	MODE_HITS,     /* the list of what was found stands by the text */
	MODE_HELP,     /* the help screen lies over the text */
	MODE_FOOTNOTE, /* a footnote is shown in full at the foot */
	MODE_DOUBT,    /* is a mark where it may be? */
};

/* The selection: bytes AT of the text; END_MOVES tells which end the next
 * movement takes along. */
struct selection {
	struct span at;
	bool end_moves;
};

/* A sentence's label: one letter, or two where a page has over 26. */
struct label {
	char letters[3];
	struct span sentence;
};

struct labels {
	struct label *at;
	size_t n, cap;
	char typed;        /* the first of two letters as typed, or 0 */
	bool has_first;    /* `s X`: the range begins at FIRST */
	struct span first;
};

/* A row of the pane that can be gone to. */
enum pane_kind { PANE_SECTION, PANE_NOTE, PANE_MARK };

struct pane_row {
	enum pane_kind kind;
	size_t index; /* into outline->sections, outline->notes, marks.at */
};

/* The pane's rows: sections (all that the filter lets through), then the
 * notes the page refers to, then the reader's own on the page. CURSOR is of
 * meaning in MODE_PANE. */
struct pane {
	bool shown;    /* wanted by the reader, on a wide window */
	bool over;     /* called up on a narrow one */
	struct pane_row *at;
	size_t n, cap;
	size_t sections; /* AT[0] to AT[sections - 1] are the section rows */
	bool filled;     /* they are those of this outline and filter */
	size_t cursor;   /* into AT */
	size_t top;      /* the first section row shown, kept by the view */
	bool *folded;    /* a flag for each section, or NULL: none is */
	bool filtering;
	struct edit filter;
};

/* What is listed over the text: this text's marks, those of all texts,
 * paragraphs that have changed, what is found in all texts. */
enum list_kind { LIST_OWN, LIST_ALL, LIST_CHANGES, LIST_ACROSS };

/* A note in the margin: of r->marks.at[MARK], ROWS of it from the screen's ROW
 * on, in COLS columns from COL on; CUT: there is more. */
struct margin_note {
	size_t mark;
	unsigned col, cols;
	unsigned row, rows;
	bool cut;
};

struct margin {
	struct margin_note *at;
	size_t n, cap;
};

/* A row of a list. Of a mark: OF is the record; INDEX is its place in
 * reader->marks, or OUTLINE_NONE when it is another text's. Else (OF NULL)
 * PLACE is where it leads; of LIST_ACROSS INDEX is its place in across.hits.
 * HEAD rows name a text or section and cannot be chosen. */
struct list_row {
	struct rec *of;
	size_t index;
	text_pos place;
	bool head;
	char *words; /* UTF-8 on one line; owned */
	size_t from, to; /* the bytes of it that were searched for, if any */
};

struct list {
	struct list_row *at;
	size_t n, cap;
	size_t cursor, top; /* TOP is kept by the view so that CURSOR shows */
	enum list_kind kind;
	bool filtering;
	struct edit filter;
};

/* What is typed in the last line. */
enum prompt_kind {
	PROMPT_NONE,
	PROMPT_COMMAND,
	PROMPT_NOTE,
	PROMPT_SEARCH,
};

struct prompt {
	enum prompt_kind kind;
	struct edit edit;
	char *about;     /* the Id of the mark whose note is typed, or NULL */
	struct span at;  /* else where the note will stand */
	char *draft;     /* of a note of an earlier sitting, or NULL */
	char *given_up;  /* the note that Esc ended last, or NULL */
};

/* A screen to come back to exactly. */
struct jump {
	text_pos kept, top;
	bool paged;
	char *path; /* of the text that it is of; NULL: of this one */
};

/*
 * What is to be shown as soon as it can be, unless a key comes first: the page
 * that holds PLACE, where the pages have not been found as far or the text is
 * not known there yet; or PAGE. FROM_TOP: the page's start becomes the kept
 * place, which else is PLACE.
 */
enum want_kind { WANT_NOTHING, WANT_PLACE, WANT_PAGE };

struct want {
	enum want_kind kind;
	text_pos place;
	bool from_top;
	size_t page;
};

/* Marks sorted by the addresses of their records: which one is a record's. */
struct mark_entry {
	const struct rec *rec;
	size_t index;
};

struct mark_index {
	struct mark_entry *at;
	size_t n, cap;
};

enum jump_way { JUMP_BACK, JUMP_FORWARD, JUMP_SWAP };

/* AT[0] to AT[here - 1] lie behind, the last one first to go back to; the
 * others lie ahead, AT[here] first. */
struct jumps {
	struct jump *at;
	size_t n, cap;
	size_t here;
	enum jump_way way; /* of the last one to another text */
};

/* A place that is being looked for: COUNT further ones that begin behind AT
 * or, with BACK, before it. WRAPPED once the text's end was passed, and then
 * only up to ORIGIN. */
struct seek {
	bool on, back, wrapped;
	bool went_round; /* wrapped, at any of the COUNT places */
	bool jumps; /* FROM is remembered when it is reached */
	unsigned long count;
	text_pos at, origin;
};

/* What is searched for. HITS are its places as far as they are counted, which
 * is up to COUNTED: at most FIND_MOST. They do not overlap. */
enum { FIND_MOST = 50000, FIND_HISTORY = 100 };

struct find {
	char *words;         /* as typed; NULL: nothing */
	struct query *query; /* NULL too where WORDS make no sense */
	char *wrong;         /* then why, NULL when there are none */
	bool back;           /* N goes on, n back */
	bool shown;          /* the matches are told apart in the text */
	bool failed;         /* nothing was found */
	bool came_round;     /* past the text's end, which is to be told */
	bool news;           /* found while nobody typed, not yet painted */
	struct span hit;     /* the current one, empty: none */
	bool awaits;         /* one that begins at PLACE, when that is read */
	text_pos place;
	struct span_list hits;
	text_pos counted;
	struct seek seek;
	struct jump from;    /* the screen before the search */

	/* while words are typed: what was searched for before */
	char *words_before;
	struct span hit_before;
	bool back_before, shown_before;

	/* queries, the latest last; AT is the one in the prompt, N where
	 * that is what was typed, TYPED */
	struct {
		char **at;
		size_t n, cap;
	} history;
	size_t history_at;
	char *typed;
};

/* A row of the list of hits: INDEX is a section (OUTLINE_NONE: before all of
 * them), a hit, or a mark of one's own; heads cannot be chosen. */
enum hit_kind { HIT_SECTION, HIT_PLACE, HIT_MARKS, HIT_MARK };

struct hit_row {
	enum hit_kind kind;
	size_t index;
};

/* PLACES grow while hits are counted, OWN stand below. The cursor counts both
 * together. */
struct hit_list {
	struct {
		struct hit_row *at;
		size_t n, cap;
	} places, own;
	size_t listed;      /* of find.hits */
	size_t section;     /* of the last of them */
	size_t cursor, top; /* TOP is kept by the view */
	struct jump from;
	struct span hit_before;
	bool pane_called;   /* the pane was not shown before */
	bool stays;         /* one went to a hit; hits_stay tells until when */
	bool again;         /* nothing was found here: & goes on elsewhere */
};

/* A text of the shelf that is looked through. */
struct across_text {
	char *path;  /* NULL: of what is read now, which has none */
	char *title; /* NULL until it is known */
	char *wrong; /* why it could not be looked through, or NULL */
	bool more;   /* it has more hits than are kept */
};

/* One of its places. SECTION is NULL where it is that of the hit before, and
 * empty where there is none. */
struct across_hit {
	size_t text;
	text_pos at;
	char *section;
	char *words; /* and those around them, on one line */
	size_t from, to; /* the bytes of WORDS that were searched for */
};

/* A mark that has the words: a record of the store as long as that has ID. */
struct across_mark {
	size_t index;
	char *id;
};

/*
 * What was searched for in all texts. The work goes on with TEXT from AT on,
 * behind the last text with the store's record MARK. Another text than the one
 * that is read is LENT to the reader, which has ASKED for it.
 */
struct across {
	char *words; /* NULL: nothing yet */
	struct query *query;
	struct {
		struct across_text *at;
		size_t n, cap;
	} texts;
	struct {
		struct across_hit *at;
		size_t n, cap;
	} hits;
	struct {
		struct across_mark *at;
		size_t n, cap;
	} marks;
	bool told; /* which texts there are */
	size_t text, mark;
	text_pos at;
	size_t section; /* of the last hit in this text, and */
	size_t in_text; /* how many there are */
	bool asked, done;
	const struct text *lent;
	const struct outline *outline;

	/* what of it is in the list already, and where the list's cursor was */
	size_t hits_listed, marks_listed, cursor;
	size_t head; /* the text whose title stands above */
	const char *section_head; /* borrowed of a hit */
	bool wrongs_listed;
};

struct request_queue {
	struct request *at;
	size_t n, cap;
	size_t first; /* those before it are given out */
};

/* What is done about marks while idle, and what came of it. */
struct anchoring {
	bool recognising; /* the store does not know the text: looked for by
	                   * its quotations */
	bool seeking;   /* some of r->marks are pending */
	unsigned steps; /* taken since the marks were last placed */
	bool settling;  /* marks are compared with the rest of the text */
	bool settled;   /* one was: to be saved */
	bool news;      /* the text has changed: to be told when all is known */
	bool reread;    /* it did so while it was being read */
	char *whose;    /* the text was known by the marks of that file */
	bool compare;   /* its paragraphs, with those of THEN */
	struct fingerprints then;
	struct block_list changes; /* blocks that are new or different */
};

struct reader {
	const struct text *text;
	const struct outline *outline;
	struct marks *store;
	struct settings *settings;
	char *name, *path;
	char *sha256;     /* NULL while the text is still being read */
	bool touched;     /* a key has come */
	char *sha256_was; /* then: what it was before it was read again */
	struct {
		char *words; /* that stood at the place kept; or NULL */
		text_pos at;
	} landmark; /* of a long text read again: to be found when it is whole,
	             * if R still is AT it */

	unsigned cols, rows;
	struct geometry geometry;
	struct layout *layout;
	struct layout *layout_before; /* of another size, or NULL */
	struct stops *stops; /* for layouts to come; NULL: none is found yet */
	bool has_stops;      /* all are found */
	struct counts *counts; /* the same; NULL: not begun */

	/* KEPT is the place that is kept: the first byte shown at the last
	 * movement; a resize shows the page that holds it but leaves it. */
	text_pos kept;
	/* What is shown: LINES from TOP on. PAGED tells that they are PAGE
	 * (counted from 0) and, of two facing pages, the one behind it; else
	 * the lines were scrolled, and PAGE may be PAGE_UNKNOWN. Those from
	 * lines.at[fold] on stand on the right page; of one page that is none,
	 * FOLD is lines.n. */
	text_pos top;
	bool paged;
	size_t page;
	struct line_list lines;
	size_t fold;
	struct want want;

	struct jumps jumps;

	enum reader_mode mode;
	unsigned long count; /* typed before a key; 0 is none */
	uint32_t pending;    /* the first key of a sequence, 0 is none */

	/* the work's marks as placed; FOCUS is the one that 1-5 a y x act on */
	struct mark_list marks;
	struct mark_index mark_index; /* of them; N 0 where it is to be made */
	size_t focus; /* into marks.at; OUTLINE_NONE is none */
	struct anchoring anchoring;

	struct selection selection;
	struct rec *doubt; /* MODE_DOUBT: the mark; the words are SELECTION */
	struct labels labels;
	struct pane pane;
	struct margin margin;
	struct list list;
	struct prompt prompt;
	struct find find;
	struct hit_list hits;
	struct across across;
	struct {
		size_t note;  /* into outline->notes */
		size_t ref;   /* into outline->refs: which one was followed */
		unsigned top; /* [ln] scrolled */
	} footnote;
	unsigned help_top; /* [ln] scrolled */

	char *message; /* in place of the status line; NULL is none */
	bool alert;    /* the message tells of a failure */

	struct stamp stamp; /* of the event being handled */
	struct request_queue requests;
};

#define PAGE_UNKNOWN ((size_t)-1)

/* The references to notes on the lines shown: refs [*FIRST, *END) of the
 * outline. */
void state_refs(const struct reader *r, size_t *first, size_t *end);

/* Where line I of those shown begins. */
struct spot {
	unsigned col, row;
};

struct spot state_spot(const struct reader *r, size_t i);

/* The bytes shown: from the first line's start to behind the last's. */
struct span state_shown(const struct reader *r);

/* Rebuilds pane.at from the outline, the filter and what is shown. */
void state_fill_pane(struct reader *r);

/* Rows of the help screen at the window's width, for scrolling. [ln]
 * (view_help.c) */
unsigned view_help_rows(const struct reader *r);

#endif
