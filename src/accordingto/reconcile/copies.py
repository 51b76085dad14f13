"""Copies: reports that share one text's wording, whole or in part, and who took it from whom.

The wording of the text decides; titles are left out, since every outlet gives the same news the same headline.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from accordingto.reconcile.credits import Credit, find_credit, house_key
from accordingto.reconcile.shingles import candidate_texts, own_words, shared_words, split_words, standing_shingles
from accordingto.terms.findings import Copy
from accordingto.terms.incidents import Direction
from accordingto.terms.reports import Report

WHOLE = 0.6  # of the shorter text: a reprint with new first lines, or gone over by an editor
PART = 0.22  # below it what is shared is a long quotation, not the telling around it
PART_WORDS = 40  # about two sentences
BRIEF, BRIEF_WORDS = 0.4, 30  # of a text of a few lines one sentence is enough, where it is nearly half of it
CUT = 0.75  # a text this much shorter than the other is a cut of it, not the whole
INSIDE = 0.85  # all but the first or the last sentence
NEWS_WORDS = 12  # more than a dateline and the name of the body that keeps the count
NEWS_DAYS = 5  # a wire's news is reprinted within days; what returns later is the history of the case told again


@dataclass(frozen=True, slots=True)
class _Text:
    report: Report
    words: tuple[str, ...]
    credit: Credit | None


def find_copies(reports: Iterable[Report]) -> tuple[Copy, ...]:
    """Every pair of reports with a text, or a good part of one, in common; in order of ids."""
    reports = list(reports)
    outlets = {report.outlet for report in reports}
    texts = {r.id: _Text(r, split_words(r.text), find_credit(r, outlets)) for r in reports}
    words = {name: text.words for name, text in texts.items()}
    standing = standing_shingles(words, {name: text.report.day for name, text in texts.items()})
    pairs = candidate_texts(words, standing)
    found = (_copy(texts[first], texts[second], standing) for first, second in pairs)
    return tuple(copy for copy in found if copy)


def _copy(first: _Text, second: _Text, standing: Collection[int]) -> Copy | None:
    short, long = (first, second) if len(first.words) <= len(second.words) else (second, first)
    shared = shared_words(short.words, long.words, standing)
    own = max(shared, own_words(short.words, standing))
    overlap = shared / own if own else 0.0
    if not _is_part(shared, overlap) or _only_background(first, second, overlap, standing):
        return None
    whole = overlap >= WHOLE and len(short.words) >= CUT * len(long.words)
    direction, reason = _direction(first, second, overlap)
    reasons = (f"{shared} of the {own} words of the shorter text stand in the other", reason)
    return Copy(first.report.id, second.report.id, round(overlap, 3), whole, direction, reasons)


def _is_part(shared: int, overlap: float) -> bool:
    return (overlap >= PART and shared >= PART_WORDS) or (overlap >= BRIEF and shared >= BRIEF_WORDS)


def _only_background(first: _Text, second: _Text, overlap: float, standing: Collection[int]) -> bool:
    """Whether what they share is how the war began or what a house always says, and not the telling of the news.

    News stands in the first half of a text, and nobody takes over their own words of another day.
    """
    days = abs((first.report.day - second.report.day).days) if first.report.day and second.report.day else 0
    own = days > 0 and house_key(first.report.outlet) == house_key(second.report.outlet)
    return overlap < INSIDE and (own or days > NEWS_DAYS or not _share_openings(first, second, standing))


def _share_openings(first: _Text, second: _Text, standing: Collection[int]) -> bool:
    """Whether a stretch of the first half of either stands anywhere in the other."""
    pairs = ((first.words, second.words), (second.words, first.words))
    return any(shared_words(one[: len(one) // 2], other, standing) >= NEWS_WORDS for one, other in pairs)


def _direction(first: _Text, second: _Text, overlap: float) -> tuple[Direction, str]:
    return (
        _by_credit(first, second)
        or _by_date(first.report, second.report)
        or _by_containment(first, second, overlap)
        or (Direction.UNKNOWN, "nothing says which was first")
    )


def _by_credit(first: _Text, second: _Text) -> tuple[Direction, str] | None:
    one, other = (text.credit.house if text.credit else None for text in (first, second))
    if one and one == house_key(second.report.outlet):
        return Direction.FIRST_FROM_SECOND, f"the first credits {second.report.outlet}"
    if other and other == house_key(first.report.outlet):
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


def _by_containment(first: _Text, second: _Text, overlap: float) -> tuple[Direction, str] | None:
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
