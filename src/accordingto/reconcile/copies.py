"""Copies: reports that share one text's wording, whole or in part, and who took it from whom.

The wording of the text decides; titles are left out, since every outlet gives the same news the same headline.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from accordingto.reconcile.credits import find_credit
from accordingto.reconcile.houses import GENERAL, Houses
from accordingto.reconcile.ledgers import MemoryLedger
from accordingto.reconcile.shingles import FEW, own_words, samples, shared_words, split_words
from accordingto.terms.findings import Copy
from accordingto.terms.incidents import Direction
from accordingto.terms.reports import Report

WHOLE = 0.6  # of the shorter text: a reprint with new first lines, or gone over by an editor
PART = 0.2  # below it what is shared is a long quotation, not the telling around it
PART_WORDS = 65  # about three sentences: with fewer, a wire is told anew in an outlet's own words
BRIEF, BRIEF_WORDS = 0.39, 30  # of a text of a few lines one sentence is enough, where it is two fifths of it
CUT = 0.75  # a text this much shorter than the other is a cut of it, not the whole
INSIDE = 0.85  # all but the first or the last sentence
INSIDE_WORDS = 40  # about two sentences
NEWS_WORDS = 12  # more than a dateline and the name of the body that keeps the count
NEWS_DAYS = 5  # a wire's news is reprinted within days; what returns later is the history of the case told again


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one report, and its sampled shingles, with where each begins and by themselves."""

    report: Report
    words: tuple[str, ...]
    sampled: tuple[tuple[int, int], ...]
    samples: frozenset[int]

    @classmethod
    def of(cls, report: Report) -> "Text":
        words = split_words(report.text)
        return cls._of(report, words, samples(words))

    @classmethod
    def _of(cls, report: Report, words: tuple[str, ...], sampled: tuple[tuple[int, int], ...]) -> "Text":
        return cls(report, words, sampled, frozenset(key for _, key in sampled))

    @property
    def opening(self) -> "Text":
        """Its first half, where the news stands."""
        half = len(self.words) // 2
        return Text._of(self.report, self.words[:half], tuple(one for one in self.sampled if one[0] < half))


def find_copies(reports: Iterable[Report], houses: Houses = GENERAL) -> tuple[Copy, ...]:
    """Every pair of reports with a text, or a good part of one, in common; in order of ids."""
    from accordingto.reconcile.copying import exchange_texts  # late: what it compares two texts by stands here

    by_id = {report.id: report for report in reports}
    ledger = MemoryLedger()
    exchange_texts(ledger, (), [Text.of(report) for report in by_id.values()], lambda _: by_id, houses)
    return ledger.all_copies()


@dataclass(frozen=True, slots=True)
class Compared:
    """The copy that two texts are of each other, if they are; `near` where they may become one.

    As more becomes standing text, what two texts share shrinks, but so does what either has of its own.
    """

    copy: Copy | None = None
    near: bool = False


def compare_texts(one: Text, other: Text, standing: Collection[int], houses: Houses) -> Compared:
    """What two texts are to each other. `standing` are the samples that stand, `houses` whom a text may credit."""
    first, second = sorted((one, other), key=lambda text: text.report.id)
    if sum(key not in standing for key in first.samples & second.samples) < FEW:
        return Compared()
    short, long = (first, second) if len(first.words) <= len(second.words) else (second, first)
    shared = shared_words(short.words, long.words, short.sampled, standing)
    if not _is_part(shared, len(short.words)):
        return Compared()
    own = max(shared, own_words(short.words, short.sampled, standing))
    overlap = shared / own
    inside = overlap >= INSIDE and shared >= INSIDE_WORDS
    if not inside and _only_background(first, second, standing, houses):
        return Compared(near=True)
    whole = overlap >= WHOLE and len(short.words) >= CUT * len(long.words)
    direction, reason = _direction(first, second, overlap, houses)
    reasons = (f"{shared} of the {own} words of the shorter text stand in the other", reason)
    return Compared(Copy(first.report.id, second.report.id, round(overlap, 3), whole, direction, reasons))


