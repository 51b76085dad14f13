"""Consensus: what the encoder hears and what the rules find, made one list of attributions.

The encoder is right more often; the rules know the codebook's rulings and never tire of a rare cue. What the encoder is
sure of stands; what only the rules find stands where the encoder gives it some chance (docs/decisions/0006).
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from accordingto.read.encoders import Heard
from accordingto.read.nearness import Near
from accordingto.read.scenes import Found
from accordingto.read.sentences import Page
from accordingto.read.taggers import Cue, Range, Tags
from accordingto.terms.attributions import Act

SURE = 0.6  # chance from which the encoder is believed alone: best linked F1 on reports it had not seen (train5-6)
# Log odds that a statement is right, fitted on train5-6 with a model that had not seen them (evals.calibration).
BASE, PER_LOG_ODDS, HEARD_ALONE, RULES_ALONE = -0.79, 0.58, -0.80, 1.33
SUREST = 0.999  # a chance nearer to 1 says no more
SAME = 0.5  # intersection over union of two contents from which they are one (the scorer's measure)
TOGETHER = 0.8  # what the parts of a statement share with the whole: all but the words between them
APART = 0.3  # below it they are two


def agreed(page: Page, found: Sequence[Found], tags: Tags) -> list[Found]:
    """One list, every item with its confidence."""
    heard = tags.heard or ()
    sure = _once(item for item in heard if item.chance >= SURE)
    starts = [sentence.start for sentence in page.sentences]
    ruled = Near((item, _reach(item)) for item in found)
    merged: list[Found] = []
    pairs: list[tuple[Heard, Found | None]] = []
    for item in sure:
        near = ruled.to(_reach(item))
        parts = _parts(item, near)
        partner = parts[0] if parts else _partner(item, near)
        merged += parts or [_merged(item, partner, tags, page, starts)]
        pairs.append((item, partner))
    return merged + _supported(found, pairs, heard)


def _supported(
    found: Sequence[Found], pairs: Sequence[tuple[Heard, Found | None]], heard: Sequence[Heard]
) -> list[Found]:
    """What only the rules find, and the encoder gives a chance and reads no other way."""
    surely = Near((pair, _reach(pair[0])) for pair in pairs)
    faintly = Near((item, _reach(item)) for item in heard)
    kept: list[Found] = []
    for item in found:
        taken = any(_rivals(item, other, partner) for other, partner in surely.to(_reach(item)))
        support = None if taken else _support(item, faintly.to(_reach(item)))
        if support:
            kept.append(replace(item, confidence=confidence(support.chance, RULES_ALONE), acts=support.acts))
    return kept


def _once(heard: Iterable[Heard]) -> list[Heard]:
    """Without what is heard twice: two words of one cue taken for pivots of one content. The likelier one stays."""
    kept: list[Heard] = []
    for item in heard:
        last = kept[-1] if kept else None
        if last and _same_cue(last, item) and overlap(last.content, item.content) >= SAME:
            kept[-1] = max(last, item, key=lambda one: one.chance)
        else:
            kept.append(item)
    return kept


def _same_cue(first: Heard, second: Heard) -> bool:
    return any(_touch(a, b) for a in first.cue for b in second.cue)


def _parts(item: Heard, near: Sequence[Found]) -> list[Found]:
    """What the rules found around the same cue, where it is several statements that make up the one heard."""
    same = [other for other in near if other.cue and any(_touch(piece, other.cue) for piece in item.cue)]
    pieces = sorted(piece for other in same for piece in other.content)
    apart = all(left[1] <= right[0] for left, right in pairwise(pieces))
    if len(same) < 2 or not apart or overlap(item.content, pieces) < TOGETHER:
        return []
    return [replace(other, confidence=confidence(item.chance, 0.0), acts=item.acts) for other in same]


def _reach(item: Found | Heard) -> tuple[Range, ...]:
    """Where its cue and its content stand."""
    if isinstance(item, Heard):
        return item.cue + item.content
    return (*item.content, item.cue) if item.cue else item.content


def confidence(chance: float, who: float) -> float:
    """How surely a statement is one, and rightly linked: the encoder's chance, corrected for who else found it."""
    capped = min(chance, SUREST)
    odds = BASE + PER_LOG_ODDS * math.log(capped / (1 - capped)) + who
    return round(1 / (1 + math.exp(-odds)), 3)


