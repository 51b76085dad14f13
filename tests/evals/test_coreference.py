"""Who is who: how voices found are matched with the gold's. All mentions and voices here are invented."""

import json
from string import ascii_lowercase

import pytest

from accordingto.read.mentions import MentionWords
from accordingto.read.sentences import SentenceWords
from accordingto.terms.reports import Report
from evals import coreference
from evals.adapter import gold_readings, reading_of
from evals.coreference import each_alone, found_voices, gold_voices, is_pronoun, match_voices, same_words
from evals.shared import MEASURING_SETS, gold_annotations, load_lines

BODY = (
    "Mayor Karim Nader said the road was open. He told the Harbour Post the well was dry. "
    "A miller said he had seen smoke. The Harbour Post said two barns burned. He shrugged the smoke off."
)
STATEMENTS = [
    {"source": "Mayor Karim Nader", "content": ["the road was open"]},
    {"source": "He", "via": ["the Harbour Post"], "content": ["the well was dry"]},
    {"source": "A miller", "content": ["he had seen smoke"]},
    {"source": "The Harbour Post", "content": ["two barns burned"]},
    {"source": "A miller", "content": ["smoke"]},
]
MARKS = {"id": "mill", "voices": [[0, 1], [2, 4], [3]], "links": {"1.0": 2}}


def voices(spelled):
    """ "ab c": the mentions a and b are one voice, c another."""
    return {mention: number for number, voice in enumerate(spelled.split()) for mention in voice}


def values(match):
    return match.pair_precision.value, match.pair_recall.value, match.bcubed_f1, match.exact.value


@pytest.fixture(scope="module")
def mill():
    statements = [{"cue": None, "form": "indirect", "act": "assert", "hedge": None} | one for one in STATEMENTS]
    return reading_of(Report.of(title="Mill", text=BODY), {"statements": statements})


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall", "bcubed", "exact"),
    [
        ("ab c", "ab c", 1, 1, 1, 1),
        ("ab c", "c ab", 1, 1, 1, 1),  # the order of voices says nothing
        ("ab cd", "abcd", 2 / 6, 1, 2 / 3, 0),
        ("abcd", "ab cd", 1, 2 / 6, 2 / 3, 0),
        ("abc d e", "ab c d e", 1, 1 / 3, 22 / 26, 2 / 5),  # recall of 11 / 15
        ("ab c", "ac b", 0, 0, 2 / 3, 0),  # each mention still agrees with itself: 2 of 3 both ways
    ],
)
def test_voices_are_matched_by_pairs_by_mentions_and_whole(gold, found, precision, recall, bcubed, exact):
    assert values(match_voices(voices(gold), voices(found))) == pytest.approx((precision, recall, bcubed, exact))


@pytest.mark.parametrize(
    ("gold", "found", "well"),
    [
        ("abc", "abc", 3),
        ("abc", "ab c", 2),  # c follows on b and was held for a new voice
        ("abc", "a bc", 2),  # b was held for a new voice; c follows on it rightly
        ("ac b", "ab c", 1),  # b is new and follows on a, c follows on a and is alone
        ("a b c", "abc", 1),
    ],
)
def test_a_mention_is_well_joined_to_one_before_of_its_own_voice_or_rightly_to_none(gold, found, well):
    in_order = dict(sorted(voices(gold).items()))
    assert match_voices(in_order, voices(found)).joined.right == well


def test_what_is_not_there_is_unknown_and_not_zero():
    alone = match_voices(voices("a b"), voices("a b"))
    assert (alone.pair_precision.value, alone.pair_recall.value, alone.pair_f1) == (None, None, None)
    assert alone.exact.value == 1


def test_a_pair_wholly_wrong_both_ways_scores_nothing():
    assert match_voices(voices("ab c"), voices("ac b")).pair_f1 == 0


