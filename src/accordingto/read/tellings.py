"""Tellings: each time a sentence tells of an event, with all that this one sentence says of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from accordingto.read.asides import AsideWords, is_aside
from accordingto.read.participants import Name, ParticipantWords, find_actors, find_names, find_recipient
from accordingto.read.place_clues import ClueWords, Grounds, find_clues, find_grounds
from accordingto.read.place_extents import fineness
from accordingto.read.place_odds import PlaceOdds
from accordingto.read.sentences import Page, Sentence
from accordingto.read.standings import StandingWords, is_past, read_status
from accordingto.read.surroundings import Found, Surroundings, find_surroundings, innermost
from accordingto.read.triggers import HARM, NAMED, Hit, TriggerWords, find_groups, find_tools
from accordingto.terms.attributions import Act, Attribution
from accordingto.terms.events import EventType, Status
from accordingto.terms.places import Place
from accordingto.terms.spans import Anchor
from accordingto.terms.times import TimeKind, TimeMention

YEAR = re.compile(r"\d{4}")
WAR_TOLL = 10_000  # no single incident of these reports kills so many: such a count is that of the whole war
NEXT = 1  # character between a day and the cue that it leads to
SAYING = 17  # characters between a cue and a day that dates the saying: "said late on Sunday"
DENYING = 6  # words after "denied" in which the deed stands: "denied that its jets had bombed"
SETTING = 4  # words before a trigger in which "despite" or "amid" makes it the setting of something else
VIOLENT = (EventType.ASSAULT, EventType.COERCE)
SPOKEN_OF = 8  # sentences back to the place that a report still speaks of: "a boy died in the raid" below "in Sarmin"
BACK = 3  # words before a trigger in which "the" or "this" points back to what was told before


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling. `mode` is None while its sentence leaves it open; `place`, `time`, `statement` are indexes.

    `disputed`: told by someone who denies it. `pointing`: told as known ("the attack"). `aside`: told as the setting of
    something else ("despite the truce"). `counted`: a count of people stands in the sentence. `past`: history.
    `among_armed`: a named doer harmed people who fight. `war_toll`: its count is that of a whole war.
    `place` is what tellings are gathered by, `where` the one of its sentence that it says the event took place at, and
    `earlier` the one that the sentences before spoke of last (all three are indexes).
    """

    sentence: int
    hits: tuple[Hit, ...]
    trigger: tuple[int, int]
    mode: str | None
    status: Status
    disputed: bool
    pointing: bool
    aside: bool
    counted: bool
    past: bool
    place: int | None
    where: int | None
    earlier: int | None
    time: int | None
    statement: int | None
    actors: tuple[tuple[int, int], ...]
    recipient: tuple[int, int] | None
    among_armed: bool
    war_toll: bool

    @property
    def best(self) -> Hit:
        """The trigger that names it best."""
        return self.hits[0]

    @property
    def type(self) -> EventType:
        return self.best.kind.type

    @property
    def background(self) -> bool:
        """Whether it is a whole war, the setting of other events."""
        return self.best.kind.background or (self.war_toll and self.best.kind.rank == HARM)


@dataclass(frozen=True, slots=True)
class TellingWords:
    """The lexicons that one telling is read by."""

    triggers: TriggerWords
    standings: StandingWords
    participants: ParticipantWords
    pointing: dict[str, bool]
    settings: dict[str, bool]
    clues: ClueWords
    odds: PlaceOdds


def find_tellings(page: Page, found: Found, lexicon: TellingWords) -> Iterator[Telling]:
    """Every telling of an event, in reading order."""
    around, grounds = find_surroundings(page, found), find_grounds(page.body, found)
    earlier: tuple[int, int | None] = (0, None)
    for number, sentence in enumerate(page.sentences):
        groups = find_groups(sentence, lexicon.triggers)
        hits = [hit for group in groups for hit in group]
        names = find_names(sentence, hits, lexicon.participants) if hits else ()
        spoken = earlier[1] if number - earlier[0] <= SPOKEN_OF else None
        tellings = [
            _telling(page, number, group, groups, names, around[number], spoken, grounds, lexicon) for group in groups
        ]
        yield from tellings
        if around[number].places:
            earlier = number, _spoken_of(tellings, around[number].places, found.places)


