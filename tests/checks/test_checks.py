#!/usr/bin/env python3
"""The checks find what they are for: each is shown a small wrong tree, and a right one.

SPDX-License-Identifier: Apache-2.0
"""
import importlib.util
import os
import subprocess
import tempfile
import unittest
from importlib.machinery import SourceFileLoader

import rooms
import sizes
import statics
import symbols
import text_rules
import tree


def load(name, path):
    """A script without suffix as a module."""
    loader = SourceFileLoader(name, os.path.join(tree.ROOT, path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


class InFolder(unittest.TestCase):
    """A test with a temporary project."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = scratch.name

    def put(self, name, text):
        """Writes a file of the temporary project."""
        path = os.path.join(self.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text)
        return path


class Rooms(InFolder):
    """rooms.py"""

    def test_order(self):
        self.put("src/kb/kb.c", '#include "base/arena.h"\n#include "kb/kb.h"\n#include <stdio.h>\n')
        self.assertEqual(rooms.problems_of(self.root)[0], [])
        self.put("src/text/text.c", '#include "kb/kb.h"\n')
        self.put("src/base/arena.c", '#include "arena.h"\n')
        self.put("include/chancery/status.h", '#include "base/slice.h"\n')
        self.put("src/attic/attic.c", "")
        found = "\n".join(rooms.problems_of(self.root)[0])
        self.assertIn('src/text/text.c:1: "kb/kb.h": text stands before kb', found)
        self.assertIn("src/base/arena.c:1:", found)
        self.assertIn("include/chancery/status.h:1:", found)
        self.assertIn("src/attic is no room", found)


class Sizes(InFolder):
    """sizes.py"""

    def test_function(self):
        body = "static int\nf(int a)\n{\n" + "    a++;\n" * 98 + "}\n"
        self.put("src/base/a.c", body)
        problems, lengths = sizes.measure(self.root)
        self.assertEqual((problems, lengths), ([], [100]))
        self.put("src/base/a.c", body.replace("    a++;\n", "    a++;\n\n", 1))
        self.assertIn("src/base/a.c:3: f has 101 lines", sizes.measure(self.root)[0][0])

    def test_file_and_line(self):
        self.put("src/base/a.c", "\n" * 1000)
        self.assertEqual(sizes.measure(self.root)[0], [])
        self.put("src/base/a.c", "\n" * 1001)
        self.put("src/base/b.c", "/*" + "é" * 97 + "*/\n")
        self.assertEqual(len(sizes.measure(self.root)[0]), 2)


class Statics(InFolder):
    """statics.py"""

    def compile(self, text):
        """An object file of `text`."""
        source, target = self.put("a.c", text), os.path.join(self.root, "a.o")
        subprocess.run(["cc", "-fPIC", "-fdata-sections", "-c", source, "-o", target], check=True)
        return target

    def test_constants(self):
        path = self.compile('static const char *const names[] = {"a", "b"};\nint f(int i);\n'
                            "int f(int i)\n{\n    static const int n[] = {1, 2};\n"
                            "    return names[i][0] + n[i];\n}\n")
        problems, count = statics.problems_of([path])
        self.assertEqual(problems, [])
        self.assertGreater(count, 1)

    def test_mutable(self):
        for text in ("int a;\n", "int a = 1;\n", "_Thread_local int a;\n", 'const char *a = "x";\n',
                     "int f(void);\nint f(void)\n{\n    static int a;\n    return a++;\n}\n"):
            self.assertEqual(len(statics.problems_of([self.compile(text)])[0]), 1, text)


class Symbols(InFolder):
    """symbols.py"""

    def test_declared(self):
        self.put("include/chancery/a.h", "CHANCERY_API const char *chancery_a(int x);\n"
                                         "CHANCERY_API chancery_status chancery_b(\n    int y);\n"
                                         "static inline int no(void)\n")
        self.assertEqual(symbols.declared(self.root), {"chancery_a", "chancery_b"})

    def test_problems(self):
        self.assertEqual(symbols.problems_of({"chancery_a"}, {"chancery_a"}, "libchancery.so.0"), [])
        self.assertEqual(len(symbols.problems_of({"chancery_a"}, {"arena"}, "libchancery.so")), 4)


class TextRules(InFolder):
    """text_rules.py"""

    def test_rules(self):
        line = "SPDX-License-Identifier: Apache-2.0"
        good = f"/* {line} */\n/* see src/work/here, https://example.org and $HOME/root/x */\n"
        self.assertEqual(text_rules.rule_problems("src/a.c", good), [])
        for bad in ("/" + "work/main/x", "/" + "home/ann/x", "http://deb.debian" + ".org/debian",
                    "registry.npmjs" + ".org", "TO" + "DO: later"):
            self.assertEqual(len(text_rules.rule_problems("src/a.c", good + f"/* {bad} */\n")), 1, bad)
        self.assertEqual(len(text_rules.rule_problems("src/a.c", "int a;\n")), 1)

    def test_gold(self):
        self.put("reports/x.txt", "One two three four, five six seven eight nine.\n")
        runs = text_rules.gold_runs(self.root)
        self.assertEqual(len(runs), 2)
        found = text_rules.gold_problems("a.md", "word\nONE TWO three four\nfive six seven eight.", runs)
        self.assertEqual(len(found), 1)
        self.assertIn("a.md:2:", found[0])
        self.assertEqual(text_rules.gold_problems("a.md", "one two three five six seven eight nine", runs), [])


class Golden(InFolder):
    """tests/golden/run"""

    def test_cases(self):
        golden = load("golden_run", "tests/golden/run")
        path = self.put("a.txt", "# command: cat\n====\nfirst\n====\nx\n---\nx\n\n====\nsecond\n"
                                 "# command: cat b; false\n====\n>>> b\nBé\n---\nwrong\n")
        lines, cases = golden.parse(path)
        for case in cases:
            golden.run(case, self.root)
        self.assertEqual([c.got for c in cases], ["x", "Bé\nexit status 1"])
        self.assertEqual([c.expected for c in cases], ["x", "wrong"])
        golden.update(path, lines, cases[1:])
        self.assertEqual([c.expected for c in golden.parse(path)[1]], ["x", "Bé\nexit status 1"])

    def test_faulty(self):
        golden = load("golden_run", "tests/golden/run")
        for text in ("# command: cat\n====\nno second bar\n", "====\nno command\n====\nx\n---\ny\n",
                     "# command: cat\n====\nno cut\n====\nx\n"):
            with self.assertRaises(ValueError):
                golden.parse(self.put("a.txt", text))


class Docs(unittest.TestCase):
    """tests/docs/run"""

    def test_matches(self):
        docs = load("docs_run", "tests/docs/run")
        self.assertTrue(docs.matches(["a", "...", "c"], ["a", "b", "b", "c"]))
        self.assertTrue(docs.matches(["a", "b ..."], ["a", "b and more"]))
        self.assertFalse(docs.matches(["a", "...", "c"], ["a", "b"]))
        self.assertFalse(docs.matches(["a"], ["a", "b"]))
        self.assertFalse(docs.matches([], ["a"]))

    def test_commands(self):
        docs = load("docs_run", "tests/docs/run")
        self.assertEqual(docs.steps("$ chancery a\nb\n$ chancery c\n"),
                         [("chancery a", ["b"]), ("chancery c", [])])
        self.assertTrue(docs.RUNS.search("cat x | chancery read -"))
        self.assertFalse(docs.RUNS.search("git clone chancery"))
        self.assertEqual(list(docs.man_examples(".Sh EXAMPLES\n.Dl $ chancery read a\n.Sh SEE ALSO\n.Dl chancery x\n")),
                         ["chancery read a"])


if __name__ == "__main__":
    unittest.main()
