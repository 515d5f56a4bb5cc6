#!/usr/bin/env python3
"""The scorer of the corpus and its measure of agreement give the figures that were worked out by hand.

SPDX-License-Identifier: Apache-2.0
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

import tree

FOLDER = os.path.join(tree.ROOT, "train", "corpus")
sys.path.insert(0, FOLDER)
import agreement  # noqa: E402  (the folder is known only now)
import score  # noqa: E402


def event(kind, actor, recipient, status="occurred", trigger=""):
    """An event of the corpus; a role is a code, or words and a code with a colon between them."""
    sides = [[{"text": r.split(":")[0], "code": r.split(":")[-1]} for r in side] for side in (actor, recipient)]
    return {"event": kind, "status": status, "trigger": trigger, "actor": sides[0], "recipient": sides[1]}


def sided(wanted, given):
    """(events of the right type, of these with the right sides, of these types with the right status) of one text."""
    pairs = score.match(wanted, given)
    return len(pairs), sum(s for _, _, s in pairs), sum(w["status"] == g["status"] for w, g, _ in pairs)


class Program(unittest.TestCase):
    """A test that runs a program in a temporary folder."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = scratch.name

    def put(self, name, rows):
        """Writes rows as NDJSON."""
        with open(os.path.join(self.root, name), "w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(row) + "\n" for row in rows)

    def run_program(self, name, *arguments):
        """Exit status and the printed lines, each without needless blanks."""
        done = subprocess.run([sys.executable, "-B", os.path.join(FOLDER, name), *arguments], cwd=self.root, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.returncode, [" ".join(line.split()) for line in done.stdout.splitlines()]


class Match(unittest.TestCase):
    """score.match and what it rests on"""

    def test_part(self):
        # The hash of "abc" is a9993e36...9cd0d89d, which is 9682...9517; that of "k10" is f527...da88, 1399...0200.
        self.assertFalse(score.in_test("abc"))
        self.assertTrue(score.in_test("k10"))

    def test_sides(self):
        # Who assaults whom matters; who meets whom doesn't, unless one of them is the visitor.
        self.assertEqual(sided([event("ASSAULT", ["TCD"], ["SDN"])], [event("ASSAULT", ["SDN"], ["TCD"])]), (1, 0, 1))
        self.assertEqual(sided([event("CONSULT", ["FRA", "DEU"], [])], [event("CONSULT", ["DEU"], ["FRA"])]), (1, 1, 1))
        self.assertEqual(sided([event("CONSULT", ["FRA"], ["DEU"])], [event("CONSULT", ["DEU"], ["FRA"])]), (1, 0, 1))
        self.assertEqual(sided([event("CONSULT", ["FRA"], ["DEU"])], [event("CONSULT", ["DEU", "FRA"], [])]), (1, 0, 1))
        self.assertEqual(sided([event("ASSAULT", ["FRA", "DEU"], [])], [event("ASSAULT", ["DEU"], ["FRA"])]), (1, 0, 1))
        self.assertEqual(sided([event("SUPPORT", ["FRA"], [])], [event("SUPPORT", [], ["FRA"])]), (1, 0, 1))
        self.assertEqual(sided([event("SUPPORT", ["FRA", "DEU"], ["PER"])], [event("SUPPORT", ["FRA", "DEU"], [])]), (1, 0, 1))
        self.assertEqual(sided([event("SUPPORT", ["FRA", "DEU"], ["DEU"])], [event("SUPPORT", ["FRA", "DEU"], [])]), (1, 0, 1))
        # Codes are sets: two groups of a state are its code, once.
        self.assertEqual(sided([event("COOPERATE", ["TCD", "TCD"], [])], [event("COOPERATE", ["TCD"], ["TCD"])]), (1, 1, 1))

    def test_one_to_one(self):
        twice = [event("ASSAULT", ["TCD"], ["SDN"])] * 2
        self.assertEqual(sided(twice[:1], twice), (1, 1, 1))
        self.assertEqual(sided(twice, twice[:1]), (1, 1, 1))

    def test_as_many_as_can_be(self):
        # The first wanted fits both given, the second only the first of them.
        wanted = [event("CONSULT", ["FRA", "DEU"], []), event("CONSULT", ["FRA"], ["DEU"])]
        given = [event("CONSULT", ["FRA"], ["DEU"]), event("CONSULT", ["DEU"], ["FRA"])]
        self.assertEqual(sided(wanted, given), (2, 2, 2))

    def test_status_where_there_is_a_choice(self):
        wanted = [event("ASSAULT", ["TCD"], ["SDN"], "negated"), event("ASSAULT", ["TCD"], ["SDN"])]
        self.assertEqual(sided(wanted, wanted[1:]), (1, 1, 1))
        self.assertEqual(sided(wanted, wanted[::-1]), (2, 2, 2))
        # The same where no sides are right; an event with neither is still one of its type.
        given = [event("ASSAULT", [], []), event("ASSAULT", [], [], "negated")]
        self.assertEqual(sided(wanted[:1], given), (1, 0, 1))
        self.assertEqual(sided(wanted[:1], given[:1]), (1, 0, 0))
        # Right sides go before a right status.
        given = [event("ASSAULT", ["TCD"], ["SDN"], "future"), event("ASSAULT", ["SDN"], ["TCD"], "negated")]
        self.assertEqual(sided(wanted[:1], given), (1, 1, 0))


class Score(Program):
    """score.py"""

    def setUp(self):
        super().setUp()
        self.put("corpus.ndjson", [
            {"id": "k1", "published": "2011-03-02", "text": "One.", "events": [event("ASSAULT", ["TCD"], ["SDN"])]},
            {"id": "k2", "published": "2011-03-02", "text": "Two.", "events": [event("CONSULT", ["FRA", "DEU"], [], "future")]},
            {"id": "k3", "published": "2012-01-01", "text": "Three.", "events": []},
            {"id": "k4", "published": "2012-01-01", "text": "Four.", "events": []},
            {"id": "k5", "published": "", "sent_id": "s-1", "text": "Five.", "events": [
                event("ASSAULT", ["TCD"], ["SDN"], "negated"), event("ASSAULT", ["TCD"], ["SDN"])]}])
        self.put("answers.ndjson", [
            {"id": "k1", "events": [{"event": "ASSAULT", "actor": ["SDN"], "recipient": ["TCD"], "status": "occurred"}]},
            {"id": "k2", "events": [{"event": "CONSULT", "actor": ["FRA"], "recipient": ["DEU"], "status": "occurred"}]},
            {"id": "k3", "events": [{"event": "PROTEST", "actor": ["PER"], "recipient": [], "status": "occurred"}]},
            {"id": "elsewhere", "events": []},
            {"document": {"id": "r1", "name": "texts/undated/k5.txt"}, "events": [
                {"event": "ASSAULT", "actor": [{"code": "TCD", "sector": "REB"}, {"sector": "UNK"}],
                 "recipient": [{"code": "SDN"}], "status": "occurred"},
                {"event": "ACCUSE", "actor": [], "recipient": [], "status": "occurred"}]}])

    def test_figures(self):
        status, lines = self.run_program("score.py", "answers.ndjson", "corpus.ndjson", "--part", "all", "--by-type")
        self.assertEqual(status, 0)
        self.assertEqual(lines[:15], [
            "own texts: 4, of which 3 have an answer",
            "type F1 0.800 precision 0.667 recall 1.000 (2 right, 3 given, 2 wanted)",
            "type with actors F1 0.400 precision 0.333 recall 0.500 (1 right, 3 given, 2 wanted)",
            "status of events of the right type 0.500 (1 of 2)",
            "texts without an event that gave one 0.500 (1 of 2)",
            "sentences of treebanks: 1, of which 1 have an answer",
            "type F1 0.500 precision 0.500 recall 0.500 (1 right, 2 given, 2 wanted)",
            "type with actors F1 0.500 precision 0.500 recall 0.500 (1 right, 2 given, 2 wanted)",
            "status of events of the right type 1.000 (1 of 1)",
            "texts without an event that gave one 0.000 (0 of 0)",
            "all texts: 5, of which 4 have an answer",
            "type F1 0.667 precision 0.600 recall 0.750 (3 right, 5 given, 4 wanted)",
            "type with actors F1 0.444 precision 0.400 recall 0.500 (2 right, 5 given, 4 wanted)",
            "status of events of the right type 0.667 (2 of 3)",
            "texts without an event that gave one 0.500 (1 of 2)"])
        # Two given and three wanted: type 4/5, sides 2/5.
        self.assertIn("| ASSAULT | 0.800 | 0.400 | 1.000 | 2 | 3 |", lines)
        self.assertIn("| PROTEST | 0.000 | 0.000 | 0.000 | 1 | 0 |", lines)

    def test_part(self):
        self.put("two.ndjson", [{"id": name, "published": "", "text": "", "events": []} for name in ("abc", "k10")])
        _, lines = self.run_program("score.py", "answers.ndjson", "two.ndjson")
        self.assertEqual(lines[10], "all texts: 1, of which 0 have an answer")

    def test_texts(self):
        self.assertEqual(self.run_program("score.py", "--texts", "out", "corpus.ndjson", "--part", "all"), (0, []))
        found = sorted(os.path.relpath(os.path.join(folder, f), self.root) for folder, _, files in os.walk(self.root) for f in files)
        self.assertEqual(found, ["answers.ndjson", "corpus.ndjson", "out/2011-03-02/k1.txt", "out/2011-03-02/k2.txt",
                                 "out/2012-01-01/k3.txt", "out/2012-01-01/k4.txt", "out/undated/k5.txt"])
        with open(os.path.join(self.root, "out/undated/k5.txt"), encoding="utf-8") as stream:
            self.assertEqual(stream.read(), "Five.\n")

    def test_faults(self):
        self.put("twice.ndjson", [{"id": "k1", "events": []}] * 2)
        self.put("empty.ndjson", [{"id": "k1"}])
        for name, fault in (("twice", "twice.ndjson:2: a second answer to k1"),
                            ("empty", "empty.ndjson:1: neither id and events nor a reading of a file")):
            self.assertEqual(self.run_program("score.py", name + ".ndjson", "corpus.ndjson"), (1, [fault]))


class Alpha(unittest.TestCase):
    """agreement.alpha, from the coincidence matrix"""

    def test_two(self):
        # aa 2, ab 1, ba 1, bb 4; n 8, n_a 3, n_b 5: 1 - 7 * 2 / (2 * 15).
        units = ["aa", "ab", "bb", "bb"]
        self.assertEqual(agreement.coincidences(units), {("a", "a"): 2, ("a", "b"): 1, ("b", "a"): 1, ("b", "b"): 4})
        self.assertAlmostEqual(agreement.alpha(units), 16 / 30)
        self.assertAlmostEqual(agreement.equal_share(units), 0.75)

    def test_three_and_one(self):
        # Of aab come aa, ab and ba, each 2 / 2, of bb bb 2, of a alone nothing: n 5, n_a 2, n_b 3: 1 - 4 * 2 / (2 * 6).
        self.assertAlmostEqual(agreement.alpha(["aab", "bb", "a"]), 1 / 3)
        self.assertAlmostEqual(agreement.equal_share(["aab", "bb", "a"]), 3 / 5)

    def test_ends(self):
        self.assertEqual(agreement.alpha(["aa", "bb"]), 1)
        # ab twice: n 4, 1 - 3 * 4 / (2 * 4).
        self.assertEqual(agreement.alpha(["ab", "ba"]), -0.5)
        self.assertIsNone(agreement.alpha(["aa", "aa"]))
        self.assertIsNone(agreement.alpha([]))
        self.assertIsNone(agreement.equal_share(["a"]))


class Agreement(Program):
    """agreement.py"""

    SHELLED = "The army shelled a village and rebels fired on the army."
    FIRST = [
        {"id": "t1", "text": SHELLED, "events": [
            event("ASSAULT", ["The army:TCD"], ["a village:TCD"], trigger="shelled"),
            event("ASSAULT", ["rebels:TCD"], ["the army:TCD"], trigger="fired")]},
        {"id": "t2", "text": "Peru's envoy visited Quito.", "events": [
            event("CONSULT", ["Peru's envoy:PER"], ["Quito:ECU"], trigger="visited")]},
        {"id": "t3", "text": "The sides met.", "events": [event("CONSULT", ["The sides:TCD"], [], trigger="met")]},
        {"id": "t4", "text": "Not in the second.", "events": []}]
    SECOND = [
        {"id": "t1", "text": SHELLED, "events": [
            event("THREATEN", ["rebels:TCD"], [], trigger="fired"),
            event("ASSAULT", ["The army:TCD"], ["a village:TCD"], trigger="shelled")]},
        {"id": "t2", "events": [event("CONSULT", ["envoy:PER"], ["Quito:ECU"], "future", "envoy")]},
        {"id": "t3", "events": []}]

    def test_figures(self):
        self.put("first.ndjson", self.FIRST)
        self.put("second.ndjson", self.SECOND)
        status, lines = self.run_program("agreement.py", "first.ndjson", "--second", "second.ndjson", "--by-type")
        self.assertEqual(status, 0)
        # Of 48 units both say of 2 that the type stands, of 44 that it doesn't; 2 differ. n 96, n_stands 6: 1 - 95 * 4 / (2 * 6 * 90).
        self.assertEqual(lines[:2], ["4 events in the first, 3 in the second, 3 in both (2 by their trigger), of 3 texts",
                                     "types that stand in a text alpha 0.648 equal 0.958 units 48"])
        # Stands and doesn't in t2, t3 and t1: 1 - 5 * 2 / (2 * 9).
        self.assertIn("CONSULT alpha 0.444 equal 0.667 units 3", lines)
        self.assertIn("ASSAULT alpha 1.000 equal 1.000 units 3", lines)
        self.assertIn("AID alpha - equal 1.000 units 3", lines)
        # ASSAULT 3, CONSULT 2, THREATEN 1 of 6 and one pair that differs: 1 - 5 * 2 / (36 - 9 - 4 - 1); so also TCD, ECU and nobody.
        # occurred 5, future 1: 1 - 5 * 2 / (2 * 5).
        self.assertEqual(lines[-4:], ["type of events in both alpha 0.545 equal 0.667 units 3",
                                      "status of events in both alpha 0.000 equal 0.667 units 3",
                                      "actor's codes of events in both alpha 1.000 equal 1.000 units 3",
                                      "recipient's codes of events in both alpha 0.545 equal 0.667 units 3"])

    def test_same_events(self):
        def which(text, first, second):
            return [(a["event"], b["event"], t) for a, b, t in agreement.same_events(text, first, second)]
        # The trigger goes before the sides, whatever the types.
        first = [event("ASSAULT", ["The army"], ["a village"], trigger="shelled"), event("AID", ["rebels"], [], trigger="fired")]
        second = [event("COERCE", ["rebels"], [], trigger="Shelled"), event("REJECT", ["army"], ["village"], trigger="on")]
        self.assertEqual(which(self.SHELLED, first, second), [("ASSAULT", "COERCE", True)])
        self.assertEqual(which("Fired at.", [event("AID", [], [], trigger="Fired")], [event("AID", [], [], trigger="fired")]),
                         [("AID", "AID", True)])
        # Both sides go before one.
        self.assertEqual(which(self.SHELLED, first[:1], [event("AID", ["army"], [], trigger="The"), second[1]]), [("ASSAULT", "REJECT", False)])
        # With the same sides the nearest trigger.
        text = "Rebels rose late, fired, fled."
        first = [event("PROTEST", ["Rebels"], [], trigger="rose"), event("RETREAT", ["Rebels"], [], trigger="fled")]
        self.assertEqual(which(text, first, [event("ASSAULT", ["Rebels"], [], trigger="fired")]), [("RETREAT", "ASSAULT", False)])
        # No words in common: "he" is not in "the", and an actor is no recipient.
        self.assertEqual(which("In the hut he sat.", [event("AID", ["the"], [], trigger="sat")],
                               [event("AID", ["he"], ["the"], trigger="In")]), [])

    def test_faults(self):
        self.put("first.ndjson", self.FIRST[:1])
        for rows, fault in (([self.SECOND[1]], "second.ndjson:1: t2 is in no first annotation, or twice in this one"),
                            ([self.SECOND[0]] * 2, "second.ndjson:2: t1 is in no first annotation, or twice in this one"),
                            ([{**self.SECOND[0], "text": "Other."}], "second.ndjson:1: t1 has another text in the first annotation")):
            self.put("second.ndjson", rows)
            self.assertEqual(self.run_program("agreement.py", "first.ndjson", "--second", "second.ndjson"), (1, [fault]))


if __name__ == "__main__":
    unittest.main()
