"""What a source does by saying something."""

import pytest

from accordingto.read.acts import Acts
from accordingto.terms.attributions import Act

ACTS = Acts.load()


@pytest.mark.parametrize(
    ("cue", "source", "content", "act"),
    [
        ("said", "the monitor", "six people died in the blast", Act.ASSERT),
        ("said", "the minister", "six people died in the blast", Act.ASSERT),
        ("said", "the envoy", "rebels committed war crimes in Harim", Act.ACCUSE),
        ("said", "the monitor", "the raid was carried out by Russian jets", Act.ACCUSE),
        ("said", "the monitor", "it was unclear whether the raid was carried out by Russian jets", Act.ASSERT),
        ("said", "the ministry", "the convoy will leave Harim on Monday", Act.ANNOUNCE),
        ("announced", "the council", "a truce in Harim", Act.ANNOUNCE),
        ("announced", "the council", "a teacher was killed in Harim", Act.ASSERT),
        ("said", "the ministry", "the report is baseless", Act.DENY),
        ("said", "the envoy", "the siege must end", Act.DEMAND),
        ("said", "the envoy", "the delay will lead to more deaths", Act.WARN),
        ("said", "the envoy", "the raid was shameful", Act.JUDGE),
    ],
)
def test_the_words_said_tell_the_act_of_a_plain_cue(cue: str, source: str, content: str, act: Act) -> None:
    assert ACTS.of_words(Act.ASSERT, cue, source, content) is act


def test_an_act_that_the_cue_tells_stands_whatever_is_said() -> None:
    assert ACTS.of_words(Act.DEMAND, "urged", "the envoy", "the shameful raids to end") is Act.DEMAND


def test_who_only_tells_what_happened_judges_nothing() -> None:
    assert ACTS.of_words(Act.ASSERT, "said", "a resident", "the raid was shameful") is Act.ASSERT
