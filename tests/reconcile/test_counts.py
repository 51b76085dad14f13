"""Counts of one incident: what replaces what, what cannot both be right, and what only looks so."""

from datetime import date

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.terms.figures import Who
from accordingto.terms.findings import About, AgreementKind
from accordingto.terms.tolls import TollRule
from tests.reconcile.invented import blame, event, figure, invented, said

TELLING = "A mine went off under the ferry at Harrat on Friday and killed {} people, {} said."


def count(outlet, words, low, high, source, day=3, bound=None, **more):
    return invented(
        TELLING.format(words, source),
        outlet=outlet,
        published=date(2019, 5, day),
        statements=[said(source, "said", f"killed {words} people")],
        events=[event("mine went off", place="Harrat", mode="bombing", statement=0)],
        figures=[figure(words, low, high, statement=0, **({"bound": bound} if bound else {}), **more)],
    )


def kinds(*readings):
    (found,) = compare_accounts(readings).incidents
    return {(a.kind, a.about) for a in found.agreements}


LEAGUE, MAYOR = "the Ferrymen's League", "the mayor Salma Idris"
KILLED = About.KILLED


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (("12", 12, 12, LEAGUE, 3), ("12", 12, 12, MAYOR, 3), AgreementKind.CORROBORATION),
        (("12", 12, 12, LEAGUE, 3), ("19", 19, 19, MAYOR, 4), AgreementKind.UPDATE),
        (("12", 12, 12, LEAGUE, 3), ("at least 19", 19, None, LEAGUE, 4), AgreementKind.UPDATE),
        (("12", 12, 12, LEAGUE, 3), ("seven", 7, 7, MAYOR, 4), AgreementKind.CONTRADICTION),
        (("12", 12, 12, LEAGUE, 3), ("19", 19, 19, MAYOR, 3), AgreementKind.CONTRADICTION),
        (("at least 12", 12, None, LEAGUE, 3), ("at least 19", 19, None, MAYOR, 3), AgreementKind.CONTRADICTION),
        (("at least 12", 12, None, LEAGUE, 4), ("15", 15, 15, MAYOR, 3), AgreementKind.COMPATIBLE),
        (("12", 12, 12, LEAGUE, 3), ("12", 12, 12, LEAGUE, 4), None),
    ],
    ids=[
        "two voices, one number",
        "a later and higher count",
        "the same body counts again",
        "a later and lower count by another",
        "rival exact counts",
        "rival tallies of one day",
        "an older exact count above a bound",
        "one voice repeated",
    ],
)
def test_two_counts_stand_to_each_other(one, other, kind):
    found = kinds(count("A (invented)", *one), count("B (invented)", *other))
    assert found == ({(kind, KILLED)} if kind else set())


def test_a_vague_number_disputes_nothing():
    vague = count("B (invented)", "dozens of", 24, None, MAYOR, bound="vague")
    assert kinds(count("A (invented)", "12", 12, 12, LEAGUE), vague) == set()


def test_part_and_whole_are_not_set_against_each_other():
    part = count("B (invented)", "four", 4, 4, MAYOR, who="children")
    assert kinds(count("A (invented)", "12", 12, 12, LEAGUE), part) == {(AgreementKind.COMPATIBLE, KILLED)}


def test_fewer_civilians_than_people_is_no_dispute_and_more_is_one():
    people = count("A (invented)", "12", 12, 12, LEAGUE)
    fewer = kinds(people, count("B (invented)", "nine", 9, 9, MAYOR, who="civilians"))
    assert fewer == {(AgreementKind.COMPATIBLE, KILLED)}
    assert kinds(people, count("B (invented)", "15", 15, 15, MAYOR, who="civilians")) == {
        (AgreementKind.CONTRADICTION, KILLED)
    }


