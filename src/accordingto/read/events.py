"""Events: what a report says happened, is happening, is planned or is denied; one event however often it is told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from accordingto.read.drafts import Draft, gather_drafts
from accordingto.read.dues import next_day
from accordingto.read.lexicons import load_lexicon
from accordingto.read.participants import ParticipantWords
from accordingto.read.sentences import Page
from accordingto.read.standings import StandingWords
from accordingto.read.surroundings import Found
from accordingto.read.tellings import Telling, TellingWords, find_tellings
from accordingto.read.triggers import TriggerWords
from accordingto.terms.attributions import Attribution
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.figures import Figure
from accordingto.terms.places import Place
from accordingto.terms.times import TimeMention

MOST_MAIN = 3  # a report is about one to three incidents (CODEBOOK "main")
ECHO = 0.8  # share of the headline's words that a line of the text repeats when it is the headline over again
SHORTEST = 7  # different words in a sentence that can be a lead; shorter lines are datelines and credits
LEAD = 4  # sentences after the headline that can tell what the report is about, the first of them whatever they tell
FIRST = 2
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
REACH = 24  # characters from "since" to its time: "since the conflict began in 2011" is told as background
ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class EventWords:
    """The lexicons that events are read by."""

    tellings: TellingWords

    @classmethod
    def load(cls) -> "EventWords":
        table: dict[str, Any] = load_lexicon("events")
        around = (dict.fromkeys(table["around"][name], True) for name in ("pointing", "locative"))
        readers = TriggerWords.of(table), StandingWords.of(table["status"]), ParticipantWords.of(table)
        return cls(TellingWords(*readers, *around))


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
    found = Found(statements, figures, places, times)
    front = _front(page)
    tellings = (t for t in find_tellings(page, found, lexicon.tellings) if not _goes_on(t))
    drafts = [
        d for d in gather_drafts(tellings, front.headline, found, lexicon.tellings.triggers) if _is_coded(d, front)
    ]
    main = [draft for draft in drafts if _is_main(draft, front)][:MOST_MAIN]
    return tuple(_event(page, draft, front, any(draft is one for one in main), found) for draft in drafts)


def _front(page: Page) -> _Front:
    """The sentences that say what the report is about; a lead that is printed twice counts once."""
    title = len(page.report.title)
    headline = {word.lower for s in page.sentences if s.end <= title for word in s.words}
    heads: set[int] = set()
    leads: dict[frozenset[str], int] = {}
    for number, sentence in enumerate(page.sentences):
        words = frozenset(word.lower for word in sentence.words)
        if sentence.end <= title or len(words & headline) >= ECHO * len(headline | words) or words in leads:
            heads.add(number)
        elif len(words) >= SHORTEST:
            leads[words] = number
        if len(leads) >= LEAD:
            break
    numbers = tuple(leads.values())
    return _Front(frozenset(heads), frozenset(numbers[:FIRST]), frozenset(numbers))


def _goes_on(telling: Telling) -> bool:
    """Whether it is an operation that is not said to have ended: such words ("military operation") name no incident."""
    return telling.best.kind.keep == "ended" and telling.status is not Status.DENIED


def _is_coded(draft: Draft, front: _Front) -> bool:
    """Whether the codebook wants it: in front, or of a kind that is kept, or with a count of people."""
    keep = {hit.kind.keep for telling in draft.tellings for hit in telling.hits}
    told = {telling.sentence for telling in draft.tellings}
    statuses = {telling.status for telling in draft.tellings}
    if "ended" in keep:
        return True
    if draft.counted:
        return statuses != {Status.HYPOTHETICAL}
    if draft.background or statuses == {Status.HYPOTHETICAL}:
        return False
    return bool(told & front.headline) or bool(told & front.first and "harm" not in keep)


def _is_main(draft: Draft, front: _Front) -> bool:
    """Whether the headline tells of it, or the lead does of an assault; a whole war is no incident."""
    told = {telling.sentence for telling in draft.tellings}
    if draft.background or all(telling.status is Status.HYPOTHETICAL for telling in draft.tellings):
        return False
    if told & front.headline:
        return True
    if draft.tellings[0].type is not EventType.ASSAULT:
        return False
    fresh = draft.counted and not any(telling.past for telling in draft.tellings)
    return bool(told & front.first) or (fresh and bool(told & front.lead))


def _event(page: Page, draft: Draft, front: _Front, main: bool, found: Found) -> Event:
    told = _best_telling(draft, front)
    spot = _spot(told, draft, found)
    time = _time(told, draft, found)
    actors: tuple[tuple[int, int], ...] = next((t.actors for t in (told, *draft.tellings) if t.actors), ())
    recipient = next((t.recipient for t in (told, *draft.tellings) if t.recipient), None)
    return Event(
        type=told.type,
        mode=draft.mode or draft.fallback,
        trigger=page.anchor(told.trigger),
        status=Status.ONGOING if draft.background else told.status,
        actor=tuple(page.anchor(actor) for actor in actors),
        recipient=(page.anchor(recipient),) if recipient else (),
        place=found.places[spot].anchor if spot is not None else None,
        time=found.times[time].anchor if time is not None else None,
        date=_date(found.times[time], told.status, draft, page) if time is not None else None,
        main=main,
        statement=told.statement,
        spot=spot,
    )


def _best_telling(draft: Draft, front: _Front) -> Telling:
    """The first telling below the headline that names it best: a headline alone gives it to no voice."""
    below = [telling for telling in draft.tellings if telling.sentence not in front.headline]
    return min(below or draft.tellings, key=lambda t: (-t.best.kind.rank, not t.best.kind.firm))


def _spot(told: Telling, draft: Draft, found: Found) -> int | None:
    """The finest of its places; where the telling that names it best says the same name, that mention of it."""
    spot = draft.place(found.places)
    same = spot is not None and told.place is not None and found.places[told.place].name == found.places[spot].name
    return told.place if same else spot


def _time(told: Telling, draft: Draft, found: Found) -> int | None:
    """The time that dates it: of the telling that names it best, else a day of another, else any other."""
    others = [telling.time for telling in draft.tellings if telling.time is not None]
    days = [index for index in others if found.times[index].date_prec == 1]
    return next((index for index in (told.time, *days, *others) if index is not None), None)


def _date(time: TimeMention, status: Status, draft: Draft, page: Page) -> str | None:
    """The codebook's date: as told ("2014-10"), a day, or first/last day; what is planned for an hour is to come."""
    if status is Status.PLANNED and (day := next_day(time, page.report.day)):
        return day.isoformat()
    day = page.report.day
    told = time.value if time.value and ISO.fullmatch(time.value) else time.date
    if told and day and "/" not in told and (draft.background or _since(time, page)):
        return f"{told}/{day.isoformat()}"
    return told


def _since(time: TimeMention, page: Page) -> bool:
    """Whether the time is a beginning: "since March 2011"."""
    return SINCE.search(page.body, max(0, time.anchor.start - REACH), time.anchor.end) is not None
