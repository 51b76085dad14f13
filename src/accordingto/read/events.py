"""Events: what a report says happened, is happening, is planned or is denied; one event however often it is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from accordingto.read.datings import pick_time, read_bulletin_date, read_date
from accordingto.read.doers import DoerNames
from accordingto.read.drafts import Draft, finest_of, gather_drafts
from accordingto.read.lexicons import load_lexicon
from accordingto.read.namings import Naming
from accordingto.read.participants import ParticipantWords
from accordingto.read.place_clues import ClueWords
from accordingto.read.place_odds import PlaceOdds
from accordingto.read.sentences import Page
from accordingto.read.standings import StandingWords
from accordingto.read.surroundings import Found, find_homes
from accordingto.read.tellings import Telling, TellingWords, find_tellings
from accordingto.read.triggers import TriggerWords
from accordingto.terms.attributions import Act, Attribution
from accordingto.terms.casts import Cast
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.figures import Figure
from accordingto.terms.places import Place
from accordingto.terms.times import TimeMention

HARMING = (EventType.ASSAULT, EventType.COERCE, EventType.RETREAT)  # a count of people tells of these
MOST_MAIN = 3  # told in front (CODEBOOK "main": one to three incidents); an assault with a count comes on top of them
MOST_ACTORS = 4  # wordings of who did it; of those from tellings further away a fourth is right as often as a third
ECHO = 0.8  # share of the headline's words that a line of the text repeats when it is the headline over again
BESIDE = 0.7  # share of the words of such a line that are the headline's
SHORTEST = 7  # different words in a sentence that can be a lead; shorter lines are datelines and credits
LEAD = 4  # sentences after the headline that can tell what the report is about, the first of them whatever they tell
FIRST = 2


@dataclass(frozen=True, slots=True)
class EventWords:
    """The lexicons that events are read by."""

    tellings: TellingWords

    @classmethod
    def load(cls, cast: Cast | None = None) -> "EventWords":
        """The lexicons that ship, and the names of those of this cast, or of the general one, who bear arms."""
        table: dict[str, Any] = load_lexicon("events")
        pointing, settings = (dict.fromkeys(table["around"][name], True) for name in ("pointing", "settings"))
        participants = ParticipantWords.of(table, DoerNames.of(cast))
        readers = TriggerWords.of(table), StandingWords.of(table["status"]), participants
        return cls(TellingWords(*readers, pointing, settings, ClueWords.of(table), PlaceOdds.load()))


@dataclass(frozen=True, slots=True)
class _Front:
    """Numbers of sentences: the headline with its echoes, the first of the lead, and the whole lead."""

    headline: frozenset[int]
    first: frozenset[int]
    lead: frozenset[int]


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
    front = _front(page)
    tellings = (t for t in find_tellings(page, found, lexicon.tellings) if not _goes_on(t))
    told = gather_drafts(tellings, front.headline, found, lexicon.tellings.triggers)
    drafts = [draft for draft in told if _is_coded(draft, front)]
    main = _main_numbers(drafts, front)
    families = lexicon.tellings.triggers.families
    events = (_event(page, draft, front, number in main, found, families) for number, draft in enumerate(drafts))
    homes = find_homes(page, found)
    placed = tuple(replace(event, place=None, spot=None) if event.spot in homes else event for event in events)
    number = {id(draft): number for number, draft in enumerate(drafts)}
    return placed, tuple(naming for draft in told for naming in _namings(draft, number.get(id(draft)), page))


def _namings(draft: Draft, number: int | None, page: Page) -> Iterator[Naming]:
    """The words that name an event, in all its tellings; "a besieged suburb" names no siege."""
    for telling in draft.tellings:
        words = page.sentences[telling.sentence].words
        for hit in () if telling.aside else telling.hits:
            yield Naming(words[hit.first].start, telling.type, number)


def _front(page: Page) -> _Front:
    """The sentences that say what the report is about; a lead that is printed twice counts once."""
    title = len(page.report.title)
    headline = {word.lower for s in page.sentences if s.end <= title for word in s.words}
    heads: set[int] = set()
    leads: dict[frozenset[str], int] = {}
    for number, sentence in enumerate(page.sentences):
        words = frozenset(word.lower for word in sentence.words)
        if sentence.end <= title or _is_echo(words, headline) or words in leads:
            heads.add(number)
        elif len(words) >= SHORTEST:
            leads[words] = number
        if len(leads) >= LEAD:
            break
    numbers = tuple(leads.values())
    return _Front(frozenset(heads), frozenset(numbers[:FIRST]), frozenset(numbers))


def _is_echo(words: frozenset[str], headline: set[str]) -> bool:
    """Whether a line is the headline over again, a day, a credit or a link beside it counting for nothing."""
    same = len(words & headline)
    return same >= ECHO * len(headline) and same >= BESIDE * len(words)


def _goes_on(telling: Telling) -> bool:
    """Whether it is an operation that is not said to have ended: such words ("military operation") name no incident."""
    return telling.best.kind.keep == "ended" and telling.status is not Status.DENIED


def _is_coded(draft: Draft, front: _Front) -> bool:
    """Whether the codebook wants it: with a count of people, in front, or of a kind that is kept by itself."""
    keep = {hit.kind.keep for telling in draft.tellings for hit in telling.hits}
    told = {telling.sentence for telling in draft.tellings if not telling.aside}
    if draft.status is Status.HYPOTHETICAL:
        return False
    if draft.background:
        return draft.counted
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
    return _is_assault(draft) and best.firm and draft.status is Status.ONGOING


def _main_numbers(drafts: Sequence[Draft], front: _Front) -> frozenset[int]:
    """Which drafts the report is about: those in front; without an assault there, also the first with a count."""
    own = [number for number, draft in enumerate(drafts) if not draft.background]
    main = [number for number in own if _is_main(drafts[number], front)][:MOST_MAIN]
    if not any(_is_assault(drafts[number]) for number in main):
        main += [number for number in own if _is_assault(drafts[number]) and drafts[number].fresh][:1]
    return frozenset(main or own[:1])


def _is_assault(draft: Draft) -> bool:
    return draft.tellings[0].type is EventType.ASSAULT


def _is_main(draft: Draft, front: _Front) -> bool:
    """Whether the headline tells of it, or the lead does of an assault."""
    told = {telling.sentence for telling in draft.tellings if not telling.aside}
    if draft.status is Status.HYPOTHETICAL:
        return False
    if told & front.headline or not _is_assault(draft):
        return bool(told & front.headline) or _sits_in_front(draft, front)
    return bool(told & front.first) or (draft.fresh and bool(told & front.lead))


def _sits_in_front(draft: Draft, front: _Front) -> bool:
    """ "The council is meeting", in the first sentences: a meeting that sits as it is reported is what it is about."""
    sitting = (t for t in draft.tellings if t.type is EventType.CONSULT and t.best.kind.state == Status.ONGOING)
    return any(telling.sentence in front.first for telling in sitting)


def _event(
    page: Page,
    draft: Draft,
    front: _Front,
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


def _best_telling(draft: Draft, front: _Front) -> Telling:
    """The telling below the headline that counts people, then the one that names it best, then the first.

    A headline alone does not make it the outlet's voice.
    """
    below = [telling for telling in draft.tellings if telling.sentence not in front.headline]
    return min(below or draft.tellings, key=lambda t: (not t.counted, -t.best.kind.rank, not t.best.kind.firm))


def _actors(told: Telling, draft: Draft, front: _Front, found: Found, page: Page) -> tuple[tuple[int, int], ...]:
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


def _spot(told: Telling, draft: Draft, front: _Front, found: Found, main: bool) -> int | None:
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
