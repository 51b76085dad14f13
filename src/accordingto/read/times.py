"""Times: every expression of time in a report, resolved against the day of the report (TIMEX3).

"on Wednesday" is the nearest Wednesday gone by, unless its clause looks ahead. A text that tells history is resolved
against the times it told before. An expression that the calendar cannot place ("in recent weeks", "three days") keeps
its words and its value, and no days.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from accordingto.read import time_dates as dates
from accordingto.read import time_relations as relations
from accordingto.read import time_years as years
from accordingto.read.calendars import Stretch, precision
from accordingto.read.clocks import clock_time
from accordingto.read.lexicons import load_lexicon
from accordingto.read.sentences import Page, Sentence, Word
from accordingto.read.time_anchors import Told, tells_history
from accordingto.read.time_patterns import build_dated, build_grammar, find_openers
from accordingto.read.time_settings import TimeSetting
from accordingto.terms.times import TimeKind, TimeMention

WORD = re.compile(r"[\w'’]+")
REACH = 14  # words before an expression that can tell whether its clause looks ahead
BREATH = re.compile(r"\s*(?:[-–,]|(?:and|or|to|until|till|through)\b)\s*(?:and\s+)?(?:in\s+|the\s+)?", re.IGNORECASE)
HYPHENS = ("-", "–")
JOINT = re.compile("['’-]")
HEADLINE, OPENING = 10, 5  # words
LOOKS_BACK = frozenset({"ago", "before_that"})
LENDERS = frozenset({"month_day", "day_month", "month", "season"})
Resolver = Callable[[re.Match[str], TimeSetting], Stretch | None]

RESOLVERS: Mapping[str, Resolver] = {
    "iso": dates.iso_day,
    "month_day": dates.calendar_day,
    "day_month": dates.calendar_day,
    "month": years.calendar_month,
    "weekday": dates.weekday,
    "half_of": years.part_of_year,
    "season": years.season,
    "decade": years.decade,
    "century": years.century,
    "early_hours": dates.weekday_part,
    "part_of_day": dates.weekday_part,
    "fixed_day": dates.fixed_day,
    "moving_day": dates.moving_day,
    "year": years.calendar_year,
    "deictic": relations.deictic_day,
    "unit_now": relations.calendar_unit,
    "before_that": relations.day_beside,
    "ago": relations.counted_back,
    "edge_of": relations.edge_of_unit,
    "nth_week": years.weeks_of_month,
    "nth_of": dates.nth_of_month,
    "year_bc": years.year_before_christ,
    "rolling": relations.rolling,
    "recent": relations.recent,
    "nth_day": relations.nth_day,
    "set": relations.repeated,
    "moment": relations.moment_of_day,
    "duration": relations.length_of_time,
    "vague": relations.vague,
}


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The words of time, and the grammar that they make."""

    words: Mapping[str, Any]
    grammar: re.Pattern[str] = field(repr=False, compare=False)
    rules: Mapping[str, re.Pattern[str]] = field(repr=False, compare=False)
    dated: re.Pattern[str] = field(repr=False, compare=False)
    openers: frozenset[str] = field(repr=False, compare=False)
    future: frozenset[str] = field(repr=False, compare=False)
    saying: frozenset[str] = field(repr=False, compare=False)
    be: frozenset[str] = field(repr=False, compare=False)
    small: frozenset[str] = field(repr=False, compare=False)

    @classmethod
    def load(cls) -> "TimeWords":
        words = load_lexicon("times") | load_lexicon("time_rules")
        sets = (frozenset(words["lists"][name]) for name in ("future", "saying", "be", "before_days"))
        return cls(words, *build_grammar(words), build_dated(words), find_openers(words), *sets)


def read_times(page: Page, lexicon: TimeWords) -> tuple[TimeMention, ...]:
    """Every expression of time, in reading order, with the days it stands for."""
    mentions: list[TimeMention] = []
    told = Told(tells_history(page, lexicon.dated), page.report.day)
    paragraph = -1
    for sentence in page.sentences:
        told, paragraph = (told if sentence.paragraph == paragraph else told.in_new_paragraph()), sentence.paragraph
        found, told = _read_sentence(page, sentence, lexicon, told)
        mentions += found
    return tuple(mentions)


def _read_sentence(page: Page, sentence: Sentence, lexicon: TimeWords, told: Told) -> tuple[list[TimeMention], Told]:
    mentions: list[TimeMention] = []
    clocks: list[tuple[int, re.Match[str], TimeSetting]] = []
    hits = _find_in(page.body, sentence, lexicon)
    for (rule, match), lent in zip(hits, _years_lent(page.body, hits), strict=True):
        ahead = _looks_ahead(page.body, sentence, match.start(), lexicon)
        setting = TimeSetting(lexicon.words, told.anchor, told.day, told.year, ahead, told.history, told.last, lent)
        if rule == "clock":
            clocks.append((len(mentions), match, setting))
        stretch = clock_time(match, setting, None) if rule == "clock" else RESOLVERS[rule](match, setting)
        if stretch:
            mentions.append(_mention(page, match, stretch))
            told = told.after(stretch, match.group(), sets_scene=_sets_scene(page.body, sentence, rule, match))
    return _with_days_of_clocks(page, mentions, clocks), told


