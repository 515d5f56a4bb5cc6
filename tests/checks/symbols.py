#!/usr/bin/env python3
"""The shared library exports what the public headers declare, and nothing else.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import glob
import os
import re
import subprocess

import tree

DECLARED = re.compile(r"^CHANCERY_API\s[^;(]*?\*?(\w+)\(", re.M)


def declared(root):
    """Names of the functions that the public headers mark with CHANCERY_API."""
    names = set()
    for path in glob.glob(os.path.join(root, "include", "chancery", "*.h")):
        names |= set(DECLARED.findall(tree.read_text(path) or ""))
    return names


def exported(library):
    """Names that a program can link to."""
    output = subprocess.run(["nm", "-D", "--defined-only", library], check=True,
                            stdout=subprocess.PIPE).stdout.decode()
    # Of type A is the version's own name.
    return {line.split()[-1].split("@")[0] for line in output.splitlines() if line and " A " not in line}


def soname(library):
    """The name that programs remember the library by."""
    output = subprocess.run(["readelf", "-d", library], check=True,
                            stdout=subprocess.PIPE).stdout.decode()
    found = re.search(r"\(SONAME\).*\[(.*)\]", output)
    return found.group(1) if found else ""


def problems_of(wanted, given, name):
    """One line for each difference."""
    problems = [f"{n}: exported, but no public header declares it" for n in sorted(given - wanted)]
    problems += [f"{n}: declared, but not exported" for n in sorted(wanted - given)]
    problems += [f"{n}: a public name begins with chancery_" for n in sorted(given)
                 if not n.startswith("chancery_")]
    if not re.fullmatch(r"libchancery\.so\.\d+", name):
        problems.append(f"SONAME {name!r}: libchancery.so and the number of the ABI is wanted")
    return problems


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("build", help="the build folder")
    arguments.add_argument("--root", default=tree.ROOT)
    args = arguments.parse_args()
    path_of_library = os.path.join(args.build, "libchancery.so")
    public = declared(args.root)
    found = problems_of(public, exported(path_of_library), soname(path_of_library))
    if not public:
        found.append("no public function found: the headers are not what this check reads")
    tree.report(found, f"{len(public)} public functions, all exported and no other")
