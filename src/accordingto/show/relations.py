"""Relations: how an incident stands to others, in a sentence each, with the words of the reports that say so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.show.incidents import incident_title
from accordingto.terms.findings import IncidentFindings, Relation, RelationKind
from accordingto.terms.incidents import Account

PASSING = "something that its reports tell of in passing"
A_DEAL = "a deal that its reports only name"

_FIRST = {
    RelationKind.ANSWERS: "Was done in return for {0}",
    RelationKind.UNDER_DEAL: "Was carried out under {0}",
    RelationKind.RESUMES: "Went on again",
    RelationKind.DURING: "Happened during {0}",
}
_SECOND = {
    RelationKind.ANSWERS: "Was answered by {0}",
    RelationKind.UNDER_DEAL: "Was carried out in {0}",
    RelationKind.RESUMES: "Had stopped {0}, which went on again",
    RelationKind.DURING: "Was under way during {0}",
}


@dataclass(frozen=True, slots=True)
class RelationLine:
    """One way in which an incident stands to another: in words, with the other where it is told, and what says so."""

    words: str
    other: IncidentFindings | None
    relations: tuple[Relation, ...]


def relation_lines(found: IncidentFindings, incidents: Iterable[IncidentFindings]) -> list[RelationLine]:
    """How it stands to each other incident, those that most reports tie to it first."""
    homes = {account: one for one in incidents for account in one.incident.accounts}
    groups: dict[tuple[str, str | None], list[Relation]] = {}
    for relation in found.related:
        words, other = _words(relation, found, homes)
        groups.setdefault((words, other.incident.id if other else None), []).append(relation)
    by_id = {one.incident.id: one for one in homes.values()}
    lines = [RelationLine(words, by_id.get(other or ""), tuple(some)) for (words, other), some in groups.items()]
    return sorted(lines, key=lambda line: (-len(_reports(line.relations)), line.words))


def _reports(relations: Sequence[Relation]) -> set[str]:
    return {relation.side.report_id for relation in relations}


def _words(
    relation: Relation, found: IncidentFindings, homes: Mapping[Account, IncidentFindings]
) -> tuple[str, IncidentFindings | None]:
    own = relation.first in found.incident.accounts
    account = relation.second if own else relation.first
    other = homes.get(account) if account else None
    other = None if other and other.incident.id == found.incident.id else other
    named = incident_title(other) if other else A_DEAL if relation.kind is RelationKind.UNDER_DEAL else PASSING
    words = (_FIRST if own else _SECOND)[relation.kind].format(named)
    stopped = own and relation.kind is RelationKind.RESUMES and other is not None
    return (f"{words} after {named}" if stopped else words), other
