#!/bin/sh
# --import: marks that --notes --format=json printed, back into a store.
. "${top_srcdir:-.}/tests/cli/lib.sh"

printf 'The café is closed today.\n\nWe waited in the rain for an hour.\n' \
	>"$dir/text"
run --mark=4-9 --as=thesis --note='Which
one? #open' "$dir/text"
run --mark=30-36 "$dir/text"
run --notes --format=json
cp "$dir/out" "$dir/all.json"

run --store="$dir/new.rec" --import="$dir/all.json"
same 'an export is imported' 0 "$status"
same 'and how much of it is new is told' \
	'2 new marks, 0 records brought up to date, 0 kept beside another; 2 marks in all' \
	"$(cat "$dir/out")"
run --store="$dir/new.rec" --notes --format=json
cmp -s "$dir/out" "$dir/all.json"
verdict $? 'the same comes out again, byte for byte'
cp "$dir/new.rec" "$dir/before"
run --store="$dir/new.rec" --import="$dir/all.json"
cmp -s "$dir/new.rec" "$dir/before"
verdict $? 'a second time changes nothing'
"$lectern" --store="$dir/other.rec" --import=- <"$dir/all.json" >"$dir/out" 2>&1
same 'standard input is imported, too' 0 "$?"
run --check --store="$dir/new.rec"
same 'the store is sound' 0 "$status"

printf '[\n {"title": "x",\n  "marks": [\n   {"kind": "highlight",}]}\n]\n' \
	>"$dir/bad.json"
run --store="$dir/new.rec" --import="$dir/bad.json"
same 'what is malformed is told with its line' \
	"lectern: $dir/bad.json:4: nothing follows the comma; nothing was imported" \
	"$(cat "$dir/err")"
same 'as a failure' 1 "$status"
cmp -s "$dir/new.rec" "$dir/before"
verdict $? 'and the store is as it was'
refused 1 "$dir/none.json: no such file" --import="$dir/none.json"
refused 2 '--import, --merge and --purge take no FILE' \
	--import="$dir/all.json" "$dir/text"

finish
