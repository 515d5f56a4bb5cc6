#!/usr/bin/env python3
"""Checks files of the corpus: python3 train/corpus/check.py FILE.ndjson ...

Each line is one text with its answers, as docs/annotation.md says. Faults are printed with file and line; then a table of what there is.
Exit status 1 where there is a fault.

SPDX-License-Identifier: Apache-2.0
"""
import collections
import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
STATUSES = {"occurred", "future", "hypothetical", "negated", "historical"}
BODIES = {"UNO", "EUR", "IGO", "NGO", "MNC", "ISM", "IMG"}
SECTORS = set("GOV LEG JUD MIL COP SPY PRM PTY REB UAF UNK PRE SOC CVL AGR BUS CRM EDU ELI JRN LAB MED REF REL OPP".split())
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")


def types():
    """{type: {modes}} of the codebook."""
    found, name = {}, None
    for line in open(os.path.join(ROOT, "data/codebook/00-types.txt"), encoding="utf-8"):
        words = line.split()
        if words[:1] == ["type"]:
            name = words[1]
            found[name] = set()
        elif words[:1] == ["mode"]:
            found[name].add(words[1])
    return found


def states():
    """Codes of states and of places with a code of their own."""
    codes = set(BODIES)
    for name in ("states.txt", "regions.txt"):
        for line in open(os.path.join(ROOT, "data/kb", name), encoding="utf-8"):
            words = line.split()
            if words[:1] == ["state"]:
                codes.add(words[1])
    return codes | {"HKG", "PSE", "TWN", "XKX", "ATA"}


def faults_of(row, known_types, known_codes):
    """What is wrong with a line."""
    text = row.get("text", "")
    if not text.strip():
        yield "no text"
    if not re.match(r"\d{4}-\d\d-\d\d$", row.get("published", "")) and not (row.get("sent_id") and row.get("published") == ""):
        yield "published is no day"
    for e in row.get("events", []):
        if e.get("event") not in known_types:
            yield f"no such type: {e.get('event')}"
            continue
        if e.get("mode") and e["mode"] not in known_types[e["event"]]:
            yield f"no such mode: {e['event']}/{e['mode']}"
        if e.get("status") not in STATUSES:
            yield f"no such status: {e.get('status')}"
        if not e.get("trigger") or e["trigger"] not in text:
            yield f"the trigger does not stand in the text: {e.get('trigger')}"
        if not e.get("actor") and not e.get("recipient"):
            yield "an event without actor and recipient"
        for role in e.get("actor", []) + e.get("recipient", []):
            if role.get("code") not in known_codes:
                yield f"no such code: {role.get('code')}"
            if role.get("sector") and role["sector"] not in SECTORS:
                yield f"no such sector: {role['sector']}"
            if not role.get("text") or role["text"] not in text:
                yield f"words of a role do not stand in the text: {role.get('text')}"
        if e.get("date") and not DATE.match(e["date"]):
            yield f"no date: {e['date']}"
        if e.get("date_text") and e["date_text"] not in text:
            yield f"words of a date do not stand in the text: {e['date_text']}"
    for s in row.get("statements", []):
        if not s.get("content") or s["content"] not in text:
            yield f"the content of a statement does not stand in the text: {s.get('content')}"
        if s.get("speaker") and s["speaker"] not in text:
            yield f"the speaker does not stand in the text: {s['speaker']}"


def main():
    """Checks all files."""
    known_types, known_codes, seen, bad = types(), states(), {}, 0
    count, rows, silent = collections.Counter(), 0, 0
    for path in sys.argv[1:]:
        for number, line in enumerate(open(path, encoding="utf-8"), 1):
            try:
                row = json.loads(line)
                faults = list(faults_of(row, known_types, known_codes))
            except (ValueError, AttributeError, TypeError, KeyError) as error:
                row, faults = {}, [f"{type(error).__name__}: {error}"]
            key = re.sub(r"\W+", " ", row.get("text", str(number))).lower()
            if key in seen:
                faults.append(f"the same text as {seen[key]}")
            seen[key] = f"{path}:{number}"
            for fault in faults:
                print(f"{path}:{number}: {fault}")
            bad += len(faults)
            rows += 1
            silent += not row.get("events")
            for e in row.get("events", []):
                count[e.get("event")] += 1
                count["status " + str(e.get("status"))] += 1
            count["statements"] += len(row.get("statements", []))
    for name in sorted(count, key=str):
        print(f"{str(name):24} {count[name]:6}")
    print(f"{rows} texts, {silent} without an event, {bad} faults")
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
