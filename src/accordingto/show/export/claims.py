"""Claims as JSON: one object each, with the chain, the exact words and where they stand."""

from typing import Any

from accordingto.show.export.exchange import held_form
from accordingto.terms.claims import Claim
from accordingto.terms.readings import Reading


def claim_form(reading: Reading, claim: Claim) -> dict[str, Any]:
    """One claim; `index` counts in the list of its kind in the report's exchange form."""
    report = reading.report
    return {
        "report": report.name,
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else None,
        **held_form(claim),
    }
