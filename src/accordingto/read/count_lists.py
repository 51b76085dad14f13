"""Lists of counts: what the members share, and which is a part of which.

"Four children and two women were killed", "12 people including 3 children", "killed 12 in the town and 5 more".
"""

from dataclasses import replace

from accordingto.read.count_harms import FAR_LEFT
from accordingto.read.counts import Count, CountWords, Words, cues_between, only
from accordingto.read.harms import HarmCue, Side

NEAR_SHARE = 4  # words between "including" and the share
ASIDE = 9  # words of "from the group and" between two counts of one list


def settle_lists(words: Words, counts: list[Count], cues: tuple[HarmCue, ...], lexicon: CountWords) -> list[Count]:
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
    if only(words[before.people.last : here.number.first], lexicon.between):
        if before.part and not here.people.others:
            return replace(here, harm=before.harm, cue=here.cue or before.cue, part=True, whole=before.whole)
        if here.harm is None:
            return replace(here, harm=before.harm, cue=before.cue)
    if here.harm is None and not here.number.article and _fills_gap(words, before, here, cues, lexicon):
        return replace(here, harm=before.harm, cue=before.cue)
    return here


def _is_share(words: Words, before: Count, here: Count, cues: tuple[HarmCue, ...], lexicon: CountWords) -> bool:
    """Whether "including" or "of them" ties it to the count before, with no harm of its own between."""
    if here.people.shared or (here.harm is None and lexicon.wholes.ends_at(words, before.number.first)):
        return True  # "Of the 126 dead, 80 were children"
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
    between = cues_between(cues, before.people.last, here.number.first)
    if lexicon.besides.ends_at(words, here.number.first):
        return all(cue.harm is before.harm for cue in between)
    # "12 were killed in the town and another 5 in the village": the first count's own word of harm is for both.
    shared = between == (before.cue,) and _stands_elsewhere(words, here, lexicon)
    return (not between or shared) and lexicon.gaps.ends_at(words, here.number.first)


def _stands_elsewhere(words: Words, here: Count, lexicon: CountWords) -> bool:
    last = here.people.last
    counted = here.people.who is not None or last == here.number.last  # never "several attempts at a truce"
    return counted and last < len(words) and words[last].lower in lexicon.spots


def settle_heads_of_lists(words: Words, counts: list[Count], lexicon: CountWords) -> list[Count]:
    """ "Four children and two women were killed": the first has the harm of the second; so "2 medics among 31 dead"."""
    settled = list(counts)
    for at in range(len(settled) - 2, -1, -1):
        here, then = settled[at], settled[at + 1]
        between = words[here.people.last : then.number.first]
        mixed = bool(between) and only(between, lexicon.mixed)
        if then.harm is None or not (here.harm is None or (mixed and here.harm is then.harm and not then.part)):
            continue
        if mixed:
            settled[at] = replace(here, harm=then.harm, cue=then.cue, part=True, whole=at + 1)
        elif _are_shares(words, here, then, lexicon):
            settled[at] = replace(here, harm=then.harm, cue=then.cue, part=True)
        elif (
            only(between, lexicon.between)
            or _told_before(words, here, then, lexicon)
            or _joined(between, here, then, lexicon)
        ):
            settled[at] = replace(here, harm=then.harm, cue=then.cue)
    return settled


def _are_shares(words: Words, here: Count, then: Count, lexicon: CountWords) -> bool:
    """ "Three children and two women were among the dead": both are shares, and neither is one of the other."""
    joined = only(words[here.people.last : then.number.first], lexicon.between)
    among = then.part and then.whole is None and then.cue is not None and then.cue.side is Side.SHARES
    return joined and among and not _told_before(words, here, then, lexicon)


def _joined(between: Words, here: Count, then: Count, lexicon: CountWords) -> bool:
    """ "19 fighters from the group and four civilians were killed": an aside stands before the "and"."""
    if (
        here.people.who is None
        or not 1 < len(between) <= ASIDE
        or then.cue is None
        or then.cue.first < then.people.last
    ):
        return False
    opens, joins = between[0].lower in lexicon.asides, between[-1].lower in lexicon.joins
    return opens and joins and not any(word.lower in lexicon.closers for word in between)


def _told_before(words: Words, here: Count, then: Count, lexicon: CountWords) -> bool:
    """ "Five men of one family including a boy were killed": the share tells of the whole."""
    start = max(here.people.last, then.number.first - NEAR_SHARE)
    near = then.number.first - here.people.last <= FAR_LEFT and here.people.who is not None
    return near and _part_words(words, range(start, then.number.first), lexicon)
