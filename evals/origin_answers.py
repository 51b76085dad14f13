"""Answers: what a user is shown as the origin of each claim of the gold, and how many origins of each incident."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from accordingto.reconcile.accounts import compare_accounts, one_reading_each
from accordingto.reconcile.copies import find_copies
from accordingto.reconcile.origins import find_origins
from accordingto.reconcile.tolls import find_tolls
from accordingto.reconcile.voices import Voice, Voices
from accordingto.terms.claims import ClaimKind
from accordingto.terms.figures import Figure
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor
from accordingto.terms.tolls import TollRule
from evals.pairing import pair_items

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim of a gold incident, by the number it has in its report's annotation, and the voice it first came from.

    `words` name that voice in the report; None where it is the outlet itself, hidden, or named in another report.
    """

    incident: str
    report: str
    kind: ClaimKind
    index: int
    origin: str
    origin_kind: str
    words: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Case:
    """What reconciling says of some readings: whose words they are, and which incidents they tell of."""

    readings: Mapping[str, Reading]
    voices: Voices
    incidents: tuple[Incident, ...]

    @classmethod
    def of(cls, readings: Iterable[Reading], incidents: Iterable[Incident]) -> "Case":
        case = one_reading_each(tuple(readings))
        voices = Voices.of(case, find_copies(reading.report for reading in case))
        return cls({reading.report.name: reading for reading in case}, voices, tuple(incidents))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a user is shown as the origin of a claim: `key` is what claims of one origin share."""

    key: Hashable
    right: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """For every claim and every incident of the gold what one way of telling says. A claim not found has no answer."""

    claims: Mapping[Mark, Answer]
    counts: Mapping[str, int]


def load_marks(rows: Iterable[Json]) -> tuple[Mark, ...]:
    """Every claim of the rows of a file of marks."""
    return tuple(_mark(row["incident"], claim) for row in rows for claim in row["claims"])


def _mark(incident: str, claim: Json) -> Mark:
    words = tuple(claim["source"]) if claim["source"] else None
    kind = ClaimKind(claim["kind"])
    return Mark(incident, claim["report"], kind, claim["index"], claim["origin"], claim["kind_of_origin"], words)


def gold_case(readings: Sequence[Reading], incidents: Iterable[Json]) -> Case:
    """The annotators' readings and their incidents: only whose words they are is reconcile's."""
    ids = {reading.report.name: reading for reading in readings}
    return Case.of(readings, (_gold_incident(row, ids) for row in incidents))


def _gold_incident(row: Json, readings: Mapping[str, Reading]) -> Incident:
    accounts = sorted(Account(readings[name].report.id, event) for name, event in row["reports"].items())
    first = readings[next(iter(row["reports"]))].events[next(iter(row["reports"].values()))]
    place, day = row.get("place"), row.get("date")
    return Incident(row["incident"], first.type, row.get("mode"), day, place, tuple(accounts), (), main=True)


def own_case(readings: Sequence[Reading]) -> Case:
    """Readings and the incidents that reconcile makes of them."""
    return Case.of(readings, (found.incident for found in compare_accounts(readings).incidents))


def find_answers(marks: Sequence[Mark], gold: Mapping[str, Reading], case: Case, named: "Named") -> Answers:
    """What reconcile says of the case, of the claims that are found in it."""
    items = find_items(marks, gold, case.readings)
    kept = _numbers_kept(case)
    claims = {mark: _answer(mark, item, case, kept, named) for mark, item in items.items()}
    return Answers(claims, {name: _count(name, items, case) for name in dict.fromkeys(mark.incident for mark in marks)})


def find_items(marks: Iterable[Mark], gold: Mapping[str, Reading], readings: Mapping[str, Reading]) -> dict[Mark, int]:
    """For each claim that was found the number of its item in the reading."""
    pairs = {name: pair_items(reading, readings[name]) for name, reading in gold.items()}
    items = ((mark, pairs[mark.report].get((mark.kind, mark.index))) for mark in marks)
    return {mark: item for mark, item in items if item is not None}


Number = tuple[str, Hashable, Hashable, int | None, int | None]
"""A report, a harm, a kind of people, and both bounds."""


def _numbers_kept(case: Case) -> dict[Number, list[int]]:
    """The figures that the tolls list: a headline's number is listed once, as that of the source further down."""
    kept: defaultdict[Number, list[int]] = defaultdict(list)
    for incident in case.incidents:
        for toll in find_tolls(incident, case.voices):
            for entry in toll.entries if toll.rule is TollRule.ALL else ():
                figure = case.voices.readings[entry.report_id].figures[entry.figure]
                kept[_number(entry.report_id, figure)].append(entry.figure)
    return kept


