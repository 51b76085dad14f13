"""The users of a case and their sessions: who may sign in to its workspace, and who is signed in."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from accordingto.record.tables import sessions, users
from accordingto.terms.users import Role, User


@dataclass(frozen=True, slots=True)
class KeptUser:
    """A user, and what is kept of their password."""

    user: User
    password: str


@dataclass(frozen=True, slots=True)
class KeptSession:
    """Who is signed in, since when, and when they last asked for something."""

    user: User
    begun_at: datetime
    used_at: datetime


def load_users(record: Connection) -> tuple[User, ...]:
    """Everybody who may sign in, by name."""
    return tuple(_user(row) for row in record.execute(select(users).order_by(users.c.key)))


def find_user(record: Connection, key: str) -> KeptUser | None:
    """The user whose name has this key; None where there is none."""
    row = record.execute(select(users).where(users.c.key == key)).one_or_none()
    return None if row is None else KeptUser(_user(row), row.password)


def _user(row: Row[Any]) -> User:
    return User(row.name, Role(row.role))


def add_user(record: Connection, user: User, password: str) -> None:
    """The user, who was none before, may sign in with the password of which this is kept."""
    record.execute(insert(users), {"key": user.key, "name": user.name, "role": user.role.value, "password": password})


def set_role(record: Connection, key: str, role: Role) -> None:
    """The user has this role from now on, also where they are signed in."""
    record.execute(update(users).where(users.c.key == key).values(role=role.value))


def set_password(record: Connection, key: str, password: str) -> None:
    """The user signs in with another password from now on."""
    record.execute(update(users).where(users.c.key == key).values(password=password))


def remove_user(record: Connection, key: str) -> None:
    """Nobody signs in under that name any more, and whoever did is signed out."""
    record.execute(delete(sessions).where(sessions.c.user == key))
    record.execute(delete(users).where(users.c.key == key))


def begin_session(record: Connection, session: str, key: str, at: datetime) -> None:
    """The user is signed in under this id."""
    record.execute(insert(sessions), {"id": session, "user": key, "begun_at": _utc(at), "used_at": _utc(at)})


def find_session(record: Connection, session: str) -> KeptSession | None:
    """The session under this id, also one that has run out; None where there is none."""
    asked = select(users, sessions.c.begun_at, sessions.c.used_at).join(sessions, sessions.c.user == users.c.key)
    row = record.execute(asked.where(sessions.c.id == session)).one_or_none()
    if row is None:
        return None
    return KeptSession(_user(row), row.begun_at.replace(tzinfo=UTC), row.used_at.replace(tzinfo=UTC))


def use_session(record: Connection, session: str, at: datetime) -> None:
    """Somebody asked for something in this session."""
    record.execute(update(sessions).where(sessions.c.id == session).values(used_at=_utc(at)))


def end_session(record: Connection, session: str) -> None:
    """Nobody is signed in under this id."""
    record.execute(delete(sessions).where(sessions.c.id == session))


def end_sessions_of(record: Connection, key: str) -> None:
    """The user is signed in nowhere."""
    record.execute(delete(sessions).where(sessions.c.user == key))


def end_old_sessions(record: Connection, begun: datetime, used: datetime) -> None:
    """No session is left that began before the one moment, or was last used before the other."""
    record.execute(delete(sessions).where(or_(sessions.c.begun_at < _utc(begun), sessions.c.used_at < _utc(used))))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
