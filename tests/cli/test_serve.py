"""What whoever starts the workspace is told: where it is, who gets in, and who could listen."""

import pytest

from accordingto.casebook import open_case


@pytest.fixture
def serve(run, case, monkeypatch):
    """The verb on a case, without the server: what it says, and where it would serve."""
    served = []
    monkeypatch.setattr("accordingto.show.web.server.serve", lambda case, place, **more: served.append(place))

    def serve(*options):
        done = run("--case", case, "serve", *options)
        return done, served.pop() if served else None

    return serve


@pytest.fixture
def mira(case):
    with open_case(case) as opened:
        opened.users.add("Mira (invented)", "editor", "four words or so, unsaid")


def test_alone_on_ones_own_machine_there_is_nothing_to_warn_of(serve):
    done, place = serve()
    assert done.exit_code == 0
    assert "is open at http://127.0.0.1:8070/" in done.stdout
    assert done.stderr == ""
    assert not place.sign_in


def test_with_users_it_is_said_that_this_machine_gets_in_all_the_same(serve, mira):
    done, place = serve()
    assert "--sign-in asks them to" in done.stderr
    assert not place.sign_in
    done, place = serve("--sign-in")
    assert done.stderr == ""
    assert place.sign_in


def test_elsewhere_it_is_said_who_could_listen_and_by_which_names_it_goes(serve, mira):
    done, place = serve("--host", "0.0.0.0")
    assert place.sign_in
    assert "passwords and reports cross the network unencrypted" in done.stderr
    assert "--trusted-host case.example.org" in done.stderr
    done, place = serve("--host", "0.0.0.0", "--trusted-host", "case.example.org", "--port", "9000")
    assert "is open at http://case.example.org:9000/" in done.stdout
    assert "numbers only" not in done.stderr
    assert "case.example.org" in place.hosts


def test_elsewhere_without_users_nothing_is_served(serve):
    done, place = serve("--host", "10.0.0.1")
    assert done.exit_code == 1
    assert "user add" in done.output
    assert place is None


@pytest.mark.parametrize("option", ["--tls-cert", "--tls-key"])
def test_a_certificate_that_is_not_there_is_refused(serve, option):
    done, place = serve(option, "nowhere.pem")
    assert done.exit_code == 2
    assert place is None
