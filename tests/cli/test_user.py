"""Saying who may sign in: passwords are asked for or piped, and never stand on the command line."""

import pytest

from accordingto.casebook import open_case

SECRET = "four words or so, unsaid"


@pytest.fixture
def user(run, case):
    """The verb on a case: `user("list")`."""
    return lambda *words, stdin=None: run("--case", case, "user", *words, stdin=stdin)


def test_somebody_is_added_by_a_password_typed_twice(user, case):
    done = user("add", "Mira Haddad", "--role", "editor", stdin=f"{SECRET}\n{SECRET}\n")
    assert done.exit_code == 0, done.output
    assert "Mira Haddad may sign in as editor: also splits, merges" in done.stdout
    assert SECRET not in done.output
    with open_case(case) as opened:
        assert [(one.name, one.role) for one in opened.users.all()] == [("Mira Haddad", "editor")]


def test_two_that_differ_are_asked_for_again(user):
    typed = f"{SECRET}\nsomething else again\n{SECRET}\n{SECRET}\n"
    done = user("add", "Mira", "--role", "reader", stdin=typed)
    assert done.exit_code == 0
    assert "do not match" in done.output


def test_a_password_may_be_piped(user):
    assert user("add", "Mira", "--role", "reader", "--password-stdin", stdin=f"{SECRET}\r\n").exit_code == 0
    refused = user("add", "Omar", "--role", "reader", "--password-stdin", stdin="short\n")
    assert refused.exit_code == 1
    assert "15 to 256 characters, this one 5" in refused.output


def test_there_is_no_way_to_write_it_on_the_command_line(user):
    assert user("add", "Mira", "--role", "reader", "--password", SECRET).exit_code == 2


def test_users_are_listed_changed_and_removed(user):
    assert "Nobody may sign in yet" in user("list").stdout
    user("add", "Mira", "--role", "reader", "--password-stdin", stdin=SECRET)
    assert "may decide nothing" not in user("list").stdout
    assert "sees everything and decides nothing" in user("list").stdout
    assert "Mira is now reviewer" in user("role", "mira", "--role", "reviewer").stdout
    assert "signed out everywhere" in user("password", "Mira", "--password-stdin", stdin="another four words").stdout
    assert "Their decisions stand" in user("remove", "Mira").stdout
    assert "Nobody may sign in yet" in user("list").stdout


@pytest.mark.parametrize("words", [("role", "Zoe", "--role", "reader"), ("remove", "Zoe")])
def test_who_is_not_there_is_named(user, words):
    done = user(*words)
    assert done.exit_code == 1
    assert "no user is called 'Zoe'" in done.output


def test_a_role_is_always_said(user):
    assert user("add", "Mira", "--password-stdin", stdin=SECRET).exit_code == 2
