"""Tellings: accounts unfolded into what their likeness is judged by."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accordingto.reconcile.days import Days, days_of
from accordingto.reconcile.lexicons import load_lexicon
from accordingto.reconcile.names import NOWHERE, Name, capitalised_names, read_name
from accordingto.reconcile.parties import homes_of, parties_named
from accordingto.terms.events import Event
from accordingto.terms.figures import Bound, Figure, Harm
from accordingto.terms.incidents import Account
from accordingto.terms.places import Spot
from accordingto.terms.readings import Reading

REACH = 220  # how far the words around a trigger may lie from it: about the sentence it stands in
COUNTED = (Harm.KILLED, Harm.INJURED, Harm.CASUALTIES, Harm.ABDUCTED, Harm.EVACUATED)
WORD = re.compile(r"[a-z]{4,}")
STOP = re.compile(r"[.!?…][\"”’')]*\s|\n")

_COMMON = frozenset(load_lexicon("words")["common"])


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of one reading with its days, names, counts and the words around it; all that likeness asks for.

    `event` is without its actors, its time and what it is numbered by in the lists of the reading.
    """

    account: Account
    event: Event
    family: str
    days: Days | None
    place: Name
    around: frozenset[str]
    parties: frozenset[str]
    spot: Spot | None
    counts: frozenset[tuple[str, int]]
    words: frozenset[str]
    told_on: date | None
    actors: str
    doers: frozenset[str]


def unfold(readings: Iterable[Reading]) -> tuple[Telling, ...]:
    """A telling for every event of every reading, in order of report and event."""
    tellings = (telling for reading in readings for telling in unfold_one(reading))
    return tuple(sorted(tellings, key=lambda telling: telling.account))


def unfold_one(reading: Reading) -> tuple[Telling, ...]:
    """A telling for every event of one reading, in order of event: a function of the reading alone."""
    home = homes_of([reading])[reading.report.id]
    return tuple(_telling(reading, index, home) for index in range(len(reading.events)))


def family_of(event: Event) -> str:
    """The type under which the event is compared: a truce is an agreement, whichever way it was coded."""
    same: dict[str, str] = load_lexicon("modes")["same_type"]
    return same.get(f"{event.type} {event.mode}", event.type)


def surroundings(body: str, start: int, end: int) -> str:
    """The sentence in which a stretch stands, cut off at `REACH` on either side."""
    left, right = max(0, start - REACH), min(len(body), end + REACH)
    before = [stop.end() for stop in STOP.finditer(body, left, start)]
    after = STOP.search(body, end, right)
    return body[before[-1] if before else left : after.start() if after else right]


def _telling(reading: Reading, index: int, home: str | None) -> Telling:
    event, body = reading.events[index], reading.report.body
    actors = " and ".join(actor.exact for actor in event.actor)
    figures = tuple(figure for figure in reading.figures if figure.event == index)
    anchors = [event.trigger, event.place, *(figure.anchor for figure in figures)]
    sentences = {surroundings(body, anchor.start, anchor.end) for anchor in anchors if anchor}
    near = " \n".join(sorted(sentences | ({reading.report.title} if event.main else set())))
    return Telling(
        account=Account(reading.report.id, index),
        event=Event(
            event.type, event.mode, event.trigger, event.status, place=event.place, date=event.date, main=event.main
        ),
        family=family_of(event),
        days=days_of(event, reading.report),
        place=read_name(event.place.exact) if event.place else NOWHERE,
        around=capitalised_names(near),
        parties=frozenset(key for who in (*event.actor, *event.recipient) for key in read_name(who.exact).keys),
        spot=_spot(reading, event),
        counts=_counts(figures),
        words=frozenset(WORD.findall(near.lower())) - _COMMON,
        told_on=reading.report.day,
        actors=actors,
        doers=parties_named(actors, home),
    )


def _spot(reading: Reading, event: Event) -> Spot | None:
    if event.spot is None or event.spot >= len(reading.places):
        return None
    return reading.places[event.spot].spot


def _counts(figures: Iterable[Figure]) -> frozenset[tuple[str, int]]:
    told = (f for f in figures if f.harm in COUNTED and f.bound is not Bound.VAGUE)
    return frozenset((f.harm.value, number) for f in told for number in (f.low, f.high) if number)
