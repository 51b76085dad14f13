"""The whole reader, on texts that nobody would write."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto.read.reader import Reader
from accordingto.terms.claims import ClaimKind
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor

FRAGMENTS = (
    "Police in Port Arlen said",
    "at least 14 people were killed",
    "according to the harbour ministry",
    "on Tuesday",
    "Mayor Lena Brandt told the Coast Herald",
    "accused the rebels of shelling the bridge",
    "denied that",
    "said said said",
    "will be evacuated at 5.00am",
    "including 3 children",
    "she added",
    "between 7 and 5 soldiers",
    "claimed responsibility for the attack",
    "in Nairobi",
    "reports of",
)
MARKS = (
    ". ",
    ", ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    '"',
    "“",
    "”",
    "'",
    ": ",
    "…",
    "—",
    "(",
    "\x00",
    "\x1b",
    "\u202e",
    "\u0301",
)
texts = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(MARKS), st.characters(), st.integers().map(str)), max_size=40
).map("".join)
COUNT = 300  # repetitions: past the longest sentence and the longest passage in many of these texts
HOSTILE = {
    "one word": "No",
    "one line of digits": "7" * 20 * COUNT,
    "only quotation marks": '"' * COUNT,
    "only opening ones": "“" * COUNT,
    "nested quotations": "“he said ‘" * 60 + "yes" + "’ she said” " * 60,
    "one verb of saying": "said " * COUNT,
    "a chain of saying": "he said that " * 60,
    "no end of sentence": "police said that 5 were killed and " * 60,
    "one very long word": "a" * 50 * COUNT,
    "one line to a paragraph": "He said.\n\n" * 100,
    "lines of white space": "a" + "\n " * 10 * COUNT + "b",
    "Windows line ends": "Police said 5 died.\r\n" * 30,
    "Arabic": "قالت الشرطة إن أربعة أشخاص قتلوا. " * 10,
    "Chinese": "警方表示四人死亡。" * 30,
    "right to left inside": "\u202ePolice said\u202c 5 קתלו " * 20,
    "emoji": "👩🏽‍🚀 said 5 were killed " * 20,
    "combining marks": "e" + "\u0301" * COUNT,
    "control characters": "".join(map(chr, range(32))) * 10,
    "nothing but NUL": "\0" * COUNT,
    "halves of characters": 'Police said "\ud800 \udc00" on Monday. ' * 10,
    "an absurd number": "9" * 5000 + " people were killed.",
    "absurd days": "On 99 March 99999 and 2024-13-45 at 29:61 police said 5 were killed. " * 5,
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_read_soundly(reader, report_of, text):
    _check_sound(reader.read(report_of(text)))
    _check_sound(reader.read(report_of(text, title=text[:500], published=None)))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(title=texts, text=texts)
def test_any_text_is_read_soundly_and_always_the_same(reader, title, text):
    report = Report.of(title=title, text=text)
    reading = reader.read(report)
    _check_sound(reading)
    assert reader.read(report) == reading


def test_the_fragments_are_heard_at_all(reader, report_of):
    reading = reader.read(report_of("Police in Port Arlen said at least 14 people were killed in Nairobi on Tuesday."))
    assert all((reading.statements, reading.entities, reading.events, reading.figures, reading.places, reading.times))


def _check_sound(reading: Reading) -> None:
    for anchor in _anchors(
        (
            *reading.statements,
            *reading.entities,
            *reading.events,
            *reading.figures,
            *reading.blame,
            *reading.announcements,
            *reading.places,
            *reading.times,
            *reading.claims,
        )
    ):
        assert anchor.report_id == reading.report.id
        assert anchor.spans
        assert anchor.end <= len(reading.report.body)
        anchor.check(reading.report.body)
    _check_values(reading)
    _check_indexes(reading)


def _anchors(value: object) -> Iterator[Anchor]:
    if isinstance(value, Anchor):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _anchors(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _anchors(getattr(value, field.name))


def _check_values(reading: Reading) -> None:
    for figure in reading.figures:
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    for said in reading.statements:
        assert said.confidence is None or 0 <= said.confidence <= 1
    for time in reading.times:
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest


def _check_indexes(reading: Reading) -> None:
    lists = {
        ClaimKind.STATEMENT: reading.statements,
        ClaimKind.EVENT: reading.events,
        ClaimKind.FIGURE: reading.figures,
        ClaimKind.BLAME: reading.blame,
        ClaimKind.COMMITMENT: reading.announcements,
    }
    said = [item.statement for item in (*reading.events, *reading.figures, *reading.announcements, *reading.claims)]
    _check_within(said + [blame.by for blame in reading.blame], reading.statements)
    _check_within([one.entity for one in (*reading.statements, *reading.blame)], reading.entities)
    for event in reading.events:
        assert (len(event.actor_entities), len(event.recipient_entities)) == (len(event.actor), len(event.recipient))
        _check_within([*event.actor_entities, *event.recipient_entities], reading.entities)
    _check_within([e.spot for e in reading.events], reading.places)
    _check_within([i.event for i in (*reading.figures, *reading.blame, *reading.announcements)], reading.events)
    _check_within([f.part_of for f in reading.figures], reading.figures)
    for claim in reading.claims:
        _check_within([claim.index], lists[claim.kind])


def _check_within(indexes: list[int | None], items: tuple[object, ...]) -> None:
    assert all(index is None or 0 <= index < len(items) for index in indexes)


def test_speech_inside_speech_is_read_beside_it(report_of: Callable[..., Report]) -> None:
    report = report_of("A resident told AFP that the army had announced that the road was safe.")
    statements = Reader().read(report).statements
    told = [(one.source and one.source.exact, [link.exact for link in one.via]) for one in statements]
    assert told == [("A resident", ["AFP"]), ("the army", ["A resident"])]
