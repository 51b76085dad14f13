"""A case has another stamp whenever something in it has changed, and the same one otherwise."""

from datetime import UTC, datetime

from accordingto.terms.casts import Actor, Cast
from accordingto.terms.reports import Report

NOON = datetime(2016, 5, 6, 12, tzinfo=UTC)


def test_asking_changes_no_stamp(case):
    before = case.stamp()
    case.incidents()
    case.reconcile()
    assert case.stamp() == before


def test_every_verb_that_changes_something_changes_the_stamp(case, reader):
    seen = {case.stamp()}

    def changed():
        known, stamp = len(seen), case.stamp()
        seen.add(stamp)
        return len(seen) > known

    text = "Jets bombed a mill in Homs on Friday and killed 2 people, a miller said."
    case.ingest(Report.of(title="A mill", text=text, outlet="Mill (invented)"))
    assert changed()
    case.read(reader=reader)
    assert changed()
    case.reconcile()
    assert changed()
    first, second = (found.incident.name for found in case.incidents()[:2])
    case.merge(first, second, "Mira Haddad", "one raid", at=NOON)
    assert changed()
    case.keep_cast(Cast((Actor("Harbour Brigade"),)))
    assert changed()
