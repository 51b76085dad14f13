"""Taggers: one pass over a page that says, word by word, what part each word can play around a statement.

A tagger gives marks (what kind of word) and cues (words that may make an attribution). A learned tagger also gives the
attributions that it hears; `read_attributions` weighs them against what the rules find around the cues.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from accordingto.read.encoders import FAINT, Encoder, Heard
from accordingto.read.lexicons import load_lexicon
from accordingto.read.sentences import Page, Sentence, Word
from accordingto.terms.attributions import Act

# Marks are bits of a plain int: a page has many words, and enum arithmetic costs ten times as much.
(
    VOICE,
    HEARER,
    PRONOUN,
    DETERMINER,
    PREPOSITION,
    LINKER,
    RELATIVE,
    SUBORDINATE,
    VERB,
    AUXILIARY,
    BEING,
    ADVERB,
    TIME,
    MODIFIER,
    SHOWER,
    STATEMENT_PLACE,
    CONNECTOR,
    HIDDEN_VERB,
    CAPITAL,
    QUOTE,
    POINT,
    NUMBER,
    OCCURRING,
    QUOTED_VERB,
    TELLING,
) = (1 << bit for bit in range(25))
NAMES = {
    "voice": VOICE,
    "hearer": HEARER,
    "pronoun": PRONOUN,
    "determiner": DETERMINER,
    "preposition": PREPOSITION,
    "linker": LINKER,
    "relative": RELATIVE,
    "subordinate": SUBORDINATE,
    "verb": VERB,
    "auxiliary": AUXILIARY,
    "being": BEING,
    "adverb": ADVERB,
    "time": TIME,
    "modifier": MODIFIER,
    "shower": SHOWER,
    "statement_place": STATEMENT_PLACE,
    "connector": CONNECTOR,
    "hidden_verb": HIDDEN_VERB,
    "occurring": OCCURRING,
    "quoted_verb": QUOTED_VERB,
    "telling": TELLING,
}
# A capital on one of these is the start of a sentence or of a headline's word, not a name.
FUNCTION = DETERMINER | PREPOSITION | SUBORDINATE | RELATIVE | VERB | LINKER | PRONOUN | ADVERB | CONNECTOR | AUXILIARY
ALWAYS_VERBS = frozenset(["clause", "tell", "follow", "quote"])
LEFTOVERS = frozenset("âÂã€")  # first bytes of quotation marks and dashes, read in the wrong encoding
QUOTES = frozenset('"“”«»„‟')
POINTS = frozenset(".,;:!?…()[]–—-/|•")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words `first` to `last` (half-open) of sentence `sentence` may make an attribution of this frame."""

    sentence: int
    first: int
    last: int
    frame: str
    act: Act
    guarded: bool


@dataclass(frozen=True, slots=True)
class Tags:
    """`marks[s][w]` are the marks of word w of sentence s; `cues[s]` the cues of sentence s, left to right.

    `heard` is what a learned tagger takes for attributions, None where nothing learned has read the page.
    """

    marks: tuple[tuple[int, ...], ...]
    cues: tuple[tuple[Cue, ...], ...]
    heard: tuple[Heard, ...] | None = None


class Tagger(Protocol):
    """Whatever reads a page once for all the readers of the room."""

    version: str

    def tag(self, page: Page) -> Tags: ...


@dataclass(frozen=True, slots=True)
class CueWords:
    """One cue of the lexicon: its words after the first, the words that must follow it, and what stands around it."""

    rest: tuple[str, ...]
    ahead: tuple[str, ...]
    frame: str
    act: Act
    guarded: bool


