"""The tokens of services/Entity/Reading/Text/Tokenizer.cs, for plain sentences."""
import re

TOKEN = re.compile(
    r"(?P<initialism>(?:[A-Za-z]\.){2,}(?:[A-Za-z](?![\w]))?)"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)(?!\w))?)"
    r"|(?P<possessive>(?<=\w)['’]s(?!\w))"
    r"|(?P<word>[^\W\d_](?:\w|[-‐‑](?=\w)|['’ʼ‘`](?=\w)(?!s(?!\w)))*)"
    r"|(?P<mark>--+|\.\.+|[^\s])",
    re.I,
)


def tokens(text):
    """Start, end, characters and kind of each token."""
    return [(m.start(), m.end(), m.group(0), m.lastgroup) for m in TOKEN.finditer(text)]
