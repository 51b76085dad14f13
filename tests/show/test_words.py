"""Words of reports on a screen and in Markdown: harmless, and still the report's own."""

import pytest

from accordingto.show.words import BROKEN, clipped, closed, markdown, one_line, quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Twelve\n\n people\tdied", "Twelve people died"),
        ("\x1b[2J\x1b[31mAll clear\x1b[0m", f"{BROKEN}[2J{BROKEN}[31mAll clear{BROKEN}[0m"),
        ("\x1b]0;owned\x07 title", f"{BROKEN}]0;owned{BROKEN} title"),
        ("a one-byte escape \x9b31m", f"a one-byte escape {BROKEN}31m"),
        ("back\bspace and bell\a", f"back{BROKEN}space and bell{BROKEN}"),
        ("ledger \u202egnp.exe", f"ledger {BROKEN}gnp.exe"),
        ("half a letter \ud83d here", f"half a letter {BROKEN} here"),
        ("zero\u200bwidth", "zerowidth"),
        ("قُتل 12 شخصاً في حلب", "قُتل 12 شخصاً في حلب"),
        ("", ""),
    ],
)
def test_nothing_in_a_report_can_act_on_a_terminal_and_letters_of_every_script_stay(text, shown):
    assert one_line(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at least 12", "“at least 12”"),
        ('"nobody was there"', "“nobody was there”"),
        ('the raid was "imminent', '“the raid was "imminent"”'),
        ('"the first" and "the second"', '“"the first" and "the second"”'),
        ("he spoke of “hell", "“he spoke of “hell””"),
    ],
)
def test_a_quotation_has_one_pair_of_marks_around_it_and_none_left_open_inside(text, shown):
    assert quoted(text) == shown


def test_a_closed_line_is_left_as_it_is():
    assert closed('he said "no" twice') == 'he said "no" twice'


@pytest.mark.parametrize("limit", [10, 20, 40])
def test_a_clipped_line_never_passes_its_limit_and_says_that_it_was_cut(limit):
    text = "the number of people killed by the shelling of a market has risen again"
    assert len(clipped(text, limit)) <= limit
    assert clipped(text, limit).endswith("…")


def test_a_word_longer_than_the_limit_is_cut_too():
    assert clipped("x" * 50, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[a link](http://example.invalid)", "\\[a link\\](http://example.invalid)"),
        ("**bold** and _thin_", "\\*\\*bold\\*\\* and \\_thin\\_"),
        ("one\n# two", "one \\# two"),
        ("a | b", "a \\| b"),
        ("`code` ~~no~~ 5 & 6", "\\`code\\` \\~\\~no\\~\\~ 5 &amp; 6"),
    ],
)
def test_nothing_in_a_report_can_act_on_a_page(text, escaped):
    assert markdown(text) == escaped
