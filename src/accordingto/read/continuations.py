"""Continuations: quotations that stand on their own, given to the one who spoke just before."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import replace

from accordingto.read.quotations import Quotation, Quotations
from accordingto.read.scenes import Found
from accordingto.read.sentences import Page
from accordingto.read.taggers import Range
from accordingto.terms.attributions import Act

FEWEST = 4  # words: fewer between quotation marks are a name or a word held off
FARTHEST = 200  # characters between a quotation and the one that goes on with it
CLOSING_MARKS = '"”»'
ENDS = ".?!…"


def with_bare_quotations(page: Page, found: list[Found], quotations: Quotations) -> list[Found]:
    """What was found, with every quotation that nobody is named for as a further piece or a statement without a cue."""
    result = sorted(found, key=lambda item: (item.sentence, item.content[0]))
    taken = _Taken(piece for item in found for piece in item.content)
    spoken = sorted((item.content[-1][1], index) for index, item in enumerate(result) if item.source)
    for quotation in quotations.all:
        if _is_bare(page, quotation) and not taken.touches(quotation):
            place = bisect_right(spoken, (quotation.start, len(result))) - 1
            if place >= 0:
                _give(page, result, spoken[place][1], quotation, spoken)
    return result


class _Taken:
    """Stretches that belong to a statement already."""

    def __init__(self, pieces: Iterable[Range]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(pieces):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, quotation: Quotation) -> bool:
        place = bisect_right(self._ends, quotation.start)
        return place < len(self._starts) and self._starts[place] < quotation.end


def _is_bare(page: Page, quotation: Quotation) -> bool:
    """Whether it is a sentence or more on its own."""
    if len(page.body[quotation.start : quotation.end].split(maxsplit=FEWEST)) < FEWEST:
        return False
    before = page.body[max(quotation.start - 4, 0) : quotation.start - 1].rstrip(" \"“'")
    following = page.body[quotation.end : quotation.end + 4]
    ended = page.body[quotation.end - 1] in ENDS or "\n" in following or not following.strip(" \"”'.")
    return ended and (not before or before[-1] in ENDS + "\n:")


def _give(page: Page, found: list[Found], index: int, quotation: Quotation, spoken: list[Range]) -> None:
    """To the statement `index`, which ends just before it: as one more piece, or in a new paragraph as one more."""
    item, piece = found[index], (quotation.start, quotation.end)
    gap = page.body[item.content[-1][1] : min(quotation.start, item.content[-1][1] + FARTHEST + 1)]
    if len(gap) > FARTHEST or gap.count("\n\n") > 1:
        return
    if "\n\n" not in gap or not any(mark in gap.split("\n\n")[0] for mark in CLOSING_MARKS):
        found[index] = replace(item, content=(*item.content, piece))
        insort(spoken, (quotation.end, index))
    else:
        found.append(replace(item, cue=None, via=(), content=(piece,), act=Act.ASSERT, frame="bare"))
        insort(spoken, (quotation.end, len(found) - 1))
