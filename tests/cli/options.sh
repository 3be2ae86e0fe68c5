#!/bin/sh
# Every option is taken; wrong usage is status 2 and one line that helps.
. "${top_srcdir:-.}/tests/cli/lib.sh"

run --help
same '--help ends with 0' 0 "$status"
head -1 "$dir/out" | grep -q '^Usage: lectern \[OPTION\]\.\.\. \[FILE\]$'
verdict $? '--help begins with the usage'
test ! -s "$dir/err"
verdict $? '--help is no error'
mv "$dir/out" "$dir/help"
run -h
cmp -s "$dir/out" "$dir/help"
verdict $? '-h is --help'
same 'no line of the help is wider than 80 columns' '' \
	"$(LC_ALL=C awk '{ gsub(/[\200-\277]/, "") } length > 80' \
		"$dir/help")"

run --version
same '--version ends with 0' 0 "$status"
head -1 "$dir/out" | grep -q '^lectern [0-9][0-9.]*$'
verdict $? '--version begins with name and number'
mv "$dir/out" "$dir/version"
run -V
cmp -s "$dir/out" "$dir/version"
verdict $? '-V is --version'
run --help --nonsense
same 'what follows --help does not count' 0 "$status"

refused 2 'there is no option --bogus' --bogus
refused 2 'there is no option -x' -x
refused 2 'there is no option --no (or it could mean several)' --no x
refused 2 '--dump takes no value' --dump=3 x
refused 2 '--theme needs a value' --theme
refused 2 "there is no theme 'plaid'" --theme=plaid x
refused 2 'the width is a number of columns' --width=0 x
refused 2 'the width is a number of columns' --width=wide x
refused 2 '--encoding=ebcdic is not known' --encoding=ebcdic x
refused 2 '--format=xml is not known; known are text, json' \
	--notes --format=xml
refused 2 '--toc prints text or json' --toc --format=csv x
refused 2 '--since=yesterday is no date' --notes --since=yesterday
refused 2 '--since, --tag and --kind go with --notes' --toc --tag=x x
refused 2 '--import, --merge and --purge take no FILE' --purge x
refused 2 '--format goes with --toc or --notes' --dump --format=json x
refused 2 '--as and --note go with --mark' --as=thesis x
refused 2 '--as and --note go with --mark' --note=words --dump x
refused 2 '--at goes with' --at=3
refused 2 '--dump needs a FILE' --dump
refused 2 '--toc needs a FILE' --toc
refused 2 '--mark needs a FILE' --mark=1-2
refused 2 'one FILE at a time, not 2' one two
refused 2 '--dump, --toc, --notes, --mark, --check, --import,' \
	--dump --toc x
for range in 5 5- -5 5-5 6-5 a-b 1-2x 1--2 99999999999999999999-5; do
	refused 2 "--mark=$range " --mark="$range" x
done

printf 'Words.\n' >"$dir/-odd name"
cd "$dir" || exit 99
run --dump -- '-odd name'
same '-- ends the options' 'Words.' "$(cat out)"
run --dump "./-odd name"
same 'a name may have blanks' 'Words.' "$(cat out)"
run --width=10 --theme=paper --no-color --mouse --du -- '-odd name'
same 'options may be shortened and stand together' 'Words.' "$(cat out)"

mkdir -p "$dir/.config/lectern"
config=$dir/.config/lectern/config
printf 'width = 20\nnonsense\nbind ] = nowhere\n' >"$config"
printf '%s\n' 'Some words that are set in lines of twenty columns.' >text
run --dump text
same 'the settings are obeyed' 'Some words that are' "$(head -1 out)"
same 'bad settings are no failure' 0 "$status"
grep -q "^lectern: $config:2: " err && grep -q "^lectern: $config:3: " err
verdict $? 'bad settings are named by their lines'
run --dump --width=30 text
same 'options come before settings' 'Some words that are set in' \
	"$(head -1 out)"
printf 'bind x = help\nbind x = quit\n' >"$config"
run --dump text
same 'one key for two commands is refused' 1 "$status"
grep -q "^lectern: $config:2: .* already on line 1\$" err
verdict $? 'the conflict is named by both its lines'
rm "$config"
mkdir "$config"
run --dump text
same 'settings that cannot be read do not hinder' 0 "$status"
grep -q "^lectern: $config: is a directory" err
verdict $? 'but are told of'

finish
