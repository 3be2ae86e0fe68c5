#!/bin/sh
# --merge, and git's merges: no mark of either store is lost.
. "${top_srcdir:-.}/tests/cli/lib.sh"

printf 'The café is closed today.\n\nWe waited in the rain for an hour.\n' \
	>"$dir/text"
cd "$dir" || exit 99
case $lectern in
/*) ;;
*) lectern=$OLDPWD/$lectern ;;
esac

run --store=mine.rec --mark=4-9 --note=mine text
cp mine.rec other.rec
run --store=mine.rec --mark=10-12 --note='only here' text
run --store=other.rec --mark=13-19 --note='only there' text
run --store=other.rec --mark=20-25 text
cp other.rec before

run --store=mine.rec --merge=other.rec
same 'a store is merged' 0 "$status"
same 'and how much is told' '2 new marks, ' "$(cut -c1-13 out)"
same 'all marks are there' 4 "$(grep -c '^Kind: highlight' mine.rec)"
same 'the text is known once' 1 "$(grep -c '^Kind: work' mine.rec)"
cmp -s other.rec before
verdict $? 'the other store is as it was'
cp mine.rec before
run --store=mine.rec --merge=other.rec
same 'merged again it adds nothing' '0 new marks, ' "$(cut -c1-13 out)"
cmp -s mine.rec before
verdict $? 'and the store stays as it was'
run --store=mine.rec --merge=mine.rec
cmp -s mine.rec before
verdict $? 'as it does merged with itself'

refused 1 'nothing.rec: no such file' --store=mine.rec --merge=nothing.rec
refused 1 'text: is no store of marks' --store=mine.rec --merge=text
printf '# lectern marks, format 9.\n' >new.rec
refused 1 'new.rec: was written by a newer' --store=mine.rec --merge=new.rec
refused 1 'marks cannot be saved: ' --store=new.rec --merge=mine.rec
cmp -s mine.rec before
verdict $? 'none of which changes anything'
refused 2 '--import, --merge and --purge take no FILE' --merge=other.rec text
run --store=fresh.rec --merge=mine.rec
same 'a store that is not there yet can take another' 4 \
	"$(grep -c '^Kind: highlight' fresh.rec)"

refused 2 '--merge-driver takes three stores' --merge-driver a b
refused 1 'a: no such file' --merge-driver a mine.rec other.rec
cmp -s mine.rec before
verdict $? 'a driver that fails leaves ours as it was'

cp mine.rec synced.rec
cp other.rec synced.sync-conflict-20261122-100000-ABCDEFG.rec
run --store=synced.rec --notes
grep -q '^lectern: 1 conflict copy taken in: ' err
verdict $? 'a conflict copy that is taken in is told of'
cmp -s other.rec synced.sync-conflict-20261122-100000-ABCDEFG.rec~
verdict $? 'and only renamed'
cp fresh.rec 'synced (conflicted copy 2026-11-22).rec'
run --store=synced.rec --mark=0-3 text
test -e 'synced (conflicted copy 2026-11-22).rec~'
verdict $? 'also when a mark is made'
run --store=synced.rec --check
same 'the store is sound then' '0 ' "$status $(cat out)"

if ! command -v git >/dev/null; then
	skip 'git merges stores' 'no git'
	finish
fi

git init -q repository && cd repository || exit 99
git config user.name Reader
git config user.email reader@example.org
git config merge.lectern.driver "'$lectern' --merge-driver %O %A %B"
echo '*.rec merge=lectern' >.gitattributes
note() { "$lectern" --store=marks.rec --mark="$1" --note="$2" ../text; }

note 0-3 'of both' >../id
note 4-9 'changed in both' >../shared
git add . && git commit -qm 'Marks of both'
git checkout -qb there
note 10-12 'made there' >/dev/null
sed 's/changed in both/changed there/' marks.rec >../edited
cat ../edited >marks.rec
git commit -qam 'Marks made there'
git checkout -q -
note 13-19 'made here' >/dev/null
sed 's/changed in both/changed here/' marks.rec >../edited
cat ../edited >marks.rec
git commit -qam 'Marks made here'
git merge -q there >../out 2>&1
same 'git merges stores by itself' 0 $?
for words in 'of both' 'made here' 'made there' 'changed here' \
	'changed there'; do
	grep -q "^Note: $words" marks.rec
	verdict $? "the merge has what was $words"
done
same 'without a trace of a conflict' 0 "$(grep -c '^[<=>]' marks.rec)"
same 'and git has nothing left to do' '' "$(git status --porcelain)"
"$lectern" --store=marks.rec --check >../out
same 'the store is sound' 0 $?
git branch here
sort marks.rec >../here
git checkout -q there
git merge -q 'here^1' >../out 2>&1
sort marks.rec >../there
cmp -s ../here ../there
verdict $? 'merged on the other side it holds the same'

finish
