#!/bin/sh
# --toc: title, sections and notes, for people and for programs.
. "${top_srcdir:-.}/tests/cli/lib.sh"

cat >"$dir/wanted" <<'EOF'
{"title": "It Is Impossible to Remain in the Same International with Stalin, Manuilsky, Losovsky and Company",
 "author": null,
 "sections": [
  {"level": 1, "title": "The Comintern “As a Whole”", "offset": 1068},
  {"level": 1, "title": "The German Party", "offset": 3583},
  {"level": 1, "title": "The First Four Congresses", "offset": 5371},
  {"level": 1, "title": "The C.P.S.U.", "offset": 7277},
  {"level": 1, "title": "The Road of Civil War", "offset": 9631},
  {"level": 1, "title": "Pressure on the Bureaucracy", "offset": 11860},
  {"level": 1, "title": "Danger of Adventurism", "offset": 13611},
  {"level": 1, "title": "Muenzenberg a Symbol", "offset": 15692},
  {"level": 1, "title": "The Comintern a Brake on the Revolutionary Movement", "offset": 16890},
  {"level": 1, "title": "The Axis of the New Crystallization", "offset": 18334}],
 "footnotes": [
  {"label": "1", "offset": 20244, "refs": [15981]}]}
EOF
run --toc --format=json "$bundled"
same 'the bundled text has its ten sections and its note' \
	"$(cat "$dir/wanted")" "$(cat "$dir/out")"

# Offsets are those of the file: what stands there is what was named.
stands_at()
{
	tail -c +$(($1 + 1)) "$bundled" | head -c "$2"
}
same 'a section is where it is said to be' 'The German Party' \
	"$(stands_at 3583 16)"
same 'a reference too' '[1]' "$(stands_at 15981 3)"
same 'a note too' '1. Oustric' "$(stands_at 20244 10)"

{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE "$bundled"; } >"$dir/utf16"
run --toc --format=json "$dir/utf16"
offset=$(sed -n 's/.*The German Party", "offset": \([0-9]*\).*/\1/p' \
	"$dir/out")
same 'offsets are bytes of the file on disk in UTF-16 too' \
	'The German Party' "$(tail -c +$((offset + 1)) "$dir/utf16" |
		head -c 32 | iconv -f UTF-16LE -t UTF-8)"

run --toc "$bundled"
same 'for people the title comes first' \
	'It Is Impossible to Remain in the Same International with Stalin, Manuilsky, Losovsky and Company' \
	"$(head -1 "$dir/out")"
same 'then how far in each section is' ' 17%  The German Party' \
	"$(sed -n 4p "$dir/out")"
grep -q '^\[1\] Oustric: Notorious' "$dir/out"
verdict $? 'and the notes'

{
	for i in 1 2 3; do
		echo "A paragraph that goes on for a line or two, and has a mark"
		echo "in it[$i] which refers to what stands below."
		echo
		echo "[Footnote $i: What stands below [so he says].]"
		echo
	done
} >"$dir/notes"
run --toc "$dir/notes"
same 'notes without the brackets around them' \
	'[2] What stands below [so he says].' "$(grep '^.2' "$dir/out")"

: >"$dir/empty"
run --toc --format=json "$dir/empty"
same 'an empty text has nothing' \
	'{"title": null, "author": null, "sections": [], "footnotes": []}' \
	"$(tr -d '\n' <"$dir/out")"

corpus=${LECTERN_CORPUS:-$top_srcdir/../shared/corpus}
if test -f "$corpus/score.py" && command -v python3 >/dev/null; then
	python3 "$corpus/score.py" "$corpus" --only '^ref-trotsky-1933$' \
		--cmd "$lectern --toc --format=json {}" >"$dir/score" 2>&1
	same 'the scorer finds no fault' 'overall   1.000' \
		"$(grep '^overall' "$dir/score")"
else
	skip 'the scorer finds no fault' 'it is not here'
fi

finish
