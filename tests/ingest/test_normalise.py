import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.errors import UnreadableFile
from accordingto.ingest.normalise import decode, mend


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("the armyâ€™s shells", "the army’s shells"),
        ("he said â€œno oneâ€\x9d left", "he said “no one” left"),
        ("near AzÃ©z", "near Azéz"),
        ("Ø­Ù„Ø¨", "حلب"),
    ],
)
def test_mojibake_is_mended_with_a_note(broken, whole):
    (mended,), notes = mend(broken)
    assert mended == whole
    assert "mojibake" in notes[0]


@pytest.mark.parametrize("text", ["“the army’s” — said…", "naïve ﬁne ½ Ⅳ", "قال إن حلب", "a & b &amp; c", "plain"])
def test_typographic_marks_and_other_scripts_are_no_mojibake(text):
    assert mend(text) == ((text,), ())


def test_what_no_encoding_explains_stays_as_it_stood():
    broken = "shells _\x90_â_\x90 fell â€“ said"
    (kept,), notes = mend(broken)
    assert kept == broken
    assert notes == ("2 characters are damaged beyond mending and kept as they stood",)


def test_the_title_is_not_half_mended_where_the_text_is_beyond_mending():
    assert mend("Syria \x95_ monitor", "shells _\x90_â_\x90 fell")[0] == (
        "Syria \x95_ monitor",
        "shells _\x90_â_\x90 fell",
    )


def test_control_characters_become_spaces_and_lines_end_alike():
    assert mend("a\x00b\r\nc\rd") == (("a b\nc\nd",), ("1 control characters taken for spaces",))


@pytest.mark.parametrize(
    ("text", "whole", "note"),
    [
        ("two \ud800 hurt", "two \ufffd hurt", "1 halves of characters replaced by U+FFFD"),
        ("\udc00 two \ud83d hurt", "\ufffd two \ufffd hurt", "2 halves of characters replaced by U+FFFD"),
    ],
)
def test_half_a_character_is_replaced_with_a_note(text, whole, note):
    assert mend(text) == ((whole,), (note,))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeffsaid “no”".encode(), "said “no”"),
        ("said “no”".encode("utf-16"), "said “no”"),
        (b"one\r\ntwo", "one\ntwo"),
    ],
)
def test_marks_of_encoding_are_not_part_of_the_text(data, text):
    assert decode(data, where="x.txt") == (text, ())


def test_windows_text_is_read_with_a_note():
    text, notes = decode("said “no”".encode("cp1252"), where="x.txt")
    assert text == "said “no”"
    assert "Windows-1252" in notes[0]


@pytest.mark.parametrize("data", [b"\x00\x01PNG", b"caf\x81"])
def test_bytes_that_are_no_text_are_refused_with_the_file_and_the_remedy(data):
    with pytest.raises(UnreadableFile, match=r"x\.bin.*(export|save)"):
        decode(data, where="x.bin")


@given(st.text())
def test_any_text_comes_through_and_a_second_mend_changes_nothing(text):
    (mended,), _ = mend(text)
    assert mend(mended)[0] == (mended,)
