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
exits 0 "rules is 0" rules
ok "rules prints a rule a line, its id first" grep -q '^personal-data/email' out
exits 0 "detect is 0" detect bad.md
ok "detect names the reader" grep -q 'markdown' out

echo "# Mistakes on the command line are explained"
# complains DESCRIPTION WORDS ARGS…: status 2, the words on stderr, nothing on stdout.
complains() {
  local what=$1 words=$2
  shift 2
  run "$@"
  ok "$what" test "$status" = 2 -a ! -s out
  ok "  and says: $words" grep -qF -- "$words" err
}
complains "a misspelt command" 'did you mean "check"?' chek bad.md
complains "a path in place of a command" 'postvet check FILE' bad.md
complains "a misspelt option" 'did you mean "--format"?' check --fromat json bad.md
complains "an option of nothing" 'there is no option "--frobnicate"' check --frobnicate=1 bad.md
complains "a rule too many" '"b/c" is one argument too many' explain personal-data/email b/c
complains "no rule to explain" 'explain: RULE is required' explain
complains "no command of lexicon" 'a command should follow: check, test' lexicon
complains "no file to check a lexicon" 'FILE is required' lexicon check
complains "an unknown format" 'should be one of text, json' check --format papyrus bad.md
complains "an unknown format of rules" 'should be one of text, markdown' rules --format json
complains "an unknown voice" 'should be one of own, others' check --voices all bad.md
complains "no threads" 'a number from 1 to 256' check --jobs 0 bad.md
complains "a number with more behind it" 'a number from 1 to 256' check --jobs 2x bad.md
complains "--config and --no-config" 'give one of them' check --config a --no-config bad.md
complains "a map that is none" 'text=COLUMN' check --map text bad.md
complains "a rule that is near" 'did you mean "personal-data/phone"?' explain personal-data/fone

echo "# Rules"
exits 0 "explain is 0" explain disclaimer/missing
for words in '^disclaimer/missing: ' '^severity: error' '^Why: ' 'NCLT Social Media Policy' 'author: student; in: profile' \
  '^Found: ' '^Fine: ' '^What to do: ' 'To paste (blog): '; do
  ok "explain says: $words" grep -q "$words" out
done
run rules
ok "a rule stands in one line" not grep -qvE '^[a-z-]+/[a-z-]+ +(error|warning|note) ' out
ok "the rules are sorted" sort -c -k1,1 out
cut -d' ' -f1 out >ids
run rules --no-config --format markdown
cp out rules.md
ok "the page of rules has them all" test "$(grep -c '^### ' out)" = "$(wc -l <ids)"
if [[ ${POSTVET_GOLDEN-} == write ]]; then
  cp rules.md "$here/../../docs/rules.md"
fi
ok "docs/rules.md is what the program says now (./dev golden writes it)" cmp rules.md "$here/../../docs/rules.md"

echo "# Readers"
run detect bad.md posts.jsonl
ok "detect is 0 and says a reader of each" test "$status" = 0 -a "$(grep -c '^[a-z.]*: [a-z-]* (' out)" = 2
ok "and why" grep -q 'its name ends in .md' out
head -c 2000 /dev/urandom >random.bin
exits 2 "detect of what no reader knows is 2" detect random.bin
ok "and says so" grep -q 'no reader recognises this' err
printf '{"a":1}' >object.json
exits 2 "JSON that no reader knows is not taken for plain text" check object.json
run read bad.md posts.jsonl
ok "read is 0 and prints a post line of each post" test "$status" = 0 -a "$(wc -l <out)" = 3
ok "with its source" python3 -c '
import json
for line in map(json.loads, open("out")): assert line["text"] and line["source"]["path"], line'
run read -o lines.jsonl bad.md
ok "read -o writes the same to a file" test "$status" = 0 -a ! -s out -a "$(wc -l <lines.jsonl)" = 1
printf 'who,what,noted\nme,"%s",2026-05-04\n' "$bad" >table.csv
exits 2 "a table whose columns say nothing is 2" check table.csv
ok "and names them" grep -q 'who, what, noted' err
run check --format jsonl --map text=what,author=who,time=noted table.csv
ok "--map names the columns" finds personal-data/email
ok "of time, too" grep -q '"time":"2026-05-04' out
exits 2 "--map of a column that is not there is 2" check --map text=where table.csv

