"""Users of a case: who may come into its workspace and what they may do there, and who has signed in."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from accordingto.errors import BadUser, Busy, NothingFound
from accordingto.terms.users import Role, User, checked_name, checked_role, name_key

if TYPE_CHECKING:
    from accordingto.record.store import Record, Store
    from accordingto.record.users import KeptUser

IDLE = timedelta(hours=1)  # without a page asked for: longer than a long report takes to read
LASTING = timedelta(hours=12)  # of a session, however busy: a working day
NOTED = timedelta(minutes=1)  # how exactly it is kept when a session was last used; else each page would write
FEWEST = 5  # different characters of a password: "aaaaaaaaaaaaaaa" is long and no secret
TOKEN_BYTES = 32  # of chance in what a browser holds: 256 bits, which nobody guesses


class Users:
    """The users of one case and their sessions."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def all(self) -> tuple[User, ...]:
        """Everybody who may sign in, by name."""
        from accordingto.record.users import load_users

        with self._store.looking() as record:
            return load_users(record)

    def add(self, name: str, role: Role | str, password: str) -> User:
        """Somebody of this name may sign in; refused with BadUser where somebody may already."""
        from accordingto.record.passwords import hash_password
        from accordingto.record.users import add_user, find_user

        user = User.of(name, role)
        kept = hash_password(_checked(password, user.name))
        with self._store.writing() as record:
            if before := find_user(record, user.key):
                raise BadUser(
                    f"there is a user {before.user.name} already; `user role` and `user password` change them"
                )
            add_user(record, user, kept)
        return user

    def set_role(self, name: str, role: Role | str) -> User:
        """The user of this name may do what this role may, from now on."""
        from accordingto.record.users import set_role

        wanted = checked_role(role)
        with self._store.writing() as record:
            user = _known(record, name).user
            set_role(record, user.key, wanted)
        return User(user.name, wanted)

    def set_password(self, name: str, password: str) -> User:
        """The user of this name signs in with this password, and is signed in nowhere until they do."""
        from accordingto.record.passwords import hash_password
        from accordingto.record.users import end_sessions_of, set_password

        kept = hash_password(_checked(password, checked_name(name)))
        with self._store.writing() as record:
            user = _known(record, name).user
            set_password(record, user.key, kept)
            end_sessions_of(record, user.key)
        return user

    def remove(self, name: str) -> User:
        """Nobody of this name may sign in, and whoever did is signed out. What they decided stands."""
        from accordingto.record.users import remove_user

        with self._store.writing() as record:
            user = _known(record, name).user
            remove_user(record, user.key)
        return user

    def sign_in(self, name: str, password: str, *, at: datetime) -> str | None:
        """What the browser of whoever goes by this name and password is to hold; None where they do not go together.

        It takes as long for a name that is no user's, so that nobody learns from it who is one.
        """
        from accordingto.record.passwords import NOBODY, fits
        from accordingto.record.users import find_user

        with self._store.looking() as record:
            found = find_user(record, name_key(name))
        if not fits(found.password if found else NOBODY, password) or found is None:
            return None
        return self._begin(found, password, at)

    def _begin(self, found: "KeptUser", password: str, at: datetime) -> str | None:
        """A session, unless somebody has removed the user or changed the password since it was checked."""
        from accordingto.record.passwords import hash_password, is_outdated
        from accordingto.record.users import begin_session, end_old_sessions, find_user, set_password

        token = secrets.token_urlsafe(TOKEN_BYTES)
        anew = hash_password(password) if is_outdated(found.password) else None
        with self._store.writing() as record:
            now = find_user(record, found.user.key)
            if now is None or now.password != found.password:
                return None
            if anew:
                set_password(record, found.user.key, anew)
            end_old_sessions(record, at - LASTING, at - IDLE)
            begin_session(record, _id_of(token), found.user.key, at)
        return token

    def of_session(self, token: str, *, at: datetime) -> User | None:
        """Who holds this token, as they are now; None where nobody does, or not any more."""
        from accordingto.record.users import find_session

        if not token:
            return None
        with self._store.looking() as record:
            kept = find_session(record, _id_of(token))
        if kept is None or at - kept.begun_at >= LASTING or at - kept.used_at >= IDLE:
            return None
        if at - kept.used_at >= NOTED:
            self._note(_id_of(token), at)
        return kept.user

    def _note(self, session: str, at: datetime) -> None:
        """The session was used now; where another writes for long, the next page will say so."""
        from accordingto.record.users import use_session

        try:
            with self._store.writing(wait=0) as record:
                use_session(record, session, at)
        except Busy:
            return

    def sign_out(self, token: str) -> None:
        """Nobody is signed in with this token."""
        from accordingto.record.users import end_session

        with self._store.writing() as record:
            end_session(record, _id_of(token))


def _id_of(token: str) -> str:
    """What is kept of a token. It is all chance, so that one quick hash is as good as a slow one."""
    return hashlib.sha256(token.encode()).hexdigest()


def _checked(password: str, name: str) -> str:
    from accordingto.record.passwords import LONGEST, SHORTEST

    if not SHORTEST <= len(password) <= LONGEST:
        raise BadUser(
            f"a password has {SHORTEST} to {LONGEST} characters, this one {len(password)}; four words or more do well"
        )
    if len(set(password)) < FEWEST or name_key(name).replace(" ", "") == name_key(password).replace(" ", ""):
        raise BadUser("this password is the first that anybody would try; four words or more do well")
    return password


def _known(record: "Record", name: str) -> "KeptUser":
    from accordingto.record.users import find_user

    found = find_user(record, name_key(name))
    if found is None:
        raise NothingFound(f"no user is called {name!r}; `user list` has them")
    return found
