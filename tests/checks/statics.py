#!/usr/bin/env python3
"""No mutable statics: looks for symbols in .data and .bss of the program's objects.

Constants that hold addresses lie in .data.rel.ro, which is read-only once the program runs.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import glob
import os
import subprocess

import tree

WRITABLE = (".data", ".bss", ".tdata", ".tbss", "*COM*", ".lbss", ".ldata")


def writable(section):
    """Whether a symbol in this section can be written while the program runs."""
    return section.startswith(WRITABLE) and not section.startswith(".data.rel.ro")


def symbols(path):
    """(object, symbol, section) of everything that `path`, an object or an archive, defines."""
    output = subprocess.run(["nm", "--format=sysv", "--defined-only", "-A", path], check=True,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()
    for line in output.splitlines():
        fields = [f.strip() for f in line.split("|")]
        if len(fields) == 7 and fields[3] != "SECTION":
            where, _, symbol = fields[0].rpartition(":")
            yield where, symbol, fields[6].split("\t")[-1]


def problems_of(paths):
    """One line for each mutable static, and how many symbols were looked at."""
    problems, count = [], 0
    for path in paths:
        for where, symbol, section in symbols(path):
            count += 1
            if writable(section):
                problems.append(f"{where}: {symbol} lies in {section}: make it const, or give it an "
                                "owner (engine, worker, report)")
    return problems, count


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("build", help="a build folder without sanitizers, or object files",
                           nargs="+")
    objects = []
    for given in arguments.parse_args().build:
        if os.path.isdir(given):
            objects += sorted(glob.glob(os.path.join(given, "libchancery-core.a.p", "*.o")) +
                              glob.glob(os.path.join(given, "src", "*", "lib*.a.p", "*.o")) +
                              glob.glob(os.path.join(given, "chancery.p", "*.o")))
        else:
            objects.append(given)
    if not objects:
        tree.report(["no object files there: build first"], "")
    found, seen = problems_of(objects)
    if not seen:
        found.append("the objects define nothing: nm's output is not what this check reads")
    tree.report(found, f"{seen} symbols of {len(objects)} objects, none of them writable")
