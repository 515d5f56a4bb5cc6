#!/usr/bin/python3
"""Trains the tagger and the lemma tables of src/syntax/ and writes data/syntax/tagger.txt.

SPDX-License-Identifier: Apache-2.0

The tagger is a second-order hidden Markov model whose weights are learnt discriminatively: averaged
perceptron over a beam (Collins 2002, "Discriminative training methods for hidden Markov models").
Like TnT (Brants 2000) it restricts known words to the tags that they were seen with and guesses
those of unknown words from their suffixes, by class of capitalisation; on the same treebanks TnT
itself reaches 93 to 94 %. Words seen no more than UNSEEN times are treated as unknown in training
too, so that the weights for suffixes are learnt from what will need them.

Reports are news, the treebanks mostly aren't: sentences of the genres nearest to news stand in the
training data a second time with their rare names exchanged, and again as headlines, where capitals
say nothing (shape T).

Usage: tagger.py --dev DEV.conllu ... --out data/syntax/tagger.txt TRAIN.conllu ...
Only the standard library is needed. The same input gives the same bytes.
"""
import argparse
import random
import sys
import time
import unicodedata
from collections import Counter, defaultdict

EPOCHS = 6
BEAM = 5
UNSEEN = 2  # words seen up to so often are treated as unknown
RARE = 5  # words seen less often may have tags that the suffix suggests
PAIRED = 50  # words seen less often get the tags that go with theirs
SUFFIXED = 15  # words seen less often have suffix features
GUESS_MIN = 10  # tokens that a suffix needs to guess by
FEATURE_MIN = 3  # times a feature must stand in the training data
PAIR_MIN = 6  # the same for pairs of words
HISTORY_MIN = 30  # times a word must be seen to be paired with the tag before it
SCALE = 4  # weights are written as integers of this fraction
PRUNE = 5  # written weights below this are left out
START, STOP, UNKNOWN = "<s>", "</s>", "<?>"
NEWSLIKE = ("news", "bio", "voyage", "speech", "interview")

TAG_OF = {
    "$": "SYM", "#": "SYM", "``": "PUNCT", "''": "PUNCT", ",": "PUNCT", ".": "PUNCT",
    ":": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT", "NFP": "PUNCT", "ADD": "OTHER",
    "GW": "OTHER", "LS": "OTHER", "AFX": "OTHER", "XX": "OTHER", "PRP$": "PRPS", "WP$": "WPS",
}
TAGS = ("CC CD DT EX FW IN JJ JJR JJS MD NN NNS NNP NNPS PDT POS PRP PRPS RB RBR RBS RP TO UH VB "
        "VBD VBG VBN VBP VBZ WDT WP WPS WRB PUNCT SYM HYPH OTHER").split()
OPEN = frozenset("CD FW JJ JJR JJS NN NNS NNP NNPS RB UH VB VBD VBG VBN VBP VBZ".split())
NO_VERB = ("ion", "ent", "ity", "ing", "ess", "ism", "ist", "acy", "ogy", "hip")


# ---------------------------------------------------------------------------------------- reading

def read_treebank(path):
    """Sentences of a CoNLL-U file: (genre, [(form, tag, lemma)])."""
    sentences, words, genre = [], [], "ewt"
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = GUM_"):
                genre = line.split("_")[1]
            elif not line and words:
                sentences.append((genre, words))
                words = []
            elif line and line[0] != "#":
                column = line.split("\t")
                if column[0].isdigit():
                    tag = TAG_OF.get(column[4], column[4])
                    words.append((column[1], tag, column[2]))
    if words:
        sentences.append((genre, words))
    return sentences


def fold(form):
    """As text_fold: case, diacritics and typographic quotes folded."""
    for curly, straight in ("‘'", "’'", "“\"", "”\""):
        form = form.replace(curly, straight)
    form = unicodedata.normalize("NFKD", form.casefold())
    return "".join(c for c in form if not unicodedata.combining(c))


def shape_of(form):
    """d with a digit, p without letters, l small, C capital, U all capitals."""
    if any(c in "0123456789" for c in form):
        return "d"
    letters = [c for c in form if c.isalpha()]
    if not letters:
        return "p"
    if letters[0].isupper():
        return "U" if len(letters) > 1 and all(c.isupper() for c in letters) else "C"
    return "l"


def is_address(key):
    return "@" in key or "://" in key or key.startswith("www.") or key.endswith(".com")


def paired(found, key, capital):
    """Adds the tags that go together in English inflection, for words that are not frequent."""
    if "NNS" in found or "VBZ" in found:
        found |= {"NNS", "VBZ"} | ({"NNPS"} if capital else set())
    if "VBD" in found or "VBN" in found and key.endswith("ed"):
        found |= {"VBD", "VBN"}
    if "VB" in found or "VBP" in found:
        found |= {"VB", "VBP"}
    if "NN" in found and not capital and not key.endswith(NO_VERB):
        found |= {"VB", "VBP"}
    if "VBG" in found:
        found.add("NN")
    return found


