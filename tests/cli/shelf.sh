#!/bin/sh
# Without FILE and without a terminal the shelf is printed.
. "${top_srcdir:-.}/tests/cli/lib.sh"

run
same 'the shelf is printed' 0 "$status"
grep -q '^It Is Impossible .*  not yet read$' "$dir/out"
verdict $? 'the bundled text stands on it'

places=$dir/.local/state/lectern/places.rec
mkdir -p "$dir/.local/state/lectern"
echo 'Some words to be read.' >"$dir/read.txt"
cat >"$places" <<'EOF'
%rec: Place

Path: ~/gone.txt
Title: Gone
Offset: 1
Size: 2
Read: 2026-11-23T04:00:00.000Z

Path: ~/read.txt
Title: Words
Offset: 5
Size: 20
Read: 2026-11-22T04:00:00.000Z
EOF
run
grep -q '^Words  25%  .* ago$' "$dir/out"
verdict $? 'a text read lately stands on it'
same 'first' 'Words  25%' "$(head -1 "$dir/out" | cut -c1-10)"
same 'one that is gone does not' '' "$(grep Gone "$dir/out")"
sed 's/^Offset: 5$/Offset: 5\nFinished: yes/' "$places" >"$dir/finished"
cp "$dir/finished" "$places"
run
grep -q '^Words  100%  .* ago$' "$dir/out"
verdict $? 'a text whose end was seen is read to the end'
run --dump "$bundled"
test "$(grep -c Path "$places")" = 2
verdict $? 'printing a text is not reading it'

(unset HOME; "$lectern") >"$dir/out" 2>"$dir/err" </dev/null
same 'without HOME there is a shelf too' 0 $?

finish
