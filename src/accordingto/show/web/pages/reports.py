"""A report: its text with everything found in it marked, and the claims beside it, linked both ways."""

from dataclasses import dataclass

from accordingto.casebook import Find
from accordingto.errors import NothingFound
from accordingto.show.clippings import Clipping, claim_clippings, report_citation
from accordingto.show.finds import NOUNS, read_as, state_words
from accordingto.show.phrases import FACTUALITY, statement_chain, voice_name
from accordingto.show.web.deciding import review_address
from accordingto.show.web.desk import Desk, Home
from accordingto.show.web.marks import Layer, Piece, layers_of, paragraphs
from accordingto.show.web.pages.parts import LETTER, IncidentLine, ReportLine, incident_line, report_line, source_href
from accordingto.show.words import clipped, one_line
from accordingto.terms.claims import Claim
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

WORDS = 160  # characters of a claim's words beside the text, where the words themselves stand
# What the legend tells of, in the order in which a reader meets it.
LEGEND = (
    ("statement", "what somebody said"),
    ("source", "who said it"),
    ("link", "through whom"),
    ("cue", "the words of saying"),
    ("hedge", "a reserve"),
    ("figure", "a count of people"),
    ("event", "what is said to have happened"),
    ("blame", "who is held responsible"),
    ("coming", "what is announced"),
    ("place", "a place"),
    ("time", "a time"),
)


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim beside the text: its words, what they were read as, and the chain that carries it."""

    item: str
    kind: str
    words: str
    read_as: str
    chain: tuple[str, ...]
    chain_words: str
    factuality: str
    hedge: str
    statement: str
    start: int
    review: str = ""
    state: str = ""
    clippings: tuple[Clipping, ...] = ()
    noun: str = ""


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """A find that a person rejected: its words, who did, and where to look at it again."""

    words: str
    state: str
    review: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report and its reading."""

    title: str
    report: ReportLine
    id: str
    reader: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    claims: tuple[ClaimCard, ...]
    incidents: tuple[IncidentLine, ...]
    sources: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    rejected: tuple[RejectedLine, ...]
    clippings: tuple[Clipping, ...]


def report_page(desk: Desk, home: Home, name: str, at: tuple[int, int] | None = None) -> ReportPage:
    """The page of this report; `at` marks a stretch that belongs to no item, such as the evidence of an outcome."""
    reading = desk.reading(name)
    report = reading.report
    layers = layers_of(reading)
    if at:
        if at[1] > len(report.body):
            raise NothingFound(
                f"report {one_line(report.name)} has {len(report.body):,} characters, and none at {at[0]}-{at[1]}; "
                "look for the words in it, or check the address"
            )
        layers = (*layers, Layer("sought", "words", Anchor.at(report.id, report.body, at)))
    kinds = {layer.kind for layer in layers}
    finds = desk.case.finds_in({report.id: reading})
    by_number = {(find.item.kind, find.index): find for find in finds if find.index is not None}
    return ReportPage(
        one_line(report.title) or "(no title)",
        report_line(report),
        report.id,
        str(reading.reader),
        paragraphs(report.body, layers),
        tuple(
            sorted(
                (_card(reading, claim, by_number.get((claim.kind, claim.index))) for claim in reading.claims),
                key=lambda card: (card.start, card.item),
            )
        ),
        tuple(map(incident_line, desk.catalogue.summaries_of(report.id))),
        _sources(reading),
        (*report.notes, *reading.notes),
        tuple(entry for entry in LEGEND if entry[0] in kinds),
        tuple(_rejected(find) for find in finds if find.index is None),
        (report_citation(report, home.address),),
    )


def _sources(reading: Reading) -> tuple[tuple[str, str], ...]:
    """The named voices of the report, each with its page."""
    return tuple((one_line(entity.name), source_href(entity.key)) for entity in reading.entities if entity.key)


def _rejected(find: Find) -> RejectedLine:
    return RejectedLine(
        f"{NOUNS[find.item.kind]}: {clipped(find.item.anchor.exact, WORDS)}", state_words(find), _address(find)
    )


def _address(find: Find) -> str:
    return review_address(report=find.item.report_id, item=find.item.id)


def _card(reading: Reading, claim: Claim, find: Find | None) -> ClaimCard:
    chain = statement_chain(reading, claim.statement)
    return ClaimCard(
        f"{LETTER[claim.kind]}{claim.index}",
        claim.kind.value,
        clipped(claim.anchor.exact, WORDS),
        read_as(reading, claim.kind, claim.index),
        tuple(voice_name(voice) for voice in chain),
        " ← ".join(voice_name(voice) for voice in chain),
        FACTUALITY[claim.factuality],
        one_line(claim.hedge.exact) if claim.hedge else "",
        f"s{claim.statement}" if claim.statement is not None else "",
        claim.anchor.start,
        _address(find) if find else "",
        state_words(find) if find else "",
        claim_clippings(reading, claim.kind, claim.index),
        NOUNS[claim.kind],
    )
