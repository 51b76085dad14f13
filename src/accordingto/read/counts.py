"""Counts: a number, the people behind it, and the word of harm that looks their way, all in one sentence.

"killed 12 and injured 30 others", "12 killed 30 injured", "12 people including 3 children were killed": which count
belongs to which harm is told by what stands between them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from accordingto.read.harms import HarmCue, Side
from accordingto.read.numbers import Number
from accordingto.read.people import People
from accordingto.read.wordings import Wordings
from accordingto.read.sentences import Word
from accordingto.terms.figures import Harm

NEAR_LEFT = 6  # words between a word of harm and the count it takes
NEAR_RIGHT = 7  # words between a count and the word of harm that follows it
FAR_LEFT = 9  # "killed in the market of the town 12 people"
FAR_RIGHT = 22  # "21 people, among them men who had sought shelter in the town, were killed"
FAR_TOLL = 14  # "the death toll from the strike on the market has risen to 12"


@dataclass(frozen=True, slots=True)
class Count:
    """One number with its people; `harm` None while no word of harm claims it. `part` where it is told as a share.

    `whole` is the place of the count that it is a share of, or None where that stands in an earlier sentence.
    """

    number: Number
    people: People
    harm: Harm | None = None
    cue: HarmCue | None = None
    part: bool = False
    whole: int | None = None
    follows_on: bool = False


@dataclass(frozen=True, slots=True)
class CountWords:
    """The small words that may stand between a count and its harm, or between two counts."""

    left: frozenset[str]
    right: frozenset[str]
    between: frozenset[str]
    parts: Wordings[str]
    wholes: Wordings[str]
    closers: frozenset[str]

    @classmethod
    def of_table(cls, table: Mapping[str, list[str]]) -> "CountWords":
        return cls(
            frozenset(table["left"]),
            frozenset(table["right"]),
            frozenset(table["list"]),
            Wordings.of((words, words) for words in table["parts"]),
            Wordings.of((words, words) for words in table["wholes"]),
            frozenset(table["closers"]),
        )


Words = tuple[Word, ...]


def settle_harms(words: Words, counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords) -> list[Count]:
    """The counts with their harms: first by the nearest word, then along lists, then from afar."""
    counts = _settle_near(words, counts, cues, lexicon)
    counts = _settle_lists(words, counts, lexicon)
    counts = _settle_far(words, counts, cues, lexicon)
    return _settle_lists(words, counts, lexicon)


def _settle_near(words: Words, counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords) -> list[Count]:
    taken: set[int] = {count.cue.first for count in counts if count.cue}
    settled: list[Count] = []
    for at, count in enumerate(counts):
        if count.harm is None:
            left = _left(words, counts, at, cues, taken, lexicon)
            right = _right(words, counts, at, cues, lexicon)
            cue = _nearer(words, counts, at, left, right)
            if cue is not None:
                if cue is right:
                    taken.add(cue.first)
                count = replace(count, harm=cue.harm, cue=cue)
        settled.append(count)
    return settled


def _left(
    words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], taken: set[int], lexicon: CountWords
) -> HarmCue | None:
    """The nearest free word of harm before the count that may take it."""
    first = counts[at].number.first
    floor = counts[at - 1].people.last if at else 0
    for cue in reversed(cues):
        if cue.last > first or cue.first in taken:
            continue
        if cue.last < floor or first - cue.last > NEAR_LEFT:
            return None
        if cue.side is not Side.FOLLOWS and _only(words[cue.last : first], lexicon.left):
            return cue
        return None
    return None


def _right(words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords) -> HarmCue | None:
    """The nearest word of harm behind the people that may follow them."""
    last = counts[at].people.last
    for cue in cues:
        if cue.first < last:
            continue
        if cue.first - last > NEAR_RIGHT or cue.side in (Side.TAKES, Side.LEADS):
            return None
        return cue if _only(words[last : cue.first], lexicon.right) else None
    return None


def _only(words: Words, allowed: frozenset[str]) -> bool:
    return all(word.lower in allowed for word in words)


def _nearer(
    words: Words, counts: list[Count], at: int, left: HarmCue | None, right: HarmCue | None
) -> HarmCue | None:
    """Which of the two claims the count. "killed 10 injured 16": the second word is the next count's own."""
    if left is None or right is None:
        return left or right
    if left.side is Side.LEADS or right.passive:
        return right
    if right.side is Side.FOLLOWS and left.side is not Side.TAKES:
        return right
    return left