def _is_part(shared: int, words: int) -> bool:
    """Whether so many of the words of the shorter text make it a copy of the other, at least in part."""
    return (shared >= PART_WORDS and shared >= PART * words) or (shared >= BRIEF_WORDS and shared >= BRIEF * words)


def _only_background(first: Text, second: Text, standing: Collection[int], houses: Houses) -> bool:
    """Whether what they share is how the war began or what a house always says, and not the telling of the news.

    News stands in the first half of a text, and nobody takes over their own words of another day.
    """
    days = abs((first.report.day - second.report.day).days) if first.report.day and second.report.day else 0
    own = days > 0 and houses.key(first.report.outlet) == houses.key(second.report.outlet)
    return own or days > NEWS_DAYS or not _share_openings(first, second, standing)


def _share_openings(first: Text, second: Text, standing: Collection[int]) -> bool:
    """Whether a stretch of the first half of either stands anywhere in the other."""
    pairs = ((first.opening, second), (second.opening, first))
    return any(shared_words(one.words, other.words, one.sampled, standing) >= NEWS_WORDS for one, other in pairs)


def _direction(first: Text, second: Text, overlap: float, houses: Houses) -> tuple[Direction, str]:
    return (
        _by_credit(first, second, houses)
        or _by_date(first.report, second.report)
        or _by_containment(first, second, overlap)
        or (Direction.UNKNOWN, "nothing says which was first")
    )


def _by_credit(first: Text, second: Text, houses: Houses) -> tuple[Direction, str] | None:
    outlets = (first.report.outlet, second.report.outlet)
    credits = (find_credit(text.report, outlets, houses) for text in (first, second))
    one, other = (credit.house if credit else None for credit in credits)
    if one and one == houses.key(second.report.outlet):
        return Direction.FIRST_FROM_SECOND, f"the first credits {second.report.outlet}"
    if other and other == houses.key(first.report.outlet):
        return Direction.SECOND_FROM_FIRST, f"the second credits {first.report.outlet}"
    if one and one == other:
        return Direction.UNKNOWN, f"both credit {one}"
    return None


def _by_date(first: Report, second: Report) -> tuple[Direction, str] | None:
    if not first.day or not second.day or first.day == second.day:
        return None
    if first.day < second.day:
        return Direction.SECOND_FROM_FIRST, f"the first is of {first.day}, the second of {second.day}"
    return Direction.FIRST_FROM_SECOND, f"the second is of {second.day}, the first of {first.day}"


def _by_containment(first: Text, second: Text, overlap: float) -> tuple[Direction, str] | None:
    short, long = sorted((len(first.words), len(second.words)))
    if overlap < INSIDE or short > CUT * long:
        return None
    if len(first.words) < len(second.words):
        return Direction.FIRST_FROM_SECOND, "the first is the second, cut"
    return Direction.SECOND_FROM_FIRST, "the second is the first, cut"


def copy_roots(report_ids: Iterable[str], copies: Iterable[Copy]) -> Mapping[str, str]:
    """For each report the one that stands for its text: itself, or the first of those that most of it is shared with.

    Joined link by link: whoever reprints a reprint, whole or cut, passes on the same voice.
    """
    root = {report_id: report_id for report_id in report_ids}
    kept = [copy for copy in copies if copy.overlap >= WHOLE]
    copiers = {copier for copy in kept if (copier := _copier(copy))}
    for copy in kept:
        one, other = _top(copy.first, root), _top(copy.second, root)
        # Who copied from nobody stands for all; where several did, or nobody, the id decides.
        first_hand = min(one, other, key=lambda report_id: (report_id in copiers, report_id))
        root[one], root[other] = first_hand, first_hand
    return {report_id: _top(report_id, root) for report_id in root}


def _copier(copy: Copy) -> str | None:
    return {Direction.FIRST_FROM_SECOND: copy.first, Direction.SECOND_FROM_FIRST: copy.second}.get(copy.direction)


def _top(report_id: str, root: Mapping[str, str]) -> str:
    while root[report_id] != report_id:
        report_id = root[report_id]
    return report_id
