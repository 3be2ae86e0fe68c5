#!/bin/sh
# The rules of the house: who may call and include whom, and how long things
# get. Speaks TAP; each failure names the offender.
LC_ALL=C
export LC_ALL
: "${NM:=nm}" "${top_builddir:=.}" "${top_srcdir:=.}"

dir=$(mktemp -d) || exit 99
trap 'rm -rf "$dir"' EXIT
cd "$top_builddir" && top_builddir=$(pwd) && cd "$top_srcdir" || exit 99

count=0

# verdict SENTENCE: passes when $dir/wrong is empty, else shows it.
verdict()
{
	count=$((count + 1))
	if test -s "$dir/wrong"; then
		echo "not ok $count - $1"
		sort -u "$dir/wrong" | sed 's/^/# /' | tee /dev/stderr
	else
		echo "ok $count - $1"
	fi
}

find src include -name '*.[ch]' | sort >"$dir/files"
grep '\.h$' "$dir/files" >"$dir/headers"
test -s "$dir/files" || exit 99

# --- By symbols -----------------------------------------------------------

# What C11 gives without a file, a clock, a locale or the environment.
libc='mem(cpy|move|set|cmp|chr)|bcmp
str(len|chr|rchr|cmp|ncmp|cpy|ncpy|cat|spn|cspn|pbrk|str)|stpcpy
strto(l|ul|ll|ull|imax|umax)|(malloc|calloc|realloc|free|abort)
qsort|bsearch|v?snprintf|__assert_(fail|rtn)'
unistring='(u8|u16|u32|uc)_[a-z0-9_]+'
# What compilers put in by themselves.
compiler='__(asan|ubsan|lsan|sanitizer|gcov|llvm_profile|llvm_gcov)_.*
__stack_chk_(fail|guard)|_GLOBAL_OFFSET_TABLE_|__tls_get_addr
llvm_gcda_.*'

one_line()
{
	printf '%s\n' "$@" | paste -s -d '|' -
}

