"""Which harm befell each count of a sentence: the nearest word of harm that looks its way, else one from afar.

"killed 12 and injured 30 others", "12 killed 30 injured", "12 people including 3 children were killed": which count
belongs to which harm is told by what stands between them.
"""

from dataclasses import replace

from accordingto.read.counts import Count, CountWords, Words, cues_back_from, next_cue, only
from accordingto.read.harms import HarmCue, Side
from accordingto.terms.figures import Harm, Who

NEAR_LEFT = 6  # words between a word of harm and the count it takes
NEAR_RIGHT = 7  # words between a count and the word of harm that follows it
FAR_LEFT = 9  # "killed in the market of the town 12 people"
FAR_RIGHT = 22  # "21 people, among them men who had sought shelter in the town, were killed"
FAR_RIGHT_ONE = 10  # the same after "a commander": one person is told closer to the harm
FAR_TOLL = 14  # "the death toll from the strike on the market: 12"
ARMED = frozenset({Who.FIGHTERS, Who.SOLDIERS, Who.POLICE})
OF_THINGS = frozenset({Harm.EVACUATED, Harm.DISPLACED, Harm.TRAPPED, Harm.BESIEGED, Harm.OTHER})
FAR_TOLL_SET = 30  # the same where the number is set right before it: "has risen to 12"


def settle_near(words: Words, counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords) -> list[Count]:
    taken: set[int] = set()
    settled: list[Count] = []
    for at, count in enumerate(counts):
        if count.part:
            settled.append(count)
            continue
        left = _left(words, counts, at, cues, taken, lexicon)
        right = _right(words, counts, at, cues, lexicon)
        cue = _nearer(words, counts, at, left, right, lexicon) or count.cue
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
    for cue in cues_back_from(cues, first):
        if cue.last < floor:
            return None
        if cue.last > first or cue.first in taken:
            continue
        if first - cue.last > NEAR_LEFT or cue.side is Side.FOLLOWS or not _may_befall(cue, counts[at]):
            return None
        return cue if only(words[cue.last : first], lexicon.left) else None
    return None


def _right(
    words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords
) -> HarmCue | None:
    """The nearest word of harm behind the people that may follow them."""
    last = counts[at].people.last
    cue = next_cue(cues, last)
    if cue is None or cue.first - last > NEAR_RIGHT or cue.side in (Side.TAKES, Side.LEADS):
        return None
    if not _may_befall(cue, counts[at]) or _does(cue, counts, at):
        return None
    return cue if only(words[last : cue.first], lexicon.right) else None


def _does(cue: HarmCue, counts: list[Count], at: int) -> bool:
    """ "A sniper shot dead a man": one of those under arms did it to those counted right behind the word."""
    one = counts[at].number.article and counts[at].people.who in ARMED
    active = one and cue.side is Side.EITHER and not cue.passive
    return active and at + 1 < len(counts) and counts[at + 1].number.first == cue.last


def _may_befall(cue: HarmCue, count: Count) -> bool:
    """Whether these people can be the ones: lorries are evacuated and towns besieged, only people are killed."""
    people = count.people
    unnamed = people.who is None and not people.others and (cue.of_people or people.last > people.first)
    if count.number.high == 0 and cue.harm in OF_THINGS:
        return False  # "nobody will leave"
    return not (unnamed and (cue.of_people or cue.harm in OF_THINGS))


def _nearer(
    words: Words, counts: list[Count], at: int, left: HarmCue | None, right: HarmCue | None, lexicon: CountWords
) -> HarmCue | None:
    """Which of the two claims the count. "killed 10 injured 16": the second word is the next count's own."""
    if left is None or right is None:
        return left or right
    if left.side is Side.LEADS or right.passive or right.side is Side.SHARES:
        return right
    if right.side is Side.FOLLOWS and left.side is not Side.TAKES:
        return right
    return right if _has_its_own(words, counts, at, left, right, lexicon) else left


