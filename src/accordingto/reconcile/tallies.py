"""Tallies: the counts of one incident, gathered from its reports: whose, of whom, and at which stage of the telling."""

import re
from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from accordingto.reconcile.days import as_of
from accordingto.reconcile.remainders import find_remainders
from accordingto.reconcile.running import Mark, running_figures
from accordingto.reconcile.scenes import NOWHERE, Scene, Scenes
from accordingto.reconcile.scopes import ROUNDED
from accordingto.reconcile.shares import whole_of
from accordingto.reconcile.stages import find_replaced, find_shares, number_of
from accordingto.reconcile.strays import find_strays
from accordingto.reconcile.tellings import surroundings
from accordingto.reconcile.voices import Voice, Voices
from accordingto.terms.claims import ClaimKind
from accordingto.terms.figures import EVERYBODY, Bound, Figure, Harm, Who
from accordingto.terms.findings import Side
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIRM = frozenset({Bound.EXACT, Bound.AT_LEAST})
LEAST = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
KINDS = frozenset({Who.CHILDREN, Who.WOMEN, Who.MEDICS, Who.AID_WORKERS, Who.JOURNALISTS})


@dataclass(frozen=True, slots=True)
class Count:
    """One figure, with who is behind it and the day it stood; `replaced` where its own report has a later one.

    `retold` where it leaves out the bound that its voice gives elsewhere: a headline's "43" for "at least 43". `rest`
    where it is of those left beside one kind of people: "nine children and 14 others".
    """

    figure: Figure
    reading: Reading
    voice: Voice
    scene: Scene = NOWHERE
    replaced: bool = False
    retold: bool = False
    rest: bool = False
    number: int = field(init=False, compare=False)  # the two that every pair of counts is compared by
    day: date = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", number_of(self.figure))
        object.__setattr__(self, "day", self.reading.report.day or date.min)

    @property
    def least(self) -> bool:
        """Whether it is a lower bound."""
        return self.retold or self.figure.bound in LEAST

    @property
    def as_of(self) -> date | datetime | None:
        return as_of(self.reading.report)

    @property
    def struck(self) -> date | None:
        """The one day that its report gives, in words, for what it counts."""
        number, events = self.figure.event, self.reading.events
        event = events[number] if number is not None and number < len(events) else None
        told = event.date if event and event.time and event.date and DAY.fullmatch(event.date) else None
        return date.fromisoformat(told) if told else None

    @property
    def is_vague(self) -> bool:
        return self.figure.bound is Bound.VAGUE

    @property
    def mark(self) -> tuple[str, Anchor]:
        """What tells it from every other count."""
        return self.reading.report.id, self.figure.anchor

    @property
    def side(self) -> Side:
        return Side(self.reading.report.id, self.figure.anchor, self.voice.chain, self.as_of)


def headline_counts(incident: Incident, voices: Voices, scenes: Scenes) -> list[Count]:
    """Of each report the largest whole figure of each voice; the outlet's own only where it quotes nobody on it."""
    kept: list[Count] = []
    told: list[Count] = []
    running = running_figures(incident, voices)
    for report_id in incident.report_ids:
        events = {account.event for account in incident.accounts if account.report_id == report_id}
        counts = _staged(list(counts_of(voices.readings[report_id], events, voices, scenes, running)))
        told += counts
        kept += [count for count in counts if count.replaced]
        best = {
            (*kind_of(count.figure), count.voice.key): count
            for count in sorted(counts, key=_weight)
            if not count.replaced
        }
        sourced = {
            kind_of(count.figure) for count in best.values() if count.voice.kind == "source" and not count.is_vague
        }
        kept += [
            count for count in best.values() if count.voice.kind == "source" or kind_of(count.figure) not in sourced
        ]
    shares = _known_shares(incident, voices)
    whole = _bounded([count for count in kept if (kind_of(count.figure), count.number) not in shares], told)
    return sorted(whole, key=lambda count: (count.day, count.number, count.reading.report.id, count.figure.anchor))


def _bounded(kept: Sequence[Count], told: Iterable[Count]) -> list[Count]:
    """Those kept, each knowing whether it leaves out a bound, as a headline does, or a page that retells it."""
    bounds = [one for one in told if one.figure.bound in LEAST]
    anywhere = {_words(one) for one in bounds}
    beside = {(one.reading.report.id, _words(one)) for one in bounds}
    return [replace(one, retold=_leaves_out_its_bound(one, anywhere, beside)) for one in kept]


def _words(count: Count) -> tuple[Hashable, ...]:
    """What it says, but for the bound, and whose it is."""
    return count.voice.key, kind_of(count.figure), count.number


