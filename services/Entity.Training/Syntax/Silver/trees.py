"""Makes trees over the project's tokens of readings and tags.

    python3 trees.py readings.jsonl tags.jsonl > trees.jsonl

Writes for each sentence up to 20 different trees, the best first: {"src", "text", "trees": [[badness, [[word, tag, head, relation] ...]] ...]}. Heads count from 1, 0 is the root, null stands
at punctuation. Badness grows with the grammar's cost and with words whose tag it contradicts.
"""
import json
import re
import sys
from collections import defaultdict

from links import Converter, Unreadable, parts
from tokens import tokens

CLASSES = {"v": "V", "q": "V", "w": "V", "g": "VN", "a": "A", "e": "R", "d": "D", **dict.fromkeys("nsiulmftbyx", "N")}
TAG_CLASSES = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A", "ADV": "R"}
PRONOUNS = set(
    "i you he she it we they me him her us them who whom which what that this these those there himself herself itself themselves myself ourselves someone somebody anyone anybody everyone "
    "everybody nobody nothing something anything everything none one others whose his its their our my your hers theirs whoever whatever each both all some many few".split())
POSSESSIVES = set("his her its their our my your whose".split())
NOMINAL = {"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "compound", "appos", "obl:agent", "nmod:poss"}
BY_RELATION = {"case": "ADP", "cc": "CCONJ", "det": "DET", "nummod": "NUM", "compound:prt": "ADP", "aux": "AUX", "aux:pass": "AUX", "cop": "AUX"}


def tag_of(word, kind, relation, tag, subscript, first):
    """The part of speech: what the relation leaves open is decided by the tagger, against it where the grammar takes a word for a verb, noun or adjective."""
    low, letter = word.lower(), subscript[:1]
    if kind == "number":
        return "ADJ" if re.search("[a-z]", low) else "NUM"
    if low == "to" and relation == "mark":
        return "PART"
    if low in ("'s", "’s"):
        return "PART" if relation == "case" else "AUX"
    if relation in BY_RELATION:
        return BY_RELATION[relation]
    if relation == "neg":
        return "ADV" if low == "never" else "PART"
    if relation == "mark":
        return "ADP" if tag == "ADP" and low in ("of", "in", "for", "by", "from", "with", "on", "at", "without") else "SCONJ"
    if relation == "nmod:poss" and low in POSSESSIVES:
        return "PRON"
    if low in PRONOUNS and relation in NOMINAL | {"expl", "root", "conj"} - {"compound", "appos", "nmod:poss"}:
        return "PRON"
    if letter and letter in "vqw":
        if relation == "amod":
            return tag if tag in ("ADJ", "VERB") else "VERB"
        return tag if relation == "compound" and tag in ("NOUN", "PROPN", "VERB") else "NOUN" if relation == "compound" else "VERB"
    if CLASSES.get(letter) == "N" or relation in NOMINAL:
        return noun_tag(word[0].isupper(), first, tag, letter)
    if letter == "g":
        return "NOUN" if relation in ("nsubj", "obj", "nmod", "obl", "conj", "compound") else "VERB"
    if letter == "a":
        return "ADJ" if tag in ("NOUN", "VERB", "ADV", "ADP") else tag
    if letter == "e":
        return "ADV" if tag in ("NOUN", "VERB", "ADJ") else tag
    return tag or "X"


def noun_tag(capital, first, tag, letter):
    if tag == "PROPN" and capital:
        return "PROPN"
    if capital and not first:
        return tag if tag in ("ADJ", "NUM") else "PROPN"
    if tag in ("NOUN", "PRON", "NUM"):
        return tag
    if tag == "PROPN" or letter == "g" or CLASSES.get(letter) == "N":
        return "NOUN"
    return tag if tag in ("ADJ", "DET", "ADV") else "NOUN"


def crosses(heads):
    arcs = [(min(a, b), max(a, b)) for a, b in heads.items()]
    return any(a < c < b < d for a, b in arcs for c, d in arcs)


def check(heads):
    if sum(head == 0 for head in heads.values()) != 1:
        raise Unreadable("not one root")
    for word in heads:
        seen = set()
        while word:
            if word in seen:
                raise Unreadable("circle")
            seen.add(word)
            word = heads.get(word, 0)
    if crosses(heads):
        raise Unreadable("crossing arcs")


def tree(text, reading, tags):
    """The tokens of a reading and its badness."""
    cut = tokens(text)
    heads, relations = Converter(reading["words"], reading["links"]).convert()
    of_token, of_word = defaultdict(list), defaultdict(list)
    for i, (_, start, end) in enumerate(reading["words"]):
        for k, (first, last, _, kind) in enumerate(cut):
            if i in heads and first < end and start < last and kind != "mark":
                of_token[k].append(i)
                of_word[i].append(k)
    head_of, relation_of, subscripts = {}, {}, {}
    for k, (_, _, word, kind) in enumerate(cut):
        if kind == "mark":
            continue
        if not of_token[k]:
            raise Unreadable("a token without word")
        if len(of_token[k]) == 1 and of_word[of_token[k][0]][-1] != k:
            # One word of the grammar, several tokens: the last is the head.
            head_of[k + 1], relation_of[k + 1], subscripts[k] = of_word[of_token[k][0]][-1] + 1, "nummod" if kind == "number" else "compound", ""
            continue
        outer = next((i for i in of_token[k] if heads[i] not in of_token[k]), of_token[k][0])
        head = heads[outer]
        if head and head not in of_word:
            raise Unreadable("head is punctuation")
        head_of[k + 1], relation_of[k + 1] = of_word[head][-1] + 1 if head else 0, relations[outer]
        subscripts[k] = parts(reading["words"][outer][0])[1]
    check(head_of)
    rows, wrong, first = [], 0, True
    for k, (start, _, word, kind) in enumerate(cut):
        if kind == "mark":
            rows.append([word, "PUNCT", None, "punct"])
            continue
        relation = relation_of[k + 1]
        tag = next((t for a, b, t in tags if a <= start < b), "X")
        rows.append([word, tag_of(word, kind, relation, tag, subscripts[k], k == 0), head_of[k + 1], relation])
        mine, other = CLASSES.get(subscripts[k][:1], ""), TAG_CLASSES.get(tag, "")
        if mine and other and other not in mine and relation not in ("aux", "cop", "aux:pass", "nummod", "det", "case", "mark"):
            wrong += 0.4 if {mine, other} == {"N", "A"} else 1
    return reading["cost"] * 0.5 + wrong * 1.5 + reading["length"] * 0.01, rows


def main(readings, tags):
    with open(tags, encoding="utf-8") as lines:
        tags = {row["text"]: row["tags"] for row in map(json.loads, lines)}
    with open(readings, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found = {}
            for reading in row["readings"]:
                try:
                    badness, rows = tree(row["text"], reading, tags.get(row["text"], []))
                except Unreadable:
                    continue
                found.setdefault(repr([r[2:] for r in rows]), [round(badness, 2), rows])
            if found:
                print(json.dumps({"src": row["src"], "text": row["text"], "trees": sorted(found.values(), key=lambda t: t[0])[:20]}, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:3])
