"""Parses sentences with Link Grammar and keeps up to 25 different readings of each, the cheapest first.

    /usr/bin/python3 readings.py sentences.jsonl > readings.jsonl

Needs Debian's link-grammar, link-grammar-dictionaries-en and python3-link-grammar. Sentences that cannot be linked whole have no readings. About twenty sentences a second.
"""
import json
import sys

import linkgrammar.clinkgrammar as lg
from linkgrammar import Dictionary, ParseOptions, Sentence

MOST = 25


def reading(linkage):
    handle = linkage._obj
    links = [
        (lg.linkage_get_link_lword(handle, i), lg.linkage_get_link_rword(handle, i), lg.linkage_get_link_label(handle, i))
        for i in range(lg.linkage_get_num_links(handle))
    ]
    words = [(word, lg.linkage_get_word_char_start(handle, i), lg.linkage_get_word_char_end(handle, i)) for i, word in enumerate(linkage.words())]
    return {"words": words, "links": links, "cost": round(linkage.disjunct_cost(), 2), "length": linkage.link_cost()}


def main(file):
    options = ParseOptions(verbosity=0, linkage_limit=250, max_parse_time=3, spell_guess=0)
    dictionary = Dictionary("en")
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            kept = {}
            for linkage in Sentence(row["text"], dictionary, options).parse():
                one = reading(linkage)
                key = repr(sorted((one["words"][a][1], one["words"][b][1], label[:2]) for a, b, label in one["links"]))
                kept.setdefault(key, one)
                if len(kept) == MOST:
                    break
            print(json.dumps({**row, "readings": list(kept.values())}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
