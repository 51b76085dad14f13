"""Voices: where the name of one who speaks begins and ends, when commas may be lost and no parse is at hand."""

from collections.abc import Sequence

from accordingto.read import taggers as t
from accordingto.read.sentences import Word

NAMING = frozenset(["of", "for", "in", "at", "on", "from", "to", "with", "inside", "near", "by"])
BRACKETS = {")": "(", "]": "["}
LONGEST_BRACKET = 8  # words
ASIDES = frozenset(["with", "by"])  # after a name they begin what the name does or has, not what it is
LONGEST_TITLE = 5  # letters of a title cut short: "Spokesm." is rare, "Col." is not
LONGEST = 28  # words: no name of a source that was looked at is longer
BREAKS = t.VERB | t.RELATIVE | t.SUBORDINATE | t.QUOTE
NOUNLIKE = t.VOICE | t.CAPITAL | t.MODIFIER


class Line:
    """The words of one sentence with their marks, asked about the names in it."""

    __slots__ = ("marks", "words")

    def __init__(self, words: Sequence[Word], marks: Sequence[int]) -> None:
        self.words = words
        self.marks = marks

    def has(self, index: int, mark: int) -> bool:
        """Whether the word at this place bears one of these marks."""
        return 0 <= index < len(self.marks) and bool(self.marks[index] & mark)

    def lower(self, index: int) -> str:
        """The word at this place in lower case; empty outside the sentence."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def skip_back(self, index: int, limit: int) -> int:
        """Back over adverbs, times and asides before a verb: "the group meanwhile | said"."""
        while index > limit:
            before = index
            if self.has(index - 1, t.ADVERB):
                index -= 1
            elif self.has(index - 1, t.TIME):
                index = self._back_over_time(index - 1, limit)
            elif self.lower(index - 2) == "in" and self.lower(index - 1) == "turn":
                index -= 2
            elif self.lower(index - 1) == "part" and self.lower(index - 3) == "for":
                index -= 3
            if index == before or index < limit:
                return max(index, limit)
        return index

    def _back_over_time(self, index: int, limit: int) -> int:
        while index > limit and (
            self.has(index - 1, t.TIME | t.NUMBER) or self.lower(index - 1) in ("on", "this", "last")
        ):
            index -= 1
        return index

    def voice_before(self, end: int, limit: int) -> int | None:
        """Where the noun phrase that ends here begins; None where nothing before it can be one."""
        if end <= limit:
            return None
        if self.has(end - 1, t.PRONOUN):
            return end - 1
        if self.lower(end - 1) in BRACKETS:  # "the Observatory (SOHR)"
            opened = [
                i for i in range(end - 2, max(end - LONGEST_BRACKET, limit), -1) if self.lower(i) in BRACKETS.values()
            ]
            return self.voice_before(opened[0], limit) if opened else None
        start = self._base_before(end, limit)
        while start is not None and end - start < LONGEST:
            longer = self._longer(start, limit)
            if longer is None:
                break
            start = longer
        return start

    def _base_before(self, end: int, limit: int) -> int | None:
        """One noun with what stands before it, up to its article: "the Britain-based Observatory"."""
        start, plain = end, 0
        while start > limit and end - start < LONGEST:
            index = start - 1
            marks = self.marks[index]
            if marks & t.DETERMINER:
                return index if start < end else None
            if not self._is_name_link(index, limit, end):
                if self._ends_base(index) or self._ends_name(index, start, end):
                    break
                plain += not marks & NOUNLIKE
                if plain > 1 and not marks & NOUNLIKE and not self._article_near(index, limit):
                    break
            start = index
        return start if start < end else None

    def _ends_base(self, index: int) -> bool:
        marks = self.marks[index]
        if marks & (t.POINT | t.QUOTE | t.TIME):
            return not self._is_abbreviation(index)
        if marks == t.VERB and self.has(index - 1, t.DETERMINER) and self.has(index + 1, t.VOICE):
            return False  # "the exhausted man"
        return not marks & t.CAPITAL and bool(
            marks & (BREAKS | t.PREPOSITION | t.LINKER | t.PRONOUN | t.NUMBER | t.ADVERB)
        )

    def _is_abbreviation(self, index: int) -> bool:
        """The stop of "Gen." or "J." before a name."""
        if self.lower(index) != "." or not self.has(index + 1, t.CAPITAL) or not self.has(index - 1, t.CAPITAL):
            return False
        title = self.words[index - 1]
        return len(title.text) <= LONGEST_TITLE and title.end == self.words[index].start

    def _ends_name(self, index: int, start: int, end: int) -> bool:
        """ "Kurdish-held territory | Karim Nader said": a plain noun before a name belongs to what is said."""
        if self.marks[index] & (NOUNLIKE | t.DETERMINER | t.POINT) or "-" in self.words[index].text or start == end:
            return False
        for place in range(index, max(index - 3, -1), -1):
            if self.has(place, t.PREPOSITION):  # "activists in rural Homs said"
                return not self.has(place - 1, t.VOICE)
        return all(self.has(place, t.CAPITAL) for place in range(start, end))

    def _is_name_link(self, index: int, limit: int, end: int) -> bool:
        """ "Observatory for Human Rights", "Ministry of Defence", "monitors and sources": a link inside a name."""
        if index <= limit or index + 1 >= end:
            return False
        if self.lower(index) in ("of", "for", "to"):
            titled = self.has(index - 2, t.DETERMINER) and self.lower(index) == "of"  # "the Times of Harim"
            both = self.has(index - 1, t.CAPITAL) and self.has(index + 1, t.CAPITAL)
            return both and (titled or self.has(index - 1, t.VOICE))
        linked = self.has(index - 1, t.VOICE | t.MODIFIER) and self.has(index + 1, NOUNLIKE)
        return self.lower(index) in ("and", "&") and linked

    def _article_near(self, index: int, limit: int) -> bool:
        for place in range(index, max(limit, index - 4) - 1, -1):
            if self.has(place, t.DETERMINER):
                return True
            if self.has(place, BREAKS | t.PREPOSITION | t.LINKER | t.POINT | t.QUOTE):
                return False
        return index - limit <= 3

    def _longer(self, start: int, limit: int) -> int | None:
        """The same phrase with what it hangs on: "a source at | the hospital", "Rami, head of | the Observatory"."""
        before = start - 1
        if before <= limit:
            return self._base_before(start, limit) if self._is_apposed(before, start) and before == limit else None
        if self.lower(before) in NAMING and self.has(before - 1, t.VOICE):
            return self._base_before(before, limit)
        if self.lower(before) == "in" and self.lower(before - 1) == "based":
            return self._base_before(before - 1, limit)
        if self.lower(before) in ("and", "&") and self.has(before - 1, t.VOICE):
            return self._base_before(before, limit)
        if self._is_apposed(before, start):
            return self._base_before(start, limit)
        if self.lower(before) == "," and self.has(before - 1, t.VOICE | t.CAPITAL):
            longer = self._base_before(before, limit)
            return longer if longer is None or not self._closes_clause(longer, limit) else None
        return None

    def _closes_clause(self, start: int, limit: int) -> bool:
        """ "were killed in Aleppo, | the League said", "at 6am GMT, | the governor said": not a name and its office."""
        if self.lower(start - 1) == "," and self.has(start - 2, t.CAPITAL):  # "in Harim, Syria, | the League said"
            start = self._base_before(start - 1, limit) or start
        if start <= limit or self.has(start - 2, t.VOICE):
            return False
        return self.has(start - 1, t.PREPOSITION | t.VERB | t.TIME | t.NUMBER) and not self.has(start - 1, t.POINT)

    def _is_apposed(self, before: int, start: int) -> bool:
        if not self.has(before, t.VOICE) or self.has(before, BREAKS):
            return False
        return self.has(start, t.DETERMINER) or (self.has(start, t.CAPITAL) and not self.lower(before).endswith("s"))

    def voice_after(self, start: int, end: int, *, lone: bool = False) -> int:
        """Where the noun phrase that starts here ends; `start` where none does. `lone`: no second name after it."""
        if self.has(start, t.PRONOUN):
            return start + 1
        index = start
        while index < min(end, start + LONGEST) and self._goes_on(start, index, end, lone):
            index += 1
        while index > start and self.has(index - 1, t.PREPOSITION | t.LINKER | t.DETERMINER | t.POINT):
            if self.words[index - 1].text in ")]":
                break
            index -= 1
        return index

    def _goes_on(self, start: int, index: int, end: int, lone: bool) -> bool:
        marks, lower = self.marks[index], self.lower(index)
        if marks & (t.POINT | t.QUOTE):
            return self._is_abbreviation(index) or self._point_goes_on(start, index, end, lone)
        if marks & t.CAPITAL:
            return self._capital_goes_on(start, index, lone)
        if marks & t.DETERMINER:
            return self._determiner_goes_on(start, index, end, lone)
        if marks & t.PREPOSITION:
            return index > start and lower in NAMING - ASIDES and not self.opens_statement_place(index)
        if marks & t.LINKER:
            return lower == "and" and self.has(index + 1, NOUNLIKE) and not lone
        if marks & (BREAKS | t.TIME | t.ADVERB | t.PRONOUN):
            return False
        if not marks and index > start and lower.endswith("s") and self.has(index - 1, t.VOICE | t.CAPITAL):
            return False  # "the Observatory relies on": a verb, not a noun
        return not (marks & t.NUMBER) or index == start

    def _point_goes_on(self, start: int, index: int, end: int, lone: bool) -> bool:
        """A short bracket, or a comma before an apposition."""
        if self.lower(index) in "([":
            return any(self.lower(place) in ")]" for place in range(index + 2, min(index + 4, end)))
        if self.lower(index) in ")]":
            return any(self.lower(place) in "([" for place in range(max(start, index - 4), index))
        return self.lower(index) == "," and not lone and index > start and self._name_or_apposition(index + 1, end)

    def _name_or_apposition(self, index: int, end: int) -> bool:
        """What a comma may set apart: ", Maha Darwish," or ", head of the office"."""
        after = index
        while after < end and self.has(after, t.CAPITAL):
            after += 1
        return (after - index >= 2 and self.lower(after) == ",") or self._apposed(index, end)

    def _capital_goes_on(self, start: int, index: int, lone: bool) -> bool:
        if self.has(index, t.TIME):
            return False
        if index == start or self.has(index - 1, t.CAPITAL | t.DETERMINER | t.PREPOSITION | t.LINKER | t.POINT):
            return not (lone and self.has(index - 1, t.HEARER) and not self.has(index, t.HEARER | t.VOICE))
        titled = self.has(index - 1, t.VOICE | t.MODIFIER)  # "spokesman Omar Saleh"
        return titled and not (lone and self.has(index - 1, t.HEARER))

    def _determiner_goes_on(self, start: int, index: int, end: int, lone: bool) -> bool:
        if index == start or self.lower(index - 1) in NAMING:
            return True
        return not lone and self.lower(index) in ("a", "an", "the") and self._apposed(index, end)

    def _apposed(self, index: int, end: int) -> bool:
        """Whether an apposition with a voice in it starts here: "a Britain-based group", "head of the office"."""
        if not self.has(index, t.DETERMINER | NOUNLIKE) or self.has(index, t.TIME):
            return False
        for place in range(index, min(end, index + 7)):
            if self.has(place, t.VOICE):
                return True
            if self.has(place, BREAKS | t.POINT | t.PREPOSITION) and not self.has(place, t.CAPITAL):
                return False
        return False

    def opens_statement_place(self, index: int) -> bool:
        """ "in a statement", "on its website", "in an interview with": where a thing is said, not who says it."""
        if self.lower(index) not in ("in", "on", "at", "during", "by", "via", "to", "with", "from"):
            return False
        for place in range(index + 1, min(index + 5, len(self.words))):
            if self.has(place, t.STATEMENT_PLACE | t.TIME):
                return True
            if self.has(place, t.PREPOSITION | BREAKS | t.POINT):
                return False
        return False
