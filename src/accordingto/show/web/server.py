"""The server: the workspace on an address, until it is stopped."""

import gc
import ssl
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from accordingto.casebook import Casebook
from accordingto.errors import SettingsError
from accordingto.show.web.app import create_app
from accordingto.show.web.basemap import load_land
from accordingto.show.web.guards import LOCAL

LOOPBACK = "127.0.0.1"
EVERYWHERE = ("0.0.0.0", "::")  # listens on every address of the machine, and is itself none that one could open
SEARCHED_AFTER = 100_000  # things made and not let go of by themselves: those of some fifty pages
LEAVING = 10  # seconds that whoever is being answered has left when it is stopped


@dataclass(frozen=True, slots=True)
class Place:
    """Where a workspace is served, to whom, and how it is kept from being read on the way."""

    host: str = LOOPBACK
    port: int = 8070
    trusted: frozenset[str] = field(default_factory=frozenset)
    asks: bool = False
    cert: Path | None = None
    key: Path | None = None

    @property
    def is_local(self) -> bool:
        """Whether nobody reaches it but from this machine."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False  # a name, which may be anybody's

    @property
    def sign_in(self) -> bool:
        """Whether people sign in: everywhere but at this machine, and there where they want to."""
        return self.asks or not self.is_local

    @property
    def hosts(self) -> frozenset[str]:
        """The names that it answers to."""
        own = frozenset() if self.host in EVERYWHERE else frozenset({_in_address(self.host)})
        return LOCAL | own | {name.lower() for name in self.trusted}

    @property
    def address(self) -> str:
        """What to open in a browser."""
        shown = next(iter(sorted(self.trusted)), LOOPBACK) if self.host in EVERYWHERE else self.host
        return f"{'https' if self.cert else 'http'}://{_in_address(shown)}:{self.port}/"


def _in_address(host: str) -> str:
    return f"[{host}]".lower() if ":" in host and not host.startswith("[") else host.lower()


def check_place(case: Casebook, place: Place, file: Path) -> None:
    """The workspace may be served there; else SettingsError, with what to do first."""
    if place.sign_in and not case.users.all():
        raise SettingsError(
            f"{place.host}: nobody could sign in, for the case has no users. Add one first: "
            f'accordingto --case {file} user add "Mira Haddad" --role editor'
        )
    if place.key and not place.cert:
        raise SettingsError("--tls-key: a key goes with a certificate; name it with --tls-cert FILE")
    if place.cert:
        _check_certificate(place.cert, place.key)


def _check_certificate(cert: Path, key: Path | None) -> None:
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(cert, key)
    except (OSError, ssl.SSLError) as error:
        raise SettingsError(
            f"--tls-cert {cert}: {error}; name a certificate in PEM, and its key with --tls-key unless it holds both"
        ) from error


def serve(case: Casebook, place: Place, *, name: str, layers: Path | None = None) -> None:
    """Serve the case there; returns when it is stopped. Reports that are added are read with the places of `layers`."""
    import uvicorn

    load_land()
    app = create_app(case, name=name, hosts=place.hosts, sign_in=place.sign_in, layers=layers)
    _rest_from_garbage()
    uvicorn.run(
        app,
        host=place.host,
        port=place.port,
        ssl_certfile=place.cert,
        ssl_keyfile=place.key,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=LEAVING,
    )


def _rest_from_garbage() -> None:
    """Garbage is searched for seldom: what is at hand stays, and to look through all of it takes as long as a page."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(SEARCHED_AFTER, 20, 100)
