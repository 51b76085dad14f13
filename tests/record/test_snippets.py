import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.record.questions import pieces_of
from accordingto.record.snippets import best_find, cut_snippet, find_pieces

FAR = " Nothing of note was told here." * 20


@pytest.mark.parametrize(
    ("body", "question", "finds"),
    [
        ("Buses left; the buses came back.", "buses", ["Buses", "buses"]),
        ("Two busloads left by bus.", "bus", ["bus"]),
        ("Two busloads left by bus.", "bus*", ["busloads", "bus"]),
        ("The White Helmets wore white.", '"white helmets"', ["White Helmets"]),
        ("The White Helmets wore white.", '"white hel"*', ["White Helmets"]),
        ("White, helmets", '"white helmets"', ["White, helmets"]),
        ("helmets white", '"white helmets"', []),
        ("white white helmets", '"white helmets"', ["white helmets"]),
        ("al-Foua and Foua", "al-foua foua", ["al-Foua", "Foua", "Foua"]),
        ("Ban met Bán", "ban", ["Ban", "Bán"]),
        ("“Ban,” he said – “ban”.", "ban", ["Ban", "ban"]),
        ("“Bán,” he said – “ban”.", "ban*", ["Bán", "ban"]),
        ("urban ban_ban b\u0301an ban²", "ban", ["ban", "ban", "b\u0301an"]),
        ("wave after wave after wave", '"wave after wave"', ["wave after wave"] * 2),
        ("Two busloads left.", "bus* busloads two", ["Two", "busloads", "busloads"]),
        ("", "ban", []),
    ],
)
def test_every_place_where_the_words_stand(body: str, question: str, finds: list[str]) -> None:
    found = find_pieces(body, pieces_of(question))
    assert [body[find.start : find.end] for find in found] == finds


@given(st.text("ab é-_“\u0301", max_size=30), st.sampled_from(("a", "ab*", '"a b"', '"a a"', 'b "a b"*', "a-b é")))
def test_plain_letters_or_not_the_same_words_are_found(body: str, question: str) -> None:
    pieces = pieces_of(question)
    odd = f"{body} é"  # which makes every word be folded
    assert list(find_pieces(f"{body} e", pieces)) == list(find_pieces(odd, pieces))


def test_the_best_find_begins_where_the_words_stand_together() -> None:
    body = f"A convoy.{FAR} The buses of the convoy left.{FAR} The buses."
    find = best_find(body, pieces_of("convoy buses"))
    assert find is not None
    assert body[find.start :].startswith("buses of the convoy left")


def test_words_that_stand_nowhere_have_no_find() -> None:
    assert best_find("A convoy.", pieces_of("tank")) is None


def test_a_phrase_longer_than_a_snippet_is_found() -> None:
    body = "word " * 80
    find = best_find(body, pieces_of(f'"{body}"'))
    assert find is not None
    assert find.start == 0


@pytest.mark.parametrize(
    ("body", "at", "snippet"),
    [
        ("Short enough.", 6, "Short enough."),
        ("A title\n\nA text.", 0, "A title A text."),
        ("", 0, ""),
        ("x" * 500, 250, "… " + "x" * 180 + " …"),
    ],
)
def test_a_snippet_stands_on_one_line(body: str, at: int, snippet: str) -> None:
    assert cut_snippet(body, at) == snippet


def test_a_snippet_is_cut_between_words() -> None:
    body = "seven words stand in this short sentence, " * 30
    snippet = cut_snippet(body, body.index("short", 600))
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert snippet[2:-2] in body
    assert set(snippet[2:-2].replace(",", "").split()) <= set(body.replace(",", "").split())
    assert "short" in snippet
