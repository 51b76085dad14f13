"""Attributions: who is said to have said what, through whom, in what manner and how surely (CODEBOOK "statements")."""

from dataclasses import dataclass, replace

from accordingto.read import taggers as t
from accordingto.read.consensus import agreed
from accordingto.read.continuations import with_bare_quotations
from accordingto.read.frames import read_sentence
from accordingto.read.headlines import read_headline
from accordingto.read.hidden import read_hidden
from accordingto.read.lexicons import load_lexicon
from accordingto.read.manners import Manners
from accordingto.read.quotations import Quotations, find_quotations
from accordingto.read.scenes import Found, Scene
from accordingto.read.sentences import Page, Sentence
from accordingto.read.taggers import Range, Tags
from accordingto.read.voices import Line
from accordingto.terms.attributions import Attribution
from accordingto.terms.spans import Anchor

DATELINE_SENTENCES = 4  # a dateline stands at the head of the text
LONGEST_DATELINE = 10  # words
DATELINE_WORDS = 60  # a headline or dateline set before the story by " - " is no longer than this
LEFTOVERS = "_âÂ¢¾±©¯‚" + "".join(map(chr, range(0x80, 0xA0)))  # of quotation marks in a broken encoding
EDGES = LEFTOVERS + " \t\r\n\"“”«»,;:'’`-–—"


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """The words that tell a statement's manner, and the tags that headlines end with."""

    manners: Manners
    headline_tags: frozenset[str]

    @classmethod
    def load(cls) -> "AttributionWords":
        words = load_lexicon("attributions")
        return cls(Manners.of(words), frozenset(words["headlines"]["tags"]))


def read_attributions(page: Page, tags: Tags, lexicon: AttributionWords) -> tuple[Attribution, ...]:
    """Every statement that the report passes on as somebody else's, in reading order."""
    quotations = find_quotations(page)
    found: list[Found] = []
    for number in range(len(page.sentences)):
        found.extend(_sentence(page, number, tags, quotations, lexicon))
    found = with_bare_quotations(page, found, quotations)
    if tags.heard is not None:
        found = agreed(page, found, tags)
    made = (_finish(page, item, quotations, lexicon) for item in found)
    return tuple(sorted((item for item in made if item), key=lambda item: (item.content.start, item.content.end)))


def _sentence(page: Page, number: int, tags: Tags, quotations: Quotations, lexicon: AttributionWords) -> list[Found]:
    line = Line(page.sentences[number].words, tags.marks[number])
    found: list[Found] = []
    for first, last in _segments(line, number, _letters(page.report.title)):
        scene = _scene(page, number, tags, quotations, first, last)
        headline = read_headline(scene, lexicon.headline_tags) if _is_headline(page, scene.sentence) else []
        found.extend(headline or [*read_sentence(scene), *read_hidden(scene)])
    return found


def _scene(page: Page, number: int, tags: Tags, quotations: Quotations, first: int, last: int) -> Scene:
    """Words `first` to `last` of a sentence, as a sentence of their own."""
    whole = page.sentences[number]
    words = whole.words[first:last]
    start, end = (words[0].start, words[-1].end) if (first, last) != (0, len(whole.words)) else (whole.start, whole.end)
    sentence = Sentence(start, end, whole.paragraph, words)
    cues = tuple(
        replace(cue, first=cue.first - first, last=cue.last - first)
        for cue in tags.cues[number]
        if first <= cue.first and cue.last <= last
    )
    return Scene(page.body, number, sentence, Line(words, tags.marks[number][first:last]), quotations, cues, 0)


def _segments(line: Line, number: int, title: str) -> list[tuple[int, int]]:
    """The sentence in pieces where a dateline or a repeated headline is set before the story by " - "."""
    cuts = [0]
    reach = min(len(line.words) - 1, DATELINE_WORDS) if 0 < number < DATELINE_SENTENCES else 0
    for index in range(1, reach):
        word = line.words[index]
        spaced = line.words[index - 1].end < word.start and word.end < line.words[index + 1].start
        if word.text in "-–—" and spaced and _is_set_before(line, cuts[-1], index, title):
            cuts.append(index + 1)
    ends = [cut - 1 for cut in cuts[1:]] + [len(line.words)]
    return [(first, last) for first, last in zip(cuts, ends, strict=True) if first < last]


def _is_set_before(line: Line, first: int, last: int, title: str) -> bool:
    """Whether these words are a dateline or the headline again, and not the first half of a sentence."""
    letters = _letters(" ".join(word.text for word in line.words[first:last]))
    dated = any(line.has(i, t.NUMBER | t.TIME) for i in range(first, last)) or letters.isupper()
    short = last - first <= LONGEST_DATELINE and not any(line.has(i, t.VERB) for i in range(first + 1, last))
    return letters in title or title in letters or (short and dated) or line.lower(last - 1) == ")"


def _is_headline(page: Page, sentence: Sentence) -> bool:
    if sentence.paragraph == 0:
        return True
    return _letters(page.body[sentence.start : sentence.end]) == _letters(page.report.title)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[:300]))


def _is_own_name(page: Page, item: Found) -> bool:
    """Whether a headline ends with the name of the outlet that prints it."""
    if item.cue or not item.source:
        return False
    return _letters(page.body[slice(*item.source)]).lower() == _letters(page.report.outlet).lower()


def _finish(page: Page, item: Found, quotations: Quotations, lexicon: AttributionWords) -> Attribution | None:
    pieces = _tidy(page.body, item.content)
    if not pieces or _is_own_name(page, item):
        return None
    content = page.anchor(*pieces)
    cue, source = _anchored(page, item.cue), _anchored(page, item.source)
    via = tuple(page.anchor(link) for link in dict.fromkeys(item.via) if link != item.source)
    form, act, hedge = lexicon.manners.of_statement(page, item, pieces, quotations)
    return Attribution(source, via, cue, content, form, act, hedge, confidence=item.confidence)


def _anchored(page: Page, piece: Range | None) -> Anchor | None:
    """The words without the marks at their edges; None where they are nothing but marks."""
    start, end = _trimmed(page.body, piece) if piece else (0, 0)
    return page.anchor((start, end)) if start < end else None


def _tidy(body: str, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """The pieces without marks that wrap them, in order, none over another."""
    pieces: list[Range] = []
    for start, end in sorted(content):
        start = max(start, pieces[-1][1]) if pieces else start
        start, end = _trimmed(body, (start, end))
        if start < end:
            pieces.append((start, _with_bracket(body, start, end)))
    return tuple(pieces)


def _trimmed(body: str, piece: Range) -> Range:
    """Without the marks at its edges; empty where it is nothing but marks."""
    start, end = piece
    while start < end and body[start] in EDGES:
        start += 1
    while end > start and (body[end - 1] in EDGES or _is_full_stop(body, end)):
        end -= 1
    return start, end


def _is_full_stop(body: str, end: int) -> bool:
    """Whether the character before `end` is a stop that closes a sentence, not one of "U.S."."""
    return body[end - 1] == "." and not (end > 2 and body[end - 2].isupper() and body[end - 3] in ". ")


def _with_bracket(body: str, start: int, end: int) -> int:
    """The end, after the bracket that closes one opened inside: "5.00am (3.00am GMT)"."""
    opened = body.count("(", start, end) > body.count(")", start, end)
    return end + 1 if opened and body.startswith(")", end) else end
