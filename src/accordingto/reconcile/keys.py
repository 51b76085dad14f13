"""Keys: whole numbers that stand for what accounts are looked up by: a shingle, a day with a place, a name."""

from functools import lru_cache
from hashlib import blake2b

WIDTH = 8  # bytes: of ten million keys two are the same by chance once in 200,000 cases


def key_of(kind: str, *parts: object) -> int:
    """The number that stands for these parts; `kind` keeps a name and a word of the same letters apart."""
    words = "\x1f".join((kind, *map(str, parts)))
    return int.from_bytes(blake2b(words.encode(errors="surrogatepass"), digest_size=WIDTH).digest(), signed=True)


@lru_cache(maxsize=65536)
def number_of(report_id: str) -> int:
    """The number that stands for a report."""
    return key_of("report", report_id)
