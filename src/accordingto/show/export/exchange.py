"""The codebook's exchange form: one JSON object per report (CODEBOOK "Output")."""

from datetime import UTC
from typing import Any

from accordingto.terms.claims import Claim
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

Json = dict[str, Any]


def exchange_form(reading: Reading) -> Json:
    """The five lists of the codebook, each text value with its offsets in the report's body, and the claims of them."""
    report = reading.report
    return {
        "id": report.ref or report.id,
        "report": report.id,
        "reader": str(reading.reader),
        "statements": [_statement(reading, i) for i in range(len(reading.statements))],
        "events": [_event(reading, i) for i in range(len(reading.events))],
        "figures": [_figure(reading, i) for i in range(len(reading.figures))],
        "blame": [_blame(reading, i) for i in range(len(reading.blame))],
        "announcements": [_announcement(reading, i) for i in range(len(reading.announcements))],
        "claims": [held_form(claim) for claim in reading.claims],
        "notes": list(report.notes + reading.notes),
    }


def words(anchor: Anchor | None) -> Json | None:
    """First to last character of an anchor and the words between its spans' ends; None for None."""
    return {"start": anchor.start, "end": anchor.end, "text": anchor.exact} if anchor else None


def pieces(reading: Reading, anchor: Anchor) -> list[Json]:
    """Each span of an anchor on its own."""
    body = reading.report.body
    return [{"start": s.start, "end": s.end, "text": body[s.start : s.end]} for s in anchor.spans]


def _statement(reading: Reading, index: int) -> Json:
    said = reading.statements[index]
    return {
        "source": words(said.source),
        "via": [words(link) for link in said.via],
        "cue": words(said.cue),
        "content": pieces(reading, said.content),
        "form": said.form,
        "act": said.act,
        "hedge": words(said.hedge),
        "confidence": said.confidence,
        **party(reading, said.entity),
    }


def party(reading: Reading, number: int | None) -> Json:
    """Who speaks or acts: the number of the entity and what is known of it, each None where nobody is named."""
    one = reading.entities[number] if number is not None else None
    return {
        "entity": number,
        "entity_name": one.name if one else None,
        "country": one.country if one else None,
        "sector": one.sector if one else None,
        "side": one.side if one else None,
    }


def _event(reading: Reading, index: int) -> Json:
    event = reading.events[index]
    return {
        "type": event.type,
        "mode": event.mode,
        "trigger": words(event.trigger),
        "status": event.status,
        "actor": [words(actor) for actor in event.actor],
        "actor_entities": [party(reading, number) for number in event.actor_entities],
        "recipient": [words(recipient) for recipient in event.recipient],
        "recipient_entities": [party(reading, number) for number in event.recipient_entities],
        "place": words(event.place),
        "time": words(event.time),
        "date": event.date,
        "main": event.main,
        "statement": event.statement,
    }


def _figure(reading: Reading, index: int) -> Json:
    figure = reading.figures[index]
    return {
        "text": words(figure.anchor),
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "who": figure.who,
        "harm": figure.harm,
        "part_of": figure.part_of,
        "statement": figure.statement,
        "event": figure.event,
    }


def _blame(reading: Reading, index: int) -> Json:
    blame = reading.blame[index]
    return {
        "event": blame.event,
        "actor": words(blame.actor),
        "by": blame.by,
        "stance": blame.stance,
        **party(reading, blame.entity),
    }


def _announcement(reading: Reading, index: int) -> Json:
    coming = reading.announcements[index]
    return {
        "what": words(coming.what),
        "due": words(coming.due),
        "due_iso": due_iso(reading, index),
        "statement": coming.statement,
    }


def held_form(claim: Claim) -> Json:
    """Who holds a claim how surely, outwards along its chain; the words are those of item `index` of its list."""
    quantity = claim.quantity
    return {
        "kind": claim.kind,
        "index": claim.index,
        "text": words(claim.anchor),
        "chain": list(claim.chain),
        "factuality": claim.factuality,
        "held": list(claim.held),
        "hedge": words(claim.hedge),
        "quantity": {"text": words(quantity.anchor), "low": quantity.low, "high": quantity.high} if quantity else None,
    }


def due_iso(reading: Reading, index: int) -> str | None:
    """The due moment in UTC ("2016-12-14T03:00:00Z"), else the due day, else None."""
    coming = reading.announcements[index]
    if coming.due_at:
        return coming.due_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return coming.due_day.isoformat() if coming.due_day else None
