"""An incident: what is told, how surely it stands on independent voices, how many, what is disputed, by whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.show.citations import Citations
from accordingto.show.clippings import Clipping, report_citation
from accordingto.show.gaps import gap_lines
from accordingto.show.incidents import (
    incident_outcomes,
    incident_title,
    report_order,
    summary_voices,
    title_words,
)
from accordingto.show.phrases import capital
from accordingto.show.reviews import ruling_words
from accordingto.show.web.desk import Desk, Home
from accordingto.show.web.lanes import Timeline, incident_timeline
from accordingto.show.web.pages.accounts import LINKS_SHOWN, SourceAccounts, accounts_by_source, link_lines
from accordingto.show.web.pages.announcements import AnnouncementLine, announcement_lines, reports_of
from accordingto.show.web.pages.blame import BlameLine, BlameMatrix, blame_lines, blame_matrix
from accordingto.show.web.pages.clippings import incident_clippings, summed_up
from accordingto.show.web.pages.copies import CopyTree, copy_tree
from accordingto.show.web.pages.disagreements import Disagreement, disagreements_of
from accordingto.show.web.pages.histories import History, incident_history
from accordingto.show.web.pages.maps import IncidentMap, incident_map
from accordingto.show.web.pages.origins import OriginLine, origin_lines
from accordingto.show.web.pages.parts import ReportLine, disputed_words, report_lines
from accordingto.show.web.pages.relations import RelatedLine, related_lines
from accordingto.show.web.pages.tolls import RunningLine, TollPart, running_lines, toll_parts
from accordingto.terms.findings import Agreement, AgreementKind, BlameCell, IncidentFindings
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.summaries import Summary
from accordingto.terms.tolls import DEFAULT_RULE, TollRule

OTHERS_SHOWN = 30  # incidents offered to be merged with; any other is merged by its short name


@dataclass(frozen=True, slots=True)
class RulingLine:
    """A person's decision that shapes the incident: what it does, who made it, and its id."""

    words: str
    review: str


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """All that is known of one incident."""

    title: str
    name: str
    id: str
    in_short: str
    voices: str
    disputed: tuple[str, ...]
    tolls: tuple[TollPart, ...]
    rules: tuple[tuple[str, str, str], ...]
    rule: str
    running: tuple[RunningLine, ...]
    blame: tuple[BlameLine, ...]
    blame_by_side: BlameMatrix | None
    disputes: tuple[Disagreement, ...]
    updates: tuple[Disagreement, ...]
    agreements: tuple[Disagreement, ...]
    alike: tuple[Disagreement, ...]
    compatible: tuple[Disagreement, ...]
    origins: tuple[OriginLine, ...]
    accounts: tuple[SourceAccounts, ...]
    copies: CopyTree
    timeline: Timeline | None
    map: IncidentMap | None
    history: History
    related: tuple[RelatedLine, ...]
    announcements: tuple[AnnouncementLine, ...]
    links: tuple[tuple[str, str], ...]
    more_links: int
    gaps: tuple[str, ...]
    rulings: tuple[RulingLine, ...]
    reports: tuple[ReportLine, ...]
    others: tuple[tuple[str, str], ...]
    clippings: tuple[Clipping, ...]
    cited: tuple[Clipping, ...]


def incident_page(desk: Desk, home: Home, name: str, rule: str = "") -> IncidentPage:
    """The page of this incident; `rule` is the key of the one that tolls are shown under, else the usual one."""
    found = desk.catalogue.incident(name)
    outcomes = desk.catalogue.outcomes_of(found.incident.report_ids)
    readings = desk.catalogue.quoted({*reports_behind(found), *reports_of(outcomes)})
    short = Summary.of(found)
    chosen = next((one for one in TollRule if one.key == rule), DEFAULT_RULE)
    names = {
        report_id: readings[report_id].report.name for report_id in found.incident.report_ids if report_id in readings
    }
    tolls = toll_parts(found, desk.edition, readings, chosen)
    own = incident_outcomes(found, readings, outcomes)
    return IncidentPage(
        incident_title(found),
        found.incident.name,
        found.incident.id,
        capital(summed_up(found, chosen)),
        summary_voices(short),
        disputed_words(short),
        tolls,
        tuple((one.key, one.value, one.meaning) for one in TollRule),
        chosen.key,
        running_lines(found, readings),
        blame_lines(found.blame, readings),
        blame_matrix(found.blame),
        disagreements_of(found, AgreementKind.CONTRADICTION, readings),
        disagreements_of(found, AgreementKind.UPDATE, readings),
        disagreements_of(found, AgreementKind.CORROBORATION, readings),
        disagreements_of(found, AgreementKind.ALIKE, readings),
        disagreements_of(found, AgreementKind.COMPATIBLE, readings),
        origin_lines(found.origins, readings),
        accounts_by_source(found, readings),
        copy_tree(found, readings),
        incident_timeline(found, own, readings),
        incident_map(found, readings),
        incident_history(found, desk, readings),
        related_lines(found, desk),
        announcement_lines(own, readings),
        link_lines(found.incident.links, names),
        max(0, len(found.incident.links) - LINKS_SHOWN),
        _gaps(found, readings),
        tuple(RulingLine(ruling_words(ruling, names), ruling.review.id) for ruling in found.incident.rulings),
        report_lines(found.incident.report_ids, readings),
        tuple((one.name, title_words(one)) for one in desk.catalogue.alike(found.incident, OTHERS_SHOWN)),
        incident_clippings(found, desk.edition, home, chosen),
        tuple(report_citation(report, home.address) for report in _reports(found, readings)),
    )


def _reports(found: IncidentFindings, readings: Mapping[str, Reading]) -> list[Report]:
    return sorted((readings[one].report for one in found.incident.report_ids if one in readings), key=report_order)


def reports_behind(found: IncidentFindings) -> set[str]:
    """The reports whose words the page of an incident shows."""
    told: list[Agreement | BlameCell] = [*found.agreements, *found.blame]
    entries = [one for toll in found.tolls for one in (*toll.entries, *(left.entry for left in toll.left_out))]
    entries += [total.entry for total in found.running]
    carried = {report_id for origin in found.origins for report_id in origin.report_ids}
    told_of = {side.report_id for one in told for side in one.sides} | {entry.report_id for entry in entries}
    return {*found.incident.report_ids, *carried, *told_of}


def _gaps(found: IncidentFindings, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    citations = Citations.of(found.incident.report_ids, readings)
    return tuple(line.removeprefix("- ") for line in gap_lines(found, readings, citations))
