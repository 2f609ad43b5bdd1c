"""Turns a reading of Link Grammar into dependencies.

Links have no head. Three steps give them one: conjunctions stand for their first conjunct; function words (auxiliaries, copulas, prepositions, subordinators) stand for the content word that
they lead to, and hang under it; every other link type says which side governs and by which relation. A word to which several links offer a head takes the one of the highest rank.
The types are described in the documentation that comes with the grammar (link-grammar, dict/*).
"""
import re
from collections import defaultdict

BE = set("be is are was were am been being 's 're 'm isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split())
MODALS = set(
    "will would can could may might must shall should do does did don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't 'll 'd don’t doesn’t didn’t won’t wouldn’t "
    "can’t couldn’t shouldn’t need dare ought".split())
POSSESSIVES = set("his her its their our my your whose".split())
NUMBERS = set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million billion".split())
RELATIVES = set("who which whom that whose where when what whoever".split())
TIMES = set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight week weeks "
    "day days month months year years morning evening night afternoon hour hours minutes moment time decade decades weekend".split())
# Nouns that take a preposition as a verb does: "attack on", "talks with", "part of".
DEVERBAL = set(
    "attack attacks offensive war strike strikes airstrike airstrikes assault raid raids campaign operation operations sanctions protest protests ban embargo pressure crackdown report reports "
    "information impact influence effect effects control talks negotiations agreement agreements deal meeting meetings clashes ties relations interview border fighting fight battle battles "
    "conflict dispute treaty visit visits road access end threat threats response aid return damage support call calls need demand demands plan plans responsibility reason reasons request "
    "proposal effort efforts opportunity evidence member members head leader commander minister spokesman spokeswoman part number group series".split())
LOCATED = set(
    "city cities town towns village villages people forces war province area areas region regions troops capital house home hospital hospitals school camp camps conflict situation crisis fighting "
    "violence event events position positions increase decrease rise drop change interest role delay investment".split())
PREPOSITIONS_OF_GERUNDS = set(
    "of in for by from with on at about after before without against to as than despite over through upon since while when including like".split())
IDIOM_FIRST = set("according because due such out along well as prior instead rather ahead more less up other in at on so even".split())
COORDINATORS = {"SJ", "VJ", "AJ", "MJ", "RJ", "QJ", "OJ", "EJ", "XJ", "NJ", "CJ", "DJ", "PJ"}
CASES = {"J", "JT", "IN", "ON", "JG", "JQ", "TI", "JR", "JK"}

# Link type: head on the left (L) or right (R), relation, rank.
FIXED = {
    "S": ("R", "nsubj", 8), "SX": ("R", "nsubj", 8), "RS": ("R", "nsubj", 8), "SI": ("L", "nsubj", 8), "SXI": ("L", "nsubj", 8), "SF": ("R", "expl", 8), "SFI": ("L", "expl", 8),
    "OD": ("L", "obl", 4), "OT": ("L", "obl", 4), "OX": ("L", "expl", 4), "B": ("L", "acl:relcl", 6), "TS": ("L", "ccomp", 6), "CV": ("L", "ccomp", 7), "CX": ("L", "advcl", 3),
    "CC": ("L", "cc", 3), "A": ("R", "amod", 7), "AN": ("R", "compound", 7), "TM": ("L", "nummod", 6), "TD": ("R", "compound", 6), "TW": ("L", "appos", 6), "TY": ("L", "nummod", 6),
    "TZ": ("L", "nummod", 6), "TA": ("R", "amod", 5), "EF": ("L", "advmod", 5), "EL": ("L", "advmod", 5), "K": ("L", "compound:prt", 6), "N": ("L", "neg", 8), "Y": ("R", "obl", 4),
    "P": ("L", "xcomp", 5), "I": ("L", "xcomp", 6), "AZ": ("L", "obl", 4), "H": ("R", "advmod", 4), "V": ("L", "obj", 3),
}
DETERMINERS = {"DG", "D", "DD", "DP", "L", "DT", "AL", "NA"}
NUMERALS = {"ND", "NM", "NN", "NI", "NS", "NW", "NJ", "NR", "NF"}
ADVERBS = {"E", "EA", "EE", "EN", "EC", "EI", "EZ", "ET", "EW"}
LOOSE = {"AF", "Q", "LI", "FM", "FL", "BW", "Z", "U", "UN", "AM"}


