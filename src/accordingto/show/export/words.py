"""Words as JSON: the exact ones of a report, a day, and what a finding goes by."""

from datetime import date
from typing import Any

from accordingto.terms.ids import Finding
from accordingto.terms.spans import Anchor

Json = dict[str, Any]


def asked_form(finding: Finding) -> Json:
    """What it goes by."""
    return {"id": finding.id, "spoken": finding.spoken}


def words_form(anchor: Anchor) -> Json:
    """The words, and from where to where they stand in the report's body."""
    return {"text": anchor.exact, "start": anchor.start, "end": anchor.end}


def day_form(moment: date | None) -> str | None:
    """ISO's form of the day or the moment, None where none is known."""
    return moment.isoformat() if moment else None
