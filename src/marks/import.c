/* Marks as they were exported to JSON, back into a store. */
#include "marks/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"
#include "base/mem.h"
#include "base/sha256.h"
#include "base/vec.h"

enum { ID_DIGITS = 12 };

/* Of one work; MARKS are to be told its Id when it is known. */
struct imported {
	struct json_reader json;
	struct rec_file *file; /* what was read so far, as records */
	const struct marks *store;
	struct buf name, value;
	struct {
		struct rec **at;
		size_t n, cap;
	} marks;
};

/* A member and the field that it is; NULL: it is not kept. */
struct member {
	const char *name, *field;
};

static const struct member of_work[] = {
	{"id", "Id"}, {"title", "Title"}, {"author", "Author"},
	{"path", "Path"}, {"sha256", "Sha256"},
};

static const struct member of_mark[] = {
	{"id", "Id"}, {"kind", "Kind"}, {"as", "As"}, {"state", NULL},
	{"start", "Start"}, {"end", "End"}, {"letter", "Letter"},
	{"quote", "Quote"}, {"prefix", "Prefix"}, {"suffix", "Suffix"},
	{"note", "Note"}, {"section", "Section"}, {"created", "Created"},
	{"updated", "Updated"},
};

static bool
is_name(const struct imported *in, const char *name)
{
	return !strcmp(buf_text(&in->name), name);
}

static bool
is_number(const char *s)
{
	return *s && s[strspn(s, "0123456789")] == '\0';
}

/* The value of the member that was read becomes FIELD. */
static bool
take_field(struct imported *in, struct rec *r, const char *field)
{
	if (!json_text(&in->json, &in->value))
		return false;
	if ((!strcmp(field, "Start") || !strcmp(field, "End")) && in->value.n &&
	    !is_number(buf_text(&in->value)))
		return json_fault(&in->json, "start and end are bytes of the "
		                             "file");
	if (in->value.n)
		rec_set(r, field, buf_text(&in->value));
	return true;
}

static bool
take_tags(struct imported *in, struct rec *r)
{
	struct json_level level;
	struct buf all = {0};

	if (!json_open(&in->json, '[', &level))
		return false;
	while (json_more(&in->json, &level) &&
	       json_text(&in->json, &in->value))
		buf_printf(&all, "%s%s", all.n ? " " : "",
		           buf_text(&in->value));
	rec_set(r, "Tags", all.n ? buf_text(&all) : NULL);
	buf_clear(&all);
	return !in->json.what;
}

/* Fields by their own names: they are set last. */
static bool
take_more(struct imported *in, struct rec *r)
{
	struct json_level level;

	if (!json_open(&in->json, '{', &level))
		return false;
	while (json_more(&in->json, &level) &&
	       json_name(&in->json, &in->name) &&
	       json_text(&in->json, &in->value)) {
		const char *name = buf_text(&in->name);

		rec_set(r, name, buf_text(&in->value));
		if (!rec_get(r, name))
			return json_fault(&in->json, "\"more\" holds what is "
			                             "no name of a field");
	}
	return !in->json.what;
}

static bool
take_member(struct imported *in, struct rec *r, const struct member *members,
            size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (!is_name(in, members[i].name))
			continue;
		if (!members[i].field)
			break;
		return take_field(in, r, members[i].field);
	}
	return json_skip(&in->json);
}

/* An Id made of what R is, the same each time. */
static void
bring_id(struct rec *r, const char *const *fields, size_t n)
{
	char sum[SHA256_HEX + 1];
	struct buf all = {0};
	const char *id = rec_get(r, "Id");
	size_t i;

	for (i = 0; i < n; i++) {
		const char *value = rec_get(r, fields[i]);

		buf_printf(&all, "%s\n", value ? value : "");
	}
	sha256_of(buf_text(&all), all.n, sum);
	sum[ID_DIGITS] = '\0';
	if (!id || !*id)
		rec_set(r, "Id", sum);
	buf_clear(&all);
}

/* A record whose first fields are Id, which is not known yet, and Kind. */
static struct rec *
begin_record(struct imported *in, const char *kind)
{
	struct rec *r = rec_add(in->file);

	rec_set(r, "Id", "");
	rec_set(r, "Kind", kind);
	return r;
}

