"""Who may come into a workspace: kept in the case, checked slowly, signed out when they should be."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from accordingto.casebook import Casebook, open_case
from accordingto.casebook.users import IDLE, LASTING, NOTED
from accordingto.errors import BadUser, NothingFound
from accordingto.record import passwords
from accordingto.terms.users import Role, User

MIRA, SECRET = "Mira Haddad", "four words or so, unsaid"
OTHER = "another four words, also unsaid"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "case.db"


@pytest.fixture
def case(path) -> Casebook:
    """A case in which Mira may sign in as an editor."""
    with open_case(path) as case:
        case.users.add(MIRA, Role.EDITOR, SECRET)
        yield case


def test_nothing_that_a_password_or_a_session_could_be_made_of_is_in_the_file(case, path):
    token = case.users.sign_in(MIRA, SECRET, at=NOON)
    case.close()
    held = path.read_bytes()
    assert SECRET.encode() not in held
    assert token.encode() not in held
    with sqlite3.connect(path) as file:
        (kept,) = file.execute("SELECT password FROM users").fetchone()
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("name", [MIRA, "mira haddad", "  MIRA   HADDAD "])
def test_a_name_is_known_however_it_is_written(case, name):
    token = case.users.sign_in(name, SECRET, at=NOON)
    assert case.users.of_session(token, at=NOON) == User(MIRA, Role.EDITOR)


@pytest.mark.parametrize(
    ("name", "password"),
    [(MIRA, OTHER), (MIRA, ""), ("nobody", SECRET), ("", ""), (MIRA, SECRET * 100), (MIRA, SECRET + " ")],
)
def test_what_does_not_go_together_is_not_let_in(case, name, password):
    assert case.users.sign_in(name, password, at=NOON) is None


def test_a_name_of_nobody_costs_as_much_to_check_as_one_of_somebody(case, monkeypatch):
    checked = []
    fits = passwords.fits
    monkeypatch.setattr(passwords, "fits", lambda kept, password: checked.append(kept) or fits(kept, password))
    for name in (MIRA, "nobody"):
        case.users.sign_in(name, OTHER, at=NOON)
    costs = [kept.split("$")[1:4] for kept in checked]
    assert costs == [["argon2id", "v=19", "m=19456,t=2,p=1"]] * 2
    assert not passwords.is_outdated(passwords.NOBODY)


def test_a_password_is_the_same_from_another_keyboard(case):
    case.users.add("Zoë", "reader", "caf\u00e9, caf\u00e9, caf\u00e9")
    assert case.users.sign_in("Zoe\u0308", "cafe\u0301, cafe\u0301, cafe\u0301", at=NOON)


@pytest.mark.parametrize("password", ["", "short", "x" * 257, "a" * 20, "ababababababababab"])
def test_a_password_that_anybody_would_try_is_refused(case, password):
    with pytest.raises(BadUser, match="password"):
        case.users.add("Somebody", "reader", password)


def test_a_password_that_is_the_name_is_refused(case):
    with pytest.raises(BadUser, match="anybody would try"):
        case.users.add("Omar Abdelrahman", "reader", "omar abdelRahman")


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "Mira\u202eHaddad", "Mira\u200bHaddad", "\x1b[2J", "\ud800"])
def test_a_name_that_nobody_could_read_is_refused(case, name):
    with pytest.raises(BadUser, match="no name of a user"):
        case.users.add(name, "reader", SECRET)


def test_a_name_is_given_once(case):
    with pytest.raises(BadUser, match="a user Mira Haddad already"):
        case.users.add("mira  HADDAD", "reader", OTHER)
    assert case.users.sign_in(MIRA, SECRET, at=NOON)


def test_a_role_of_no_kind_and_a_user_of_no_name_are_refused(case):
    with pytest.raises(BadUser, match="reader, reviewer, editor"):
        case.users.add("Omar", "owner", SECRET)
    for ask in (
        lambda: case.users.set_role("Omar", "reader"),
        lambda: case.users.set_password("Omar", OTHER),
        lambda: case.users.remove("Omar"),
    ):
        with pytest.raises(NothingFound, match="no user is called 'Omar'"):
            ask()


def test_each_role_may_what_the_ones_before_it_may():
    may = [[role.may(needed) for needed in Role] for role in Role]
    assert may == [[True, False, False], [True, True, False], [True, True, True]]


def test_a_change_of_role_holds_at_once_where_they_are_signed_in(case):
    token = case.users.sign_in(MIRA, SECRET, at=NOON)
    case.users.set_role("mira haddad", "reader")
    assert case.users.of_session(token, at=NOON) == User(MIRA, Role.READER)
    assert case.users.all() == (User(MIRA, Role.READER),)


def test_another_password_signs_out_everywhere_and_the_old_one_is_no_good(case):
    tokens = [case.users.sign_in(MIRA, SECRET, at=NOON) for _ in range(2)]
    case.users.set_password(MIRA, OTHER)
    assert [case.users.of_session(token, at=NOON) for token in tokens] == [None, None]
    assert case.users.sign_in(MIRA, SECRET, at=NOON) is None
    assert case.users.sign_in(MIRA, OTHER, at=NOON)


def test_who_is_removed_is_signed_out_and_stays_out(case):
    token = case.users.sign_in(MIRA, SECRET, at=NOON)
    case.users.remove(MIRA)
    assert case.users.of_session(token, at=NOON) is None
    assert case.users.sign_in(MIRA, SECRET, at=NOON) is None
    assert case.users.all() == ()


def test_who_signs_out_is_out_in_that_browser_alone(case):
    here, there = (case.users.sign_in(MIRA, SECRET, at=NOON) for _ in range(2))
    case.users.sign_out(here)
    assert case.users.of_session(here, at=NOON) is None
    assert case.users.of_session(there, at=NOON)


@pytest.mark.parametrize("token", ["", "guessed", "0" * 64])
def test_a_token_that_nobody_was_given_is_nobodys(case, token):
    case.users.sign_in(MIRA, SECRET, at=NOON)
    assert case.users.of_session(token, at=NOON) is None


def test_the_id_that_the_file_holds_lets_nobody_in(case, path):
    case.users.sign_in(MIRA, SECRET, at=NOON)
    with sqlite3.connect(path) as file:
        (kept,) = file.execute("SELECT id FROM sessions").fetchone()
    assert case.users.of_session(kept, at=NOON) is None


def test_a_session_ends_when_nobody_uses_it(case):
    token = case.users.sign_in(MIRA, SECRET, at=NOON)
    last = NOON + IDLE - NOTED
    assert case.users.of_session(token, at=last)
    assert case.users.of_session(token, at=last + IDLE - NOTED)
    assert case.users.of_session(token, at=last + 2 * IDLE) is None


def test_a_session_ends_after_a_day_however_busy(case):
    token = case.users.sign_in(MIRA, SECRET, at=NOON)
    moment = NOON
    while moment + IDLE / 2 < NOON + LASTING:
        moment += IDLE / 2
        assert case.users.of_session(token, at=moment)
    assert case.users.of_session(token, at=NOON + LASTING) is None


def test_sessions_that_have_run_out_do_not_pile_up(case, path):
    for hours in range(0, 40, 2):
        case.users.sign_in(MIRA, SECRET, at=NOON + timedelta(hours=hours))
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT count(*) FROM sessions").fetchone() == (1,)


def test_a_page_does_not_wait_for_whoever_writes(case, path):
    token = case.users.sign_in(MIRA, SECRET, at=NOON)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    begun = datetime.now(UTC)
    assert case.users.of_session(token, at=NOON + 2 * NOTED)
    assert datetime.now(UTC) - begun < timedelta(seconds=5)
    holder.close()


def test_a_hash_of_other_costs_is_made_anew_at_the_next_sign_in(case, path):
    from argon2 import PasswordHasher

    with sqlite3.connect(path) as file:
        file.execute("UPDATE users SET password = ?", (PasswordHasher(1, 8192, 1).hash(SECRET),))
    assert case.users.sign_in(MIRA, SECRET, at=NOON)
    with sqlite3.connect(path) as file:
        (kept,) = file.execute("SELECT password FROM users").fetchone()
    assert not passwords.is_outdated(kept)
    assert case.users.sign_in(MIRA, SECRET, at=NOON)
