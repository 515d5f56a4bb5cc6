"""Lemmas as edit scripts over the form, as src/syntax/decode.c applies them.

SPDX-License-Identifier: Apache-2.0

"L2:y" is: the form in small letters, two code points cut from the end, "y" appended. K keeps the
form's case, T has a capital and small letters. "=be" is the lemma itself.
"""


def cased(form, mode):
    if mode == "L":
        return form.lower()
    return form[:1].upper() + form[1:].lower() if mode == "T" else form


def apply(script, form):
    if script.startswith("="):
        return script[1:]
    cut, _, ending = script[1:].partition(":")
    base = cased(form, script[0])
    return base[:len(base) - int(cut)] + ending if int(cut) <= len(base) else base


def script(form, lemma, upos):
    """The shortest script that gives the lemma; names keep their case, other words lose it."""
    best = None
    for mode in ("KTL" if upos == "PROPN" else "LKT"):
        base, common = cased(form, mode), 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        cut, ending = len(base) - common, lemma[common:]
        if best is None or cut + len(ending) < best[0]:
            best = (cut + len(ending), f"{mode}{cut}:{ending}", common)
    return best[1] if best[2] or best[0] == 0 else "=" + lemma
