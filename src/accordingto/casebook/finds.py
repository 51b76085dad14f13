"""Finds of a report with what people said of them, and which of them somebody means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from accordingto.casebook.answers import Find, LookedOver
from accordingto.errors import BadReview, NothingFound
from accordingto.terms.claims import ClaimKind
from accordingto.terms.corrections import OF_FINDS, Correction, corrections_of
from accordingto.terms.decisions import KeptReview, Standing, in_order, takers_back
from accordingto.terms.ids import goes_by
from accordingto.terms.items import LISTS, fit_of, item_of
from accordingto.terms.readings import Reading
from accordingto.terms.reviews import Review, Verdict

NUMBERED = re.compile(rf"({'|'.join(ClaimKind)})[ :#]?(\d{{1,6}})")
LISTED = 5  # finds named where several are meant: enough to see how they differ


def find_kept(reviews: Iterable[Review], own: Mapping[str, Reading]) -> dict[str, KeptReview]:
    """What each review of a find does now to these readers' own readings, by the review's id."""
    from accordingto.read.corrections import correct

    ordered = in_order(reviews)
    undone, by_report = takers_back(ordered), _by_report(corrections_of(ordered))
    standing: dict[str, Standing] = {}
    for report_id, made in by_report.items():
        if report_id in own:
            found = correct(own[report_id], made)
            standing |= {one.review.id: Standing.IN_FORCE for one in found.holding}
            standing |= {one.review.id: Standing.REPLACED for one in found.replaced}
    return {one.id: _kept(one, undone.get(one.id), standing) for one in ordered if one.verdict in OF_FINDS}


def _by_report(made: Iterable[Correction]) -> dict[str, list[Correction]]:
    by_report: defaultdict[str, list[Correction]] = defaultdict(list)
    for one in made:
        by_report[one.item.report_id].append(one)
    return dict(by_report)


def _kept(review: Review, undone_by: Review | None, standing: Mapping[str, Standing]) -> KeptReview:
    if undone_by:
        return KeptReview(review, Standing.UNDONE, undone_by)
    now = standing.get(review.id, Standing.RESTING)
    return KeptReview(review, now, waiting=(Correction.of(review).item.anchor,) if now is Standing.RESTING else ())


def finds_in(own: Reading, reading: Reading, reviews: Iterable[Review]) -> tuple[Find, ...]:
    """Every find of the reader's own reading, in order of its words, with what the reviews say of it.

    `reading` is the one that is asked: what people made of the reader's own.
    """
    from accordingto.read.corrections import correct

    reviews = tuple(reviews)
    left = correct(own, corrections_of(reviews)).numbers
    said = _said(own, reviews)
    keys = [(kind, number) for kind in LISTS for number in range(len(getattr(own, LISTS[kind][0])))]
    finds = (_find(own, reading, key, left[key[0]], said.get(key, ())) for key in keys)
    return tuple(sorted(finds, key=lambda find: (find.item.anchor.start, find.item.anchor.end)))


def _said(own: Reading, reviews: Iterable[Review]) -> dict[tuple[ClaimKind, int], list[KeptReview]]:
    said: defaultdict[tuple[ClaimKind, int], list[KeptReview]] = defaultdict(list)
    for kept in find_kept(reviews, {own.report.id: own}).values():
        item = Correction.of(kept.review).item
        number = fit_of(own, item) if item.report_id == own.report.id else None
        if number is not None:
            said[item.kind, number].append(kept)
    return dict(said)


def _find(
    own: Reading,
    reading: Reading,
    key: tuple[ClaimKind, int],
    left: Sequence[int],
    said: Iterable[KeptReview],
) -> Find:
    kind, number = key
    index = left.index(number) if number in left else None
    return Find(item_of(own, kind, number), own, number, reading, index, tuple(said))


def looked(finds: Sequence[Find]) -> LookedOver:
    """All finds of one report, and the reading with the values that people gave; what they rejected stays in place."""
    from accordingto.read.corrections import correct

    own = finds[0].own
    said = (Correction.of(kept.review) for find in finds for kept in find.holding)
    return LookedOver(correct(own, [one for one in said if one.field is not None]).reading, tuple(finds))


def one_find(finds: Sequence[Find], asked: int | str, kind: ClaimKind | str | None = None) -> Find:
    """The find that is asked for: by its number, "figure 3", the id of its item or the start of it, or its words."""
    wanted = _kind(kind) if kind else None
    numbered = NUMBERED.fullmatch(asked.strip()) if isinstance(asked, str) else None
    if numbered:
        wanted, asked = ClaimKind(numbered[1]), int(numbered[2])
    of_kind = [find for find in finds if wanted in (None, find.item.kind)]
    for fits in _questions(of_kind, asked, wanted):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise NothingFound(f"{len(fits)} finds go by {asked!r} ({_listed(fits)}); ask for one by its id or number")
    called = f"{wanted} {asked}" if isinstance(asked, int) and wanted else repr(asked)
    raise NothingFound(f"the report has no find {called}; `review REPORT` lists what was read in it")


def _kind(kind: ClaimKind | str) -> ClaimKind:
    try:
        return ClaimKind(kind)
    except ValueError:
        raise BadReview(f"{kind!r} is no kind of find; the kinds are {', '.join(ClaimKind)}") from None


def _questions(finds: Sequence[Find], asked: int | str, kind: ClaimKind | None) -> Iterator[list[Find]]:
    if isinstance(asked, int):
        yield [find for find in finds if find.index == asked] if kind else []
        return
    yield [find for find in finds if goes_by(find.item.id, asked)]
    yield [find for find in finds if find.item.anchor.exact == asked]


def _listed(fits: Sequence[Find]) -> str:
    names = [f"{find.item.kind} {find.index}" if find.index is not None else find.item.name for find in fits[:LISTED]]
    return ", ".join(names) + (" ..." if len(fits) > LISTED else "")


def told_of(reviews: Sequence[Review], review: Review) -> str:
    """The thing that a review is about in the end: an undo is about what the review that it takes back is about."""
    by_id = {one.id: one for one in reviews}
    while review.verdict is Verdict.UNDO and review.subject in by_id:
        review = by_id[review.subject]
    return review.subject


def reports_told_of(reviews: Sequence[Review], review: Review) -> frozenset[str]:
    """The reports of whose finds a review speaks, itself or through what it takes back."""
    about = told_of(reviews, review)
    finds = (one for one in (*reviews, review) if one.verdict in OF_FINDS and one.subject == about)
    return frozenset(Correction.of(one).item.report_id for one in finds)


def latest_word(reviews: Sequence[Review], about: str) -> Review | None:
    """The last that anybody said of a thing, an undo among it."""
    return next((one for one in reversed(reviews) if told_of(reviews, one) == about), None)
