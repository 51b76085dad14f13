"""Labels kept as offsets, in the form that the scorers read. The text is invented."""

from evals.shared import in_words, load_scorer

BODY = "A title\n\nThe mayor said it was over. The mayor said nobody left."
LABEL = {
    "id": "invented",
    "statements": [
        {"source": [37, 46], "via": [], "cue": [47, 51], "content": [[52, 63]], "hedge": None, "act": "assert"}
    ],
    "announcements": [{"what": [19, 23], "due": None, "statement": 0}],
}


def test_offsets_become_words_and_which_occurrence_they_are() -> None:
    said = in_words(LABEL, BODY)["statements"][0]
    assert (said["source"], said["source@"]) == ("The mayor", 2)
    assert (said["content"], said["content@"]) == (["nobody left"], [1])
    assert (said["via"], said["hedge"], said["act"]) == ([], None, "assert")


def test_the_scorer_finds_them_where_they_stood(shared: object) -> None:
    scorer, said = load_scorer("eval_reading"), in_words(LABEL, BODY)["statements"][0]
    for key in ("source", "cue", "content"):
        kept = LABEL["statements"][0][key]  # type: ignore[index]
        assert scorer.gold_ranges(BODY, said, key) == [tuple(piece) for piece in (kept if key == "content" else [kept])]
