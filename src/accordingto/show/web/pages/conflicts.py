"""Conflicts: somebody decided first; what they changed, what was asked for, and how the thing stands now."""

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.casebook import Casebook
from accordingto.errors import NothingFound
from accordingto.show.finds import find_heading, find_read_as, state_words
from accordingto.show.incidents import incident_title
from accordingto.show.web.deciding import reports_of
from accordingto.show.web.forms import Form
from accordingto.show.words import one_line

# What a person chose or wrote in a form of ours, and what it is called there. Everything else the page put in.
SENT = {
    "verdict": "Verdict",
    "field": "Field",
    "value": "Value",
    "account": "Reports to take out",
    "other": "The other incident",
    "title": "Title",
    "text": "Text",
    "outlet": "Outlet",
    "published": "Published",
    "url": "Address",
    "round": "Name of the round",
    "kind": "Kinds of finds",
    "by": "Drawn as",
    "sample": "How many",
    "seed": "Seed",
    "coders": "Coders",
    "reason": "Why",
}
HERE_SHOWN = 20  # incidents that a split may have left


@dataclass(frozen=True, slots=True)
class Again:
    """The same form once more, over the thing as it stands now: `kept` goes with it unseen."""

    address: str
    kept: tuple[tuple[str, str], ...]
    verdict: str
    field: str
    value: str
    reason: str
    name: str
    now: str
    state: str
    href: str


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """What the first changed, what the second asked for, and the way on from there."""

    title: str
    words: str
    sent: tuple[tuple[str, str], ...]
    again: Again | None
    here: tuple[tuple[str, str], ...]


def conflict_page(case: Casebook, address: str, form: Form, words: str) -> ConflictPage:
    """Nothing of what the second wrote is lost: it stands on this page, over the thing as it is now."""
    again = _again(case, address, form)
    return ConflictPage("Decided meanwhile", words, sent_lines(form), again, () if again else tuple(_here(case, form)))


def sent_lines(form: Form) -> tuple[tuple[str, str], ...]:
    """What the person chose or wrote, under the names that the form gives it."""
    said = ((name, [one_line(value) for value in form.all(key) if value.strip()]) for key, name in SENT.items())
    return tuple((name, ", ".join(values)) for name, values in said if values)


def _again(case: Casebook, address: str, form: Form) -> Again | None:
    """The form about the find as it stands now; None where it was about no find, or that is gone."""
    if not form.one("verdict"):
        return None
    try:
        find = case.find(form.one("report"), form.one("item"))
    except NothingFound:
        return None
    kept = {key: form.one(key) for key in ("report", "item", "verdict", "field", "after", "skipped")} | {
        "seen": find.seen
    }
    value = form.one("value") if form.one("verdict") == "correct" else ""
    href = f"/review?report={find.item.report_id}&item={find.item.id}"
    now = (find_heading(find), find_read_as(find), state_words(find))
    told = (form.one("verdict"), form.one("field"), value, form.one("reason"))
    return Again(address, tuple(kept.items()), *told, *now, href)


def _here(case: Casebook, form: Form) -> Iterator[tuple[str, str]]:
    """The incidents that the reports of the form are told of now, each with its address."""
    reports = reports_of(case, form)
    found = [one for one in case.incidents() if not reports.isdisjoint(one.incident.report_ids)]
    found.sort(
        key=lambda one: (not one.incident.main, -len(reports.intersection(one.incident.report_ids)), one.incident.id)
    )
    yield from ((f"/incidents/{one.incident.name}", incident_title(one)) for one in found[:HERE_SHOWN])
