#!/usr/bin/env python3
"""The text of the knowledge base (data/kb): form, order, codes, sectors, what every state needs, numbers of
the state system, members and offices with their dates, names that stand twice; where Debian's iso-codes is
installed, that no state or dependency is missing.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import glob
import json
import os
import re
import unicodedata

import tree

ISO = "/usr/share/iso-codes/json/iso_3166-1.json"
SECTORS = set("""GOV LEG JUD MIL COP SPY PRM PTY REB UAF UNK PRE SOC AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP REL
    ENV HRI BUD CHR HIN JEW MUS""".split())
RANKS = set("""head-of-state head-of-government deputy-head-of-government foreign-minister defence-minister minister
    deputy-minister head-of-organisation ambassador envoy spokesperson legislator party officer judge local royal
    official""".split())
KINDS = {
    "states.txt": {"state"},
    "organisations.txt": {"igo", "organisation"},
    "groups.txt": {"group"},
    "regions.txt": {"place"},
}
PEOPLE = "people-*.txt"
CODES = {"state": "", "igo": "UNO EUR IGO", "organisation": "UNO EUR IGO NGO MNC", "group": "IMG ISM", "place": "NON",
         "person": "UNO EUR IGO NGO"}
FIELDS = ["formal", "also", "old", "abbreviation", "adjective", "people", "capital", "seat", "body", "since", "until",
          "alpha2", "population", "cow", "gw", "member", "source"]
FIELDS_OF_PEOPLE = ["also", "family", "gender", "office", "source"]
NAMES = {"formal", "also", "old", "abbreviation", "adjective", "people", "capital", "seat", "body"}
NEEDED = ["adjective", "people", "capital", "since", "alpha2", "cow", "gw"]
NOT_NEEDED = {("HKG", "since"), ("NZL", "adjective"), ("VAT", "people")} | {
    (code, system) for code in ("HKG", "PSE", "VAT") for system in ("cow", "gw")}  # in no list of the state system
STATES_OF_THEIR_OWN = {"XKX"}
# Codes of ISO 3166-1 that are no state here: who rules, and what the place is called in regions.txt.
PLACES = {
    "ABW": "NLD Aruba", "AIA": "GBR Anguilla", "ALA": "FIN Åland Islands", "ASM": "USA American Samoa",
    "ATA": "NON Antarctica", "ATF": "FRA French Southern and Antarctic Lands", "BES": "NLD Bonaire",
    "BLM": "FRA Saint Barthélemy", "BMU": "GBR Bermuda", "BVT": "NOR Bouvet Island", "CCK": "AUS Cocos Islands",
    "COK": "NZL Cook Islands", "CUW": "NLD Curaçao", "CXR": "AUS Christmas Island", "CYM": "GBR Cayman Islands",
    "ESH": "MAR Western Sahara", "FLK": "GBR Falkland Islands", "FRO": "DNK Faroe Islands", "GGY": "GBR Guernsey",
    "GIB": "GBR Gibraltar", "GLP": "FRA Guadeloupe", "GRL": "DNK Greenland", "GUF": "FRA French Guiana",
    "GUM": "USA Guam", "HMD": "AUS Heard Island and McDonald Islands", "IMN": "GBR Isle of Man",
    "IOT": "GBR British Indian Ocean Territory", "JEY": "GBR Jersey", "MAC": "CHN Macau", "MAF": "FRA Saint Martin", "MNP": "USA Northern Mariana Islands",
    "MSR": "GBR Montserrat", "MTQ": "FRA Martinique", "MYT": "FRA Mayotte", "NCL": "FRA New Caledonia",
    "NFK": "AUS Norfolk Island", "NIU": "NZL Niue", "PCN": "GBR Pitcairn Islands", "PRI": "USA Puerto Rico",
    "PYF": "FRA French Polynesia", "REU": "FRA Réunion", "SGS": "GBR South Georgia", "SHN": "GBR Saint Helena",
    "SJM": "NOR Svalbard", "SPM": "FRA Saint Pierre and Miquelon", "SXM": "NLD Sint Maarten",
    "TCA": "GBR Turks and Caicos Islands", "TKL": "NZL Tokelau", "UMI": "USA United States Minor Outlying Islands",
    "VGB": "GBR British Virgin Islands", "VIR": "USA U.S. Virgin Islands", "WLF": "FRA Wallis and Futuna",
}
# What truly means several entries; anything else that does is a mistake.
AMBIGUOUS = {
    "afp",  # Agence France-Presse, Armed Forces of the Philippines
    "christmas island",  # AUS, KIR
    "congo", "congolese",  # COD, COG
    "csis",  # CAN, a think tank
    "dominican", "dominicans",  # DMA, DOM
    "galicia",  # ESP, UKR
    "georgia",  # the state, USA
    "inter-korean", "koreas", "two koreas", "both koreas",  # KOR and PRK
    "maoist", "maoists",  # IND, NPL
    "nra",  # UGA, USA
    "punjab", "punjabi", "punjabis",  # IND, PAK
}


DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
TERM = re.compile(r"(?P<what>.+?)(?:(?:, from (?P<since>[^,]+))?(?:, until (?P<until>[^,]+))?"
                  r"|, seen (?P<seen>\S+)(?: to (?P<to>\S+))?)")


class Entry:
    """A block: where it stands, what it is, and its values (field, text, sector, line)."""

    def __init__(self, file, line, kind, code, name, sector, point):
        self.file, self.line, self.kind, self.code = file, line, kind, code
        self.name, self.sector, self.point = name, sector, point
        self.values = []

    def of(self, field):
        """Texts of a field."""
        return [v[1] for v in self.values if v[0] == field]


def folded(name):
    """As the program compares names: no case, no accents, a leading "the" is nothing."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"^the ", "", plain.replace("’", "'").lower())


