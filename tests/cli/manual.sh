#!/bin/sh
# The manual agrees with the program: its options, its keys.
. "${top_srcdir:-.}/tests/cli/lib.sh"

manual=$top_srcdir/docs/lectern.1
names() { grep -o -e '--[a-z][a-z-]*' | sort -u; }

run --help
names <"$dir/out" >"$dir/help"
sed -n '/^\.Sh OPTIONS/,/^\.Sh KEYS/s/^\.It //p' "$manual" |
	sed 's/\\-/-/g; s/Fl -/--/; s/ , -/ --/; s/ .*=.*//' | names \
	>"$dir/manual"
same '--help and the manual have the same options' \
	"$(cat "$dir/help")" "$(cat "$dir/manual")"

sed '1,/^\.\\" keys: begin/d; /^\.\\" keys: end/,$d' "$manual" >"$dir/keys"
"$top_builddir/tests/manual_keys" >"$dir/wanted"
cmp -s "$dir/keys" "$dir/wanted"
verdict $? "the manual's keys are those of the table (make update-manual)"
test -s "$dir/wanted"
verdict $? 'of which there are some'

if command -v mandoc >/dev/null; then
	# which other manuals are installed is not ours to say
	same 'mandoc finds no fault' '' "$(mandoc -Tlint "$manual" |
		grep -v -e mandoc.db -e 'referenced manual not found')"
else
	skip 'mandoc finds no fault' 'no mandoc'
fi

finish
