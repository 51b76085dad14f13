"""Agreement: how what the reports assert stands together, beyond the single incident."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from accordingto.reconcile.accusations import find_accusations
from accordingto.reconcile.assertions import Assertion, Stand, find_assertions
from accordingto.reconcile.authors import compare_authors, rival_voices
from accordingto.reconcile.causes import compare_causes
from accordingto.reconcile.counts import compare_counts, compare_states
from accordingto.reconcile.denials import compare_happenings
from accordingto.reconcile.hours import compare_hours
from accordingto.reconcile.lookalikes import compare_lookalikes
from accordingto.reconcile.scenes import SAME_TIME, Scenes
from accordingto.reconcile.sites import compare_sites
from accordingto.reconcile.voices import Voices
from accordingto.terms.findings import About, Agreement, AgreementKind
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading

DENIAL_DAYS = 3  # a promise that nobody is harmed is held against reports of these days, not of last month

_Blocks = dict[tuple[Stand, str, date | None], list[Assertion]]
"""Assertions by what they assert, a place and a day."""


def compare_incident(incident: Incident, voices: Voices, scenes: Scenes) -> tuple[Agreement, ...]:
    """What the accounts of one incident agree and disagree on."""
    rivals = rival_voices(incident, voices)
    return (
        *compare_counts(incident, voices, scenes, rivals),
        *compare_lookalikes(incident, voices, scenes, rivals),
        *compare_authors(incident, voices),
        *compare_happenings(incident, voices),
        *compare_causes(incident, voices),
        *compare_sites(incident, voices),
        *compare_hours(incident, voices),
    )


def compare_case(readings: Sequence[Reading], voices: Voices, scenes: Scenes) -> tuple[Agreement, ...]:
    """What stands against each other without being one incident's: states of affairs, promises, truthfulness."""
    blocks: defaultdict[tuple[Stand, str, date | None], list[Assertion]] = defaultdict(list)
    for reading in readings:
        for assertion in find_assertions(reading, voices, scenes):
            for place in assertion.scene.places:
                blocks[assertion.stand, place, assertion.scene.day].append(assertion)
    return (
        *_against(Stand.OVER, Stand.GOES_ON, blocks, _whatever, About.ONGOING),
        *_against(Stand.ONLY, Stand.LEAVING, blocks, _others_too, About.WHO),
        *_against(Stand.UNHARMED, Stand.HARMED, blocks, _same_people, About.HAPPENED, days=DENIAL_DAYS),
        *compare_states(readings, voices, scenes),
        *find_accusations(readings, voices),
    )


def _against(
    stand: Stand,
    counter: Stand,
    blocks: _Blocks,
    concerns: Callable[[Assertion, Assertion], bool],
    about: About,
    *,
    days: int = SAME_TIME,
) -> Iterable[Agreement]:
    """One contradiction for each report in which the stand is taken, with all that speaks against it."""
    taken: defaultdict[str, dict[Assertion, None]] = defaultdict(dict)
    counters: defaultdict[str, dict[Assertion, None]] = defaultdict(dict)
    for one, other in _meetings(stand, counter, blocks, days):
        if one.voice.key != other.voice.key and concerns(one, other):
            taken[one.side.report_id][one] = None
            counters[one.side.report_id][other] = None
    for report_id in sorted(taken):
        yield _contradiction(_ordered(taken[report_id]), _ordered(counters[report_id]), about)


def _meetings(stand: Stand, counter: Stand, blocks: _Blocks, days: int) -> Iterable[tuple[Assertion, Assertion]]:
    """Pairs that play in one place within so many days; an undated report is held against the undated only."""
    firm = [(place, day, ones) for (taken, place, day), ones in blocks.items() if taken is stand]
    for place, day, ones in firm:
        near = {day + timedelta(days=step) for step in range(-days, days + 1)} if day else {None}
        for other_day in near:
            others = blocks.get((counter, place, other_day), [])
            yield from ((one, other) for one in ones for other in others)


def _ordered(assertions: Iterable[Assertion]) -> list[Assertion]:
    """By day, then place in the report; one passage of a voice stands for its overlapping others."""
    ordered = sorted(assertions, key=lambda a: (str(a.side.as_of or ""), a.side.report_id, a.side.anchor))
    kept: list[Assertion] = []
    for one in ordered:
        if not any(other.side.anchor.touches(one.side.anchor) and other.voice.key == one.voice.key for other in kept):
            kept.append(one)
    return kept


def _contradiction(taken: Sequence[Assertion], counters: Sequence[Assertion], about: About) -> Agreement:
    one, other = taken[0], counters[0]
    why = _WHY[about].format(one.voice.called, _quote(one), other.voice.called, _quote(other))
    return Agreement(AgreementKind.CONTRADICTION, about, tuple(a.side for a in (*taken, *counters)), why)


def _quote(assertion: Assertion) -> str:
    words = assertion.words.split()
    return f"“{' '.join(words[:16])}{' …' if len(words) > 16 else ''}”"


def _whatever(one: Assertion, other: Assertion) -> bool:
    return True


def _others_too(one: Assertion, other: Assertion) -> bool:
    """Somebody leaves who is none of the only ones."""
    return bool(other.people - one.people)


def _same_people(one: Assertion, other: Assertion) -> bool:
    return bool(one.people & other.people)


_WHY = {
    About.ONGOING: "{0} said it is over: {1}; {2} said of the same place and day that it goes on: {3}",
    About.WHO: "{0} named the only ones concerned: {1}; {2} told of others too: {3}",
    About.HAPPENED: "{0} said that nobody is harmed: {1}; {2} counted people harmed in the same place: {3}",
}
