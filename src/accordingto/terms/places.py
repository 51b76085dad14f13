"""Places: named in a text, found in a gazetteer or left unresolved."""

from dataclasses import dataclass

from accordingto.terms.spans import Anchor


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer. `kind` is country, admin1, admin2, city, district, region or site; WGS84 degrees."""

    id: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int


@dataclass(frozen=True, slots=True)
class Layer:
    """Places that a person added: each spot with all its names. `version` is a hash of what is in it."""

    name: str
    form: str
    version: str
    spots: tuple[tuple[Spot, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a report. `spot` is None when no gazetteer knows it: unresolved stays unresolved.

    `where_prec` is UCDP's 1 (exact spot) to 7 (international waters or airspace), None when unresolved.
    """

    anchor: Anchor
    spot: Spot | None
    where_prec: int | None

    @property
    def name(self) -> str:
        """What to call it: the gazetteer's name, else the words of the report."""
        return self.spot.name if self.spot else self.anchor.exact
