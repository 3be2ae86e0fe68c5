#!/bin/sh
# GNU recutils reads every awkward value of a store back as it was.
: "${top_builddir:=.}"
awkward=$top_builddir/tests/awkward
for tool in recfix recsel rec2csv; do
	command -v $tool >/dev/null || {
		echo "1..0 # SKIP $tool is not there (recutils)"
		exit 0
	}
done
LC_ALL=C.UTF-8
export LC_ALL
dir=$(mktemp -d) || exit 99
trap 'rm -rf "$dir"' EXIT

count=0
verdict()
{
	count=$((count + 1))
	if test "$1" = 0; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
	fi
}

"$awkward" store >"$dir/store.rec"
recfix --check "$dir/store.rec" >"$dir/out" 2>&1
verdict $? 'recfix finds nothing wrong'
sed 's/^/# /' "$dir/out"

values=$("$awkward")
i=0
wrong=0
while test $i -lt "$values"; do
	{ "$awkward" $i; echo; } >"$dir/wanted"
	recsel -P F$i "$dir/store.rec" >"$dir/got"
	cmp -s "$dir/wanted" "$dir/got" || {
		wrong=$((wrong + 1))
		echo "# F$i"
		diff "$dir/wanted" "$dir/got" | cat -A | sed 's/^/# /'
	}
	i=$((i + 1))
done
test $wrong = 0
verdict $? 'recsel gives every value back'

"$awkward" csv >"$dir/wanted"
rec2csv "$dir/store.rec" >"$dir/got"
cmp -s "$dir/wanted" "$dir/got"
verdict $? 'rec2csv gives every value back'
diff "$dir/wanted" "$dir/got" | cat -A | sed 's/^/# /'

echo "1..$count"
