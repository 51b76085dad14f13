"""Where an incident comes from on a page: its origins with their chains, and who took whose words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accordingto.show.incidents import origin_words
from accordingto.show.phrases import capital, voice_name
from accordingto.show.web.pages.parts import ReportLine, report_lines
from accordingto.show.words import one_line
from accordingto.terms.findings import Hop, Origin
from accordingto.terms.readings import Reading


@dataclass(frozen=True, slots=True)
class OriginLine:
    """A voice that claims come from, and the reports that carry it."""

    words: str
    kind: str
    side: str
    reports: tuple[ReportLine, ...]
    chains: tuple[tuple[str, ...], ...]


def origin_lines(origins: Iterable[Origin], readings: Mapping[str, Reading]) -> tuple[OriginLine, ...]:
    """Each origin with the reports that carry it."""
    return tuple(_line(origin, readings) for origin in origins)


def _line(origin: Origin, readings: Mapping[str, Reading]) -> OriginLine:
    return OriginLine(
        capital(origin_words(origin)),
        origin.kind,
        one_line(origin.side or ""),
        report_lines(origin.report_ids, readings),
        tuple(tuple(map(_hop, chain)) for chain in origin.chains),
    )


def _hop(hop: Hop) -> str:
    """The name, with the reason where no words of the report say that it comes from there."""
    return f"{voice_name(hop.name)} ({one_line(hop.note)})" if hop.note else voice_name(hop.name)
