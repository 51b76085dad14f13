"""Pairing: an item of an annotation and the item of a reading that stands at its words. All readings are invented."""

from accordingto.terms.claims import ClaimKind
from evals.pairing import pair_items
from tests.reconcile.invented import blame, event, figure, invented

TEXT = "Two shells hit the mill at Harrat. Eleven or twelve were hurt, and the hill men were held to have fired them."


def mill(**lists):
    return invented(TEXT, **lists)


GOLD = mill(
    events=[event("hit", place="Harrat")],
    figures=[figure("Eleven or twelve", 11, 12), figure("twelve", 12, 12)],
    blame=[blame("the hill men", None), blame("the hill men", None)],
)


def pairs_of(reading, kind):
    return {index: other for (of, index), other in pair_items(GOLD, reading).items() if of is kind}


def test_every_item_of_an_annotation_is_its_own_pair():
    assert all(index == other for (_, index), other in pair_items(GOLD, GOLD).items())
    assert len(pair_items(GOLD, GOLD)) == 5


def test_of_two_numbers_the_likest_words_are_paired_and_each_once():
    assert pairs_of(mill(figures=[figure("twelve", 12, 12)]), ClaimKind.FIGURE) == {1: 0}
    assert pairs_of(mill(figures=[figure("or twelve", 12, 12)]), ClaimKind.FIGURE) == {1: 0}
    assert pairs_of(mill(figures=[figure("Two", 2, 2)]), ClaimKind.FIGURE) == {}


def test_two_who_blame_by_the_same_words_need_two_items():
    assert len(pairs_of(mill(blame=[blame("hill men", None)]), ClaimKind.BLAME)) == 1


def test_an_event_is_paired_by_its_words_its_place_or_its_mode_within_its_type():
    for other in (
        event("hit", mode="airstrike"),
        event("shells", mode="airstrike", place="Harrat"),
        event("shells"),  # of the same mode
    ):
        assert pairs_of(mill(events=[other]), ClaimKind.EVENT) == {0: 0}
    for other in (event("hit", type="RETREAT", place="Harrat"), event("shells", mode="airstrike")):
        assert pairs_of(mill(events=[other]), ClaimKind.EVENT) == {}


def test_of_two_events_the_one_at_the_same_words_is_paired():
    reading = mill(events=[event("shells", place="Harrat"), event("hit", mode="airstrike")])
    assert pairs_of(reading, ClaimKind.EVENT) == {0: 1}
