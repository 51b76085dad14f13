"""What people decided, put into words, the same in a list, on a terminal and in a brief."""

from collections.abc import Mapping, Sequence
from typing import Any

from accordingto.show.phrases import counted, listed
from accordingto.show.words import one_line, quoted
from accordingto.terms.corrections import OF_FINDS, Correction
from accordingto.terms.decisions import OF_ACCOUNTS, Decision, KeptReview
from accordingto.terms.ids import speakable
from accordingto.terms.incidents import Ruling
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor

SHOWN = 160  # characters of a find's words: a statement may be a paragraph


def decided_words(review: Review) -> str:
    """ "Mira Haddad put them apart: two attacks [review tabud-kuzom, 2026-11-29 03:40 UTC]"."""
    when = review.made_at.strftime("%Y-%m-%d %H:%M %Z")
    return f"{one_line(review.words)} [review {review.name}, {when}]"


def ruling_words(ruling: Ruling, names: Mapping[str, str]) -> str:
    """Whom a decision holds together, or apart from whom, and whose decision it is."""
    return f"{held_words(ruling, names)}: {decided_words(ruling.review)}"


def held_words(ruling: Ruling, names: Mapping[str, str]) -> str:
    """ "valley-1 held apart from citadel-1 and meridian-1"."""
    own, others = (
        listed(dict.fromkeys(one_line(names.get(account.report_id, account.report_id)) for account in some))
        for some in (ruling.accounts, ruling.others)
    )
    together = ruling.review.verdict is Verdict.MERGE
    return f"{own} held together" if together else f"{own} held apart from {others}"


def about_words(review: Review, names: Mapping[str, str]) -> str:
    """Which accounts a decision speaks of, by their reports and triggers; of an undo, which decision."""
    if review.verdict in OF_FINDS:
        return _find_words(Correction.of(review), names)
    if review.verdict not in OF_ACCOUNTS:
        return f"review {speakable(review.subject)}"
    decision = Decision.of(review)
    first, second = (_told(side, names) for side in (decision.first, decision.second))
    return f"{first} {'together with' if decision.together else 'apart from'} {second}"


def _find_words(said: Correction, names: Mapping[str, str]) -> str:
    """ "the figure “At least 30” of wire-1: low is 32"; without its words where the report is not at hand."""
    item = said.item
    if item.report_id not in names:
        return f"a {item.kind} of a report not shown here"
    words = f"the {item.kind} {quoted(item.anchor.exact, SHOWN)} of {one_line(names[item.report_id])}"
    return words if said.field is None else f"{words}: {said.field} is {value_words(said.value)}"


def value_words(value: Any) -> str:
    """A value that a person set, in words: "none", "32", "120-132"."""
    match value:
        case None | []:
            return "none"
        case bool():
            return "yes" if value else "no"
        case [int(start), int(end)]:
            return f"{start}-{end}"
        case list():
            return "; ".join(value_words(one) for one in value)
        case _:
            return one_line(str(value))


def _told(anchors: Sequence[Anchor], names: Mapping[str, str]) -> str:
    """Each account by its report and trigger; one whose report is not at hand, as when it came later, by neither."""
    told = [f"{one_line(names[a.report_id])} {quoted(a.exact)}" for a in anchors if a.report_id in names]
    hidden = sum(a.report_id not in names for a in anchors)
    return listed([*told, *([f"{counted(hidden, 'account')} of reports not shown here"] if hidden else [])])


def standing_words(kept: KeptReview, names: Mapping[str, str]) -> str:
    """ "resting: 2 accounts fit no event now, ..."; "undone by lusab-babad"."""
    by = f" by {kept.undone_by.name}" if kept.undone_by else ""
    return f"{kept.standing.value}{by}{f'; {_waiting(kept, names)}' if kept.waiting else ''}"


def _waiting(kept: KeptReview, names: Mapping[str, str]) -> str:
    if kept.review.verdict in OF_FINDS:
        return "nothing of its kind is read in these words now"
    return f"{counted(len(kept.waiting), 'account')} without an event now: {_told(kept.waiting, names)}"
