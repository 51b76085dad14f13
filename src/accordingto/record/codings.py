"""Rounds of coding in the record: what was drawn and what each coder says, hidden from the others while it must be.

Nothing here hands out another's code of a round that is blind: whoever asks says who they are, and the question itself
leaves out the rest.
"""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Connection, func, insert, literal, select, true, union_all

from accordingto.record.readings import load_readings_at, own_seqs
from accordingto.record.reports import seqs_of
from accordingto.record.rows import from_json, to_json
from accordingto.record.tables import META, applied, codes, readings, reports, reviews, round_steps, rounds
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import Code, CodingRound, RoundStep, is_blind
from accordingto.terms.items import LISTS
from accordingto.terms.readings import Reading

Candidate = tuple[str, str, ClaimKind, int]  # report, reading, kind and number of a find that may be drawn


def find_candidates(record: Connection, kinds: Collection[ClaimKind]) -> tuple[Candidate, ...]:
    """Every find of these kinds in the readers' own readings, in an order that the same reports always have."""
    chosen = readings.join(reports, readings.c.report == reports.c.seq)
    asked = []
    for kind in kinds:
        table = META.tables[LISTS[kind][0]]
        found = select(reports.c.id, readings.c.id.label("reading"), literal(kind.value).label("kind"), table.c.idx)
        asked.append(
            found.select_from(chosen.join(table, table.c.reading == readings.c.seq)).where(
                readings.c.seq.in_(own_seqs())
            )
        )
    rows = record.execute(union_all(*asked)) if asked else ()
    return tuple(sorted((row.id, row.reading, ClaimKind(row.kind), row.idx) for row in rows))


def load_readings_by_id(record: Connection, ids: Collection[str]) -> dict[str, Reading]:
    """These readings by their own ids."""
    seqs = seqs_of(record, readings, list(ids))
    return {reading.id: reading for reading in load_readings_at(record, seqs.values()).values()}


def keep_round(record: Connection, made: CodingRound) -> None:
    """The round is in the case."""
    record.execute(insert(rounds), {"id": made.id, "name": made.name, "noun": to_json(made)})


def load_rounds(record: Connection) -> tuple[CodingRound, ...]:
    """Every round, in the order they were begun."""
    rows = record.execute(select(rounds.c.noun).order_by(rounds.c.seq))
    return tuple(from_json(CodingRound, row.noun) for row in rows)


def keep_codes(record: Connection, made: Iterable[Code]) -> None:
    """These codes are in the case, after those that are there."""
    rows = [{"id": one.id, "round": one.round_id, "coder": one.coder, "noun": to_json(one)} for one in made]
    if rows:
        record.execute(insert(codes), rows)


def load_codes(record: Connection, asked: CodingRound, asker: str) -> tuple[Code, ...]:
    """What the coders of the round say, in the order they said it; while it is blind, only what the asker says."""
    rows = select(codes.c.noun).where(codes.c.round == asked.id, _may_see(record, asked, asker))
    return tuple(from_json(Code, row.noun) for row in record.execute(rows.order_by(codes.c.seq)))


def _may_see(record: Connection, asked: CodingRound, asker: str) -> ColumnElement[bool]:
    """Whose codes are shown: everybody's once nobody codes any more, else one's own."""
    return (codes.c.coder == asker) if is_blind(asked.coders, load_steps(record, asked)) else true()


def count_coded(record: Connection, asked: CodingRound) -> dict[str, int]:
    """How many items each coder has coded: how far they are, and nothing of what they say."""
    said = func.json_extract(codes.c.noun, "$.takes")
    item = func.json_extract(codes.c.noun, "$.item_id")
    of_coders = codes.c.round == asked.id, func.json_extract(codes.c.noun, "$.final").is_(None)
    taken = select(said).where(*of_coders, said.is_not(None))
    standing = select(codes.c.coder, func.count(item.distinct()).label("items")).where(
        *of_coders, said.is_(None), codes.c.id.not_in(taken)
    )
    return {row.coder: row.items for row in record.execute(standing.group_by(codes.c.coder))}


def keep_step(record: Connection, asked: CodingRound, step: RoundStep) -> None:
    """The step of the round is in the case, after those that are there."""
    record.execute(insert(round_steps), {"round": asked.id, "noun": to_json(step)})


def load_steps(record: Connection, asked: CodingRound) -> tuple[RoundStep, ...]:
    """The steps of the round, in the order they were taken."""
    rows = select(round_steps.c.noun).where(round_steps.c.round == asked.id).order_by(round_steps.c.seq)
    return tuple(from_json(RoundStep, row.noun) for row in record.execute(rows))


def keep_applied(record: Connection, asked: CodingRound, made: Iterable[tuple[str, str]]) -> None:
    """These reviews, each of an item, are known to have come of the round."""
    rows = [{"round": asked.id, "review": review, "item": item} for review, item in made]
    if rows:
        record.execute(insert(applied), rows)


def load_applied(record: Connection, asked: CodingRound) -> dict[str, str]:
    """The item of each review that came of the round, by the review's id."""
    rows = select(applied.c.review, applied.c.item).join(reviews, reviews.c.id == applied.c.review)
    return {row.review: row.item for row in record.execute(rows.where(applied.c.round == asked.id))}
