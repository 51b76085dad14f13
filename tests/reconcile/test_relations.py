"""Relations: how one thing stands to another by the words of a report that tells of both. All reports are invented."""

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.relations import find_bonds
from accordingto.show.incidents import incident_title
from accordingto.show.relations import relation_lines
from accordingto.terms.findings import RelationKind
from tests.reconcile.invented import event, invented

BOMB = event("mine", mode="bombing", place="Harrat")
BOATS = event("evacuation", type="RETREAT", mode="evacuate", main=False)
DEAL = event("pact", type="AGREE", mode="evacuation", main=False)


@pytest.mark.parametrize(
    ("text", "events", "bonds"),
    [
        (
            "A mine tore through ferries carrying evacuees from Tel Soda. The evacuation had begun at noon.",
            [BOMB, BOATS],
            [(RelationKind.DURING, 0, 1)],
        ),
        (
            "A mine went off. The evacuation takes place under a deal between the League and the Brigade.",
            [BOMB, BOATS],
            [(RelationKind.UNDER_DEAL, 1, None)],
        ),
        (
            "A mine went off. The evacuation follows a pact of May. Under the agreement the evacuation ends in June.",
            [BOMB, BOATS, DEAL],
            [(RelationKind.UNDER_DEAL, 1, 2)],
        ),
        (
            "The evacuation resumed after the mine went off.",
            [BOMB, BOATS],
            [(RelationKind.RESUMES, 1, 0)],
        ),
        (
            "The evacuation restarted after the blast. A mine had sunk a ferry.",
            [BOMB, BOATS],
            [(RelationKind.RESUMES, 1, 0)],
        ),
        (
            "The Brigade shelled the mole in retaliation for the mine.",
            [BOMB, event("shelled")],
            [(RelationKind.ANSWERS, 1, 0)],
        ),
        ("A mine went off. A delay in the agreement held up the evacuation.", [BOMB, BOATS], []),
        ("A mine went off. Both sides want to resume the evacuation.", [BOMB, BOATS], []),
        ("A mine went off near Harrat. The evacuation is over.", [BOMB, BOATS], []),
    ],
    ids=[
        "during",
        "a deal only named",
        "a deal told of",
        "resumed",
        "the one attack",
        "in return",
        "a delay",
        "to come",
        "apart",
    ],
)
def test_a_sentence_ties_two_things(text, events, bonds):
    found = find_bonds(invented(text, events=events))
    assert [(bond.kind, bond.first, bond.second) for bond in found] == bonds


def test_both_ends_know_of_it_with_the_words_that_say_so():
    text = (
        "A mine tore through ferries carrying evacuees off Harrat on Friday. The evacuation takes place under a deal."
    )
    boats = event("evacuation", type="RETREAT", mode="evacuate", place="Harrat")
    comparison = compare_accounts([invented(text, events=[BOMB, boats])])
    found = {one.incident.type.value: one for one in comparison.incidents}
    (during,) = found["ASSAULT"].related
    assert "carrying evacuees" in during.side.anchor.exact
    assert {one.kind for one in found["RETREAT"].related} == {RelationKind.DURING, RelationKind.UNDER_DEAL}
    assert during in found["RETREAT"].related


def test_what_ties_two_incidents_is_told_from_either_end():
    text = (
        "A mine tore through ferries carrying evacuees off Harrat on Friday. The evacuation takes place under a deal."
    )
    boats = event("evacuation", type="RETREAT", mode="evacuate", place="Harrat")
    incidents = compare_accounts([invented(text, events=[BOMB, boats])]).incidents
    found = {one.incident.type.value: one for one in incidents}
    (line,) = relation_lines(found["ASSAULT"], incidents)
    assert line.words == f"Happened during {incident_title(found['RETREAT'])}"
    assert line.other == found["RETREAT"]
    words = [line.words for line in relation_lines(found["RETREAT"], incidents)]
    assert any(one.startswith("Was under way during") for one in words)
    assert "Was carried out under a deal that its reports only name" in words
