"""Names of people: which words of a mention name a person, and whether two such names may be one person's."""

import re
from collections.abc import Iterator

from accordingto.read.mention_words import MentionWords, Token

PARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar|at|ad|az)-|^(?:al|el)(?=[a-z]{4})")
LONG_ENOUGH = 3  # consonants: a shorter skeleton fits too many names
TAIL = 2  # words of a name taken where a place stands right before it: "the governor of Hatay Ercan Topaca"

Name = tuple[str, ...]


def find_person(tokens: tuple[Token, ...], cuts: frozenset[int], common: frozenset[str], lexicon: MentionWords) -> Name:
    """The first name of a person: a run of two capitals, or a single one where nothing else can be meant."""
    role = any(lexicon.lists_in("roles", token.lower) for token in tokens)
    for start, end in _runs(tokens, cuts, lexicon):
        name = tuple(token.lower for token in tokens[start:end])
        if not role and _in_body(tokens, start, end, cuts, lexicon):
            continue
        if start and lexicon.lists_in("prepositions", tokens[start - 1].lower):
            if role and len(name) > TAIL and not any(PARTICLE.match(word) for word in name):
                return name[-TAIL:]
            continue
        if len(name) > 1 or _alone(tokens, start, end, role, cuts, common, lexicon):
            return name
    return ()


def _in_body(tokens: tuple[Token, ...], start: int, end: int, cuts: frozenset[int], lexicon: MentionWords) -> bool:
    """Whether the run is part of a body's name: "the Eastern Ghouta council", but not "the council's Karim Nader"."""
    left = max((cut for cut in cuts if cut <= start), default=0)
    right = min((cut for cut in cuts if cut >= end), default=len(tokens))
    named = lexicon.gender_of([tokens[start].lower], "names") is not None
    outside = tokens[end:right] if not named else ()
    inside = (token for token in (*tokens[left:start], *outside) if not token.owns)
    return any(lexicon.lists_in("bodies_heads", token.lower) for token in inside)


def _runs(tokens: tuple[Token, ...], cuts: frozenset[int], lexicon: MentionWords) -> Iterator[tuple[int, int]]:
    """Stretches of words that may be a name; a comma, a body or a title ends each."""
    known = _known_words(tokens, lexicon)
    start = 0
    for index in range(len(tokens) + 1):
        inside = index > start
        ends = index == len(tokens) or index in cuts or index in known
        if not ends and _may_name(tokens[index], inside, lexicon):
            if tokens[index].owns:  # "Karim Nader's office": a name that owns what follows is not who speaks
                start = index + 1
            continue
        if inside:
            yield start, index
        fresh = index < len(tokens) and index not in known and _may_name(tokens[index], False, lexicon)
        start = index if fresh and not tokens[index].owns else index + 1


def _known_words(tokens: tuple[Token, ...], lexicon: MentionWords) -> frozenset[int]:
    lower = tuple(token.lower for token in tokens)
    known = lexicon.find_known(lower)
    countries = {
        at + step for at in range(len(lower)) for step in (0, 1) if " ".join(lower[at : at + 2]) in lexicon.countries
    }
    return frozenset(range(known[1], known[2]) if known else ()) | countries


def _may_name(token: Token, inside: bool, lexicon: MentionWords) -> bool:
    word = token.lower
    if any(lexicon.lists_in(name, word) for name in ("roles", "bodies_heads", "articles", "unnamed", "not_names")):
        return False
    if word in lexicon.countries or word in lexicon.voices or word[0].isdigit():
        return False
    return token.capital or word.startswith("al-") or (inside and lexicon.lists_in("name_links", word))


def _alone(
    tokens: tuple[Token, ...],
    start: int,
    end: int,
    role: bool,
    cuts: frozenset[int],
    common: frozenset[str],
    lexicon: MentionWords,
) -> bool:
    """Whether a single word names a person: alone, with an age, with an explanation, or after a title."""
    word = tokens[start]
    if word.lower in common or (word.text.isupper() and len(word.text) > 1):
        return False
    if start == 0:
        return end == len(tokens) or end in cuts or tokens[end].lower[0].isdigit()
    return role and (end == len(tokens) or end in cuts)


def surname(name: Name) -> str:
    """What a person is called by later, without "al-": the same for Abdah and al-Abdah."""
    return PARTICLE.sub("", name[-1])


def skeleton(word: str) -> str | None:
    """The consonants of a long name, the same for Jandali and Jandalai; None where too few are left."""
    bones = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy'’-]", "", PARTICLE.sub("", word)))
    return bones if len(bones) > LONG_ENOUGH else None


def may_be_one(one: Name, other: Name) -> bool:
    """Whether two names may be one person's: one is part of the other, or they share more than the last word."""
    if not one or not other or len(one) == 1 or len(other) == 1:
        return True
    short, long = sorted((one, other), key=len)
    if len(set(map(_plain, short)) & set(map(_plain, long))) > 1:
        return True
    return _plain(one[0])[:3] == _plain(other[0])[:3] or {_plain(w) for w in short} <= {_plain(w) for w in long}


def _plain(word: str) -> str:
    return PARTICLE.sub("", word)