static bool
is_kind(const char *kind)
{
	int k;

	for (k = MARK_HIGHLIGHT; k <= MARK_SECTION; k++)
		if (!strcmp(kind, marks_kind_name((enum mark_kind)k)))
			return true;
	return false;
}

static bool
read_mark(struct imported *in)
{
	struct rec *r = begin_record(in, "");
	struct json_level level;

	if (!json_open(&in->json, '{', &level))
		return false;
	while (json_more(&in->json, &level) &&
	       json_name(&in->json, &in->name)) {
		if (is_name(in, "tags"))
			take_tags(in, r);
		else if (is_name(in, "more"))
			take_more(in, r);
		else
			take_member(in, r, of_mark,
			            sizeof of_mark / sizeof *of_mark);
	}
	if (!in->json.what && !is_kind(rec_get(r, "Kind")))
		return json_fault(&in->json, "the kind of the mark is missing, "
		                             "or is none");
	vec_push(&in->marks, r);
	return !in->json.what;
}

static bool
read_marks(struct imported *in)
{
	struct json_level level;

	if (!json_open(&in->json, '[', &level))
		return false;
	while (json_more(&in->json, &level) && read_mark(in))
		;
	return !in->json.what;
}

/* A work that comes without an Id may be one that the store has. */
static void
know_work(struct imported *in, struct rec *work)
{
	static const char *const fields[] = {"Sha256", "Path", "Title",
	                                     "Author"};
	struct work_facts facts = {
		.sha256 = rec_get(work, "Sha256"),
		.path = rec_get(work, "Path"),
	};
	const struct rec *known = marks_work(in->store, &facts);

	if (!*rec_get(work, "Id") && known) {
		rec_empty(work);
		rec_set(work, "Id", rec_get(known, "Id"));
		return;
	}
	bring_id(work, fields, sizeof fields / sizeof *fields);
}

static void
end_work(struct imported *in, struct rec *work)
{
	static const char *const fields[] = {"Work", "Kind", "Created", "Start",
	                                     "Quote", "Note", "Prefix"};
	char *id;
	size_t i;

	know_work(in, work);
	id = mem_copy(rec_get(work, "Id"));
	if (rec_fields(work)->n == 1) /* all of it is in the store */
		rec_empty(work);
	for (i = 0; i < in->marks.n; i++) {
		rec_set(in->marks.at[i], "Work", id);
		bring_id(in->marks.at[i], fields,
		         sizeof fields / sizeof *fields);
	}
	in->marks.n = 0;
	free(id);
}

static bool
read_work(struct imported *in)
{
	struct rec *work = begin_record(in, "work");
	struct json_level level;

	if (!json_open(&in->json, '{', &level))
		return false;
	while (json_more(&in->json, &level) &&
	       json_name(&in->json, &in->name)) {
		if (is_name(in, "marks"))
			read_marks(in);
		else if (is_name(in, "more"))
			take_more(in, work);
		else
			take_member(in, work, of_work,
			            sizeof of_work / sizeof *of_work);
	}
	if (!in->json.what)
		end_work(in, work);
	return !in->json.what;
}

static bool
read_works(struct imported *in)
{
	struct json_level level;

	if (!json_open(&in->json, '[', &level))
		return false;
	while (json_more(&in->json, &level) && read_work(in))
		;
	return json_ends(&in->json);
}

bool
marks_import(struct marks *m, const char *bytes, size_t n,
             struct merge_report *report, struct import_fault *fault)
{
	struct imported in = {.store = m, .file = rec_parse("", 0)};
	struct buf all = {0};
	bool ok;

	json_read_begin(&in.json, bytes, n);
	ok = read_works(&in);
	if (ok) {
		rec_sweep(in.file);
		rec_write(in.file, &all);
		marks_merge(m, buf_text(&all), all.n, NULL, 0, report);
	}
	*fault = (struct import_fault){in.json.line, in.json.what};
	rec_free(in.file);
	vec_clear(&in.marks);
	buf_clear(&in.name);
	buf_clear(&in.value);
	buf_clear(&all);
	return ok;
}
