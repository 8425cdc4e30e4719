#!/usr/bin/env bash
# The command line as people type it. Usage: cli_test.sh POSTVET. Prints TAP; fails when one expectation did.
# The limit for every run is a minute, as a build with the sanitizers on a busy machine is ten times slower than a release.
set -uo pipefail
shopt -s inherit_errexit 2>/dev/null || true

postvet=$(realpath "$1")
here=$(dirname -- "$(realpath "${BASH_SOURCE[0]}")")
samples=$here/../../samples
same_findings=$here/same_findings.py
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 2

# The tests decide what the program is told about its surroundings.
unset CI GITHUB_ACTIONS GITLAB_CI NO_COLOR CLICOLOR CLICOLOR_FORCE POSTVET_CONFIG
export HOME=$work/home XDG_CONFIG_HOME=$work/home LC_ALL=C.UTF-8
mkdir home

count=0
failures=0

# ok DESCRIPTION COMMAND…: the command must succeed.
ok() {
  local what=$1
  shift
  count=$((count + 1))
  if "$@" >ok.log 2>&1; then
    echo "ok $count - $what"
  else
    failures=$((failures + 1))
    echo "not ok $count - $what"
    printf '#   %.400s\n' "${*@Q}"
    head -5 ok.log | cut -c1-300 | sed 's/^/#   /'
    [[ -s err ]] && head -3 err | cut -c1-300 | sed 's/^/#   stderr: /'
  fi
}

not() { ! "$@"; }

# run ARGS…: stdin from the file $stdin; leaves out, err and $status.
stdin=/dev/null
run() {
  timeout 60 "$postvet" "$@" <"$stdin" >out 2>err
  status=$?
}

status_is() {
  local wanted
  for wanted in "$@"; do
    [[ $status == "$wanted" ]] && return
  done
  echo "status $status, not $*"
  return 1
}

# exits STATUS DESCRIPTION ARGS…
exits() {
  local wanted=$1 what=$2
  shift 2
  run "$@"
  ok "$what" status_is "$wanted"
}

finds() { grep -q "\"rule\":\"$1\"" "${2:-out}"; }

# Nothing may be lost in silence: either the e-mail address is found, or the status says that something was not read.
found_or_said() { status_is 1 2 && { finds personal-data/email || [[ $status == 2 && -s err ]]; }; }

# One line of summary at the end, in which nothing is missing: found = checked + skipped.
adds_up() {
  tail -1 out | python3 -c '
import json, sys
posts = json.loads(sys.stdin.readline())["posts"]
sys.exit(posts["found"] != posts["checked"] + posts["skipped"])'
}

no_raw_controls() { not grep -qP '[\x00-\x08\x0b-\x1f\x7f]' "$@"; }

repeated() { python3 -c 'import sys; sys.stdout.write(sys.argv[1] * int(sys.argv[2]))' "$1" "$2"; }

bad='Marmalade recipes wanted, send them to bea.wormald@airedalepost.co.uk today.'
good='The library opens at eight on Monday.'
printf '%s\n' "$bad" >bad.md
printf '%s\n' "$good" >good.md
printf '{"id":"a","text":"%s"}\n{"id":"b","text":"%s"}\n' "$bad" "$good" >posts.jsonl

echo "# Exit statuses"
exits 0 "nothing found is 0" check good.md
exits 1 "a finding is 1" check bad.md
exits 1 "an error is at or above --fail-on error" check --fail-on error bad.md
exits 0 "--fail-on never is 0" check --fail-on never bad.md
exits 0 "--help is 0" --help
ok "--help goes to stdout" test -s out
ok "--help leaves stderr empty" test ! -s err
exits 0 "check --help is 0" check --help
exits 0 "--version is 0" --version
exits 2 "no command is 2"
exits 2 "an unknown command is 2" vet bad.md
exits 2 "an unknown option is 2" check --frobnicate bad.md
ok "an unknown option leaves stdout empty" test ! -s out
exits 2 "an unknown format is 2" check --format papyrus bad.md
exits 2 "an unknown --fail-on is 2" check --fail-on sometimes bad.md
exits 2 "--jobs that is no number is 2" check --jobs many bad.md
exits 2 "an unknown rule to explain is 2" explain no-such/rule
exits 0 "explain is 0" explain personal-data/email
exits 0 "rules is 0" rules
ok "rules prints a rule a line, its id first" grep -q '^personal-data/email' out
exits 0 "detect is 0" detect bad.md
ok "detect names the reader" grep -q 'markdown' out

echo "# Inputs that cannot be read"
exits 2 "a missing file is 2" check missing.md
ok "a missing file is named on stderr" grep -q 'missing.md' err
exits 2 "a missing file beside others is 2" check --format jsonl missing.md bad.md
ok "the others are checked" finds personal-data/email
exits 2 "a name that is too long is 2" check "$(repeated n 5000).md"
exits 2 "a file whose reading fails is 2" check --stdin-filename a.md /proc/self/mem
cp bad.md secret.md && chmod 000 secret.md
if [[ ! -r secret.md ]]; then
  exits 2 "an unreadable file is 2" check --format jsonl secret.md bad.md
  ok "the readable one is checked" finds personal-data/email
