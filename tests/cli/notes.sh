#!/bin/sh
# --notes in all its formats, and of some marks only.
. "${top_srcdir:-.}/tests/cli/lib.sh"

printf 'The café is closed today.\n\nWe waited in the rain for an hour.\n' \
	>"$dir/text"
printf 'Another text, "quoted", with a comma.\n' >"$dir/more"
run --mark=4-9 --as=thesis --note='Compare 1931. #reform' "$dir/text"
run --mark=10-12 --note='Nothing else' "$dir/text"
run --mark=14-22 --as=evidence "$dir/more"

# has SENTENCE WORDS
has()
{
	grep -q -F -- "$2" "$dir/out"
	verdict $? "$1"
}

# Quotations in the JSON, in one line.
quotes()
{
	sed -n 's/^.*"quote": "\(.*\)",*$/\1/p' "$dir/out" | tr '\n' ' '
}

run --notes --format=text
has 'text has the words' 'café'
run --notes --format=markdown
has 'Markdown quotes' '> café'
has 'and has the notes' 'Compare 1931.'
run --notes --format=csv
same 'CSV has its headers' 'Highlight,Title,Author,URL,Note,Location' \
	"$(head -1 "$dir/out" | tr -d '\r')"
has 'and doubles quotation marks' '"""quoted"'
run --notes --format=org
grep -q '^\*' "$dir/out"
verdict $? 'org has headings'
run --notes --format=csv "$dir/more"
same 'a FILE alone is listed in every format' 2 \
	"$(wc -l <"$dir/out" | tr -d ' ')"

run --notes --format=json --tag=reform
same 'a tag in a note chooses' 'café ' "$(quotes)"
same 'texts without such marks are left out' 1 \
	"$(grep -c '"sha256"' "$dir/out")"
run --notes --format=json --tag='#reform' "$dir/text"
same 'with its sign, too' 'café ' "$(quotes)"
run --notes --format=json --kind=thesis
same 'a kind of highlight chooses' 'café ' "$(quotes)"
run --notes --format=json --kind=2
same 'by its number, too' 'café ' "$(quotes)"
run --notes --format=json --kind=bookmark
same 'a kind that nobody made gives none' '[]' "$(tr -d ' \n' <"$dir/out")"
run --notes --format=json --kind=thesis "$dir/more"
same 'not even of a FILE' '[]' "$(tr -d ' \n' <"$dir/out")"
run --notes --format=json --since=2020-01-01
same 'what was made since then' 3 "$(grep -c '"quote"' "$dir/out")"
run --notes --format=json --since=2999-01-01
same 'and not before' '[]' "$(tr -d ' \n' <"$dir/out")"
sed -E 's/^(Created|Updated): 20..-/\1: 2019-/' "$dir/.lectern.rec" |
	awk '/^Id:/ { n++ } n == 2 && /^Updated:/ {
		print "Updated: 2021-06-15T12:00:00.000Z"; next } { print }' \
	>"$dir/old.rec"
run --notes --format=json --since=2021-06-15 --store="$dir/old.rec"
same 'a day begins at midnight' 'café ' "$(quotes)"
run --notes --format=json --since=2021-06-15T12:00:01Z \
	--store="$dir/old.rec"
same 'a moment is exact' '[]' "$(tr -d ' \n' <"$dir/out")"

refused 1 '--kind=idea is no kind of mark; there are highlight, note,' \
	--notes --kind=idea
sed 's/^As: thesis/As: idea/' "$dir/.lectern.rec" >"$dir/old.rec"
run --notes --kind=idea --store="$dir/old.rec"
same 'unless marks were made of it under another name' 0 "$status"

finish
