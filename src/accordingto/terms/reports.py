"""A report: one text, as one outlet published it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from accordingto.terms.ids import content_id, speakable
from accordingto.terms.spans import Span

UNKNOWN_OUTLET = "unknown"
A_NIGHT = timedelta(days=1)  # between writing and printing: a dateline and a publication so near each other agree


@dataclass(frozen=True, slots=True)
class Report:
    """One text, as one outlet published it. It never changes; anchors point into its `body`.

    `ref` is the id its own file gives it, `published` a day or a moment with its zone, None where nobody said.
    `dateline` and `written` are what the text itself says of its day; `notes` say what ingest had to mend.
    """

    id: str
    outlet: str
    published: date | datetime | None
    title: str
    text: str
    ref: str | None = field(default=None, compare=False)
    dateline: Span | None = None
    written: date | None = None
    notes: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        *,
        title: str,
        text: str,
        outlet: str = UNKNOWN_OUTLET,
        published: date | datetime | None = None,
        ref: str | None = None,
        dateline: Span | None = None,
        written: date | None = None,
        notes: tuple[str, ...] = (),
    ) -> "Report":
        """The report of these words, under the id that outlet, publication, title and text give it."""
        when = published.isoformat() if published else None
        long_id = content_id("report", outlet, when, title, text)
        return cls(long_id, outlet, published, title, text, ref, dateline, written, notes)

    @property
    def body(self) -> str:
        """Title, an empty line, text: what every span counts in."""
        return f"{self.title}\n\n{self.text}"

    @property
    def name(self) -> str:
        """What people call it: the id its file gave it, else a speakable one."""
        return self.ref or speakable(self.id)

    @property
    def day(self) -> date | None:
        """The day its words count from: the dateline in the text beats `published` (CODEBOOK, Rulings)."""
        if self.written:
            return self.written
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def as_of(self) -> date | datetime | None:
        """When it speaks: its publication; where the text bears another day altogether, that day."""
        return spoken_on(self.published, self.written)

    @property
    def is_dated_apart(self) -> bool:
        """Whether its text bears another day altogether than its publication."""
        return self.published is not None and self.as_of != self.published


def spoken_on(published: date | datetime | None, written: date | None) -> date | datetime | None:
    """When a text speaks that was published and written then; an archive's date may be that of its crawl."""
    if published is None or written is None:
        return published or written
    printed = published.date() if isinstance(published, datetime) else published
    return published if abs(printed - written) <= A_NIGHT else written
