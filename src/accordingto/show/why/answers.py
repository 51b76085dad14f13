"""The answer to "why?": whatever goes by an id, explained by its kind."""

from accordingto.casebook import Why
from accordingto.show.why.accounts import explain_incident, explain_link, explain_review
from accordingto.show.why.claims import explain_agreement, explain_blame, explain_other, explain_outcome
from accordingto.show.why.explanations import Explanation
from accordingto.show.why.tolls import explain_running, explain_toll
from accordingto.show.why.voices import explain_copy, explain_origin
from accordingto.terms.decisions import KeptReview
from accordingto.terms.findings import (
    Agreement,
    BlameCell,
    Copy,
    IncidentFindings,
    Origin,
    Outcome,
    RunningTotal,
    Toll,
)
from accordingto.terms.incidents import Link


def explain(why: Why) -> Explanation:
    """The rule that made the thing and the words that it stands on, step by step."""
    match why.found:
        case IncidentFindings() as found:
            return explain_incident(found, why)
        case KeptReview() as kept:
            return explain_review(kept, why)
        case Link() as link:
            return explain_link(link, why)
        case Origin() as origin:
            return explain_origin(origin, why)
        case Copy() as copy:
            return explain_copy(copy, why)
        case Toll() as toll:
            return explain_toll(toll, why)
        case RunningTotal() as total:
            return explain_running(total, why)
        case BlameCell() as cell:
            return explain_blame(cell, why)
        case Agreement() as agreement:
            return explain_agreement(agreement, why)
        case Outcome() as outcome:
            return explain_outcome(outcome, why)
        case other:
            return explain_other(other, why)