def _find_in(body: str, sentence: Sentence, lexicon: TimeWords) -> list[tuple[str, re.Match[str]]]:
    """The expressions of a sentence, each with its rule; after a hyphen only the end of a range ("4 May-6 June")."""
    found: list[tuple[str, re.Match[str]]] = []
    at = sentence.start
    for word in sentence.words:
        if word.start < at or body[word.start - 1 : word.start] == "-" or not _may_open(word, lexicon.openers):
            continue
        hit = _hit(body, word.start, sentence.end, lexicon)
        while hit:
            found.append(hit)
            at = hit[1].end()
            hit = _hit(body, at + 1, sentence.end, lexicon) if body[at : at + 1] in HYPHENS else None
    return found


def _may_open(word: Word, openers: frozenset[str]) -> bool:
    """Whether an expression can begin with this word: most words of a text need no further look."""
    return word.lower in openers or word.text[0].isdigit() or JOINT.split(word.lower, maxsplit=1)[0] in openers


def _hit(body: str, start: int, end: int, lexicon: TimeWords) -> tuple[str, re.Match[str]] | None:
    hit = lexicon.grammar.match(body, start, end)
    rule = hit.lastgroup or "" if hit else ""
    match = lexicon.rules[rule].match(body, start, end) if rule else None
    return (rule, match) if match else None


def _sets_scene(body: str, sentence: Sentence, rule: str, match: re.Match[str]) -> bool:
    """Whether what follows is of this time: it opens its sentence or a headline, and does not look back ("earlier")."""
    before = body[sentence.start : match.start()].split()
    headline = len(sentence.words) <= HEADLINE and sentence.words[-1].text not in ".!?"
    return rule not in LOOKS_BACK and (len(before) <= OPENING or headline)


def _years_lent(body: str, hits: Sequence[tuple[str, re.Match[str]]]) -> list[int | None]:
    """For each expression without a year, that of one told in the same breath: "in August and September 1914"."""
    lent: list[int | None] = []
    after: tuple[int, int | None] = (-1, None)
    for rule, match in reversed(hits):
        year = int(match["year"]) if rule in LENDERS and match["year"] else None
        joined = rule in LENDERS and year is None and after[0] >= 0 and BREATH.fullmatch(body, match.end(), after[0])
        lent.append(after[1] if joined else None)
        after = match.start(), year or lent[-1]
    return lent[::-1]


def _looks_ahead(body: str, sentence: Sentence, start: int, lexicon: TimeWords) -> bool:
    """Whether the words before an expression speak of what is coming: "will begin on Monday", not "said on Monday"."""
    before = WORD.findall(body, max(sentence.start, start - REACH * 8), start)[-REACH:]
    before = [word.lower() for word in before]
    while before and before[-1] in lexicon.small:
        before.pop()
    if not before:
        return False
    passive = len(before) > 1 and before[-2] in lexicon.be
    if not passive and (before[-1] in lexicon.saying or before[-1].endswith("ed")):
        return False
    return any(word in lexicon.future for word in before) or _tells_plan(before, lexicon.words["lists"])


def _tells_plan(before: list[str], lists: Mapping[str, list[str]]) -> bool:
    """Whether something is "expected to" or "is due to" be; "due to the shelling" is a cause."""
    return any(
        word in lists["future_to"]
        and after in lists["opens_plan"]
        and (word != "due" or earlier in lists["before_due"])
        for earlier, word, after in zip(["", *before], before, before[1:], strict=False)
    )


def _mention(page: Page, match: re.Match[str], stretch: Stretch) -> TimeMention:
    prec = precision(stretch.earliest, stretch.latest)
    anchor = page.anchor((match.start(), match.end()))
    return TimeMention(anchor, stretch.kind, stretch.value, stretch.earliest, stretch.latest, prec, stretch.moment)


def _with_days_of_clocks(
    page: Page, mentions: list[TimeMention], clocks: list[tuple[int, re.Match[str], TimeSetting]]
) -> list[TimeMention]:
    """The mentions of a sentence, each clock time on the day named nearest to it there."""
    days = [m for m in mentions if m.date_prec == 1 and m.kind is TimeKind.DATE] if clocks else []
    starts = [mention.anchor.start for mention in days]
    for index, match, setting in clocks:
        if days:
            at = bisect_left(starts, match.start())
            nearest = min(days[max(0, at - 1) : at + 1], key=lambda m: abs(m.anchor.start - match.start()))
            stretch = clock_time(match, setting, nearest.earliest)
            mentions[index] = _mention(page, match, stretch) if stretch else mentions[index]
    return mentions
