"""The server itself, started as people start it: who gets in, by which names, encrypted, and several at once."""

import html
import re
import select
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager

import httpx
import pytest
from click.testing import CliRunner

from accordingto.casebook import open_case
from accordingto.cli.main import cli
from accordingto.show.web.guards import LARGEST
from accordingto.show.web.server import Place
from tests.show.web.people import EDITOR, REVIEWER, SECRET, add_people, fields

SERIOUS = 30  # seconds that a server may take to come up on a busy machine


@pytest.fixture
def path(made_case, tmp_path):
    """The file of a case of which three people are users."""
    own = tmp_path / "own.db"
    shutil.copy(made_case, own)
    with open_case(own) as case:
        add_people(case)
    return own


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def serving(path, *options, verify=True):
    """The address of a workspace that `accordingto serve` opened with these options, in a process of its own."""
    port = free_port()
    words = ["--case", str(path), "serve", "--port", str(port), *options]
    server = subprocess.Popen([sys.executable, "-m", "accordingto.cli.main", *words], stderr=subprocess.PIPE, text=True)
    home = f"{'https' if '--tls-cert' in options else 'http'}://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + SERIOUS
        while True:
            try:
                httpx.get(f"{home}/static/style.css", verify=verify)
                break
            except httpx.TransportError:
                assert server.poll() is None, server.stderr.read()
                assert time.monotonic() < deadline
                time.sleep(0.1)
        yield home
    finally:
        server.terminate()
        server.communicate(timeout=SERIOUS)


@pytest.fixture
def browser():
    """Opens a browser in which somebody has signed in: `browser(home, EDITOR)`."""
    opened = []

    def at(home, name, verify=True):
        client = httpx.Client(base_url=home, follow_redirects=True, verify=verify, timeout=120)
        opened.append(client)
        form = fields(client.get("/sign-in").text, "/sign-in")
        assert client.post("/sign-in", data={**form, "name": name, "password": SECRET}).status_code == 200
        return client

    yield at
    for client in opened:
        client.close()


def run(*words):
    return CliRunner().invoke(cli, [str(word) for word in words])


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.9", "case.example.org"])
def test_nobody_is_served_elsewhere_where_nobody_could_sign_in(made_case, host):
    done = run("--case", made_case, "serve", "--host", host)
    assert done.exit_code == 1
    assert f'accordingto --case {made_case} user add "Mira Haddad" --role editor' in done.output


def test_nobody_is_asked_to_sign_in_where_nobody_could(made_case):
    assert "user add" in run("--case", made_case, "serve", "--sign-in").output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--tls-key"], "--tls-cert"),
        (["--tls-cert"], "name a certificate in PEM"),
    ],
)
def test_a_certificate_that_is_none_is_refused_before_anybody_comes(path, tmp_path, options, said):
    (tmp_path / "x.pem").write_text("no certificate")
    done = run("--case", path, "serve", *options, tmp_path / "x.pem")
    assert done.exit_code == 1
    assert said in done.output


@pytest.mark.parametrize(
    ("host", "local"),
    [
        *[(host, True) for host in ("127.0.0.1", "127.0.0.2", "::1", "localhost")],
        *[(host, False) for host in ("0.0.0.0", "::", "10.0.0.1", "localhost.example.org", "")],
    ],
)
def test_only_this_machines_own_addresses_are_its_own(host, local):
    assert Place(host).is_local is local
    assert Place(host).sign_in is not local


@pytest.mark.parametrize(
    ("place", "address", "hosts"),
    [
        (Place(), "http://127.0.0.1:8070/", set()),
        (Place("::1"), "http://[::1]:8070/", set()),
        (Place("0.0.0.0"), "http://127.0.0.1:8070/", set()),
        (Place("10.0.0.1", 80), "http://10.0.0.1:80/", {"10.0.0.1"}),
        (Place("::", trusted=frozenset({"Case.example"})), "http://case.example:8070/", {"case.example"}),
    ],
)
def test_it_answers_to_its_own_names_and_those_it_was_told(place, address, hosts):
    assert place.address == address
    assert place.hosts == {"127.0.0.1", "localhost", "[::1]"} | hosts


def test_elsewhere_people_sign_in_by_the_names_that_it_was_told(path, browser):
    with serving(path, "--host", "0.0.0.0", "--trusted-host", "case.example") as home:
        assert httpx.get(home, follow_redirects=False).status_code == 303
        assert httpx.get(f"{home}/api/case").status_code == 401
        assert httpx.get(home, headers={"host": "evil.example"}).status_code == 421
        assert httpx.get(home, headers={"host": "case.example"}, follow_redirects=False).status_code == 303
        assert EDITOR in html.unescape(browser(home, EDITOR).get("/").text)


