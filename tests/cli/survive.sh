#!/bin/sh
# From --mark to --notes over a text that has changed: where the marks are now,
# in bytes of the file as it is.
. "${top_srcdir:-.}/tests/cli/lib.sh"

text=$dir/text
cp "$bundled" "$text"
phrases='situation in Germany|from publishing their own articles|logic of the situation'

# offsets PHRASE: "START-END" of its first place in the text.
offsets()
{
	LC_ALL=C grep -b -o -F -- "$1" "$text" | head -1 |
		awk -F: -v words="$1" '{ print $1 "-" $1 + length(words) }'
}

set --
old_ifs=$IFS
IFS='|'
for phrase in $phrases; do
	set -- "$@" "--mark=$(offsets "$phrase")"
done
IFS=$old_ifs
run "$@" "$text"
same 'highlights are made by bytes' "0 3" \
	"$status $(grep -c . "$dir/out")"
cp "$dir/.lectern.rec" "$dir/made.rec"

# words FILE START END: those bytes of FILE with blanks for line ends.
words()
{
	tail -c +$(($2 + 1)) "$1" | head -c $(($3 - $2)) | tr -d '\0' |
		tr -s '\r\n ' '   '
}

# found SENTENCE FILE: every phrase is where --notes says that it is.
found()
{
	cp "$dir/made.rec" "$dir/.lectern.rec"
	run --notes --format=json "$2"
	ok=$status
	got=
	for at in $(awk '/"start":/ { gsub(/[^0-9]/, ""); s = $0 }
		/"end":/ { gsub(/[^0-9]/, ""); print s "-" $0 }' "$dir/out"); do
		got="$got${got:+|}$(words "$2" "${at%-*}" "${at#*-}")"
	done
	sorted=$(echo "$phrases" | tr '|' '\n' | sort)
	test "$ok" = 0 && test "$sorted" = "$(echo "$got" | tr '|' '\n' | sort)"
	verdict $? "$1"
	test "$sorted" = "$(echo "$got" | tr '|' '\n' | sort)" ||
		echo "# $got"
}

found 'in the text as it was' "$text"
fold -s -w 50 "$bundled" >"$text"
found 'wrapped anew' "$text"
sed 's/$/\r/' "$bundled" >"$text"
found 'with other line ends' "$text"
sed '1,5d' "$bundled" | fold -s -w 60 >"$text"
found 'without its beginning' "$text"
{ printf 'A new preface.\n\n'; cat "$bundled"; } >"$dir/elsewhere"
rm "$text"
found 'at another path, with a preface' "$dir/elsewhere"
if iconv -f UTF-8 -t UTF-16LE "$bundled" >"$dir/wide" 2>/dev/null; then
	{ printf '\377\376'; cat "$dir/wide"; } >"$text"
	found 'in another encoding' "$text"
fi

cp "$dir/made.rec" "$dir/.lectern.rec"
printf 'Take two eggs and beat them until they are light.\n' >"$dir/recipe"
run --notes --format=json "$dir/recipe"
same 'another text has none of them' '[]' "$(tr -d ' \n' <"$dir/out")"
cp "$dir/recipe" "$text"
run --notes --format=json "$text"
same 'in its place all are lost' 3 "$(grep -c '"state": "lost"' "$dir/out")"

# The gates, on a book of our own making and after every kind of change.
mkdir "$dir/gates"
case $lectern in
/*) full=$lectern ;;
*) full=$PWD/$lectern ;;
esac
"$top_builddir/tests/bench/survive_bench" "$full" "$dir/gates" \
	>"$dir/table" 2>&1
bench=$?
verdict $bench '97 marks in 100 survive 16 kinds of change, and none strays'
test $bench = 0 || sed 's/^/# /' "$dir/table"

finish
