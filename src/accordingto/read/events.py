"""Events: what a report says happened, is happening, is planned or is denied; one event however often it is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from accordingto.read.datings import pick_time, read_bulletin_date, read_date
from accordingto.read.doers import DoerNames
from accordingto.read.drafts import Draft, finest_of, gather_drafts
from accordingto.read.fronts import Front, find_front
from accordingto.read.lexicons import load_lexicon
from accordingto.read.mains import find_mains, is_assault
from accordingto.read.namings import Naming
from accordingto.read.participants import ParticipantWords
from accordingto.read.place_clues import ClueWords
from accordingto.read.place_odds import PlaceOdds
from accordingto.read.sentences import Page
from accordingto.read.standings import StandingWords
from accordingto.read.surroundings import Found, find_homes
from accordingto.read.tellings import BACK, Telling, TellingWords, find_tellings
from accordingto.read.triggers import TriggerWords
from accordingto.terms.attributions import Act, Attribution
from accordingto.terms.casts import Cast
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.figures import Figure
from accordingto.terms.places import Place
from accordingto.terms.times import TimeMention

HARMING = (EventType.ASSAULT, EventType.COERCE, EventType.RETREAT)  # a count of people tells of these
MOST_ACTORS = 4  # wordings of who did it; of those from tellings further away a fourth is right as often as a third


@dataclass(frozen=True, slots=True)
class EventWords:
    """The lexicons that events are read by."""

    tellings: TellingWords
    others: frozenset[str]  # before a trigger: it names other events than the one at hand

    @classmethod
    def load(cls, cast: Cast | None = None) -> "EventWords":
        """The lexicons that ship, and the names of those of this cast, or of the general one, who bear arms."""
        table: dict[str, Any] = load_lexicon("events")
        pointing, settings = (dict.fromkeys(table["around"][name], True) for name in ("pointing", "settings"))
        participants = ParticipantWords.of(table, DoerNames.of(cast))
        readers = TriggerWords.of(table), StandingWords.of(table["status"]), participants
        tellings = TellingWords(*readers, pointing, settings, ClueWords.of(table), PlaceOdds.load())
        return cls(tellings, frozenset(table["around"]["others"]))


def read_events(
    page: Page,
    statements: Sequence[Attribution],
    figures: Sequence[Figure],
    places: Sequence[Place],
    times: Sequence[TimeMention],
    lexicon: EventWords,
) -> tuple[Event, ...]:
    """Every event the report tells of, once each, in order of first telling."""
    return tell_events(page, statements, figures, places, times, lexicon)[0]


def tell_events(
    page: Page,
    statements: Sequence[Attribution],
    figures: Sequence[Figure],
    places: Sequence[Place],
    times: Sequence[TimeMention],
    lexicon: EventWords,
) -> tuple[tuple[Event, ...], tuple[Naming, ...]]:
    """The same, and every word by which the report names one of them, or names what is not coded."""
    found = Found(statements, figures, places, times)
    front = find_front(page)
    tellings = (t for t in find_tellings(page, found, lexicon.tellings) if not _goes_on(t))
    told = gather_drafts(tellings, front.headline, found, lexicon.tellings.triggers)
    drafts = [draft for draft in told if _is_coded(draft, front)]
    main = find_mains(drafts, front, found, page)
    families = lexicon.tellings.triggers.families
    events = (_event(page, draft, front, number in main, found, families) for number, draft in enumerate(drafts))
    homes = find_homes(page, found)
    placed = tuple(replace(event, place=None, spot=None) if event.spot in homes else event for event in events)
    number = {id(draft): number for number, draft in enumerate(drafts)}
    return placed, tuple(naming for draft in told for naming in _namings(draft, number.get(id(draft)), page, lexicon))


def _namings(draft: Draft, number: int | None, page: Page, lexicon: EventWords) -> Iterator[Naming]:
    """The words that name an event, in all its tellings; "a besieged suburb" names no siege, "other attacks" not it."""
    for telling in draft.tellings:
        words = page.sentences[telling.sentence].words
        for hit in () if telling.aside else telling.hits:
            others = any(word.lower in lexicon.others for word in words[max(0, hit.first - BACK) : hit.first])
            yield Naming(words[hit.first].start, telling.type, None if others else number)


def _goes_on(telling: Telling) -> bool:
    """Whether it is an operation that is not said to have ended: such words ("military operation") name no incident."""
    return telling.best.kind.keep == "ended" and telling.status is not Status.DENIED


def _is_coded(draft: Draft, front: Front) -> bool:
    """Whether the codebook wants it: with a count of people, in front, or of a kind that is kept by itself."""
    keep = {hit.kind.keep for telling in draft.tellings for hit in telling.hits}
    told = {telling.sentence for telling in draft.tellings if not telling.aside}
    if draft.status is Status.HYPOTHETICAL:
        return False
    if draft.background:
        return draft.counted
    if keep == {"headline"}:
        return bool(told & front.headline)
    if "ended" in keep or (draft.counted and draft.tellings[0].type in HARMING):
        return True
    if keep == {"settled"} and draft.mode is None:
        return False
    if told & front.headline or (told & front.first and "harm" not in keep):
        return True
    return _is_kept(draft, keep)


def _is_kept(draft: Draft, keep: set[str]) -> bool:
    """Whether it is coded without a count: a veto, land taken of late by someone somewhere, an attack that goes on."""
    best = draft.tellings[0].best.kind
    if keep == {"always"} and best.type is not EventType.ASSAULT:
        return True
    if any(telling.past for telling in draft.tellings) or draft.status in (Status.PLANNED, Status.DENIED):
        return False
    if "fresh" in keep:
        return any(telling.place is not None and telling.actors for telling in draft.tellings)
    return is_assault(draft) and best.firm and draft.status is Status.ONGOING


def _event(
    page: Page,
    draft: Draft,
    front: Front,
    main: bool,
    found: Found,
    families: Mapping[str, str],
) -> Event:
    told = _best_telling(draft, front)
    spot = _spot(told, draft, front, found, main)
    time = pick_time(told, draft, found, page, main)
    status = _status(told, draft)
    dated = read_date(time, status, draft, found, page) if time is not None else None
    actors = _actors(told, draft, front, found, page)
    recipient = next((t.recipient for t in (told, *draft.tellings) if t.recipient), None)
    return Event(
        type=told.type,
        mode=draft.closest_mode(families),
        trigger=page.anchor(told.trigger),
        status=status,
        actor=tuple(page.anchor(actor) for actor in actors),
        recipient=(page.anchor(recipient),) if recipient else (),
        place=found.places[spot].anchor if spot is not None else None,
        time=found.times[time].anchor if time is not None else None,
        date=dated or read_bulletin_date(status, draft, found, page),
        main=main,
        statement=told.statement,
        spot=spot,
    )


def _best_telling(draft: Draft, front: Front) -> Telling:
    """The telling below the headline that counts people, then the one that names it best, then the first.

    A headline alone does not make it the outlet's voice.
    """
    below = [telling for telling in draft.tellings if telling.sentence not in front.headline]
    return min(below or draft.tellings, key=lambda t: (not t.counted, -t.best.kind.rank, not t.best.kind.firm))


def _actors(told: Telling, draft: Draft, front: Front, found: Found, page: Page) -> tuple[tuple[int, int], ...]:
    """Its doers as the telling that names it best words them, then as others do, those of the headline last.

    Whom only a denial names did it in nobody's telling, unless all the report has is the denial.
    """
    all_told = [telling for telling in draft.tellings if not _is_in_denial(telling, found)] or draft.tellings
    below = [telling for telling in all_told if telling.sentence not in front.headline]
    worded: dict[str, tuple[int, int]] = {}
    for telling in (*(one for one in all_told if one is told), *below, *all_told):
        for start, end in telling.actors:
            worded.setdefault(page.body[start:end].casefold(), (start, end))
    return tuple(worded.values())[:MOST_ACTORS]


def _is_in_denial(telling: Telling, found: Found) -> bool:
    return telling.statement is not None and found.statements[telling.statement].act is Act.DENY


def _status(told: Telling, draft: Draft) -> Status:
    """As it stands where it is named best; a war goes on, what others tell as done is not only feared or denied."""
    if draft.background:
        return Status.ONGOING
    return draft.status if told.status in (Status.HYPOTHETICAL, Status.DENIED) else told.status


def _spot(told: Telling, draft: Draft, front: Front, found: Found, main: bool) -> int | None:
    """The finest place told of what the report is about; of any other event that of the telling that names it best.

    The finest is the codebook's rule; its mention is that of the telling that names the event best, else one below the
    headline. What is told in passing has other attacks told with it, so a finer place is often theirs; and a sentence
    that names no place tells of where the report spoke of last (docs/decisions/0014).
    """
    if not main:
        return told.earlier if told.where is None else told.where
    below = [telling for telling in draft.tellings if telling.sentence not in front.headline]
    named = [telling.where for telling in (told, *below, *draft.tellings) if telling.where is not None]
    finest = finest_of(named, found.places)
    return next((at for at in named if finest is not None and _same_name(at, finest, found)), finest)


def _same_name(one: int, other: int, found: Found) -> bool:
    return found.places[one].name == found.places[other].name
