"""Compares the findings of two reports in JSON lines: same_findings.py [--ignore KEY,KEY…] ONE OTHER.

Says the first difference on stdout and fails. Their order counts; problems and the summary do not.
"""

import argparse
import json
import sys


def findings(path, ignored):
    with open(path, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    if not records or records[-1]["type"] != "summary":
        sys.exit(f"{path}: no summary at the end")
    return [{key: value for key, value in record.items() if key not in ignored}
            for record in records if record["type"] == "finding"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ignore", default="")
    parser.add_argument("one")
    parser.add_argument("other")
    options = parser.parse_args()
    ignored = options.ignore.split(",")
    one, other = findings(options.one, ignored), findings(options.other, ignored)
    for number, (left, right) in enumerate(zip(one, other)):
        if left != right:
            keys = sorted(key for key in left.keys() | right.keys() if left.get(key) != right.get(key))
            sys.exit(f"finding {number}, {left['rule']} / {right['rule']}: {', '.join(keys)} differ")
    if len(one) != len(other):
        sys.exit(f"{len(one)} findings against {len(other)}")


if __name__ == "__main__":
    main()
