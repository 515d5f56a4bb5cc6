#!/usr/bin/env python3
"""Holds the order of the rooms: a room includes only itself, rooms before it, and the public headers.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import os
import re

import tree

ORDER = ("base text ingest kb syntax codebook reading archive export engine net server cli").split()
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.M)


def problems_of(root):
    """One line for each include that a room may not have."""
    problems, count = [], 0
    for name in tree.project_files(root):
        parts = name.split("/")
        if not name.endswith((".c", ".h")) or parts[0] not in ("src", "include"):
            continue
        count += 1
        room = parts[1] if parts[0] == "src" else None
        if room is not None and room not in ORDER:
            problems.append(f"{name}: src/{room} is no room of the order in tests/checks/rooms.py")
            continue
        text = tree.read_text(os.path.join(root, name)) or ""
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            target = match.group(1).split("/")[0]
            if target == "chancery" or (room and target in ORDER[:ORDER.index(room) + 1]):
                continue
            if room is None:
                why = "a public header includes only public headers"
            elif target in ORDER:
                why = f"{room} stands before {target}"
            else:
                why = 'write includes from src/ or include/, as "base/arena.h"'
            problems.append(f'{name}:{line}: "{match.group(1)}": {why}')
    return problems, count


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--root", default=tree.ROOT)
    found, seen = problems_of(arguments.parse_args().root)
    tree.report(found, f"{seen} files keep the order of the rooms")
