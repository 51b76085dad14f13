"""Invented reports by the dozen: variants of a few tellings that differ in day, place, toll, wording and outlet."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from accordingto.reconcile.accounts import compare_accounts, read_ledger
from accordingto.reconcile.growth import grow
from accordingto.reconcile.ledgers import MemoryLedger
from tests.reconcile.invented import blame, event, figure, invented, said

DAY = date(2019, 5, 3)
PLACES = ("Harrat", "al-Harat", "Qalat", "eastern Qalat", "Tel Soda", None)
MODES = ("shelling", "airstrike", "bombing")
OUTLETS = ("Meridian (invented)", "Courier (invented)", "Valley Post (invented)", "reuters")
LEADS = (
    "Rescue crews dug in the ruins of a cannery after it was hit and found boats that had carried workers across the "
    "river to the clinic, where the nurses ran out of thread before evening and sent a boy to the tailors for more.",
    "Porters slept in the shade of the awnings when the market went up, and a baker pulled the first man from beneath "
    "a cart full of aubergines while his sons carried water from the cistern behind the mosque until it was empty.",
    "The bridge had been closed to lorries since the spring, yet a column stood on it bumper to bumper, and the driver "
    "of the last one ran into the reeds, where the fishermen hid him under a net for the whole of that night.",
)
STANDING = (
    "The town has changed hands four times since the uprising began and most of those who lived there before the war "
    "have long left it for the camps beyond the border, where they wait for word of those who stayed."
)
CREDITS = ("", "\n\n(AFP)", " ---Reuters", "\n\nSource: Meridian")


def telling(outlet, place, days, mode, toll, lead, standing, credit, more):
    """One report of an attack, told so."""
    where = f" in {place}" if place else ""
    words = f"{toll} people were killed{where} by {mode}, the mayor of the town said."
    promise = "The evacuation will begin on Tuesday, the army said."
    course = "The evacuation has begun, a doctor said. The fighting has ended, the army said."
    kept = "The evacuation was delayed. Fighting goes on, residents said."
    tail = ("", promise, course, kept)[more]
    text = " ".join(part for part in (words, lead, STANDING if standing else "", tail) if part) + credit
    day = DAY + timedelta(days=days)
    statements = [said("the mayor of the town", "said", words.partition(",")[0])]
    if more == 1:
        statements.append(said("the army", "said", "The evacuation will begin on Tuesday", act="announce"))
    if more == 2:
        statements.append(said("the army", "said", "The fighting has ended"))
    if more == 3:
        statements.append(said("residents", "said", "Fighting goes on"))
    return invented(
        text,
        title=f"{mode.title()}{where}",
        outlet=outlet,
        published=day,
        statements=statements,
        events=[event("killed", place=place, mode=mode, date=day.isoformat(), statement=0)],
        figures=[figure(str(toll), toll, toll, statement=0)],
        blame=[blame("the army", 0)] if "the army" in text and more == 2 else [],
    )


tellings = st.builds(
    telling,
    st.sampled_from(OUTLETS),
    st.sampled_from(PLACES),
    st.sampled_from((0, 1, 2, 30)),
    st.sampled_from(MODES),
    st.sampled_from((2, 9, 12)),
    st.sampled_from(LEADS),
    st.booleans(),
    st.sampled_from(CREDITS),
    st.integers(0, 3),
)


def cases(size):
    """Sets of reports, each with one reading."""
    return st.lists(tellings, min_size=1, max_size=size, unique_by=lambda reading: reading.report.id)


def grown(*batches, gone=(), **more):
    """What is found when readings come in these batches, and some reports go at last."""
    ledger = MemoryLedger()
    for batch in batches:
        grow(ledger, batch, **more)
    grow(ledger, (), gone, **more)
    return read_ledger(ledger)


def read_anew(reading):
    """The same report, in which less was found."""
    reader = replace(reading.reader, version="again")
    return replace(reading, reader=reader, events=(), figures=(), blame=(), claims=())


__all__ = ["cases", "compare_accounts", "grown", "read_anew", "telling", "tellings"]
