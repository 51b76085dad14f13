"""Reviews as JSON: one object each, with the accounts they speak of by report and trigger."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from accordingto.casebook import Find
from accordingto.terms.corrections import FIELDS, OF_FINDS, Correction
from accordingto.terms.decisions import OF_ACCOUNTS, Decision, KeptReview
from accordingto.terms.incidents import Ruling
from accordingto.terms.items import fields_of
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor

Json = dict[str, Any]


def review_form(kept: KeptReview, names: Mapping[str, str]) -> Json:
    """One review and what it does now (`names`: report id to name)."""
    review = kept.review
    decision = Decision.of(review) if review.verdict in OF_ACCOUNTS else None
    return {
        **made_form(review),
        "subject": review.subject,
        "find": find_form(Correction.of(review), names) if review.verdict in OF_FINDS else None,
        "first": _anchors(decision.first if decision else (), names),
        "second": _anchors(decision.second if decision else (), names),
        "standing": kept.standing,
        "undone_by": kept.undone_by.id if kept.undone_by else None,
        "waiting": _anchors(kept.waiting, names),
    }


def find_form(said: Correction, names: Mapping[str, str]) -> Json:
    """The find that a review is about, and the field and value that it sets."""
    item = said.item
    return {
        "report": names.get(item.report_id, item.report_id),
        "item": item.id,
        "kind": item.kind,
        "spans": [[span.start, span.end] for span in item.anchor.spans],
        "text": item.anchor.exact,
        "field": said.field,
        "value": said.value,
    }


def training_forms(finds: Iterable[Find]) -> Iterator[Json]:
    """What people rejected or corrected of these finds, one object each field, beside what the reader had read.

    Of a rejected find the reader's value is the whole find, and the person's is nothing.
    """
    for find in finds:
        for kept in find.holding:
            said = Correction.of(kept.review)
            if kept.review.verdict in (Verdict.REJECT, Verdict.CORRECT):
                yield {**_training(find, said), **made_form(kept.review)}


def _training(find: Find, said: Correction) -> Json:
    kind = find.item.kind
    fields = FIELDS[kind] if said.field is None else (said.field,)
    read = fields_of(find.own, kind, find.number, fields)
    return {
        "report": find.own.report.id,
        "ref": find.own.report.ref,
        "reader": str(find.own.reader),
        "kind": kind,
        "spans": [[span.start, span.end] for span in find.item.anchor.spans],
        "text": find.item.anchor.exact,
        "field": said.field,
        "read": dict(read) if said.field is None else read[said.field],
        "person": said.value,
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
