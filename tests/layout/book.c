/* Texts with blocks made by hand, and seeded chance. */
#include "book.h"

#include <string.h>

#include "base/vec.h"

struct block *
book_add(struct book *b, enum block_kind kind, const char *s, size_t n)
{
	struct block block = { .kind = (uint8_t)kind };

	if (b->bytes.n)
		buf_str(&b->bytes, "\n\n");
	block.start = b->bytes.n;
	buf_add(&b->bytes, s, n);
	block.end = b->bytes.n;
	b->text = (struct text){
		.at = b->bytes.at,
		.n = b->bytes.n,
		.encoding = TEXT_UTF8,
		.file = b->bytes.at,
		.file_n = b->bytes.n,
	};
	vec_push(&b->outline.blocks, block);
	return &b->outline.blocks.at[b->outline.blocks.n - 1];
}

struct block *
book_say(struct book *b, enum block_kind kind, const char *s)
{
	return book_add(b, kind, s, strlen(s));
}

void
book_sign(struct book *b, text_pos at, size_t n, enum sign_kind kind)
{
	struct sign sign = { .at = at, .n = (uint32_t)n,
		             .kind = (uint8_t)kind };

	vec_push(&b->outline.signs, sign);
	b->outline.blocks.at[b->outline.blocks.n - 1].signs = true;
}

void
book_close(struct book *b)
{
	b->exact = mem_resize(NULL, b->bytes.n, 1);
	memcpy(b->exact, b->bytes.at, b->bytes.n);
	b->text.at = b->text.file = b->exact;
}

void
book_clear(struct book *b)
{
	free(b->exact);
	buf_clear(&b->bytes);
	vec_clear(&b->outline.blocks);
	vec_clear(&b->outline.signs);
}

unsigned
chance_below(struct chance *c, unsigned n)
{
	c->state = c->state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((c->state >> 33) % n);
}

static const char *const words[TONGUES][16] = {
	{ "the", "clique", "a", "International", "of", "usurpation",
	  "catastrophe", "it", "is", "time", "to", "break", "with", "don't",
	  "we", "counterrevolutionary" },
	{ "“the", "whole”", "it’s", "–", "word—word", "end.", "why?", "no!”",
	  "(so", "said)", "well-known", "…", "and…", "‘yes’", "a,", "b;" },
	{ "„über", "Straße“", "größer", "Donaudampfschifffahrtsgesellschaft",
	  "«ja»", "Vor-", "und", "Nach\xC2\xADteile", "z.", "B.", "ist",
	  "ohne", "§", "12", "daß", "–" },
	{ "говорили", "что", "на", "набережной", "появилось", "новое",
	  "лицо:", "дама", "с", "собачкой", "—", "Дмитрий", "«здесь»",
	  "уже", "две", "недели," },
	{ "我们", "的国家，", "「人民」", "很大。", "日本語", "テスト", "ー",
	  "한국어", "漢", "（字）", "中文", "、", "ａ", "々", "ぁ", "。" },
	{ "e\xCC\x81t\xCC\x80", "\xCC\x81", "क्षि", "का", "👩‍👩‍👧", "🇩🇪",
	  "❤️", "1️⃣", "👍🏽", "שלום", "سلام", "\xE2\x80\x8F", "ไทยภาษา",
	  "각", "é", "𝔘" },
	{ "3.14", "$5", "100%", "1,000", "+7", "-3", "2/3", "http://a.b/c?d=e",
	  "and/or", "[1]", "{x}", "(2)", "a-b", "--", "№5", "€20" },
	{ "a\xC2\xA0z", "\xE2\x80\x8B", "x\xE2\x80\x8By", "co\xC2\xADop",
	  "w\xE2\x81\xA0j", "n\xE2\x80\x91h", "\xEF\xBB\xBF", "\t",
	  "em\xE2\x80\x83space", "i\xE3\x80\x80j", "l\xE2\x80\xA8s", "\xC2\x85",
	  "\xE2\x80\xAF!", "in-\nto", "soft\xC2\xAD\nly", "  " },
	{ "\x1b[31m", "\xFF", "\xC3", "\xE2\x80", "\x7f", "\xF0\x9F", "\r\n",
	  "\f", "\v", "\x01", "\xED\xA0\x80", "\xC0\x80", "ok", "\r", "!", "\n" },
};

void
chance_words(struct chance *c, unsigned tongue, unsigned n,
             const char *between, struct buf *out)
{
	for (; n; n--) {
		unsigned t = tongue < TONGUES ? tongue
		                              : chance_below(c, TONGUES);

		buf_str(out, words[t][chance_below(c, 16)]);
		if (n > 1 && chance_below(c, 12))
			buf_str(out, between);
		else if (n > 1 && chance_below(c, 2))
			buf_str(out, "\n");
	}
}

/* Block edges are never blank: the outline promises it. */
static void
edge(struct chance *c, struct buf *out)
{
	buf_char(out, (char)('a' + (int)chance_below(c, 26)));
}

/* Leaves out some of the last block's words, or parts of them. */
static void
chance_signs(struct chance *c, struct book *b)
{
	const struct block *block = &b->outline.blocks.at[b->outline.blocks.n -
	                                                  1];
	text_pos p = block->start, end = block->end, at;
	unsigned apart = 1 + chance_below(c, 40);
	ucs u;

	while (p < end) {
		unsigned skip = chance_below(c, apart);
		unsigned take = chance_below(c, 6);

		while (p < end && skip--)
			p += ucs_decode(b->bytes.at + p, end - p, &u);
		at = p;
		while (p < end && take--)
			p += ucs_decode(b->bytes.at + p, end - p, &u);
		if (at < end)
			book_sign(b, at, p - at, p == at ? SIGN_TURN
			          : chance_below(c, 4) ? SIGN_HIDDEN
			                               : SIGN_HYPHEN);
	}
}

void
chance_block(struct chance *c, struct book *b)
{
	struct buf bytes = { 0 };
	struct block *block;
	unsigned length = chance_below(c, 4) ? 8 : 80;

	edge(c, &bytes);
	chance_words(c, chance_below(c, TONGUES + 3), chance_below(c, length),
	             " ", &bytes);
	edge(c, &bytes);
	block = book_add(b, chance_below(c, BLOCK_RULE + 1), bytes.at,
	                 bytes.n);
	if (!chance_below(c, 4))
		block->indent = (uint16_t)chance_below(c, 12);
	if (!chance_below(c, 6) && b->outline.blocks.n > 1 &&
	    block->kind == block[-1].kind)
		block->continues = true;
	if (!chance_below(c, 4))
		chance_signs(c, b);
	buf_clear(&bytes);
}
