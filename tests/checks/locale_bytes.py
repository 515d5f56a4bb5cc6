#!/usr/bin/env python3
"""A locale changes nothing: Turkish (where i is not I in small, and a comma stands in numbers) gives
the bytes that C gives, for readings, answers and exports.

The locale is made by localedef in a temporary folder, so that the system stays as it is.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import os
import subprocess
import tempfile

import tree

LOCALE = "tr_TR.UTF-8"
EXAMPLES = os.path.join(tree.ROOT, "examples")
COMMANDS = [
    ["read", "--format", "json", EXAMPLES],
    ["read", EXAMPLES],
    ["read", "--archive", "{archive}", EXAMPLES],
    ["timeline", "--archive", "{archive}", "CHN"],
    ["findings", "--archive", "{archive}"],
    ["find", "--archive", "{archive}", "minister"],
    ["export", "--archive", "{archive}", "--format", "csv"],
    ["export", "--archive", "{archive}", "--format", "ndjson"],
    ["check", "--archive", "{archive}"],
]


def environment(locale, folder):
    """This process's environment under another locale."""
    return {**{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))},
            "LC_ALL": locale, "LOCPATH": folder, "CHANCERY_ARCHIVE": ""}


def outputs(program, locale, folder):
    """What every command prints, with its exit status."""
    archive = os.path.join(folder, locale + ".db")
    results = []
    for command in COMMANDS:
        run = subprocess.run([program] + [a.replace("{archive}", archive) for a in command],
                             env=environment(locale, folder), stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False)
        results.append((run.returncode, run.stdout,
                        run.stderr.replace(archive.encode(), b"archive")))
    return results


def problems_of(program, folder):
    """One line for each command that fails or whose bytes differ."""
    subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", os.path.join(folder, LOCALE)],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    point = subprocess.run(["locale", "decimal_point"], env=environment(LOCALE, folder),
                           stdout=subprocess.PIPE, check=False).stdout.strip()
    if point != b",":
        return [f"the locale {LOCALE} could not be made: is the package locales there?"]
    problems = []
    plain, other = outputs(program, "C", folder), outputs(program, LOCALE, folder)
    for command, want, got in zip(COMMANDS, plain, other):
        line = " ".join(["chancery"] + command).replace(tree.ROOT + os.sep, "")
        if want[0] != 0:
            problems.append(f"{line}: exit status {want[0]}: {want[2].decode(errors='replace')}")
        elif want != got:
            problems.append(f"{line}: other bytes under {LOCALE}")
    return problems


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program", help="build/chancery")
    path = os.path.abspath(arguments.parse_args().program)
    with tempfile.TemporaryDirectory() as scratch:
        found = problems_of(path, scratch)
    tree.report(found, f"{len(COMMANDS)} commands print the same bytes under {LOCALE}")