# ---------------------------------------------------------------------------------------- lexicon

class Lexicon:
    """Which tags a word can have, by its key and whether it stands small or capital."""

    def __init__(self, sentences):
        self.small, self.capital = defaultdict(Counter), defaultdict(Counter)
        self.seen = Counter()
        for _, words in sentences:
            for form, tag, _ in words:
                table = self.capital if shape_of(form) in "CU" else self.small
                table[fold(form)][tag] += 1
                self.seen[fold(form)] += 1
        self.guesses = self.make_guesses()
        self.cache = {}

    def make_guesses(self):
        counts = defaultdict(Counter)
        for side, table in (("l", self.small), ("C", self.capital)):
            for key, tags in table.items():
                if self.seen[key] > 10 or not key.isascii() or shape_of(key) in "dp":
                    continue
                for length in range(0, min(4, len(key)) + 1):
                    for tag, count in tags.items():
                        if tag in OPEN:
                            counts[side, key[len(key) - length:]][tag] += count
        guesses = {}
        for name, tags in counts.items():
            total = sum(tags.values())
            if total >= GUESS_MIN:
                found = {t for t, n in tags.items() if n / total > 0.005}
                guesses[name] = frozenset(paired(found, name[1], name[0] != "l"))
        return guesses

    def guess(self, key, side):
        for length in range(min(4, len(key)), -1, -1):
            found = self.guesses.get((side, key[len(key) - length:]))
            if found is not None:
                return found
        return OPEN

    def known(self, key):
        return self.seen.get(key, 0) > UNSEEN

    def listed(self, key):
        """Known words, and rare ones of the closed classes."""
        return self.known(key) or any(
            t not in OPEN for table in (self.small, self.capital) for t in table.get(key, ()))

    def tags(self, key, shape, first):
        """The tags that are tried, sorted. `first` also holds for all words of a headline."""
        name = (key, shape, first)
        if name not in self.cache:
            self.cache[name] = tuple(sorted(self.find_tags(key, shape, first)))
        return self.cache[name]

    def find_tags(self, key, shape, first):
        listed = self.listed(key)
        count = self.seen[key] if listed else 0
        small = set(self.small.get(key, ())) if listed else set()
        if is_address(key):
            return {"OTHER", "NNP"}
        if shape == "p":
            return small or {"PUNCT", "SYM", "OTHER", "UH"}
        if shape == "d":
            return small | {"CD", "NN", "NNP", "JJ", "OTHER"} if count < RARE else small
        if shape == "l":
            found = small | self.guess(key, "l") if count < RARE or not small else small
        else:
            found = self.capital_tags(key, small, count, first, shape == "T")
        if listed and count < PAIRED:
            found = paired(found, key, shape != "l")
        return found or set(OPEN)

    def capital_tags(self, key, small, listed_count, first, title):
        capital = self.capital.get(key, {}) if listed_count else {}
        found, count = set(capital), sum(capital.values())
        if title and small and count < RARE:
            return small
        if first or count < RARE:
            found |= small
        if listed_count < RARE:
            found |= self.guess(key, "C")
            if first and not capital:
                found |= self.guess(key, "l")
        if count < PAIRED:
            found.add("NNP")
        if count < RARE:
            found |= {"NN", "JJ"}
        return found

    def ambiguity(self, key, shape):
        """The word's class as its neighbours see it: its tags, or shape and ending if unknown."""
        if not self.known(key):
            return "?" + shape + (key[-2:] if key[-2:].isascii() else "")
        table = self.capital if shape in "CU" else self.small
        tags = table.get(key) or self.small.get(key) or self.capital[key]
        total = sum(tags.values())
        return "|".join(sorted(t for t, n in tags.items() if n / total >= 0.03))


# --------------------------------------------------------------------------------------- features

