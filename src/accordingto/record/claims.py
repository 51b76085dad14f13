"""What a claim can be asked by: who says it, what about, and where; folded as in record/questions.py."""

from collections.abc import Iterator

from accordingto.record.questions import fold
from accordingto.terms.claims import Claim, ClaimKind
from accordingto.terms.events import Event
from accordingto.terms.readings import Reading

EDGE = "|"  # around every name: two side by side are no phrase, and a whole name can be asked for


def claim_keys(reading: Reading, claim: Claim) -> dict[str, str]:
    """The folded names of the claim's first voice, the words it is about, and every name of where."""
    return {
        "voice": _folded(_voices(reading, claim)),
        "words": _folded(_words(reading, claim)),
        "place": _folded(_places(reading, claim)),
    }


def _folded(names: Iterator[str | None]) -> str:
    return EDGE.join(["", *dict.fromkeys(fold(name) for name in names if name), ""])


def whole_name(name: str) -> str:
    """What a column of folded names has in it where this is one of them."""
    return f"{EDGE}{fold(name)}{EDGE}"


def _voices(reading: Reading, claim: Claim) -> Iterator[str | None]:
    """Who says it, by all the names the report gives that voice: "the ambassador" is asked for as "Churkin" too."""
    yield from claim.chain[:1]
    number = claim.index if claim.kind is ClaimKind.STATEMENT else claim.statement
    entity = None if number is None else reading.statements[number].entity
    if entity is not None:
        voice = reading.entities[entity]
        yield from (voice.name, voice.office, voice.organisation, voice.country)
        yield from (mention.exact for mention in voice.mentions)


def _words(reading: Reading, claim: Claim) -> Iterator[str | None]:
    """The claim's own words, the codebook's words for it, and what names the event it hangs on."""
    yield claim.anchor.exact
    match claim.kind:
        case ClaimKind.STATEMENT:
            yield reading.statements[claim.index].act
        case ClaimKind.FIGURE:
            figure = reading.figures[claim.index]
            yield from (figure.who, figure.harm)
        case ClaimKind.BLAME:
            yield reading.blame[claim.index].actor.exact
        case _:
            pass
    for event in _events(reading, claim):
        yield from (event.trigger.exact, event.type, event.mode)


def _events(reading: Reading, claim: Claim) -> Iterator[Event]:
    match claim.kind:
        case ClaimKind.STATEMENT:
            yield from (event for event in reading.events if event.statement == claim.index)
            return
        case ClaimKind.EVENT:
            number: int | None = claim.index
        case ClaimKind.FIGURE:
            number = reading.figures[claim.index].event
        case ClaimKind.BLAME:
            number = reading.blame[claim.index].event
        case ClaimKind.COMMITMENT:
            number = reading.announcements[claim.index].event
    if number is not None:
        yield reading.events[number]


def _places(reading: Reading, claim: Claim) -> Iterator[str | None]:
    """The places named in the claim's words, and those of its events, with the country and province they lie in."""
    events = tuple(_events(reading, claim))
    for event in events:
        yield event.place.exact if event.place else None
    spots = {event.spot for event in events}
    for number, place in enumerate(reading.places):
        if number in spots or claim.anchor.holds(place.anchor):
            yield place.anchor.exact
            yield from (place.spot.name, place.spot.admin1, place.spot.country) if place.spot else ()
