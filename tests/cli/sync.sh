#!/bin/sh
# Two machines whose stores a synchroniser carries to and fro, while both are
# marked in and edited by hand: of two changed apart one becomes a conflict
# copy on both. No word is ever lost.
. "${top_srcdir:-.}/tests/cli/lib.sh"

mkdir "$dir/a" "$dir/b"
printf 'The café is closed today.\n\nWe waited in the rain for an hour.\n' \
	>"$dir/text"
words=$dir/words
made=0
dice=7
failures=

# throw N: 0 to N - 1 in $thrown, the same in every run.
throw()
{
	dice=$(((dice * 1103515245 + 12345) % 2147483648))
	thrown=$((dice / 65536 % $1))
}

# on MACHINE ARGUMENT...
on()
{
	HOME=$dir/$1
	shift
	"$lectern" "$@" >"$dir/out" 2>"$dir/err" </dev/null ||
		failures="$failures$* $(cat "$dir/err");"
}

# A new mark, or a word more in some note.
change()
{
	made=$((made + 1))
	throw 3
	if test "$thrown" != 0 || ! test -e "$dir/$1/.lectern.rec"; then
		throw 50
		on "$1" --mark=$thrown-$((thrown + 8)) --note="w$made." \
			"$dir/text"
	else
		store=$dir/$1/.lectern.rec
		throw "$(grep -c '^Note: ' "$store")"
		awk -v nth="$thrown" -v word="w$made." '
			/^Note: / && n++ == nth { $0 = $0 " " word }
			{ print }' "$store" >"$dir/edited"
		cat "$dir/edited" >"$store"
	fi
	echo "w$made." >>"$words"
}

# carry WINNER LOSER: the synchroniser comes by.
carry()
{
	from=$dir/$1/.lectern.rec
	to=$dir/$2/.lectern.rec
	test -e "$from" || return
	if test -e "$to" && ! cmp -s "$from" "$to"; then
		copy=.lectern.sync-conflict-20261122-10$((1000 + made))-ABC.rec
		cp "$to" "$dir/$1/$copy"
		cp "$to" "$dir/$2/$copy"
	fi
	cp "$from" "$to"
}

for round in 1 2 3 4 5 6 7 8 9 10 11 12; do
	for machine in a b; do
		throw 3
		for i in 1 2; do
			test $i -gt "$thrown" || change $machine
		done
	done
	throw 3
	case $thrown in
	0) carry a b ;;
	1) carry b a ;;
	esac
done
carry a b
on a --notes
on b --notes

same 'no call has failed' '' "$failures"
test "$made" -gt 15
verdict $? 'there was something to lose'
for machine in a b; do
	lost=
	while read -r word; do
		grep -q -F "$word" "$dir/$machine/.lectern.rec" ||
			lost="$lost $word"
	done <"$words"
	same "machine $machine has every word" '' "$lost"
	on $machine --check
	same "and its store is sound" '' "$failures"
	sort "$dir/$machine/.lectern.rec" >"$dir/$machine.sorted"
done
cmp -s "$dir/a.sorted" "$dir/b.sorted"
verdict $? 'both have the same'
finish
