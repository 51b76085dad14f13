"""Credits: the house an outlet names as the maker of a text ("---Reuters", "(AFP)", "by Agence France-Presse")."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.memories import remembered
from accordingto.terms.reports import UNKNOWN_OUTLET, Report
from accordingto.terms.spans import Anchor

EDGE = 250  # a credit stands in the first or the last lines; in the middle an agency is a source like any other
HEAD = 600  # a credit in a line of its own may stand below another line or two under the headline

OWN_PEOPLE = "the text tells of the agency's own people at the scene"

_LEXICON = load_lexicon("agencies")
_AGENCIES = {spelling.lower(): key for key, spellings in _LEXICON["agencies"].items() for spelling in spellings}
_NAME = any_of(spelling for spellings in _LEXICON["agencies"].values() for spelling in spellings)
_LEAD = any_of(_LEXICON["leads"]["words"])
_WIRES = frozenset(_LEXICON["reporters"]["wires"])
_REPORTER = any_of(_LEXICON["reporters"]["words"])
_DESK = r"(?:news(?:[ \t]+agency)?|agency)"
_SIGN = r"(?:(?-i:[A-Z]{2,5})?[ \t]*[\d-]{1,7}|(?-i:[A-Z]{2,5}))"  # "KL 11", of whoever put it on the page
_SHAPES = (
    rf"^[ \t]*(?:(?:{_LEAD})\b:?[ \t]+)?(?P<line>{_NAME})[ \t.]*$",  # a line of its own
    rf"\((?:(?:{_LEAD})\b:?[ \t]+)?(?P<bracket>{_NAME})\)",
    rf"(?:-{{2,}}|[–—]|\s-)[ \t]*(?P<dash>{_NAME})[ \t.]*$",  # "along the border. ---Reuters"
    rf"^(?:{_LEAD})\b:?[ \t]+(?P<lead>{_NAME})\b",
    rf"\bSource:?[ \t]+(?P<source>{_NAME})[ \t.]*$",
    rf"[.;]\s*(?P<opened>{_NAME})(?:[ \t]*-{{2,}}|[ \t]+(?:[–—]|-(?=\s)))",  # "... on Friday. REUTERS-- The mayor"
    rf"(?<!\w)(?P<told>{_NAME})(?:[ \t]+{_DESK})?[ \t]+report(?:ed|s)\.?\s*{_SIGN}\s*\Z",  # "AFP reported. KL 11"
    rf";[ \t]*(?P<added>{_NAME})[ \t]+report(?:ed|s)[\s.]*\Z",
    rf"\A[ \t]*(?P<head>{_NAME})[ \t]*(?:[-–—:]|(?=[A-Z][a-z]+day\b))",  # "SANA-One civilian", "AFP Sunday 3 Jul"
)
CREDIT = re.compile("|".join(_SHAPES), re.MULTILINE | re.IGNORECASE)
# "HARRAT (Reuters) -": also where a first paragraph, or the outlet's own line, stands before it.
_CITY = r"(?:[ /,-]+[A-ZÀ-Þ][\w.]*){0,4}"
DATELINE = re.compile(
    rf"(?<![\w)])[A-ZÀ-Þ][\w'’]+{_CITY}(?<!Press)(?<!Presse)(?<!Agency)[ ,]*\((?P<house>{_NAME})\)(?=[ \t]*\S)"
    rf"|(?<![\w)])[A-ZÀ-Þ]{{3,}}{_CITY}[ ,]+(?P<bare>{_NAME})[ \t]*[-–—]"
)
BYLINE = re.compile(rf"^[ \t]*(?P<house>{_NAME})[ \t.]*$", re.MULTILINE)  # below a long line under the headline
# "Reuters' reporter", "AFPs correspondent": the mark may be lost, or garbled into something else.
OWN_EYE = re.compile(
    rf"(?<!\w)(?P<house>{_NAME})(?:(?:[^a-z\s]\S*)?s)?(?:['’]|\s+(?:news\s+agency|tv|television|video|photo))?\s+(?:{_REPORTER})(?!\w)",
    re.I,
)
EYE_OF = re.compile(
    rf"(?<!\w)(?:{_REPORTER})\s+(?:\w+\s+)?(?:of|for|from|with|at|to)\s+(?:the\s+)?(?P<house>{_NAME})(?!\w)", re.I
)
VISIT = re.compile(rf"(?<!\w)(?P<house>{_NAME})\s+(?:{any_of(_LEXICON['reporters']['visits'])})(?!\w)")
LED_LINE = re.compile(rf"^[ \t]*(?:{_LEAD})\b:?[ \t]+(?P<house>[^\W\d_][^\n.]{{2,60}}?)[ \t.]*$", re.MULTILINE | re.I)
REMARK = re.compile(r"\s*\([^)]*\)")  # "The Harbour Post (invented)"


@dataclass(frozen=True, slots=True)
class Credit:
    """The key of the house credited, the words that name it, and what shows it where they are no credit."""

    house: str
    anchor: Anchor
    why: str = ""


def find_credit(report: Report, outlets: Iterable[str] = ()) -> Credit | None:
    """The wire service, or the other outlet of the case, credited at the head or the foot of the text."""
    houses = {house_key(outlet) for outlet in outlets}
    shift = len(report.title) + 2
    for base, credited, led in _edges(report):
        if match := credited or next((line for line in led if house_key(line["house"]) in houses), None):
            group = match.lastgroup or ""
            start, end = shift + base + match.start(group), shift + base + match.end(group)
            return Credit(house_key(match[group]), Anchor.at(report.id, report.body, (start, end)))
    return _printed_credit(report)


@remembered
def _edges(report: Report) -> tuple[tuple[int, re.Match[str] | None, tuple[re.Match[str], ...]], ...]:
    """For the first and the last lines where they begin, an agency's credit, and what a line says that tells of one."""
    starts = dict.fromkeys((0, max(0, len(report.text) - EDGE)))
    stretches = [(base, report.text[base : base + EDGE]) for base in starts]
    return tuple((base, CREDIT.search(words), tuple(LED_LINE.finditer(words))) for base, words in stretches)