# "OBJECT NAME" of each symbol that the core leaves to others to define;
# a fortified call and a renamed one go by their plain names.
"$NM" -A -P "$top_builddir/src/libcore.a" 2>/dev/null >"$dir/symbols"
grep -q ' T ' "$dir/symbols" || exit 99
awk '
	{ sub(/^[^[]*\[/, ""); sub(/\]:/, "") }
	$3 ~ /^[Uw]$/ { wanted[$1 " " $2] = $2 }
	$3 !~ /^[Uw]$/ { defined[$2] = 1 }
	END { for (w in wanted) if (!(wanted[w] in defined)) print w }
' "$dir/symbols" | sed -E "
	$(test "$(uname)" = Darwin && echo 's/ _/ /')
	s/ __(.*)_chk\$/ \\1/
	s/ __isoc(99|23)_/ /" | sort >"$dir/undefined"

# What the core itself declares is its own; the linker sees to the rest.
grep -E "^include/(base|text|layout|marks|reader)/" "$dir/headers" |
	xargs grep -hvE "^[[:space:]]*/?\*" |
	grep -oE "[a-z0-9]+_[a-z0-9_]+\(" |
	sed 's/.$//; s/^/ /; s/$/$/' >"$dir/declared"
grep -vE " ($(one_line "$libc" "$unistring" "$compiler"))\$" \
	"$dir/undefined" |
	grep -v -f "$dir/declared" >"$dir/wrong"
verdict "the core calls no file, clock, environment, locale or terminal"

nm_members()
{
	for file in src/"$1"/*.c; do
		basename "$file" .c
	done
}

grep -E " ($unistring)\$" "$dir/undefined" |
	grep -vE "^(libcore_a-)?($(one_line "$(nm_members base)"))\.o " \
	>"$dir/wrong"
verdict "only base calls libunistring"

# --- By includes ----------------------------------------------------------

# "FILE LAYER KIND NAME" of every include; KIND is " or <.
xargs awk '
	/^[ \t]*#[ \t]*include/ {
		layer = FILENAME
		if (FILENAME == "src/main.c")
			layer = "cli"
		else {
			sub(/^[^\/]*\//, "", layer)
			sub(/\/.*/, "", layer)
		}
		name = $0
		sub(/^[^"<]*/, "", name)
		kind = substr(name, 1, 1)
		name = substr(name, 2)
		sub(/[">].*/, "", name)
		print FILENAME, layer, kind, name
	}
' <"$dir/files" >"$dir/includes"

awk '
	BEGIN {
		n = split("base text layout marks reader", order, " ")
		for (i = 1; i <= n; i++)
			floor[order[i]] = i
		floor["screen"] = floor["store"] = 6
		floor["cli"] = 7
	}
	!($2 in floor) { print $1 ": no layer of the house"; next }
	$3 != "\"" { next }
	$4 == "config.h" && floor[$2] > 5 { next }
	{
		layer = $4
		if (!sub(/\/.*/, "", layer) || !(layer in floor))
			print $1 ": \"" $4 "\" is of no layer"
		else if (floor[layer] > floor[$2])
			print $1 ": \"" $4 "\" is of a higher floor"
		else if (layer != $2 && floor[layer] == floor[$2])
			print $1 ": \"" $4 "\": screen and store never meet"
	}
' "$dir/includes" >"$dir/wrong"
verdict "a file includes its own layer or a lower one"

awk '$3 == "<" && $4 ~ /^(n?curses|ncursesw?\/.*|term)\.?h?/ &&
	$2 != "screen" { print $1 ": <" $4 ">" }' "$dir/includes" >"$dir/wrong"
verdict "only screen includes curses"

awk '$3 == "<" && $4 ~ /^uni[a-z0-9]*\.h$/ && $4 != "unistd.h" &&
	$1 != "src/base/ucs.c" { print $1 ": <" $4 ">" }' \
	"$dir/includes" >"$dir/wrong"
verdict "only base/ucs.c includes libunistring"

awk '
	BEGIN {
		n = split("assert inttypes limits stdalign stdarg stdbool " \
			"stddef stdint stdio stdlib string", pure, " ")
		for (i = 1; i <= n; i++)
			allowed[pure[i] ".h"] = 1
	}
	# the instructions of a processor are no system
	$1 == "src/base/sha256_x86.c" &&
		($4 == "cpuid.h" || $4 == "immintrin.h") { next }
	($1 == "src/layout/quick.c" || $1 == "src/text/structure/asked.c" ||
	 $1 == "src/text/structure/glance.c") &&
		$4 == "emmintrin.h" { next }
	$2 ~ /^(base|text|layout|marks|reader)$/ && $3 == "<" &&
	$4 !~ /^uni[a-z]*\.h$/ && !($4 in allowed) { print $1 ": <" $4 ">" }
' "$dir/includes" >"$dir/wrong"
verdict "the core includes nothing of the system but plain C11"

awk '$3 == "\"" && $1 ~ /\.h$/ { print $1, "include/" $4 }' \
	"$dir/includes" | tsort 2>"$dir/wrong" >/dev/null
verdict "no headers include each other in a circle"

awk '
	$1 ~ /^src\// { next }
	$3 == "\"" { included[$1]++ }
	END { for (f in included) if (included[f] > 7) print f }
' "$dir/includes" >"$dir/wrong"
verdict "no header is an umbrella over more than seven others"

# --- By size --------------------------------------------------------------

xargs awk '
	FNR == 1 && !/^\/\* .*[^ ]/ { print FILENAME ":1" }
' <"$dir/files" >"$dir/wrong"
verdict "every file opens with a line that says what it is for"

xargs wc -l <"$dir/files" |
	awk '$1 > 500 && $2 != "total" { print $2 ": " $1 " lines" }' \
	>"$dir/wrong"
verdict "no file is longer than 500 lines"

xargs awk '
	{
		columns = 0
		gsub(/[\200-\277]/, "")
		n = split($0, part, "\t")
		for (i = 1; i <= n; i++) {
			columns += length(part[i])
			if (i < n)
				columns += 8 - columns % 8
		}
		if (columns > 80)
			print FILENAME ":" FNR ": " columns " columns"
	}
' <"$dir/files" >"$dir/wrong"
verdict "no line is wider than 80 columns"

# The manner puts a function's braces at column 0.
xargs awk '
	FNR == 1 { opened = 0 }
	/^\{/ { opened = FNR }
	/^\}/ && opened {
		if (FNR - opened - 1 > 40)
			print FILENAME ":" opened ": " FNR - opened - 1 " lines"
		opened = 0
	}
' <"$dir/files" >"$dir/wrong"
verdict "no function is longer than 40 lines"

echo "1..$count"
