/* A text as it is opened. */
#include "page.h"

#include "base/mem.h"

const char *const page_kinds[MARK_KINDS] = {"a", "b", "c", "d", "e"};

void
page_open(struct page *p, const char *bytes, size_t n)
{
	p->text = text_new(mem_text(bytes, n), n, TEXT_GUESS);
	p->outline = outline_find(p->text, NULL, 0);
	sha256_of(bytes, n, p->sha256);
}

void
page_close(struct page *p)
{
	outline_free(p->outline);
	text_free(p->text);
}

struct work_facts
page_facts(const struct page *p)
{
	return (struct work_facts){NULL, NULL, "~/a", p->sha256,
	                           p->text->file_n, NULL};
}

void
page_settle(struct marks *m, const struct page *p)
{
	while (marks_settle(m, p->text, p->sha256))
		;
}
