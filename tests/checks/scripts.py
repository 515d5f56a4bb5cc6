#!/usr/bin/env python3
"""Every Python script compiles, and every shell script parses.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import os
import subprocess
import warnings

import tree

if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--root", default=tree.ROOT)
    root = arguments.parse_args().root
    warnings.simplefilter("error")
    problems, count = [], 0
    for name in tree.project_files(root):
        path = os.path.join(root, name)
        text = tree.read_text(path) or ""
        first = text.split("\n", 1)[0]
        if name.endswith(".py") or (first.startswith("#!") and "python" in first):
            count += 1
            try:
                compile(text, name, "exec", dont_inherit=True)
            except (SyntaxError, ValueError, Warning) as error:
                problems.append(f"{name}: {error}")
        elif name.endswith(".sh") or (first.startswith("#!") and "sh" in first.split("/")[-1]):
            count += 1
            checked = subprocess.run(["bash", "-n", path], stderr=subprocess.PIPE, check=False)
            if checked.returncode:
                problems.append(f"{name}: {checked.stderr.decode().strip()}")
        else:
            continue
        if first.startswith("#!") and not os.access(path, os.X_OK):
            problems.append(f"{name}: has a #! line but no run bit")
    tree.report(problems, f"{count} scripts compile")