class Sentence:
    """Features and candidate tags of a sentence. `title`: capitals are no sign of names."""

    def __init__(self, lexicon, forms, title=False):
        self.lexicon = lexicon
        self.keys = [fold(f) for f in forms]
        self.shapes = [shape_of(f) for f in forms]
        if title:
            self.shapes = ["T" if s == "C" else s for s in self.shapes]
        self.classes = [lexicon.ambiguity(k, s) for k, s in zip(self.keys, self.shapes)]
        self.words = [k if lexicon.known(k) else UNKNOWN for k in self.keys]
        self.tags = [lexicon.tags(k, s, i == 0 or s == "T")
                     for i, (k, s) in enumerate(zip(self.keys, self.shapes))]
        self.features = [self.static(i) for i in range(len(forms))]

    def at(self, values, i):
        return values[i] if 0 <= i < len(values) else START if i < 0 else STOP

    def static(self, i):
        word, shape, at = self.words[i], self.shapes[i], self.at
        place = shape + ("1" if i == 0 else "0")
        before, after = at(self.words, i - 1), at(self.words, i + 1)
        features = [
            "w " + word, "c " + place + " " + word, "p " + before, "n " + after,
            "a " + at(self.classes, i + 1), "b " + at(self.classes, i + 2), "h " + place,
            "i " + at(self.shapes, i - 1) + place + at(self.shapes, i + 1),
            "x " + before + " " + word, "y " + word + " " + after,
        ]
        key = self.keys[i]
        if self.lexicon.seen.get(key, 0) < SUFFIXED:
            features += ["s " + shape + key[-n:] for n in range(1, 6)
                         if n <= len(key) and key[-n:].isascii()]
            if key[:3].isascii():
                features.append("r " + key[:3])
        return features

    def dynamic(self, i, before):
        """Features that hang on the tag before."""
        found = ("t " + before, "v " + before + " " + self.at(self.classes, i + 1))
        if self.lexicon.seen.get(self.keys[i], 0) >= HISTORY_MIN:
            found += ("u " + before + " " + self.words[i],)
        return found


def pair(earlier, before):
    return "e " + earlier + " " + before


# ------------------------------------------------------------------------------------- perceptron

class Model:
    """weights[feature][tag] = [value, sum, step of last change]"""

    def __init__(self):
        self.weights = {}
        self.step = 0

    def change(self, feature, tag, by):
        weight = self.weights.setdefault(feature, {}).setdefault(tag, [0, 0, 0])
        weight[1] += weight[0] * (self.step - weight[2])
        weight[2] = self.step
        weight[0] += by

    def average(self):
        for row in self.weights.values():
            for weight in row.values():
                total = weight[1] + weight[0] * (self.step - weight[2])
                weight[0] = total / max(self.step, 1)

    def add(self, scores, feature):
        row = self.weights.get(feature)
        if row:
            for tag in scores:
                weight = row.get(tag)
                if weight:
                    scores[tag] += weight[0]

    def decode(self, sentence):
        beam = [(0, START, START, None)]
        for i, tags in enumerate(sentence.tags):
            static = dict.fromkeys(tags, 0)
            if len(tags) > 1:
                for feature in sentence.features[i]:
                    self.add(static, feature)
            best, by_tag = {}, {}
            for score, earlier, before, path in beam:
                if before not in by_tag:
                    by_tag[before] = dict(static)
                    for feature in sentence.dynamic(i, before):
                        self.add(by_tag[before], feature)
                third = self.weights.get(pair(earlier, before), {})
                for tag, value in by_tag[before].items():
                    weight = third.get(tag)
                    value += score + (weight[0] if weight else 0)
                    if (before, tag) not in best or best[before, tag][0] < value:
                        best[before, tag] = (value, before, tag, (tag, path))
            beam = sorted(best.values(), key=lambda h: (-h[0], h[1], h[2]))[:BEAM]
        return unwind(beam[0][3])

    def learn(self, sentence, gold, guessed):
        """Rewards the features of the gold tags, punishes those of the guessed ones."""
        for i, (right, wrong) in enumerate(zip(gold, guessed)):
            if right != wrong:
                for feature in sentence.features[i]:
                    self.change(feature, right, 1)
                    self.change(feature, wrong, -1)
            history = [[tags[i - 2] if i > 1 else START, tags[i - 1] if i else START, tags[i]]
                       for tags in (gold, guessed)]
            if history[0] != history[1]:
                for (earlier, before, tag), by in zip(history, (1, -1)):
                    for feature in sentence.dynamic(i, before) + (pair(earlier, before),):
                        self.change(feature, tag, by)


def unwind(path):
    tags = []
    while path:
        tags.append(path[0])
        path = path[1]
    return tags[::-1]


# ----------------------------------------------------------------------------------- augmentation

def exchange_names(words, names, rng):
    """The sentence with its proper nouns exchanged for rare ones, as a report has them."""
    return [(rng.choice(names), tag, lemma) if tag == "NNP" and form.isalpha() and len(form) > 2
            and rng.random() < 0.6 else (form, tag, lemma) for form, tag, lemma in words]