fi
mkdir -p tree/deep && cp bad.md tree/deep/ && ln -s .. tree/deep/loop && ln -s /dev/zero tree/zero.md
run check --format jsonl tree
ok "a directory with a loop ends" status_is 1 2
ok "a file in it is checked once" test "$(grep -c '"rule":"personal-data/email"' out)" = 1
mkfifo pipe.md
exits 2 "a FIFO does not block and is 2" check --format jsonl pipe.md bad.md
ok "the file beside the FIFO is checked" finds personal-data/email
mkdir fifos && mkfifo fifos/a.md && cp bad.md fifos/b.md
run check --format jsonl fifos
ok "a FIFO in a directory does not block" status_is 1 2
ok "the file beside it is checked" finds personal-data/email
for name in empty.md empty.txt empty.html empty.jsonl; do
  : >"$name"
  exits 0 "an empty file is 0: $name" check "$name"
done
head -c -20 posts.jsonl >cut.jsonl
exits 2 "post lines cut short are 2" check --format jsonl cut.jsonl
ok "the line before the cut is checked" finds personal-data/email
ok "the line at the cut is counted" adds_up

echo "# Outputs that cannot be written"
python3 -c '
line = open("posts.jsonl").readline()
for i in range(20000): print(line, end="")' >many.jsonl
for format in text jsonl; do
  timeout 60 "$postvet" check --format $format many.jsonl 2>err | head -1 >out
  status=${PIPESTATUS[0]}
  ok "a closed pipe is no crash: $format" status_is 0 1 2 141
  ok "a closed pipe is quiet: $format" test ! -s err
done
cp posts.jsonl before.jsonl
timeout 60 "$postvet" check posts.jsonl >&- 2>err
status=$?
ok "a closed stdout is no crash and not 0" status_is 1 2
ok "a closed stdout leaves the input alone" cmp -s posts.jsonl before.jsonl
timeout 60 "$postvet" check bad.md >out 2>&- <&-
status=$?
ok "closed stdin and stderr change nothing" status_is 1
for format in text json jsonl; do
  timeout 60 "$postvet" check --format $format bad.md >/dev/full 2>err
  status=$?
  ok "a full disk is 2: $format" status_is 2
  ok "a full disk is said: $format" test -s err
done

echo "# Standard input"
run check --format jsonl bad.md
mv out from_file
stdin=bad.md run check --format jsonl --stdin-filename bad.md -
ok "a draft on stdin is 1" status_is 1
ok "and has the findings of the file" python3 "$same_findings" --ignore path from_file out
stdin=posts.jsonl run check --format jsonl -
ok "post lines on stdin need no name" finds personal-data/email
stdin=$samples/exports/x-archive.zip run check --stdin-filename x.zip -
ok "an archive on stdin is 2" status_is 2
ok "an archive on stdin leaves a hint" test -s err

echo "# Reading and checking in two steps, over the samples"
inputs=()
while IFS= read -r expect; do
  inputs+=("${expect%.expect}")
