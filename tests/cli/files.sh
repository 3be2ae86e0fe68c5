#!/bin/sh
# What is no text, or cannot be read, is told in one line.
. "${top_srcdir:-.}/tests/cli/lib.sh"

refused 1 "$dir/nothing: no such file" --dump "$dir/nothing"
refused 1 "$dir: is a directory" --dump "$dir"
refused 1 "$dir: is a directory" --toc "$dir"
refused 1 "$dir/nothing: no such file" --notes "$dir/nothing"
refused 1 "$dir/nothing: no such file" --mark=1-2 "$dir/nothing"
ln -s ring "$dir/ring"
refused 1 "$dir/ring: a circle of symbolic links" "$dir/ring"
touch "$dir/plain"
refused 1 "$dir/plain/below: " --dump "$dir/plain/below"
bad=$(printf '%s/a\033[31mb\001' "$dir")
refused 1 "$dir/a?[31mb?: no such file" --dump "$bad"
if test -c /dev/zero; then
	refused 1 '/dev/zero: is no regular file and goes on past 256 MiB' \
		--dump /dev/zero
else
	skip '/dev/zero is refused' 'there is none'
fi

mkfifo "$dir/fifo"
{ printf 'First, '; sleep 0.2; printf 'then the rest.\n'; } >"$dir/fifo" &
"$lectern" --dump "$dir/fifo" >"$dir/out"
same 'a FIFO is read to its end' 'First, then the rest.' "$(cat "$dir/out")"
wait

"$lectern" --dump - <&- >"$dir/out" 2>"$dir/err"
same 'a closed standard input is a failure' 1 $?
grep -q '^lectern: standard input: is closed' "$dir/err"
verdict $? 'and is told'

if test "$(id -u)" != 0 || command -v setpriv >/dev/null; then
	echo x >"$dir/secret"
	chmod 000 "$dir/secret"
	as_nobody "$lectern" --dump "$dir/secret" 2>"$dir/err"
	same 'a forbidden file is a failure' 1 $?
	# a build for coverage cannot write its figures as nobody and says so
	same 'and is told' "lectern: $dir/secret: permission denied" \
		"$(grep -v '^profiling:' "$dir/err")"
else
	skip 'a forbidden file is a failure' 'root may read everything'
fi

echo 'Here all along.' >"$dir/text"
(unset HOME; "$lectern" --dump "$dir/text") >"$dir/out" 2>"$dir/err"
same 'without HOME a text is read' 'Here all along.' "$(cat "$dir/out")"
(unset HOME; "$lectern" --mark=0-4 "$dir/text") >"$dir/out" 2>"$dir/err"
same 'without HOME no mark can be made' 1 $?
grep -q 'HOME is not set' "$dir/err"
verdict $? 'and is told why'

finish
