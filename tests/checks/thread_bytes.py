#!/usr/bin/env python3
"""The same bytes on any number of threads: examples/ and the variants, read on 1, 2 and 8.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import os
import sqlite3
import subprocess
import tempfile

import tree

FOLDERS = [f for f in ("examples", "tests/accuracy/variants") if
           os.path.isdir(os.path.join(tree.ROOT, f))]


def reports(times):
    """All reports, several times over, so that more are under way than there are threads."""
    names = [os.path.join(f, n) for f in FOLDERS for n in sorted(os.listdir(os.path.join(tree.ROOT, f)))
             if n.endswith(".txt")]
    return names * times


def read(program, threads, extra, names):
    """Exit status, bytes and messages of one run."""
    run = subprocess.run([program, "read", "-j", str(threads)] + extra + names, cwd=tree.ROOT,
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         check=False)
    return run.returncode, run.stdout, run.stderr


def dump(path):
    """An archive's content as SQL text, without the shadow tables of the full-text index."""
    with sqlite3.connect(path) as connection:
        return [line for line in connection.iterdump() if "_segments" not in line]


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program", help="build/chancery")
    path_of_program = os.path.abspath(arguments.parse_args().program)
    problems, given = [], reports(4)
    if not given:
        tree.report(["no reports in examples/"], "")
    one = read(path_of_program, 1, ["--format", "json"], given)
    if one[0] != 0 or one[1].count(b"\n") != len(given):
        problems.append(f"-j 1: exit status {one[0]}, {one[1].count(chr(10).encode())} lines for "
                        f"{len(given)} reports: {one[2].decode(errors='replace')}")
    for count in (2, 8):
        if read(path_of_program, count, ["--format", "json"], given) != one:
            problems.append(f"-j {count}: other bytes than -j 1")
    with tempfile.TemporaryDirectory() as scratch:
        archives = []
        for count in (1, 8):
            archives.append(os.path.join(scratch, f"{count}.db"))
            status = read(path_of_program, count, ["--archive", archives[-1]], reports(1))
            if status[0] != 0:
                problems.append(f"-j {count} --archive: exit status {status[0]}: "
                                f"{status[2].decode(errors='replace')}")
        if not problems and dump(archives[0]) != dump(archives[1]):
            problems.append("-j 8: another archive than -j 1")
    tree.report(problems, f"{len(given)} reports: the same bytes on 1, 2 and 8 threads")
