"""Citations: every report a brief stands on has a number, and every sentence says which it stands on."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from accordingto.show.incidents import report_order
from accordingto.show.phrases import listed, outlet_words, published_words
from accordingto.show.words import markdown
from accordingto.terms.ids import Finding, speakable
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report


@dataclass(frozen=True, slots=True)
class Citations:
    """Reports in the order of their numbers."""

    reports: tuple[Report, ...]

    @classmethod
    def of(cls, report_ids: Iterable[str], readings: Mapping[str, Reading]) -> "Citations":
        """The reports of these ids that are at hand, each once, the earliest published first."""
        known = dict.fromkeys(report_id for report_id in report_ids if report_id in readings)
        reports = [readings[report_id].report for report_id in known]
        return cls(tuple(sorted(reports, key=report_order)))

    def cite(self, report_id: str) -> str:
        """ "(Sky News, 13 December 2016) [1]"."""
        report = self._report(report_id)
        return (
            f"({markdown(outlet_words(report))}, {published_words(report)}) {self.number(report_id)}" if report else ""
        )

    def number(self, report_id: str) -> str:
        """ "[1]"."""
        ids = [report.id for report in self.reports]
        return f"[{ids.index(report_id) + 1}]" if report_id in ids else ""

    def _report(self, report_id: str) -> Report | None:
        return next((report for report in self.reports if report.id == report_id), None)

    def names(self) -> dict[str, str]:
        """Report id to its number."""
        return {report.id: self.number(report.id) for report in self.reports}

    def lines(self) -> list[str]:
        """The list at the end: title, outlet, day, and the ids under which it can be found again."""
        return [f"{number}. {_entry(report)}" for number, report in enumerate(self.reports, 1)]


def asked_by(*findings: Finding) -> str:
    """ " (why `lusab-babad`)": what to ask the case for to see why."""
    return f" (why {', '.join(f'`{one.spoken}`' for one in findings)})"


def told_once(told: Iterable[tuple[Hashable, str, str]], citations: Citations) -> list[str]:
    """Each thing told, once: of (key, sentence, report id) the first sentence of a key, and all its reports.

    A reprint adds its number and no second line: "(Sky News, 13 December 2016) [1], in the same words in [2]".
    """
    first: dict[Hashable, str] = {}
    reports: dict[Hashable, dict[str, None]] = {}
    for key, sentence, report_id in told:
        first.setdefault(key, sentence)
        reports.setdefault(key, {})[report_id] = None
    return [f"{sentence} {_cited(list(reports[key]), citations)}." for key, sentence in first.items()]


def _cited(report_ids: list[str], citations: Citations) -> str:
    numbers = citations.names()
    again = listed(numbers[report.id] for report in citations.reports if report.id in report_ids[1:])
    return f"{citations.cite(report_ids[0])}{f', in the same words in {again}' if again else ''}"


def _entry(report: Report) -> str:
    ref = f"{markdown(report.ref)}, " if report.ref else ""
    title = markdown(report.title) or "no title"
    return (
        f"“{title}”, {markdown(outlet_words(report))}, {published_words(report)} ({ref}report {speakable(report.id)})"
    )
