"""Retellings: what a report says in its own voice that a source of the same report tells.

A headline leaves out its source's "at least", a lead makes "dozens" of a number, an attack is told before the sentence
that says who told of it. None of these is a second voice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.reconcile.layouts import Layout
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.memories import remembered
from accordingto.reconcile.parties import parties_named
from accordingto.reconcile.shares import whole_of
from accordingto.reconcile.speakers import Speaker
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.claims import ClaimKind
from accordingto.terms.figures import EVERYBODY, Bound, Figure, Who
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor, Span

ROUNDED = 0.2  # "more than 30" for 31 is a round number; for 41 it is somebody else's count
BELOW, ABOVE = 2, 10  # "scores" is said of 25, "dozens" of 90: from half of what the word means to ten times of it
FEW = 3  # one and two are everywhere: only a larger number is known again without its event

SAME_NUMBER = "the source gives the same number"
IN_A_WORD = "the source puts a number to it"
ROUND_NUMBER = "a round number for the source's"
IN_PARTS = "the source gives the make-up of the number"
SHARE = "a share of those whom the source counts"
CARRIED_ON = "the sentence carries on what the source tells"
INSIDE = "the words stand in what the source says"
ONE_TELLER = "the source alone tells of it"
HEADLINE = "a headline for what the source tells"
SAME_BLAME = "the source holds the same one responsible"

_W = load_lexicon("retellings")
_CARRY_ON = re.compile(rf"\b(?:{any_of(_W['carry_on'])})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")

ECHOES = frozenset({SAME_NUMBER, IN_A_WORD, ROUND_NUMBER})  # the source's own count stands in the report as well

Claimed = tuple[ClaimKind, int]
"""A kind of claim and its number in the list of that kind."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """The statement that tells what the report says in its own voice, and why it is held to."""

    statement: int
    why: str


@remembered
def find_retellings(reading: Reading, speakers: tuple[Speaker, ...], home: str | None) -> Mapping[Claimed, Retelling]:
    """For each claim in the report's own voice that a source of it tells, that source's statement."""
    told = _Told.of(reading, speakers, home)
    found: dict[Claimed, Retelling] = {}
    for number, figure in enumerate(reading.figures):
        if not told.is_told(figure.statement) and (retold := _of_figure(figure, number, told)):
            found[ClaimKind.FIGURE, number] = retold
    for number, event in enumerate(reading.events):
        if not told.is_told(event.statement) and (retold := _of_event(number, told)):
            found[ClaimKind.EVENT, number] = retold
    for number, blame in enumerate(reading.blame):
        if not told.is_told(blame.by) and (retold := _of_blame(blame, told)):
            found[ClaimKind.BLAME, number] = retold
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """What the sources of one report tell: its statements, without those whose source no words name."""

    reading: Reading
    speakers: tuple[Speaker, ...]
    layout: Layout
    home: str | None
    stretches: Sequence[tuple[int, Sequence[Span]]]  # of each statement that somebody makes, all that it stands in
    words: Mapping[int, frozenset[str]]  # of what each of these says

    @classmethod
    def of(cls, reading: Reading, speakers: tuple[Speaker, ...], home: str | None) -> "_Told":
        told = [(n, said) for n, said in enumerate(reading.statements) if not speakers[n].hidden]
        stretches = [(n, _spans((said.source, said.cue, said.content))) for n, said in told]
        words = {n: frozenset(_words_of(said.content.exact)) for n, said in told}
        return cls(reading, speakers, Layout.of(reading.report), home, stretches, words)

    def is_told(self, statement: int | None) -> bool:
        return statement is not None and statement < len(self.reading.statements)

    def named(self, statements: Iterable[int | None]) -> list[int]:
        """Those of the statements that somebody makes, each once, in order."""
        kept = {n for n in statements if n is not None and self.is_told(n) and not self.speakers[n].hidden}
        return sorted(kept)

    def one_voice(self, statements: Iterable[int]) -> int | None:
        """The first of these statements where one voice makes them all."""
        kept = list(statements)
        return kept[0] if len({self.speakers[n].key for n in kept}) == 1 else None

    def around(self, anchor: Anchor) -> list[int]:
        """Statements in whose content the words stand."""
        return self.named(n for n, said in enumerate(self.reading.statements) if said.content.touches(anchor))

    def of_sentence(self, sentence: int) -> list[int]:
        """Statements of which a part stands in the sentence."""
        start, end = self.layout.sentences[sentence]
        return [n for n, spans in self.stretches if any(span.start < end and start < span.end for span in spans)]


def _spans(parts: Iterable[Anchor | None]) -> list[Span]:
    return [span for part in parts if part for span in part.spans]


def _of_figure(figure: Figure, number: int, told: _Told) -> Retelling | None:
    found = [(*match, other) for other in told.reading.figures if (match := _match(figure, other, told))]
    if found:
        _, why, other = min(found, key=lambda one: (one[0], one[2].anchor.start))
        return Retelling(other.statement, why) if other.statement is not None else None
    parts = told.named(other.statement for other in told.reading.figures if other.part_of == number)
    if (one := told.one_voice(parts)) is not None:
        return Retelling(one, IN_PARTS)
    return _carried_on(figure.anchor, told) or _of_its_whole(figure, told)


def _of_its_whole(figure: Figure, told: _Told) -> Retelling | None:
    """ "Fourteen of the dead were children", in a sentence that names nobody: of whoever counts the dead."""
    whole = whole_of(figure, told.reading)
    if whole is None or told.of_sentence(told.layout.sentence_of(figure.anchor)):
        return None
    return next((Retelling(one, SHARE) for one in told.named([whole.statement])), None)


def _match(figure: Figure, other: Figure, told: _Told) -> tuple[tuple[int, ...], str] | None:
    """How well a source's figure is what the own one retells, the least first, and why."""
    if not told.named([other.statement]) or figure.harm is not other.harm or not _same_people(figure, other):
        return None
    own, their = _number(figure), _number(other)
    if not own or not their:
        return None
    same_event = figure.event == other.event
    rank = (figure.event != other.event, figure.who is not other.who, figure.bound is not other.bound)
    if own == their and (same_event or (own >= FEW and told.layout.in_headline(figure.anchor))):
        return (0, *rank), SAME_NUMBER
    if same_event and figure.bound is not Bound.VAGUE and other.bound is not Bound.VAGUE and _rounds(figure, other):
        return (1, *rank), ROUND_NUMBER
    if same_event and figure.bound is Bound.VAGUE and own / BELOW <= their < own * ABOVE:
        return (2, *rank), IN_A_WORD
    return None


