"""Denials meet what they deny: that it took place at all, and that somebody had a part in it."""

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.denials import says_nothing_happened
from accordingto.terms.findings import About, AgreementKind
from tests.reconcile.invented import blame, event, figure, invented, said

AGAINST = AgreementKind.CONTRADICTION


@pytest.mark.parametrize(
    ("words", "denied", "nothing"),
    [
        ("no strike took place in Harrat", False, True),
        ("no such attack has ever happened", False, True),
        ("there was no shelling of the clinic", False, True),
        ("there were no air strikes in the district", False, True),
        ("the massacre never happened", False, True),
        ("the raid did not take place", False, True),
        ("reports of an attack on the market are baseless", False, True),
        ("claims of a massacre there were fabricated", False, True),
        ("not a single raid was carried out", False, True),
        ("any attack on the clinic", True, True),
        ("that a massacre took place", True, True),
        ("reports of an air strike", True, True),
        ("that there was any shelling", True, True),
        ("its jets had bombed the clinic", True, False),  # its own part
        ("it was behind the attack", True, False),
        ("that civilians were targeted", True, False),
        ("there were no deaths from the strike", False, False),
        ("there were no survivors of the attack", False, False),
        ("no group claimed the attack that took place on Friday", False, False),
        ("the attack took place at dawn", False, False),
        ("the fighting did not stop", False, False),
        ("there is no excuse for such an attack", False, False),
        ("reports of the attack are true", False, False),
    ],
)
def test_words_that_say_that_nothing_took_place(words, denied, nothing):
    assert says_nothing_happened(words, denied=denied) is nothing


def happened(*readings):
    found = [a for incident in compare_accounts(readings).incidents for a in incident.agreements]
    return [a for a in found if a.about is About.HAPPENED]


REPORTED = "Shells hit the clinic of Harrat on Friday, a nurse said. The army said {}."


def with_army(words, act="deny", **more):
    return invented(
        REPORTED.format(words),
        statements=[
            said("a nurse", "said", "Shells hit the clinic of Harrat on Friday"),
            said("The army", "said", words, act=act),
        ],
        events=[event("Shells", place="Harrat", statement=0)],
        **more,
    )


def test_a_denial_inside_one_report_meets_what_it_denies():
    (found,) = happened(with_army("there was no shelling of the clinic"))
    assert found.kind is AGAINST
    assert [side.anchor.exact for side in found.sides] == ["there was no shelling of the clinic", "Shells"]
    assert found.why.startswith("the army said that nothing of it took place: “there was no shelling")


def test_a_denial_across_reports_meets_what_it_denies():
    denial = invented(
        "The army denied that any shelling of the clinic of Harrat took place on Friday.",
        outlet="Courier (invented)",
        statements=[
            said("The army", "denied", "any shelling of the clinic of Harrat took place on Friday", act="deny")
        ],
        events=[event("shelling", place="Harrat", status="denied", statement=0)],
    )
    (found,) = happened(with_army("it knew of nothing", act="assert"), denial)
    assert found.report_ids == tuple(sorted(found.report_ids))
    assert len(found.report_ids) == 2


def test_who_denies_only_its_own_part_does_not_deny_the_thing():
    reading = with_army("any shelling by its guns took place", blame=[blame("The army", 1, "denies")])
    assert happened(reading) == []


def test_a_denial_with_nobody_to_report_it_is_no_dispute():
    lone = invented(
        "The army denied that any shelling of the clinic of Harrat took place on Friday.",
        statements=[
            said("The army", "denied", "any shelling of the clinic of Harrat took place on Friday", act="deny")
        ],
        events=[event("shelling", place="Harrat", status="denied", statement=0)],
    )
    assert happened(lone) == []


def authors(blamed, denier, denied):
    reading = invented(
        f"Shells hit Harrat on Friday. A nurse accused {blamed}. {denier} denied that {denied} had fired.",
        statements=[
            said("A nurse", "accused", blamed, act="accuse"),
            said(denier, "denied", f"{denied} had fired", act="deny"),
        ],
        events=[event("Shells", place="Harrat")],
        figures=[figure("Shells", None, None, bound="vague")],
        blame=[blame(blamed, 0), blame(denied, 1, "denies")],
    )
    found = [a for incident in compare_accounts([reading]).incidents for a in incident.agreements]
    return [a.kind for a in found if a.about is About.ACTOR]


@pytest.mark.parametrize(
    ("blamed", "denier", "denied", "kinds"),
    [
        ("the Syrian army", "The Syrian army", "The Syrian army", [AGAINST]),
        ("the Syrian army", "Russia", "Syrian forces", [AGAINST]),  # for somebody else
        ("Russian jets", "Moscow", "Russian aircraft", [AGAINST]),
        ("the Syrian army", "The rebels", "The rebels", []),  # nobody had blamed them
        ("Islamic State", "Turkey", "Turkish guns", []),
    ],
)
def test_a_denial_of_involvement_meets_the_blame(blamed, denier, denied, kinds):
    assert authors(blamed, denier, denied) == kinds