def _has_its_own(
    words: Words, counts: list[Count], at: int, left: HarmCue, right: HarmCue, lexicon: CountWords
) -> bool:
    """ "Child killed 9 civilians injured": the first word is told of the child, and no count follows the second."""
    told = left.side is Side.EITHER and left.first > 0 and words[left.first - 1].lower in lexicon.victims
    free = at + 1 == len(counts) or counts[at + 1].number.first > right.last + 1
    return told and free and right.first == counts[at].people.last


def settle_far(words: Words, counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords) -> list[Count]:
    return [count if count.harm else _far(words, counts, at, cues, lexicon) for at, count in enumerate(counts)]


def _far(words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords) -> Count:
    count = counts[at]
    share = _far_share(words, counts, at, cues, lexicon)
    if share is not None:
        return replace(count, harm=share.harm, cue=share, part=True)
    cue = _far_right(words, counts, at, cues, lexicon)
    if cue is None and not count.number.article:
        cue = _far_left(words, counts, at, cues, lexicon)
    return replace(count, harm=cue.harm, cue=cue) if cue else count


def _far_share(
    words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords
) -> HarmCue | None:
    """ "Among the dead in the blast on the market were a woman", "those killed overnight included 12 people"."""
    first, floor = counts[at].number.first, counts[at - 1].people.last if at else 0
    if not first or words[first - 1].lower not in lexicon.telling:
        return None
    cue = next((cue for cue in cues_back_from(cues, first) if cue.last <= first), None)
    if cue is None or cue.side is not Side.SHARES or cue.last < floor or first - cue.last > FAR_TOLL:
        return None
    return None if _closed(words, cue.last, first, lexicon) else cue


def _far_right(
    words: Words, counts: list[Count], at: int, cues: tuple[HarmCue, ...], lexicon: CountWords
) -> HarmCue | None:
    """The first harm suffered after the people, with no other count before it."""
    count = counts[at]
    more = count.people.last == count.people.first > count.number.last  # "thousands more are expected to leave"
    if count.people.who is None and not (more or _goes_on(words, counts, at, lexicon)):
        return None
    limit = counts[at + 1].number.first if at + 1 < len(counts) else len(words)
    reach = count.people.last + (FAR_RIGHT_ONE if count.number.article else FAR_RIGHT)
    cue = next_cue(cues, count.people.last)
    if cue is None or cue.first >= min(limit, reach) or not _is_suffered(words, cue, lexicon):
        return None
    start = count.people.last
    start += start < len(words) and words[start].lower in lexicon.relative  # "5,000 people who had fled"
    return None if _closed(words, start, cue.first, lexicon) else cue


def _goes_on(words: Words, counts: list[Count], at: int, lexicon: CountWords) -> bool:
    """ "5,000 people from the towns and 2,000 from the valley": the noun is that of the count before."""
    here, before = counts[at], counts[at - 1] if at else None
    if before is None or before.people.who is None or here.people.last > here.number.last:
        return False
    aside = here.number.last < len(words) and words[here.number.last].lower == words[before.people.last].lower
    return (
        aside
        and words[here.number.first - 1].lower in lexicon.joins
        and words[here.number.last].lower in lexicon.asides
    )


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
    ends_toll = bool(first) and words[first - 1].lower in lexicon.setting
    reach = FAR_TOLL_SET if ends_toll else FAR_TOLL
    for cue in cues_back_from(cues, first):
        if first - cue.last > reach:
            return None
        if cue.last > first:
            continue
        if cue.side is Side.LEADS:
            return cue
        if cue.last < floor or (cue.side is Side.FOLLOWS and not lexicon.parts.ends_at(words, first)):
            continue
        if ends_toll and count.people.who is None:
            continue  # "the toll in the attack on people evacuated from two besieged towns has risen to 12"
        near = count.people.who is not None and first - cue.last <= FAR_LEFT
        return cue if near and not _closed(words, cue.last, first, lexicon) else None
    return None
