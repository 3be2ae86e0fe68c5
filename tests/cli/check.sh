#!/bin/sh
# --check and --purge: the store examined by lines, a text by its notes.
. "${top_srcdir:-.}/tests/cli/lib.sh"

cd "$dir" || exit 99
case $lectern in
/*) ;;
*) lectern=$OLDPWD/$lectern ;;
esac
store=$dir/.lectern.rec

run --check
same 'no store is a sound one' '0 ' "$status $(cat out)"
cat >text <<'END'
A Title

Some words here.[1] And more of these.[2] A missing one.[7]

It was in the year [1917], as is known. And then again.[3]

Notes

[1] First note.

[2] Second note.

[3] Third note.

[4] Never cited.

[2] Twice.
END
run --check text
same 'what is wrong with the notes of a text is told by its lines' \
'text:3: [7] refers to a note that is missing
text:11: note 2 is not the only one of this label, and never cited
text:15: note 4 is never cited' "$(cat out)"
same 'with status 1' 1 "$status"
same 'and is no error' '' "$(cat err)"
sed '15,$d; s/ A missing one.\[7\]//' text >sound
run --check sound
same 'a sound text is passed over in silence' '0 ' "$status $(cat out)"

cat >sections <<'END'
I. The Town

A town lay by the river, and many people lived in it at that time.

II. Wages

They were paid by the week, and not well, as all of them would say.

IV. Bread

Bread was dear in that year, and nobody knew what would come of it.

V. Wages

So they asked for more of them, and were told to come again in May.
END
run --check sections
same 'a number left out, and a heading that comes again, by their lines' \
'sections:9: "IV. Bread" follows "II. Wages" of line 5: the numbers do not count on
sections:13: heading "V. Wages" repeats that of line 5' "$(cat out)"
cat >scenes <<'END'
PART ONE

I

It was early, and there was nothing yet to be said of it by anybody.

II

They came in at the door, one by one, and nobody said a word to them.

III

They go in at the door, one by one, and nobody says a word to them.

PART TWO

I NIGHT

It was late in the year, and the wind had gone round to the north.

II THE STREET

Nobody was in the street at that time but the man with the lantern.

III THE STUDY

He sat there with his books, as he had done in all of those years.

IV THE STUDY

He sits there still, and has put out the lamp that stood before him.
END
run --check scenes
same 'what goes on under one name, and a number read as a word, are no faults' \
'0 ' "$status $(cat out)"
for part in ONE TWO; do
	printf 'PART %s\n\n' $part
	for n in A B C D; do
		printf '%s. Of the %s%s\n\n' $n $part $n
		echo 'What is to be said of it was said in this paragraph.'
		echo
	done
	printf 'Notes\n\nNothing more is to be said, and here it ends.\n\n'
done >sections
run --check sections
same 'letters that begin again, and notes of each part, are in order' '' \
	"$(cat out)"
{
	echo 'Words have[1] notes[2] here[5] in the text.'
	printf '\n[%s] A note.\n' 1 2 5
} >gap
run --check gap
same 'a note left out is told where the next stands' \
	'gap:7: note 5 follows note 2' "$(cat out)"

run --mark=9-19 --note=one sound
id=$(cat out)
run --mark=26-30 sound
run --check sound
same 'marks that are found are no problem' '0 ' "$status $(cat out)"
sed 's/^Some words here/Quite another beginning/' sound >changed
cat changed >sound
run --check sound
same 'one that is not found is' 1 "$status"
grep -q "^$store:[0-9]*: highlight $id (\"Some words\") is not found in sound" \
	out
verdict $? 'and named by its line in the store'
line=$(sed -n "s|^$store:\([0-9]*\): highlight.*|\1|p" out)
same 'where it is' "Id: $id" "$(sed -n "${line:-1}p" "$store")"
run --check
same 'without the text the store is sound' '0 ' "$status $(cat out)"
if command -v recfix >/dev/null; then
	recfix --check "$store"
	verdict $? 'recutils say so too'
else
	skip 'recutils say so too' 'no recfix'
fi

cp "$store" before
printf '\nId: X1\nKind: highlight\nUpdated: yesterday\nno field\n' >>"$store"
first=$(grep -n '^Id: X1' "$store" | cut -d: -f1)
run --check
same 'a damaged store has status 1' 1 "$status"
grep -q "^$store:$first: .*(X1)$" out
verdict $? 'its records are named by line and Id'
grep -q "^$store:$((first + 3)): " out
verdict $? 'its lines by their numbers'
cp before "$store"
printf '# lectern marks, format 9.\n' >new.rec
refused 1 'marks cannot be saved: ' --check --store=new.rec
printf 'x' >plain
refused 1 'marks cannot be read or saved: ' \
	--check --store=plain/store

run --purge
same 'without deleted marks nothing is purged' \
	'0 0 deleted records removed for good' "$status $(cat out)"
cmp -s "$store" before
verdict $? 'and the store stays as it was'
awk -v id="Id: $id" '{ print }
	$0 == id { print "Deleted: 2020-01-01T00:00:00.000Z" }' before >"$store"
printf '\nId: Y1\nKind: note\nDeleted: 2999-01-01T00:00:00.000Z\n' >>"$store"
cp "$store" before
run --purge
same 'what was deleted long ago is purged' \
	'0 1 deleted record removed for good' "$status $(cat out)"
same 'and gone from the store' '' "$(grep "$id" "$store")"
grep -q '^Id: Y1' "$store"
verdict $? 'but nothing else is'
cmp -s "$store~" before
verdict $? 'the store as it was is kept'
refused 1 'marks cannot be saved: ' --purge --store=new.rec

finish