def _same_people(one: Figure, other: Figure) -> bool:
    kinds = {one.who, other.who}
    return len(kinds) == 1 or Who.PEOPLE in kinds or kinds <= EVERYBODY


def _number(figure: Figure) -> int:
    return figure.low if figure.low is not None else figure.high or 0


def _rounds(figure: Figure, other: Figure) -> bool:
    own, their = _number(figure), _number(other)
    return figure.bound is not Bound.EXACT and figure.may_equal(other) and abs(own - their) <= ROUNDED * their


def _carried_on(anchor: Anchor, told: _Told) -> Retelling | None:
    """A sentence that names nobody and goes on: of whoever speaks last in the one before it."""
    sentence = told.layout.sentence_of(anchor)
    if not sentence or told.of_sentence(sentence) or not _CARRY_ON.search(told.layout.words_of(sentence)):
        return None
    before = told.of_sentence(sentence - 1)
    return Retelling(before[-1], CARRIED_ON) if before else None


def _of_event(number: int, told: _Told) -> Retelling | None:
    event = told.reading.events[number]
    if around := told.around(event.trigger):
        return Retelling(around[0], INSIDE)
    tellers = list(_tellers(number, told))
    close = [one for one in tellers if _tells_of_it(one, number, told)]
    if close and told.one_voice(tellers) is not None:
        return Retelling(close[0], ONE_TELLER)
    if close and told.layout.in_headline(event.trigger):
        return Retelling(close[0], HEADLINE)
    return _carried_on(event.trigger, told)


def _tells_of_it(statement: int, number: int, told: _Told) -> bool:
    """Whether it tells that the event happened, and not only what came of it, as the toll of an attack told before."""
    trigger = told.reading.events[number].trigger
    if trigger.exact.lower() in told.reading.statements[statement].content.exact.lower():
        return True
    if told.layout.in_headline(trigger):
        return statement in set(_carriers(number, told.reading))
    behind = told.layout.sentence_of(trigger) + 1
    return behind < len(told.layout.sentences) and statement in told.of_sentence(behind)


def _tellers(number: int, told: _Told) -> Iterator[int]:
    """Statements that speak of an event: with a word of its trigger, a number of its victims, or who did it.

    Whoever claims or denies a deed speaks of what others told before. A statement that carries other events, and
    nothing of this one, speaks of those.
    """
    reading = told.reading
    words = frozenset(_words_of(reading.events[number].trigger.exact))
    carried, elsewhere = set(_carriers(number, reading)), set(_carriers_of_others(number, reading))
    for one, content in told.words.items():
        if one in carried or (one not in elsewhere and words & content):
            yield one


def _words_of(text: str) -> Iterator[str]:
    return map(str.lower, _WORD.findall(text))


def _carriers(number: int, reading: Reading) -> Iterator[int | None]:
    yield reading.events[number].statement
    yield from (figure.statement for figure in reading.figures if figure.event == number)
    yield from (blame.by for blame in reading.blame if blame.event == number and blame.stance is Stance.BLAMES)


def _carriers_of_others(number: int, reading: Reading) -> Iterator[int | None]:
    for other in range(len(reading.events)):
        if other != number:
            yield from _carriers(other, reading)
    yield from (blame.by for blame in reading.blame if blame.stance is not Stance.BLAMES)


def _of_blame(blame: Blame, told: _Told) -> Retelling | None:
    if around := told.around(blame.actor):
        return Retelling(around[0], INSIDE)
    same = told.named(other.by for other in told.reading.blame if _same_blame(blame, other, told))
    one = told.one_voice(same)
    if one is None and same and told.layout.in_headline(blame.actor):
        return Retelling(same[0], HEADLINE)
    return Retelling(one, SAME_BLAME) if one is not None else None


def _same_blame(blame: Blame, other: Blame, told: _Told) -> bool:
    if (blame.event, blame.stance) != (other.event, other.stance):
        return False
    names = (blame.actor.exact, other.actor.exact)
    one, two = (parties_named(name, told.home) for name in names)
    return bool(one & two) or names[0].casefold() == names[1].casefold()