def present(lemma):
    """The third person of a verb."""
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def headline(words, rng):
    """The sentence as a headline: capitals, the present for the past, "to" for "will", without
    articles, full stop and some auxiliaries."""
    kept = []
    for i, (form, tag, lemma) in enumerate(words):
        after = words[i + 1][1] if i + 1 < len(words) else ""
        if tag == "VBD" and lemma not in ("be", "have", "do") and lemma.isalpha() \
                and rng.random() < 0.7:
            form, tag = present(lemma), "VBZ"
        if form.lower() == "will" and after == "VB" and rng.random() < 0.8:
            form, tag = "to", "TO"
        if form.lower() in ("the", "a", "an") and rng.random() < 0.8:
            continue
        if lemma == "be" and tag in ("VBZ", "VBD", "VBP") and after in ("VBN", "VBG") \
                and rng.random() < 0.7:
            continue
        if form == "." and i + 1 == len(words):
            continue
        small = tag in ("IN", "TO", "CC", "DT", "POS") and len(form) < 5 and kept
        kept.append((form if small else form[:1].upper() + form[1:], tag, lemma))
    return kept


def augment(sentences, lexicon, rng):
    """(forms, tags, title) of all training sentences."""
    names = sorted({form for _, words in sentences for form, tag, _ in words if tag == "NNP"
                    and form.isalpha() and shape_of(form) == "C" and lexicon.seen[fold(form)] < 3})
    data = []

    def put(words, title):
        if words:
            data.append(([w[0] for w in words], [w[1] for w in words], title))

    for genre, words in sentences:
        put(words, False)
        if genre in NEWSLIKE:
            put(exchange_names(words, names, rng), False)
        if 4 <= len(words) <= 25 and (genre in NEWSLIKE or rng.random() < 0.2):
            put(headline(exchange_names(words, names, rng), rng), True)
    return data


# --------------------------------------------------------------------------------------- training

def prepare(data, lexicon):
    """Sentences with features; those that are too rare are dropped."""
    prepared = [(Sentence(lexicon, forms, title), tags) for forms, tags, title in data]
    counts = Counter()
    for sentence, _ in prepared:
        for features in sentence.features:
            counts.update(features)
    for sentence, tags in prepared:
        sentence.features = [
            [f for f in features if counts[f] >= (PAIR_MIN if f[0] in "xy" else FEATURE_MIN)]
            for features in sentence.features]
        sentence.tags = [found if tag in found else tuple(sorted(found + (tag,)))
                         for found, tag in zip(sentence.tags, tags)]
    return prepared


def train(sentences, lexicon, epochs):
    rng = random.Random(20)
    prepared = prepare(augment(sentences, lexicon, rng), lexicon)
    model = Model()
    for epoch in range(epochs):
        began, wrong, total = time.time(), 0, 0
        rng.shuffle(prepared)
        for sentence, gold in prepared:
            guessed = model.decode(sentence)
            model.step += 1
            total += len(gold)
            if guessed != gold:
                wrong += sum(a != b for a, b in zip(gold, guessed))
                model.learn(sentence, gold, guessed)
        print(f"epoch {epoch + 1}: {100 * wrong / total:.2f} % wrong, "
              f"{time.time() - began:.0f} s", file=sys.stderr)
    model.average()
    return model


def quantise(model):
    """Integer weights, small ones dropped: what is measured is what is written."""
    for feature in sorted(model.weights):
        row = {tag: [round(w[0] * SCALE)] for tag, w in model.weights[feature].items()}
        row = {tag: w for tag, w in row.items() if abs(w[0]) >= PRUNE}
        if row:
            model.weights[feature] = row
        else:
            del model.weights[feature]


def measure(model, lexicon, path, confusions):
    right, total = Counter(), Counter()
    for genre, words in read_treebank(path):
        guessed = model.decode(Sentence(lexicon, [w[0] for w in words]))
        for (_, gold, _), tag in zip(words, guessed):
            total[genre] += 1
            right[genre] += gold == tag
            if gold != tag:
                confusions[gold, tag] += 1
    parts = ", ".join(f"{g} {100 * right[g] / total[g]:.2f}" for g in sorted(total))
    print(f"{path}: {100 * sum(right.values()) / sum(total.values()):.2f} % ({parts})")
    return sum(right.values()), sum(total.values())


# ----------------------------------------------------------------------------------------- lemmas

