"""What stands in two chains: who bears whom out, and who only tells it alike."""

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.views import Verdict, View, weigh
from accordingto.reconcile.voices import Voice
from accordingto.terms.findings import About, AgreementKind, Side
from accordingto.terms.spans import Anchor, Span
from tests.reconcile.invented import blame, event, figure, invented, said

AGREE, ALIKE = AgreementKind.CORROBORATION, AgreementKind.ALIKE
LEAGUE, MAYOR = "the Ferrymen's League", "the mayor Salma Idris"


def told(outlet, source, how="A mine went off under the ferry at Harrat on Friday.", via=(), credit="", words="12"):
    passed = f", {source} told {via[0]}" if via else f", {source} said"
    return invented(
        f"{how} It killed {words} people{passed}.{credit}",
        outlet=f"{outlet} (invented)",
        statements=[said(source, "told" if via else "said", f"killed {words} people", via=list(via))],
        events=[event("mine went off", place="Harrat", mode="bombing")],
        figures=[figure(words, 12, 12, statement=0)],
    )


def agreements(*readings, about=About.KILLED):
    (found,) = compare_accounts(readings).incidents
    return [a for a in found.agreements if a.about is about and a.kind in (AGREE, ALIKE)]


OTHERWISE = "On Friday a mine went off below the boat of Harrat, with the whole town looking on."


def test_two_named_sources_bear_each_other_out_where_nothing_stands_in_both_chains():
    (found,) = agreements(told("Courier", LEAGUE), told("Herald", MAYOR, OTHERWISE))
    assert found.kind is AGREE
    assert found.why.endswith("no text, outlet, agency or body stands in both chains")


@pytest.mark.parametrize(
    ("one", "other", "tie"),
    [
        (
            told("Courier", LEAGUE, credit=" ---Reuters"),
            told("Herald", MAYOR, OTHERWISE, credit=" ---Reuters"),
            "not independently: both via Reuters",
        ),
        (
            told("Courier", LEAGUE, via=("Reuters",)),
            told("Herald", MAYOR, OTHERWISE, via=("Reuters",)),
            "not independently: both via Reuters",
        ),
        (told("Courier", LEAGUE), told("Courier", MAYOR, OTHERWISE), "not independently: both via Courier (invented)"),
        (
            told("Courier", "the Russian army"),
            told("Herald", "the Russian defence ministry", OTHERWISE),
            "not independently: they speak for one body",
        ),
        (
            told("Courier", "State media and the Syrian Observatory for Human Rights"),
            told("Herald", "the Syrian Observatory for Human Rights", OTHERWISE),
            None,
        ),
        (
            told("Courier", "State media and the Ferrymen's League, with SANA"),
            told("Herald", "SANA", OTHERWISE),
            None,
        ),
    ],
    ids=["one wire credited", "told one wire", "one outlet", "arms of one state", "a joint voice", "and a member"],
)
def test_voices_that_something_ties_do_not_bear_each_other_out(one, other, tie):
    found = agreements(one, other)
    assert AGREE not in [a.kind for a in found]
    if tie:
        assert [a.why.partition("; ")[2] for a in found if a.kind is ALIKE] == [tie]


def test_two_sources_of_one_report_are_told_alike():
    both = invented(
        "A mine went off under the ferry at Harrat on Friday. Twelve died, the mayor Salma Idris said. "
        "The Ferrymen's League said 12 were dead.",
        outlet="Courier (invented)",
        statements=[said(MAYOR, "said", "Twelve died"), said("The Ferrymen's League", "said", "12 were dead")],
        events=[event("mine went off", place="Harrat", mode="bombing")],
        figures=[figure("Twelve", 12, 12, statement=0), figure("12", 12, 12, statement=1)],
    )
    (found,) = agreements(both)
    assert found.kind is ALIKE
    assert found.why.endswith("not independently: both via Courier (invented), in one report")


