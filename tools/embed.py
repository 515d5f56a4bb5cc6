#!/usr/bin/env python3
"""Turns a file into a C array, for the build.

    embed.py INPUT OUTPUT NAME

OUTPUT defines `const unsigned char NAME[]`, the bytes of INPUT and a NUL behind them. Bytes rather
than a string literal: no limit on its length, nothing to escape.

SPDX-License-Identifier: Apache-2.0
"""
import sys

COLUMNS = 20


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: embed.py INPUT OUTPUT NAME")
    source, target, name = sys.argv[1:]
    if not name.isidentifier():
        sys.exit(f"embed.py: '{name}' is no name for an array")
    with open(source, "rb") as file:
        data = file.read() + b"\0"
    lines = [f"extern const unsigned char {name}[{len(data)}];",
             f"const unsigned char {name}[{len(data)}] = {{"]
    for at in range(0, len(data), COLUMNS):
        lines.append("    " + " ".join(f"{byte}," for byte in data[at:at + COLUMNS]))
    lines.append("};")
    with open(target, "w", encoding="ascii", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