def cut(value):
    """"Name [SEC] @lat,lon" -> name, sector, point."""
    sector = point = ""
    while True:
        match = re.search(r"\s(?:\[(\w+)\]|@([-\d.,]+))$", value)
        if not match:
            return value, sector, point
        sector, point = match[1] or sector, match[2] or point
        value = value[:match.start()].rstrip()


def bad_point(point):
    """Whether "lat,lon" is no place on earth."""
    match = re.fullmatch(r"(-?\d+\.\d+),(-?\d+\.\d+)", point)
    return not match or abs(float(match[1])) > 90 or abs(float(match[2])) > 180


def span(term):
    """Matched TERM -> its first and last day as texts that compare; None where a date is none."""
    first = term["since"] or term["seen"] or "0000"
    last = term["until"] or term["to"] or term["seen"] or "9999"
    if not all(DATE.fullmatch(date) or date in ("0000", "9999") for date in (first, last)):
        return None
    return first + "-01-01"[len(first) - 4:], last + "-12-31"[len(last) - 4:]


class Check:
    """Reads the folder and collects what is wrong."""

    def __init__(self, root):
        self.root = root
        self.problems = []
        self.entries = []
        self.people = []
        self.count = 0

    def say(self, file, line, problem):
        """Notes a problem."""
        self.problems.append(f"data/kb/{file}:{line}: {problem}")

    def lines(self, file):
        """Numbered lines of a file that are no comment and not blank."""
        path = os.path.join(self.root, "data", "kb", file)
        text = tree.read_text(path) if os.path.isfile(path) else None
        if text is None:
            self.say(file, 1, "not there, or not UTF-8")
            return
        if not text.endswith("\n"):
            self.say(file, text.count("\n") + 1, "the last line has no end")
        for number, line in enumerate(text.split("\n"), 1):
            if line != line.rstrip():
                self.say(file, number, "white space at the end")
            if line and not line.startswith("#"):
                yield number, line

    def fields(self, file, number, line):
        """Values of a line "  field: value; value", or none."""
        match = re.fullmatch(r"  ([a-z0-9]+): (.+)", line)
        if not match:
            self.say(file, number, "neither a block's first line nor '  field: value; value'")
            return "", []
        values = match[2].split("; ")
        if any(not v.strip() or v != v.strip() or ";" in v for v in values):
            self.say(file, number, "an empty value, or white space around one")
        return match[1], values

    # ---- states, organisations, groups, regions ----

    def head(self, file, number, line):
        """The entry that a block's first line begins."""
        match = re.fullmatch(r"(\w+) ([A-Z]{3}) (\S.*)", line)
        if not match or match[1] not in KINDS.get(file, {"person"}):
            self.say(file, number, "a block's first line is 'KIND CODE Name' with a kind of this file")
            return None
        name, sector, point = cut(match[3])
        if sector and sector not in SECTORS:
            self.say(file, number, f"no sector: {sector}")
        if point and bad_point(point):
            self.say(file, number, f"no place on earth: {point}")
        return Entry(file, number, match[1], match[2], name, sector, point)

    def value(self, entry, number, field, raw):
        """One value of a field."""
        text, sector, point = cut(raw)
        if sector and sector not in SECTORS:
            self.say(entry.file, number, f"no sector: {sector}")
        if sector and field not in ("seat", "body"):
            self.say(entry.file, number, f"only seats and bodies have a sector: {raw}")
        if (point and field != "capital") or (field == "capital" and bad_point(point)):
            self.say(entry.file, number, f"a capital, and nothing else, has @latitude,longitude: {raw}")
        if field in ("since", "until") and not DATE.fullmatch(text):
            self.say(entry.file, number, f"no date: {text}")
        if field == "alpha2" and not re.fullmatch("[A-Z]{2}", text):
            self.say(entry.file, number, f"no two-letter code: {text}")
        if field == "abbreviation" and text != text.upper():
            self.say(entry.file, number, f"an abbreviation in small letters: {text}")
        if field in ("cow", "gw") and not re.fullmatch(r"[1-9]\d{0,2}", text):
            self.say(entry.file, number, f"no number of a state system: {text}")
        if field == "gender" and text not in ("he", "she"):
            self.say(entry.file, number, f"write he or she: {text}")
        if field == "source" and not DATE.fullmatch(text.rpartition(", ")[2]):
            self.say(entry.file, number, f"a source ends in a comma and a date: {text}")
        entry.values.append((field, text, sector, number))

    def term(self, entry, number, field, raw):
        """An office or a membership: "TITLE [rank], from D, until D", "CODE, from D"."""
        term = TERM.fullmatch(raw)
        days = span(term)
        what, rank = re.fullmatch(r"(.*?)(?: \[([\w-]+)\])?", term["what"]).groups()
        if days is None or "," in what and field == "member":
            self.say(entry.file, number, f"write ', from D, until D' or ', seen D to D': {raw}")
        elif days[0] > days[1]:
            self.say(entry.file, number, f"ends before it begins: {raw}")
        elif field == "member" and any(v[1] == what and v[2][1] >= days[0] for v in entry.values if v[0] == field):
            self.say(entry.file, number, f"not behind the time that {what} was a member before: {raw}")
        if rank and rank not in RANKS:
            self.say(entry.file, number, f"no rank: {rank}")
        entry.values.append((field, what, days or ("", ""), number))

    def read_entries(self, file):
        """Blocks of a file; their fields in the order of FORMAT.md, those of people in any."""
        entry, rank = None, 0
        people = file not in KINDS
        entries, known = (self.people, FIELDS_OF_PEOPLE) if people else (self.entries, FIELDS)
        for number, line in self.lines(file):
            if not line.startswith(" "):
                entry, rank = self.head(file, number, line), 0
                if entry:
                    entries.append(entry)
                continue
            field, values = self.fields(file, number, line)
            if entry is None or not field:
                continue
            if field not in known:
                self.say(file, number, f"no field: {field}")
                continue
            if not people and known.index(field) < rank:
                self.say(file, number, f"'{field}' comes before: {', '.join(known)}")
            rank = known.index(field)
            for raw in values:
                read = self.term if field in ("member", "office") else self.value
                read(entry, number, field, raw)

    def check_order(self):
        """Blocks by code, then by name."""
        for one, two in zip(self.entries, self.entries[1:]):
            if one.file == two.file and (one.code, one.name) >= (two.code, two.name):
                self.say(two.file, two.line, f"stands after {one.code} {one.name}; order by code, then by name")
        for one, two in zip(self.people, self.people[1:]):
            if one.file == two.file and one.code > two.code:
                self.say(two.file, two.line, f"stands after one of {one.code}; order by code")

    def check_codes(self, states):
        """Codes are those of a state or of the few others."""
        for entry in self.entries + self.people:
            if entry.code not in states and entry.kind == "state":
                self.say(entry.file, entry.line, f"{entry.code} is the code of no state of today")
            elif entry.kind != "state" and entry.code not in states and entry.code not in CODES[entry.kind].split():
                self.say(entry.file, entry.line, f"no state has the code {entry.code}")

    def check_states(self, states):
        """What every state needs."""
        twos = {}
        for code, entry in states.items():
            for field in NEEDED:
                if not entry.of(field) and (code, field) not in NOT_NEEDED:
                    self.say(entry.file, entry.line, f"{code} has no {field}")
            for two in entry.of("alpha2"):
                if two in twos:
                    self.say(entry.file, entry.line, f"{twos[two]} has the code {two} too")
                twos[two] = code

    def check_numbers(self):
        """A state of the past may have its successor's number, and nobody else."""
        owners = {}
        for entry in self.entries:
            if entry.kind == "state" and entry.of("until") and not entry.of("since"):
                self.say(entry.file, entry.line, f"{entry.name} has no since")
            for system in ("cow", "gw"):
                numbers = entry.of(system)
                if len(numbers) > 1 or numbers and entry.kind != "state":
                    self.say(entry.file, entry.line, f"a state, and nothing else, has one number {system}")
                for number in numbers:
                    owner = owners.setdefault((system, number), entry)
                    if owner.code != entry.code:
                        self.say(entry.file, entry.line, f"{owner.name} has the number {system} {number} too")

    def check_terms(self, states):
        """Members are states; whoever stands among the people had an office, and stands there once."""
        seen = {}
        for entry in self.entries:
            for field, member, _, line in entry.values:
                if field == "member" and member not in states:
                    self.say(entry.file, line, f"no state has the code {member}")
        for entry in self.people:
            if not entry.of("office"):
                self.say(entry.file, entry.line, f"{entry.name} has no office")
            first = seen.setdefault((entry.code, entry.name), entry)
            if first is not entry:
                self.say(entry.file, entry.line, f"{entry.name} stands in {first.file}:{first.line} already")

    def check_iso(self, states):
        """Every code of ISO 3166-1 is a state's or a known place's."""
        places = {f"{e.code} {e.name}" for e in self.entries if e.kind == "place"}
        for place in PLACES.values():
            if place not in places:
                self.say("regions.txt", 1, f"no place {place}")
        if not os.path.isfile(ISO):
            return
        with open(ISO, encoding="utf-8") as stream:
            listed = {row["alpha_3"]: row["alpha_2"] for row in json.load(stream)["3166-1"]}
        for code, two in sorted(listed.items()):
            if code not in states and code not in PLACES:
                self.say("states.txt", 1, f"no state or dependency has the ISO code {code}")
            elif code in states and states[code].of("alpha2") != [two]:
                self.say("states.txt", states[code].line, f"{code} is {two} in ISO 3166-1")
        for code in sorted(set(states) - set(listed) - STATES_OF_THEIR_OWN):
            self.say("states.txt", states[code].line, f"{code} is not in ISO 3166-1")

    def check_names(self):
        """No name twice in an entry, and none in two entries that doesn't mean both."""
        owners = {}
        for entry in self.entries:
            own = {}
            values = [("name", entry.name, "", entry.line)] + [v for v in entry.values if v[0] in NAMES]
            for field, text, _, line in values:
                group = "name" if field in ("name", "formal", "also", "abbreviation") else field
                if (group, text) in own:
                    self.say(entry.file, line, f"'{text}' stands twice in {entry.name}")
                own[(group, text)] = line
                owners.setdefault(folded(text), {})[id(entry)] = (entry, line, text)
        for name, by_entry in sorted(owners.items()):
            if len(by_entry) > 1 and name not in AMBIGUOUS:
                first, *others = by_entry.values()
                for entry, line, text in others:
                    where = f"{first[0].code} {first[0].name} ({first[0].file}:{first[1]})"
                    self.say(entry.file, line, f"'{text}' is also {where}")
        for name in sorted(AMBIGUOUS - {n for n, by in owners.items() if len(by) > 1}):
            self.say("states.txt", 1, f"'{name}' is no longer ambiguous; take it out of {os.path.basename(__file__)}")

    # ---- offices, agents ----

    def read_offices(self):
        """offices.txt: ranks, flags, titles that stand once."""
        seen, head = {}, None
        for number, line in self.lines("offices.txt"):
            if line.startswith("office "):
                words = line.split()[1:]
                flags = [w for w in words[1:] if not re.fullmatch(r"\[[A-Z]{3}\]", w)]
                if words[0] not in RANKS or set(flags) - {"exclusive", "of"}:
                    self.say("offices.txt", number,
                             "write 'office RANK [SECTOR] exclusive of' with a rank of src/kb/kb.h")
                head = number
                continue
            field, values = self.fields("offices.txt", number, line)
            if not field or head is None or field not in ("title", "plural", "portfolio"):
                self.say("offices.txt", number, "an office has title, plural and portfolio")
                continue
            for raw in values:
                self.word("offices.txt", number, raw, seen, (head, field) if field == "portfolio" else field)

    def word(self, file, number, raw, seen, group):
        """One title or word; the same one twice is a mistake."""
        text, sector, _ = cut(raw)
        if sector and sector not in SECTORS:
            self.say(file, number, f"no sector: {sector}")
        key = (group if isinstance(group, tuple) else "", folded(text))
        if key in seen:
            self.say(file, number, f"'{text}' stands in line {seen[key]} already")
        seen[key] = number
        self.count += 1

    def read_agents(self):
        """agents.txt: sectors, words that stand once."""
        seen, sector = {}, None
        for number, line in self.lines("agents.txt"):
            if line.startswith("agent "):
                sector = line[6:]
                if sector not in SECTORS:
                    self.say("agents.txt", number, f"no sector: {sector}")
                continue
            field, values = self.fields("agents.txt", number, line)
            if field != "words" or sector is None:
                self.say("agents.txt", number, "an agent has words")
                continue
            for raw in values:
                forms = raw.split(" / ")
                if len(forms) > 2 or any("/" in f for f in forms):
                    self.say("agents.txt", number, f"write 'singular / plural': {raw}")
                for form in forms:
                    self.word("agents.txt", number, form, seen, "")

    # ---- places ----

    def read_places(self, states):
        """places.tsv: columns, codes, order, one row a name and state."""
        seen, last = {}, None
        for number, line in self.lines("places.tsv"):
            cells = line.split("\t")
            if len(cells) not in (5, 6) or not re.fullmatch(r"\d+", cells[4]) or bad_point(",".join(cells[2:4])):
                self.say("places.tsv", number, "write name, code, latitude, longitude, population, other names")
                continue
            if cells[1] not in states:
                self.say("places.tsv", number, f"no state has the code {cells[1]}")
            if last is not None and int(cells[4]) > last:
                self.say("places.tsv", number, "larger than the row before")
            last = int(cells[4])
            for name in [cells[0]] + (cells[5].split("; ") if len(cells) == 6 else []):
                if (name, cells[1]) in seen:
                    self.say("places.tsv", number, f"'{name}' stands in line {seen[(name, cells[1])]} already")
                seen[(name, cells[1])] = number
        self.count += len(seen)

    def run(self):
        """Everything. @return the problems."""
        people = glob.glob(os.path.join(self.root, "data", "kb", PEOPLE))
        for file in list(KINDS) + sorted(map(os.path.basename, people)):
            self.read_entries(file)
        states = {}
        for entry in self.entries:
            if entry.kind == "state" and entry.of("until"):
                continue
            if entry.kind == "state" and entry.code in states:
                self.say(entry.file, entry.line, f"{entry.code} stands in line {states[entry.code].line} already")
            elif entry.kind == "state":
                states[entry.code] = entry
        self.check_order()
        self.check_codes(states)
        self.check_states(states)
        self.check_numbers()
        self.check_iso(states)
        self.check_names()
        self.check_terms(states)
        self.read_offices()
        self.read_agents()
        self.read_places(states)
        self.count += sum(1 + len(e.values) for e in self.entries + self.people)
        return self.problems


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--root", default=tree.ROOT)
    check = Check(arguments.parse_args().root)
    found = check.run()
    tree.report(found, f"{len(check.entries)} entries, {len(check.people)} people, {check.count} names and words are in order")
