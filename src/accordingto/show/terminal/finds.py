"""Finds: reports, passages and claims, as lists."""

from collections.abc import Collection, Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from accordingto.show.phrases import FACTUALITY, chain_words, counted, outlet_words, published_words
from accordingto.show.terminal.layout import HEDGE, NAME, QUIET, WORDS, indented, labelled, plain
from accordingto.show.words import clipped, one_line, quoted
from accordingto.terms.claims import Claim
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report

AROUND = 120  # characters either side of a find: enough to see what it is about
LABEL = 12


def reports_view(reports: Sequence[Report], read: Collection[str]) -> RenderableType:
    """Every report with its name, day, outlet and title; `read` holds the ids of those that have a reading."""
    if not reports:
        return plain("No reports yet: ingest some.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=QUIET)
    table.add_column("REPORT", style=NAME, no_wrap=True)
    for title in ("DAY", "OUTLET", "TITLE"):
        table.add_column(title)
    for report in reports:
        title = clipped(report.title, 100) + ("" if report.id in read else "  (not read yet)")
        table.add_row(one_line(report.name), _days(report), outlet_words(report), title)
    return Group(table, plain(f"{counted(len(reports), 'report')}, {len(read)} read.", QUIET))


def _days(report: Report) -> str:
    """The day that counts; where its publication was given as another altogether, that beside it."""
    days = [when.isoformat()[:10] for when in (report.as_of, report.published) if when]
    return f"{days[0]} (given as {days[1]})" if report.is_dated_apart else (days or ["-"])[0]


def hits_view(hits: Iterable[tuple[Report, int, int]]) -> RenderableType:
    """Each find with the words around it: the report, and where in its body the first word found stands."""
    rows = [_hit(report, start, end) for report, start, end in hits]
    return Group(*rows) if rows else plain("Nothing found.")


def _hit(report: Report, start: int, end: int) -> RenderableType:
    body = report.body
    words = Text("..." if start > AROUND else "", style=QUIET)
    words.append(one_line(body[max(0, start - AROUND) : start]) + _gap(body, start - 1), "not dim")
    words.append(one_line(body[start:end]), "not dim bold reverse")
    words.append(_gap(body, end) + one_line(body[end : end + AROUND]), "not dim")
    words.append("..." if end + AROUND < len(body) else "")
    return Group(_head(report), indented(words))


def _gap(body: str, at: int) -> str:
    return " " if 0 <= at < len(body) and body[at].isspace() else ""


def _head(report: Report) -> Text:
    words = Text(one_line(report.name), style=NAME)
    words.append(
        f"  {outlet_words(report)}, {published_words(report)}: {clipped(report.title, 90)}", f"not bold {QUIET}"
    )
    return words


def claims_view(found: Sequence[tuple[Reading, Claim]]) -> RenderableType:
    """Claims under the report they stand in: what kind, the words, the chain, how surely."""
    reports: dict[str, list[tuple[Reading, Claim]]] = {}
    for reading, claim in found:
        reports.setdefault(reading.report.id, []).append((reading, claim))
    rows: list[RenderableType] = []
    for group in reports.values():
        lines = [(claim.kind.value, _claim(claim)) for _, claim in group]
        rows += [_head(group[0][0].report), indented(labelled(lines, LABEL))]
    total = f"{counted(len(found), 'claim')} in {counted(len(reports), 'report')}."
    return Group(*rows, plain(total, QUIET)) if rows else plain("Nothing found.")


def _claim(claim: Claim) -> Text:
    words = Text(quoted(claim.anchor.exact, 300), style=WORDS)
    words.append(f"\n{chain_words(claim.chain)}", f"not italic {QUIET}")
    hedge = f", hedged: {quoted(claim.hedge.exact)}" if claim.hedge else ""
    words.append(f"; {FACTUALITY[claim.factuality]}{hedge}", f"not italic {HEDGE if hedge else QUIET}")
    return words
