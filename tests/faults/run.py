#!/usr/bin/env python3
"""Puts each fault of faults.txt into a copy of the tree, alone, and runs the tests: they must notice.

usage: run.py [--jobs N] [WORD…]   only the faults with one of the words in their names

Works in build/faults, which later runs build upon. Fails when a fault survives, does not build, or no longer fits the
file it names.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "faults"
TREE = WORK / "tree"
BUILD = TREE / "build" / "release"
COPIED = ["CMakeLists.txt", "CMakePresets.json", "bench", "cli", "docs", "lexicons", "lib", "samples", "tests"]


@dataclass
class Fault:
    name: str
    file: str = ""
    old: list = field(default_factory=list)
    new: list = field(default_factory=list)


def read_faults(path):
    faults = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("fault:"):
            faults.append(Fault(line[6:].strip()))
        elif faults and line.startswith("file:"):
            faults[-1].file = line[5:].strip()
        elif faults and line[0] in "-+":
            (faults[-1].old if line[0] == "-" else faults[-1].new).append(line[1:])
        else:
            sys.exit(f"{path}:{number}: neither fault, file, - nor +")
    return faults


def files_of(tree):
    for name in COPIED:
        top = tree / name
        yield from ([top] if top.is_file() else (path for path in sorted(top.rglob("*")) if path.is_file()))


def copy_tree():
    """Leaves files that are the same alone, so that what is built of them stays."""
    wanted = {path.relative_to(ROOT) for path in files_of(ROOT)}
    if TREE.exists():
        for path in list(files_of(TREE)):
            if path.relative_to(TREE) not in wanted:
                path.unlink()
    for name in sorted(wanted):
        copy = TREE / name
        if not copy.exists() or copy.read_bytes() != (ROOT / name).read_bytes():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy)


def run(command, log):
    # The cache must see the copy as it sees the original.
    environment = dict(os.environ, CCACHE_BASEDIR=str(TREE))
    with open(WORK / log, "w", encoding="utf-8") as output:
        return subprocess.run(command, cwd=TREE, env=environment, stdin=subprocess.DEVNULL, stdout=output,
                              stderr=subprocess.STDOUT, check=False).returncode == 0


def build(jobs):
    if not (BUILD / "build.ninja").exists() and not run(["cmake", "--preset", "release"], "configure.log"):
        return False
    return run(["ninja", "-C", str(BUILD), "-j", str(jobs)], "build.log")


def failed_tests(jobs, *options):
    """The names of the tests that fail; none when all pass."""
    if run(["ctest", "--preset", "release", "-j", str(jobs), *options], "test.log"):
        return []
    log = (WORK / "test.log").read_text(encoding="utf-8", errors="replace")
    return re.findall(r"^\s*\d+ - (\S+) \(", log, re.MULTILINE) or ["ctest itself"]


def judge(fault, jobs, options):
    """What became of it, and whether that is well."""
    path = TREE / fault.file
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    old = "\n".join(fault.old)
    if not old or text.count(old) != 1:
        return "stale: the text stands there " + (f"{text.count(old)} times" if old else "nowhere"), False
    path.write_text(text.replace(old, "\n".join(fault.new)), encoding="utf-8")
    try:
        if not build(jobs):
            return "does not build", False
        noticed = failed_tests(jobs, *options)
    finally:
        path.write_text(text, encoding="utf-8")
    return ("noticed by " + ", ".join(noticed), True) if noticed else ("SURVIVED", False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    faults = [fault for fault in read_faults(Path(__file__).with_name("faults.txt"))
              if not options.words or any(word in fault.name for word in options.words)]
    WORK.mkdir(parents=True, exist_ok=True)
    copy_tree()
    print("building and testing a copy without faults …", file=sys.stderr)
    if not build(options.jobs):
        sys.exit(f"the tree does not build: see {WORK}")
    red = failed_tests(options.jobs)
    if red:
        sys.exit(f"the tests fail without any fault: {', '.join(red)}; see {WORK / 'test.log'}")
    well = True
    for fault in faults:
        result, noticed = judge(fault, options.jobs, ["--stop-on-failure"])
        well = well and noticed
        print(f"{'ok ' if noticed else 'BAD'}  {fault.name:<72}  {result}", flush=True)
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
