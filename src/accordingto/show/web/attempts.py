"""Attempts to sign in, slowed down for a name and for an address where they keep failing.

An attempt counts as failed until it has succeeded, so that a thousand at once are no better than one after another. A
name waits a few seconds at most: whoever tries names that are not theirs cannot lock their owners out. An address
waits up to a quarter of an hour. What is remembered is bounded; the oldest is forgotten first.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from accordingto.terms.users import LONGEST_NAME, name_key

MOST = 10_000  # names and addresses remembered: a few megabytes
FORGOTTEN = 3600.0  # seconds after the last slip
FIRST_WAIT = 1.0  # seconds; each further slip doubles them
DOUBLINGS = 16  # more change nothing: both limits are reached before


@dataclass(frozen=True, slots=True)
class Limit:
    """How many slips cost nothing, and how long anybody waits at most."""

    free: int
    longest: float


NAME = Limit(free=5, longest=15.0)  # 5760 tries a day of one name from everywhere together
ADDRESS = Limit(free=20, longest=900.0)  # an office may share one address; 96 tries a day when it is used up


@dataclass(frozen=True, slots=True)
class _Slips:
    count: int
    last: float


class Attempts:
    """The attempts of the last hour that have not succeeded."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, *, most: int = MOST) -> None:
        self._clock, self._most = clock, most
        self._slips: OrderedDict[tuple[str, str], _Slips] = OrderedDict()

    def __len__(self) -> int:
        return len(self._slips)

    def begin(self, name: str, address: str) -> float:
        """How many seconds one has to wait first; 0 where one may try now, which counts as a slip until forgiven."""
        now, keys = self._clock(), _keys(name, address)
        wait = max(self._wait(key, limit, now) for key, limit in keys.items())
        if wait <= 0:
            for key in keys:
                self._slip(key, now)
        return max(wait, 0.0)

    def forgive(self, name: str, address: str) -> None:
        """The attempt succeeded: the name begins anew, and the address is as it was before."""
        named, addressed = _keys(name, address)
        self._slips.pop(named, None)
        if slips := self._slips.pop(addressed, None):
            self._slips[addressed] = _Slips(slips.count - 1, slips.last)

    def _wait(self, key: tuple[str, str], limit: Limit, now: float) -> float:
        slips = self._slips.get(key)
        if slips is None or slips.count < limit.free or now - slips.last >= FORGOTTEN:
            return 0.0
        told = min(FIRST_WAIT * 2.0 ** min(slips.count - limit.free, DOUBLINGS), limit.longest)
        return slips.last + told - now

    def _slip(self, key: tuple[str, str], now: float) -> None:
        before = self._slips.pop(key, None)
        count = before.count if before and now - before.last < FORGOTTEN else 0
        self._slips[key] = _Slips(count + 1, now)
        while len(self._slips) > self._most:
            self._slips.popitem(last=False)


def _keys(name: str, address: str) -> dict[tuple[str, str], Limit]:
    return {("name", name_key(name[:LONGEST_NAME])): NAME, ("address", network_of(address)): ADDRESS}


def network_of(address: str) -> str:
    """The address, or the network that one household has where it is of IPv6: whoever has one has 2^64 addresses."""
    try:
        found = ip_address(address)
    except ValueError:
        return address[:LONGEST_NAME]
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(ip_network((found, 64), strict=False))
    return str(found.ipv4_mapped or found) if isinstance(found, IPv6Address) else str(found)