# Regular inflection: what a stem without its "ed" or "ing" ends in, and what stands there in the
# lemma; the longest ending holds. What these get wrong stands in the table of exceptions.
STEMS = """
bb b/dd d/gg g/mm m/nn n/pp p/rr r/tt t/zz zz/ll ll/i y/y y
at ate/eat eat/oat oat/ut ute/out out/ot ote/iz ize/is ise/ys yse/yz yze/as ase/es ese/os ose/us use
ns nse/ls lse/rs rse/ps pse/ss ss/c ce/g ge/ng ng/ang ange/eng enge/ing ing/ung unge/v ve/u ue/e ee
ur ure/our our/ir ire/air air/ar are/ear ear/or or/er er
bl ble/cl cle/dl dle/gl gle/kl kle/pl ple/tl tle/zl zle/fl fle/il ile/ail ail/oil oil/eil eil/ul ule
am ame/eam eam/aim aim/um ume/im ime/in ine/ain ain/oin oin/ein ein/on on/en en/ven vene/pon pone
op ope/oop oop/oot oot/ap ape/eap eap/ip ipe/yp ype/ak ake/eak eak/oak oak/ok oke/ook ook/ik ike/uk uke
ad ade/ead ead/oad oad/id ide/aid aid/oid oid/od ode/ood ood/ud ude/oud oud/ed ede/eed eed
ib ibe/ob obe/plet plete/pet pete/et et/it it/eth ethe/ath athe/nc nce/rc rce/rg rge/rv rve/lv lve
"""
NOUNS = "ies y/sses ss/shes sh/ches ch/xes x/zzes zz/ses se/zes ze/oes o/ss ss/us us/is is/s _"
VERBS = "ies y/sses ss/shes sh/ches ch/xes x/zzes zz/ses se/zes ze/oes o/s _"
COMPARED = {"JJR": "ier y/er _", "RBR": "ier y/er _", "JJS": "iest y/est _", "RBS": "iest y/est _"}

