"""Reviews being made: what a person asks for becomes a review that the case can keep, or is refused with the reason."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from accordingto.casebook.finds import reports_told_of, told_of
from accordingto.casebook.looks import moment_of
from accordingto.errors import BadReview, NothingFound, Overtaken
from accordingto.terms.corrections import OF_FINDS, Correction
from accordingto.terms.decisions import OF_ACCOUNTS, Decision, change_of, takers_back
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.ids import goes_by
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor


def taken_out(
    incident: Incident, names: Iterable[str | Account], report_of: Callable[[str], Report]
) -> frozenset[Account]:
    """The accounts of the incident that these names mean: some of them, never all."""
    out = frozenset(account for name in names for account in _named(incident, name, report_of))
    if not out or out == set(incident.accounts):
        which = "all" if out else "none"
        raise BadReview(f"splitting {incident.name}: name some of its accounts, not {which} of them")
    return out


def _named(incident: Incident, name: str | Account, report_of: Callable[[str], Report]) -> list[Account]:
    """The account itself, or every account of the report that goes by the name."""
    if isinstance(name, Account):
        fits = [account for account in incident.accounts if account == name]
    else:
        fits = [account for account in incident.accounts if account.report_id == report_of(name).id]
    if not fits:
        raise NothingFound(f"{incident.name} has no account in {name!r}; `incident {incident.name}` lists them")
    return fits


def by_triggers(first: Iterable[Account], second: Iterable[Account], triggers: Mapping[Account, Anchor]) -> str:
    """The two sides of a decision as a review keeps them."""
    return change_of(*([triggers[account] for account in sorted(side)] for side in (first, second)))


def to_take_back(kept: Sequence[Review], asked: str) -> Review:
    """The review that somebody wants undone, unless it is undone already."""
    taken = _one_review(kept, asked)
    if by := takers_back(kept).get(taken.id):
        raise BadReview(f"{taken.name} is undone already; undo {by.name} to bring it back")
    return taken


def _one_review(kept: Iterable[Review], asked: str) -> Review:
    fits = [review for review in kept if goes_by(review.id, asked)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        names = ", ".join(review.name for review in fits)
        raise NothingFound(f"{len(fits)} reviews begin with {asked!r} ({names}); give more of the id")
    raise NothingFound(f"no review goes by {asked!r}; list them with `reviews`")


def checked_review(review: Review, kept: Sequence[Review]) -> Review:
    """The review as it is kept: its author and reason are words, and it is the latest of the case's."""
    author, reason = " ".join(review.author.split()), " ".join(review.reason.split())
    made = replace(review, author=author, reason=reason, made_at=moment_of(review.made_at))
    if not author or not reason:
        raise BadReview(
            f"a decision needs {'a reason' if author else 'an author'}: who reads it later has nothing else"
        )
    if kept and made.made_at <= kept[-1].made_at:
        last = f"{kept[-1].name} was made {kept[-1].made_at.isoformat()}"
        raise BadReview(f"{last}, and this decision would be made {made.made_at.isoformat()}: set the clock right")
    return made


def beside(review: Review, kept: Sequence[Review]) -> tuple[Review, ...]:
    """The reviews that this one must be later than: of a find those of the same find, of accounts all."""
    about = told_of(kept, review)
    return tuple(kept) if is_of_accounts(review, kept) else tuple(r for r in kept if told_of(kept, r) == about)


def is_of_accounts(review: Review, kept: Sequence[Review]) -> bool:
    """Whether it says which accounts stand together, itself or through what it takes back."""
    return not reports_told_of(kept, review)


def check_not_overtaken(made: Review, seen: Sequence[Review], kept: Sequence[Review]) -> None:
    """Nobody decided about the same thing since the person looked; else Overtaken, with what was changed.

    Of a split or a merge, whether its incidents are still there says more than who decided meanwhile: check_standing.
    """
    known, about = {review.id for review in seen}, told_of(kept, made)
    came = [review for review in kept if review.id not in known and told_of(kept, review) == about]
    if came and made.verdict not in OF_ACCOUNTS:
        raise Overtaken(overtaken_words(came[-1], made))


def check_standing(made: Review, of: Iterable[Incident], gone: Collection[str], kept: Sequence[Review]) -> None:
    """None of the incidents that a decision is of is gone since the person looked; else Overtaken."""
    reports = [report_id for incident in of if incident.id in gone for report_id in incident.report_ids]
    if reports:
        raise Overtaken(overtaken_words(latest_about(kept, reports), made))


def latest_about(reviews: Sequence[Review], report_ids: Collection[str]) -> Review | None:
    """The last review that speaks of one of these reports, itself or through what it takes back."""
    return next((one for one in reversed(reviews) if not _spoken_of(reviews, one).isdisjoint(report_ids)), None)


def _spoken_of(reviews: Sequence[Review], review: Review) -> frozenset[str]:
    by_id = {one.id: one for one in reviews}
    while review.verdict is Verdict.UNDO and review.subject in by_id:
        review = by_id[review.subject]
    if review.verdict in OF_ACCOUNTS:
        return frozenset(anchor.report_id for anchor in Decision.of(review).anchors)
    return frozenset([Correction.of(review).item.report_id] if review.verdict in OF_FINDS else [])


def after_those_that_came(review: Review, seen: Sequence[Review], kept: Sequence[Review]) -> Review:
    """The review, made after those that were kept while it waited for its turn: the order is that of the record."""
    known = {one.id for one in seen}
    came = [one.made_at for one in beside(review, kept) if one.id not in known]
    first = max(came, default=None)
    at = moment_of(review.made_at)
    return review if first is None or at > first else replace(review, made_at=first + timedelta(microseconds=1))


def overtaken_words(first: Review | None, second: Review) -> str:
    """What the first changed, told to the second."""
    if first is None:
        return "it is no longer as it was: the case was read or compared anew; look at it and decide again"
    said = f"{first.words}{_set_to(first)} [review {first.name}]"
    who = (
        "you decided already, perhaps on another page"
        if first.author == second.author
        else "somebody else decided first"
    )
    return f"{who}: {said}; look at it and decide again, {second.author}"


def _set_to(review: Review) -> str:
    correction = Correction.of(review) if review.verdict is Verdict.CORRECT else None
    return f" ({correction.field} is {correction.value})" if correction else ""


def missing(some: Iterable[IncidentFindings], others: Iterable[IncidentFindings]) -> tuple[IncidentFindings, ...]:
    """The incidents of `some` that are not among the others, or of which something else was found there."""
    known = {found.incident.id: found for found in others}
    return tuple(found for found in some if known.get(found.incident.id) != found)
