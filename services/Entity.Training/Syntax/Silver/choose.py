"""Chooses one tree for each sentence.

    python3 choose.py halves trees.jsonl                           # writes a.conllu and b.conllu: two halves with the cheapest trees
    python3 choose.py nearest trees.jsonl a.parsed b.parsed > silver.conllu

In between, each half is parsed by a model that was trained on the other (verbs syntax and syntax-parse). Sentences whose cheapest tree is too bad, or that have none near to what the parser sees,
are left out.
"""
import json
import random
import sys
from collections import Counter

CLOSE = {"own", "geovirus", "re3d", "petr"}
NEAR = 0.78


def rows(file):
    with open(file, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            badness, tree = row["trees"][0]
            if badness < (5.5 if row["src"] in CLOSE else 4) and badness < 0.35 * len(tree):
                yield row


def write(out, text, tree):
    out.write(f"# text = {text}\n")
    for i, (word, tag, head, relation) in enumerate(tree):
        out.write(f"{i + 1}\t{word}\t_\t{tag}\t_\t_\t{'_' if head is None else head}\t{relation}\t_\t_\n")
    out.write("\n")


def halves(file):
    kept = list(rows(file))
    random.Random(3).shuffle(kept)
    return kept[::2], kept[1::2]


def parsed(file):
    with open(file, encoding="utf-8") as text:
        for block in text.read().strip().split("\n\n"):
            yield [line.split("\t") for line in block.split("\n")]


def nearest(row, seen):
    """The tree most like what the parser saw, and the share of its heads that it saw."""
    best = None
    for badness, tree in row["trees"]:
        if len(tree) != len(seen):
            continue
        pairs = [(t, s) for t, s in zip(tree, seen) if t[1] != "PUNCT"]
        heads = sum(int(s[6]) == t[2] for t, s in pairs) / len(pairs)
        labelled = sum(int(s[6]) == t[2] and s[7] == t[3] for t, s in pairs) / len(pairs)
        value = (heads + labelled) * 10 - badness * 3 / len(pairs)
        if best is None or value > best[0]:
            best = value, heads, tree
    return best[1:] if best else (0, None)


def main(what, file, *models):
    if what == "halves":
        for name, half in zip("ab", halves(file)):
            with open(f"{name}.conllu", "w", encoding="utf-8") as out:
                for row in half:
                    write(out, row["text"], row["trees"][0][1])
        return
    kept = []
    for half, model in zip(halves(file), models):
        for row, seen in zip(half, parsed(model)):
            share, tree = nearest(row, seen)
            if share >= NEAR:
                kept.append((row["text"], tree))
    # The tagger takes a capital at the head of a sentence for a name: words that are nouns elsewhere are nouns there.
    nouns = Counter(word.lower() for _, tree in kept for word, tag, _, _ in tree[1:] if tag == "NOUN")
    for text, tree in kept:
        first = next(row for row in tree if row[1] != "PUNCT")
        if first[1] == "PROPN" and nouns[first[0].lower()] >= 2:
            first[1] = "NOUN"
        write(sys.stdout, text, tree)


if __name__ == "__main__":
    main(*sys.argv[1:])
