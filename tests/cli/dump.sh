#!/bin/sh
# --dump: a text in lines, from whatever it comes.
. "${top_srcdir:-.}/tests/cli/lib.sh"

run --dump "$bundled"
same 'the bundled text is dumped' 0 "$status"
test ! -s "$dir/err"
verdict $? 'without a word'
mv "$dir/out" "$dir/whole"
nbsp=$(printf '\302\240')
letters() { sed "s/$nbsp//g" "$1" | tr -d '\n '; }
same 'every letter of it is there, in order' \
	"$(letters "$bundled")" "$(letters "$dir/whole")"
# The widest line, in characters.
widest()
{
	LC_ALL=C awk '{ gsub(/[\200-\277]/, "") }
		length > n { n = length } END { print n }' "$1"
}
same 'it is 66 columns wide' 66 "$(widest "$dir/whole")"
"$lectern" "$bundled" >"$dir/out" </dev/null
cmp -s "$dir/out" "$dir/whole"
verdict $? 'without a terminal a FILE is dumped'
"$lectern" --dump - <"$bundled" >"$dir/out"
cmp -s "$dir/out" "$dir/whole"
verdict $? 'standard input is dumped the same'
cat "$bundled" | "$lectern" - >"$dir/out"
cmp -s "$dir/out" "$dir/whole"
verdict $? 'and from a pipe'
run --dump --width=40 "$bundled"
same '--width sets the measure' 40 "$(widest "$dir/out")"

{
	echo 'Here is a table of what there was, year by year:'
	echo
	for i in 1 2 3 4; do
		printf '%s%-34s%-32s%s\n' 190 "$i" "so much of it" "and more $i"
	done
	printf '    %0120d\n' 0
	echo
	echo 'And so on.'
} >"$dir/text"
run --dump --width=40 "$dir/text"
same 'lines of a table stay whole up to 80 columns' '79 1' \
	"$(sed -n 4p "$dir/out" | wc -L) $(grep -c 'much.* 3$' "$dir/out")"
same 'and are broken there' 80 "$(widest "$dir/out")"

text()
{
	printf "$1" >"$dir/text"
	run --dump "$dir/text"
}

text ''
same 'an empty text is nothing' 0 "$status$(cat "$dir/out")"
text 'One.'
same 'a last line without its end gets one' 1 \
	"$(wc -l <"$dir/out" | tr -d ' ')"
text 'An \033[31mescape\007 and \302\233 a C1.\n'
same 'no control is sent' 0 "$(LC_ALL=C tr -d '\n -~' <"$dir/out" |
	LC_ALL=C tr -d '\357\277\275' | wc -c | tr -d ' ')"
text 'A \000 NUL, \377\376 no UTF-8 here, caf\303\251.\n'
run --dump --encoding=utf-8 "$dir/text"
grep -q 'NUL' "$dir/out" && grep -q 'café' "$dir/out"
verdict $? 'NULs and invalid bytes do not end a text'
text '\377\376H\000i\000.\000\n\000'
same 'UTF-16 is read by its mark' 'Hi.' "$(cat "$dir/out")"
text '\357\273\277Hi.\n'
same 'a mark of UTF-8 is not shown' 'Hi.' "$(cat "$dir/out")"
text 'na\357ve caf\351\n'
same 'Windows-1252 is guessed' 'naïve café' "$(cat "$dir/out")"
printf 'caf\303\251\n' >"$dir/text"
run --dump --encoding=iso-8859-1 "$dir/text"
same '--encoding overrules' 'cafÃ©' "$(cat "$dir/out")"
text 'One line\r\nand another.\r\n'
same 'CRLF is a line end' 'One line and another.' "$(cat "$dir/out")"

words()
{
	tr -s ' \n' '\n\n' <"$1"
}
{
	echo 'A first line of a paragraph that is long enough to fill the line yes'
	echo ' with an _early_ one in the second, carrying a bag with a bag and'
	echo '_stressed_ as it were, so on and so forth until the end of it is'
	echo 'reached by *all'
	echo 'who* read it.'
} >"$dir/text"
run --dump "$dir/text"
same 'no word is lost behind one that is stressed' \
	"$(words "$dir/text")" "$(words "$dir/out")"
same 'nor does a line end there' 4 "$(wc -l <"$dir/out" | tr -d ' ')"
{
	printf '# Title\n\nA *stress*, [a link](http://x).\n\n'
	printf '> a quoted line that is rather long and goes on\n'
	printf '> in the next line of it and on\n> and on to its end.\n'
	printf '\nAnd a paragraph behind it, to be read quickly up to here.\n'
} >"$dir/text.md"
run --dump --width=40 "$dir/text.md"
same 'nor in a quotation of Markdown' \
	"$(words "$dir/text.md")" "$(words "$dir/out")"

run --dump --at=§2 "$bundled"
same '--at begins at a section' 'The German Party' "$(head -1 "$dir/out")"
run --dump --at=/irreproachable/ "$bundled"
head -1 "$dir/out" | grep -q irreproachable
verdict $? '--at begins at words'
refused 1 '' --dump --at=§99 "$bundled"

if test -w /dev/full; then
	"$lectern" --dump "$bundled" >/dev/full 2>"$dir/err"
	same 'a full disk is a failure' 1 $?
	grep -q '^lectern: standard output: no space left' "$dir/err"
	verdict $? 'and is told'
else
	skip 'a full disk is a failure' 'no /dev/full'
fi
"$lectern" --dump "$bundled" >&- 2>"$dir/err"
same 'a closed standard output is a failure' 1 $?
grep -q '^lectern: standard output: is closed' "$dir/err"
verdict $? 'and is told'
"$lectern" --help >&- 2>"$dir/err"
same 'also of --help' 1 $?
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	cat "$bundled"
done >"$dir/long"
{ "$lectern" --dump "$dir/long" 2>"$dir/err"; echo $? >"$dir/status"; } |
	head -1 >/dev/null
same 'where nobody reads on it ends as others do, quietly' 141 \
	"$(cat "$dir/status" "$dir/err")"

finish