@remembered
def _printed_credit(report: Report) -> Credit | None:
    """The wire service in a dateline, or on a line of its own below the headline."""
    shift, text = len(report.title) + 2, report.text
    found = DATELINE.search(text) or BYLINE.search(text, 0, HEAD)
    return _credit(report, found, "", shift) if found else None


def _credit(report: Report, match: re.Match[str], why: str, shift: int = 0) -> Credit:
    start, end = match.span(match.lastgroup or 0)
    return Credit(
        house_key(match[match.lastgroup or 0]), Anchor.at(report.id, report.body, (shift + start, shift + end)), why
    )


@remembered
def find_eyewitness(report: Report) -> Credit | None:
    """The agency whose own people the text tells of, where there is one: it made the text, though nobody says so."""
    found = [match for pattern in (OWN_EYE, EYE_OF, VISIT) for match in pattern.finditer(report.body)]
    wires = [match for match in found if house_key(match["house"]) in _WIRES]
    one = len({house_key(match["house"]) for match in wires}) == 1
    return _credit(report, wires[0], OWN_PEOPLE) if one else None


@lru_cache(maxsize=65536)
def reporter_of(name: str, outlet: str) -> str | None:
    """The house whose own reporter speaks: an agency's, or that of the outlet itself; None for anyone else."""
    if found := OWN_EYE.search(name):
        return house_key(found["house"])
    plain = house_key(outlet).lower()
    words = name.lower().replace("’", "'")
    own = plain != UNKNOWN_OUTLET and re.search(rf"(?<!\w){re.escape(plain)}(?:'?s)?\s+(?:{_REPORTER})(?!\w)", words)
    return house_key(outlet) if own else None


@lru_cache(maxsize=4096)
def house_key(name: str) -> str:
    """One key for a house under all its spellings: the agency's, else the plain name."""
    plain = " ".join(REMARK.sub("", name).lower().split()).removeprefix("the ")
    return str(_AGENCIES.get(plain, plain))


@lru_cache(maxsize=65536)
def agency_named(name: str) -> str | None:
    """The agency that a link or a source is, None for anyone else ("the Reuters news agency")."""
    found = re.search(rf"(?<!\w)(?:{_NAME})(?!\w)", name, re.IGNORECASE)
    return _AGENCIES[" ".join(found.group().lower().split())] if found else None
