"""How events are read: type, mode, standing, doers, place, day, and each only once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.read.events import EventWords, read_events
from accordingto.read.sentences import Page, SentenceWords, divide
from accordingto.terms.attributions import Act, Attribution, Form
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.places import Place, Spot
from accordingto.terms.reports import Report
from accordingto.terms.times import TimeKind, TimeMention

WORDS = EventWords.load()
SENTENCES = SentenceWords.load()
DAY = date(2016, 12, 13)
ReportOf = Callable[..., Report]


def page_of(report: Report) -> Page:
    return divide(report, SENTENCES)


def spans_of(page: Page, words: str) -> tuple[int, int]:
    start = page.body.index(words, len(page.report.title))
    return start, start + len(words)


def count_of(page: Page, words: str, low: int = 5) -> Figure:
    return Figure(page.anchor(spans_of(page, words)), low, low, Bound.EXACT, Who.CIVILIANS, Harm.KILLED)


def place_of(page: Page, words: str, kind: str = "city", admin1: str = "Aleppo") -> Place:
    spot = Spot(words, words, kind, "SY", admin1, 36.0, 37.0, 1000)
    return Place(page.anchor(spans_of(page, words)), spot, 1)


def day_of(page: Page, words: str, day: date) -> TimeMention:
    return TimeMention(page.anchor(spans_of(page, words)), TimeKind.DATE, day.isoformat(), day, day, 1)


def said(page: Page, content: str, cue: str, source: str | None = None) -> Attribution:
    anchors = page.anchor(spans_of(page, cue)), page.anchor(spans_of(page, content))
    by = page.anchor(spans_of(page, source)) if source else None
    return Attribution(by, (), anchors[0], anchors[1], Form.INDIRECT, Act.ASSERT, None)


def only(events: tuple[Event, ...]) -> Event:
    assert len(events) == 1, [(event.type, event.mode, event.trigger.exact) for event in events]
    return events[0]


def read_text(report: Report) -> tuple[Event, ...]:
    return read_events(page_of(report), (), (), (), (), WORDS)


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Air strikes hit a bakery in the old town on Monday.", "airstrike"),
        ("Regime warplanes attacked a bakery in the old town on Monday.", "airstrike"),
        ("Helicopters dropped two barrel bombs on a bakery in the old town.", "airstrike"),
        ("Mortar shells struck a bakery in the old town on Monday.", "shelling"),
        ("Insurgents fired a dozen rockets at a bakery in the old town.", "shelling"),
        ("A car bomb exploded outside a bakery in the old town on Monday.", "bombing"),
        ("A bomber blew himself up outside a bakery in the old town.", "suicide-bombing"),
        ("A sniper shot dead a baker in the old town on Monday.", "shooting"),
        ("The gunmen beheaded a baker in the old town on Monday.", "execution"),
        ("A chlorine attack choked bakers in the old town on Monday.", "chemical"),
        ("Fierce clashes broke out around the bakery in the old town.", "ground-fighting"),
        ("The gunmen kidnapped a baker in the old town on Monday.", "abduct"),
        ("A baker was tortured in the old town prison on Monday night.", "torture"),
    ],
)
def test_an_assault_has_the_mode_its_words_tell(report_of: ReportOf, sentence: str, mode: str) -> None:
    page = page_of(report_of(sentence))
    figures = (count_of(page, "baker", 1),) if "tortured" in sentence else ()
    event = only(read_events(page, (), figures, (), (), WORDS))
    assert (event.type, event.mode) == (EventType.ASSAULT, mode)


@pytest.mark.parametrize(
    ("title", "type_", "mode", "status"),
    [
        ("Ceasefire agreed in the old town", EventType.AGREE, "ceasefire", Status.OCCURRED),
        ("Residents will be evacuated from the old town", EventType.RETREAT, "evacuate", Status.PLANNED),
        ("Two states veto and a third vetoed the resolution", EventType.REJECT, "veto", Status.OCCURRED),
        ("Council is meeting on the old town", EventType.CONSULT, "meeting", Status.ONGOING),
        ("Army recaptured the old town", EventType.COERCE, "seize-territory", Status.OCCURRED),
        ("Army arrested a baker of the old town", EventType.COERCE, "arrest", Status.OCCURRED),
        ("Bakers protested in the old town", EventType.PROTEST, None, Status.OCCURRED),
    ],
)
def test_what_the_headline_tells_is_coded_by_the_codebook(
    report_of: ReportOf, title: str, type_: EventType, mode: str | None, status: Status
) -> None:
    event = only(read_text(report_of("No more was known at noon.", title=title)))
    assert (event.type, event.mode, event.status, event.main) == (type_, mode, status, True)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that talks had been useful.",
        "The bakery opens at noon.",
        "The mill launched a loaf that hit the shops.",
        "...",
    ],
)
def test_speech_and_quiet_days_are_no_events(report_of: ReportOf, text: str) -> None:
    assert read_text(report_of(text, title="Notes")) == ()


def test_one_event_however_often_it_is_told(report_of: ReportOf) -> None:
    text = "Air strikes killed five bakers in Marea. The strikes came at dawn. The raid left a crater."
    event = only(read_text(report_of(text, title="Air strikes kill five in Marea")))
    assert event.main
    assert event.trigger.start > len("Air strikes kill five in Marea")


def test_a_second_count_at_another_place_is_another_event(report_of: ReportOf) -> None:
    page = page_of(report_of("Air strikes killed five in Marea. Air strikes also killed six in Azaz."))
    figures = count_of(page, "five"), count_of(page, "six", 6)
    places = place_of(page, "Marea"), place_of(page, "Azaz")
    events = read_events(page, (), figures, places, (), WORDS)
    assert [event.spot for event in events] == [0, 1]


@pytest.mark.parametrize(
    ("latitude", "spots"),
    [
        (36.1, [1]),  # 11 kilometres on: the report may name either for one raid
        (37.0, [0]),  # 111 kilometres on: what counts nobody there is another event, and a report's side remark
    ],
)
def test_what_counts_nobody_far_from_a_count_is_no_part_of_it(
    report_of: ReportOf, latitude: float, spots: list[int]
) -> None:
    page = page_of(report_of("Air strikes killed five in Marea. Jets bombed a mill in Azaz.", title="A day of strikes"))
    near = place_of(page, "Marea")
    far = place_of(page, "Azaz", kind="district")
    assert far.spot is not None
    far = replace(far, spot=replace(far.spot, lat=latitude))
    events = read_events(page, (), (count_of(page, "five"),), (near, far), (), WORDS)
    assert [event.spot for event in events if event.main] == spots


@pytest.mark.parametrize(
    ("title", "types"),
    [
        ("Fifty fled the old town", [EventType.RETREAT]),
        ("A night in the old town", []),
        ("Negotiations on the old town", [EventType.CONSULT]),
    ],
)
def test_flight_and_talks_told_in_passing_are_no_events(
    report_of: ReportOf, title: str, types: list[EventType]
) -> None:
    page = page_of(report_of("Some fifty bakers fled from the old town while negotiations dragged on.", title=title))
    events = read_events(page, (), (count_of(page, "fifty", 50),), (), (), WORDS)
    assert [event.type for event in events] == types


def test_a_count_on_another_day_is_another_event(report_of: ReportOf) -> None:
    page = page_of(report_of("Air strikes killed five on Sunday. Air strikes killed six on Monday."))
    figures = count_of(page, "five"), count_of(page, "six", 6)
    times = day_of(page, "Sunday", date(2016, 12, 11)), day_of(page, "Monday", date(2016, 12, 12))
    events = read_events(page, (), figures, (), times, WORDS)
    assert [event.date for event in events] == ["2016-12-11", "2016-12-12"]


def test_the_finest_named_place_is_the_events(report_of: ReportOf) -> None:
    page = page_of(report_of("In Syria air strikes hit a market in Marea on Monday, in Halab province."))
    places = (
        place_of(page, "Syria", kind="country", admin1=""),
        place_of(page, "Marea"),
        place_of(page, "Halab", kind="admin1"),
    )
    event = only(read_events(page, (), (), places, (), WORDS))
    assert event.place is not None
    assert (event.place.exact, event.spot) == ("Marea", 1)


@pytest.mark.parametrize(
    ("text", "names", "place"),
    [
        # Of a row told with what holds it the whole is meant, of a town told with its province the town.
        ("Shelling hit Marea, Azaz and Afrin in Halab.", ("Marea", "Azaz", "Afrin", "Halab"), "Halab"),
        ("Shelling hit the town of Marea in Halab.", ("Marea", "Halab"), "Marea"),
        ("Damascus forces shelled the town of Marea.", ("Damascus", "Marea"), "Marea"),
    ],
)
def test_where_an_event_took_place_is_told_by_what_stands_around_the_names(
    report_of: ReportOf, text: str, names: tuple[str, ...], place: str
) -> None:
    page = page_of(report_of(text))
    places = [place_of(page, name, "admin1" if name == "Halab" else "city", admin1="Halab") for name in names]
    event = only(read_events(page, (), (), places, (), WORDS))
    assert event.place is not None
    assert event.place.exact == place


def test_the_finest_place_is_that_of_what_a_report_is_about_and_no_other_event_borrows_it(report_of: ReportOf) -> None:
    page = page_of(
        report_of(
            "Air strikes killed five people in Halab province on Monday. The raids hit a mill in Marea. "
            "Nobody else was hurt there. The mill had stood for a hundred years. Shelling killed 6 people in Idlib "
            "province a week earlier. Nothing else is known. Shelling goes on near Binnish.",
            title="Five dead in air strikes",
        )
    )
    figures = count_of(page, "five people"), count_of(page, "6 people", 6)
    places = (
        place_of(page, "Halab", "admin1", admin1="Halab"),
        place_of(page, "Marea", admin1="Halab"),
        place_of(page, "Idlib", "admin1", admin1="Idlib"),
        place_of(page, "Binnish", admin1="Idlib"),
    )
    events = read_events(page, (), figures, places, (), WORDS)
    assert [(event.main, event.place.exact) for event in events if event.place] == [(True, "Marea"), (False, "Idlib")]


def test_a_sentence_that_names_no_place_tells_of_where_the_report_spoke_of_last(report_of: ReportOf) -> None:
    text = (
        "Air strikes hit a flour mill in Marea at dawn on Monday. The mill had stood there for a hundred years. "
        "The miller said that he would build it up again soon. His neighbours brought him bread and tea at noon. "
        "In Binnish families hid in their cellars all day. Two boys died when mortar shells landed."
    )
    page = page_of(report_of(text, title="Air strikes hit Marea"))
    places = place_of(page, "Marea"), place_of(page, "Binnish", admin1="Idlib")
    figures = (count_of(page, "Two", 2),)
    events = read_events(page, (), figures, places, (), WORDS)
    assert [(event.mode, event.place.exact) for event in events if event.place] == [
        ("airstrike", "Marea"),
        ("shelling", "Binnish"),
    ]


def test_where_the_report_spoke_of_last_is_where_its_last_assault_took_place(report_of: ReportOf) -> None:
    text = (
        "Air strikes hit a flour mill in Marea at dawn on Monday. The mill had stood there for a hundred years. "
        "The miller said that he would build it up again soon. His neighbours brought him bread and tea at noon. "
        "Rebels shelled the town of Binnish, 20 km from Sarmin. Two boys died when mortar shells landed."
    )
    page = page_of(report_of(text, title="Air strikes hit Marea"))
    places = [place_of(page, name, admin1="Idlib") for name in ("Marea", "Binnish", "Sarmin")]
    events = read_events(page, (), (count_of(page, "Two", 2),), places, (), WORDS)
    assert [(event.mode, event.place.exact) for event in events if event.place] == [
        ("airstrike", "Marea"),
        ("shelling", "Binnish"),
    ]


def test_land_taken_in_passing_lies_where_the_telling_that_names_it_best_puts_it(report_of: ReportOf) -> None:
    text = (
        "Air strikes killed five people in Marea on Monday. The mill had stood there for a hundred years. "
        "The miller said that he would build it up again soon. His neighbours brought him bread and tea at noon. "
        "Rebels seized six villages in Halab province, killing 6 people. Rebels also seized the hamlet of Azaz there."
    )
    page = page_of(report_of(text, title="Air strikes kill five in Marea"))
    figures = count_of(page, "five people"), count_of(page, "6 people", 6)
    places = place_of(page, "Marea"), place_of(page, "Halab", "admin1"), place_of(page, "Azaz")
    events = read_events(page, (), figures, places, (), WORDS)
    taken = only(tuple(event for event in events if event.mode == "seize-territory"))
    assert (taken.main, taken.spot) == (False, 1)


def test_a_bombing_that_is_called_a_suicide_bombing_below_is_one(report_of: ReportOf) -> None:
    text = "A bombing killed five people in the harbour. The suicide bombing came at dawn."
    assert only(read_text(report_of(text, title="Bombing kills five"))).mode == "suicide-bombing"


TOLD = "Government shelling killed 5 people at a bakery in Salaheddin on Monday, a medic said."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shelling killed 5 people, the envoy of Mali said.", None),
        ("Shelling killed 5 people, the Mali-based monitor said.", None),
        ("Shelling killed 5 people in Mali, the envoy said.", "Mali"),
    ],
)
def test_the_country_of_whoever_speaks_is_no_place_of_the_event(
    text: str, place: str | None, report_of: ReportOf
) -> None:
    page = page_of(report_of(text))
    envoy = page.anchor(spans_of(page, "the envoy of Mali" if "envoy of" in text else "said"))
    statements = (replace(said(page, "Shelling killed 5 people", "said"), source=envoy),)
    event = only(read_events(page, statements, (), (place_of(page, "Mali", kind="country", admin1=""),), (), WORDS))
    assert (event.place.exact if event.place else None) == place


def with_denial(report_of: ReportOf, denial: str, place: str = "Salaheddin") -> tuple[Event, ...]:
    """The events of a report that tells of shelling and adds a denial whose content follows "denied"."""
    page = page_of(report_of(f"{TOLD}\n\nThe army denied {denial}.", title="What the sides say"))
    deny = said(page, denial, "denied")
    statements = said(page, TOLD.removesuffix(", a medic said."), "said"), replace(deny, act=Act.DENY)
    places = [place_of(page, "Salaheddin", "district")]
    places += [place_of(page, place, admin1=place)] if place != "Salaheddin" else []
    monday = day_of(page, "Monday", date(2016, 12, 12))
    return read_events(page, statements, (count_of(page, "5 people"),), places, (monday,), WORDS)


@pytest.mark.parametrize(
    "denial", ["it had shelled the bakery", "shelling the bakery", "that its guns were shelling a bakery"]
)
def test_what_one_side_denies_and_another_tells_is_one_event_that_occurred(report_of: ReportOf, denial: str) -> None:
    event = only(with_denial(report_of, denial))
    assert (event.status, event.statement, event.date) == (Status.OCCURRED, 0, "2016-12-12")
    assert [actor.exact for actor in event.actor] == ["Government"]


def test_a_denial_of_shelling_elsewhere_is_another_event(report_of: ReportOf) -> None:
    told, denied = with_denial(report_of, "shelling a school in Homs", "Homs")
    assert (told.status, denied.status) == (Status.OCCURRED, Status.DENIED)


@pytest.mark.parametrize(
    ("denial", "status"),
    [("it had shelled a bakery", Status.DENIED), ("any role in the shelling of a bakery", Status.OCCURRED)],
)
def test_an_event_is_denied_only_where_all_that_is_told_of_it_is_denied(
    report_of: ReportOf, denial: str, status: Status
) -> None:
    page = page_of(report_of(f"The army denied on Tuesday {denial}.", title="Army speaks"))
    deny = replace(said(page, denial, "denied"), act=Act.DENY)
    assert only(read_events(page, (deny,), (), (), (), WORDS)).status is status


@pytest.mark.parametrize(
    ("sentence", "main"),
    [
        ("The harbour council is meeting to discuss the flood.", True),
        ("The harbour council held talks on the flood last week.", False),
    ],
)
def test_a_meeting_that_sits_as_the_report_is_written_is_its_subject(
    report_of: ReportOf, sentence: str, main: bool
) -> None:
    text = f"{sentence}\n\nShelling killed 5 people in Harim on Monday."
    page = page_of(report_of(text, title="Truce agreed for the harbour"))
    events = read_events(page, (), (count_of(page, "5 people"),), (), (), WORDS)
    assert [event.main for event in events if event.type is EventType.CONSULT] == [main]
    assert [event.main for event in events if event.type is EventType.ASSAULT] == [True]


def test_where_a_report_was_filed_is_not_where_it_happened(report_of: ReportOf) -> None:
    page = page_of(report_of("BEIRUT (Reuters) - Shelling killed 5 people near the mill.", title="Five dead"))
    beirut = place_of(page, "BEIRUT", admin1="Beyrouth")
    event = only(read_events(page, (), (count_of(page, "5 people"),), (beirut,), (), WORDS))
    assert event.place is None


@pytest.mark.parametrize(
    ("line", "trigger"),
    [
        ("14.12.2016 - Air strikes hit mill and school near Harim killing 5 people - Get link", "raid"),
        ("Air strikes hit mill and school near Sarmin killing 5 people at dawn on Monday in the rain", "strikes"),
    ],
)
def test_a_line_that_repeats_the_headline_is_not_the_story(report_of: ReportOf, line: str, trigger: str) -> None:
    text = f"{line}\n\nAn air raid hit the mill beside the old bakery and killed 5 bakers there."
    page = page_of(report_of(text, title="Air strikes hit mill and school near Harim killing 5 people"))
    counts = count_of(page, "5 people"), count_of(page, "5 bakers")
    (event, *_) = read_events(page, (), counts, (), (), WORDS)
    assert trigger in event.trigger.exact


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Russian air strikes hit a bakery on Monday.", "Russian"),
        ("An air strike by regime forces hit a bakery on Monday.", "regime forces"),
        ("Turkish troops shelled a bakery on Monday.", "Turkish troops"),
        ("The army backed by allied militias shelled a bakery on Monday.", "army"),
        ("A bakery was shelled on Monday in Marea.", None),
    ],
)
def test_the_doer_is_who_the_words_name(report_of: ReportOf, sentence: str, actor: str | None) -> None:
    event = only(read_text(report_of(sentence)))
    assert [anchor.exact for anchor in event.actor] == ([actor] if actor else [])


def test_both_sides_of_a_fight_are_its_doers(report_of: ReportOf) -> None:
    event = only(read_text(report_of("Clashes between Kurdish fighters and Turkish troops shook Marea on Monday.")))
    assert [anchor.exact for anchor in event.actor] == ["Kurdish fighters", "Turkish troops"]


def test_a_day_in_the_sentence_dates_the_event_and_a_dateline_does_not(report_of: ReportOf) -> None:
    page = page_of(report_of("13 December 2016 Shelling hit a bakery on Monday."))
    times = day_of(page, "13 December 2016", DAY), day_of(page, "Monday", date(2016, 12, 12))
    event = only(read_events(page, (), (), (), times, WORDS))
    assert (event.date, event.time) == ("2016-12-12", times[1].anchor)


def test_a_day_on_the_verb_of_saying_dates_nothing_while_another_day_is_named(report_of: ReportOf) -> None:
    text = "Shelling hit a bakery, a monitor said on Monday. Rain had fallen on Sunday."
    page = page_of(report_of(text))
    times = day_of(page, "Monday", date(2016, 12, 12)), day_of(page, "Sunday", date(2016, 12, 11))
    statements = (said(page, "Shelling hit a bakery", "said"),)
    assert only(read_events(page, statements, (), (), times, WORDS)).date is None
    assert only(read_events(page, statements, (), (), times[:1], WORDS)).date == "2016-12-12"


@pytest.mark.parametrize(
    ("sentence", "content", "day"),
    [
        ("The group on Monday claimed the shelling of a bakery.", "the shelling of a bakery", "2016-12-11"),
        ("The shelling of a bakery on Monday claimed the group.", "The shelling of a bakery", "2016-12-12"),
    ],
    ids=["who says it, the day, the verb", "what is said, the day, the verb"],
)
def test_a_day_between_who_says_it_and_the_verb_dates_no_event(
    report_of: ReportOf, sentence: str, content: str, day: str
) -> None:
    page = page_of(report_of(f"{sentence} The shelling hit on Sunday."))
    times = day_of(page, "Monday", date(2016, 12, 12)), day_of(page, "Sunday", date(2016, 12, 11))
    statements = (said(page, content, "claimed", "he group"),)
    assert only(read_events(page, statements, (), (), times, WORDS)).date == day


def test_a_war_is_coded_only_for_its_toll_and_lasts_until_the_report(report_of: ReportOf) -> None:
    page = page_of(report_of("The bakery has a new oven. The war has killed 70,000 people since March 2011."))
    month = TimeMention(
        page.anchor(spans_of(page, "March 2011")), TimeKind.DATE, "2011-03", date(2011, 3, 1), date(2011, 3, 31), 4
    )
    assert read_events(page, (), (), (), (month,), WORDS) == ()
    event = only(read_events(page, (), (count_of(page, "70,000", 70000),), (), (month,), WORDS))
    assert (event.trigger.exact, event.status, event.date, event.main) == (
        "war",
        Status.ONGOING,
        "2011-03/2016-12-13",
        False,
    )


def test_an_operation_said_to_be_over_is_denied_and_one_that_is_not_is_no_event(report_of: ReportOf) -> None:
    event = only(read_text(report_of("The ministry claims that all military operations in the city have ended.")))
    assert (event.type, event.mode, event.status) == (EventType.ASSAULT, "other", Status.DENIED)
    assert read_text(report_of("The ministry praised all military operations in the city.")) == ()


def test_the_statement_that_holds_the_trigger_carries_the_event(report_of: ReportOf) -> None:
    page = page_of(report_of("A monitor said air strikes hit a bakery. It rained."))
    event = only(read_events(page, (said(page, "air strikes hit a bakery", "said"),), (), (), (), WORDS))
    assert event.statement == 0


def test_killing_without_a_word_for_how_takes_the_mode_told_next(report_of: ReportOf) -> None:
    page = page_of(report_of("Soldiers killed five people in Marea. They were shot in the street.", title="Notes"))
    event = only(read_events(page, (), (count_of(page, "five"),), (), (), WORDS))
    assert event.mode == "shooting"


def test_the_first_case_has_its_nine_events(shared: Path) -> None:
    from accordingto.ingest.tables import report_of_row
    from accordingto.read.reader import Reader
    from evals.shared import gold_rows

    assert shared
    events = Reader().read(report_of_row(gold_rows("seed")[0])).events
    kinds = {(event.type.value, event.mode, event.status.value) for event in events}
    assert kinds >= {
        ("AGREE", "ceasefire", "occurred"),
        ("RETREAT", "evacuate", "planned"),
        ("CONSULT", "meeting", "ongoing"),
        ("ASSAULT", "other", "denied"),
        ("ASSAULT", "shooting", "occurred"),
        ("COERCE", "seize-territory", "occurred"),
        ("ASSAULT", "shelling", "ongoing"),
        ("ASSAULT", "other", "ongoing"),
        ("REJECT", "veto", "occurred"),
    }
    leaving = next(event for event in events if event.type is EventType.RETREAT)
    assert leaving.date == "2016-12-14"


PIECES = [
    "air strikes",
    "killed",
    "11",
    "in",
    "Aleppo",
    "\n\n",
    ".",
    "by",
    "the army",
    "will",
    "clashes",
    "between",
    "and",
    "â€™",
    '"',
    "war",
    "car bomb",
    "not",
    "ceasefire agreed",
    "Monday",
    "ال",
    "",
]
FRAGMENTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40)


@given(FRAGMENTS, st.sampled_from(["", "Air strikes kill five"]))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_the_same_twice_with_anchors_that_hold(fragments: list[str], title: str) -> None:
    report = Report.of(title=title, text=" ".join(fragments), published=DAY)
    events = read_text(report)
    assert events == read_text(report)
    for event in events:
        for anchor in (event.trigger, *event.actor, *event.recipient):
            anchor.check(report.body)
    assert sum(event.main for event in events) <= 3


@pytest.mark.parametrize(
    ("title", "type_"),
    [
        ("Five bakers die in air strikes despite ceasefire", EventType.RETREAT),
        ("Car bomb hits aid convoy near the mill", EventType.AID),
        ("Air strikes kill five as ministers hold talks", EventType.CONSULT),
        ("Shelling kills five bakers in a besieged town", EventType.COERCE),
    ],
)
def test_what_only_sets_the_scene_is_not_what_a_report_is_about(
    report_of: ReportOf, title: str, type_: EventType
) -> None:
    events = read_text(report_of("No more was known at noon.", title=title))
    assert [event.type for event in events if event.main] == [EventType.ASSAULT]
    assert type_ not in {event.type for event in events}


def test_a_bombing_told_with_where_its_victims_came_from_is_one_event(report_of: ReportOf) -> None:
    page = page_of(report_of("A car bomb killed five in Marea. The car bomb killed six from Azaz, a nurse said."))
    figures = count_of(page, "five"), count_of(page, "six", 6)
    places = place_of(page, "Marea"), place_of(page, "Azaz")
    assert only(read_events(page, (), figures, places, (), WORDS)).mode == "bombing"