def test_a_rising_toll_is_one_update_in_order_of_time():
    steps = [("43", 43, 3), ("70", 70, 4), ("112", 112, 5), ("126", 126, 6)]
    readings = [count(f"{n} (invented)", w, low, low, LEAGUE, day) for n, (w, low, day) in enumerate(steps)]
    (found,) = compare_accounts(readings).incidents
    (update,) = [a for a in found.agreements if a.kind is AgreementKind.UPDATE]
    assert [side.anchor.exact for side in update.sides] == ["43", "70", "112", "126"]
    assert "rises from “43” (the Ferrymen's League, 3 May 2019) to" in update.why
    assert "126" in update.why


def updates(*readings):
    (found,) = compare_accounts(readings).incidents
    return [[side.anchor.exact for side in a.sides] for a in found.agreements if a.kind is AgreementKind.UPDATE]


def test_two_voices_that_both_count_on_are_two_updates():
    league = (count("A (invented)", "12", 12, 12, LEAGUE), count("B (invented)", "19", 19, 19, LEAGUE, 4))
    mayor = (count("C (invented)", "seven", 7, 7, MAYOR), count("D (invented)", "nine", 9, 9, MAYOR, 4))
    assert sorted(updates(*league, *mayor)) == [["12", "19"], ["seven", "nine"]]


def test_a_count_below_what_was_known_before_is_no_step_of_a_rising_toll():
    low = count("B (invented)", "seven", 7, 7, MAYOR, 4)
    third = count("C (invented)", "15", 15, 15, "the Lake Council", 5)
    assert updates(count("A (invented)", "at least 12", 12, None, LEAGUE), low, third) == [["at least 12", "15"]]


def test_whoever_was_disputed_once_is_not_updated_by_the_other():
    readings = [
        count("A (invented)", "12", 12, 12, LEAGUE),
        count("B (invented)", "nine", 9, 9, MAYOR),
        count("C (invented)", "12", 12, 12, MAYOR, 4),
        count("D (invented)", "20", 20, 20, LEAGUE, 5),
    ]
    assert sorted(updates(*readings)) == [["12", "20"], ["nine", "12"]]


def test_a_voice_that_denies_what_another_says_does_not_update_it():
    text = (
        "A mine went off under the ferry at Harrat on Friday and killed {0} people, {1} said. {1} {2} the Red Brigade."
    )

    def accused(source, words, low, day, cue, stance):
        return invented(
            text.format(words, source, cue),
            outlet=f"{day} (invented)",
            published=date(2019, 5, day),
            statements=[said(source, "said", f"killed {words} people"), said(source, cue, "the Red Brigade")],
            events=[event("mine went off", place="Harrat", mode="bombing", statement=0)],
            figures=[figure(words, low, low, statement=0)],
            blame=[blame("the Red Brigade", 1, stance)],
        )

    spoken_for = accused("Colonel Omar Said", "seven", 7, 3, "spoke for", "denies")
    assert updates(spoken_for, accused(LEAGUE, "12", 12, 4, "blamed", "blames")) == []
    assert updates(spoken_for, accused(LEAGUE, "12", 12, 4, "also denied it for", "denies")) == [["seven", "12"]]


def test_the_reason_names_both_numbers_and_both_voices():
    (found,) = compare_accounts(
        [count("A (invented)", "12", 12, 12, LEAGUE), count("B (invented)", "seven", 7, 7, MAYOR)]
    ).incidents
    (dispute,) = found.agreements
    assert all(word in dispute.why for word in ("12", "seven", LEAGUE, MAYOR, "no number fits both"))


def test_two_voices_inside_one_report_can_dispute():
    reading = invented(
        "A mine killed 12 people at Harrat, the Ferrymen's League said. The mayor Salma Idris said seven people died.",
        statements=[
            said("the Ferrymen's League", "said", "A mine killed 12 people at Harrat"),
            said("The mayor Salma Idris", "said", "seven people died"),
        ],
        events=[event("mine", place="Harrat", mode="bombing")],
        figures=[figure("12", 12, 12, statement=0), figure("seven", 7, 7, statement=1)],
    )
    assert kinds(reading) == {(AgreementKind.CONTRADICTION, KILLED)}


