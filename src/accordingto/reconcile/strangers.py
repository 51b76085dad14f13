"""Strangers: sources whom a report gives no name, "an army official", "activists in Harrat": voices of their own."""

import re
from functools import lru_cache

from accordingto.reconcile.lexicons import any_of, load_lexicon

_LEXICON = load_lexicon("bodies")
_STRANGERS, _PAPERS = frozenset(_LEXICON["strangers"]), frozenset(_LEXICON["papers"])
_ASIDE = re.compile(rf"\s+(?:{any_of(_LEXICON['asides'])})\s|,")
_INNER = re.compile(r"(?<=\w)\s+(?:an?|the)\s+")
_ARTICLE = re.compile(
    r"^(?:an?|one|the|another|some|several|two|three|four|five|six|seven|many|other|this|same)\s+", re.IGNORECASE
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w-]+\s+(?:[A-ZÀ-Þ]|al-)[\w-]+\s+[a-z]+$")


@lru_cache(maxsize=65536)
def is_stranger(name: str) -> bool:
    """Whether these words call people by what they are, and by no name."""
    head = _head(name)
    last = head.split()[-1].lower() if head.split() else ""
    # "Member of the council Hussein Idris" has his name behind it; "a member of the council" has none.
    one = last in _STRANGERS and not last.endswith("s")
    behind = one and len(head.split()) == 1 and head != name and name.split()[-1][:1].isupper()
    before = one and _NAME.match(head) is not None  # "Salma Idris activist"
    return last in _STRANGERS and not behind and not before


@lru_cache(maxsize=65536)
def is_paper(name: str) -> bool:
    """Whether it is a paper or a picture that speaks, of nobody who is named."""
    head = _head(name).split()
    return bool(head) and head[-1].lower() in _PAPERS


def _head(name: str) -> str:
    """The words up to where something else is said of it: "a source" of "a source at the harbour office"."""
    first = name.strip()
    return _INNER.split(_ASIDE.split(first, maxsplit=1)[0], maxsplit=1)[0]
