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
# To look for leaks takes longest: it is done where no space is left, no more.
no_leaks=$ASAN_OPTIONS:detect_leaks=0

printf 'The café is closed today.\n\nWe waited in the rain for an hour.\n' \
	>"$dir/text"
run --mark=4-9 --note='of old' "$dir/text"
test "$status" = 0 && mv "$dir/.lectern.rec" "$dir/saved" || exit 99

# A home of its own for each variant: they are tried at the same time.
at_home()
{
	dir=$dir/$1
	HOME=$dir
	store=$dir/.lectern.rec
	mkdir "$dir" && cp "${dir%/*}/text" "${dir%/*}/saved" "$dir"
}

# prepare VARIANT: the home as it is before the save.
prepare()
{
	rm -rf "$store" "$store~" "$dir/twin" "$dir/.local" "$dir/met" \
		"$dir"/..lectern*
	case $1 in
	new) ;;
	old) cp "$dir/saved" "$store" ;;
	linked) cp "$dir/saved" "$store" && ln "$store" "$dir/twin" ;;
	esac
}

# Saves a mark with the fault "$1"; leaves $status.
save()
{
	case $1 in *:28) leaks=$ASAN_OPTIONS ;; *) leaks=$no_leaks ;; esac
	ASAN_OPTIONS=$leaks \
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
		cmp -s "$store" "$dir/saved"
	fi
}

# Both notes are lines of the store, one where it began with this save, and
# nothing is wrong with it. Read by the shell itself: no process a look.
is_new()
{
	notes=
	while read -r line; do
		case $line in 'Note: '*) notes="$notes$line;" ;; esac
	done <"$store"
	case $1:$notes in
	new:'Note: made anew;') ;;
	[ol]*:'Note: of old;Note: made anew;') ;;
	*) return 1 ;;
	esac
	ASAN_OPTIONS=$no_leaks "$lectern" --check >"$dir/check" 2>&1
}

# The store after the save: old, new, backed (a file of two names is written in
# place, and its backup is whole then) or broken.
state()
{
	if test -e "$store" && is_new "$1"; then
		state=new
	elif is_old "$1"; then
		state=old
	elif test "$1" = linked && cmp -s "$store~" "$dir/saved"; then
		state=backed
	else
		state=broken
	fi
}

is_one_message()
{
	{
		read -r line && case $line in 'lectern: '*) ;; *) false ;; esac
	} <"$dir/err" && ! { read -r line && read -r line; } <"$dir/err"
}

# Adds to $said what is wrong after the save, if anything.
judge()
{
	said=
	state "$1"
	test "$state" != broken ||
		said='the store is neither the old nor the new one'
	case $2:$status in
	kill:137) return ;;
	*:0)
		test "$state" = new || said="$said; the mark is not in it"
		test -s "$dir/out" || said="$said; its id was not printed"
		;;
	*:1)
		is_one_message ||
			said="$said; nothing was told, or not in one line"
		;;
	*) said="$said; the status is $status" ;;
	esac
	for left in "$dir"/..lectern*; do
		test ! -e "$left" || said="$said; left behind: $left"
	done
}

# every VARIANT WHAT: the faults at every call, until a save has no more.
every()
{
	call=0
	wrong=
	while call=$((call + 1)); test "$call" -le 500; do
		prepare "$1"
		save "$call:$2"
		test -e "$dir/met" || break
		judge "$1" "$2"
		test -z "$said" || wrong="$wrong
# at call $call: $said: $(head -c 300 "$dir/err")"
	done
	test -z "$wrong" && test "$call" -gt 10 && test "$call" -lt 500
	verdict $? "$3, at each of $((call - 1)) calls: $4"
	test -z "$wrong" || echo "$wrong" | grep .
}

# try VARIANT FIRST WORDS: all faults, their verdicts counted from FIRST on.
try()
{
	trap - EXIT
	at_home "$1" || exit 99
	count=$2
	every "$1" 28 "$3" 'no space left'
	every "$1" 5 "$3" 'an input/output error'
	every "$1" 122 "$3" 'quota exceeded'
	every "$1" 4 "$3" 'interrupted'
	every "$1" short "$3" 'a short write'
	every "$1" kill "$3" 'killed'
	exit $((failed > 0))
}

try old 0 'a store' >"$dir/1" &
of_old=$!
try new 6 'a first store' >"$dir/2" &
of_new=$!
try linked 12 'a store of two names' >"$dir/3" &
of_linked=$!
wait $of_old || failed=1
wait $of_new || failed=1
wait $of_linked || failed=1
cat "$dir/1" "$dir/2" "$dir/3"
count=18
finish
