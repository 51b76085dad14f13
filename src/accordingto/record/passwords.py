"""Passwords as a case keeps them: what argon2id makes of them, never the words themselves.

The costs are those that OWASP's Password Storage Cheat Sheet asks of argon2id at the least: one check then takes some
hundredths of a second and 19 MiB, so that whoever gets hold of a case file can try few passwords, and they not on
many cores at once. A hash made with other costs is made anew when its user next signs in.
"""

import unicodedata

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

MEMORY = 19 * 1024  # KiB
PASSES = 2
LANES = 1
SHORTEST = 15  # characters: what NIST SP 800-63B asks where nothing stands beside the password
LONGEST = 256  # characters: a sentence or two, so that nobody has a machine hash a book
HASHER = PasswordHasher(time_cost=PASSES, memory_cost=MEMORY, parallelism=LANES, type=Type.ID)
# Of a password that nobody has: what is checked for a name that is no user's takes as long as for one that is.
NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$wAaq3K/v7JmPLwcmwdKt1A$Ade39XbKS/pHsquQZXYvhUh6KiwhW5iDAc8YKbGW6Ik"


def hash_password(password: str) -> str:
    """What is kept of a password: the costs, a salt of its own, and the hash."""
    return HASHER.hash(_plain(password))


def fits(kept: str, password: str) -> bool:
    """Whether this is the password of which that was kept. Takes as long for one that is not."""
    try:
        return HASHER.verify(kept, _plain(password[:LONGEST])) and len(password) <= LONGEST
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether it was made with other costs than one is made with now."""
    return HASHER.check_needs_rehash(kept)


def _plain(password: str) -> str:
    """The same for every keyboard: what looks like "é" is one letter or two."""
    return unicodedata.normalize("NFKC", password)