def _spoken_of(tellings: Sequence[Telling], named: Sequence[int], places: Sequence[Place]) -> int:
    """Where the sentence puts its last assault; where it tells of none its finest place, of equals the last."""
    struck = [telling.where for telling in tellings if telling.type is EventType.ASSAULT and telling.where is not None]
    return struck[-1] if struck else min(named, key=lambda index: (fineness(places[index])[0], -index))


def _telling(
    page: Page,
    number: int,
    group: tuple[Hit, ...],
    groups: Sequence[tuple[Hit, ...]],
    names: Sequence[Name],
    around: Surroundings,
    earlier: int | None,
    grounds: Grounds,
    lexicon: TellingWords,
) -> Telling:
    sentence, found = page.sentences[number], grounds.found
    best = group[0]
    words = sentence.words
    trigger = words[best.first].start, words[best.last - 1].end
    said = innermost(trigger[0], around, found)
    disputed = said is not None and _is_disputed(sentence, best, found.statements[said], lexicon.standings)
    status = Status.DENIED if disputed else read_status(sentence, best, lexicon.standings)
    actors = find_actors(sentence, group, names, lexicon.participants)
    done_to = find_recipient(sentence, group, actors, lexicon.participants)
    place = _place(trigger, _placing(sentence, around, found, lexicon.clues.asides), found.places, best.kind.background)
    weighed = best.kind.type is EventType.ASSAULT and not best.kind.background
    where = _where(trigger, around.places, sentence, grounds, lexicon) if weighed else place
    own = [index for index in around.figures if _nearest_group(found.figures[index].anchor, sentence, groups) is group]
    return Telling(
        number,
        group,
        trigger,
        _mode(sentence, group, lexicon.triggers),
        status,
        disputed,
        any(word.lower in lexicon.pointing for word in words[max(0, best.first - BACK) : best.first]),
        _is_aside(sentence, group, groups, lexicon),
        bool(own),
        is_past(sentence, lexicon.standings),
        place,
        where,
        earlier,
        _time(trigger, around, found, page.report.day, status),
        said,
        tuple((words[actor.first].start, words[actor.last - 1].end) for actor in actors),
        (words[done_to].start, words[done_to].end) if done_to is not None else None,
        bool(actors) and done_to is not None and words[done_to].lower in lexicon.participants.armed,
        any((found.figures[index].low or 0) >= WAR_TOLL for index in own),
    )


def _is_aside(
    sentence: Sentence, group: tuple[Hit, ...], groups: Sequence[tuple[Hit, ...]], lexicon: TellingWords
) -> bool:
    """ "despite the truce", "a besieged suburb"; an aid convoy or a meeting behind an assault is what it struck."""
    if all(hit.kind.keep == "counted" for hit in group):
        return True
    if group[0].kind.type in VIOLENT:
        return False
    first = min(hit.first for hit in group)
    struck = any(hit.first < first for other in groups for hit in other if hit.kind.type is EventType.ASSAULT)
    before = sentence.words[max(0, first - SETTING) : first]
    return struck or any(word.lower in lexicon.settings for word in before)


def _is_disputed(sentence: Sentence, hit: Hit, said: Attribution, lexicon: StandingWords) -> bool:
    """ "denied it had shelled the bakery"; not "denied a role in the shelling", nor what a denial tells in passing."""
    if said.act is not Act.DENY or said.content.start < sentence.start:
        return False
    before = sentence.words[max(0, hit.first - DENYING - 1) : hit.first]
    between = [word.lower for word in before if word.start >= said.content.start]
    return len(between) <= DENYING and not any(word in lexicon.roles for word in between)