echo "# Configuration"
mkdir -p settled/deep && cp bad.md settled/deep/
printf 'rules:\n  personal-data/email: off\n' >settled/postvet.yaml
exits 0 "the closest postvet.yaml counts" check settled/deep/bad.md
ok "what it switches off is said" grep -q 'switched off: personal-data/email (settled/postvet.yaml:2)' err
exits 1 "--no-config leaves it out" check --no-config settled/deep/bad.md
exits 0 "--config names it" check --config settled/postvet.yaml bad.md
CI=true run check settled/deep/bad.md
ok "in CI it does not count" status_is 1
ok "and that is said" grep -q 'name it with --config' err
CI=true run check --config settled/postvet.yaml settled/deep/bad.md
ok "but counts when it is named" status_is 0
exits 2 "two configurations are 2" check settled/deep/bad.md bad.md
run explain --config settled/postvet.yaml personal-data/email
ok "explain knows the configuration" grep -q 'your configuration: off (settled/postvet.yaml:2)' out
printf 'rules:\n  personal-data: note\nfail-on: note\n' >note.yaml
exits 1 "fail-on of the configuration counts" check --config note.yaml bad.md
ok "and so does a severity" grep -q ': note: gives away' out
exits 0 "the command line outranks it" check --config note.yaml --fail-on warning bad.md
for wrong in 'rulez: {}' 'rules: {personal-data/fone: off}' 'rules: {personal-data: of}' 'role: teacher' 'rules: [' \
  'policy: ../nclt.yaml' 'lexicons: [missing.yaml]'; do
  echo "$wrong" >wrong.yaml
  complains "a wrong configuration: $wrong" 'postvet: wrong.yaml:' check --config wrong.yaml bad.md
done
complains "a configuration that is not there" 'missing.yaml: no such file' check --config missing.yaml bad.md

echo "# Lexicons"
cat >more.yaml <<'YAML'
rules:
  offensive/cheese:
    summary: Words about cheese.
    severity: warning
    message: speaks of cheese
    help: leave the cheese out
    terms:
      - {term: stilton}
    tests:
      hit: ["Have some stilton."]
      miss: ["Have some bread."]
YAML
exits 0 "a good lexicon is 0" lexicon check more.yaml
exits 0 "its sentences hold" lexicon test more.yaml
ok "and are counted" grep -q '^2 sentences, 0 failures' err
sed 's/some bread/some stilton/' more.yaml >failing.yaml
exits 1 "a sentence that fails is 1" lexicon test failing.yaml
sed 's/terms:/turms:/' more.yaml >broken.yaml
exits 1 "a mistake in a lexicon is 1" lexicon check broken.yaml
ok "and stands at its line" grep -q 'broken.yaml:7:' err
exits 2 "a lexicon that is not there is 2" lexicon check missing.yaml
run lexicon check "$here/../../lexicons/policies/nclt.yaml"
ok "the shipped policy is good" status_is 0
echo 'The stilton is in the fridge.' >cheese.md
printf 'policy: ours\nname: Our policy\n' >policy-head
sed -e '1,/^name:/d' "$here/../../lexicons/policies/nclt.yaml" | cat policy-head - >ours.yaml
sed -i 's|^applies:|applies:\n  - {rule: offensive/cheese, clause: conduct-staff.respect}|' ours.yaml
printf 'policy: ours.yaml\nlexicons: [more.yaml]\n' >ours-config.yaml
exits 1 "a lexicon and a policy of one's own" check --config ours-config.yaml cheese.md
ok "find what they say" grep -q 'speaks of cheese \[offensive/cheese\]' out
run rules --lexicon more.yaml
ok "--lexicon adds its rules" grep -q '^offensive/cheese ' out

echo "# Files and colours"
exits 1 "-o writes the report to a file" check --format jsonl -o report.jsonl bad.md
ok "which holds it" finds personal-data/email report.jsonl
ok "and stdout nothing" test ! -s out
exits 2 "-o onto an input is 2" check -o bad.md bad.md
ok "which is left alone" grep -q Marmalade bad.md
exits 2 "-o into no directory is 2" check -o nowhere/report bad.md
coloured() { grep -q $'\e\[' out; }
run check bad.md
ok "no colour in a pipe" not coloured
run check --colour always bad.md
ok "--colour always" coloured
run check --color never bad.md
ok "--color never" not coloured
CLICOLOR_FORCE=1 run check bad.md
ok "CLICOLOR_FORCE" coloured
NO_COLOR=1 CLICOLOR_FORCE=1 run check bad.md
ok "NO_COLOR outranks it" not coloured
NO_COLOR=1 run check --colour always bad.md
ok "and the option outranks that" coloured
run check --colour always --format jsonl bad.md
ok "json lines are never coloured" not coloured
CLICOLOR_FORCE=1 run check -o plain.txt bad.md
ok "a file is not coloured by the environment" not grep -q $'\e\[' plain.txt
run check bad.md
ok "findings and the summary are parted by an empty line" test -z "$(tail -1 out)"
ok "the summary is a sentence" grep -q '^1 error; 1 post checked$' err

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
