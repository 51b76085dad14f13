"""Parts that several pages share: exact words with their report, and links between pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from accordingto.show.clippings import Clipping, claim_clippings, words_clippings
from accordingto.show.incidents import report_order, summary_voices, title_words
from accordingto.show.phrases import ABOUT, outlet_words, published_words, voice_words
from accordingto.show.sentences import gloss
from accordingto.show.words import clipped, one_line
from accordingto.terms.claims import ClaimKind
from accordingto.terms.findings import Side
from accordingto.terms.ids import speakable
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.sentences import WORDS_SHOWN, sentence_span
from accordingto.terms.spans import Anchor
from accordingto.terms.summaries import Summary
from accordingto.terms.times import day_words

LETTER = {
    ClaimKind.STATEMENT: "s",
    ClaimKind.EVENT: "e",
    ClaimKind.FIGURE: "f",
    ClaimKind.BLAME: "b",
    ClaimKind.COMMITMENT: "a",
}
KINDS = {letter: kind for kind, letter in LETTER.items()}


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in one line: its page, title, outlet and day."""

    name: str
    href: str
    title: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words, the sentence they stand in cut in three around them, whose they are, and the way to them."""

    words: str
    before: str
    after: str
    voice: str
    report: ReportLine
    href: str
    as_of: str = ""
    beside: str = ""
    again: tuple[ReportLine, ...] = ()
    clippings: tuple[Clipping, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """An incident in one line of a list."""

    name: str
    href: str
    title: str
    date: str
    voices: str
    reports: int
    origins: int
    disputed: tuple[str, ...]
    main: bool
    type: str = ""
    mode: str = ""
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    where_prec: int | None = None


def report_href(report: Report) -> str:
    return f"/reports/{speakable(report.id)}"


def source_href(key: str) -> str:
    return f"/sources/{quote(key, safe='')}"


def report_line(report: Report) -> ReportLine:
    return ReportLine(
        one_line(report.name),
        report_href(report),
        one_line(report.title) or "(no title)",
        outlet_words(report),
        published_words(report),
    )


def report_lines(report_ids: Iterable[str], readings: Mapping[str, Reading]) -> tuple[ReportLine, ...]:
    """The reports that are at hand, the earliest published first."""
    reports = sorted((readings[one].report for one in report_ids if one in readings), key=report_order)
    return tuple(report_line(report) for report in reports)


def incident_line(one: Summary) -> IncidentLine:
    return IncidentLine(
        one.name,
        f"/incidents/{one.name}",
        title_words(one),
        one.date or "",
        summary_voices(one),
        one.reports,
        one.origins,
        disputed_words(one),
        one.main,
        one.type.value,
        one.mode or "",
        one_line(one.place or ""),
        *((one.pin.lat, one.pin.lon, one.pin.prec) if one.pin else ()),
    )


def disputed_words(one: Summary) -> tuple[str, ...]:
    """What is disputed, each subject once, in words."""
    return tuple(ABOUT[subject] for subject in one.disputed)


def quote_of(reading: Reading, anchor: Anchor, *, voice: str, item: str = "", as_of: str = "") -> Quote:
    """These words in their sentence; `item` is what stands for them on the report's page."""
    before, after = _around(reading.report.body, anchor)
    line = report_line(reading.report)
    kind = KINDS.get(item[:1])
    taken = claim_clippings(reading, kind, int(item[1:])) if kind else words_clippings(reading, anchor, voice)
    return Quote(
        clipped(anchor.exact, WORDS_SHOWN),
        before,
        after,
        voice,
        line,
        f"{line.href}#{item}" if item else f"{line.href}?at={anchor.start}-{anchor.end}#words",
        as_of,
        "" if before or after else gloss(reading, anchor),
        clippings=taken,
    )


def _around(body: str, anchor: Anchor) -> tuple[str, str]:
    """What stands before and after these words in their sentence; nothing where they fill it, or several pieces."""
    start, end = sentence_span(body, anchor)
    if len(anchor.spans) > 1 or not start <= anchor.start or end < anchor.end:
        return "", ""
    return _closed_up(body[start : anchor.start]).lstrip(), _closed_up(body[anchor.end : end]).rstrip()


def _closed_up(words: str) -> str:
    """On one line, with a space at an end where white space stood there."""
    first, last = words[:1].isspace(), words[-1:].isspace()
    return f"{' ' if first else ''}{one_line(words)}{' ' if last and words.strip() else ''}"


def told_once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Each wording of a voice once, with the other reports that print it: a reprint is no second line."""
    first: dict[tuple[str, str, str, str], Quote] = {}
    again: dict[tuple[str, str, str, str], dict[ReportLine, None]] = {}
    for one in quotes:
        key = (one.voice.split(", via ")[0].casefold(), one.before, one.words, one.after)
        first.setdefault(key, one)
        again.setdefault(key, {})[one.report] = None
    return tuple(
        replace(one, again=tuple(line for line in again[key] if line != one.report)) for key, one in first.items()
    )


def side_quote(side: Side, readings: Mapping[str, Reading]) -> Quote | None:
    """One side of an agreement; None where its report is not at hand."""
    reading = readings.get(side.report_id)
    if reading is None:
        return None
    as_of = day_words(side.as_of) if side.as_of else ""
    return quote_of(
        reading, side.anchor, voice=voice_words(side.chain), item=item_at(reading, side.anchor), as_of=as_of
    )


def item_at(reading: Reading, anchor: Anchor) -> str:
    """The key on the report's page of what stands on exactly these words; empty where nothing does."""
    lists = (
        ("f", [figure.anchor for figure in reading.figures]),
        ("e", [event.trigger for event in reading.events]),
        ("s", [said.content for said in reading.statements]),
        ("b", [blame.actor for blame in reading.blame]),
        ("a", [coming.what for coming in reading.announcements]),
    )
    return next((f"{letter}{n}" for letter, ones in lists for n, one in enumerate(ones) if one == anchor), "")