def test_people_trapped_in_one_place_are_compared_without_an_incident():
    reading = invented(
        "Thousands of people are stuck in Harrat, the Ferrymen's League said. "
        "The mayor Salma Idris spoke of more than 9,000.",
        statements=[
            said("the Ferrymen's League", "said", "Thousands of people are stuck in Harrat"),
            said("The mayor Salma Idris", "spoke of", "more than 9,000"),
        ],
        events=[event("stuck", type="COERCE", mode="siege", place="Harrat")],
        figures=[
            figure("Thousands", 2000, None, bound="vague", harm="trapped", statement=0),
            figure("more than 9,000", 9000, None, bound="more than", harm="trapped", statement=1),
        ],
    )
    (found,) = [a for a in compare_accounts([reading]).agreements if a.about is About.TRAPPED]
    assert found.kind is AgreementKind.COMPATIBLE
    assert "sets no upper limit" in found.why


def told(text, *counts, title="An invented report", day=3, **more):
    """One report in which each (words, number, source) of `counts` is somebody's count of one explosion."""
    sources = list(dict.fromkeys(source for _, _, source, *_ in counts if source))
    return invented(
        " ".join([text, *(f"So said {source}." for source in sources if source not in text)]),
        title=title,
        outlet=f"{day} {text[:9]} (invented)",
        published=date(2019, 5, day),
        statements=[said(source, "said", "A mine went off") for source in sources],
        events=[event("mine went off", place="Harrat", mode="bombing")],
        figures=[
            figure(words, number, number, statement=sources.index(source) if source else None, **dict(*rest))
            for words, number, source, *rest in counts
        ],
        **more,
    )


def test_an_earlier_toll_of_the_same_report_is_a_step_and_no_rival():
    reading = told(
        "A mine went off at Harrat and killed 32 people, the Ferrymen's League said, updating an earlier toll of 15.",
        ("32", 32, LEAGUE),
        ("15", 15, LEAGUE),
    )
    (found,) = compare_accounts([reading]).incidents
    (update,) = found.agreements
    assert update.kind is AgreementKind.UPDATE
    assert "rises from “15” (the Ferrymen's League, an earlier count in a report of 3 May 2019) to “32”" in update.why


def test_what_one_voice_counted_first_another_may_have_replaced():
    reading = told(
        "A mine went off at Harrat. Earlier on Friday the mayor Salma Idris said 15 had died. "
        "The Ferrymen's League counted 32.",
        ("15", 15, MAYOR),
        ("32", 32, LEAGUE),
    )
    assert kinds(reading) == {(AgreementKind.UPDATE, KILLED)}


def test_a_vague_word_of_a_source_leaves_the_count_of_the_page():
    first = told("A mine went off at Harrat and killed 65, the Ferrymen's League said.", ("65", 65, LEAGUE))
    second = told(
        "A mine went off at Harrat and killed dozens, the mayor Salma Idris said. The dead are 130.",
        ("dozens", 24, MAYOR, {"bound": "vague"}),
        ("130", 130, None),
        day=4,
    )
    assert updates(first, second) == [["65", "130"]]


def test_fighters_and_civilians_are_two_counts_of_one_voice():
    both = told(
        "A mine went off at Harrat and killed 31 gunmen and eight civilians, the Ferrymen's League said.",
        ("31", 31, LEAGUE, {"who": "fighters"}),
        ("eight", 8, LEAGUE, {"who": "civilians"}),
        day=4,
    )
    first = told("A mine went off at Harrat and killed 19 gunmen.", ("19", 19, LEAGUE, {"who": "fighters"}))
    assert updates(first, both) == [["19", "31"]]