def _leaves_out_its_bound(one: Count, anywhere: Container[Hashable], beside: Container[Hashable]) -> bool:
    retold = one.figure.statement is None and _words(one) in anywhere
    return retold or (one.reading.report.id, _words(one)) in beside


def _known_shares(incident: Incident, voices: Voices) -> frozenset[tuple[tuple[Harm, Who], int]]:
    """What one report tells as a share, "15 of them badly": another that tells it alone does not count the whole."""
    told = ((account, figure) for account in incident.accounts for figure in voices.readings[account.report_id].figures)
    shares = (f for account, f in told if f.event == account.event and f.part_of is not None and f.who not in KINDS)
    return frozenset((kind_of(figure), number_of(figure)) for figure in shares)


def _staged(counts: Sequence[Count]) -> list[Count]:
    """The counts of one report without the shares that make up another of them; each knows whether it is replaced."""
    firm = [count.figure for count in counts if not count.is_vague]
    told = counts[0].reading.figures if counts else ()
    shares, replaced = find_shares(firm, told), _replaced(counts)
    kept = [one for one in counts if one.figure not in shares and not _is_rounded_again(one, counts)]
    return [replace(one, replaced=one.figure in replaced) for one in kept]


def _is_rounded_again(one: Count, counts: Iterable[Count]) -> bool:
    """Whether the same voice gives the number itself too: "nearly 70" in the first line, "at least 68" below."""
    if one.figure.bound is not Bound.ABOUT:
        return False
    mine = (kind_of(one.figure), one.voice.key)
    firm = (o for o in counts if o.figure.bound in FIRM and (kind_of(o.figure), o.voice.key) == mine)
    return any(abs(one.number - other.number) <= ROUNDED * one.number for other in firm)


def with_stages(counts: Iterable[Count]) -> list[Count]:
    """The same counts, each knowing whether its own report tells it as an earlier one."""
    of_report: defaultdict[str, list[Count]] = defaultdict(list)
    for count in counts:
        of_report[count.reading.report.id].append(count)
    told = [(count, _replaced(beside)) for beside in of_report.values() for count in beside]
    return [replace(count, replaced=count.figure in earlier) for count, earlier in told]


def _replaced(counts: Sequence[Count]) -> set[Figure]:
    alike: defaultdict[tuple[Harm, Who], list[Count]] = defaultdict(list)
    for count in counts:
        if not count.is_vague:
            alike[kind_of(count.figure)].append(count)
    found = (find_replaced([one.figure for one in same], same[0].reading.report.body) for same in alike.values())
    return {figure for figures in found for figure in figures}


def kind_of(figure: Figure) -> tuple[Harm, Who]:
    """The harm, and people in general or the one kind that is counted apart from them: fighters, medics, children."""
    return figure.harm, Who.PEOPLE if figure.who in EVERYBODY else figure.who


def _weight(count: Count) -> tuple[bool, bool, int, bool, int]:
    figure = count.figure
    # Of one number the telling that says whom: a headline's "31 dead" are the text's 31 civilians.
    told = figure.who is not Who.PEOPLE
    return not count.is_vague, figure.who in EVERYBODY, count.number, told, -figure.anchor.start


def _is_own_kind(figure: Figure, reading: Reading) -> bool:
    """Whether a share is counted as a kind of people of its own: the 24 children of the dead, of all the dead."""
    whole = whole_of(figure, reading)
    if whole is None or whole.part_of is not None or whole.who not in EVERYBODY:
        return False
    return figure.who in KINDS and (figure.harm, figure.event) == (whole.harm, whole.event)


def counts_of(
    reading: Reading,
    events: set[int] | None,
    voices: Voices,
    scenes: Scenes,
    running: Container[Mark] = (),
    harms: Container[Harm] = frozenset(Harm),
) -> Iterable[Count]:
    """The whole figures of a report with a number, of these events or of all; running totals and echoes left out."""
    strays = find_strays(reading)
    for number, figure in enumerate(reading.figures):
        known = (figure.low, figure.high) != (None, None) and number not in strays
        known = known and (reading.report.id, number) not in running
        asked = known and figure.harm in harms and (events is None or figure.event in events)
        told = asked and (figure.part_of is None or (events is not None and _is_own_kind(figure, reading)))
        if told and not voices.is_echo(reading.report.id, number):
            hung = figure.event is not None and figure.event < len(reading.events)
            place = reading.events[figure.event].place if hung and figure.event is not None else None
            words = place.exact if place else surroundings(reading.report.body, figure.anchor.start, figure.anchor.end)
            voice = voices.claim_voice(reading.report.id, ClaimKind.FIGURE, number)
            rest = number in find_remainders(reading)
            yield Count(figure, reading, voice, scenes.scene(reading, words), rest=rest)
