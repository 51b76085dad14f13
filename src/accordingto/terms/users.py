"""Users: people who sign in to a workspace, and what each of them may do there."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from accordingto.errors import BadUser

LONGEST_NAME = 100  # characters: it stands under every decision


class Role(StrEnum):
    """What somebody may do in a workspace: each role also what the ones before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    EDITOR = "editor"

    def may(self, needed: "Role") -> bool:
        """Whether who has this role may do what needs that one."""
        order = tuple(Role)
        return order.index(self) >= order.index(needed)

    @property
    def meaning(self) -> str:
        """What the role may do, in words."""
        return _MEANINGS[self]


_MEANINGS = {
    Role.READER: "sees everything and decides nothing",
    Role.REVIEWER: "also accepts, rejects and corrects single finds",
    Role.EDITOR: "also splits, merges, undoes and adds reports",
}


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in. `name` is as it stands under their decisions."""

    name: str
    role: Role

    @classmethod
    def of(cls, name: str, role: Role | str) -> "User":
        """The user of this name, or BadUser where it is no name or no role."""
        return cls(checked_name(name), checked_role(role))

    @property
    def key(self) -> str:
        """The same for every way of writing the name that a person would take for it."""
        return name_key(self.name)


def name_key(name: str) -> str:
    """ "mira haddad" of "Mira  HADDAD"."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def checked_name(name: str) -> str:
    """The name on one line, or BadUser: empty, too long, or with characters that nobody sees."""
    line = unicodedata.normalize("NFC", " ".join(name.split()))
    if not line or len(line) > LONGEST_NAME or not line.isprintable():
        raise BadUser(f"{name!r} is no name of a user; write one to {LONGEST_NAME} visible characters")
    return line


def checked_role(role: Role | str) -> Role:
    try:
        return Role(role)
    except ValueError:
        raise BadUser(f"{role!r} is no role; the roles are {', '.join(Role)}") from None