def test_a_number_that_another_report_gives_as_a_share_is_no_earlier_count():
    whole = told(
        "A mine went off at Harrat and hurt 40, 15 of them badly, the Ferrymen's League said.",
        ("40", 40, LEAGUE, {"harm": "injured"}),
        ("15", 15, LEAGUE, {"harm": "injured", "part_of": 0}),
    )
    share = told("A mine went off at Harrat: 15 are in danger.", ("15", 15, LEAGUE, {"harm": "injured"}))
    assert kinds(whole, share) == set()


def test_nine_and_fourteen_that_make_twenty_three_dispute_nothing():
    sums = told(
        "A mine went off at Harrat. Nine pupils and 14 teachers died, 23 in all, the mayor Salma Idris said.",
        ("Nine", 9, MAYOR, {"who": "children"}),
        ("14", 14, MAYOR),
        ("23", 23, "The radio"),
    )
    assert kinds(sums, told("A mine went off at Harrat and killed 23.", ("23", 23, LEAGUE))) == {
        (AgreementKind.ALIKE, KILLED)  # one outlet prints both
    }


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("killing nine pupils and 14 others", "14"),
        ("killing nine pupils from one street and another 14 people", "14"),
        ("killing nine pupils as well as 14 other people", "14"),
    ],
)
def test_the_others_beside_one_kind_of_people_are_not_set_against_a_count_of_all(words, beside):
    part = told(
        f"A mine went off at Harrat, {words}, the mayor Salma Idris said.",
        ("nine", 9, MAYOR, {"who": "children"}),
        (beside, 14, MAYOR),
    )
    whole = told("A mine went off at Harrat and killed 23.", ("23", 23, LEAGUE))
    assert kinds(part, whole) <= {(AgreementKind.COMPATIBLE, KILLED)}
    (incident,) = compare_accounts([part, whole]).incidents
    people = next(toll for toll in incident.under() if toll.who is Who.PEOPLE)
    assert (people.low, people.high) == (23, 23)
    (alone,) = compare_accounts([part]).incidents
    assert [(toll.who, toll.low) for toll in alone.under()] == [(Who.PEOPLE, 14), (Who.CHILDREN, 9)]


def test_fourteen_other_dead_told_of_elsewhere_are_a_count_like_any():
    part = told(
        "A mine went off at Harrat and killed nine pupils. It killed 14, the mayor Salma Idris said.",
        ("nine", 9, MAYOR, {"who": "children"}),
        ("14", 14, MAYOR),
    )
    whole = told("A mine went off at Harrat and killed 23.", ("23", 23, LEAGUE))
    assert (AgreementKind.CONTRADICTION, KILLED) in kinds(part, whole)


def test_almost_a_dozen_may_be_the_eleven_and_about_forty_is_not_the_eleven():
    eleven = told("A mine went off at Harrat and killed 11.", ("11", 11, LEAGUE))
    dozen = told("A mine went off at Harrat: almost a dozen died.", ("almost a dozen", 12, MAYOR, {"bound": "about"}))
    forty = told("A mine went off at Harrat and killed about 40.", ("about 40", 40, MAYOR, {"bound": "about"}))
    assert kinds(eleven, dozen) == {(AgreementKind.COMPATIBLE, KILLED)}
    assert kinds(eleven, forty) == {(AgreementKind.CONTRADICTION, KILLED)}


def test_a_voice_that_counted_civilians_goes_on_counting_people():
    first = told("A mine went off at Harrat: 19 civilians died.", ("19", 19, LEAGUE, {"who": "civilians"}))
    assert updates(first, told("A mine went off at Harrat: 23 died.", ("23", 23, LEAGUE), day=4)) == [["19", "23"]]