def _nearest_group(anchor: Anchor, sentence: Sentence, groups: Sequence[tuple[Hit, ...]]) -> tuple[Hit, ...]:
    """The group with a trigger nearest to these words: a count belongs to the event told closest to it."""
    words = sentence.words
    return min(groups, key=lambda group: min(abs(words[hit.first].start - anchor.start) for hit in group))


def _mode(sentence: Sentence, group: tuple[Hit, ...], lexicon: TriggerWords) -> str | None:
    """The first firm name's mode, else that of the nearest tool, else that of a hint that names; else open."""
    best = group[0].kind
    if best.firm:
        return best.mode
    tools = [(abs(at - hit.first), mode) for at, mode in find_tools(sentence, lexicon) for hit in group]
    if tools:
        return min(tools)[1]
    return best.mode if best.rank == NAMED else None


def _placing(sentence: Sentence, around: Surroundings, found: Found, lexicon: AsideWords) -> Sequence[int]:
    """The places of the sentence where something may have happened; all of them where there are none but asides."""
    free = [index for index in around.places if not is_aside(found.places[index], sentence, lexicon)]
    return free or around.places


def _place(trigger: tuple[int, int], near: Sequence[int], places: Sequence[Place], wide: bool) -> int | None:
    """The finest place of the sentence (the widest for a war); of equally fine ones the nearest, better after it."""
    sign = -1 if wide else 1
    order = ((sign * fineness(places[i])[0], _distance(trigger, places[i].anchor), i) for i in near)
    return min(order, default=(0, 0, None))[2]


def _where(
    trigger: tuple[int, int], named: Sequence[int], sentence: Sentence, grounds: Grounds, lexicon: TellingWords
) -> int | None:
    """The place of the sentence that the clues around it speak for most."""
    if len(named) < 2:
        return next(iter(named), None)
    return named[lexicon.odds.likeliest(find_clues(trigger, named, sentence, grounds, lexicon.clues))]


def _distance(trigger: tuple[int, int], anchor: Anchor) -> int:
    return anchor.start - trigger[1] if anchor.start >= trigger[1] else 2 * (trigger[0] - anchor.end)


def _time(trigger: tuple[int, int], around: Surroundings, found: Found, day: date | None, status: Status) -> int | None:
    """The time of the sentence that dates the event: a day sooner than a month, then the nearest one."""
    fit = [index for index in around.times if _dates(found.times[index], around, found, day)]
    if status is Status.OCCURRED and day:
        fit = [index for index in fit if (found.times[index].earliest or day) <= day]
    return min(
        fit, key=lambda i: (found.times[i].date_prec != 1, _distance(trigger, found.times[i].anchor)), default=None
    )


def _dates(time: TimeMention, around: Surroundings, found: Found, day: date | None) -> bool:
    if time.kind is TimeKind.SET or (time.earliest is None and time.moment is None):
        return False
    return not dates_saying(time, around, found) and not is_dateline(time, day)


def is_dateline(time: TimeMention, day: date | None) -> bool:
    """Whether it dates the report: nobody who tells of today writes out its year."""
    return time.earliest == time.latest == day and YEAR.search(time.anchor.exact) is not None


def dates_saying(time: TimeMention, around: Surroundings, found: Found) -> bool:
    """Whether the time stands on the verb of saying: "said late on Sunday", "the council on Sunday said"."""
    behind = any(0 <= time.anchor.start - cue.end <= SAYING for cue in around.cues)
    return behind or any(_leads_to_saying(time, found.statements[index]) for index in around.statements)


def _leads_to_saying(time: TimeMention, said: Attribution) -> bool:
    """Whether it stands between who says it and the verb; "a blast on Sunday said the council" dates the blast."""
    if not said.cue or not said.source or said.content.start < said.cue.end:
        return False
    return said.source.end <= time.anchor.start and 0 <= said.cue.start - time.anchor.end <= NEXT
