"""Lookalikes: a part beside its whole, a bound that leaves room, a round number: told as such, once for two voices."""

from datetime import date

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.terms.findings import About, AgreementKind
from tests.reconcile.invented import event, figure, invented, said

AGAINST, BOTH = AgreementKind.CONTRADICTION, AgreementKind.COMPATIBLE
LEAGUE, MAYOR = "the Ferrymen's League", "the mayor Salma Idris"


def count(words, low, high, source, outlet, after="", **more):
    text = f"A mine went off under the ferry at Harrat on Friday and killed {words} people{after}, {source} said."
    return invented(
        text,
        outlet=outlet,
        published=date(2019, 5, 3),
        statements=[said(source, "said", text.rsplit(",", 1)[0])],
        events=[event("mine went off", place="Harrat", mode="bombing", statement=0)],
        figures=[figure(words, low, high, statement=0, **more)],
    )


def killed(*readings):
    found = [a for incident in compare_accounts(readings).incidents for a in incident.agreements]
    return [a for a in found if a.about is About.KILLED]


@pytest.mark.parametrize(
    ("one", "other", "kind", "reason"),
    [
        (("40", 40, 40, {}), ("52", 52, 52, {}), AGAINST, "no number fits both"),
        (("11", 11, 11, {"who": "children"}), ("52", 52, 52, {}), BOTH, "the children may be among the people"),
        (("11", 11, 11, {"who": "women"}), ("52", 52, 52, {"who": "civilians"}), BOTH, "women may be among"),
        (("9", 9, 9, {"who": "soldiers"}), ("52", 52, 52, {"who": "civilians"}), BOTH, "the one counts soldiers"),
        (("11", 11, 11, {"after": " of one family"}), ("52", 52, 52, {}), BOTH, "told of a part: “one family”"),
        (("11", 11, 11, {"after": " in one house"}), ("52", 52, 52, {}), BOTH, "told of a part: “in one house”"),
        (("11", 11, 11, {}), ("52", 52, 52, {"after": " in the past 24 hours"}), BOTH, "told of more than that"),
        (("11", 11, 11, {"after": " alone"}), ("52", 52, 52, {"after": " alone"}), AGAINST, "no number fits both"),
        (("about 40", 40, 40, {"bound": "about"}), ("42", 42, 42, {}), BOTH, "a round number"),
        (("about 90", 90, 90, {"bound": "about"}), ("100", 100, 100, {}), BOTH, "a round number"),
        (("about 40", 40, 40, {"bound": "about"}), ("52", 52, 52, {}), AGAINST, "no number fits both"),
        (("40 to 60", 40, 60, {"bound": "range"}), ("52", 52, 52, {}), BOTH, "one number fits both"),
        (("up to 60", None, 60, {"bound": "up to"}), ("52", 52, 52, {}), BOTH, "sets no lower limit"),
    ],
)
def test_two_counts_that_differ(one, other, kind, reason):
    first = count(*one[:3], LEAGUE, "A (invented)", **one[3])
    (found,) = killed(first, count(*other[:3], MAYOR, "B (invented)", **other[3]))
    assert found.kind is kind
    assert reason in found.why


def test_a_bound_of_the_outlets_own_leaves_room():
    own = invented(
        "A mine went off under the ferry at Harrat on Friday and killed at least 40 people.",
        published=date(2019, 5, 3),
        events=[event("mine went off", place="Harrat", mode="bombing")],
        figures=[figure("at least 40", 40, None)],
    )
    (found,) = killed(own, count("52", 52, 52, MAYOR, "B (invented)"))
    assert found.kind is BOTH
    assert "“at least 40” sets no upper limit" in found.why


def test_two_voices_get_one_note():
    readings = [
        count("11", 11, 11, LEAGUE, "A (invented)", who="children"),
        count("11", 11, 11, LEAGUE, "C (invented)", who="children"),
        count("52", 52, 52, MAYOR, "B (invented)"),
    ]
    assert [a.kind for a in killed(*readings) if a.kind is BOTH] == [BOTH]


def test_one_voice_needs_no_note():
    readings = [count("11", 11, 11, MAYOR, "A (invented)", who="children"), count("52", 52, 52, MAYOR, "B (invented)")]
    assert [a for a in killed(*readings) if a.kind is BOTH] == []
