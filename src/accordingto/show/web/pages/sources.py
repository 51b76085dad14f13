"""A source: everything one voice is reported to have said, and what stands against or beside it. Counts, no score."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from accordingto.errors import NothingFound
from accordingto.show.clippings import Clipping
from accordingto.show.phrases import counted, statement_chain, traits_words, voice_words
from accordingto.show.web.desk import Desk, Home
from accordingto.show.web.pages.clippings import source_citation
from accordingto.show.web.pages.disagreements import Disagreement, disagreement
from accordingto.show.web.pages.parts import Quote, quote_of, source_href
from accordingto.show.web.pages.sheets import Sheet, sheet_of, start_of
from accordingto.show.words import one_line
from accordingto.terms.findings import Agreement, AgreementKind, Side
from accordingto.terms.readings import Reading
from accordingto.terms.summaries import CaseVoice

VOICES_SHOWN = 100
SAID_SHOWN, HEARD_SHOWN = 15, 5  # on a page of one source: statements, and agreements of each kind
SIDES_SHOWN = 3  # of an agreement: one of the source's own and two others; all stand on the page of its incident
LISTS = (AgreementKind.CONTRADICTION, AgreementKind.CORROBORATION, AgreementKind.UPDATE)


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
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class SourcePage:
    """All that one voice is reported to have said, a page at a time; `total` statements, and `totals` of the rest."""

    title: str
    key: str
    names: tuple[str, ...]
    traits: str
    said: tuple[Quote, ...]
    counts: tuple[tuple[str, str], ...]
    contradicted: tuple[Disagreement, ...]
    corroborated: tuple[Disagreement, ...]
    revised: tuple[Disagreement, ...]
    total: int
    totals: dict[str, int]
    sheet: Sheet
    clippings: tuple[Clipping, ...]


def sources_page(desk: Desk, page: int = 1, size: int = VOICES_SHOWN) -> SourcesPage:
    """The list of all named voices."""
    found = desk.catalogue.voices((), start_of(page, size), size)
    return SourcesPage("Sources", tuple(map(source_line, found.items)), sheet_of(found.total, page, size, "/sources"))


def source_line(voice: CaseVoice) -> SourceLine:
    return SourceLine(
        one_line(voice.name), source_href(voice.key), traits_words(voice), voice.statements, voice.reports
    )


def source_rows(page: SourcesPage) -> Iterator[tuple[object, ...]]:
    """The same list as a table, its header first."""
    yield "source", "traits", "statements", "reports"
    for line in page.sources:
        yield line.name, line.traits, line.statements, line.reports


def source_page(desk: Desk, home: Home, key: str, page: int = 1) -> SourcePage:
    """The page of the voice with this key; NothingFound where no report of the case quotes it."""
    told, voice = desk.catalogue, desk.catalogue.voice(key)
    if voice is None:
        raise NothingFound(f"no report of the case quotes a source called {key!r}; all are listed under Sources")
    spoken = told.spoken(key, start_of(page, SAID_SHOWN), SAID_SHOWN)
    names = told.names(key)
    heard = {kind: told.heard(key, kind, start_of(page, HEARD_SHOWN), HEARD_SHOWN) for kind in LISTS}
    heard = {kind: replace(some, items=_own_first(some.items, names)) for kind, some in heard.items()}
    sides = (side.report_id for some in heard.values() for one in some.items for side in one.sides[:SIDES_SHOWN])
    readings = told.quoted({*sides, *(report_id for report_id, _ in spoken.items)})
    lists = {
        kind: tuple(disagreement(one, readings, SIDES_SHOWN) for one in some.items) for kind, some in heard.items()
    }
    totals = {kind.value: some.total for kind, some in heard.items()}
    return SourcePage(
        one_line(voice.name),
        key,
        _once(map(one_line, names)),
        traits_words(voice),
        tuple(_quote(readings[report_id], number) for report_id, number in spoken.items if report_id in readings),
        _counts(voice, totals),
        lists[AgreementKind.CONTRADICTION],
        lists[AgreementKind.CORROBORATION],
        lists[AgreementKind.UPDATE],
        spoken.total,
        totals,
        _sheet(spoken.total, max(totals.values()), page, source_href(key)),
        (source_citation(one_line(voice.name), key, _counts(voice, totals)[0][0], desk.edition, home),),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, however it is written: "The league" is "the league" at the beginning of a sentence."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    return tuple(first.values())


def _own_first(agreements: Iterable[Agreement], names: Collection[str]) -> tuple[Agreement, ...]:
    """The same agreements, in front a side of the source's own, then what others say, then the rest of its own."""

    def ordered(sides: Sequence[Side]) -> tuple[Side, ...]:
        own = [side for side in sides if side.chain and side.chain[0] in names]
        return (*own[:1], *(side for side in sides if side not in own), *own[1:])

    return tuple(replace(one, sides=ordered(one.sides)) for one in agreements)


def _sheet(said: int, heard: int, page: int, address: str) -> Sheet:
    """The pages of the longest of the lists, which the others are turned with."""
    longest = max((said, SAID_SHOWN), (heard, HEARD_SHOWN), key=lambda one: -(-one[0] // one[1]))
    return sheet_of(longest[0], page, longest[1], address)


def _quote(reading: Reading, number: int) -> Quote:
    voice = voice_words(statement_chain(reading, number))
    return quote_of(reading, reading.statements[number].content, voice=voice, item=f"s{number}")


def _counts(voice: CaseVoice, totals: dict[str, int]) -> tuple[tuple[str, str], ...]:
    """What can be counted, each with where on the page it stands."""
    return (
        (f"{counted(voice.statements, 'statement')} in {counted(voice.reports, 'report')}", "#said"),
        (f"{counted(totals[AgreementKind.CONTRADICTION], 'contradiction')} with others", "#contradicted"),
        (f"{counted(totals[AgreementKind.CORROBORATION], 'corroboration')} by independent voices", "#corroborated"),
        (f"{counted(totals[AgreementKind.UPDATE], 'count')} with a later one beside it", "#revised"),
    )
