"""Assertions: passages that say how things stand: the fighting is over, goes on; only these leave; nobody is harmed.

Found by the words of `lexicons/assertions.toml` in what a report passes on as somebody's, and in its events.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from accordingto.reconcile.days import as_of
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.scenes import Scene, Scenes
from accordingto.reconcile.tellings import surroundings
from accordingto.reconcile.voices import Voices
from accordingto.terms.attributions import Act
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.figures import Figure, Harm, Who
from accordingto.terms.findings import Side
from accordingto.terms.readings import Reading
from accordingto.terms.sentences import find_sentences
from accordingto.terms.spans import Anchor

BESIDE = 30  # characters quoted on either side of the words that decide
SPAN = 60  # characters between the fighting and its being over: the two stand in one clause
WISHES = frozenset({Act.DEMAND, Act.ANNOUNCE, Act.WARN})  # "the attacks must stop" does not say that they have


class Stand(StrEnum):
    """What is asserted."""

    OVER = "over"
    GOES_ON = "goes on"
    ONLY = "only these leave"
    LEAVING = "these leave"
    UNHARMED = "nobody is harmed"
    HARMED = "people are harmed"


@dataclass(frozen=True, slots=True)
class Heard:
    """Whose assertion it is: the key that the voice is counted under, and what it is called in a sentence."""

    key: str
    called: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """One stand, whose it is, where it plays, and which kinds of people it is about."""

    stand: Stand
    voice: Heard
    side: Side
    scene: Scene
    people: frozenset[str]
    words: str


_W = load_lexicon("assertions")
_PEOPLE = {group: re.compile(rf"\b(?:{any_of(names)})\b") for group, names in _W["people"].items()}
_ALL_PEOPLE = any_of(name for names in _W["people"].values() for name in names)
_NOUN, _OVER, _NOT_OVER = (any_of(_W["fighting"][key]) for key in ("nouns", "over", "not_over"))
_ENDED = re.compile(rf"\b(?:{_NOUN})\b(?P<between>[^.!?;]{{0,{SPAN}}}?)\b(?:{_OVER})\b(?!\s+(?:{_ALL_PEOPLE})\b)")
_UNENDED = re.compile(rf"(?<!\w)(?:{_NOT_OVER})\b|n['’]t\b")
_GOING = re.compile(
    rf"\b(?:{_NOUN})\b[^.!?;]{{0,{SPAN}}}?\b(?:{any_of(_W['fighting']['ongoing'])})\b"
    rf"|\b(?:{any_of(_W['fighting']['ongoing'])})\s+(?:\w+\s+)?(?:{_NOUN})\b|\b(?:{any_of(_W['fighting']['under'])})\b"
)
_ONLY = re.compile(
    rf"(?<!not )\b(?:{any_of(_W['exclusive']['cues'])})\s+"
    rf"(?:[\w'-]+\s+){{0,{_W['exclusive']['reach']}}}?(?P<who>{_ALL_PEOPLE})\b"
)
_MOTION = re.compile(rf"\b(?:{any_of(_W['motion']['verbs'])})\b")
_UNHARMED = re.compile(
    rf"\b(?:{any_of(_W['unharmed']['negations'])})\s+(?:[\w'’-]+\s+){{0,{_W['unharmed']['before']}}}?(?:{any_of(_W['unharmed']['verbs'])})\s+"
    rf"(?:[\w'’-]+\s+){{0,{_W['unharmed']['after']}}}?(?P<who>{_ALL_PEOPLE})\b"
)
CIVIL = (Who.CIVILIANS, Who.CHILDREN, Who.WOMEN, Who.MEN, Who.ELDERLY)
_WHO = {
    **dict.fromkeys(CIVIL, "civilians"),
    **dict.fromkeys((Who.FIGHTERS, Who.SOLDIERS), "fighters"),
    Who.AID_WORKERS: "aid-workers",
    Who.PRISONERS: "prisoners",
}


def find_assertions(reading: Reading, voices: Voices, scenes: Scenes) -> tuple[Assertion, ...]:
    """Every stand taken in one report, in reading order."""
    found = [
        *_from_statements(reading, voices, scenes),
        *_from_own_words(reading, voices, scenes),
        *_from_events(reading, voices, scenes),
        *_from_figures(reading, voices, scenes),
    ]
    once = {(a.stand, a.side.anchor, a.voice.key): a for a in found}
    return tuple(sorted(once.values(), key=lambda a: (a.side.anchor.start, a.stand, a.voice.key)))


def people_named(words: str) -> frozenset[str]:
    """Which kinds of people some words name."""
    return frozenset(group for group, pattern in _PEOPLE.items() if pattern.search(words.lower()))


def _from_statements(reading: Reading, voices: Voices, scenes: Scenes) -> Iterator[Assertion]:
    for number, said in enumerate(reading.statements):
        words = said.content.exact
        for stand, people, at in _stands(words.lower(), wish=said.act in WISHES):
            told = _quoted(words, at.start(), at.end())
            yield _assertion(stand, reading, said.content, number, voices, scenes, people, words=told)


def _quoted(words: str, start: int, end: int) -> str:
    """The deciding words with a few before and after them, cut between words."""
    left = words.rfind(" ", 0, max(0, start - BESIDE)) + 1 if start > BESIDE else 0
    right = words.find(" ", end + BESIDE)
    before, after = "… " if left else "", " …" if right >= 0 else ""
    return f"{before}{words[left : right if right >= 0 else len(words)].strip()}{after}"


def _stands(words: str, *, wish: bool) -> Iterator[tuple[Stand, frozenset[str], re.Match[str]]]:
    ended = _ENDED.search(words)
    if ended and not wish and not _UNENDED.search(ended["between"]):
        yield Stand.OVER, frozenset(), ended
    elif not wish and (going := _GOING.search(words)):
        yield Stand.GOES_ON, frozenset(), going
    only, motion = _ONLY.search(words), _MOTION.search(words)
    if only and motion:
        # "only fighters and their families would leave": all that stand before the verb are the only ones.
        end = motion.start() if motion.start() > only.end() else only.end()
        yield Stand.ONLY, people_named(words[only.start() : end]), only
    elif motion and people_named(words):
        yield Stand.LEAVING, people_named(words), motion
    if spared := _UNHARMED.search(words):
        yield Stand.UNHARMED, people_named(spared["who"]), spared


def _from_own_words(reading: Reading, voices: Voices, scenes: Scenes) -> Iterator[Assertion]:
    """Who leaves, as the outlet itself puts it; what it passes on as somebody's has been read already."""
    body, own = reading.report.body, list(reading.report.body)
    for span in (span for said in reading.statements for span in said.content.spans):
        own[span.start : span.end] = " " * len(span)
    said = "".join(own)
    for first, last in find_sentences(said):
        words = said[first:last]
        people = people_named(words) if _MOTION.search(words.lower()) else frozenset()
        if people:
            start = first + len(words) - len(words.lstrip())
            anchor = Anchor.at(reading.report.id, body, (start, start + len(words.strip())))
            yield _assertion(Stand.LEAVING, reading, anchor, None, voices, scenes, people)


