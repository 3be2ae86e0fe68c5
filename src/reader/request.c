/* What the reader asks of the world outside. */
#include "reader/request.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"

void
request_add(struct reader *r, enum request_kind kind, const char *words,
            const char *mark)
{
	struct request request = {.kind = kind, .words = mem_copy(words),
	                          .mark = mem_copy(mark)};

	vec_push(&r->requests, request);
}

void
request_place(struct reader *r, enum request_kind kind, text_pos p)
{
	struct request request = {.kind = kind, .place = p};

	vec_push(&r->requests, request);
}

void
request_open_at(struct reader *r, const char *path, text_pos p)
{
	struct request request = {.kind = REQUEST_OPEN_AT,
	                          .words = mem_copy(path), .place = p};

	vec_push(&r->requests, request);
}

bool
reader_request(struct reader *r, struct request *out)
{
	struct request_queue *q = &r->requests;

	if (q->first == q->n) {
		q->first = q->n = 0;
		return false;
	}
	*out = q->at[q->first++];
	return true;
}

void
request_clear(struct reader *r)
{
	struct request request;

	while (reader_request(r, &request)) {
		free(request.words);
		free(request.mark);
	}
	vec_clear(&r->requests);
}
