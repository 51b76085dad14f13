"""The gazetteer: names of places, each with the spots it may stand for. Made by training/build_gazetteer.py.

A name is looked up by its key, which forgets capitals, accents, hyphens and apostrophes; a name written from Arabic
also by its consonants, so that "Khan Sheikhoun" and "Khan Shaykhun" are one.
"""

import gzip
import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from importlib import resources

from accordingto.terms.places import Spot

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

    def __init__(self, content: bytes) -> None:
        head, places, names = content.split(b"\n\n")
        self.version = head.decode()
        self._places = places.split(b"\n")
        self._names = names.split(b"\n")  # sorted: "key", a tab, the numbers of its places, the best known first

    @classmethod
    def load(cls) -> "Gazetteer":
        """The gazetteer that ships with the package."""
        return cls(gzip.decompress(resources.files(__package__).joinpath(FILE).read_bytes()))

    def find(self, key: str) -> tuple[Spot, ...]:
        """The spots of a name's key, the best known first."""
        line = self._first_from(f"{key}\t")
        return tuple(_spot_of_line(self._places[int(n)]) for n in line.split(b"\t")[1].split(b",")) if line else ()

    def continues(self, key: str) -> bool:
        """Whether some longer name begins with these words."""
        return self._first_from(f"{key} ") is not None

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
