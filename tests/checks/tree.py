"""What the checks share: the project's root and the files that belong to it.

SPDX-License-Identifier: Apache-2.0
"""
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def project_files(root=ROOT):
    """Paths, from `root`, of all files that are or could be committed; without git, of all but builds."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False) if shutil.which("git") else None
    if listed is not None and listed.returncode == 0:
        names = sorted(set(listed.stdout.decode().split("\0")) - {""})
        return [n for n in names if os.path.isfile(os.path.join(root, n))]
    names = []
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders
                            if f not in (".git", "__pycache__") and not f.startswith("build"))
        names += [os.path.relpath(os.path.join(folder, f), root) for f in files]
    return sorted(names)


def read_text(path):
    """The file's text, or None where it is not UTF-8 text."""
    with open(path, "rb") as stream:
        data = stream.read()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def report(problems, fine):
    """Prints the problems, or the line `fine`, and ends with the matching exit status."""
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}")
    else:
        print(fine)
    sys.exit(1 if problems else 0)