# Base forms whose regular inflection the endings above get wrong: the last letter is doubled, an
# "e" is dropped, or neither although it looks so.
DOUBLED = """abet admit allot cancel travel model label level signal fuel channel counsel quarrel tunnel total
marvel unravel swivel panel rival ban bar beg bet blot chat chop clip commit compel confer control cut
deter dispel drag drop drum equip excel expel fit flog forbid get grab grip hit incur infer jam knit
lag let nod occur omit outfit patrol permit pin plan plot prefer propel quit rebel recur refer regret
remit repel rid rob rot run scrap ship shop shut sit skip slam slip spin split spot stab star stem
step stir stop strip submit sum swap swim tap top transfer transmit transship trap trim tug upset
win wrap"""
DROPPED = """acquiesce adhere admire appease assure bare bathe breathe cede cite compile complete
compete concede convene cope create declare define delete desire devote dispute execute excite
exile expire explore fire gore hope ignite ignore implore incite increase interfere intervene invite
move name note obsolete perceive persevere postpone prepare promote provoke restore revere rewrite
ridicule score seize severe shore smile smoke snipe store storm suffice telephone tire tolerate
unite value whine write age bathe clothe loathe change arrange challenge range exchange plunge
sponge lounge welcome come overcome become phone condone dethrone clone hone tone zone atone"""
PLAIN = """add aim haul debut bedevil focus pilot hang long belong prolong develop envelop monitor honor favor harbor labor
sponsor editor target visit limit profit audit exit edit exhibit inherit deposit credit benefit
solicit elicit merit orbit prohibit spirit market budget bracket picket ticket trumpet rocket
appear fear clear hear near rear tear bear wear veto undergo forgo iron envision caution question
function pardon reason season mention summon abandon poison station petition position condition
commission doom deem seem redeem loom groom zoom boom bloom claim proclaim maim bomb climb comb
plumb numb gas bias canvas err purr burr abandon air repair chair impair stair trail sail sign
resign assign campaign design align reign feign tap bus plus bargain broadcast forecast feud
filibuster garner gather hinder bolster muster order murder offer suffer differ counter encounter
deliver recover bully rally tally ferry carry marry hurry pay play stay obey delay deploy destroy
employ enjoy annoy convoy toy survey convey disobey buy guy fly apply reply supply spy ally deny defy
rely vary worry try cry dry pry levy envy embody study steady empty copy occupy bury"""
IRREGULAR = """arise arose arisen/awake awoke awoken/bear bore borne/beat beat beaten/become became
become/begin began begun/bend bent bent/bet bet bet/bid bid bid/bind bound bound/bite bit bitten/
bleed bled bled/blow blew blown/break broke broken/breed bred bred/bring brought brought/broadcast
broadcast broadcast/build built built/burn burnt burnt/burst burst burst/buy bought bought/cast cast
cast/catch caught caught/choose chose chosen/cling clung clung/come came come/cost cost cost/creep
crept crept/cut cut cut/deal dealt dealt/dig dug dug/draw drew drawn/drink drank drunk/drive drove
driven/eat ate eaten/fall fell fallen/feed fed fed/feel felt felt/fight fought fought/find found
found/flee fled fled/fling flung flung/fly flew flown/forbid forbade forbidden/forecast forecast
forecast/foresee foresaw foreseen/forget forgot forgotten/forgive forgave forgiven/forgo forwent
forgone/freeze froze frozen/get got gotten/give gave given/go went gone/grind ground ground/grow
grew grown/hang hung hung/have had had/hear heard heard/hide hid hidden/hit hit hit/hold held held/
hurt hurt hurt/keep kept kept/kneel knelt knelt/know knew known/lay laid laid/lead led led/learn
learnt learnt/leave left left/lend lent lent/let let let/lose lost lost/make made made/mean meant
meant/meet met met/mislead misled misled/mistake mistook mistaken/overcome overcame overcome/
overhear overheard overheard/override overrode overridden/oversee oversaw overseen/overtake overtook
overtaken/overthrow overthrew overthrown/pay paid paid/prove proved proven/put put put/quit quit
quit/read read read/rebuild rebuilt rebuilt/redo redid redone/repay repaid repaid/resit resat resat/retake retook retaken/resell resold resold/retell retold retold/
outgrow outgrew outgrown/outbid outbid outbid/
rethink rethought rethought/rewrite rewrote rewritten/ride rode ridden/ring rang rung/rise rose
risen/run ran run/say said said/see saw seen/seek sought sought/sell sold sold/send sent sent/set
set set/shake shook shaken/shed shed shed/shine shone shone/shoot shot shot/show showed shown/shrink
shrank shrunk/shut shut shut/sing sang sung/sink sank sunk/sit sat sat/slay slew slain/sleep slept
slept/slide slid slid/speak spoke spoken/speed sped sped/spend spent spent/spill spilt spilt/spin
spun spun/split split split/spoil spoilt spoilt/spread spread spread/spring sprang sprung/stand stood
stood/steal stole stolen/stick stuck stuck/sting stung stung/strike struck struck/strive strove
striven/swear swore sworn/sweep swept swept/swim swam swum/swing swung swung/take took taken/teach
taught taught/tear tore torn/tell told told/think thought thought/throw threw thrown/thrust thrust
thrust/undergo underwent undergone/understand understood understood/undertake undertook undertaken/
undo undid undone/uphold upheld upheld/upset upset upset/wake woke woken/wear wore worn/weave wove
woven/weep wept wept/win won won/wind wound wound/withdraw withdrew withdrawn/withhold withheld
withheld/withstand withstood withstood/write wrote written"""
OTHERS = """VBG dying die/VBG lying lie/VBG tying tie/VBG vying vie/VBN died die/VBD died die/VBD
lied lie/VBN lied lie/VBD tied tie/VBN tied tie/VBD vied vie/VBN vied vie/VBZ dies die/VBZ lies
lie/VBZ ties tie/VBZ vies vie/VBZ goes go/VBZ does do/VBZ has have/VBZ undergoes undergo/NNS ties tie
NNS lies lie/NNS men man/NNS women woman/NNS children child/NNS people person/NNS police police
NNS fishermen fisherman/NNS gunmen gunman/NNS spokesmen spokesman/NNS spokeswomen spokeswoman
NNS chairmen chairman/NNS businessmen businessman/NNS statesmen statesman/NNS lawmen lawman
NNS policemen policeman/NNS servicemen serviceman/NNS congressmen congressman/NNS crises crisis
NNS bases base/NNS analyses analysis/NNS theses thesis/NNS criteria criterion/NNS phenomena
phenomenon/NNS media media/NNS data data/NNS lives life/NNS wives wife/NNS knives knife/NNS thieves
thief/NNS halves half/NNS leaves leaf/NNS wolves wolf/NNS shelves shelf/NNS selves self/NNS feet
foot/NNS teeth tooth/NNS series series/NNS troops troops/NNS news news/NN news news/NNS means means
NNS aircraft aircraft/NNS buses bus/NNS gases gas/NNS viruses virus/NNS campuses campus/NNS censuses
census/NNS bonuses bonus/NNS statuses status/NNS alumni alumnus/NNS quizzes quiz/NNS axes axis
MD ca can/MD wo will/MD 'll will/MD 'd would/MD sha shall/RB n't not/RB nt not/VBP 've have/VBP 're be
VBP 'm be/VBZ 's be/VBP am be/VBP are be/VBZ is be/VBD was be/VBD were be/VBN been be/VB 've have
VBD had have/VBN had have/VBD 'd have/VBD did do/VBN done do/JJR better good/JJS best good/RBR better
well/RBS best well/JJR worse bad/JJS worst bad/JJR more more/JJR less less/JJR larger large/JJS
largest large/JJR closer close/JJS closest close/JJR later late/JJS latest late/RBR later late/JJR
bigger big/JJS biggest big/JJR safer safe/JJR wider wide/JJR further further/RBR further further/JJR
stronger strong/JJR longer long/JJR younger young/DT an a/PRP me I/PRP him he/PRP her she/PRP them they
PRP us we/PRPS his he/PRPS her she/PRPS its its/PRPS their their/PRPS our our/PRPS my my/PRPS your your
"""


