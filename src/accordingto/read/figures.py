"""Figures: every count of people harmed or moved, with who they are and what befell them.

A count is a number with the people behind it; its harm is the nearest word of harm that looks its way.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from accordingto.read.counts import Count, CountWords, settle_harms
from accordingto.read.harms import HarmCue, HarmWords, Side, find_harms
from accordingto.read.lexicons import load_lexicon
from accordingto.read.numbers import Number, NumberWords, find_numbers
from accordingto.read.people import People, PeopleWords, find_people
from accordingto.read.sentences import Page, Sentence, Word
from accordingto.terms.attributions import Attribution
from accordingto.terms.events import Event
from accordingto.terms.figures import Bound, Figure, Harm, Who


@dataclass(frozen=True, slots=True)
class FigureWords:
    """All words that figures are read by."""

    numbers: NumberWords
    people: PeopleWords
    harms: HarmWords
    counts: CountWords

    @classmethod
    def load(cls) -> "FigureWords":
        table = load_lexicon("figures")
        return cls(
            NumberWords.load(),
            PeopleWords.of_table(table),
            HarmWords.of_table(table["harms"], table["voice"]),
            CountWords.of_table(table["fillers"]),
        )


def read_figures(page: Page, lexicon: FigureWords) -> tuple[Figure, ...]:
    """Every count of people harmed or moved, in reading order."""
    figures: list[Figure] = []
    for sentence in page.sentences:
        figures.extend(_of_sentence(page, sentence, figures, lexicon))
    return tuple(figures)


def _of_sentence(page: Page, sentence: Sentence, earlier: list[Figure], lexicon: FigureWords) -> list[Figure]:
    words = sentence.words
    numbers = list(find_numbers(words, lexicon.numbers))
    if not numbers:
        return []
    cues = find_harms(words, lexicon.harms)
    counts = _counts(words, numbers, cues, lexicon)
    counts = settle_harms(words, counts, cues, lexicon.counts)
    counts = _with_wholes_before(words, counts, earlier, lexicon.counts)
    return _figures(page, words, counts, earlier)


def _counts(words: tuple[Word, ...], numbers: list[Number], cues: tuple[HarmCue, ...], lexicon: FigureWords) -> list[Count]:
    stops = frozenset(cue.first for cue in cues) | frozenset(n.first for n in numbers)
    counts = (_count(words, number, cues, stops, lexicon) for number in numbers)
    return [count for count in counts if count is not None]


def _count(
    words: tuple[Word, ...], number: Number, cues: tuple[HarmCue, ...], stops: frozenset[int], lexicon: FigureWords
) -> Count | None:
    people = find_people(words, number.last, stops, lexicon.people)
    if people is None:
        return None
    inner = _inner(words, people, cues, stops, lexicon)
    if inner is not None:
        return inner if not number.article else None
    if number.article and not (people.single and people.who):
        return None
    return Count(number, people)


def _inner(
    words: tuple[Word, ...], people: People, cues: tuple[HarmCue, ...], stops: frozenset[int], lexicon: FigureWords
) -> Count | None:
    """The count whose harm stands before its noun: "8 injured people"."""
    return None


def _with_wholes_before(
    words: tuple[Word, ...], counts: list[Count], earlier: list[Figure], lexicon: CountWords
) -> list[Count]:
    """Shares of a count in an earlier sentence: "Of those killed six were children"."""
    return counts


def _figures(page: Page, words: tuple[Word, ...], counts: list[Count], earlier: list[Figure]) -> list[Figure]:
    offset, places = len(earlier), _places(counts)
    made: list[Figure] = []
    for at, count in enumerate(counts):
        if count.harm is not None:
            whole = places.get(count.whole) if count.whole is not None else None
            part_of = offset + whole if whole is not None and whole < len(made) else None
            made.append(_figure(page, words, count, _who(count, earlier, made), part_of))
    return made


def _places(counts: list[Count]) -> dict[int, int]:
    """Which figure of the sentence each count becomes."""
    kept = [at for at, count in enumerate(counts) if count.harm is not None]
    return {at: place for place, at in enumerate(kept)}


def _who(count: Count, earlier: list[Figure], made: list[Figure]) -> Who:
    """The noun's people; without a noun those of the count before it in the sentence."""
    if count.people.who is not None:
        return count.people.who
    wholes = [figure.who for figure in made if figure.part_of is None]
    return wholes[-1] if wholes else Who.PEOPLE


def _figure(page: Page, words: tuple[Word, ...], count: Count, who: Who, part_of: int | None) -> Figure:
    number = count.number
    assert count.harm is not None
    anchor = page.anchor((words[number.first].start, words[number.last - 1].end))
    return Figure(anchor, number.low, number.high, number.bound, who, count.harm, part_of)


def attach_figures(
    figures: tuple[Figure, ...], statements: tuple[Attribution, ...], events: tuple[Event, ...], page: Page
) -> tuple[Figure, ...]:
    return figures
