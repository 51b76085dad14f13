"""Relations on a page: how an incident stands to others, with the words of a report that say so."""

from dataclasses import dataclass

from accordingto.show.relations import relation_lines
from accordingto.show.web.desk import Desk
from accordingto.show.words import one_line
from accordingto.terms.findings import IncidentFindings


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """One way in which it stands to another: in words, the other's short name where it is told, and what says so."""

    words: str
    other: str | None
    quote: str


def related_lines(found: IncidentFindings, desk: Desk) -> tuple[RelatedLine, ...]:
    """A line for each way in which its reports tie it to another, those that most of them tell first."""
    reports = {relation.side.report_id for relation in found.related}
    ids = {summary.id for report_id in reports for summary in desk.catalogue.summaries_of(report_id)}
    lines = relation_lines(found, desk.catalogue.found(ids) if ids else ())
    return tuple(
        RelatedLine(
            line.words, line.other.incident.name if line.other else None, one_line(line.relations[0].side.anchor.exact)
        )
        for line in lines
    )
