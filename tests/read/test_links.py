"""Links: what carries what, in time that does not grow with the square of the text."""

from time import process_time

from accordingto.read.links import find_carriers, find_outer, find_speakers
from accordingto.terms.attributions import Act, Attribution, Form
from accordingto.terms.spans import Anchor, Span


def words(start: int, end: int) -> Anchor:
    return Anchor("r", (Span(start, end),), "")


def statement(content: tuple[int, int], source: tuple[int, int] | None = None) -> Attribution:
    voice = words(*source) if source else None
    return Attribution(voice, (), None, words(*content), Form.INDIRECT, Act.ASSERT, None)


def test_the_shortest_statement_that_holds_the_words_carries_them() -> None:
    assert find_carriers([words(12, 15), words(40, 45), words(90, 95)], [statement((0, 50)), statement((10, 20))]) == [
        1,
        0,
        None,
    ]


def test_words_are_spoken_by_the_statement_of_which_they_are_the_source() -> None:
    assert find_speakers([words(5, 9), words(30, 33)], [statement((10, 20), (4, 9))]) == [0, None]


def test_outer_statements_are_told_nearest_first_and_none_is_its_own() -> None:
    assert find_outer([statement((0, 50)), statement((5, 40)), statement((10, 20)), statement((60, 70))]) == [
        (),
        (0,),
        (1, 0),
        (),
    ]


def test_a_hundred_thousand_statements_are_linked_in_seconds() -> None:
    statements = [statement((10 * n, 10 * n + 8)) for n in range(100_000)]
    began = process_time()
    carriers = find_carriers([words(10 * n + 2, 10 * n + 4) for n in range(100_000)], statements)
    find_outer(statements)
    assert carriers == list(range(100_000))
    assert process_time() - began < 10
