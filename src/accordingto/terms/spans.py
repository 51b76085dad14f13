"""Spans and anchors: where words stand, and the words that stand there."""

from dataclasses import dataclass

from accordingto.errors import MissingAnchor

GAP = " ... "  # stands between the pieces of an anchor that has several


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters (Unicode code points) in `title + "\\n\\n" + text` of one report."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 or later, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def touches(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether every character of the other is in this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Exact words of one report and the spans they fill, in reading order."""

    report_id: str
    spans: tuple[Span, ...]
    exact: str

    @classmethod
    def at(cls, report_id: str, body: str, *ranges: tuple[int, int]) -> "Anchor":
        """The words of `body` at these (start, end) ranges."""
        spans = tuple(Span(start, end) for start, end in ranges)
        return cls(report_id, spans, GAP.join(body[s.start : s.end] for s in spans))

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end

    def touches(self, other: "Anchor") -> bool:
        """Whether the two stand in one report and share a character."""
        return self.report_id == other.report_id and any(a.touches(b) for a in self.spans for b in other.spans)

    def holds(self, other: "Anchor") -> bool:
        """Whether every span of the other lies within a span of this one."""
        return self.report_id == other.report_id and all(any(a.holds(b) for a in self.spans) for b in other.spans)

    def check(self, body: str) -> None:
        """Raise MissingAnchor unless these words stand at these spans of `body`."""
        found = GAP.join(body[s.start : s.end] for s in self.spans)
        if found != self.exact:
            raise MissingAnchor(
                f"report {self.report_id}: expected {self.exact!r} at {self.start}, found {found!r}; ingest it again"
            )
