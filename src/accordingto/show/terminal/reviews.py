"""What people decided: the list of a case, and what one decision changed."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType

from accordingto.show.incidents import incident_title, voices_words
from accordingto.show.phrases import counted
from accordingto.show.reviews import about_words, decided_words, standing_words
from accordingto.show.terminal.layout import NAME, QUIET, indented, labelled, plain
from accordingto.terms.decisions import KeptReview, Standing
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.reviews import Review

LABEL = 12


def reviews_view(kept: Sequence[KeptReview], names: Mapping[str, str]) -> RenderableType:
    """Every decision with its author, day and reason, the accounts it speaks of, and what it does now."""
    if not kept:
        return plain("Nobody has decided anything yet: `review`, `split` and `merge` do.")
    holding = sum(one.standing is Standing.IN_FORCE for one in kept)
    return Group(
        *(_review(one, names) for one in kept), plain(f"{counted(len(kept), 'review')}, {holding} in force.", QUIET)
    )


def _review(kept: KeptReview, names: Mapping[str, str]) -> RenderableType:
    review = kept.review
    rows = [("about", about_words(review, names)), ("now", standing_words(kept, names))]
    return Group(plain(decided_words(review), NAME), indented(labelled(rows, LABEL)))


def decided_view(
    review: Review, before: Sequence[IncidentFindings], after: Sequence[IncidentFindings]
) -> RenderableType:
    """The decision just made, and the incidents before and after it."""
    if not (before or after):
        return Group(plain(decided_words(review), NAME), plain("It changes no incident now."))
    return Group(plain(decided_words(review), NAME), *_listed("before", before), *_listed("now", after))


def _listed(label: str, found: Sequence[IncidentFindings]) -> list[RenderableType]:
    rows = [(label, f"{one.incident.name}  {incident_title(one)}; {voices_words(one)}") for one in found]
    return [indented(labelled(rows, LABEL))] if rows else []
