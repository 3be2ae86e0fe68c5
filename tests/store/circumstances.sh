#!/bin/sh
# Where and what the store is when a mark is saved: the mark is in it, or the
# store is what it was and the person was told.
. "${top_srcdir:-.}/tests/cli/lib.sh"

faults=$top_builddir/tests/faults.so
first=$(ldd "$lectern" 2>/dev/null | awk '/libasan/ { print $3 }')
mkdir "$dir/home" "$dir/real"
HOME=$dir/home
store=$HOME/.lectern.rec
printf 'The café is closed today.\n\nWe waited in the rain for an hour.\n' \
	>"$dir/text"
run --mark=4-9 --note='of old' "$dir/text"
test "$status" = 0 || exit 99
mv "$store" "$dir/old"

# begin: the home and the directory "real" as they are before the save.
begin()
{
	chmod -R u+rwx "$HOME" "$dir/real"
	rm -rf "$HOME" "$dir/real"
	mkdir "$HOME" "$dir/real"
	chmod 755 "$dir" "$HOME"
}

# save [COMMAND...]: marks, by COMMAND; leaves $status, $dir/out, $dir/err.
save()
{
	"$@" "$lectern" --mark=14-20 --note='made anew' "$dir/text" \
		>"$dir/out" 2>"$dir/err" </dev/null
	status=$?
}

# is_kept SENTENCE FILE: the mark is in FILE, beside the old one.
is_kept()
{
	test "$status" = 0 && test -s "$dir/out" &&
		grep -q '^Note: made anew' "$2" && grep -q '^Note: of old' "$2"
	verdict $? "$1"
}

# is_told SENTENCE FILE WORDS: FILE is as of old, and WORDS are told in one line.
is_told()
{
	test "$status" = 1 && test ! -s "$dir/out" && cmp -s "$2" "$dir/old" &&
		test "$(wc -l <"$dir/err" | tr -d ' ')" = 1 &&
		grep -q "^lectern: .*$3" "$dir/err"
	verdict $? "$1"
	sed 's/^/# /' "$dir/err"
}

begin
cp "$dir/old" "$dir/real/a.rec"
ln -s ../real/a.rec "$store"
save
is_kept 'a link is followed' "$dir/real/a.rec"
test -L "$store"
verdict $? 'and stays a link'

begin
cp "$dir/old" "$dir/real/a.rec"
ln -s a.rec "$dir/real/b.rec"
ln -s "$dir/real/b.rec" "$HOME/c.rec"
ln -s c.rec "$store"
save
is_kept 'a chain of links is followed' "$dir/real/a.rec"
test -L "$store" && test -L "$HOME/c.rec" && test -L "$dir/real/b.rec"
verdict $? 'and all of them stay'

begin
ln -s "$dir/real/a.rec" "$store"
save
test "$status" = 0 && grep -q '^Note: made anew' "$dir/real/a.rec" &&
	test -L "$store"
verdict $? 'a dangling link leads to where the store is made'

begin
ln -s .lectern.rec "$store"
save
test "$status" = 1 && grep -q 'a circle of symbolic links' "$dir/err" &&
	test -L "$store"
verdict $? 'a circle of links is told of'

begin
cp "$dir/old" "$store"
ln "$store" "$dir/real/twin"
save
is_kept 'a file of two names is kept' "$store"
cmp -s "$store" "$dir/real/twin"
verdict $? 'under both'

begin
mkdir "$store"
save
test "$status" = 1 && grep -q 'is a directory' "$dir/err" && test -d "$store"
verdict $? 'a directory is told of'

begin
: >"$store"
save
test "$status" = 0 && grep -q '^Note: made anew' "$store"
verdict $? 'an empty file is a store in which nothing was marked'

begin
sed '1s/format 1/format 9/' "$dir/old" >"$store"
cp "$store" "$dir/newer"
save
test "$status" = 1 && cmp -s "$store" "$dir/newer" &&
	grep -q 'newer lectern' "$dir/err"
verdict $? 'a newer format is left alone'

begin
printf '\211PNG\r\n\032\n\0\0\377\376 a picture\n' >"$store"
cp "$store" "$dir/picture"
save
test "$status" = 0 && grep -q '^Note: made anew' "$store" &&
	grep -a -q ' a picture' "$store"
verdict $? 'of a file that is none nothing is lost'

begin
mkfifo "$store"
save timeout 20
test "$status" -ne 0 && test "$status" -ne 124 && test -p "$store" &&
	test -s "$dir/err"
verdict $? 'a FIFO is told of, and nobody waits for it'

begin
save env -u HOME -u XDG_STATE_HOME
test "$status" = 1 && grep -q 'HOME is not set' "$dir/err"
verdict $? 'without a home that is told'

# As a person whom permissions stop; root is not.
begin
cp "$dir/old" "$store"
chmod 444 "$store"
save as_nobody
is_told 'a file that may not be written is told of' "$store" \
	'permission denied'
begin
cp "$dir/old" "$store"
chmod 644 "$store"
as_nobody true
chmod 555 "$HOME"
save as_nobody
is_kept 'a directory that may not be written does not hinder' "$store"
# Root made it there, in the same circumstances; nobody else may replace it.
begin
cp "$dir/old" "$store"
shared=$(mktemp -d) || exit 99
chmod 1777 "$shared"
: >"$shared/.lectern.rec~"
as_nobody true
chmod 555 "$HOME"
save as_nobody env TMPDIR="$shared"
is_kept 'nor does the backup of another person' "$store"
cmp -s "$shared"/.lectern.rec.*~ "$dir/old"
verdict $? 'beside which there is one of the store as it was'
rm -rf "$shared"
chmod -R u+rwx "$HOME"

# A file system that is read-only: a real one where mounting is allowed.
begin
cp "$dir/old" "$dir/real/.lectern.rec"
rm -f "$dir/met"
if unshare -rm sh -c 'mount --bind "$1" "$2" && mount -o remount,bind,ro "$2"' \
	sh "$dir/real" "$HOME" 2>/dev/null; then
	save unshare -rm sh -c 'mount --bind "$1" "$2" &&
		mount -o remount,bind,ro "$2" && shift 2 && exec "$@"' \
		sh "$dir/real" "$HOME"
	is_told 'a read-only file system is told of' \
		"$dir/real/.lectern.rec" 'read-only'
else
	echo '# mounting is not allowed here: by failing calls alone'
fi
begin
cp "$dir/old" "$store"
if test -s "$faults"; then
	save env FAULT=0:read-only FAULT_UNDER="$HOME" \
		FAULT_MET="$dir/met" LD_PRELOAD="${first:+$first:}$faults"
	test -e "$dir/met" || status=none
	is_told 'and so is one where every change fails' "$store" 'read-only'
fi

finish