def test_mentions_that_only_the_reader_has_do_not_count():
    assert values(match_voices(voices("ab c"), voices("abx cy z"))) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("found", "precision", "recall", "exact"),
    [
        ("abh c", 1, 1, 1),
        ("ab h c", None, 0, 0),  # the pair a-b, with no pronoun in it, is not looked at
        ("a b hc", 0, 0, 0),
        ("ah b c", 1, 1 / 2, 0),
    ],
)
def test_pronouns_are_scored_by_the_pairs_they_stand_in(found, precision, recall, exact):
    match = match_voices(voices("abh c"), voices(found), only=["h"])
    assert (match.pair_precision.value, match.pair_recall.value, match.exact.value) == (precision, recall, exact)


def test_scoring_only_some_mentions_leaves_out_those_the_gold_lacks():
    assert match_voices(voices("ab"), voices("ab"), only=["a", "q"]).exact.total == 1


def test_many_mentions_of_one_voice_are_counted_as_pairs():
    match = match_voices(voices(ascii_lowercase), voices(ascii_lowercase))
    assert match.pair_recall.total == 26 * 25 / 2


def test_marks_put_each_source_to_its_voice_and_one_stretch_of_words_counts_once(mill):
    gold = gold_voices(mill, MARKS)
    assert {mention.exact: number for mention, (_, number) in gold.items()} == {
        "Mayor Karim Nader": 0,
        "He": 0,
        "A miller": 1,
        "The Harbour Post": 2,
    }


def test_a_marked_link_joins_the_voice_it_names(mill):
    gold = gold_voices(mill, MARKS, links=True)
    outlet = {mention.exact for mention, (_, number) in gold.items() if number == 2}
    assert outlet == {"the Harbour Post", "The Harbour Post"}


def test_the_reader_puts_every_source_and_link_to_a_voice(mill):
    found = found_voices(mill, SentenceWords.load(), MentionWords.load())
    assert set(gold_voices(mill, MARKS, links=True)) <= set(found)


def test_the_baselines_hold_none_and_equal_words_for_one_voice(mill):
    gold = gold_voices(mill, MARKS, links=True)
    assert len(set(each_alone(gold).values())) == 5
    assert len(set(same_words(gold).values())) == 4


def test_a_pronoun_is_one_by_itself(mill):
    assert [mention.exact for mention in gold_voices(mill, MARKS) if is_pronoun(mention)] == ["He"]


def test_the_marks_are_numbers_alone_and_no_statement_has_two_voices():
    for row in load_lines(coreference.MARKS):
        indexes = [index for voice in row["voices"] for index in voice]
        assert all(type(index) is int for index in [*indexes, *row["links"].values()])
        assert len(indexes) == len(set(indexes))
        assert set(row) == {"id", "voices", "links"}
        assert all(place.replace(".", "", 1).isdigit() for place in row["links"])


def test_every_statement_with_a_source_is_marked(shared):
    marks = {row["id"]: row for row in load_lines(coreference.MARKS)}
    for name in MEASURING_SETS:
        for gold in gold_annotations(name):
            sourced = [index for index, said in enumerate(gold["statements"]) if said["source"] is not None]
            assert sorted(index for voice in marks[gold["id"]]["voices"] for index in voice) == sourced


def test_the_same_words_at_the_same_place_are_never_marked_as_two_voices(shared):
    marks = {row["id"]: row for row in load_lines(coreference.MARKS)}
    for name in MEASURING_SETS:
        for reading in gold_readings(name):
            row = marks[reading.report.name]
            gold = gold_voices(reading, row, links=True)
            for number, voice in enumerate(row["voices"]):
                assert {gold[reading.statements[index].source] for index in voice} == {(reading.report.id, number)}


def test_the_command_prints_totals_and_no_words_of_a_report(shared, capsys):
    coreference.main(["seed"])
    shown = capsys.readouterr().out
    assert shown.count("read_mentions") == 3
    assert "Churkin" not in shown
    coreference.main(["seed", "--json"])
    table = json.loads(capsys.readouterr().out)["seed"]["same words"]["sources"]
    assert set(table) == {"pair p", "r", "f1", "b3 f1", "exact", "joined"}
