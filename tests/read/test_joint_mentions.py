"""When an "and" joins two voices, and when it stands inside the name of one."""

import pytest

from accordingto.read.joint_mentions import find_members
from accordingto.read.mention_words import MentionWords, find_tokens

WORDS = MentionWords.load()


@pytest.mark.parametrize(
    ("mention", "members"),
    [
        ("France and Britain", ["France", "Britain"]),
        ("Norway, Sweden and the UN", ["Norway", "Sweden", "the UN"]),
        ("both Russia and the Syrian government", ["Russia", "the Syrian government"]),
        ("the mayor and the governor", ["the mayor", "the governor"]),
        ("the Observatory and local activists", ["the Observatory", "local activists"]),
        (
            "Karim Nader and his Swedish counterpart Ingrid Solberg",
            ["Karim Nader", "his Swedish counterpart Ingrid Solberg"],
        ),
    ],
)
def test_two_named_together_are_told_apart(mention: str, members: list[str]) -> None:
    found = find_members(find_tokens(mention), WORDS)
    assert [" ".join(token.text for token in one) for one in found] == members


@pytest.mark.parametrize(
    "mention",
    [
        "the Ministry of Health and Population",
        "the Foreign and Commonwealth Office",
        "local and medical sources",
        "The White Helmets, the volunteer search and rescue force",
        "Karim Nader, a doctor and activist",
        "SOHR",
        "",
    ],
)
def test_one_name_may_hold_an_and(mention: str) -> None:
    assert find_members(find_tokens(mention), WORDS) == ()
