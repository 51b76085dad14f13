"""Portraits: what the words of one mention tell of a voice: a name, an office, a body, a pronoun."""

import re
from dataclasses import dataclass
from typing import Any

from accordingto.read.lexicons import load_lexicon
from accordingto.terms.entities import EntityKind
from accordingto.terms.spans import Anchor

TOKEN = re.compile(r"[^\W_](?:[\w.'’-]*[^\W_])?")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
LONGEST_MENTION = 40  # words looked at: the rest of a longer one is no name
LONGEST_NAME = 8  # words of a well-known voice


@dataclass(frozen=True, slots=True)
class KnownVoice:
    """A well-known body or outlet."""

    key: str
    kind: EntityKind
    monitor: bool
    country: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class MentionWords:
    """Pronouns, roles and well-known voices."""

    pronouns: dict[str, str]
    lists: dict[str, frozenset[str]]
    countries: dict[str, str]
    voices: dict[str, KnownVoice]

    @classmethod
    def load(cls) -> "MentionWords":
        words = load_lexicon("mentions")
        kinds = ("male", "female", "thing", "plural")
        return cls(
            {word: kind for kind in kinds for word in words[kind]},
            {name: frozenset(listed) for name, listed in words.items() if isinstance(listed, list) and name != "voice"},
            {name: country for country, names in words["countries"].items() for name in names},
            {" ".join(_tokens(name)): _known(table) for table in words["voice"] for name in table["names"]},
        )

    def lists_in(self, name: str, word: str) -> bool:
        """Whether the list of this name has this word."""
        return word in self.lists[name]


def _known(table: dict[str, Any]) -> KnownVoice:
    kind = EntityKind(table["kind"])
    return KnownVoice(table["key"], kind, table.get("monitor", False), table.get("country"), table.get("organisation"))


@dataclass(frozen=True, slots=True)
class Portrait:
    """One mention, looked at by itself.

    `words` are its words without articles; `heads` the nouns that may stand for it later; `office` what is held by
    one person at a time, `stands_in` whether any office may be meant ("her counterpart"); `monitors` whether it is,
    or may be, one who keeps count of the dead.
    """

    anchor: Anchor
    text: str
    words: tuple[str, ...]
    kind: EntityKind
    pronoun: str | None = None
    definite: bool = False
    person: tuple[str, ...] = ()
    office: str | None = None
    stands_in: bool = False
    country: str | None = None
    organisation: str | None = None
    head: str = ""
    heads: frozenset[str] = frozenset()
    key: str | None = None
    monitors: bool = False

    @property
    def is_plural(self) -> bool:
        return self.head.endswith("s") and not self.person and self.kind is not EntityKind.OUTLET


def draw_portrait(body: str, anchor: Anchor, lexicon: MentionWords) -> Portrait:
    """What this mention tells of its voice."""
    text = " ".join(body[anchor.start : anchor.end].split())
    tokens = _tokens(_main_part(text, lexicon))
    lower = tuple(token.lower() for token in tokens)
    words = tuple(word for word in lower if not lexicon.lists_in("articles", word))
    if len(lower) == 1 and lower[0] in lexicon.pronouns:
        return Portrait(anchor, text, words, EntityKind.UNKNOWN, pronoun=lexicon.pronouns[lower[0]])
    known = _known_voice(lower, lexicon)
    role = next((index for index, word in enumerate(lower) if lexicon.lists_in("roles", word)), None)
    person = _person(tokens, lower, lexicon) if known is None or role is not None else ()
    named = known if known and not person and (role is None or known.kind is EntityKind.OUTLET) else None
    definite = lower[:1] not in ((), ("a",), ("an",)) and lexicon.lists_in("articles", lower[0])
    head = _head(lower)
    kind = named.kind if named else _kind(tokens, lower, head, person, role, lexicon)
    return Portrait(
        anchor,
        text,
        words,
        kind,
        definite=definite,
        person=person,
        office=_office(lower, role, kind, lexicon),
        stands_in=lexicon.lists_in("stand_ins", head),
        country=named.country if named else _country(lower, role, lexicon),
        organisation=(named.organisation if named else known.key) if known else None,
        head=head,
        heads=_heads(lower, kind, named, lexicon),
        key=named.key if named else None if _monitors(words, lexicon) else _key(kind, person, words, lexicon),
        monitors=named.monitor if named else _monitors(words, lexicon),
    )


def _tokens(text: str) -> list[str]:
    return [POSSESSIVE.sub("", token) for token in TOKEN.findall(text)][:LONGEST_MENTION]


def _main_part(text: str, lexicon: MentionWords) -> str:
    """ "The White Helmets, the volunteer rescue force": what follows the comma only explains a known name."""
    main = text.split(",")[0]
    lower = tuple(token.lower() for token in _tokens(main))
    explained = _known_voice(lower, lexicon) and not any(lexicon.lists_in("roles", word) for word in lower)
    return main if explained else text


