"""Attempts to sign in are slowed down where they keep failing, and what is remembered of them is bounded."""

import pytest

from accordingto.show.web.attempts import ADDRESS, FORGOTTEN, NAME, Attempts, network_of


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def attempts(clock):
    return Attempts(clock)


def test_a_few_slips_cost_nothing_and_then_each_costs_twice_as_much(attempts, clock):
    assert [attempts.begin("mira", "10.0.0.1") for _ in range(NAME.free)] == [0.0] * NAME.free
    waits = []
    for _ in range(5):
        waits.append(attempts.begin("mira", "10.0.0.1"))
        clock.now += waits[-1]
        assert attempts.begin("mira", "10.0.0.1") == 0
    assert waits == [1, 2, 4, 8, 15]


def test_asking_again_too_early_makes_nothing_longer(attempts, clock):
    for _ in range(NAME.free):
        attempts.begin("mira", "10.0.0.1")
    for _ in range(100):
        assert attempts.begin("mira", "10.0.0.1") == 1
    clock.now += 1
    assert attempts.begin("mira", "10.0.0.1") == 0


def test_nobody_can_lock_a_name_out(attempts, clock):
    for n in range(1000):
        clock.now += attempts.begin("mira", f"10.0.{n // 250}.{n % 250}")
    assert attempts.begin("Mira", "192.168.0.9") <= NAME.longest


def test_an_address_that_tries_many_names_waits_long(attempts, clock):
    waited = 0.0
    for n in range(100):
        wait = attempts.begin(f"name {n}", "10.0.0.1")
        waited += wait
        clock.now += wait
        if wait:
            attempts.begin(f"name {n}", "10.0.0.1")
    assert waited > 60 * ADDRESS.longest
    assert attempts.begin("somebody else", "10.0.0.2") == 0


def test_who_got_in_begins_anew_and_the_address_is_as_it_was(attempts):
    for n in range(ADDRESS.free - 1):
        attempts.begin(f"name {n}", "10.0.0.1")
    for _ in range(50):  # one who has a name cannot wash the address clean with it
        assert attempts.begin("mira", "10.0.0.1") == 0
        attempts.forgive("mira", "10.0.0.1")
    attempts.begin("mira", "10.0.0.1")
    assert attempts.begin("mira", "10.0.0.1") > 0


def test_after_an_hour_all_is_forgotten(attempts, clock):
    for _ in range(NAME.free):
        attempts.begin("mira", "10.0.0.1")
    clock.now += FORGOTTEN
    assert [attempts.begin("mira", "10.0.0.1") for _ in range(NAME.free)] == [0.0] * NAME.free


def test_what_is_remembered_is_bounded(clock):
    attempts = Attempts(clock, most=100)
    for n in range(5000):
        attempts.begin(str(n) + "x" * 100_000, f"10.{n % 250}.0.{n // 250}")
    assert len(attempts) == 100
    assert max(len(key) for _, key in attempts._slips) <= 100


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.168.0.9", "192.168.0.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:192.168.0.9", "192.168.0.9"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_a_household_of_ipv6_is_one_address(address, network):
    assert network_of(address) == network