class Unreadable(Exception):
    """The links make no tree."""


def parts(word):
    """A word of the dictionary and its subscript: "fired.v-d" is ("fired", "v-d")."""
    word = re.sub(r"\[.*?\]", "", word)
    match = re.match(r"^(.+?)\.([a-z][a-z0-9-]*)$", word)
    return match.groups() if match else (word, "")


def hangs_under_verb(preposition, obj, noun):
    """Which of a verb and the noun behind it takes a preposition."""
    if preposition == "of":
        return False
    if obj in TIMES or re.match(r"^(19|20)\d\d$", obj) or preposition in {"by", "after", "before", "during", "since", "until", "into", "onto", "through", "despite", "without"}:
        return True
    if preposition in {"between", "among"}:
        return False
    if preposition in {"against", "on", "with", "for", "to", "over", "about", "towards", "toward", "regarding"}:
        return noun not in DEVERBAL
    if preposition in {"in", "at", "near", "around", "outside", "inside", "along", "across"}:
        return noun not in LOCATED and noun not in DEVERBAL
    return True


class Converter:
    def __init__(self, words, links):
        self.low, self.sub = zip(*[(w.lower(), s) for w, s in (parts(word[0]) for word in words)])
        self.mark = [not re.search(r"\w", w) for w in self.low]
        matches = [(a, b, re.match(r"^[a-z_]*([A-Z]+)(.*)$", label)) for a, b, label in links]
        self.links = [(a, b, m.group(1), m.group(2)) for a, b, m in matches if m]
        self.stands_for, self.function = {}, {}
        self.candidates = defaultdict(list)
        self.conjuncts, self.passive, self.used = [], set(), set()
        self.subject_of = {}
        self.said, self.root, self.after_marks = [], None, []

    def content(self, word):
        for _ in range(40):
            if word not in self.stands_for:
                return word
            word = self.stands_for[word]
        raise Unreadable("circle of function words")

    def offer(self, head, dependent, relation, rank):
        head, dependent = self.content(head), self.content(dependent)
        if head != dependent:
            self.candidates[dependent].append((head, relation, rank))

    def lead(self, function, content, relation):
        if function not in self.stands_for:
            self.stands_for[function], self.function[function] = content, relation

    def convert(self):
        self.coordinate()
        there = self.find_subjects()
        self.lead_function_words(there)
        for function, relation in self.function.items():
            if not (relation == "mark" and self.low[function] in RELATIVES):
                self.candidates[function].append((self.content(function), relation, 10))
        for first, later, conjunction in self.conjuncts:
            self.offer(first, later, "conj", 9)
            if not self.mark[conjunction]:
                self.candidates[conjunction].append((self.content(later), "cc", 10))
        under_verb, under_noun = defaultdict(list), defaultdict(list)
        for k, (a, b, kind, detail) in enumerate(self.links):
            if k not in self.used:
                self.link(a, b, kind, detail, there, under_verb, under_noun)
        self.relative_pronouns()
        self.attach_prepositions(under_verb, under_noun)
        self.find_root()
        return self.choose()

    def coordinate(self):
        left, right = defaultdict(list), defaultdict(list)
        for k, (a, b, kind, detail) in enumerate(self.links):
            if kind in COORDINATORS and detail[:1] in ("l", "r"):
                (left[b] if detail[0] == "l" else right[a]).append(a if detail[0] == "l" else b)
            elif kind == "G" and self.sub[b] == "j-g":
                left[b].append(a)
            elif kind == "G" and self.sub[a] == "j-g":
                right[a].append(b)
            elif kind == "XJ":
                self.candidates[a].append((b, "cc", 5))
            else:
                continue
            self.used.add(k)
        for conjunction in set(left) | set(right):
            if not left[conjunction] or not right[conjunction]:
                raise Unreadable("half a coordination")
            self.stands_for[conjunction] = left[conjunction][0]
            self.conjuncts.extend((left[conjunction][0], later, conjunction) for later in right[conjunction])

    def find_subjects(self):
        there = set()
        for a, b, kind, _ in self.links:
            if kind in ("S", "SX", "SF", "RS"):
                self.subject_of.setdefault(a, b)
            elif kind in ("SI", "SXI", "SFI"):
                self.subject_of.setdefault(b, a)
            if kind in ("SF", "PF") and self.low[a] == "there":
                there.add(b)
            elif kind == "SFI" and self.low[b] == "there":
                there.add(a)
        return there

    def lead_function_words(self, there):
        for k, (a, b, kind, detail) in enumerate(self.links):
            if k in self.used:
                continue
            low, led = self.low[a], True
            if kind == "P" and (low in BE or low in ("get", "got", "gets", "getting")):
                led = self.lead_be(a, b, detail)
            elif kind == "PP":
                self.lead(a, b, "aux")
            elif kind == "I" and low == "to":
                self.lead(a, b, "mark")
            elif kind == "I" and low in BE:
                self.lead(a, b, "aux:pass" if detail.startswith("*v") else "aux")
                if detail.startswith("*v"):
                    self.passive.add(b)
            elif kind == "I" and low in MODALS:
                self.lead(a, b, "aux")
            elif kind in CASES and not (kind == "TI" and low not in ("as", "of", "for")) or (kind == "U" and low in ("of", "per", "than")):
                self.lead(a, b, "case")
            elif kind in ("M", "MG") and detail[:1] == "g" and self.sub[a] in ("", "r", "p") and low in PREPOSITIONS_OF_GERUNDS:
                self.lead(a, b, "mark")
            elif kind == "CV" and self.sub[a][:1] not in ("v", "q") and not self.sub[a].startswith("j-v"):
                led = a not in self.stands_for
                self.lead(a, b, "mark")
            elif kind in ("YS", "YP"):
                self.lead(b, a, "case")
            else:
                led = False
            if led:
                self.used.add(k)
        for k, (a, b, kind, detail) in enumerate(self.links):
            if k not in self.used and kind == "O" and self.low[a] in BE and a not in there and a not in self.stands_for and detail[:1] != "X":
                self.lead(a, b, "cop")
                self.used.add(k)

    def lead_be(self, a, b, detail):
        relation = "aux"
        if detail[:1] == "v" or (detail[:1] == "a" and self.sub[b].startswith("v")):
            relation = "aux:pass"
            self.passive.add(b)
        elif detail[:1] in ("a", "p") or self.sub[b].startswith("a"):
            relation = "cop"
        if self.low[a] in BE or relation == "aux:pass":
            self.lead(a, b, relation)
            return True
        return False

    def link(self, a, b, kind, detail, there, under_verb, under_noun):
        if self.mark[b] and b not in self.stands_for:
            return
        if a == 0:
            if kind == "WV":
                self.root = b
            elif kind == "CP":
                self.said.append(b)
            return
        if b == len(self.low) - 1:
            return
        if self.mark[a] and a not in self.stands_for:
            if kind == "CP":
                self.said.append(b)
            elif kind == "WV":
                self.after_marks.append(b)
            return
        low, first = self.low[a], detail[:1]
        sub_a, sub_b = self.sub[a][:1], self.sub[b][:1]
        if kind == "S" and low in ("who", "which", "that") and a in self.stands_for:
            return
        if kind == "O":
            self.offer(a, b, *(("nsubj", 8) if a in there else ("obj", 3) if first == "T" else ("obj", 7)))
        elif kind == "OF":
            self.offer(a, b, "obl" if sub_a == "v" else "nmod", 5)
        elif kind in ("MV", "VC"):
            if first == "p":
                under_verb[b].append(a)
            elif first in ("i", "g"):
                self.offer(a, b, "advcl", 3)
            elif first and first in "slbhz":
                self.offer(a, b, "advcl" if self.function.get(b) == "mark" else "advmod", 3)
            elif first == "a":
                self.offer(a, b, "advmod", 4)
            else:
                self.offer(a, b, "obl" if sub_b and sub_b in "niur" and b not in self.function else "advmod", 2)
        elif kind in ("M", "MG"):
            if first in ("p", "f", ""):
                under_noun[b].append(a)
            elif first in ("v", "g"):
                self.offer(a, b, "acl", 5)
            elif first in ("a", "j"):
                self.offer(a, b, "nmod" if b in self.function else "amod", 4)
            else:
                self.offer(a, b, *(("acl:relcl", 4) if first == "r" else ("nmod", 2)))
        elif kind == "MX":
            self.aside(a, b, detail)
        elif kind == "R":
            if self.function.get(b) == "mark" and self.low[b] == "to":
                self.offer(a, b, "acl", 4)
        elif kind in ("TO", "IT", "ITO"):
            self.offer(a, b, "acl" if first == "n" or sub_a == "n" else "xcomp", 6)
        elif kind == "TH":
            self.offer(a, b, "acl" if sub_a == "n" else "ccomp", 7)
        elif kind == "C":
            if self.function.get(a) != "mark" and b in self.subject_of and not any(x == a and t == "CV" for x, _, t, _ in self.links):
                self.offer(a, self.subject_of[b], "ccomp", 5)
        elif kind in ("QI", "QN", "BT"):
            if b in self.stands_for or b in self.subject_of:
                self.offer(a, b if b in self.stands_for else self.subject_of[b], "ccomp", 6)
        elif kind == "BI":
            self.offer(a, b, "ccomp", 3)
        elif kind == "CO":
            led = self.function.get(a)
            relation = "obl" if led == "case" or low in TIMES else "advcl" if led == "mark" or sub_a == "v" else "advmod"
            self.offer(self.subject_of.get(b, b), a, relation, 6)
        elif kind in ("G", "GN") or (re.match(r"^I[A-Z]{1,3}$", kind) and kind not in ("IN", "IV")):
            self.idiom(a, b, kind)
        elif kind in DETERMINERS:
            self.determiner(a, b, kind, detail)
        elif kind in NUMERALS:
            self.offer(b, a, "det" if low in ("a", "an", "the") else "nummod", 6)
        elif kind in ADVERBS:
            self.offer(b, a, "neg" if low in ("not", "never", "n't") else "advmod", 6)
        elif kind == "EB":
            self.offer(a, b, "neg" if self.low[b] in ("not", "never") else "advmod", 6)
        elif kind == "PF":
            self.offer(b, a, *(("expl", 5) if low == "there" else ("advmod", 4)))
        elif kind == "NT":
            self.offer(b, a, "neg", 5)
        elif kind in FIXED:
            side, relation, rank = FIXED[kind]
            self.offer(*((a, b) if side == "L" else (b, a)), relation, rank)
        elif kind in LOOSE:
            self.offer(a, b, "dep", 1)

    def aside(self, a, b, detail):
        """What stands between commas behind a noun."""
        if "r" in detail:
            verb = self.subject_of.get(b, b if b in self.stands_for else None)
            if verb is None:
                raise Unreadable("relative clause without verb")
            self.offer(a, verb, "acl:relcl", 6)
        elif self.function.get(b) == "case":
            self.offer(a, b, "nmod", 4)
        elif detail[1:2] == "p" or self.sub[b].startswith("v"):
            self.offer(a, b, "acl", 4)
        else:
            self.offer(a, b, "appos", 5)

    def idiom(self, a, b, kind):
        if kind in ("G", "GN") or self.low[a] not in IDIOM_FIRST:
            self.offer(b, a, "compound", 7)
        elif b in self.stands_for and a not in self.stands_for:
            # "according to": the first word leads, the rest hang under it.
            self.candidates[a].append((self.content(b), self.function.get(b, "advmod"), 11))
            self.candidates[b] = [(a, "fixed", 20)]
        elif a not in [head for head, _, _ in self.candidates[b]]:
            self.candidates[b].append((a, "fixed", 12))

    def determiner(self, a, b, kind, detail):
        low = self.low[a]
        if self.function.get(a) == "case" or low in POSSESSIVES:
            self.offer(b, a, "nmod:poss", 8)
        elif low[:1].isdigit() or detail.startswith("mcn") or (kind != "L" and low in NUMBERS):
            self.offer(b, a, "nummod", 7)
        elif kind == "L" or (kind == "DT" and self.sub[a][:1] == "a"):
            self.offer(b, a, "amod", 6)
        else:
            self.offer(b, a, "det", 7)

    def relative_pronouns(self):
        relative = {b for _, b, kind, _ in self.links if kind == "R"}
        for word, relation in self.function.items():
            if relation == "mark" and self.low[word] in RELATIVES:
                name = ("advmod" if self.low[word] in ("where", "when") else "mark" if self.low[word] == "that" and word not in relative
                        else "nsubj" if word in self.subject_of else "obj")
                self.candidates[word].append((self.content(word), name, 10))

    def attach_prepositions(self, under_verb, under_noun):
        for word in set(under_verb) | set(under_noun):
            obj, verbs, nouns = self.content(word), under_verb.get(word), under_noun.get(word)
            led = self.function.get(word)
            if verbs and nouns:
                to_verb = max(nouns) == verbs[-1] or hangs_under_verb(self.low[word], self.low[obj], self.low[max(nouns)])
                verbs, nouns = (verbs, None) if to_verb else (None, nouns)
            if verbs:
                relation = {"case": "obl", "mark": "advcl"}.get(led, "advmod" if obj == word else "obl")
                if relation == "obl" and self.low[word] == "by" and self.content(verbs[-1]) in self.passive:
                    relation = "obl:agent"
                self.offer(verbs[-1], word, relation, 4)
            elif nouns:
                relation = {"case": "nmod", "mark": "acl"}.get(led, "advmod")
                if relation == "nmod" and self.low[word] == "by" and self.sub[self.content(max(nouns))].startswith("v"):
                    relation = "obl:agent"
                self.offer(max(nouns), word, relation, 4)

    def find_root(self):
        if self.root is None:
            for a, b, kind, _ in self.links:
                if a == 0 and kind == "W":
                    self.root = self.subject_of.get(b, b)
        if self.root is None and self.said:
            self.root = self.said[0]
        if self.root is None:
            raise Unreadable("no root")
        self.root = self.content(self.root)
        said = [word for word in map(self.content, self.said) if word != self.root]
        if len(said) > 1:
            raise Unreadable("two verbs of saying")
        for word in said:
            if word > self.root:
                self.candidates[self.root] = [(word, "ccomp", 9)]
                self.root = word
            else:
                self.candidates[word].append((self.root, "parataxis", 9))
        for word in map(self.content, self.after_marks):
            if word != self.root and word not in self.candidates:
                self.candidates[word].append((self.root, "parataxis", 2))

    def choose(self):
        heads, relations = {}, {}
        for word in range(1, len(self.low) - 1):
            if self.mark[word]:
                continue
            if word == self.root:
                heads[word], relations[word] = 0, "root"
                continue
            offers = [offer for offer in self.candidates.get(word, []) if offer[0] != word and not self.mark[offer[0]]]
            if not offers:
                raise Unreadable("a word without head")
            heads[word], relations[word], _ = max(offers, key=lambda offer: offer[2])
        self.settle_passives(heads, relations)
        return heads, relations

    def settle_passives(self, heads, relations):
        led_by_by = {heads[word] for word in heads if relations[word] == "case" and self.low[word] == "by"}
        for word in heads:
            if relations[word] == "nsubj" and heads[word] in self.passive:
                relations[word] = "nsubj:pass"
            elif relations[word] in ("obl", "nmod") and word in led_by_by:
                head = heads[word]
                if head in self.passive or (relations.get(head) in ("acl", "amod", "advcl") and self.sub[head].startswith("v-d")):
                    relations[word] = "obl:agent"