done < <(find "$samples" -name '*.expect' | sort)
ok "there are samples" test "${#inputs[@]}" -ge 10
for input in "${inputs[@]}"; do
  name=${input#"$samples"/}
  run check --format jsonl "$input"
  ok "$name can be checked" status_is 0 1
  ok "$name adds up" adds_up
  mv out one
  timeout 60 "$postvet" read "$input" 2>err >lines
  stdin=lines run check --format jsonl -
  ok "read $name | check - finds the same" python3 "$same_findings" --ignore path,entry,source one out
done

echo "# The bytes of a report"
python3 -c '
import sys
for i in range(30): sys.stdout.write(open(sys.argv[1]).read())' "$samples/batch/autumn-term.jsonl" >large.jsonl
for format in text json jsonl; do
  run check --format $format --jobs 1 large.jsonl "${inputs[@]}"
  mv out one
  run check --format $format --jobs 2 large.jsonl "${inputs[@]}"
  ok "--jobs 1 and --jobs 2 write the same bytes: $format" cmp one out
  mv out one
  TZ=Asia/Tokyo LC_ALL=C run check --format $format --jobs 2 large.jsonl "${inputs[@]}"
  ok "time zone and locale change nothing: $format" cmp one out
done
run check --format json "${inputs[@]}"
ok "json can be parsed" python3 -m json.tool out
ok "json is one object of schema 1" python3 -c '
import json
report = json.load(open("out"))
assert report["schema"] == 1 and report["findings"] and report["summary"]["posts"]["found"] > 0'
run check --format jsonl "${inputs[@]}"
ok "json lines can be parsed, the summary last" python3 -c '
import json
lines = [json.loads(line) for line in open("out")]
types = [line["type"] for line in lines]
assert set(types[:-1]) <= {"finding", "problem"} and "finding" in types, types
assert types[-1] == "summary" and lines[-1]["schema"] == 1'
ok "json lines hold no text of a post" not grep -q 'airedalepost' out
run check --format jsonl good.md
ok "nothing found is a summary alone" test "$(wc -l <out)" = 1
ok "findings go to stdout, and nothing else does" python3 -m json.tool out

echo "# What may not be shown"
run check bad.md
ok "the value is masked" not grep -q 'bea.wormald' out err
run check --show-values bad.md
ok "--show-values shows it" grep -q 'bea.wormald' out
CI=true run check --show-values bad.md
ok "--show-values is 2 where CI is set" status_is 2
ok "and nothing is shown" not grep -q 'bea.wormald' out err
CI=true run check bad.md
ok "where CI is set the findings are found" status_is 1
ok "and no text of the post is shown" not grep -qi 'marmalade\|bea.wormald' out err

echo "# Bytes that are not quite text"
printf '\xef\xbb\xbf%s\r\n' "$bad" >bom.md
printf 'caf\xe9 \xff\xfe \xc0\xaf \xed\xa0\x80. %s\n' "$bad" >invalid.md
printf 'one\r\n\r\n%s\r\n' "$bad" >crlf.md
printf 'a\0b \0 %s\n' "$bad" >nul.md
printf '\xff\xfe' >utf16.md && iconv -f UTF-8 -t UTF-16LE bad.md >>utf16.md
printf '\xef\xbb\xbf{"id":"a","text":"\xff %s"}\r\n' "$bad" >bom.jsonl
for name in bom.md invalid.md crlf.md nul.md utf16.md bom.jsonl; do
  run check --format jsonl "$name"
  ok "$name is repaired and checked" status_is 1
  ok "$name has its finding" finds personal-data/email
done
printf '{"id":"a","text":"\\ud800 %s"}\n{"id":"b","text":7}\n{"id":"c"}\nnonsense\n{"id":"d","text":"%s"}\n' "$bad" "$bad" >mixed.jsonl
run check --format jsonl mixed.jsonl
ok "records that cannot be read make it 2" status_is 2
ok "the others are checked" test "$(grep -c '"rule":"personal-data/email"' out)" = 2
ok "and all are counted" adds_up

echo "# Large and deep"
{ repeated 'word ' 2000000 && echo "$bad"; } >long.txt
{ printf '{"id":"a","text":"' && repeated 'word ' 2000000 && printf '%s"}\n' "$bad" && cat posts.jsonl; } >long.jsonl
{ repeated '[' 100000 && printf '\n\n%s\n' "$bad"; } >brackets.md
{ repeated '> ' 100000 && printf 'x\n\n%s\n' "$bad"; } >quotes.md
{ repeated '<div>' 100000 && printf '<p>%s</p>' "$bad"; } >divs.html
{ repeated '<a x="' 100000 && printf '<p>%s</p>' "$bad"; } >attributes.html
{ repeated '[' 100000 && echo && cat posts.jsonl; } >nested.jsonl
{ printf '{"id":"n","x":' && repeated '[' 100000 && repeated ']' 100000 && printf '}\n' && cat posts.jsonl; } >closed.jsonl
{ repeated '"' 100000 && echo && cat posts.jsonl; } >quotes.jsonl
{ printf 'text,author\n"' && repeated '""' 100000 && printf '",me\n"%s",me\n' "$bad"; } >quotes.csv
{ repeated 'e'$'\xcc\x81\xcc\xa7' 1 && repeated $'\xcc\x81\xcc\xa7' 500000 && printf ' %s\n' "$bad"; } >marks.txt
for name in long.txt long.jsonl brackets.md quotes.md divs.html attributes.html nested.jsonl closed.jsonl quotes.jsonl \
  quotes.csv marks.txt; do
  SECONDS=0
  run check --format jsonl "$name"
  ok "$name ends within seconds" test "$SECONDS" -lt 30
  ok "$name: found, or said not to have been read" found_or_said
done

echo "# Names of files"
newline=$'one\n::error::two.md'
escape=$'red\e[31m.md'
for name in "$newline" "$escape"; do
  cp bad.md "$name"
  run check "$name"
  ok "a name with a control character is checked: ${name@Q}" status_is 1
  ok "and is escaped" no_raw_controls out err
  ok "and begins no line of its own" not grep -q '^::' out err
  run check --format json "$name"
  ok "and is itself in json" python3 -c '
import json, sys
assert {f["path"] for f in json.load(open("out"))["findings"]} == {sys.argv[1]}' "$name"
  run check "missing $name"
  ok "and is escaped when it is missing" no_raw_controls err
done
cp bad.md ./-rf.md
exits 1 "a name with a dash behind --" check -- -rf.md
exits 1 "a name with a dash behind ./" check ./-rf.md
printf '\e]0;title\a %s \u202e::set-output name=a::b\n' "$bad" >sequences.md
run check sequences.md
ok "escape sequences of a post do not reach the terminal" no_raw_controls out err
ok "and its commands begin no line" not grep -q '^::' out

echo "1..$count"
if ((failures)); then
  echo "# $failures of $count expectations failed"
  exit 1
fi
