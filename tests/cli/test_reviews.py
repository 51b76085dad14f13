"""A person's decisions, through the command."""

import getpass
import json

import pytest


def ask(run, *arguments, **more):
    done = run("--case", "case.db", *arguments, **more)
    assert done.exit_code == 0, done.output
    return done.stdout


def rows(run, verb):
    return [json.loads(line) for line in ask(run, verb, "--format", "jsonl").splitlines()]


@pytest.fixture
def market(run, case):
    """The incident that most reports tell of."""
    return max(rows(run, "incidents"), key=lambda row: len(row["reports"]))


@pytest.fixture
def split(run, market):
    """What `split` says when Mira takes one report out of that incident."""
    out = ("split", market["name"], "rival-1", "--by", "Mira Haddad", "--reason", "a mortar, on another market")
    return ask(run, *out)


def test_a_split_says_what_was_and_what_is_now(run, market, split):
    assert "Mira Haddad put them apart: a mortar, on another market [review " in split
    names = [row["name"] for row in rows(run, "incidents")]
    before, *after = [line for line in split.splitlines() if line.startswith("  ")]
    assert market["name"] in before
    assert market["name"] not in names
    assert len([line for line in after if any(name in line for name in names)]) == 2


def test_the_decision_stands_in_every_view_of_the_incident(run, split):
    ((own, _),) = [(row, row["reviews"]) for row in rows(run, "incidents") if row["reports"] == ["rival-1"]]
    words = "Mira Haddad put them apart: a mortar, on another market"
    assert words in " ".join(ask(run, "incident", own["name"]).split())
    assert words in ask(run, "brief", own["name"])
    (review,) = own["reviews"]
    assert (review["author"], review["verdict"], review["accounts"]) == ("Mira Haddad", "split", ["rival-1"])
    assert "wire-1" in review["others"]


def test_reviews_are_listed_with_what_they_do_now(run, split):
    (review,) = rows(run, "reviews")
    assert (review["standing"], review["waiting"], review["undone_by"]) == ("in force", [], None)
    assert [anchor["report"] for anchor in review["first"]] == ["rival-1"]
    listed = " ".join(ask(run, "reviews").split())
    assert "rival-1 “hit” apart from" in listed
    assert "1 review, 1 in force." in listed


def test_an_undo_is_one_more_review_and_all_is_as_before(run, market, split):
    (review,) = rows(run, "reviews")
    done = ask(run, "undo", review["name"], "--by", "Omar Said", "--reason", "one market after all")
    assert market["name"] in done.splitlines()[-1]
    undone, undo = rows(run, "reviews")
    assert (undone["standing"], undone["undone_by"]) == ("undone", undo["review"])
    assert f"undone by {undo['name']}" in " ".join(ask(run, "reviews").split())


def test_two_incidents_become_one(run, split):
    one, other = [row["name"] for row in rows(run, "incidents") if {"rival-1", "wire-1"} & set(row["reports"])][:2]
    ask(run, "merge", one, other, "--reason", "one market", "--by", "Mira Haddad")
    assert any({"rival-1", "wire-1"} <= set(row["reports"]) for row in rows(run, "incidents"))


def test_a_decision_that_changes_nothing_now_says_so(run, market, split):
    # A split that says again what a merge had overruled: taking the merge back leaves all as it is.
    own = next(row["name"] for row in rows(run, "incidents") if row["reports"] == ["rival-1"])
    other = next(row["name"] for row in rows(run, "incidents") if "wire-1" in row["reports"])
    ask(run, "merge", own, other, "--reason", "one market")
    merge = rows(run, "reviews")[-1]["name"]
    both = next(row["name"] for row in rows(run, "incidents") if "wire-1" in row["reports"])
    ask(run, "split", both, "rival-1", "--reason", "two after all")
    assert [row["standing"] for row in rows(run, "reviews")] == [
        "replaced by a later one",
        "replaced by a later one",
        "in force",
    ]
    assert "It changes no incident now." in ask(run, "undo", merge, "--reason", "it was wrong")


def test_nobody_has_decided_anything_yet(run, case):
    assert "Nobody has decided anything yet" in ask(run, "reviews")
    assert rows(run, "reviews") == []


@pytest.mark.parametrize(
    ("env", "options", "author"),
    [
        ({"ACCORDINGTO_AUTHOR": "The Desk"}, [], "The Desk"),
        ({"ACCORDINGTO_AUTHOR": "The Desk"}, ["--by", "Mira Haddad"], "Mira Haddad"),
        ({"ACCORDINGTO_AUTHOR": ""}, [], "the-user"),
    ],
)
def test_the_author_is_who_is_named_else_who_is_set_else_the_user(run, market, monkeypatch, env, options, author):
    monkeypatch.setattr(getpass, "getuser", lambda: "the-user")
    ask(run, "split", market["name"], "rival-1", "--reason", "why", *options, env=env)
    assert rows(run, "reviews")[0]["author"] == author


def test_where_the_system_knows_no_user_a_name_is_asked_for(run, market, monkeypatch):
    def nobody():
        raise OSError("no name")

    monkeypatch.setattr(getpass, "getuser", nobody)
    done = run("--case", "case.db", "split", market["name"], "rival-1", "--reason", "why")
    assert done.exit_code == 2
    assert "--by NAME" in done.stderr


def test_a_decision_asks_for_its_reason(run, market):
    done = run("--case", "case.db", "split", market["name"], "rival-1")
    assert done.exit_code == 2
    assert "--reason" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("split", "nothing-here", "rival-1"), "no incident goes by 'nothing-here'"),
        (("merge", "nothing-here", "nothing-there"), "no incident goes by 'nothing-here'"),
        (("undo", "nothing-here"), "no review goes by 'nothing-here'; list them with `reviews`"),
    ],
)
def test_what_is_not_there_is_named_and_nothing_is_kept(run, case, arguments, said):
    done = run("--case", "case.db", *arguments, "--reason", "why")
    assert done.exit_code == 1
    assert said in done.stderr
    assert rows(run, "reviews") == []
