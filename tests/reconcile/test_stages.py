"""Stages: which counts a report calls earlier ones, and which it gives as shares of another."""

import pytest

from accordingto.reconcile.stages import find_replaced, find_shares
from tests.reconcile.invented import event, figure, invented


def figures(text, *counts):
    """The counts of one invented report, each with the words that give it."""
    reading = invented(text, events=[event(text.split()[0])], figures=[figure(w, n, n) for w, n in counts])
    return reading.figures, reading.report.body


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("At least 32 died, the League said, updating an earlier toll of 15.", True),
        ("The League had earlier reported 15 dead. Now it counts 32.", True),
        (
            "Earlier on Friday a clerk at the town hall told our man that a mine had killed 15. The League counts 32.",
            True,
        ),
        ("The toll rose from 15 to 32, the League said.", True),
        ("The mayor counted 15. The number has become 32, the radio said.", True),
        ("The death toll has risen to 32. The League had given a toll of 15.", True),
        ("The League counted 32 dead. The mayor spoke of 15.", False),
        ("The League counted 32 dead. In an earlier attack on the ferry 15 drowned.", False),
        ("Earlier this month a mine killed 15 at Qalat. The League counted 32 in Harrat.", False),
        ("The new toll is 15, said the mayor. The League counts 32.", False),
    ],
)
def test_a_count_that_is_called_an_earlier_one_is_replaced(text, earlier):
    (low, high), body = figures(text, ("15", 15), ("32", 32))
    assert find_replaced((low, high), body) == ({low} if earlier else set())


def test_nine_children_and_fourteen_others_are_the_twenty_three():
    counts, _ = figures("Shells killed 23 people: 9 children and 14 others. The mayor spoke of 11.", *(
        (str(number), number) for number in (23, 9, 14, 11)
    ))  # fmt: skip
    assert [count.anchor.exact for count in counts if count in find_shares(counts)] == ["9", "14"]


def test_what_is_added_up_is_one_harm():
    reading = invented(
        "Shells killed 23 and hurt 9, and 14 died later.",
        events=[event("Shells")],
        figures=[figure("23", 23, 23), figure("9", 9, 9, harm="injured"), figure("14", 14, 14)],
    )
    assert find_shares(reading.figures) == set()


@pytest.mark.parametrize(
    ("numbers", "parts"),
    [
        ((72, 19, 3, 7, 43), ["19", "3", "7", "43"]),
        ((72, 19, 3, 7, 44), []),
        ((8, 5, 3), []),  # two may be a toll and what was added to it
        ((7, 5, 1, 1), []),  # single deaths add up to anything
    ],
)
def test_what_a_bulletin_breaks_its_total_down_into_are_shares(numbers, parts):
    told, _ = figures(
        "Shells fell. "
        + " ".join(f"In quarter {at} {number} died." for at, number in zip("ABCDE", numbers, strict=False)),
        *((str(number), number) for number in dict.fromkeys(numbers)),
    )
    shares = find_shares((), told)
    assert [figure.anchor.exact for figure in told if figure in shares] == parts
