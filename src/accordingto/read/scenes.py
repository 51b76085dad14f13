"""Scenes: one sentence being read for what is said in it, and what was found so far."""

from dataclasses import dataclass, field

from accordingto.read import taggers as t
from accordingto.read.quotations import Quotations
from accordingto.read.sentences import Sentence
from accordingto.read.taggers import Cue, Range
from accordingto.read.voices import Line
from accordingto.terms.attributions import Act

LONG_QUOTATION = 2500  # characters: longer ones are taken for a lost closing mark, and cues inside them count


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in the making: character ranges, and the sentence it stands in."""

    sentence: int
    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    act: Act
    frame: str
    via: tuple[Range, ...] = ()
    hearer_end: int = 0  # the word after the cue and its hearer
    confidence: float | None = None
    acts: tuple[tuple[Act, float], ...] = ()  # log chances, where an encoder heard it


@dataclass(slots=True)
class Scene:
    """One sentence being read: its words, the page's quotations, and what was found in it so far."""

    body: str
    number: int
    sentence: Sentence
    line: Line
    quotations: Quotations
    cues: tuple[Cue, ...]
    limit: int
    found: list[Found] = field(default_factory=list)
    consumed: int = 0

    def chars(self, first: int, last: int) -> Range:
        """Characters of words `first` to `last` (half-open)."""
        return self.line.words[first].start, self.line.words[last - 1].end


def is_verbatim(scene: Scene, cue: Cue) -> bool:
    quotation = scene.quotations.around(scene.line.words[cue.first].start)
    return quotation is not None and quotation.closed and quotation.end - quotation.start < LONG_QUOTATION


def verb_start(line: Line, cue: Cue, limit: int) -> tuple[int, int]:
    """Where the verb group of a cue begins, without and with the adverbs before it."""
    start = group = cue.first
    while group > limit and line.has(group - 1, t.AUXILIARY | t.ADVERB) and not line.has(group - 1, t.CAPITAL):
        group -= 1
        if line.has(group, t.AUXILIARY):
            start = group
    return start, group


def last_with_source(scene: Scene) -> Found | None:
    return next((found for found in reversed(scene.found) if found.source), None)


def quote_before(scene: Scene) -> bool:
    return scene.quotations.ending_within(scene.sentence.start - 3, scene.sentence.start) is not None


def clause_start(line: Line, limit: int) -> int:
    while limit < len(line.words) and line.has(limit, t.CONNECTOR | t.POINT | t.QUOTE):
        limit += 1
    return limit