def test_press_and_social_media_at_large_make_no_link():
    one, other = told("Courier", LEAGUE, via=("reporters",)), told("Herald", MAYOR, OTHERWISE, via=("reporters",))
    assert [a.kind for a in agreements(one, other)] == [AGREE]


def test_whoever_gives_one_number_does_not_agree_with_whoever_gives_another():
    pairs = [("Courier", LEAGUE, "12"), ("Herald", MAYOR, "12"), ("Post", "the fire chief Omar Said", "Thirty")]
    pairs.append(("Star", "the harbour master Dina Rahal", "Thirty"))
    readings = [
        invented(
            f"So the {outlet}: on Friday a mine went off under the ferry at Harrat and killed {words}, {who} said.",
            outlet=f"{outlet} (invented)",
            statements=[said(who, "said", f"killed {words}")],
            events=[event("mine went off", place="Harrat", mode="bombing")],
            figures=[figure(words, number, number, statement=0)],
        )
        for outlet, who, words in pairs
        for number in [12 if words == "12" else 30]
    ]
    found = [a for a in agreements(*readings) if a.kind is AGREE]
    assert sorted(sorted(side.anchor.exact for side in a.sides) for a in found) == [["12", "12"], ["Thirty", "Thirty"]]


def accusing(outlet, source, actor, how):
    return invented(
        f"{how} {source} blamed {actor} for the shells on the clinic.",
        outlet=f"{outlet} (invented)",
        statements=[said(source, "blamed", actor, act="accuse")],
        events=[event("Shells", place="Harrat")],
        blame=[blame(actor, 0)],
    )


def test_agreements_on_the_author_are_told_apart_by_whom_they_name():
    named = [
        ("Courier", "Salma Idris", "the Syrian army"),
        ("Herald", "Omar Said", "rebel gunmen"),
        ("Post", "Dina Rahal", "Assad's artillery"),
        ("Star", "Karim Haddad", "rebels"),
    ]
    readings = [accusing(*one, f"Shells fell on the clinic of Harrat on Friday, the {one[0]} has it.") for one in named]
    found = agreements(*readings, about=About.ACTOR)
    sides = sorted(sorted(side.anchor.exact for side in a.sides) for a in found if a.kind is AGREE)
    assert sides == [["Assad's artillery", "the Syrian army"], ["rebel gunmen", "rebels"]]
    assert all("rebel" not in a.why or "army" not in a.why for a in found)


def test_one_person_under_two_bodies_agrees_with_nobody():
    lists = {"events": [event("mine went off", place="Harrat", mode="bombing")]}
    one = invented(
        "A mine went off at Harrat on Friday and killed 12, Omar Said of the Syrian Civil Defence said.",
        outlet="Courier (invented)",
        statements=[said("Omar Said", "said", "killed 12")],
        figures=[figure("12", 12, 12, statement=0)],
        **lists,
    )
    both = agreements(one, told("Herald", "Omar Said", OTHERWISE))
    assert both == []


def test_who_is_borne_out_in_one_thing_still_tells_another_alike():
    def view(number, name, page, *held):
        voice = Voice(name, name, "source", (), frozenset({name}), None, way=frozenset({f"outlet:{page}"}))
        side = Side(f"r{page}", Anchor(f"r{page}", (Span(number, number + 1),), "x"), (name,), None)
        return View(voice, side, frozenset(held))

    def relate(one, other):
        both = sorted(one.held & other.held)
        return Verdict(AGREE, f"both tell of {both[0]}") if both else None

    views = [
        view(0, "the League", 1, "shelling", "planes"),
        view(1, "the mayor", 1, "shelling", "smoke"),
        view(2, "the ministry", 2, "planes"),
        view(3, "the union", 3, "smoke"),
    ]
    alike = [one for one in weigh(About.CAUSE, views, relate) if one.kind is ALIKE]
    assert [{side.chain for side in one.sides} for one in alike] == [{("the League",), ("the mayor",)}]
