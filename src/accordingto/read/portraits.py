"""Portraits: what the words of one mention tell of a voice, and the names by which it is found again."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from accordingto.read.mention_parts import SHORTEST_ACRONYM
from accordingto.read.mention_words import MentionWords, Token
from accordingto.read.person_names import skeleton, surname
from accordingto.terms.casts import key_of
from accordingto.terms.entities import EntityKind
from accordingto.terms.spans import Anchor


@dataclass(frozen=True, slots=True)
class Portrait:
    """One mention, looked at by itself.

    `names` are what must be equal for two mentions to be one voice; `words` its own words without articles; `proper`
    the capitalised ones; `heads` the nouns that may stand for it later. `office` is held by one person at a time, and
    `stands_in` tells whether any office may be meant ("her counterpart"). `monitors`: it is, or may be, one who keeps
    count of the dead. `organisation` is a body that it names, `speaks_for` the one it is of ("the UN's envoy", not "the
    envoy to the UN"). `paper`: a statement or a report speaks; its body's words are those of the portrait, if any.
    """

    anchor: Anchor
    text: str
    words: tuple[str, ...] = ()
    kind: EntityKind = EntityKind.UNKNOWN
    names: tuple[Hashable, ...] = ()
    pronoun: str | None = None
    gender: str | None = None
    definite: bool = False
    another: bool = False
    plural: bool = False
    joint: bool = False
    paper: bool = False
    person: tuple[str, ...] = ()
    titled: bool = False
    office: str | None = None
    stands_in: bool = False
    country: str | None = None
    organisation: str | None = None
    speaks_for: str | None = None
    head: str = ""
    heads: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    key: str | None = None
    known: bool = False
    monitors: bool = False
    link: bool = False
    roles: frozenset[str] = frozenset()
    duties: frozenset[str] = frozenset()
    reports: bool = False
    anybody: bool = False
    pair: bool = False
    covers: frozenset[str] = frozenset()
    name: str = ""


def find_names(
    one: Portrait, core: tuple[Token, ...], tokens: tuple[Token, ...], lexicon: MentionWords
) -> Iterator[Hashable]:
    """What must be equal for two mentions to name one voice, the surest first."""
    if one.person:
        if one.person in lexicon.people:  # by any of the names that the cast knows them under
            yield one.key
        yield "person", surname(one.person)
        if bones := skeleton(one.person[-1]):
            yield "bones", bones
        yield from (("part", word) for word in one.person[: -1 if len(one.person) > 1 else None])
        if len(one.person) == 1:  # "Haberturk", which may turn out to be a newspaper
            yield "body", frozenset(one.person), None
        return
    if one.another:
        return
    if one.known or find_state(one.words, lexicon):
        yield one.key
    if one.kind in (EntityKind.BODY, EntityKind.OUTLET, EntityKind.UNKNOWN) or lexicon.lists_in(
        "media_heads", one.head
    ):
        yield from _body_names(one, core, tokens, lexicon)
    definite = one.definite and len(one.words) > 1
    if definite or one.plural or (one.words and not _opens_loosely(core, lexicon)):
        yield "words", frozenset(_spelt(one.words, lexicon))


def _opens_loosely(core: tuple[Token, ...], lexicon: MentionWords) -> bool:
    """Whether an article or a number opens it: "a source" may be another source each time, "SANA reporter" may not."""
    return lexicon.lists_in("articles", core[0].lower) or lexicon.lists_in("indefinite", core[0].lower)


def _spelt(words: tuple[str, ...], lexicon: MentionWords) -> Iterator[str]:
    for word in words:
        if not lexicon.lists_in("small", word):
            yield lexicon.countries.get(word) or lexicon.spellings.get(word, word)


def _body_names(
    one: Portrait, core: tuple[Token, ...], tokens: tuple[Token, ...], lexicon: MentionWords
) -> Iterator[Hashable]:
    """Of a body: its own words without what is common to many, and its initials."""
    own = frozenset(word for word in _spelt(one.words, lexicon) if not lexicon.lists_in("generic", word))
    own -= {one.country} if one.country else frozenset()
    if own and any(token.capital for token in core if lexicon.spellings.get(token.lower, token.lower) in own):
        yield "body", own, one.country if len(own) == 1 and lexicon.lists["bodies_heads"] >= own else None
    if not own and (
        one.kind is EntityKind.OUTLET or lexicon.lists["state_words"] & set(one.words)
    ):  # "Norwegian state TV", later "state television"
        yield "sort", frozenset(_spelt(one.words, lexicon)) - {one.country}
    letters = "".join(
        token.text[0] for token in core if token.capital and not lexicon.lists_in("articles", token.lower)
    )
    if len(letters) >= SHORTEST_ACRONYM:
        yield "initials", letters.lower()
    for token in tokens:
        if token.text.isupper() and len(token.text) >= SHORTEST_ACRONYM and (len(tokens) == 1 or token is tokens[-1]):
            yield "initials", token.lower


def find_proper(core: tuple[Token, ...], lexicon: MentionWords) -> Iterator[str]:
    """Its own capitalised words: no articles, titles, or places where it is based."""
    for index, token in enumerate(core):
        word = lexicon.spellings.get(token.lower, token.lower)
        plain = any(lexicon.lists_in(name, word) for name in ("articles", "roles", "generic", "not_names", "unnamed"))
        based = word.endswith(("-based", "-linked", "-led", "-run", "-backed"))
        first = not index and lexicon.lists_in("bodies_heads", word)
        if token.capital and not (plain or based or first):
            yield lexicon.countries.get(word, word).lower()


def make_key(kind: EntityKind, person: tuple[str, ...], words: tuple[str, ...], lexicon: MentionWords) -> str | None:
    """The same for every spelling; None for a voice without a name of its own."""
    if kind is EntityKind.PERSON:
        return lexicon.people.get(person) or "-".join(person)
    if country := find_state(words, lexicon):
        return key_of(country)
    named = kind in (EntityKind.BODY, EntityKind.OUTLET, EntityKind.OFFICE) and len(words) > 1
    return "-".join(words) if named else None


def find_state(words: tuple[str, ...], lexicon: MentionWords) -> str | None:
    """The country that a capital, its own name, "its government" or "its authorities" speaks for."""
    rest = words
    while len(rest) > 1 and lexicon.lists_in("state_heads", rest[-1]) and " ".join(rest) not in lexicon.countries:
        rest = rest[:-1]
    return lexicon.countries.get(" ".join(rest))
