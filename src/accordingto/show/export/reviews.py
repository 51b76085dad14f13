"""Reviews as JSON: one object each, with the accounts they speak of by report and trigger."""

from collections.abc import Iterable, Mapping
from typing import Any

from accordingto.terms.decisions import OF_ACCOUNTS, Decision, KeptReview
from accordingto.terms.incidents import Ruling
from accordingto.terms.reviews import Review
from accordingto.terms.spans import Anchor

Json = dict[str, Any]


def review_form(kept: KeptReview, names: Mapping[str, str]) -> Json:
    """One review and what it does now (`names`: report id to name)."""
    review = kept.review
    decision = Decision.of(review) if review.verdict in OF_ACCOUNTS else None
    return {
        **made_form(review),
        "subject": review.subject,
        "first": _anchors(decision.first if decision else (), names),
        "second": _anchors(decision.second if decision else (), names),
        "standing": kept.standing,
        "undone_by": kept.undone_by.id if kept.undone_by else None,
        "waiting": _anchors(kept.waiting, names),
    }


def made_form(review: Review) -> Json:
    """Who decided what, when and why."""
    return {
        "review": review.id,
        "name": review.name,
        "verdict": review.verdict,
        "author": review.author,
        "made_at": review.made_at.isoformat(),
        "reason": review.reason,
    }


def _anchors(anchors: Iterable[Anchor], names: Mapping[str, str]) -> list[Json]:
    return [
        {"report": names.get(a.report_id, a.report_id), "text": a.exact, "start": a.start, "end": a.end}
        for a in anchors
    ]


def ruling_form(ruling: Ruling, names: Mapping[str, str]) -> Json:
    """What a review does to an incident: the reports whose accounts it holds together, or apart from `others`."""
    own, others = (
        list(dict.fromkeys(names.get(account.report_id, account.report_id) for account in some))
        for some in (ruling.accounts, ruling.others)
    )
    return {**made_form(ruling.review), "accounts": own, "others": others}
