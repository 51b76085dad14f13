"""A source: everything one voice is reported to have said, and what stands against or beside it. Counts, no score."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accordingto.errors import NothingFound
from accordingto.show.clippings import Clipping
from accordingto.show.phrases import counted, statement_chain, traits_words, voice_words
from accordingto.show.web.desk import Desk, Home
from accordingto.show.web.pages.clippings import source_citation
from accordingto.show.web.pages.disagreements import Disagreement, disagreement
from accordingto.show.web.pages.parts import Quote, quote_of, source_href
from accordingto.show.words import one_line
from accordingto.terms.entities import Entity
from accordingto.terms.findings import AgreementKind, Side
from accordingto.terms.readings import Reading


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A voice in a list, with how much it is reported to have said."""

    name: str
    href: str
    traits: str
    statements: int
    reports: int


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Every named voice of the case, whoever is quoted most first."""

    title: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """All that one voice is reported to have said."""

    title: str
    key: str
    names: tuple[str, ...]
    traits: str
    said: tuple[Quote, ...]
    counts: tuple[tuple[str, str], ...]
    contradicted: tuple[Disagreement, ...]
    corroborated: tuple[Disagreement, ...]
    revised: tuple[Disagreement, ...]
    clippings: tuple[Clipping, ...]


def sources_page(desk: Desk) -> SourcesPage:
    """The list of all named voices."""
    told: dict[str, list[tuple[str, Entity]]] = {}
    for reading in desk.readings.values():
        for said in reading.statements:
            entity = reading.entities[said.entity] if said.entity is not None else None
            if entity and entity.key:
                told.setdefault(entity.key, []).append((reading.report.id, entity))
    lines = [_line(key, ones) for key, ones in told.items()]
    return SourcesPage("Sources", tuple(sorted(lines, key=lambda line: (-line.statements, line.name))))


def _line(key: str, ones: list[tuple[str, Entity]]) -> SourceLine:
    fullest = max((entity for _, entity in ones), key=lambda entity: (len(entity.name), entity.name))
    reports = {report_id for report_id, _ in ones}
    return SourceLine(one_line(fullest.name), source_href(key), traits_words(fullest), len(ones), len(reports))


def source_rows(page: SourcesPage) -> Iterator[tuple[object, ...]]:
    """The same list as a table, its header first."""
    yield "source", "traits", "statements", "reports"
    for line in page.sources:
        yield line.name, line.traits, line.statements, line.reports


def source_page(desk: Desk, home: Home, key: str) -> SourcePage:
    """The page of the voice with this key; NothingFound where no report of the case quotes it."""
    found = [
        (reading, number, reading.entities[said.entity])
        for reading in desk.readings.values()
        for number, said in enumerate(reading.statements)
        if said.entity is not None and reading.entities[said.entity].key == key
    ]
    if not found:
        raise NothingFound(f"no report of the case quotes a source called {key!r}; all are listed under Sources")
    names = dict.fromkeys(one_line(entity.name) for _, _, entity in found)
    fullest = max((entity for _, _, entity in found), key=lambda entity: (len(entity.name), entity.name))
    said = tuple(_quote(reading, number) for reading, number, _ in found)
    spoken = _Spoken.of(found)
    kinds = {kind: _agreements(desk, spoken, kind) for kind in AgreementKind}
    return SourcePage(
        one_line(fullest.name),
        key,
        tuple(names),
        traits_words(fullest),
        said,
        _counts(said, kinds),
        kinds[AgreementKind.CONTRADICTION],
        kinds[AgreementKind.CORROBORATION],
        kinds[AgreementKind.UPDATE],
        (source_citation(one_line(fullest.name), key, _counts(said, kinds)[0][0], desk.edition, home),),
    )


@dataclass(frozen=True, slots=True)
class _Spoken:
    """For each report the stretches of it that the source is behind."""

    readings: Mapping[str, tuple[Reading, tuple[int, ...]]]

    @classmethod
    def of(cls, found: list[tuple[Reading, int, Entity]]) -> "_Spoken":
        numbers: dict[str, tuple[Reading, tuple[int, ...]]] = {}
        for reading, number, _ in found:
            _, known = numbers.get(reading.report.id, (reading, ()))
            numbers[reading.report.id] = (reading, (*known, number))
        return cls(numbers)

    def has(self, side: Side) -> bool:
        """Whether this side of an agreement is one that the source is behind."""
        reading, numbers = self.readings.get(side.report_id, (None, ()))
        return reading is not None and any(reading.statements[n].content.holds(side.anchor) for n in numbers)


def _agreements(desk: Desk, spoken: _Spoken, kind: AgreementKind) -> tuple[Disagreement, ...]:
    chosen = (one for one in desk.comparison.agreements if one.kind is kind and any(map(spoken.has, one.sides)))
    return tuple(disagreement(one, desk.readings) for one in chosen)


def _quote(reading: Reading, number: int) -> Quote:
    voice = voice_words(statement_chain(reading, number))
    return quote_of(reading, reading.statements[number].content, voice=voice, item=f"s{number}")


def _counts(
    said: tuple[Quote, ...], kinds: Mapping[AgreementKind, tuple[Disagreement, ...]]
) -> tuple[tuple[str, str], ...]:
    """What can be counted, each with where on the page it stands."""
    reports = len({quote.report.name for quote in said})
    return (
        (f"{counted(len(said), 'statement')} in {counted(reports, 'report')}", "#said"),
        (f"{counted(len(kinds[AgreementKind.CONTRADICTION]), 'contradiction')} with others", "#contradicted"),
        (f"{counted(len(kinds[AgreementKind.CORROBORATION]), 'corroboration')} by independent voices", "#corroborated"),
        (f"{counted(len(kinds[AgreementKind.UPDATE]), 'count')} revised since", "#revised"),
    )
