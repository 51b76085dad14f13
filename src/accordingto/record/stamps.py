"""Stamps: what tells two states of a case apart without looking at what is in them."""

from sqlalchemy import Connection, func, select

from accordingto.record.tables import casts, choices, codes, ledger, reports, reviews, round_steps, rounds


def stamp_of(record: Connection) -> str:
    """Other words whenever a report, reading, cast, review or code, or what comparing found, has come in or changed."""
    counted = (func.count(reports.c.seq), func.max(choices.c.seq), func.count(reviews.c.id), func.max(casts.c.number))
    coded = (func.max(table.c.seq) for table in (rounds, codes, round_steps))
    numbers = [record.execute(select(number)).scalar_one() for number in (*counted, *coded)]
    compared = record.execute(select(ledger.c.choice, ledger.c.state)).all()
    return repr((numbers, [tuple(row) for row in compared]))
