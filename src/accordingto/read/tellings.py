"""Tellings: each time a sentence tells of an event, with all that this one sentence says of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.read.participants import Name, ParticipantWords, find_actor, find_names, find_recipient
from accordingto.read.sentences import Page, Sentence
from accordingto.read.standings import StandingWords, is_past, read_status
from accordingto.read.surroundings import Found, Surroundings, find_surroundings, innermost
from accordingto.read.triggers import NAMED, Hit, TriggerWords, find_groups, find_tools
from accordingto.terms.events import EventType, Status
from accordingto.terms.places import Place
from accordingto.terms.spans import Anchor
from accordingto.terms.times import TimeKind, TimeMention

SAYING = 14  # characters between a cue and a day that dates the saying: "said late on Sunday"
BACK = 3  # words before a trigger in which "the" or "this" points back to what was told before
UNRESOLVED = 4.5  # where_prec of a name no gazetteer knows: most are villages and streets, finer than a province


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling. `mode` is None while its sentence leaves it open; `place`, `time`, `statement` are indexes.

    `pointing`: told as known ("the attack"). `counted`: a count of people stands in the sentence. `past`: history.
    `among_armed`: a named doer harmed people who fight.
    """

    sentence: int
    hits: tuple[Hit, ...]
    trigger: tuple[int, int]
    mode: str | None
    status: Status
    pointing: bool
    counted: bool
    past: bool
    place: int | None
    time: int | None
    statement: int | None
    actor: tuple[int, int] | None
    recipient: tuple[int, int] | None
    among_armed: bool

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
        return self.best.kind.background


@dataclass(frozen=True, slots=True)
class TellingWords:
    """The lexicons that one telling is read by."""

    triggers: TriggerWords
    standings: StandingWords
    participants: ParticipantWords
    pointing: dict[str, bool]
    locative: dict[str, bool]


def find_tellings(page: Page, found: Found, lexicon: TellingWords) -> Iterator[Telling]:
    """Every telling of an event, in reading order."""
    around = find_surroundings(page, found)
    for number, sentence in enumerate(page.sentences):
        groups = find_groups(sentence, lexicon.triggers)
        if not groups:
            continue
        names = find_names(sentence, (hit for group in groups for hit in group), lexicon.participants)
        for group in groups:
            yield _telling(number, sentence, group, groups, names, around[number], found, lexicon)


def _telling(
    number: int,
    sentence: Sentence,
    group: tuple[Hit, ...],
    groups: Sequence[tuple[Hit, ...]],
    names: Sequence[Name],
    around: Surroundings,
    found: Found,
    lexicon: TellingWords,
) -> Telling:
    best = group[0]
    words = sentence.words
    trigger = words[best.first].start, words[best.last - 1].end
    actor = find_actor(sentence, group, names, lexicon.participants)
    done_to = find_recipient(sentence, group, lexicon.participants)
    own = [index for index in around.figures if _nearest_group(found.figures[index].anchor, sentence, groups) is group]
    return Telling(
        number,
        group,
        trigger,
        _mode(sentence, group, lexicon.triggers),
        read_status(sentence, best, lexicon.standings),
        any(word.lower in lexicon.pointing for word in words[max(0, best.first - BACK) : best.first]),
        bool(own),
        is_past(sentence, lexicon.standings),
        _place(trigger, sentence, around.places, found.places, lexicon),
        _time(trigger, around, found),
        innermost(trigger[0], around, found),
        (words[actor.first].start, words[actor.last - 1].end) if actor else None,
        (words[done_to].start, words[done_to].end) if done_to is not None else None,
        actor is not None and done_to is not None and words[done_to].lower in lexicon.participants.armed,
    )


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


def _place(
    trigger: tuple[int, int], sentence: Sentence, near: Sequence[int], places: Sequence[Place], lexicon: TellingWords
) -> int | None:
    """The finest place of the sentence; of equally fine ones the nearest, better after the trigger."""
    if not near:
        return None
    return min(near, key=lambda index: (fineness(places[index]), _distance(trigger, places[index].anchor)))


def fineness(place: Place) -> float:
    """UCDP's where_prec, with a step for names no gazetteer knows."""
    return place.where_prec if place.where_prec is not None else UNRESOLVED


def _distance(trigger: tuple[int, int], anchor: Anchor) -> int:
    return anchor.start - trigger[1] if anchor.start >= trigger[1] else 2 * (trigger[0] - anchor.end)


def _time(trigger: tuple[int, int], around: Surroundings, found: Found) -> int | None:
    """The nearest time of the sentence that can be told and does not date the saying of it."""
    fit = [index for index in around.times if _dates(found.times[index], around)]
    return min(fit, key=lambda index: _distance(trigger, found.times[index].anchor), default=None)


def _dates(time: TimeMention, around: Surroundings) -> bool:
    if time.kind is TimeKind.SET or (time.earliest is None and time.moment is None):
        return False
    return not any(0 <= time.anchor.start - cue.end <= SAYING for cue in around.cues)
