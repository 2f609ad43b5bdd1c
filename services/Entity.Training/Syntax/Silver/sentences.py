"""Writes the sentences to parse, one JSON object a line: {"src": corpus, "text": sentence}.

    python3 sentences.py DATA CORPORA > sentences.jsonl

DATA is the folder of shared data (geoparse/, ner/, events/), CORPORA the project's own marked texts (services/Entity.Training/Corpora). Left out are the test sets of names, and what
claims are scored on (events/plover_dev, stories, challenges).
"""
import glob
import json
import random
import re
import sys

ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|St|vs|No|Sen|Rep|Gov|Prof|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.$")
BREAK = re.compile(r'(?<=[.!?]["”)])\s+|(?<=[.!?])\s+(?=["“(]?[A-Z0-9])')
CLOSE_UP = {",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'", "..."}
TOKENISED = ["crossner/crossner_politics_*", "wikigold", "crossner/crossner_lit*", "crossner/crossner_sci*", "crossner/crossner_ai*", "crossner/crossner_mus*"]


def split(text):
    for paragraph in re.split(r"\n+", text):
        sentence = ""
        for part in BREAK.split(paragraph):
            sentence = (sentence + " " + part).strip()
            if not ABBREVIATION.search(sentence):
                yield sentence
                sentence = ""
        if sentence:
            yield sentence


def joined(tokens):
    """The text of tokens that a corpus cut apart."""
    text, quoted = "", False
    for i, token in enumerate(tokens):
        close = i == 0 or token in CLOSE_UP or text.endswith(("(", "[", "$", "£", "€"))
        if token == '"':
            close, quoted = close or quoted, not quoted
        elif quoted and text.endswith('"'):
            close = True
        if token in "-/" or (i > 0 and tokens[i - 1] in "-/"):
            close = True
        text += ("" if close else " ") + token
    return text


def usable(text, longest=35):
    words = len(text.split())
    return 4 <= words <= longest and re.search(r'[.!?]["”)]?$', text) and not re.search(r"http|@|#", text)


def rows(file):
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def shared(data):
    for row in rows(f"{data}/geoparse/geovirus.jsonl"):
        yield from (("geovirus", s) for s in split(row["text"]))
    for file in sorted(glob.glob(f"{data}/ner/re3d/*.jsonl")):
        for row in rows(file):
            yield from (("re3d", s) for s in split(row["text"]))
    for row in rows(f"{data}/events/petr_unit.jsonl"):
        yield from (("petr", s) for s in split(row["text"]))
    for name in TOKENISED:
        for file in sorted(glob.glob(f"{data}/ner/{name}.jsonl")):
            yield from ((name.split("/")[-1].strip("_*"), joined(row["tokens"])) for row in rows(file))
    yield from (("ewt", joined(row["tokens"])) for row in rows(f"{data}/ner/uner_ewt_train.jsonl"))


def own(corpora):
    for file in sorted(glob.glob(f"{corpora}/*.txt")):
        with open(file, encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    yield "own", re.sub(r"\[[A-Z]{3,} ([^\[\]]*)\]", r"\1", line).strip()


def main(data, corpora):
    seen, sentences = set(), []
    for source, text in [*own(corpora), *shared(data)]:
        text = re.sub(r"\s+", " ", text).strip()
        if text not in seen and usable(text):
            seen.add(text)
            sentences.append({"src": source, "text": text})
    random.Random(1).shuffle(sentences)
    for sentence in sentences:
        print(json.dumps(sentence, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:3])
