"""Quotations: where verbatim words stand, in texts whose quotation marks are straight, curly, doubled or lost."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from accordingto.read.sentences import Page

LEFTOVER = "[â¢¾±©¯‚„]{0,3}[_\x80-\x9f]{2}[_\x80-\x9fâ¢¾±©¯‚„]*"  # of a mark in a broken encoding
MARK = re.compile(f"[\"“”«»„‟]|''|``|{LEFTOVER}")
OPENS = frozenset("“«„")
CLOSES = frozenset("”»")
BACKWARD_LIMIT = 1200  # characters: a lost opening mark is not looked for farther back than a long paragraph


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two marks; `closed` is false where one of the marks is lost."""

    start: int
    end: int
    closed: bool

    def holds(self, position: int) -> bool:
        return self.start <= position < self.end


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a page, left to right, and quick answers about them."""

    all: tuple[Quotation, ...]
    starts: tuple[int, ...]

    def around(self, position: int) -> Quotation | None:
        """The quotation that holds this character."""
        index = bisect_right(self.starts, position) - 1
        return self.all[index] if index >= 0 and self.all[index].holds(position) else None

    def ending_within(self, start: int, end: int) -> Quotation | None:
        """The last quotation that ends in this stretch."""
        index = bisect_right(self.starts, end) - 1
        while index >= 0 and self.all[index].end > end:
            index -= 1
        return self.all[index] if index >= 0 and self.all[index].end >= start else None

    def touching(self, start: int, end: int) -> list[Quotation]:
        """Every quotation that shares a character with this stretch."""
        index = max(bisect_right(self.starts, start) - 1, 0)
        found: list[Quotation] = []
        while index < len(self.all) and self.all[index].start < end:
            if self.all[index].end > start:
                found.append(self.all[index])
            index += 1
        return found


def find_quotations(page: Page) -> Quotations:
    """Every quotation of the page; none reaches over the end of its paragraph."""
    found: list[Quotation] = []
    ends = [sentence.end for sentence in page.sentences]
    for number, (start, end) in enumerate(page.paragraphs):
        goes_on = number + 1 < len(page.paragraphs) and bool(MARK.match(page.body, page.paragraphs[number + 1][0]))
        found.extend(_paragraph(page.body, start, end, ends, goes_on))
    return Quotations(tuple(found), tuple(quotation.start for quotation in found))


def _paragraph(body: str, left: int, right: int, ends: list[int], goes_on: bool) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    free = left  # nothing before this belongs to a lost opening mark
    for mark in MARK.finditer(body, left, right):
        if len(mark.group()) > 2 and _stands_apart(body, mark):
            continue
        opens = _opens(body, mark, opened is not None)
        if opened is not None:
            end = mark.start() if not opens else min(_sentence_end(ends, opened), mark.start())
            found.append(Quotation(opened, end, not opens))
        elif not opens and mark.start() - free <= BACKWARD_LIMIT and free == left:
            found.append(Quotation(free, mark.start(), False))
        opened = mark.end() if opens else None
        free = mark.end()
    if opened is not None and opened < right:
        end = right if goes_on else min(_sentence_end(ends, opened), right)
        found.append(Quotation(opened, end, False))
    return [quotation for quotation in found if quotation.start < quotation.end]


def _stands_apart(body: str, mark: re.Match[str]) -> bool:
    """Whether a leftover was an apostrophe or a dash: words on both its sides, or on none."""
    before, after = body[mark.start() - 1 : mark.start()], body[mark.end() : mark.end() + 1]
    return bool(before.strip()) == bool(after.strip())


def _opens(body: str, mark: re.Match[str], inside: bool) -> bool:
    if mark.group() in OPENS or mark.group() in CLOSES:
        return mark.group() in OPENS
    before = body[mark.start() - 1 : mark.start()]
    after = body[mark.end() : mark.end() + 1]
    open_before = not before or before.isspace() or before in "([-–—:_"
    open_after = bool(after) and not after.isspace() and after not in ".,;:!?)"
    if open_before and open_after:
        return True
    if not open_before:
        return not inside and open_after and not before.isalnum() and before not in ".,?!…"
    return not inside  # a mark that stands alone between two spaces


def _sentence_end(ends: list[int], position: int) -> int:
    index = bisect_right(ends, position)
    return ends[index] if index < len(ends) else position