def test_with_a_certificate_the_session_is_sent_encrypted_only(path, tmp_path, browser):
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
    subprocess.run([*made, "-keyout", str(key), "-out", str(cert)], check=True, capture_output=True)
    trust = ssl.create_default_context(cafile=str(cert))
    options = ("--sign-in", "--tls-cert", str(cert), "--tls-key", str(key))
    with serving(path, *options, verify=trust) as home:
        client = browser(home, EDITOR, trust)
        assert client.get("/api/case").status_code == 200
        (held,) = (cookie for cookie in client.cookies.jar if "session" in cookie.name)
        assert held.name == f"__Host-accordingto_session_{home.rpartition(':')[2]}"
        assert held.secure
        client.close()


def test_a_body_that_does_not_say_how_long_it_is_is_cut_off_on_its_way(path):
    piece, sent = b"y" * 2**20, 0
    with serving(path) as home, socket.create_connection(("127.0.0.1", int(home.rpartition(":")[2]))) as line:
        line.settimeout(60)
        head = "POST /add HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=x\r\n"
        line.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        begun = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        line.sendall(b"%x\r\n%b\r\n" % (len(begun), begun))
        while sent < 8 * LARGEST and not select.select([line], [], [], 0)[0]:
            try:
                line.sendall(b"%x\r\n%b\r\n" % (len(piece), piece))
            except OSError:
                break  # the other end has hung up
            sent += len(piece)
        assert b" 413 " in line.recv(1000).partition(b"\r\n")[0]
    assert sent < 2 * LARGEST


def at_once(*deeds):
    """What each of these deeds gave, all begun at the same moment."""
    start, gave = threading.Barrier(len(deeds)), [None] * len(deeds)

    def act(number):
        start.wait()
        gave[number] = deeds[number]()

    threads = [threading.Thread(target=act, args=(number,)) for number in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return gave


def word_on(client, item, form, reason):
    """Sends this form of the page of a find, as it was loaded now."""
    sent = fields(client.get(f"/review?item={item.id}").text, form) | {"reason": reason}
    return lambda: client.post("/review", data=sent, follow_redirects=False)


def check_one_of_two(answers, reviews, reasons):
    """One was done; the other was shown it, with what they had written themselves."""
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    second = next(n for n, answer in enumerate(answers) if answer.status_code == 409)
    page = html.unescape(answers[second].text)
    assert reasons[1 - second] in page
    assert reasons[second] in page
    assert [review.reason for review in reviews] == [reasons[1 - second]]


@pytest.mark.parametrize("servers", [1, 2])
def test_two_people_at_the_same_finds_at_the_same_moment_lose_nothing(path, browser, servers):
    with open_case(path) as case:
        items = [one.find.item for one in case.queue()[:6]]
    with serving(path, "--sign-in") as one, serving(path, "--sign-in") if servers == 2 else same(one) as other:
        mira, omar = browser(one, EDITOR), browser(other, REVIEWER)
        for number, item in enumerate(items):
            reasons = f"Mira looked, {number}", f"Omar looked, {number}"
            deeds = word_on(mira, item, "accept", reasons[0]), word_on(omar, item, "reject", reasons[1])
            answers = at_once(*deeds)
            with open_case(path) as case:
                said = [kept.review for kept in case.reviews() if kept.review.subject == item.id]
            check_one_of_two(answers, said, reasons)


@contextmanager
def same(home):
    yield home


def test_two_people_who_split_one_incident_at_the_same_moment_lose_nothing(path, browser, main):
    with open_case(path) as case:
        case.users.set_role(REVIEWER, "editor")
    reasons = ("another market", "another morning")
    with serving(path, "--sign-in") as home:
        clients = browser(home, EDITOR), browser(home, REVIEWER)
        deeds = []
        for number, client in enumerate(clients):
            page = client.get(f"/incidents/{main.incident.name}").text
            address = f"/incidents/{main.incident.id}/split"
            out = re.findall(r'name="account" value="([^"]+)"', page)[number]
            sent = {**fields(page, address), "account": html.unescape(out), "reason": reasons[number]}
            deeds.append(
                lambda client=client, address=address, sent=sent: client.post(
                    address, data=sent, follow_redirects=False
                )
            )
        answers = at_once(*deeds)
        with open_case(path) as case:
            check_one_of_two(answers, [kept.review for kept in case.reviews()], reasons)


def test_two_people_at_different_finds_are_not_in_each_others_way(path, browser):
    with open_case(path) as case:
        items = [one.find.item for one in case.queue()[:6]]
    with serving(path, "--sign-in") as home:
        clients = browser(home, EDITOR), browser(home, REVIEWER)
        statuses = Counter()
        for pair in zip(items[::2], items[1::2], strict=True):
            deeds = [
                word_on(client, item, "reject", "no such thing") for client, item in zip(clients, pair, strict=True)
            ]
            statuses.update(answer.status_code for answer in at_once(*deeds))
        assert statuses == {303: 6}
    with open_case(path) as case:
        assert {kept.review.subject for kept in case.reviews()} == {item.id for item in items}