def _number(report_id: str, figure: Figure) -> Number:
    return report_id, figure.harm, figure.who, figure.low, figure.high


def _answer(mark: Mark, item: int, case: Case, kept: Mapping[Number, list[int]], named: "Named") -> Answer:
    reading = case.readings[mark.report]
    if mark.kind is ClaimKind.FIGURE:
        listed = kept.get(_number(reading.report.id, reading.figures[item]), ())
        item = item if item in listed or not listed else min(listed)
    voice = case.voices.claim_voice(reading.report.id, mark.kind, item)
    return Answer(voice.key, named.is_right(mark, voice, reading))


def _count(name: str, items: Mapping[Mark, int], case: Case) -> int:
    """How many origins are shown of the incident that most accounts of the gold's are found in; 0 where none is."""
    told = {Account(case.readings[m.report].report.id, n) for m, n in items.items() if _is_event_of(m, name)}
    best = max(case.incidents, key=lambda incident: len(told & set(incident.accounts)), default=None)
    return len(find_origins(best, case.voices)) if best and told & set(best.accounts) else 0


def _is_event_of(mark: Mark, incident: str) -> bool:
    return mark.kind is ClaimKind.EVENT and mark.incident == incident


@dataclass(frozen=True, slots=True)
class Named:
    """By which words each origin goes in each report: those marked, and all that who is who holds for one voice."""

    words: Mapping[tuple[str, str], tuple[Anchor, ...]]

    @classmethod
    def of(cls, marks: Iterable[Mark], gold: Mapping[str, Reading], who_is_who: Iterable[Json]) -> "Named":
        voices = {row["id"]: row["voices"] for row in who_is_who}
        words: defaultdict[tuple[str, str], set[Anchor]] = defaultdict(set)
        for mark in marks:
            if mark.words:
                words[mark.report, mark.origin] |= _mentions(mark.words, gold[mark.report], voices.get(mark.report, ()))
        return cls({key: tuple(sorted(found)) for key, found in words.items()})

    def is_right(self, mark: Mark, voice: Voice, reading: Reading) -> bool:
        """Whether the words that name the voice are the gold's, or name nobody where the gold's name nobody.

        An agency is right under its name wherever that stands: its credit may be printed in a copy alone.
        """
        report = reading.report
        shown = voice.hops[0].anchor
        shown = shown if shown and shown.report_id == report.id else None
        if mark.words is None:
            return shown is None and voice.kind == mark.origin_kind
        if voice.kind == mark.origin_kind == "agency":
            return voice.name.casefold() in report.body[slice(*mark.words)].casefold()
        return shown is not None and any(shown.touches(words) for words in self.words[mark.report, mark.origin])


def _mentions(words: tuple[int, int], reading: Reading, voices: Iterable[Sequence[int]]) -> set[Anchor]:
    marked = Anchor.at(reading.report.id, reading.report.body, words)
    sources = [[said for n in voice if (said := reading.statements[n].source)] for voice in voices]
    return {marked}.union(*(voice for voice in sources if any(marked.touches(one) for one in voice)))


def each_outlet(marks: Iterable[Mark], readings: Mapping[str, Reading]) -> Answers:
    """The baseline that holds each outlet for the origin of all that it prints."""
    outlets = {mark: readings[mark.report].report.outlet for mark in marks}
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for mark, outlet in outlets.items():
        printed[mark.incident].add(outlet)
    claims = {mark: Answer(outlet, mark.origin_kind == "outlet") for mark, outlet in outlets.items()}
    return Answers(claims, {incident: len(names) for incident, names in printed.items()})