def test_a_bound_below_an_earlier_one_corrects_nothing():
    first = told("A mine went off at Harrat: 15 died.", ("15", 15, LEAGUE, {"bound": "at least"}))
    later = told("A mine went off at Harrat: six died.", ("six", 6, LEAGUE, {"bound": "at least"}), day=4)
    assert updates(first, later) == []
    firm = told("A mine went off at Harrat: 9 died.", ("9", 9, LEAGUE))
    assert updates(firm, told("A mine went off at Harrat: 7 died.", ("7", 7, LEAGUE), day=4)) == [["9", "7"]]


@pytest.mark.parametrize(("order", "found"), [((LEAGUE, "rescuers"), True), (("rescuers", LEAGUE), False)])
def test_a_nameless_voice_after_a_named_one_is_another(order, found):
    one, other = order
    text = f"A mine went off at Harrat and killed 15 civilians, {one} said. Of 23 dead spoke {other}."
    reading = told(text, ("15", 15, one, {"who": "civilians"}), ("23", 23, other))
    assert ((AgreementKind.CONTRADICTION, KILLED) in kinds(reading)) is found


def test_a_count_over_a_war_disputes_no_count_of_one_incident():
    reading = invented(
        "A mine went off under the ferry at Harrat on Friday and killed 12 people. Since 2011 mines have killed 900.",
        outlet="B (invented)",
        events=[event("mine went off", place="Harrat", mode="bombing")],
        figures=[figure("12", 12, 12), figure("900", 900, 900, **{"text@": 1})],
    )
    assert kinds(count("A (invented)", "12", 12, 12, LEAGUE), reading) <= {(AgreementKind.CORROBORATION, KILLED)}


def why_later(*readings):
    (found,) = compare_accounts(readings).incidents
    (update,) = [a for a in found.agreements if a.kind is AgreementKind.UPDATE]
    return update.why


def test_only_a_voice_s_own_later_count_replaces_the_earlier():
    first = count("A (invented)", "12", 12, 12, LEAGUE)
    again = why_later(first, count("B (invented)", "19", 19, 19, LEAGUE, 4))
    assert again.endswith("the later replaces the earlier")
    other = why_later(first, count("B (invented)", "19", 19, 19, MAYOR, 4))
    assert other.startswith("a later count of killed is higher, “19” (the mayor Salma Idris, 4 May 2019) after “12”")
    assert "replaces" not in other


def conservative(*readings):
    (found,) = compare_accounts(readings).incidents
    return [toll.best for toll in found.under(TollRule.CONSERVATIVE)]


def test_the_conservative_rule_lets_nobody_s_count_be_replaced_by_another_voice():
    first = count("A (invented)", "12", 12, 12, LEAGUE)
    assert conservative(first, count("B (invented)", "19", 19, 19, LEAGUE, 4)) == [19]
    assert conservative(first, count("B (invented)", "19", 19, 19, MAYOR, 4)) == [12]


def test_a_round_tally_twice_as_high_is_no_other_than_an_exact_one():
    least = count("A (invented)", "at least 16", 16, None, LEAGUE, 3)
    about = count("B (invented)", "about 32", 32, 32, MAYOR, 3, bound="about")
    assert (AgreementKind.CONTRADICTION, KILLED) in kinds(least, about)


@pytest.mark.parametrize(("day", "grown"), [("2019-05-03", True), ("2019-05-04", False)])
def test_a_count_of_another_day_by_its_own_words_is_no_later_stage(day, grown):
    def counted(outlet, number, on, words, published):
        return invented(
            f"A mine went off under the ferry at Harrat {words} and killed {number} people, the League said.",
            outlet=outlet,
            published=date(2019, 5, published),
            statements=[said("the League", "said", f"killed {number} people")],
            events=[event("mine went off", place="Harrat", mode="bombing", date=on, time=words)],
            figures=[figure(str(number), number, number, statement=0)],
        )

    first = counted("A (invented)", 12, "2019-05-03", "on Friday", 4)
    found = kinds(first, counted("B (invented)", 19, day, "that night", 5))
    assert ((AgreementKind.UPDATE, KILLED) in found) is grown
