"""Borrowings: own words of a report that stand in another report of the case as well, and whose they are.

Whole texts that are reprinted are copies; here one sentence is enough. What it tells is the source's to whom the other
report gives it, else the agency's that made the other text.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from accordingto.reconcile.layouts import Layout
from accordingto.reconcile.memories import remembered
from accordingto.reconcile.retellings import Claimed
from accordingto.terms.claims import ClaimKind
from accordingto.terms.figures import Figure
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor

WINDOW = 8  # words around a claim that are not alike by chance: "at least 16 people in the" may well be

FEW = 3  # one and two are counted in many sentences

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Borrowing:
    """The report in which a claim's words stand as well, and the number of the same claim there, where it is read."""

    report_id: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Wordings:
    """The texts of a case in words, to look others' words up in."""

    readings: Mapping[str, Reading]
    _texts: dict[str, str] = field(default_factory=dict)  # the words of each, in order of id
    _counted: dict[Hashable, dict[str, list[int]]] = field(default_factory=dict)  # by what is counted and how many

    def borrowed(self, report_id: str, claimed: Claimed) -> Iterator[Borrowing]:
        """Every other report that has the words around this claim, in order of id."""
        window, before = self._window(self.readings[report_id], anchor_of(self.readings[report_id], claimed))
        if not window:
            return
        words, same = f" {window} ", self._same_count(report_id, claimed)
        for other, text in self._in_words().items():
            if other == report_id:
                continue
            if (at := text.find(words)) >= 0:
                start = _starts(self.readings[other].report)[text.count(" ", 0, at) + before]
                yield Borrowing(other, _claim_at(self.readings[other], claimed[0], start))
            elif other in same and (number := self._told_alike(report_id, claimed, other, same[other])) is not None:
                yield Borrowing(other, number)

    def _in_words(self) -> Mapping[str, str]:
        if not self._texts:
            self._texts.update((name, _in_words(self.readings[name].report)) for name in sorted(self.readings))
        return self._texts

    def _same_count(self, report_id: str, claimed: Claimed) -> Mapping[str, Sequence[int]]:
        """The figures of each report that give the same number of the same harm; none for one that is small."""
        kind, number = claimed
        if kind is not ClaimKind.FIGURE:
            return {}
        if not self._counted:
            for name, reading in self.readings.items():
                for n, figure in enumerate(reading.figures):
                    self._counted.setdefault(_count(figure), {}).setdefault(name, []).append(n)
        figure = self.readings[report_id].figures[number]
        return self._counted[_count(figure)] if (figure.low or figure.high or 0) >= FEW else {}

    def _told_alike(self, report_id: str, claimed: Claimed, other: str, alike: Sequence[int]) -> int | None:
        """The same count of another report whose sentence shares such a stretch elsewhere: a wire turned round.

        "A bomb on buses from two besieged towns killed 43", "43 died when a bomb on buses from two besieged towns ...".
        """
        mine = self._stretches(report_id, self.readings[report_id].figures[claimed[1]].anchor)
        figures = self.readings[other].figures
        return next((n for n in alike if mine & self._stretches(other, figures[n].anchor)), None)

    def _stretches(self, report_id: str, anchor: Anchor) -> frozenset[str]:
        """Every stretch of so many words of the sentence that the anchor stands in."""
        report = self.readings[report_id].report
        return _stretches(report, Layout.of(report).sentence_of(anchor))

    def _window(self, reading: Reading, anchor: Anchor) -> tuple[str, int]:
        """The words around, inside the sentence, and how many of them stand before; none of a headline's."""
        layout = Layout.of(reading.report)
        start, end = layout.sentences[layout.sentence_of(anchor)]
        words = list(_WORD.finditer(reading.report.body, start, end))
        if layout.in_headline(anchor) or len(words) < WINDOW:
            return "", 0
        at = sum(word.end() <= anchor.start for word in words)
        first = min(max(0, at - WINDOW // 2), len(words) - WINDOW)
        return " ".join(word.group().lower() for word in words[first : first + WINDOW]), at - first


@remembered
def _in_words(report: Report) -> str:
    """The words of a report, with one blank around each."""
    return f" {' '.join(map(str.lower, _WORD.findall(report.body)))} "


@remembered
def _starts(report: Report) -> tuple[int, ...]:
    """Where in its body each word of a report begins; asked for few of those that words are looked up in."""
    return tuple(word.start() for word in _WORD.finditer(report.body))


@remembered
def _stretches(report: Report, sentence: int) -> frozenset[str]:
    """Every stretch of so many words of a sentence."""
    start, end = Layout.of(report).sentences[sentence]
    words = [word.lower() for word in _WORD.findall(report.body, start, end)]
    return frozenset(" ".join(words[at : at + WINDOW]) for at in range(len(words) - WINDOW + 1))


def _count(figure: Figure) -> Hashable:
    return figure.harm, figure.low or figure.high


def anchor_of(reading: Reading, claimed: Claimed) -> Anchor:
    """The words of an event, a figure or a blame."""
    kind, number = claimed
    if kind is ClaimKind.EVENT:
        return reading.events[number].trigger
    return reading.figures[number].anchor if kind is ClaimKind.FIGURE else reading.blame[number].actor


def _claim_at(reading: Reading, kind: ClaimKind, start: int) -> int | None:
    many = {ClaimKind.EVENT: reading.events, ClaimKind.FIGURE: reading.figures}.get(kind, reading.blame)
    claims = ((number, anchor_of(reading, (kind, number))) for number in range(len(many)))
    return next((number for number, anchor in claims if anchor.start <= start < anchor.end), None)


def choose(
    found: Iterator[Borrowing], told: Callable[[Borrowing], bool], made: Callable[[str], bool]
) -> Borrowing | None:
    """Of the reports that have the words, one that gives them to a source, else one whose text an agency made."""
    several = list(found)
    by_source = (one for one in several if one.number is not None and told(one))
    return next(by_source, None) or next(
        (Borrowing(one.report_id, None) for one in several if made(one.report_id)), None
    )