def _known_voice(lower: tuple[str, ...], lexicon: MentionWords) -> KnownVoice | None:
    """The well-known voice with the longest name that stands in these words."""
    for length in range(min(len(lower), LONGEST_NAME), 0, -1):
        for start in range(len(lower) - length + 1):
            voice = lexicon.voices.get(" ".join(lower[start : start + length]))
            if voice:
                return voice
    return None


def _person(tokens: list[str], lower: tuple[str, ...], lexicon: MentionWords) -> tuple[str, ...]:
    """The name of a person: the first run of two capitals, or the only word, that is no body, country or title."""
    run: list[str] = []
    role = any(lexicon.lists_in("roles", word) for word in lower)
    unnamed = lexicon.lists_in("unnamed", _head(lower))
    if unnamed or (not role and any(lexicon.lists_in("bodies_heads", word) for word in lower)):
        return ()
    for token, word in zip([*tokens, ""], [*lower, ""], strict=True):
        if word and _may_name(token, word, bool(run), lexicon):
            run.append(word)
            continue
        if len(run) >= 2 or (run and (len(lower) == 1 or (role and not word))):
            return tuple(run)
        run = []
    return ()


def _may_name(token: str, word: str, inside: bool, lexicon: MentionWords) -> bool:
    if any(lexicon.lists_in(name, word) for name in ("roles", "bodies_heads", "articles", "unnamed", "not_names")):
        return False
    if word in lexicon.countries or word in lexicon.voices:
        return False
    return token[0].isupper() or word.startswith("al-") or (inside and lexicon.lists_in("name_links", word))


def _head(lower: tuple[str, ...]) -> str:
    """The noun that says what sort of voice it is, before any "of", "in", "for"."""
    for index, word in enumerate(lower):
        if index and word in ("of", "in", "at", "for", "from", "on", "to", "with", "who", "that", "which"):
            return lower[index - 1]
    return lower[-1] if lower else ""


def _kind(
    tokens: list[str],
    lower: tuple[str, ...],
    head: str,
    person: tuple[str, ...],
    role: int | None,
    lexicon: MentionWords,
) -> EntityKind:
    if person:
        return EntityKind.PERSON
    if not lower or lexicon.lists_in("indefinite", lower[0]) or lexicon.lists_in("unnamed", head):
        return EntityKind.UNNAMED
    if role is not None and lexicon.lists_in("offices", lower[role]):
        return EntityKind.OFFICE
    if role is not None or lexicon.lists_in("unnamed", lower[-1]) or lower == ("monitor",):
        return EntityKind.UNNAMED
    if lexicon.lists_in("media_heads", head):
        return EntityKind.OUTLET
    is_named = lexicon.lists_in("bodies_heads", head) or any(token[0].isupper() for token in tokens[1:] or tokens)
    return EntityKind.BODY if is_named else EntityKind.UNKNOWN


def _office(lower: tuple[str, ...], role: int | None, kind: EntityKind, lexicon: MentionWords) -> str | None:
    return lower[role] if role is not None and kind in (EntityKind.OFFICE, EntityKind.PERSON) else None


def _country(lower: tuple[str, ...], role: int | None, lexicon: MentionWords) -> str | None:
    """Whose it is: "Russia's ambassador to the UN" and "the ambassador of Russia" are Russia's."""
    for index, word in enumerate(lower):
        owned = role is None or index < role or (index and lower[index - 1] == "of")
        if word in lexicon.countries and owned:
            return lexicon.countries[word]
    return None


def _heads(lower: tuple[str, ...], kind: EntityKind, named: KnownVoice | None, lexicon: MentionWords) -> frozenset[str]:
    heads = frozenset(lower)
    if named and named.monitor:
        return heads | lexicon.lists["monitor_heads"]
    if kind is EntityKind.OUTLET:
        return heads | lexicon.lists["media_heads"]
    return heads | lexicon.lists["group_heads"] if named else heads


def _key(kind: EntityKind, person: tuple[str, ...], words: tuple[str, ...], lexicon: MentionWords) -> str | None:
    """The same for every spelling; None for a voice without a name of its own."""
    if kind is EntityKind.PERSON:
        return "-".join(person)
    if len(words) == 1 and words[0] in lexicon.countries:  # a capital or a country speaks for its government
        return lexicon.countries[words[0]].lower().replace(" ", "-")
    named = kind in (EntityKind.BODY, EntityKind.OUTLET, EntityKind.OFFICE) and len(words) > 1
    return "-".join(words) if named else None


def _monitors(words: tuple[str, ...], lexicon: MentionWords) -> bool:
    last = (words[-1:], words[-2:])
    return any(" ".join(end) in lexicon.lists["monitor_phrases"] for end in last)