def _from_events(reading: Reading, voices: Voices, scenes: Scenes) -> Iterator[Assertion]:
    for event in reading.events:
        if stand := _event_stand(event):
            leaving = stand is Stand.LEAVING
            who = " ".join(anchor.exact for anchor in (event.actor if leaving else event.recipient))
            anchor = event.actor[0] if leaving and event.actor else event.trigger
            yield _assertion(stand, reading, anchor, event.statement, voices, scenes, people_named(who), event)


def _event_stand(event: Event) -> Stand | None:
    if event.type is EventType.RETREAT and event.actor and event.status is not Status.DENIED:
        return Stand.LEAVING
    if event.type is EventType.ASSAULT and event.status is Status.ONGOING and not (event.date and "/" in event.date):
        return Stand.GOES_ON
    return None


def _from_figures(reading: Reading, voices: Voices, scenes: Scenes) -> Iterator[Assertion]:
    for figure in reading.figures:
        if figure.harm in (Harm.KILLED, Harm.INJURED) and figure.part_of is None and _WHO.get(figure.who):
            event = _event_of(reading, figure)
            people = frozenset({_WHO[figure.who], "families"} if figure.who in CIVIL else {_WHO[figure.who]})
            yield _assertion(Stand.HARMED, reading, figure.anchor, figure.statement, voices, scenes, people, event)


def _event_of(reading: Reading, figure: Figure) -> Event | None:
    known = figure.event is not None and figure.event < len(reading.events)
    return reading.events[figure.event] if known and figure.event is not None else None


def _assertion(
    stand: Stand,
    reading: Reading,
    anchor: Anchor,
    statement: int | None,
    voices: Voices,
    scenes: Scenes,
    people: frozenset[str],
    event: Event | None = None,
    *,
    words: str | None = None,
) -> Assertion:
    report = reading.report
    voice = voices.voice(report.id, statement)
    where = event.place.exact if event and event.place else surroundings(report.body, anchor.start, anchor.end)
    side = Side(report.id, anchor, voice.chain, as_of(report))
    heard = Heard(voice.key, voice.called)
    return Assertion(stand, heard, side, scenes.scene(reading, where), people, words or anchor.exact)
