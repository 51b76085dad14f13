"""Scores who is who inside one report: `python -m evals.coreference [april17b july16 seed]`.

The statements are the annotators'; the reader only gathers their sources into voices. `coreference.jsonl` holds which
are one voice, `coreference.md` the rules it follows. Only totals are printed.
"""

import argparse
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from typing import Any, TypeVar

from accordingto.read.mentions import MentionWords, read_mentions
from accordingto.read.sentences import SentenceWords, divide
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor
from evals.adapter import gold_readings
from evals.shared import MEASURING_SETS, load_lines, need_shared

MARKS = Path(__file__).with_name("coreference.jsonl")
# A closed class, written here and not taken from the reader's lexicon: the measure must not move with what it measures.
PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "i", "we", "who"))

Json = dict[str, Any]
Mention = TypeVar("Mention", bound=Hashable)
Voices = dict[Anchor, Hashable]  # each mention, in reading order, and the voice that it is put to
Measured = list[tuple[Reading, Json]]


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of how many; its value is unknown where there was nothing to get right."""

    right: float
    total: float

    @property
    def value(self) -> float | None:
        return self.right / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Match:
    """How far the voices found are the gold's: pairs of mentions, B-cubed over mentions, whole voices.

    `exact`: mentions whose voice is exactly the gold's. `joined`: mentions joined to one before them of the same gold
    voice, or rightly to none; a voice that is torn further on does not count against them.
    """

    pair_precision: Ratio
    pair_recall: Ratio
    bcubed_precision: Ratio
    bcubed_recall: Ratio
    exact: Ratio
    joined: Ratio

    @property
    def pair_f1(self) -> float | None:
        return _harmonic(self.pair_precision.value, self.pair_recall.value)

    @property
    def bcubed_f1(self) -> float | None:
        return _harmonic(self.bcubed_precision.value, self.bcubed_recall.value)


def _harmonic(one: float | None, other: float | None) -> float | None:
    """Unknown unless both are known."""
    if one is None or other is None:
        return None
    return 2 * one * other / (one + other) if one + other else 0.0


def match_voices(
    gold: Mapping[Mention, Hashable], found: Mapping[Mention, Hashable], *, only: Iterable[Mention] | None = None
) -> Match:
    """The match over every mention of the gold, or over those of `only` and the pairs with at least one of them.

    The gold's mentions are in reading order, and mentions that only the reader has do not count.
    """
    chosen = list(gold) if only is None else [mention for mention in only if mention in gold]
    others = set(gold) - set(chosen)
    both = {mention: (gold[mention], found[mention]) for mention in gold}
    agreed, in_gold, in_found = (_pairs(voices, gold) - _pairs(voices, others) for voices in (both, gold, found))
    cell, gold_size, found_size = (Counter(voices[mention] for mention in gold) for voices in (both, gold, found))
    sizes = [(cell[both[one]], gold_size[gold[one]], found_size[found[one]]) for one in chosen]
    return Match(
        Ratio(agreed, in_found),
        Ratio(agreed, in_gold),
        Ratio(sum(same / size for same, _, size in sizes), len(sizes)),
        Ratio(sum(same / size for same, size, _ in sizes), len(sizes)),
        Ratio(sum(same == one == other for same, one, other in sizes), len(sizes)),
        Ratio(len(_well_joined(gold, found) & set(chosen)), len(chosen)),
    )


def _pairs(voices: Mapping[Mention, Hashable], mentions: Iterable[Mention]) -> int:
    """How many pairs of these mentions share a voice."""
    return sum(comb(size, 2) for size in Counter(voices[mention] for mention in mentions).values())


def _well_joined(gold: Mapping[Mention, Hashable], found: Mapping[Mention, Hashable]) -> set[Mention]:
    """The mentions whose last one before, in the voice found, has their gold voice; first ones in both."""
    last: dict[Hashable, Hashable] = {}  # voice found -> the gold voice of its last mention
    seen: set[Hashable] = set()  # gold voices met
    well = set()
    for mention, voice in gold.items():
        expected = voice if voice in seen else None
        if last.get(found[mention]) == expected:
            well.add(mention)
        last[found[mention]] = voice
        seen.add(voice)
    return well


def gold_voices(reading: Reading, marks: Json, *, links: bool = False) -> Voices:
    """Each marked source, and each marked link where asked for, with its voice.

    Two statements with the very same words as source have one mention between them.
    """
    voices = {_source(reading, index): number for number, one in enumerate(marks["voices"]) for index in one}
    for place, number in marks["links"].items() if links else ():
        statement, link = map(int, place.split("."))
        voices[reading.statements[statement].via[link]] = number
    return {mention: (reading.report.id, voices[mention]) for mention in sorted(voices)}


def _source(reading: Reading, index: int) -> Anchor:
    source = reading.statements[index].source
    assert source, f"{reading.report.name}: statement {index} has no source in the gold"
    return source


def found_voices(reading: Reading, sentences: SentenceWords, lexicon: MentionWords) -> Voices:
    """Each source and link of the statements with the voice that the reader puts it to."""
    entities, _ = read_mentions(divide(reading.report, sentences), reading.statements, lexicon)
    return {mention: (reading.report.id, number) for number, one in enumerate(entities) for mention in one.mentions}


def each_alone(mentions: Iterable[Anchor]) -> Voices:
    """The baseline that holds no two mentions for one voice."""
    return {mention: mention for mention in mentions}


def same_words(mentions: Iterable[Anchor]) -> Voices:
    """The baseline that holds the mentions of one report for one voice when their words are the same, in any case."""
    return {mention: (mention.report_id, " ".join(mention.exact.casefold().split())) for mention in mentions}


def is_pronoun(mention: Anchor) -> bool:
    """Whether the mention is a pronoun alone."""
    return mention.exact.strip().casefold() in PRONOUNS


def load_measured(name: str) -> Measured:
    """The gold readings of a set, each with its marks."""
    marks = {row["id"]: row for row in load_lines(MARKS)}
    return [(reading, marks[reading.report.name]) for reading in gold_readings(name)]


def score_coreference(measured: Measured) -> dict[str, dict[str, Match]]:
    """Way of gathering -> what is scored -> its match: all sources, the pronouns among them, sources and links."""
    sources = _joined(gold_voices(reading, marks) for reading, marks in measured)
    mentions = _joined(gold_voices(reading, marks, links=True) for reading, marks in measured)
    sentences, lexicon = SentenceWords.load(), MentionWords.load()
    ways = {
        "read_mentions": _joined(found_voices(reading, sentences, lexicon) for reading, _ in measured),
        "each alone": each_alone(mentions),
        "same words": same_words(mentions),
    }
    pronouns = [mention for mention in sources if is_pronoun(mention)]
    return {
        way: {
            "sources": match_voices(sources, found),
            "pronouns": match_voices(sources, found, only=pronouns),
            "sources and links": match_voices(mentions, found),
        }
        for way, found in ways.items()
    }


def _joined(parts: Iterable[Voices]) -> Voices:
    """The voices of many reports as one; no voice is shared, since each bears its report's id."""
    return {mention: voice for part in parts for mention, voice in part.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=[], help="seed, april17b, july16; all of them when none is named")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    need_shared()
    names = asked.sets or list(MEASURING_SETS)
    measured = {name: load_measured(name) for name in names}
    if len(names) > 1:
        measured["all"] = [one for name in names for one in measured[name]]
    scores = {name: score_coreference(ones) for name, ones in measured.items()}
    print(json.dumps(_plain(scores)) if asked.json else "\n".join(_lines(scores)))


def _plain(scores: dict[str, dict[str, dict[str, Match]]]) -> Json:
    return {
        name: {way: {what: _row(match) for what, match in table.items()} for way, table in ways.items()}
        for name, ways in scores.items()
    }


def _lines(scores: dict[str, dict[str, dict[str, Match]]]) -> Iterator[str]:
    for name, ways in scores.items():
        for what in ("sources", "pronouns", "sources and links"):
            yield f"{name}: {what}, {ways['read_mentions'][what].exact.total:.0f} mentions"
            for way, table in ways.items():
                yield f"  {way:14}" + "".join(f"  {key} {_percent(value)}" for key, value in _row(table[what]).items())


def _row(match: Match) -> dict[str, float | None]:
    return {
        "pair p": match.pair_precision.value,
        "r": match.pair_recall.value,
        "f1": match.pair_f1,
        "b3 f1": match.bcubed_f1,
        "exact": match.exact.value,
        "joined": match.joined.value,
    }


def _percent(value: float | None) -> str:
    return "    -" if value is None else f"{100 * value:5.1f}"


if __name__ == "__main__":
    main()
