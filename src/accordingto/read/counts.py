"""Counts: a number, the people behind it, and the word of harm that looks their way, all in one sentence.

"killed 12 and injured 30 others", "12 killed 30 injured", "12 people including 3 children were killed": which count
belongs to which harm is told by what stands between them. First the nearest word decides, then lists share what their
neighbour has, then words from afar.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from accordingto.read.harms import HarmCue, Side
from accordingto.read.numbers import Number
from accordingto.read.people import People
from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Word
from accordingto.terms.figures import Harm

NEAR_LEFT = 6  # words between a word of harm and the count it takes
NEAR_RIGHT = 7  # words between a count and the word of harm that follows it
FAR_LEFT = 9  # "killed in the market of the town 12 people"
FAR_RIGHT = 22  # "21 people, among them men who had sought shelter in the town, were killed"
FAR_RIGHT_ONE = 10  # the same after "a commander": one person is told closer to the harm
FAR_TOLL = 14  # "the death toll from the strike on the market: 12"
FAR_TOLL_SET = 30  # the same where the number is set right before it: "has risen to 12"
NEAR_SHARE = 4  # words between "including" and the share


@dataclass(frozen=True, slots=True)
class Count:
    """One number with its people; `harm` None while no word of harm claims it.

    `part` where it is told as a share; `whole` is the place of the count it is a share of, None where that stands in
    an earlier sentence.
    """

    number: Number
    people: People
    harm: Harm | None = None
    cue: HarmCue | None = None
    part: bool = False
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class CountWords:
    """The small words that may stand between a count and its harm, or between two counts."""

    left: frozenset[str]
    right: frozenset[str]
    between: frozenset[str]
    parts: Phrases[str]
    parts_after: Phrases[str]
    opening: frozenset[str]
    gaps: frozenset[str]
    mixed: frozenset[str]
    setting: frozenset[str]
    adjuncts: frozenset[str]
    closers: frozenset[str]

    @classmethod
    def of_table(cls, table: Mapping[str, list[str]]) -> "CountWords":
        return cls(
            frozenset(table["left"]),
            frozenset(table["right"]),
            frozenset(table["list"]),
            Phrases.of((words, words) for words in table["parts"]),
            Phrases.of((words, words) for words in table["parts_after"]),
            frozenset(table["opening"]),
            frozenset(table["gaps"]),
            frozenset(table["mixed"]),
            frozenset(table["setting"]),
            frozenset(table["adjuncts"]),
            frozenset(table["closers"]),
        )


Words = tuple[Word, ...]


def settle_harms(words: Words, counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords) -> list[Count]:
    """The counts with their harms."""
    counts = _settle_near(words, counts, cues, lexicon)
    counts = _settle_lists(words, counts, cues, lexicon)
    counts = _settle_far(words, counts, cues, lexicon)
    counts = _settle_heads_of_lists(words, counts, lexicon)
    return _settle_lists(words, counts, cues, lexicon)


def _settle_near(words: Words, counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords) -> list[Count]:
    taken: set[int] = set()
    settled: list[Count] = []
    for at, count in enumerate(counts):
        if count.part:
            settled.append(count)
            continue
        left = _left(words, counts, at, cues, taken, lexicon)
        right = _right(words, counts, at, cues, lexicon)
        cue = _nearer(left, right) or count.cue
        if cue is not None:
            taken |= {cue.first} if cue is right else set()
            count = replace(count, harm=cue.harm, cue=cue, part=cue.side is Side.SHARES)
        settled.append(count)
    return settled


def _left(
    words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], taken: set[int], lexicon: CountWords
) -> HarmCue | None:
    """The nearest free word of harm before the count that may take it."""
    first = counts[at].number.first
    floor = counts[at - 1].people.last if at else 0
    for cue in _back_from(cues, first):
        if cue.last < floor:
            return None
        if cue.last > first or cue.first in taken:
            continue
        if first - cue.last > NEAR_LEFT or cue.side is Side.FOLLOWS:
            return None
        return cue if _only(words[cue.last : first], lexicon.left) else None
    return None


def _right(
    words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords
) -> HarmCue | None:
    """The nearest word of harm behind the people that may follow them."""
    last = counts[at].people.last
    cue = _next(cues, last)
    if cue is None or cue.first - last > NEAR_RIGHT or cue.side in (Side.TAKES, Side.LEADS):
        return None
    return cue if _only(words[last : cue.first], lexicon.right) else None


def _next(cues: tuple[HarmCue, ...], start: int) -> HarmCue | None:
    """The first word of harm at or after this place."""
    at = bisect_left(cues, start, key=lambda cue: cue.first)
    return cues[at] if at < len(cues) else None


def _back_from(cues: tuple[HarmCue, ...], end: int) -> Iterator[HarmCue]:
    """The words of harm before this place, the last one first."""
    for at in range(bisect_left(cues, end, key=lambda cue: cue.first) - 1, -1, -1):
        yield cues[at]


def _only(words: Words, allowed: frozenset[str]) -> bool:
    return all(word.lower in allowed for word in words)


def _nearer(left: HarmCue | None, right: HarmCue | None) -> HarmCue | None:
    """Which of the two claims the count. "killed 10 injured 16": the second word is the next count's own."""
    if left is None or right is None:
        return left or right
    if left.side is Side.LEADS or right.passive or right.side is Side.SHARES:
        return right
    return right if right.side is Side.FOLLOWS and left.side is not Side.TAKES else left


def _settle_lists(words: Words, counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords) -> list[Count]:
    """A count without harm shares that of the count before it; "including" makes it a share."""
    settled = list(counts)
    for at in range(1, len(settled)):
        settled[at] = _after(words, settled, at, cues, lexicon)
    return settled