def pairs(text, separator="/"):
    return [part.split() for part in text.replace("\n", separator).split(separator)
            if part.strip()]


def joined_pairs(text):
    """Entries of a list whose lines may be broken anywhere: three words each."""
    words = text.replace("/", " ").split()
    return list(zip(*[iter(words)] * 3))


def make_endings():
    """{tag: {ending: replacement}}"""
    endings = defaultdict(dict)
    for stem, lemma in pairs(STEMS):
        for tag, ending in (("VBD", "ed"), ("VBN", "ed"), ("VBG", "ing")):
            endings[tag][stem + ending] = lemma
    for tag, ending in (("VBD", "ed"), ("VBN", "ed"), ("VBG", "ing")):
        endings[tag][ending] = ""
    lists = dict(COMPARED, NNS=NOUNS, VBZ=VERBS)
    for tag, text in lists.items():
        for ending, lemma in pairs(text):
            endings[tag][ending] = "" if lemma == "_" else lemma
    return endings


def regular(endings, form, tag):
    """The lemma by rule: the longest ending that leaves two letters or more decides."""
    for length in range(len(form) - 1, 0, -1):
        lemma = endings.get(tag, {}).get(form[-length:])
        if lemma is not None and len(form) - length + len(lemma) >= 2:
            return form[:-length] + lemma
    return form


def inflected(base, doubled):
    """(tag, form) of a regular verb."""
    stem = base + base[-1] if doubled else base
    if base.endswith("e"):
        past, gerund = base + "d", base[:-1] + "ing"
    elif base.endswith("y") and base[-2] not in "aeou":
        past, gerund = base[:-1] + "ied", base + "ing"
    else:
        past, gerund = stem + "ed", stem + "ing"
    return (("VBD", past), ("VBN", past), ("VBG", gerund))


def hand_written():
    table = {}
    for text, doubled in ((DOUBLED, True), (DROPPED, False), (PLAIN, False)):
        for base in text.split():
            for tag, form in inflected(base, doubled):
                table[form, tag] = base
    for base, past, participle in joined_pairs(IRREGULAR):
        gerund = base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else None
        if base in DOUBLED.split():
            gerund = base + base[-1] + "ing"
        table[past, "VBD"] = table[participle, "VBN"] = base
        table[gerund or base + "ing", "VBG"] = base
        if past == base:
            table[base, "VBD"] = base
    for tag, form, lemma in joined_pairs(OTHERS):
        table[form, tag] = lemma
    return table


def make_exceptions(sentences, endings):
    """{(form, tag): lemma} where the endings are wrong: by hand, else as the treebanks have it."""
    found = defaultdict(Counter)
    for _, words in sentences:
        for form, tag, lemma in words:
            if tag in ("NNP", "NNPS", "PUNCT", "SYM", "HYPH", "OTHER", "FW", "UH", "CD", "POS"):
                continue
            if form.isalpha() and lemma.isalpha() and form.isascii() and lemma.isascii():
                found[form.lower(), tag][lemma.lower()] += 1
    table = hand_written()
    for (form, tag), lemmas in found.items():
        lemma, count = max(lemmas.items(), key=lambda item: (item[1], item[0]))
        if (form, tag) not in table and count >= 2 and plausible(form, lemma, tag):
            table[form, tag] = lemma
    return {name: lemma for name, lemma in table.items() if regular(endings, *name) != lemma}


def plausible(form, lemma, tag):
    """Keeps spelling corrections and foreign habits of the treebanks' lemmas out of the table."""
    return (form[0] == lemma[0] and tag in ("NNS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS",
                                            "RBR", "RBS") and form != lemma)


# ---------------------------------------------------------------------------------------- writing

HEADER = """\
# The tagger's model and the lemma tables; made by train/tagger.py from the training parts of
# UD English EWT (CC BY-SA 4.0) and UD English GUM (annotations CC BY 4.0; texts CC BY, CC BY-SA or
# public domain). Compiled by src/syntax/compile.c. Forms are folded as text_fold does.
#
#   set N TAG ...                 a set of tags, named by its number
#   word FORM S C F T FLAGS A B   sets of tags tried for a known word: small, capital, capital at
#                                 the beginning of a sentence or in a headline. Flags: k known,
#                                 s also by suffix. A, B: sets that neighbours see it as, small
#                                 and capital
#   guess l|C ENDING TAG ...      tags tried for an unknown word, small or capital
#   FEATURE<tab>TAG+N ...         weights; the features are told in train/tagger.py
#   ending TAG ENDING LEMMA       regular inflection; "_" is nothing
#   lemma FORM TAG LEMMA          exceptions
"""


# Shape, and whether at the beginning of a sentence, of the four sets of a word.
CASES = (("l", False), ("C", False), ("C", True), ("T", True))


