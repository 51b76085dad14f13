"""The gazetteer: names of places, each with the spots it may stand for. Made by training/build_gazetteer.py.

A name is looked up by its key, which forgets capitals, accents, hyphens and apostrophes; a name written from Arabic
also by its consonants, so that "Khan Sheikhoun" and "Khan Shaykhun" are one.
"""

import gzip
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from accordingto.terms.ids import content_id
from accordingto.terms.places import Layer, Spot

# Where names are written from Arabic, by ear.
SPELT_BY_EAR = frozenset(
    ["SY", "IQ", "LB", "JO", "PS", "YE", "LY", "SD", "EG", "SO", "TN", "DZ", "MA", "SA", "AE", "QA", "KW", "BH", "OM"]
)
FILE = "gazetteer_data/gazetteer.txt.gz"
SKELETON = "~"  # sorts after every letter; no name begins with it
AFTER_COMMA = "^"  # before what is a name after a comma alone: "Austin, Tex."
SHORTEST_SKELETON = 4  # letters of a skeleton; shorter ones fit too many names
MARKS = re.compile(r"[’‘'`´ʼʿʾ‘ʻʽ]")
GAPS = re.compile(r"[\s\-–—./,]+")
ARTICLE = re.compile(r"\b(?:al|el|il|ul|ash|as|ad|ar|an|at|az|ez|ed|er|es|et|en) (?=\w)")
GLUED_ARTICLE = re.compile(r"\bal(?=[^aeiou\s]\w{3})|\b[ae](?=([dnrstz])\1)")  # Alnouman, Ezzor
SOUNDS = (
    ("ch", "sh"),
    ("kh", "x"),
    ("gh", "g"),
    ("dj", "j"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("q", "k"),
    ("c", "k"),
)
VOWELS = re.compile(r"(?<=\w)[aeiouwy]+")
DOUBLED = re.compile(r"(\w)\1+")
FINAL_H = re.compile(r"(?<=\w)[ht]\b")


class Gazetteer:
    """Places by name. What is handed out is the same for one `version`."""

    def __init__(self, content: bytes, layers: Sequence[Layer] = ()) -> None:
        head, places, names = content.split(b"\n\n")
        told = [head.decode(), *(layer.version for layer in layers)]
        self.version = told[0] if not layers else content_id("gazetteer", *told)[:12]
        self._added, self._beginnings = _index(layers)
        self._places = places.split(b"\n")
        self._names = names.split(b"\n")  # sorted: "key", a tab, the numbers of its places, the best known first

    @classmethod
    def load(cls, layers: Sequence[Layer] = ()) -> "Gazetteer":
        """The gazetteer that ships with the package, with the places of these layers."""
        return cls(gzip.decompress(resources.files(__package__).joinpath(FILE).read_bytes()), layers)

    def find(self, key: str) -> tuple[Spot, ...]:
        """The spots of a name's key, the best known first; a layer's spot stands for the one of the same id."""
        added = self._added.get(key, ())
        line = self._first_from(f"{key}\t")
        if not line:
            return added
        ours = tuple(_spot_of_line(self._places[int(n)]) for n in line.split(b"\t")[1].split(b","))
        return _joined(ours, added) if added else ours

    def continues(self, key: str) -> bool:
        """Whether some longer name begins with these words."""
        return key in self._beginnings or self._first_from(f"{key} ") is not None

    def find_spelled(self, name: str) -> tuple[Spot, ...]:
        """The spots of a name written from Arabic under any of its spellings."""
        bones = skeleton(name)
        return self.find(SKELETON + bones) if len(bones) >= SHORTEST_SKELETON else ()

    def find_after_comma(self, name: str) -> tuple[Spot, ...]:
        """The spots of a short form that is one only behind a place: "Md." in "Severn, Md."."""
        return self.find(AFTER_COMMA + key_of(name))

    def _first_from(self, prefix: str) -> bytes | None:
        """The first line that begins so."""
        start = prefix.encode("utf-8", "replace")
        at = bisect_left(self._names, start)
        return self._names[at] if at < len(self._names) and self._names[at].startswith(start) else None


def _index(layers: Sequence[Layer]) -> tuple[dict[str, tuple[Spot, ...]], frozenset[str]]:
    """The spots of every key of the layers, and the beginnings of their names of several words."""
    spots: dict[str, dict[str, Spot]] = {}
    for layer in layers:
        for spot, names in layer.spots:
            for key in {key for name in names for key in _keys(name, spot)}:
                spots.setdefault(key, {})[spot.id] = spot
    parts = (key.split(" ") for key in spots)
    beginnings = frozenset(" ".join(words[:n]) for words in parts for n in range(1, len(words)))
    return {key: tuple(found.values()) for key, found in spots.items()}, beginnings


def _keys(name: str, spot: Spot) -> list[str]:
    bones = skeleton(name) if spot.country in SPELT_BY_EAR and name.isascii() else ""
    return [key for key in (key_of(name), SKELETON + bones if len(bones) >= SHORTEST_SKELETON else "") if len(key) > 1]


def _joined(ours: tuple[Spot, ...], added: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The shipped spots and the added ones; one without a point adds nothing where a like one has a point."""
    ids = {spot.id for spot in added}
    like = {(spot.kind, spot.country) for spot in ours if spot.lat is not None}
    fresh = tuple(spot for spot in added if spot.lat is not None or (spot.kind, spot.country) not in like)
    kept = tuple(spot for spot in ours if spot.id not in ids or spot.id not in {one.id for one in fresh})
    return tuple(sorted((*kept, *fresh), key=lambda spot: -spot.population))


@lru_cache(maxsize=4096)
def _spot_of_line(line: bytes) -> Spot:
    long_id, name, kind, country, admin1, lat, lon, population = line.decode().split("\t")
    return Spot(
        id=long_id,
        name=name,
        kind=kind,
        country=country or None,
        admin1=admin1 or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        population=int(population or 0),
    )


@lru_cache(maxsize=16384)
def key_of(name: str) -> str:
    """A name without capitals, accents, hyphens and apostrophes: "Ma'arat al-Nu'man" is "maarat al numan"."""
    bare = name if name.isascii() else _without_accents(name)
    return GAPS.sub(" ", MARKS.sub("", bare.lower())).strip()


def skeleton(name: str) -> str:
    """The consonants that all spellings of an Arabic name share: "Deir ez-Zor" and "Deir al-Zour" are "drzr"."""
    key = GLUED_ARTICLE.sub("", ARTICLE.sub("", key_of(name)))
    for sound, letter in SOUNDS:
        key = key.replace(sound, letter)
    bones = VOWELS.sub("", FINAL_H.sub("", key)).replace(" ", "")
    return DOUBLED.sub(r"\1", bones)


def _without_accents(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name)
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("ı", "i").replace("ə", "a")
