#!/usr/bin/python3
"""Makes the lists of lemmas of nouns and verbs, data/syntax/lemmas.txt.

    train/lemmas.py [--dev DEV.conllu ...] --out data/syntax/lemmas.txt TRAIN.conllu ...

Endings of regular inflection and exceptions are written by hand, here; further exceptions are words
whose lemma the treebanks give twice or more and no ending does. Only the standard library is
needed. The same input gives the same bytes.

SPDX-License-Identifier: Apache-2.0
"""
import argparse
import sys
from collections import Counter, defaultdict

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
ad ade/ead ead/oad oad/id ide/aid aid/oid oid/od ode/ood ood/ud ude/oud oud/aud aud/ed ede/eed eed
ib ibe/ob obe/plet plete/pet pete/et et/it it/eth ethe/ath athe/nc nce/rc rce/rg rge/rv rve/lv lve
"""
NOUNS = "ies y/sses ss/shes sh/ches ch/xes x/zzes zz/ses se/zes ze/oes o/ss ss/us us/is is/s _"
VERBS = "ies y/sses ss/shes sh/ches ch/xes x/zzes zz/ses se/zes ze/oes o/s _"
# Base forms whose regular inflection the endings above get wrong: the last letter is doubled, an
# "e" is dropped, or neither although it looks so.
DOUBLED = """abet admit allot cancel travel model label level signal initial fuel channel funnel shovel enrol
fulfil distil instil apparel shrivel grovel snivel revel dishevel pencil stencil rappel debug bedim bug drub snub club rub grab scrub
nab tag nag sag wag gag slug shrug hug lug mug plug wad prod plod shred thud strum brim cram dam hum ram scrap slap snap clap rap
flap sip snip strap unwrap unzip zip equip overlap handicap kidnap worship gun outgun rerun din sin thin tan scan blot dot jot knot rot
acquit outwit emit refit retrofit rig wed counsel quarrel tunnel total
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
OTHERS = """VBG dying die/VBG lying lie/VBG tying tie/VBG vying vie/VBN died die/VBD died die/VBD lied lie
VBN lied lie/VBD tied tie/VBN tied tie/VBD vied vie/VBN vied vie/VBZ dies die/VBZ lies lie
VBZ ties tie/VBZ vies vie/VBZ goes go/VBZ does do/VBZ has have/VBZ undergoes undergo/NNS ties tie
NNS lies lie/NNS men man/NNS women woman/NNS children child/NNS people person/NNS police police
NNS fishermen fisherman/NNS gunmen gunman/NNS spokesmen spokesman/NNS spokeswomen spokeswoman
NNS chairmen chairman/NNS businessmen businessman/NNS statesmen statesman/NNS lawmen lawman
NNS policemen policeman/NNS servicemen serviceman/NNS congressmen congressman/NNS crises crisis
NNS bases base/NNS analyses analysis/NNS theses thesis/NNS criteria criterion
NNS phenomena phenomenon/NNS media media/NNS data data/NNS lives life/NNS wives wife
NNS knives knife/NNS thieves thief/NNS halves half/NNS leaves leaf/NNS wolves wolf
NNS shelves shelf/NNS selves self/NNS feet foot/NNS teeth tooth/NNS series series
NNS troops troops/NNS news news/NN news news/NNS means means/NNS aircraft aircraft/NNS buses bus
NNS gases gas/NNS viruses virus/NNS campuses campus/NNS censuses census/NNS bonuses bonus
NNS statuses status/NNS alumni alumnus/NNS quizzes quiz/NNS axes axis/VBP 've have/VBP 're be
VBP 'm be/VBZ 's be/VBP am be/VBP are be/VBZ is be/VBD was be/VBD were be/VBN been be/VB 've have
VBD had have/VBN had have/VBD 'd have/VBD did do/VBN done do
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
    for tag, text in (("NNS", NOUNS), ("VBZ", VERBS)):
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


def make_exceptions(words, endings):
    """{(form, tag): lemma} where the endings are wrong: by hand, else as the treebanks have it."""
    found = defaultdict(Counter)
    for form, tag, lemma in words:
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
    return form[0] == lemma[0] and tag in ("NNS", "VBD", "VBN", "VBG", "VBZ") and form != lemma


def read_treebank(path):
    """(form, tag, lemma) of the words of a CoNLL-U file."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            column = line.rstrip("\n").split("\t")
            if column[0].isdigit():
                yield column[1], column[4], column[2]


HEADER = """\
# The lists of lemmas; made by train/lemmas.py by hand and from the training parts of UD English EWT
# (CC BY-SA 4.0) and UD English GUM (annotations CC BY 4.0; texts CC BY, CC BY-SA or public domain).
# Compiled by src/syntax/compile.c. Forms are folded as text_fold does.
#
#   ending TAG ENDING LEMMA       regular inflection; "_" is nothing
#   lemma FORM TAG LEMMA          exceptions
"""


def write(path, endings, exceptions):
    parts = [["ending %s %s %s" % (tag, ending, lemma or "_")
              for tag in sorted(endings) for ending, lemma in sorted(endings[tag].items())],
             ["lemma %s %s %s" % (form, tag, lemma)
              for (form, tag), lemma in sorted(exceptions.items())]]
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        for lines in parts:
            out.write("\n" + "\n".join(lines) + "\n")


def measure(words, endings, exceptions):
    right = total = 0
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
    parser.add_argument("--out", required=True, help="data/syntax/lemmas.txt")
    options = parser.parse_args()
    endings = make_endings()
    exceptions = make_exceptions((w for path in options.train for w in read_treebank(path)), endings)
    write(options.out, endings, exceptions)
    if options.dev:
        measure([w for path in options.dev for w in read_treebank(path)], endings, exceptions)
    return 0


if __name__ == "__main__":
    sys.exit(main())
