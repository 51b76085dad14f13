"""Things that go by an id: found among all that comparing found and people decided."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from accordingto.errors import NothingFound, Unclear
from accordingto.terms.corrections import OF_FINDS, Correction
from accordingto.terms.decisions import Decisions, KeptReview
from accordingto.terms.findings import Comparison, Copy, IncidentFindings, Origin
from accordingto.terms.ids import Finding, goes_by, speakable

Thing = Finding | IncidentFindings | KeptReview
LISTED = 5  # of the things that begin alike: enough to see how much more of the id is needed


def one_thing(
    asked: str, comparison: Comparison, reviews: Sequence[KeptReview]
) -> tuple[Thing, tuple[IncidentFindings, ...]]:
    """The one thing that goes by what is asked for, and the incidents it belongs to."""
    fits: dict[str, tuple[Thing, list[IncidentFindings]]] = {}
    for long_id, thing, incident in _things(comparison, reviews):
        if goes_by(long_id, asked):
            owners = fits.setdefault(long_id, (thing, []))[1]
            owners.extend([incident] if incident else [])
    if len(fits) != 1:
        words = _no_one_thing(asked, {long_id: thing for long_id, (thing, _) in fits.items()})
        raise (Unclear if fits else NothingFound)(words)
    ((thing, incidents),) = fits.values()
    return thing, tuple(incidents)


def _things(
    comparison: Comparison, reviews: Sequence[KeptReview]
) -> Iterator[tuple[str, Thing, IncidentFindings | None]]:
    """Everything with an id, each finding of an incident under that incident first."""
    for one in comparison.incidents:
        yield one.incident.id, one, one
        for link in one.incident.links:
            yield link.id, link, one
        yield from ((finding.id, finding, one) for finding in _findings(one))
    yield from ((finding.id, finding, None) for finding in _findings(comparison))
    for kept in reviews:
        yield kept.review.id, kept, None
        yield from ((kept.review.id, kept, one) for one in comparison.incidents if _is_shaped(one, kept))


def _is_shaped(one: IncidentFindings, kept: KeptReview) -> bool:
    return any(ruling.review.id == kept.review.id for ruling in one.incident.rulings)


def _findings(owner: IncidentFindings | Comparison) -> Iterator[Finding]:
    """Whatever it holds that has an id, of any kind."""
    for field in fields(owner):
        some = getattr(owner, field.name)
        yield from (item for item in some if isinstance(item, Finding)) if isinstance(some, tuple) else ()


def reports_behind(*things: object) -> set[str]:
    """The ids of all reports that these things speak of, wherever in them they do."""
    return {report_id for thing in things for report_id in _reports(thing)}


def _reports(value: object) -> Iterator[str]:
    match value:
        case KeptReview(review=review) if review.verdict in OF_FINDS:
            yield Correction.of(review).item.report_id
        case KeptReview(review=review):
            yield from (report_id for decision in Decisions.of_all([review]) for report_id in _reports(decision))
        case Copy(first=first, second=second):
            yield from (first, second)
        case Origin(report_ids=report_ids, chains=chains):
            yield from (*report_ids, *_reports(chains))
        case tuple():
            yield from (report_id for item in value for report_id in _reports(item))
        case _ if is_dataclass(value):
            for field in fields(value):
                inside = getattr(value, field.name)
                yield from [inside] if field.name == "report_id" else _reports(inside)


def kind_of(thing: Thing) -> str:
    """What it is, in one word: "toll", "incident", "review"."""
    match thing:
        case IncidentFindings():
            return "incident"
        case KeptReview():
            return "review"
        case _:
            return type(thing).__name__.lower()


def _no_one_thing(asked: str, fits: dict[str, Thing]) -> str:
    if not fits:
        return (
            f"nothing goes by {asked!r}; `incident ID` and `brief ID` show after “why” what does, `reviews` the rest. "
            "What has gained words since goes by another id: ask as of the moment that you saw it, with --as-of MOMENT "
            "--known"
        )
    named = [f"{speakable(long_id)}, {kind_of(thing)}" for long_id, thing in fits.items()]
    more = " ..." if len(named) > LISTED else ""
    return f"{len(fits)} things begin with {asked!r} ({'; '.join(named[:LISTED])}{more}); give more of the id"
