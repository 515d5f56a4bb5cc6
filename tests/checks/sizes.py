#!/usr/bin/env python3
"""Lengths: no function over 100 lines, no file over 1,000, no line over 100 columns in C.

Functions are found by the braces that clang-format puts into the first column.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import os
import statistics

import tree

FUNCTION_LINES, FILE_LINES, COLUMNS = 100, 1000, 100
FOLDERS = ("src", "include", "fuzz", "tests", "bench")


def functions(lines):
    """(line, name, length) of every function: from its opening brace to its closing one."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            head = start - 2
            while head > 0 and not lines[head][:1].strip():
                head -= 1
            yield start, lines[head].split("(")[0].split()[-1].lstrip("*"), number - start + 1
            start = None


def measure(root):
    """Problems, and the lengths of all functions."""
    problems, lengths = [], []
    for name in tree.project_files(root):
        if not name.endswith((".c", ".h")) or name.split("/")[0] not in FOLDERS:
            continue
        text = tree.read_text(os.path.join(root, name))
        if text is None:
            problems.append(f"{name}: not UTF-8 text")
            continue
        lines = text.split("\n")[:-1]
        if len(lines) > FILE_LINES:
            problems.append(f"{name}: {len(lines)} lines; {FILE_LINES} at most")
        for number, line in enumerate(lines, 1):
            if len(line) > COLUMNS:
                problems.append(f"{name}:{number}: {len(line)} columns; {COLUMNS} at most")
        for number, function, length in functions(lines):
            lengths.append(length)
            if length > FUNCTION_LINES:
                problems.append(
                    f"{name}:{number}: {function} has {length} lines; {FUNCTION_LINES} at most")
    return problems, lengths


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--root", default=tree.ROOT)
    found, measured = measure(arguments.parse_args().root)
    if measured:
        print(f"{len(measured)} functions: median {statistics.median(measured):.0f} lines, "
              f"{sum(n > 40 for n in measured)} over 40, {sum(n > 60 for n in measured)} over 60, "
              f"longest {max(measured)}")
    tree.report(found, "no function, file or line is too long")