class Sets:
    """Numbers sets of tags."""

    def __init__(self):
        self.numbers = {}

    def number(self, tags):
        return self.numbers.setdefault(tuple(sorted(tags)), len(self.numbers))


def irregular_tags(exceptions):
    """{form: tags} of past forms that no ending shows."""
    tags = defaultdict(set)
    for (form, tag), lemma in exceptions.items():
        if tag in ("VBD", "VBN") and form != lemma and not form.endswith("ed"):
            tags[form].add(tag)
    return tags


def word_tags(lexicon, key, past):
    """The tags of a word in each of CASES; past forms have none that their ending suggests."""
    if shape_of(key) in "dp":
        return [lexicon.tags(key, shape_of(key), False)] * len(CASES)
    found = [set(lexicon.tags(key, *case)) if lexicon.listed(key) else {"NNP"} for case in CASES]
    if past:
        seen = set(lexicon.small.get(key, ())) | set(lexicon.capital.get(key, ())) | past
        found = [tags & (seen | ({"NNP"} if shape in "CT" else set())) | past
                 for tags, (shape, _) in zip(found, CASES)]
        if not lexicon.listed(key):
            found[3] = past
    return found


def word_lines(lexicon, exceptions, sets):
    lines, past = [], irregular_tags(exceptions)
    for key in sorted(set(lexicon.seen) | set(past)):
        if not (lexicon.listed(key) or key in past) or any(c.isspace() for c in key):
            continue
        numbers = [sets.number(tags) for tags in word_tags(lexicon, key, past.get(key))]
        flags = "k" if lexicon.known(key) else "-"
        flags += "s" if lexicon.seen.get(key, 0) < SUFFIXED else "-"
        classes = [0, 0]
        if lexicon.known(key):
            classes = [sets.number(lexicon.ambiguity(key, s).split("|")) for s in "lC"]
        lines.append("word %s %d %d %d %d %s %d %d" % (key, *numbers, flags, *classes))
    return lines


def weight_lines(model):
    lines = []
    for feature in sorted(model.weights):
        row = model.weights[feature]
        if feature.count(" ") > 2 or any(c.isspace() and c != " " for c in feature):
            continue
        lines.append(feature + "\t" + " ".join("%s%+d" % (t, row[t][0]) for t in sorted(row)))
    return lines


def write(path, model, lexicon, endings, exceptions):
    sets = Sets()
    words = word_lines(lexicon, exceptions, sets)
    parts = [["set %d %s" % (n, " ".join(tags)) for tags, n in sets.numbers.items()], words,
             ["guess %s %s %s" % (side, ending or "_", " ".join(sorted(tags)))
              for (side, ending), tags in sorted(lexicon.guesses.items())],
             weight_lines(model),
             ["ending %s %s %s" % (tag, ending, lemma or "_")
              for tag in sorted(endings) for ending, lemma in sorted(endings[tag].items())],
             ["lemma %s %s %s" % (form, tag, lemma)
              for (form, tag), lemma in sorted(exceptions.items())]]
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        for lines in parts:
            out.write("\n" + "\n".join(lines) + "\n")


def measure_lemmas(sentences, endings, exceptions):
    right = total = 0
    for _, words in sentences:
        for form, tag, lemma in words:
            if tag[:2] in ("VB", "NN") and tag not in ("NNP", "NNPS") and form.isalpha():
                form = form.lower()
                guess = exceptions.get((form, tag)) or regular(endings, form, tag)
                total += 1
                right += guess == lemma.lower()
    print("lemmas of nouns and verbs: %.2f %%" % (100 * right / max(total, 1)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("train", nargs="+", help="CoNLL-U files to learn from")
    parser.add_argument("--dev", nargs="*", default=[], help="CoNLL-U files to measure on")
    parser.add_argument("--out", required=True, help="data/syntax/tagger.txt")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    sentences = [s for path in options.train for s in read_treebank(path)]
    lexicon = Lexicon(sentences)
    model = train(sentences, lexicon, options.epochs)
    quantise(model)
    endings = make_endings()
    exceptions = make_exceptions(sentences, endings)
    write(options.out, model, lexicon, endings, exceptions)
    confusions, results = Counter(), []
    for path in options.dev:
        results.append(measure(model, lexicon, path, confusions))
    if results:
        print("all: %.2f %%" % (100 * sum(r for r, _ in results) / sum(t for _, t in results)))
        print("gold/guessed: " + ", ".join("%s/%s %d" % (a, b, n)
                                           for (a, b), n in confusions.most_common(15)))
        measure_lemmas([s for path in options.dev for s in read_treebank(path)], endings,
                       exceptions)
    return 0


if __name__ == "__main__":
    sys.exit(main())
