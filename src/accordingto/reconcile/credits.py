"""Credits: the house an outlet names as the maker of a text ("---Reuters", "(AFP)", "by Agence France-Presse")."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from accordingto.reconcile.houses import GENERAL, Houses
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.memories import remembered
from accordingto.terms.reports import UNKNOWN_OUTLET, Report
from accordingto.terms.spans import Anchor

EDGE = 250  # a credit stands in the first or the last lines; in the middle an agency is a source like any other
HEAD = 600  # a credit in a line of its own may stand below another line or two under the headline

OWN_PEOPLE = "the text tells of the agency's own people at the scene"

_LEXICON = load_lexicon("credits")
_LEAD = any_of(_LEXICON["leads"]["words"])
_WIRES = frozenset(_LEXICON["reporters"]["wires"])
_REPORTER = any_of(_LEXICON["reporters"]["words"])
_VISITS = any_of(_LEXICON["reporters"]["visits"])
_DESK = r"(?:news(?:[ \t]+agency)?|agency)"
_SIGN = r"(?:(?-i:[A-Z]{2,5})?[ \t]*[\d-]{1,7}|(?-i:[A-Z]{2,5}))"  # "KL 11", of whoever put it on the page
_CITY = r"(?:[ /,-]+[A-ZÀ-Þ][\w.]*){0,4}"
LED_LINE = re.compile(rf"^[ \t]*(?:{_LEAD})\b:?[ \t]+(?P<house>[^\W\d_][^\n.]{{2,60}}?)[ \t.]*$", re.MULTILINE | re.I)


@dataclass(frozen=True, slots=True)
class _Shapes:
    """How credits to these houses look. `credit` stands at the head or the foot of a text, `dateline` anywhere."""

    credit: re.Pattern[str]
    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    own_eye: re.Pattern[str]
    wires_eye: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, houses: Houses) -> "_Shapes":
        name = f"(?:[Tt]he[ \\t]+)?(?:{any_of(houses.names)})"
        wire = any_of(name for name in houses.names if houses.key(name) in _WIRES)
        return cls(_credits_to(name), _dateline_of(name), _line_of(name), _eye_of(name), _eyes_of(wire))


def _credits_to(name: str) -> re.Pattern[str]:
    shapes = (
        rf"^[ \t]*(?:(?:{_LEAD})\b:?[ \t]+)?(?P<line>{name})[ \t.]*$",  # a line of its own
        rf"\((?:(?:{_LEAD})\b:?[ \t]+)?(?P<bracket>{name})\)",
        rf"(?:-{{2,}}|[–—]|\s-)[ \t]*(?P<dash>{name})[ \t.]*$",  # "along the border. ---Reuters"
        rf"^(?:{_LEAD})\b:?[ \t]+(?P<lead>{name})\b",
        rf"\bSource:?[ \t]+(?P<source>{name})[ \t.]*$",
        rf"[.;]\s*(?P<opened>{name})(?:[ \t]*-{{2,}}|[ \t]+(?:[–—]|-(?=\s)))",  # "... on Friday. REUTERS-- The mayor"
        rf"(?<!\w)(?P<told>{name})(?:[ \t]+{_DESK})?[ \t]+report(?:ed|s)\.?\s*{_SIGN}\s*\Z",  # "AFP reported. KL 11"
        rf";[ \t]*(?P<added>{name})[ \t]+report(?:ed|s)[\s.]*\Z",
        rf"\A[ \t]*(?P<head>{name})[ \t]*(?:[-–—:]|(?=[A-Z][a-z]+day\b))",  # "SANA-One civilian", "AFP Sunday 3 Jul"
    )
    return re.compile("|".join(shapes), re.MULTILINE | re.IGNORECASE)


def _dateline_of(name: str) -> re.Pattern[str]:
    """ "HARRAT (Reuters) -": also where a first paragraph, or the outlet's own line, stands before it."""
    return re.compile(
        rf"(?<![\w)])[A-ZÀ-Þ][\w'’]+{_CITY}(?<!Press)(?<!Presse)(?<!Agency)[ ,]*\((?P<house>{name})\)(?=[ \t]*\S)"
        rf"|(?<![\w)])[A-ZÀ-Þ]{{3,}}{_CITY}[ ,]+(?P<bare>{name})[ \t]*[-–—]"
    )


