"""Invented reports with what is to be read in them, in the codebook's form with its usual values left out."""

from datetime import date, datetime
from typing import Any

from accordingto.reconcile.desks import Desk
from accordingto.reconcile.grouping import regroup
from accordingto.reconcile.ledgers import MemoryLedger
from accordingto.reconcile.linking import NOBODY, exchange_tellings
from accordingto.reconcile.tellings import unfold_one
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from evals.adapter import reading_of

DAY = date(2019, 5, 3)
Item = dict[str, Any]


def invented(
    text: str,
    *,
    title: str = "An invented report",
    outlet: str = "The Example (invented)",
    published: date | datetime | None = DAY,
    ref: str | None = None,
    **lists: list[Item],
) -> Reading:
    """The reading of an invented report: `invented("Six died.", events=[event("died")])`."""
    return reading_of(Report.of(title=title, text=text, outlet=outlet, published=published, ref=ref), lists)


def all_incidents(*readings: Reading) -> tuple[Incident, ...]:
    """Every incident of these readings, also what one report mentions in passing; copies are not looked for."""
    desk = Desk(MemoryLedger())
    told = {reading.report.id: unfold_one(reading) for reading in readings}
    return regroup(desk, exchange_tellings(desk, {}, told, ()), NOBODY).incidents


def said(source: str | None, cue: str | None, content: str, **more: Any) -> Item:
    usual = {"via": [], "form": "indirect", "act": "assert", "hedge": None}
    return {**usual, "source": source, "cue": cue, "content": [content], **more}


def event(trigger: str, **more: Any) -> Item:
    usual = {"type": "ASSAULT", "mode": "shelling", "status": "occurred", "date": DAY.isoformat(), "main": True}
    return {**usual, "trigger": trigger, **more}


def figure(text: str, low: int | None, high: int | None, **more: Any) -> Item:
    usual = {"bound": "exact" if low == high else "at least", "who": "people", "harm": "killed", "event": 0}
    return {**usual, "text": text, "low": low, "high": high, **more}


def blame(actor: str, by: int | None, stance: str = "blames", **more: Any) -> Item:
    return {"event": 0, "actor": actor, "by": by, "stance": stance, **more}
