"""Stretches: counts of one report that run over a war, a campaign or a month, and over what they run."""

import re
from collections.abc import Mapping

from accordingto.reconcile.days import told_days
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.memories import remembered
from accordingto.reconcile.tellings import STOP
from accordingto.terms.figures import Figure, Harm
from accordingto.terms.readings import Reading

TALLIED = frozenset(
    {Harm.KILLED, Harm.INJURED, Harm.CASUALTIES, Harm.MISSING, Harm.DETAINED, Harm.ABDUCTED, Harm.DISPLACED}
)  # what is counted up over a war; who is besieged or trapped is so at one moment, whenever that began
WAR = 10_000  # no single incident kills, hurts or drives away so many
HARMED = frozenset({Harm.KILLED, Harm.INJURED, Harm.DISPLACED})
REACH = 60  # characters between "since" and its moment: "since the start of the uprising against him in March"
BEFORE = 25  # characters: "the deadliest blast since 2011 killed 19"
SENTENCE = 300  # characters each way: a long sentence of news
SHORT = 8  # characters of a word that is cut short
ON = 2  # sentences that may go on, one after the other, over the stretch of the one before them

_LEXICON = load_lexicon("running")
_NUMBER = rf"(?:\d+|{any_of(_LEXICON['over']['numbers'])})"
_MANY = rf"(?:[4-9]|\d{{2,}}|{any_of(_LEXICON['over']['many'])})"
_OVER = any_of(_LEXICON["over"]["phrases"]).replace("N", _NUMBER).replace("D", _MANY)
_SINCE = any_of(_LEXICON["since"]["opening"])
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:\.?\s+\d{1,2}(?!\d))?"
_MOMENT = rf"(?:(?:{any_of(_LEXICON['since']['months'])}){_DAY}|{any_of(_LEXICON['since']['moments'])}|{_YEAR})"
_LATER = rf"(?:[^.;!?\n]|\.(?=[\w-])){{0,{REACH}}}?\b"  # "since a U.S.-Russian truce collapsed"
_STRETCH = re.compile(
    rf"(?<![\w-])(?:(?:{_SINCE})\b{_LATER}{_MOMENT}\b(?:{_LATER}{_YEAR})?|{_OVER})(?!\w)", re.IGNORECASE
)
_HINTS: list[str] = _LEXICON["hints"]["words"]
_GOES_ON = re.compile(
    rf"\s*(?:{any_of(_LEXICON['goes_on']['opening'])})\b[^.;!?\n]*?\b(?:{any_of(_LEXICON['goes_on']['since'])})\b",
    re.IGNORECASE,
)
_SIMILAR = re.compile(
    rf"\b(?:{any_of(_LEXICON['similar']['opening'])})(?:\s+[\w-]+){{0,2}}?\s+(?:{any_of(_LEXICON['similar']['deeds'])})\b",
    re.IGNORECASE,
)
_SHORTENED = re.compile(rf"(?<!\w)(?:{any_of(_LEXICON['abbreviations']['words'])})\.\Z", re.IGNORECASE)
_BREAK = re.compile(rf"\b(?:{any_of(_LEXICON['breaks']['words'])})\b", re.IGNORECASE)


@remembered
def find_stretches(reading: Reading) -> Mapping[int, str]:
    """What each running figure is counted over: "since 2011". A part runs over what its whole does."""
    found: dict[int, str] = {}
    for number, figure in enumerate(reading.figures):
        if over := _over(figure, reading):
            found[number] = over
    # Parts stand before or behind their whole; a share of a share is reached from its whole.
    for _ in range(2):
        shares = {n: found[f.part_of] for n, f in enumerate(reading.figures) if f.part_of in found and n not in found}
        found.update(shares)
    return found


def _over(figure: Figure, reading: Reading) -> str | None:
    if figure.harm not in TALLIED or (figure.low, figure.high) == (None, None):
        return None
    return (
        _told(figure, reading)
        or _carried_on(figure, reading)
        or _of_similar_deeds(figure, reading)
        or _campaign(figure, reading)
        or _size(figure)
    )


def _told(figure: Figure, reading: Reading) -> str | None:
    """ "since the conflict began in March 2011": such words of its sentence that are about its count."""
    body = reading.report.body
    first, last = _sentence(body, figure.anchor.start, figure.anchor.end)
    if not any(hint in body[first:last].lower() for hint in _HINTS):
        return None
    for stretch in _STRETCH.finditer(body, first, last):
        start, end = _about(figure, stretch)
        if not _BREAK.search(body, max(first, start), end) and not _other_between(figure, reading, start, end):
            return " ".join(stretch[0].split())
    return None


def _sentence(body: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that these words stand in."""
    first = max(0, start - SENTENCE)
    stops = [stop.end() for stop in STOP.finditer(body, first, start) if not _is_inside(stop, body)]
    last = min(len(body), end + SENTENCE)
    ends = (stop.start() for stop in STOP.finditer(body, end, last) if not _is_inside(stop, body))
    return stops[-1] if stops else first, next(ends, last)


def _is_inside(stop: re.Match[str], body: str) -> bool:
    """Whether it is the full stop of a word that is cut short, as in "since Sept. 19"."""
    return _SHORTENED.search(body[max(0, stop.start() - SHORT) : stop.start() + 1]) is not None


def _carried_on(figure: Figure, reading: Reading) -> str | None:
    """The stretch of a sentence before its own, where those between go on from it: "They have killed 122"."""
    body = reading.report.body
    first, last = _sentence(body, figure.anchor.start, figure.anchor.end)
    for _ in range(ON):
        before = len(body[:first].rstrip())
        if not before or not _GOES_ON.match(body, first, last):
            return None
        first, last = _sentence(body, before - 1, before - 1)
        if stretch := _STRETCH.search(body, first, last):
            return " ".join(stretch[0].split())
    return None


def _of_similar_deeds(figure: Figure, reading: Reading) -> str | None:
    """ "in similar attacks": the words that set others beside the deed it hangs on, unless that is told in them."""
    if figure.event is None or figure.event >= len(reading.events):
        return None
    first, last = _sentence(reading.report.body, figure.anchor.start, figure.anchor.end)
    similar = _SIMILAR.search(reading.report.body, figure.anchor.end, last)
    told_here = first <= reading.events[figure.event].trigger.start < last
    return " ".join(similar[0].split()) if similar and not told_here else None


def _about(figure: Figure, stretch: re.Match[str]) -> tuple[int, int]:
    """Where the words lie that say what the stretch is about: up to it from the count, or on from just before it."""
    if figure.anchor.start < stretch.start():
        return figure.anchor.end, stretch.start()
    return stretch.start() - BEFORE, figure.anchor.start


def _other_between(figure: Figure, reading: Reading, first: int, last: int) -> bool:
    """Whether the count of another event or state stands nearer to the stretch."""
    between = (other for other in reading.figures if first < other.anchor.start < last)
    return any(other.event != figure.event or other.harm not in TALLIED for other in between)


def _campaign(figure: Figure, reading: Reading) -> str | None:
    """The days of the event that it hangs on, where they are a campaign's in the background of the report."""
    if figure.event is None or figure.event >= len(reading.events):
        return None
    event = reading.events[figure.event]
    days = told_days(event.date)
    return f"counted from {days.first} to {days.last}" if days and days.is_campaign and not event.main else None


def _size(figure: Figure) -> str | None:
    large = figure.harm in HARMED and (figure.low or 0) >= WAR
    return "more than any single incident harms" if large else None
