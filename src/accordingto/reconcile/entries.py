"""Entries: one figure of a report as a toll shows it, with its origin, its moment, and the whole that it is part of."""

from accordingto.reconcile.days import as_of
from accordingto.reconcile.shares import whole_of, wholes_of
from accordingto.reconcile.voices import Voice, Voices
from accordingto.terms.claims import ClaimKind
from accordingto.terms.figures import Bound, Figure, Who
from accordingto.terms.findings import TollEntry
from accordingto.terms.readings import Reading

EXCEEDS = "more than the whole it is said to be part of"


def toll_entry(report_id: str, number: int, voices: Voices) -> tuple[TollEntry, Voice]:
    """Figure number `number` of a report, and the voice it came from."""
    reading = voices.readings[report_id]
    figure = reading.figures[number]
    voice, whole = voices.claim_voice(report_id, ClaimKind.FIGURE, number), whole_of(figure, reading)
    entry = TollEntry(
        report_id,
        number,
        figure.anchor,
        figure.low,
        figure.high,
        voice.name,
        as_of(reading.report),
        note=f"part of {whole.anchor.exact}" if whole else "",
        voice=voice.key,
        side=voice.side,
        bound=figure.bound,
        flag=EXCEEDS if whole and _exceeds(figure, whole) else "",
        inside=_inside(figure, reading),
    )
    return entry, voice


def _inside(figure: Figure, reading: Reading) -> Who | None:
    """The people it is told to be among: of "40 of the 100 dead, five of them women" the women are among people."""
    wholes = (whole for whole in wholes_of(figure, reading) if whole.harm is figure.harm)
    return next((whole.who for whole in wholes if whole.who is not figure.who), None)


def _exceeds(part: Figure, whole: Figure) -> bool:
    least = part.low if part.low is not None else part.high
    vague = Bound.VAGUE in (part.bound, whole.bound)
    return not vague and least is not None and whole.high is not None and least > whole.high
