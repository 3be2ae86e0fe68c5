# Helpers of the tests that run lectern: TAP, and a home of their own.
# To be read in by them; ends the test as skipped where there is no program.
: "${top_builddir:=.}" "${top_srcdir:=.}"

lectern=$top_builddir/src/lectern
bundled=$top_srcdir/texts/trotsky-1933-same-international.txt
test -x "$lectern" || { echo '1..0 # SKIP lectern is not built'; exit 0; }

LC_ALL=C.UTF-8
dir=$(mktemp -d) || exit 99
trap 'chmod -R u+rwx "$dir"; rm -rf "$dir"' EXIT
HOME=$dir
export HOME LC_ALL
unset LECTERN_STORE XDG_STATE_HOME XDG_CONFIG_HOME NO_COLOR VISUAL EDITOR

count=0
failed=0

# verdict STATUS SENTENCE
verdict()
{
	count=$((count + 1))
	if test "$1" = 0; then
		echo "ok $count - $2"
	else
		failed=$((failed + 1))
		echo "not ok $count - $2"
	fi
}

# same SENTENCE WANTED GOT
same()
{
	test "$2" = "$3"
	verdict $? "$1"
	test "$2" = "$3" || printf '%s\n' "wanted: $2" "got: $3" |
		cut -c1-200 | sed 's/^/# /'
}

skip()
{
	count=$((count + 1))
	echo "ok $count - $1 # SKIP $2"
}

# run ARGUMENT...: leaves $status, $dir/out and $dir/err.
run()
{
	"$lectern" "$@" >"$dir/out" 2>"$dir/err" </dev/null
	status=$?
}

# refused STATUS WORDS ARGUMENT...: ends with STATUS and one line on standard
# error that begins with "lectern: WORDS"; nothing on standard output.
refused()
{
	wanted=$1 words=$2
	shift 2
	run "$@"
	same "$* ends with $wanted" "$wanted" "$status"
	same "$* is answered in one line" 1 "$(wc -l <"$dir/err" | tr -d ' ')"
	case $(cat "$dir/err") in
	"lectern: $words"*) verdict 0 "$* is answered: $words" ;;
	*)
		verdict 1 "$* is answered: $words"
		sed 's/^/# /' "$dir/err"
		;;
	esac
	test ! -s "$dir/out"
	verdict $? "$* prints nothing else"
}

# As nobody, whom permissions stop, where the test is run by root.
as_nobody()
{
	if test "$(id -u)" = 0; then
		chown -R 65534 "$dir"
		setpriv --reuid=65534 --clear-groups "$@"
	else
		"$@"
	fi
}

finish()
{
	echo "1..$count"
	exit $((failed > 0))
}
