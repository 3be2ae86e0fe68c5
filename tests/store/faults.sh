#!/bin/sh
# Each system call of a save fails once: the store is the old or the new one,
# and the mark is in it or the person was told.
# What fails is the call, not the disk: nobody need wait for one.
if test -z "$TMPDIR" && test -d /dev/shm && test -w /dev/shm; then
	TMPDIR=/dev/shm
	export TMPDIR
fi
. "${top_srcdir:-.}/tests/cli/lib.sh"

faults=$top_builddir/tests/faults.so
test -s "$faults" || { echo '1..0 # SKIP no calls can be made to fail here'
	exit 0; }
# The sanitizer's library wants to be the first.
first=$(ldd "$lectern" 2>/dev/null | awk '/libasan/ { print $3 }')
preload=${first:+$first:}$faults

store=$dir/.lectern.rec
printf 'The café is closed today.\n\nWe waited in the rain for an hour.\n' \
	>"$dir/text"
run --mark=4-9 --note='of old' "$dir/text"
test "$status" = 0 || exit 99
mv "$store" "$dir/old"
mkdir -p "$dir/before"

# prepare VARIANT: the home as it is before the save.
prepare()
{
	rm -rf "$store" "$store~" "$dir/twin" "$dir/.local" "$dir/met" \
		"$dir/.lectern.sync-conflict-1.rec"*
	case $1 in
	new) ;;
	old) cp "$dir/old" "$store" ;;
	linked) cp "$dir/old" "$store" && ln "$store" "$dir/twin" ;;
	esac
}

# Saves a mark with the fault "$1"; leaves $status.
save()
{
	FAULT=$1 FAULT_MET=$dir/met LD_PRELOAD=$preload \
		"$lectern" --mark=14-20 --note='made anew' "$dir/text" \
		>"$dir/out" 2>"$dir/err" </dev/null
	status=$?
}

is_old()
{
	if test "$1" = new; then
		test ! -e "$store"
	else
		cmp -s "$store" "$dir/old"
	fi
}

is_new()
{
	case $(cat "$store") in
	*"
Note: of old
"*"
Note: made anew"*) ;;
	*"
Note: made anew"*) test "$1" = new || return 1 ;;
	*) return 1 ;;
	esac
	"$lectern" --check >"$dir/check" 2>&1
}

# A file of two names is written in place: its backup is whole then.
is_whole()
{
	is_old "$1" || is_new "$1" ||
		{ test "$1" = linked && cmp -s "$store~" "$dir/old"; }
}

is_one_message()
{
	{
		read -r line && case $line in 'lectern: '*) ;; *) false ;; esac
	} <"$dir/err" && ! { read -r line && read -r line; } <"$dir/err"
}

# What is wrong after the save, if anything.
judge()
{
	is_whole "$1" || echo 'the store is neither the old nor the new one'
	case $2:$status in
	kill:137) return ;;
	*:0)
		is_new "$1" || echo 'the mark is not in the store'
		test -s "$dir/out" || echo 'its id was not printed'
		;;
	*:1)
		is_one_message || echo 'nothing was told, or not in one line'
		;;
	*) echo "the status is $status" ;;
	esac
	for left in "$dir"/..lectern*; do
		test ! -e "$left" || echo "left behind: $left"
	done
}

# every VARIANT WHAT: the faults at every call, until a save has no more.
every()
{
	call=0
	wrong=
	rm -f "$dir/met"
	while call=$((call + 1)); test "$call" -le 500; do
		prepare "$1"
		save "$call:$2"
		test -e "$dir/met" || break
		said=$(judge "$1" "$2")
		test -z "$said" || wrong="$wrong
# at call $call: $said: $(head -c 300 "$dir/err")"
		rm -f "$dir"/..lectern*
	done
	test -z "$wrong" && test "$call" -gt 10 && test "$call" -lt 500
	verdict $? "$3, at each of $((call - 1)) calls: $4"
	test -z "$wrong" || echo "$wrong" | grep .
}

for variant in old new linked; do
	case $variant in
	old) words='a store' ;;
	new) words='a first store' ;;
	linked) words='a store of two names' ;;
	esac
	every $variant 28 "$words" 'no space left'
	every $variant 5 "$words" 'an input/output error'
	every $variant 122 "$words" 'quota exceeded'
	every $variant 4 "$words" 'interrupted'
	every $variant short "$words" 'a short write'
	every $variant kill "$words" 'killed'
done

finish
