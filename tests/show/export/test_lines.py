"""JSON lines hold one object a line for every program, and nothing that acts on a terminal."""

import json

import pytest

from accordingto.show.export.lines import json_line


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31m red",
        "\x9b31m",
        "a\u2028b\u2029c\x85d",
        "\u202egnp",
        "\x7f",
        "half \ud83d",
        "line\nbreak",
        'a "b" \\u0041',
    ],
)
def test_awkward_characters_are_escaped_and_come_back(text):
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert len(line.splitlines()) == 1
    assert line.isprintable()


def test_letters_of_other_scripts_stay_readable():
    assert json_line({"place": "حلب"}) == '{"place": "حلب"}'