def _after(words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords) -> Count:
    before, here = counts[at - 1], counts[at]
    if before.harm is None or (here.harm is not None and here.harm is not before.harm) or here.part:
        return here
    if before.whole == at:  # "2 medics among 31 dead": the whole comes second
        return here
    if _is_share(words, before, here, cues, lexicon):
        whole = before.whole if before.part else at - 1
        return replace(here, harm=before.harm, cue=here.cue or before.cue, part=True, whole=whole)
    if _only(words[before.people.last : here.number.first], lexicon.between):
        if before.part and not here.people.others:
            return replace(here, harm=before.harm, cue=here.cue or before.cue, part=True, whole=before.whole)
        if here.harm is None:
            return replace(here, harm=before.harm, cue=before.cue)
    if here.harm is None and not here.number.article and _fills_gap(words, before, here, cues, lexicon):
        return replace(here, harm=before.harm, cue=before.cue)
    return here


def _is_share(words: Words, before: Count, here: Count, cues: tuple[HarmCue, ...], lexicon: CountWords) -> bool:
    """Whether "including" or "of them" ties it to the count before, with no harm of its own between."""
    if here.people.shared:
        return True
    if _named_after(words, here, lexicon):
        return True
    start = max(before.people.last, here.number.first - NEAR_SHARE)
    return _part_words(words, range(start, here.number.first), lexicon)


def _named_after(words: Words, here: Count, lexicon: CountWords) -> bool:
    """ "three were killed, a woman among them"; not "18 people among them four children"."""
    last = here.people.last
    found = lexicon.parts_after.at(words, last) if last < len(words) else None
    if found is None:
        return False
    return found[0] == len(words) or not (words[found[0]].text[0].isdigit() or words[found[0]].lower in lexicon.opening)


def _part_words(words: Words, places: range, lexicon: CountWords) -> bool:
    return any(lexicon.parts.at(words, at) is not None for at in places)


def _fills_gap(words: Words, before: Count, here: Count, cues: tuple[HarmCue, ...], lexicon: CountWords) -> bool:
    """ "killed 12 in the town and another 5 in the village": what befell the second is left unsaid."""
    joined = words[here.number.first - 1].lower in lexicon.gaps
    cue = _next(cues, before.people.last)
    return joined and (cue is None or cue.first >= here.number.first)


def _settle_heads_of_lists(words: Words, counts: list[Count], lexicon: CountWords) -> list[Count]:
    """ "Four children and two women were killed": the first has the harm of the second; so "2 medics among 31 dead"."""
    settled = list(counts)
    for at in range(len(settled) - 2, -1, -1):
        here, then = settled[at], settled[at + 1]
        between = words[here.people.last : then.number.first]
        if here.harm is not None or then.harm is None:
            continue
        if between and _only(between, lexicon.mixed):
            settled[at] = replace(here, harm=then.harm, cue=then.cue, part=True, whole=at + 1)
        elif _only(between, lexicon.between) or _told_before(words, here, then, lexicon):
            settled[at] = replace(here, harm=then.harm, cue=then.cue)
    return settled


def _told_before(words: Words, here: Count, then: Count, lexicon: CountWords) -> bool:
    """ "Five men of one family including a boy were killed": the share tells of the whole."""
    start = max(here.people.last, then.number.first - NEAR_SHARE)
    near = then.number.first - here.people.last <= FAR_LEFT and here.people.who is not None
    return near and _part_words(words, range(start, then.number.first), lexicon)


def _settle_far(words: Words, counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords) -> list[Count]:
    return [count if count.harm else _far(words, counts, at, cues, lexicon) for at, count in enumerate(counts)]


def _far(words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords) -> Count:
    count = counts[at]
    cue = _far_right(words, counts, at, cues, lexicon)
    if cue is None and not count.number.article:
        cue = _far_left(words, counts, at, cues, lexicon)
    return replace(count, harm=cue.harm, cue=cue) if cue else count


def _far_right(
    words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords
) -> HarmCue | None:
    """The first harm suffered after the people, with no other count before it."""
    count = counts[at]
    if count.people.who is None:
        return None
    limit = counts[at + 1].number.first if at + 1 < len(counts) else len(words)
    reach = count.people.last + (FAR_RIGHT_ONE if count.number.article else FAR_RIGHT)
    cue = _next(cues, count.people.last)
    if cue is None or cue.first >= min(limit, reach) or not _is_suffered(words, cue, lexicon):
        return None
    return None if _closed(words, count.people.last, cue.first, lexicon) else cue


def _is_suffered(words: Words, cue: HarmCue, lexicon: CountWords) -> bool:
    """ "were killed", "died", and "killed in a raid", where no count or person follows."""
    if cue.passive or cue.side is Side.FOLLOWS:
        return True
    return cue.side is Side.EITHER and (cue.last == len(words) or words[cue.last].lower in lexicon.adjuncts)


def _closed(words: Words, start: int, end: int, lexicon: CountWords) -> bool:
    return any(word.lower in lexicon.closers for word in words[start:end])


def _far_left(
    words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords
) -> HarmCue | None:
    """The toll announced before it, or an act told a few words earlier in its clause."""
    count = counts[at]
    first, floor = count.number.first, counts[at - 1].people.last if at else 0
    reach = FAR_TOLL_SET if first and words[first - 1].lower in lexicon.setting else FAR_TOLL
    for cue in _back_from(cues, first):
        if first - cue.last > reach:
            return None
        if cue.last > first:
            continue
        if cue.side is Side.LEADS:
            return cue
        if cue.last < floor or cue.side is Side.FOLLOWS:
            continue
        near = count.people.who is not None and first - cue.last <= FAR_LEFT
        return cue if near and not _closed(words, cue.last, first, lexicon) else None
    return None