@dataclass(frozen=True, slots=True)
class LexiconTagger:
    """Marks and cues by lists of words."""

    marks: dict[str, int]
    capital_voices: frozenset[str]
    cues: dict[str, tuple[CueWords, ...]]
    version: str = field(default="1")

    @classmethod
    def load(cls) -> "LexiconTagger":
        words = load_lexicon("taggers")
        cues = _cues(words["cue"])
        return cls(_marks(words["marks"], cues), frozenset(words["marks"]["voice_not_lower"]), cues)

    def tag(self, page: Page) -> Tags:
        """Every word's marks and every cue of the page."""
        marks = tuple(tuple(self._mark(word) for word in sentence.words) for sentence in page.sentences)
        cues = tuple(tuple(self._find_cues(i, sentence)) for i, sentence in enumerate(page.sentences))
        return Tags(marks, cues)

    def _mark(self, word: Word) -> int:
        found = self.marks.get(word.lower, 0)
        first = word.text[0]
        if first.isalpha():
            return self._mark_letters(word, found)
        if first.isdigit():
            return found | NUMBER
        if first in QUOTES:
            return found | QUOTE
        if first == "_" or not first.isprintable():  # what a broken encoding leaves of quotes and dashes
            return found | POINT
        return found | POINT if first in POINTS else found

    def _mark_letters(self, word: Word, found: int) -> int:
        if word.text in LEFTOVERS:
            return POINT
        if word.text[0].isupper():
            function = found & FUNCTION and not (word.text.isupper() and len(word.text) > 1)
            return found if function else found | CAPITAL
        if word.lower in self.capital_voices:
            return found & ~VOICE
        if (
            not found and word.lower.endswith("ed") and "-" not in word.text
        ):  # "targeted", "captured": a clause, not the name of a voice
            return VERB
        if word.lower.endswith(("'s", "’s")):
            return self.marks.get(word.lower[:-2], 0) & ~VOICE | found
        return found

    def _find_cues(self, number: int, sentence: Sentence) -> list[Cue]:
        found: list[Cue] = []
        words = sentence.words
        position = 0
        while position < len(words):
            cue = self._cue_at(number, words, position)
            if cue:
                found.append(cue)
            position = cue.last if cue else position + 1
        return found

    def _cue_at(self, number: int, words: tuple[Word, ...], position: int) -> Cue | None:
        for cue in self.cues.get(words[position].lower, ()):
            last = position + 1 + len(cue.rest)
            wanted = cue.rest + cue.ahead
            if not wanted or tuple(word.lower for word in words[position + 1 : last + len(cue.ahead)]) == wanted:
                return Cue(number, position, last, cue.frame, cue.act, cue.guarded)
        return None


@dataclass(frozen=True, slots=True)
class LearnedTagger:
    """Marks and cues by lists of words, attributions by the encoder."""

    words: LexiconTagger
    encoder: Encoder

    @classmethod
    def load(cls) -> "LearnedTagger":
        return cls(LexiconTagger.load(), Encoder.load())

    @property
    def version(self) -> str:
        return f"{self.words.version}+{self.encoder.version}"

    def tag(self, page: Page) -> Tags:
        """Every word's marks, every cue of the page, and every attribution that the encoder gives a chance."""
        return replace(self.words.tag(page), heard=self.encoder.hear(page.body, threshold=FAINT))


def _marks(lists: dict[str, list[str]], cues: dict[str, tuple[CueWords, ...]]) -> dict[str, int]:
    """What each word can be; a verb that is always one ("said", "adding") ends a name as other verbs do."""
    plain = {
        word for word, found in cues.items() if any(not cue.guarded and cue.frame in ALWAYS_VERBS for cue in found)
    }
    marks = dict.fromkeys(plain.difference(lists["modifier"]), VERB)
    for name, words in lists.items():
        for word in words:
            marks[word] = marks.get(word, 0) | NAMES.get(name, 0)
    return marks


def _cues(tables: list[dict[str, Any]]) -> dict[str, tuple[CueWords, ...]]:
    """By first word, the longest first: "called on" before "called"."""
    cues: dict[str, list[CueWords]] = {}
    for table in tables:
        for phrase in table["words"]:
            own, _, ahead = phrase.partition(">")
            first, *rest = own.split()
            cue = CueWords(
                tuple(rest), tuple(ahead.split()), table["frame"], Act(table["act"]), table.get("guarded", False)
            )
            cues.setdefault(first, []).append(cue)
    return {first: tuple(sorted(found, key=lambda cue: -len(cue.rest + cue.ahead))) for first, found in cues.items()}
