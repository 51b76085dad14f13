"""Gold annotations as readings: reports and the codebook's lists become terms objects with real anchors.

Lets reconcile be measured alone. Places carry no coordinates, and sources are named by their words.
"""

from datetime import UTC, date, datetime
from typing import Any

from accordingto.ingest.tables import report_of_row
from accordingto.terms.attributions import Act, Attribution, Form
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.claims import Claim, ClaimKind, Factuality
from accordingto.terms.commitments import Commitment
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor
from evals.shared import gold_annotations, gold_rows

Json = dict[str, Any]
GOLD_READER = ReaderName("gold", "1", "codebook")
GAP = " ... "  # the codebook's short form: first words, gap, last words


def gold_readings(name: str) -> tuple[Reading, ...]:
    """One reading for each annotated report of a set, in the order of the annotations."""
    rows = {row["id"]: row for row in gold_rows(name)}
    return tuple(reading_of(report_of_row(rows[gold["id"]]), gold) for gold in gold_annotations(name))


def reading_of(report: Report, gold: Json) -> Reading:
    """The annotation as a reading; an item whose words stand nowhere in the report keeps its place, unanchored."""
    return Reading(
        report,
        GOLD_READER,
        statements=tuple(_statement(report, item) for item in gold.get("statements", [])),
        events=tuple(_event(report, item) for item in gold.get("events", [])),
        figures=tuple(_figure(report, item) for item in gold.get("figures", [])),
        blame=tuple(_blame(report, item) for item in gold.get("blame", [])),
        announcements=tuple(_announcement(report, item) for item in gold.get("announcements", [])),
        claims=tuple(_claims(report, gold)),
    )


def find_ranges(body: str, item: Json, key: str) -> list[tuple[int, int]]:
    """Where the values of a key stand, each at the occurrence that the key with "@" asks for."""
    value, occurrence = item.get(key), item.get(f"{key}@", 1)
    values = value if isinstance(value, list) else [] if value is None else [value]
    numbers = occurrence if isinstance(occurrence, list) else [occurrence] * len(values)
    found = (locate(body, words, number) for words, number in zip(values, numbers, strict=False))
    return [place for place in found if place]


def locate(body: str, words: str, occurrence: int = 1) -> tuple[int, int] | None:
    """The nth occurrence of some words, or of the shortest stretch from "first" to "last"; None where absent."""
    first, _, last = words.partition(GAP)
    start = -1
    for _ in range(occurrence):
        start = body.find(first, start + 1)
        if start < 0:
            return None
    end = body.find(last, start + len(first)) if last else start
    return (start, end + len(last or first)) if end >= 0 else None


def _anchor(report: Report, item: Json, key: str) -> Anchor | None:
    ranges = find_ranges(report.body, item, key)
    return Anchor.at(report.id, report.body, *ranges) if ranges else None


def _anchors(report: Report, item: Json, key: str) -> tuple[Anchor, ...]:
    return tuple(Anchor.at(report.id, report.body, found) for found in find_ranges(report.body, item, key))


def _needed(report: Report, item: Json, key: str) -> Anchor:
    return _anchor(report, item, key) or Anchor.at(report.id, report.body, (0, 0))


def _statement(report: Report, item: Json) -> Attribution:
    return Attribution(
        source=_anchor(report, item, "source"),
        via=_anchors(report, item, "via"),
        cue=_anchor(report, item, "cue"),
        content=_needed(report, item, "content"),
        form=Form(item["form"]),
        act=Act(item["act"]),
        hedge=_anchor(report, item, "hedge"),
    )


def _event(report: Report, item: Json) -> Event:
    return Event(
        type=EventType(item["type"]),
        mode=item.get("mode"),
        trigger=_needed(report, item, "trigger"),
        status=Status(item["status"]),
        actor=_anchors(report, item, "actor"),
        recipient=_anchors(report, item, "recipient"),
        place=_anchor(report, item, "place"),
        time=_anchor(report, item, "time"),
        date=item.get("date"),
        main=bool(item.get("main")),
        statement=item.get("statement"),
    )


def _figure(report: Report, item: Json) -> Figure:
    return Figure(
        anchor=_needed(report, item, "text"),
        low=item.get("low"),
        high=item.get("high"),
        bound=Bound(item["bound"]),
        who=Who(item["who"]),
        harm=Harm(item["harm"]),
        part_of=item.get("part_of"),
        statement=item.get("statement"),
        event=item.get("event"),
    )


def _blame(report: Report, item: Json) -> Blame:
    return Blame(item.get("event"), _needed(report, item, "actor"), item.get("by"), Stance(item["stance"]))


def _announcement(report: Report, item: Json) -> Commitment:
    due = item.get("due_iso") or ""
    moment = datetime.fromisoformat(due) if "T" in due else None
    day = date.fromisoformat(due[:10]) if len(due) >= 10 else None
    at = moment.replace(tzinfo=moment.tzinfo or UTC) if moment else None
    return Commitment(_needed(report, item, "what"), _anchor(report, item, "due"), at, day, item.get("statement"))


def _claims(report: Report, gold: Json) -> list[Claim]:
    """Events, figures and blame, each with the chain of the statement that carries it."""
    lists = (
        (ClaimKind.EVENT, "events", "trigger", "statement"),
        (ClaimKind.FIGURE, "figures", "text", "statement"),
        (ClaimKind.BLAME, "blame", "actor", "by"),
    )
    return [
        Claim(
            kind,
            index,
            _needed(report, item, words),
            _chain(report, gold, item.get(carrier)),
            Factuality.UNCERTAIN,
            None,
            item.get(carrier),
        )
        for kind, key, words, carrier in lists
        for index, item in enumerate(gold.get(key, []))
    ]


def _chain(report: Report, gold: Json, statement: int | None) -> tuple[str, ...]:
    if statement is None:
        return (report.outlet,)
    said = gold["statements"][statement]
    return (said["source"] or "", *said["via"], report.outlet)
