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
LEAD = 2  # sentences after the headline that say what the report is about
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
    headline, lead = _front(page)
    tellings = find_tellings(page, found, lexicon.tellings)
    drafts = [d for d in gather_drafts(tellings, found, lexicon.tellings.triggers) if _is_coded(d, headline, lead)]
    main = [draft for draft in drafts if _is_main(draft, headline, lead)][:MOST_MAIN]
    return tuple(_event(page, draft, any(draft is one for one in main), found) for draft in drafts)


def _front(page: Page) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the sentences that say what the report is about: the headline with its echoes, and the lead."""
    title = len(page.report.title)
    headline = {word.lower for s in page.sentences if s.end <= title for word in s.words}
    heads: set[int] = set()
    lead: set[int] = set()
    for number, sentence in enumerate(page.sentences):
        words = {word.lower for word in sentence.words}
        if sentence.end <= title or len(words & headline) >= ECHO * len(headline | words):
            heads.add(number)
        elif len(words) >= SHORTEST:
            lead.add(number)
        if len(lead) >= LEAD:
            break
    return frozenset(heads), frozenset(lead)


def _is_coded(draft: Draft, headline: frozenset[int], lead: frozenset[int]) -> bool:
    """Whether the codebook wants it: in front, or of a kind that is kept, or with a count of people."""
    keep = {hit.kind.keep for telling in draft.tellings for hit in telling.hits}
    statuses = {telling.status for telling in draft.tellings}
    counted = any(telling.counted for telling in draft.tellings)
    if "ended" in keep:
        return Status.DENIED in statuses
    if statuses <= {Status.HYPOTHETICAL}:
        return False
    if counted or any(telling.sentence in headline for telling in draft.tellings):
        return counted or not draft.tellings[0].background
    in_lead = any(telling.sentence in lead for telling in draft.tellings)
    return in_lead and not keep & {"harm"}


def _is_main(draft: Draft, headline: frozenset[int], lead: frozenset[int]) -> bool:
    """Whether the headline tells of it, or the lead does of an assault; a whole war is no incident."""
    told = {telling.sentence for telling in draft.tellings}
    if draft.tellings[0].background or all(t.status is Status.HYPOTHETICAL for t in draft.tellings):
        return False
    return bool(told & headline) or (draft.tellings[0].type is EventType.ASSAULT and bool(told & lead))


def _event(page: Page, draft: Draft, main: bool, found: Found) -> Event:
    told = _best_telling(page, draft)
    spot = draft.place(found.places)
    time = next((t.time for t in (told, *draft.tellings) if t.time is not None), None)
    actor = next((t.actor for t in (told, *draft.tellings) if t.actor), None)
    recipient = next((t.recipient for t in (told, *draft.tellings) if t.recipient), None)
    return Event(
        type=told.type,
        mode=draft.mode or draft.fallback,
        trigger=page.anchor(told.trigger),
        status=told.status,
        actor=(page.anchor(actor),) if actor else (),
        recipient=(page.anchor(recipient),) if recipient else (),
        place=found.places[spot].anchor if spot is not None else None,
        time=found.times[time].anchor if time is not None else None,
        date=_date(found.times[time], told.status, page) if time is not None else None,
        main=main,
        statement=told.statement,
        spot=spot,
    )


def _best_telling(page: Page, draft: Draft) -> Telling:
    """The first telling below the headline that names it best: a headline alone gives it to no voice."""
    below = [t for t in draft.tellings if page.sentences[t.sentence].end > len(page.report.title)]
    return min(below or draft.tellings, key=lambda t: (-t.best.kind.rank, not t.best.kind.firm))


def _date(time: TimeMention, status: Status, page: Page) -> str | None:
    """The codebook's date: as told ("2014-10"), a day, or first/last day; what is planned for an hour is to come."""
    if status is Status.PLANNED and (day := next_day(time, page.report.day)):
        return day.isoformat()
    if time.value and ISO.fullmatch(time.value):
        return time.value
    return time.date
