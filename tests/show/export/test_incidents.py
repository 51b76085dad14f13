"""The JSON of incidents: reports under their own names, pairs of copies kept as they were found."""

import json
from dataclasses import replace
from datetime import date

from accordingto.show.export.incidents import incident_form
from accordingto.terms.events import EventType
from accordingto.terms.figures import Harm, Who
from accordingto.terms.findings import (
    About,
    Agreement,
    AgreementKind,
    Copy,
    Hop,
    IncidentFindings,
    Origin,
    Relation,
    RelationKind,
    Side,
    Toll,
    TollEntry,
)
from accordingto.terms.incidents import Account, Direction, Incident
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor
from accordingto.terms.tolls import TollRule

MAYOR = Report.of(title="Market shelled", text="Twelve people died, the mayor said.", ref="wire-1")
GOVERNOR = Report.of(title="Market shelled", text="Nine people died, the governor said.")
NAMES = {MAYOR.id: MAYOR.name, GOVERNOR.id: GOVERNOR.name}


def _words(report: Report, exact: str) -> Anchor:
    start = report.body.index(exact)
    return Anchor.at(report.id, report.body, (start, start + len(exact)))


def _copy(first: str, second: str, direction: Direction = Direction.UNKNOWN) -> Copy:
    return Copy(first, second, 0.9, True, direction, ("shared wording",))


def _findings() -> IncidentFindings:
    twelve, nine = _words(MAYOR, "Twelve"), _words(GOVERNOR, "Nine")
    sides = (Side(MAYOR.id, twelve, ("the mayor",)), Side(GOVERNOR.id, nine, ("the governor",), date(2016, 5, 2)))
    accounts = (Account(MAYOR.id, 0), Account(GOVERNOR.id, 0))
    entry = TollEntry(MAYOR.id, 0, twelve, 12, 12, "the mayor", date(2016, 5, 2))
    return IncidentFindings(
        Incident("0" * 32, EventType.ASSAULT, "shelling", "2016-05-02", "Idlib", accounts, (), True),
        (_copy(MAYOR.id, GOVERNOR.id),),
        (Origin("mayor", "the mayor", "source", (MAYOR.id,), ((Hop("the mayor", twelve),),)),),
        (Toll(Harm.KILLED, Who.PEOPLE, 9, 12, TollRule.ALL, (entry,), "two tallies"),),
        tuple(Agreement(kind, About.KILLED, sides, "12 is not 9") for kind in AgreementKind),
    )


def test_reports_are_called_what_their_own_file_calls_them_and_by_a_speakable_id_where_it_says_nothing():
    form = incident_form(_findings(), NAMES)
    assert set(form["reports"]) == {"wire-1", GOVERNOR.name}
    assert form["copies"] in ([["wire-1", GOVERNOR.name]], [[GOVERNOR.name, "wire-1"]])


def test_only_contradictions_are_disputes_and_only_updates_are_updates():
    form = incident_form(_findings(), NAMES)
    assert [(d["about"], set(d["reports"])) for d in form["disputes"]] == [("killed", {"wire-1", GOVERNOR.name})]
    assert len(form["updates"]) == 1


def test_the_form_survives_json_and_keeps_words_and_days():
    again = json.loads(json.dumps(incident_form(_findings(), NAMES)))
    assert again["disputes"][0]["sides"][1]["text"] == "Nine"
    assert again["disputes"][0]["sides"][1]["as_of"] == "2016-05-02"
    assert again["tolls"][0]["entries"][0]["report"] == "wire-1"
    assert again["origins"][0]["chains"] == [["the mayor"]]


def test_how_it_stands_to_others_names_both_accounts_and_their_incidents():
    found = _findings()
    account, words = found.incident.accounts[0], _words(MAYOR, "Twelve people died")
    relation = Relation(RelationKind.UNDER_DEAL, account, None, Side(MAYOR.id, words, ("the mayor",)), "it says so")
    form = incident_form(replace(found, related=(relation,)), NAMES, homes={account: found.incident.id})
    (told,) = form["related"]
    assert told["kind"] == "under a deal"
    assert told["first"] == {"report": "wire-1", "event": 0, "incident": found.incident.id}
    assert told["second"] is None
    assert told["sides"][0]["text"] == "Twelve people died"


def test_a_copy_that_tells_of_something_else_is_listed_with_the_incident():
    found = _findings()
    form = incident_form(replace(found, elsewhere=(_copy("other", GOVERNOR.id),)), NAMES)
    assert ["other", GOVERNOR.name] in form["copies"] or [GOVERNOR.name, "other"] in form["copies"]
    assert len(form["shared_texts"]) == 2
