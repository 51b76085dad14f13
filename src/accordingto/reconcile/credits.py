"""Credits: the wire service an outlet names as the maker of a text ("---Reuters", "by Agence France-Presse")."""

import re
from dataclasses import dataclass

from accordingto.reconcile.lexicons import load_lexicon
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor

EDGE = 250  # a credit stands in the first or the last lines; in the middle an agency is a source like any other

_LEXICON = load_lexicon("agencies")
_KEYS = {spelling.lower(): key for key, spellings in _LEXICON["agencies"].items() for spelling in spellings}
_NAME = "|".join(re.escape(spelling) for spelling in sorted(_KEYS, key=len, reverse=True))
_LEAD = "|".join(re.escape(word) for word in _LEXICON["leads"]["words"])
_SHAPES = (
    rf"^[ \t]*(?:(?:{_LEAD})\b:?[ \t]+)?(?P<line>{_NAME})[ \t.]*$",  # a line of its own
    rf"\((?:(?:{_LEAD})\b:?[ \t]+)?(?P<bracket>{_NAME})\)",
    rf"(?:-{{2,}}|[–—]|\s-)[ \t]*(?P<dash>{_NAME})[ \t.]*$",  # "along the border. ---Reuters"
    rf"^(?:{_LEAD})\b:?[ \t]+(?P<lead>{_NAME})\b",
    rf"\bSource:?[ \t]+(?P<source>{_NAME})[ \t.]*$",
    rf"\A[ \t]*(?P<head>{_NAME})[ \t]*(?:[-–—:]|(?=[A-Z][a-z]+day\b))",  # "SANA-One civilian", "AFP Sunday 3 Jul"
)
CREDIT = re.compile("|".join(_SHAPES), re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """The agency's key and the words that name it."""

    agency: str
    anchor: Anchor


def find_credit(report: Report) -> Credit | None:
    """The wire service credited at the head or the foot of the text; None where the outlet names none."""
    shift, text = len(report.title) + 2, report.text
    tail = max(0, len(text) - EDGE)
    for base, stretch in ((0, text[:EDGE]), (tail, text[tail:])):
        if match := CREDIT.search(stretch):
            group = match.lastgroup or ""
            start, end = shift + base + match.start(group), shift + base + match.end(group)
            return Credit(_KEYS[match[group].lower()], Anchor.at(report.id, report.body, (start, end)))
    return None


def is_agency(name: str, agency: str) -> bool:
    """Whether an outlet's or a link's name is that agency ("the Reuters news agency", "reuters")."""
    words = {name.lower(), *re.findall(r"[\w-]+", name.lower())}
    return any(spelling in words for spelling, key in _KEYS.items() if key == agency)


def agency_named(name: str) -> str | None:
    """The agency that a link or an outlet is, None for anyone else."""
    found = re.search(rf"(?<!\w)(?:{_NAME})(?!\w)", name, re.IGNORECASE)
    return _KEYS[found.group().lower()] if found else None
