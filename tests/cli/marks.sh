#!/bin/sh
# --mark and --notes: highlights from a script, and what is kept of them.
. "${top_srcdir:-.}/tests/cli/lib.sh"

store=$dir/.lectern.rec
printf 'The café is closed today.\n\nWe waited in the rain for an hour.\n' \
	>"$dir/text"

run --notes "$dir/text"
same 'a text without marks has none to list' 0 "$status"
run --notes --format=json "$dir/text"
same 'not even in JSON' '[]' "$(tr -d ' \n' <"$dir/out")"
run --notes --format=json
same 'nor has an empty store' '[]' "$(tr -d ' \n' <"$dir/out")"
test ! -e "$store"
verdict $? 'asking makes no store'

run --mark=4-9 --as=thesis --note='Which one?' "$dir/text"
same 'a highlight is made' 0 "$status"
same 'and its id printed' 1 "$(grep -c '^[0-9A-HJKMNP-TV-Z]\{10,\}$' \
	"$dir/out")"
id=$(cat "$dir/out")
same 'it is in the store' "Id: $id" "$(grep "^Id: $id\$" "$store")"
same 'with its words' 'Quote: café' "$(grep '^Quote:' "$store")"
same 'and its note' 'Note: Which one?' "$(grep '^Note:' "$store")"
same 'the store is for its owner alone' '-rw-------' \
	"$(ls -l "$store" | cut -c1-10)"

run --notes --format=json "$dir/text"
json=$(tr -d '\n' <"$dir/out" | tr -s ' ')
for member in "\"id\": \"$id\"" '"kind": "highlight"' '"as": "thesis"' \
	'"state": "exact"' '"start": 4' '"end": 9' '"quote": "café"' \
	'"note": "Which one?"'; do
	case $json in
	*"$member"*) verdict 0 "--notes tells $member" ;;
	*) verdict 1 "--notes tells $member" ;;
	esac
done

run --mark=7-8 "$dir/text"
run --notes --format=json "$dir/text"
tr -d '\n' <"$dir/out" | tr -s ' ' |
	grep -q '"start": 7, "end": 9, "quote": "é"'
verdict $? 'half a character is marked whole'

run --mark=0-3 --note='#one and #two' --store="$dir/tags.rec" "$dir/text"
same 'the tags of a note are kept as such' 'Tags: one two' \
	"$(grep '^Tags:' "$dir/tags.rec")"

cp "$store" "$dir/before"
run --mark=0-3 --mark=999-1000 "$dir/text"
same 'a range past the end is a failure' 1 "$status"
same 'that tells the length' \
	"lectern: $dir/text: --mark=999-1000 goes past the end: the file has 63 bytes" \
	"$(cat "$dir/err")"
cmp -s "$store" "$dir/before"
verdict $? 'and nothing was made'
run --mark=0-3 --as=nonsense "$dir/text"
same 'a kind that does not exist is a failure' 1 "$status"
run --mark=26-28 "$dir/text"
same 'white space is nothing to highlight' \
	"lectern: $dir/text: --mark=26-28 holds no words" "$(cat "$dir/err")"
run --mark=0-3 --as=2 --mark=61-62 "$dir/text"
same 'two at once are two ids' 2 "$(sort -u "$dir/out" | wc -l |
	tr -d ' ')"
same 'a kind goes by its number too' 3 "$(grep -c '^As: thesis' "$store")"
test -f "$store~"
verdict $? 'the store as it was before is kept'

printf '\377\376H\000\351\000 \000y\000o\000u\000\n\000' >"$dir/utf16"
run --mark=2-6 "$dir/utf16"
run --notes --format=json "$dir/utf16"
tr -d '\n' <"$dir/out" | tr -s ' ' |
	grep -q '"start": 2, "end": 6, "quote": "Hé"'
verdict $? 'offsets are bytes of the file in UTF-16 too'

run --notes --format=json
same 'without a FILE all texts are listed' 2 \
	"$(grep -c '"sha256"' "$dir/out")"
rm "$dir/utf16"
run --notes --format=json
grep -q '"quote": "Hé"' "$dir/out"
verdict $? 'those that are gone too'
run --notes
grep -q 'Which one?' "$dir/out"
verdict $? 'and for people'
if command -v python3 >/dev/null; then
	run --notes --format=json
	python3 -m json.tool <"$dir/out" >/dev/null
	verdict $? 'what is printed is JSON'
else
	skip 'what is printed is JSON' 'no python3'
fi
if command -v recfix >/dev/null; then
	recfix --check "$store"
	verdict $? 'recutils can read the store'
else
	skip 'recutils can read the store' 'no recfix'
fi

run --mark=0-3 --store="$dir/other.rec" "$dir/text"
test -f "$dir/other.rec"
verdict $? '--store names another store'
LECTERN_STORE=$dir/third.rec
export LECTERN_STORE
run --mark=0-3 "$dir/text"
test -f "$dir/third.rec"
verdict $? 'LECTERN_STORE too'
unset LECTERN_STORE

printf '# mine\n\nId: 1\nKind: other\nHue: red\nNo field\n' >"$dir/odd.rec"
run --mark=0-3 --store="$dir/odd.rec" "$dir/text"
same 'a store with damage takes marks' 0 "$status"
head -6 "$dir/odd.rec" >"$dir/head"
printf '# mine\n\nId: 1\nKind: other\nHue: red\nNo field\n' |
	cmp -s - "$dir/head"
verdict $? 'and keeps what it does not know as it stands'
run --notes --store="$dir/odd.rec"
grep -q "^lectern: $dir/odd.rec:6: " "$dir/err"
verdict $? 'which --notes names by its line'

printf '# lectern marks, format 9.\n' >"$dir/new.rec"
refused 1 'marks cannot be saved: ' --mark=0-3 --store="$dir/new.rec" \
	"$dir/text"
same 'a store of a newer format is left alone' 1 \
	"$(wc -l <"$dir/new.rec" | tr -d ' ')"
refused 1 'marks cannot be read or saved: ' --mark=0-3 --store="$dir" \
	"$dir/text"
"$lectern" --mark=0-3 - <"$dir/text" >"$dir/out"
same 'a text from standard input can be marked' 0 $?
"$lectern" --notes --format=json - <"$dir/text" >"$dir/out"
grep -q '"start": 0' "$dir/out"
verdict $? 'and is known again by its hash'

if test "$(id -u)" != 0 || command -v setpriv >/dev/null; then
	mkdir "$dir/fixed"
	chmod 0755 "$dir/fixed"
	chmod 0555 "$dir/fixed"
	as_nobody "$lectern" --mark=0-3 --store="$dir/fixed/s.rec" \
		"$dir/text" >"$dir/out" 2>"$dir/err"
	same 'a directory that cannot be written is a failure' 1 $?
	test ! -s "$dir/out" && grep -q 'permission denied' "$dir/err"
	verdict $? 'that is told, and no id is printed'
	as_nobody "$lectern" --mark=0-3 --store="$dir/fixed/a/b/s.rec" \
		"$dir/text" >"$dir/out" 2>"$dir/err"
	grep -q 'permission denied' "$dir/err"
	verdict $? 'so that those above the store cannot be made is told'
	as_nobody "$lectern" --dump --store="$dir/fixed/s.rec" "$dir/text" \
		>/dev/null
	same 'but no hindrance to reading' 0 $?
else
	skip 'a directory that cannot be written' 'root writes everywhere'
fi

finish