def _rivals(item: Found, other: Heard, partner: Found | None) -> bool:
    """Whether the encoder surely reads the same words, or the same cue, otherwise than the rules.

    One cue may carry two statements: the rules' other reading of a cue does not count against this one. Nor does a
    statement in whose words this one is told: "the office said residents had reported that nine died" is two.
    """
    if item.cue is not None and any(start <= item.cue[0] and item.cue[1] <= end for start, end in other.content):
        return False
    if overlap(item.content, other.content) >= APART:
        return True
    same_cue = item.cue is not None and any(_touch(piece, item.cue) for piece in other.cue)
    return same_cue and not (partner and partner is not item and partner.cue == item.cue)


def overlap(first: Sequence[Range], second: Sequence[Range]) -> float:
    """Characters in both over characters in either; pieces of one content never overlap each other."""
    shared = sum(max(0, min(e, f) - max(s, t)) for s, e in first for t, f in second)
    either = sum(e - s for s, e in first) + sum(f - t for t, f in second) - shared
    return shared / either if either else 0.0


def _partner(item: Heard, found: Iterable[Found]) -> Found | None:
    """What the rules found around the same cue, or for want of one with the same content."""
    best = max(found, key=lambda other: _likeness(item, other), default=None)
    return best if best and _likeness(item, best) >= SAME else None


def _likeness(item: Heard, other: Found) -> float:
    same_cue = bool(other.cue) and any(_touch(piece, other.cue) for piece in item.cue if other.cue)
    return same_cue + overlap(item.content, other.content)


def _merged(item: Heard, partner: Found | None, tags: Tags, page: Page, starts: list[int]) -> Found:
    """The encoder's ranges; frame, act and what it missed from the rules' partner, else from the cue's words."""
    cue = _longest(item.cue)
    source = _with_apposition(page.body, _source(item, partner, cue), partner)
    sentence = bisect_right(starts, item.pivot) - 1
    known = _known_cue(cue, sentence, tags, page)
    act = partner.act if partner else known.act if known else Act.ASSERT
    frame = partner.frame if partner else known.frame if known else "heard"
    via = item.via or (partner.via if partner else ())
    surely = confidence(item.chance, 0.0 if partner else HEARD_ALONE)
    return Found(sentence, source, cue, item.content, act, frame, via, confidence=surely, acts=item.acts)


def _longest(pieces: Sequence[Range]) -> Range | None:
    return max(pieces, key=lambda piece: piece[1] - piece[0], default=None)


def _source(item: Heard, partner: Found | None, cue: Range | None) -> Range | None:
    """Of several pieces the one that the rules chose too, else the nearest to the cue; for none the rules' choice."""
    theirs = partner.source if partner else None
    if not item.source:
        return theirs
    for piece in item.source:
        if theirs and _touch(piece, theirs):
            return piece
    middle = cue or item.content[0]
    return min(item.source, key=lambda piece: max(middle[0] - piece[1], piece[0] - middle[1]))


def _with_apposition(body: str, source: Range | None, partner: Found | None) -> Range | None:
    """ "Rana Haddad, the port's envoy", "the port's envoy, Rana Haddad": the rules know better where such words end."""
    theirs = partner.source if partner else None
    if not source or not theirs or not theirs[0] <= source[0] < source[1] <= theirs[1]:
        return source
    set_off = body[theirs[0] : source[0]].rstrip().endswith(",") or body.startswith(",", source[1], theirs[1])
    return theirs if set_off else source


def _known_cue(cue: Range | None, sentence: int, tags: Tags, page: Page) -> Cue | None:
    if cue is None:
        return None
    words = page.sentences[sentence].words
    for known in tags.cues[sentence]:
        if _touch((words[known.first].start, words[known.last - 1].end), cue):
            return known
    return None


def _support(item: Found, heard: Sequence[Heard]) -> Heard | None:
    """The likeliest that the encoder hears with the same cue or the same content."""
    same = [other for other in heard if _likeness(other, item) >= SAME]
    return max(same, key=lambda other: other.chance, default=None)


def _touch(first: Range, second: Range) -> bool:
    return first[0] < second[1] and second[0] < first[1]