def _line_of(name: str) -> re.Pattern[str]:
    """Below a long line under the headline."""
    return re.compile(rf"^[ \t]*(?P<house>{name})[ \t.]*$", re.MULTILINE)


def _eye_of(name: str) -> re.Pattern[str]:
    """ "Reuters' reporter", "AFPs correspondent": the mark may be lost, or garbled into something else."""
    mark, kind = r"(?:(?:[^a-z\s]\S*)?s)?", r"(?:['’]|\s+(?:news\s+agency|tv|television|video|photo))?"
    return re.compile(rf"(?<!\w)(?P<house>{name}){mark}{kind}\s+(?:{_REPORTER})(?!\w)", re.IGNORECASE)


def _eyes_of(name: str) -> tuple[re.Pattern[str], ...]:
    of = r"(?:of|for|from|with|at|to)\s+(?:the\s+)?"
    eye = re.compile(rf"(?<!\w)(?:{_REPORTER})\s+(?:\w+\s+)?{of}(?P<house>{name})(?!\w)", re.IGNORECASE)
    return _eye_of(name), eye, re.compile(rf"(?<!\w)(?P<house>{name})\s+(?:{_VISITS})(?!\w)")


@lru_cache(maxsize=16)
def _shapes(houses: Houses) -> _Shapes:
    return _Shapes.of(houses)


@dataclass(frozen=True, slots=True)
class Credit:
    """The key of the house credited, the words that name it, and what shows it where they are no credit."""

    house: str
    anchor: Anchor
    why: str = ""


def find_credit(report: Report, outlets: Iterable[str] = (), houses: Houses = GENERAL) -> Credit | None:
    """The house of the cast, or the other outlet of the case, credited at the head or the foot of the text."""
    others = {houses.key(outlet) for outlet in outlets}
    shift = len(report.title) + 2
    for base, credited, led in _edges(report, houses):
        if match := credited or next((line for line in led if houses.key(line["house"]) in others), None):
            return _credit(report, match, houses, shift=shift + base)
    return _printed_credit(report, houses)


@remembered
def _edges(report: Report, houses: Houses) -> tuple[tuple[int, re.Match[str] | None, tuple[re.Match[str], ...]], ...]:
    """For the first and the last lines where they begin, a house's credit, and what a line says that tells of one."""
    starts = dict.fromkeys((0, max(0, len(report.text) - EDGE)))
    stretches = [(base, report.text[base : base + EDGE]) for base in starts]
    credit = _shapes(houses).credit
    return tuple((base, credit.search(words), tuple(LED_LINE.finditer(words))) for base, words in stretches)


@remembered
def _printed_credit(report: Report, houses: Houses) -> Credit | None:
    """The house in a dateline, or on a line of its own below the headline."""
    shift, text, shapes = len(report.title) + 2, report.text, _shapes(houses)
    found = shapes.dateline.search(text) or shapes.byline.search(text, 0, HEAD)
    return _credit(report, found, houses, shift=shift) if found else None


def _credit(report: Report, match: re.Match[str], houses: Houses, *, why: str = "", shift: int = 0) -> Credit:
    start, end = match.span(match.lastgroup or 0)
    anchor = Anchor.at(report.id, report.body, (shift + start, shift + end))
    return Credit(houses.key(match[match.lastgroup or 0]), anchor, why)


@remembered
def find_eyewitness(report: Report, houses: Houses = GENERAL) -> Credit | None:
    """The agency whose own people the text tells of, where there is one: it made the text, though nobody says so."""
    found = [match for pattern in _shapes(houses).wires_eye for match in pattern.finditer(report.body)]
    one = len({houses.key(match["house"]) for match in found}) == 1
    return _credit(report, found[0], houses, why=OWN_PEOPLE) if one else None


@lru_cache(maxsize=65536)
def reporter_of(name: str, outlet: str, houses: Houses = GENERAL) -> str | None:
    """The house whose own reporter speaks: one of the cast, or that of the outlet itself; None for anyone else."""
    if found := _shapes(houses).own_eye.search(name):
        return houses.key(found["house"])
    key = houses.key(outlet)
    plain, words = key.lower(), name.lower().replace("’", "'")
    own = plain != UNKNOWN_OUTLET and re.search(rf"(?<!\w){re.escape(plain)}(?:'?s)?\s+(?:{_REPORTER})(?!\w)", words)
    return key if own else None
