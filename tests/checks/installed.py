#!/usr/bin/env python3
"""An installed tree works: the program finds its data, a C program and a C++ compiler find the
headers and the library through pkg-config, and the library reads a report.

The tree is installed under a temporary folder (DESTDIR) of the build as it is configured.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import glob
import os
import subprocess
import tempfile

import tree

PROGRAM = r"""
#include <chancery/chancery.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    static const char text[] = "The foreign minister of France visited Japan on 5 June 2019.";
    chancery_engine *engine = NULL;
    chancery_reader *reader = NULL;
    const chancery_reading *reading = NULL;
    chancery_error error = {0};
    int result = 1;
    if (argc == 2 && chancery_engine_open(argv[1], &engine, &error) == CHANCERY_OK &&
        chancery_reader_new(engine, &reader, &error) == CHANCERY_OK &&
        chancery_read(reader, text, strlen(text), NULL, &reading, &error) == CHANCERY_OK) {
        printf("%.*s: %zu sentences\n", (int)reading->document.language.len,
               reading->document.language.ptr, reading->document.sentence_count);
        result = 0;
    } else {
        fprintf(stderr, "%s: %s\n", chancery_status_name(error.status), error.message);
    }
    chancery_reader_free(reader);
    chancery_engine_close(engine);
    return result;
}
"""


def run(command, **environment):
    """Exit status and everything that is printed."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("CHANCERY_")}
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False,
                          stderr=subprocess.STDOUT, env={**clean, **environment})
    return done.returncode, done.stdout.decode(errors="replace")


def find(root, name):
    """The one path of that name below root, or an empty string."""
    found = glob.glob(os.path.join(root, "**", name), recursive=True)
    return found[0] if len(found) == 1 else ""


def problems_of(build, scratch):
    """One line or more for everything that does not work."""
    status, output = run(["meson", "install", "-C", build, "--no-rebuild", "--quiet"],
                         DESTDIR=os.path.join(scratch, "root"))
    if status:
        return ["meson install failed:\n" + output]
    root = os.path.join(scratch, "root")
    problems = []
    names = ["chancery.kb", "chancery.codebook", "chancery.lemmas", "chancery.parser", "chancery.pc",
             "LICENSE", "NOTICE"]
    for name in names:
        if not find(root, name):
            problems.append(f"{name} is not installed once")
    data, library = os.path.dirname(find(root, "chancery.kb")), os.path.dirname(find(root, "libchancery.so"))
    program = os.path.join(os.path.dirname(os.path.dirname(find(root, "chancery.pc"))), "..", "..", "bin", "chancery")
    program = os.path.normpath(program) if os.path.exists(program) else find(root, "bin/chancery")
    example = sorted(glob.glob(os.path.join(tree.ROOT, "examples", "*.txt")))[0]
    status, output = run([program, "read", example], CHANCERY_DATA=data)
    if status:
        problems.append(f"the installed program: exit status {status}: {output}")

    status, flags = run(["pkg-config", "--cflags", "--libs", "chancery"],
                        PKG_CONFIG_PATH=os.path.dirname(find(root, "chancery.pc")), PKG_CONFIG_SYSROOT_DIR=root)
    source, target = os.path.join(scratch, "user.c"), os.path.join(scratch, "user")
    with open(source, "w", encoding="utf-8") as stream:
        stream.write(PROGRAM)
    status, output = run(["cc", "-std=c99", "-Wall", "-Wextra", "-Werror", source, "-o", target] + flags.split())
    if status:
        return problems + [f"a C program ({flags.strip()}):\n{output}"]
    status, output = run([target, data], LD_LIBRARY_PATH=library)
    if status or output != "en: 1 sentences\n":
        problems.append(f"a C program with the shared library: exit status {status}: {output}")
    for header in glob.glob(os.path.join(tree.ROOT, "include", "chancery", "*.h")):
        status, output = run(["clang", "-x", "c++", "-std=c++17", "-Wall", "-Wextra", "-Werror", "-fsyntax-only",
                              "-Wno-pragma-once-outside-header", "-I", os.path.join(tree.ROOT, "include"), header])
        if status:
            problems.append(f"C++ includes {os.path.basename(header)}:\n{output}")
    return problems


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("build")
    folder = os.path.abspath(arguments.parse_args().build)
    with tempfile.TemporaryDirectory() as temporary:
        found_problems = problems_of(folder, temporary)
    tree.report(found_problems, "the installed tree works")