def _settle_lists(words: Words, counts: list[Count], lexicon: CountWords) -> list[Count]:
    """A count without harm shares that of its neighbour in a list; "including" makes it a share."""
    counts = list(counts)
    for at in range(1, len(counts)):
        counts[at] = _after(words, counts, at, lexicon)
    for at in range(len(counts) - 2, -1, -1):
        here, then = counts[at], counts[at + 1]
        if here.harm is None and then.harm is not None and _linked(words, here, then, lexicon):
            counts[at] = replace(here, harm=then.harm, cue=then.cue)
    return counts


def _after(words: Words, counts: list[Count], at: int, lexicon: CountWords) -> Count:
    before, here = counts[at - 1], counts[at]
    if not _linked(words, before, here, lexicon):
        return here
    sharing = _shares(words, before.people.last, here.people.first, lexicon) or here.people.shared
    if sharing and (here.harm is None or here.harm is before.harm or here.cue is before.cue):
        whole = before.whole if before.part and before.whole is not None else at - 1
        return replace(here, harm=here.harm or before.harm, cue=here.cue or before.cue, part=True, whole=whole)
    if here.harm is None and before.harm is not None:
        return replace(here, harm=before.harm, cue=before.cue, part=before.part, whole=before.whole, follows_on=True)
    return here


def _linked(words: Words, here: Count, then: Count, lexicon: CountWords) -> bool:
    between = words[here.people.last : then.number.first]
    if _only(between, lexicon.between):
        return True
    return len(between) <= FAR_RIGHT and _shares(words, here.people.last, then.number.first, lexicon)


def _shares(words: Words, start: int, end: int, lexicon: CountWords) -> bool:
    return any(lexicon.parts.at(words, at) is not None for at in range(start, end))


def _settle_far(words: Words, counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords) -> list[Count]:
    return [
        count if count.harm or count.number.article else _far(words, counts, at, cues, lexicon)
        for at, count in enumerate(counts)
    ]


def _far(words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords) -> Count:
    count = counts[at]
    cue = _far_right(words, counts, at, cues) or _far_left(words, counts, at, cues, lexicon)
    return replace(count, harm=cue.harm, cue=cue) if cue else count


def _far_right(words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...]) -> HarmCue | None:
    """The first harm suffered after the people, with no count of other people before it."""
    count = counts[at]
    if count.people.who is None:
        return None
    limit = min([then.number.first for then in counts[at + 1 :] if not then.part], default=len(words))
    for cue in cues:
        if cue.first >= count.people.last:
            near = cue.first < limit and cue.first - count.people.last <= FAR_RIGHT
            return cue if near and (cue.passive or cue.side is Side.FOLLOWS) else None
    return None


def _far_left(
    words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords
) -> HarmCue | None:
    """The toll announced before it, or an act told a few words earlier in its clause."""
    count = counts[at]
    floor = counts[at - 1].people.last if at else 0
    for cue in reversed(cues):
        if cue.last > count.number.first:
            continue
        gap = count.number.first - cue.last
        if cue.side is Side.LEADS:
            return cue if gap <= FAR_TOLL else None
        if cue.last < floor or count.people.who is None or gap > FAR_LEFT or cue.side is Side.FOLLOWS:
            return None
        closed = any(word.lower in lexicon.closers for word in words[cue.last : count.number.first])
        return None if closed else cue
    return None
