"""Figures: who was counted, what befell them, and which count is a share of which."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.read.figures import FigureWords, attach_figures, read_figures
from accordingto.read.namings import Naming, triggers_of
from accordingto.read.sentences import Page, SentenceWords, divide
from accordingto.terms.attributions import Act, Attribution, Form
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.figures import Bound, Figure, Harm
from accordingto.terms.reports import Report

LEXICON = FigureWords.load()
SENTENCES = SentenceWords.load()
SCRAPS = [
    "at least 12",
    "a",
    "woman",
    "were",
    "killed",
    "and",
    "wounded",
    "30",
    "others",
    "including",
    "three children",
]
SCRAPS += [".", "of them", "the death toll", "rose to", "dozens", "fled", "\n\n", "“", "5", "km", "no one", "soldiers"]
SCRAPS += ["as well as", "Of the", "children", "handed over", "A total of", "(", ")", "evacuated", "its members"]
SCRAPS += ["between 4 and 9", "a number of", "among", "dead", "the", "2 medics"]
ReportOf = Callable[..., Report]


def page_of(report: Report) -> Page:
    return divide(report, SENTENCES)


@pytest.fixture
def told(report_of: ReportOf) -> Callable[[str], list[tuple[str, str, str]]]:
    """Exact words, who and harm of every figure in a text."""

    def read(text: str) -> list[tuple[str, str, str]]:
        figures = read_figures(page_of(report_of(text)), LEXICON)
        return [(figure.anchor.exact, figure.who.value, figure.harm.value) for figure in figures]

    return read


Told = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The blast killed 12 people.", [("12", "people", "killed")]),
        ("Twelve fishermen's wives were wounded.", [("Twelve", "women", "injured")]),
        ("At least 12 dead as ferry is shelled", [("At least 12", "people", "killed")]),
        ("The shelling left 44 dead and 140 injured.", [("44", "people", "killed"), ("140", "people", "injured")]),
        ("A child was killed at the quay.", [("A", "children", "killed")]),
        ("A mortar round hit the quay, killing a woman.", [("a", "women", "killed")]),
        ("Another man died on Friday.", [("Another", "men", "killed")]),
        ("No one was hurt.", [("No one", "people", "injured")]),
        ("The death toll has risen to 61.", [("61", "people", "killed")]),
        (
            "The toll in an attack on ferries with families taken out of besieged ports has risen to at least 61.",
            [("at least 61", "people", "killed")],
        ),
        ("Hundreds of families fled the valley.", [("Hundreds", "people", "displaced")]),
        ("Some 3,000 civilians are trapped in the old port.", [("Some 3,000", "civilians", "trapped")]),
        ("Gunmen kidnapped nine nurses.", [("nine", "medics", "abducted")]),
        ("Five members of the White Helmets were killed.", [("Five", "aid-workers", "killed")]),
        ("Dozens of soldiers surrendered.", [("Dozens", "soldiers", "surrendered")]),
        ("Six villagers are still missing.", [("Six", "civilians", "missing")]),
        ("The army destroyed 40 militants.", [("40", "fighters", "killed")]),
        ("Shells caused 30 casualties among civilians.", [("30", "civilians", "casualties")]),
        ("The raid killed and wounded 20 people.", [("20", "people", "casualties")]),
        ("More than 2,200 evacuees arrived in the port.", [("More than 2,200", "evacuees", "evacuated")]),
        ("The blast killed 126 evacuees.", [("126", "evacuees", "killed")]),
        ("Some 3,000 residents left the two villages.", [("Some 3,000", "civilians", "evacuated")]),
        ("Buses carrying about 5000 people crossed the line.", [("about 5000", "people", "evacuated")]),
        ("They tended to 8 injured people.", [("8", "people", "injured")]),
        ("A nurse carried a wounded baby.", [("a", "children", "injured")]),
        ("25 men were shot dead and 4 beheaded.", [("25", "men", "killed"), ("4", "people", "killed")]),
        (
            "The band killed 15 guards and wounded another.",
            [("15", "soldiers", "killed"), ("another", "soldiers", "injured")],
        ),
        ("Some 470,000 may have died.", [("Some 470,000", "people", "killed")]),
        ("Nearly 8,000 civilians and fighters were trapped.", [("Nearly 8,000", "people", "trapped")]),
        ("At least 70 regime and rebel fighters were killed.", [("At least 70", "fighters", "killed")]),
        ("The navy met the rebels at sea, killing 14 of them.", [("14", "fighters", "killed")]),
        ("The rebels said a number of their members were killed.", [("a number", "fighters", "killed")]),
        (
            "Guards killed 83 injured 100 militants.",
            [("83", "fighters", "killed"), ("100", "fighters", "injured")],
        ),
        ("One of the dead was a doctor.", [("One", "medics", "killed")]),
        ("Four of the wounded later died.", [("Four", "people", "killed")]),
        ("Child killed 9 civilians injured in raid", [("9", "civilians", "injured")]),
        ("12 rebels were killed as well as 5 civilians.", [("12", "fighters", "killed"), ("5", "civilians", "killed")]),
        ("The evacuation began, 3,000 people from two villages.", [("3,000", "people", "evacuated")]),
        ("They handed over 17 captives.", [("17", "prisoners", "other")]),
        (
            "Nine rebels were killed near the port of Marea and another five outside the quarry.",
            [("Nine", "fighters", "killed"), ("five", "fighters", "killed")],
        ),
        (
            "19 fighters from the brigade and four civilians were killed.",
            [("19", "fighters", "killed"), ("four", "civilians", "killed")],
        ),
        ("The number of rebels killed in the harbour has risen to 39.", [("39", "fighters", "killed")]),
        ("It put the number of civilians killed at 13.", [("13", "civilians", "killed")]),
        ("They found 65 bodies of civilians.", [("65", "civilians", "killed")]),
        ("The blast left more than hundred wounded.", [("more than hundred", "people", "injured")]),
        ("Six school children were killed.", [("Six", "children", "killed")]),
        ("Shells killed a man his wife and two sons.", [("a", "men", "killed"), ("two", "children", "killed")]),
        ("Fires killed many hundreds of people.", [("many hundreds", "people", "killed")]),
        (
            "The army killed 17 rebels and captured two others.",
            [("17", "fighters", "killed"), ("two", "fighters", "detained")],
        ),
        ("They slew a captured soldier.", [("a", "soldiers", "killed")]),
        ("A sniper shot dead a fisherman's wife.", [("a", "women", "killed")]),
        ("Police arrested 12 suspects.", [("12", "people", "detained")]),
        ("Some 95 people were taken to hospital.", [("Some 95", "people", "injured")]),
        ("It caused cases of asphyxiation to 35 people.", [("35", "people", "injured")]),
        (
            "More than 300 died and millions forced to flee.",
            [("More than 300", "people", "killed"), ("millions", "people", "displaced")],
        ),
        ("The raid inflicted a large number of casualties.", [("a large number", "people", "casualties")]),
        ("Those killed overnight included 12 fishermen.", [("12", "civilians", "killed")]),
    ],
)
def test_a_count_is_read_with_its_people_and_their_harm(
    told: Told, text: str, figures: list[tuple[str, str, str]]
) -> None:
    assert told(text) == figures


@pytest.mark.parametrize("source", ["a medic said", "a medic confirmed", "a doctor told us"])
def test_the_one_who_tells_of_the_dead_is_none_of_them(told: Told, source: str) -> None:
    assert [words for words, *_ in told(f"Shelling killed six people, {source}.")] == ["six"]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve buses left the depot.",
        "The rocket fell 5 km from the port.",
        "On 12 March the port was attacked.",
        "The truce covers 40 percent of the valley.",
        "Two suicide bombers struck the quay.",
        "The army destroyed 4 tanks.",
        "The council adopted resolution 2268.",
        "Fifteen soldiers marched past the harbour.",
        "It was one of the worst raids, residents of the killed said.",
        "A man told the council that planes had come.",
        "The convoy of 31 lorries was evacuated.",
        "Related Blast Kills 12 at Harbour",
        "One resident told us of two besieged towns.",
        "The lorries brought aid for 78,000 people trapped by snow.",
        "Nobody will leave.",
        "They released pictures of four firemen at work.",
        "On 17 Aug 2014 militants were killed.",
        "Mon Nov 7 2016 Child Killed by Shells",
        "There were no details of casualties.",
        "Several of the 2,000 rebels refused to leave the port.",
        "A raid on Oct. 18 promising all the rebels their death.",
    ],
)
def test_what_is_no_count_of_harmed_people_is_left_out(told: Told, text: str) -> None:
    assert told(text) == []


def test_in_a_text_that_lost_its_commas_each_count_keeps_its_own_harm(told: Told) -> None:
    assert told("Raids killed 14 jihadists 5 civilians and wounded 7 others.") == [
        ("14", "fighters", "killed"),
        ("5", "civilians", "killed"),
        ("7", "civilians", "injured"),
    ]


def test_a_verb_between_two_counts_belongs_to_the_one_it_can_serve(told: Told) -> None:
    assert told("Mortars killed 10 injured 16 in the port") == [("10", "people", "killed"), ("16", "people", "injured")]
    assert told("10 killed 16 injured in the port") == [("10", "people", "killed"), ("16", "people", "injured")]


def test_others_are_whom_the_noun_before_them_names(told: Told) -> None:
    assert told("Four policemen were killed and six others were wounded.")[1] == ("six", "police", "injured")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some 3,000 people arrived in the port.", [("Some 3,000", "people", "evacuated")]),
        ("Around 5,000 residents had been waiting at the quay.", [("Around 5,000", "civilians", "trapped")]),
        ("Some 3,000 are due to follow by bus.", [("Some 3,000", "people", "evacuated")]),
        (
            "The first group included 2,350 people, 450 of them rebels.",
            [("2,350", "people", "evacuated"), ("450", "fighters", "evacuated")],
        ),
        ("About 16,000 people live in the two towns of the deal.", []),
    ],
)
def test_in_a_report_of_an_evacuation_those_who_arrive_or_wait_are_counted(
    told: Told, text: str, figures: list[tuple[str, str, str]]
) -> None:
    began = "The evacuation had been halted. The evacuation of the towns went on at noon. Buses evacuated the ill."
    assert told(f"{began} {text}") == figures
    assert told(text) != figures or not figures


def test_others_after_children_are_people(told: Told) -> None:
    assert told("Two children were killed and six others were wounded.")[1] == ("six", "people", "injured")


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("Strikes killed 82 people, including 11 women and 13 children.", [None, 0, 0]),
        ("Strikes killed 82 people, 13 of them children.", [None, 0]),
        ("Nine civilians including three children were killed and 4 others were wounded.", [None, 0, None]),
        ("The raid killed 25 people. Of those killed six were children.", [None, 0]),
        ("2 medics among at least 31 dead in port", [1, None]),
        ("At least 68 children were among the 126 people killed.", [1, None]),
        ("Five men of one family including a boy were killed.", [None, 0]),
        ("86 people — 27 of them children — were killed.", [None, 0]),
        ("The raid killed 25 people. Two of the dead were women.", [None, 0]),
        ("Raids killed 14 jihadists and five civilians.", [None, None]),
        ("The toll climbed to 112, with 98 of the dead coming from the port.", [None, 0]),
        ("Of the 126 dead, 80 were children.", [None, 0]),
        ("Four people died: two women, a man and a child.", [None, 0, 0, 0]),
        ("Among the dead were 68 children and 13 women.", [None, None]),
        ("Raids killed 25 people. Among the dead in the port of Marea were a woman and a child.", [None, 0, 0]),
        ("Three children and two women were among the dead.", [None, None]),
        ("Raids killed 25 people. The monitor said three children and two women were among the dead.", [None, 0, 0]),
        ("The raid killed 76 children. Two of the dead were women.", [None, None]),
        ("The raid killed 25 people, many of them children.", [None]),
        ("A raid killed 60 people. He said 20 of them had died at sea.", [None, 0]),
    ],
)
def test_a_share_points_to_its_whole(report_of: ReportOf, text: str, wholes: list[int | None]) -> None:
    assert [figure.part_of for figure in read_figures(page_of(report_of(text)), LEXICON)] == wholes


def test_a_bound_leaves_its_open_side_unknown(report_of: ReportOf) -> None:
    (figure,) = read_figures(page_of(report_of("At least 82 civilians were killed.")), LEXICON)
    assert (figure.low, figure.high, figure.bound) == (82, None, Bound.AT_LEAST)


def test_the_first_case_adds_up_to_82_and_never_to_106(shared: Path) -> None:
    row = json.loads((shared / "gold" / "seed.reports.jsonl").read_text(encoding="utf-8"))
    figures = read_figures(page_of(Report.of(title=row["title"], text=row["text"])), LEXICON)
    killed = [figure for figure in figures if figure.harm is Harm.KILLED]
    assert [(figure.low, figure.part_of is None) for figure in killed] == [(82, True), (11, False), (13, False)]
    assert [figure.low for figure in figures if figure.harm is Harm.TRAPPED] == [20000, 100, 100000]


def said(page: Page, words: str) -> Attribution:
    start = page.body.index(words)
    content = page.anchor((start, start + len(words)))
    return Attribution(None, (), None, content, Form.INDIRECT, Act.ASSERT, None)


def happened(page: Page, words: str, kind: EventType, *, main: bool = False) -> Event:
    start = page.body.index(words)
    return Event(kind, None, page.anchor((start, start + len(words))), Status.OCCURRED, main=main)


def test_a_figure_is_carried_by_the_innermost_statement(report_of: ReportOf) -> None:
    page = page_of(report_of("The clinic said the mayor had told it 12 people were killed."))
    statements = (said(page, "the mayor had told it 12 people were killed"), said(page, "12 people were killed"))
    (figure,) = attach_figures(read_figures(page, LEXICON), statements, (), page)
    assert figure.statement == 1


def test_a_figure_in_the_outlets_own_voice_has_no_statement(report_of: ReportOf) -> None:
    page = page_of(report_of("Twelve people were killed. The mayor said nothing else."))
    (figure,) = attach_figures(read_figures(page, LEXICON), (said(page, "nothing else"),), (), page)
    assert figure.statement is None


def test_a_figure_hangs_on_the_event_that_does_such_harm(report_of: ReportOf) -> None:
    page = page_of(report_of("The shelling killed 12 people as the evacuation of 300 people began."))
    events = (happened(page, "evacuation", EventType.RETREAT), happened(page, "shelling", EventType.ASSAULT))
    killed, moved = attach_figures(read_figures(page, LEXICON), (), events, page)
    assert (killed.event, moved.event) == (1, 0)


def test_the_dead_of_a_whole_war_hang_on_no_incident(report_of: ReportOf) -> None:
    text = "The shelling went on at dusk. Since that spring 90,000 people, including 9,000 children, were killed."
    page = page_of(report_of(text))
    events = (happened(page, "shelling", EventType.ASSAULT, main=True),)
    figures = attach_figures(read_figures(page, LEXICON), (), events, page)
    assert [(figure.low, figure.event) for figure in figures] == [(90_000, None), (9_000, None)]


@pytest.mark.parametrize(
    ("text", "event"),
    [("The shelling went on. Some 300 people are trapped.", None), ("300 people are trapped by the shelling.", 0)],
)
def test_the_trapped_hang_on_a_shelling_only_where_one_sentence_tells_both(
    text: str, event: int | None, report_of: ReportOf
) -> None:
    page = page_of(report_of(text))
    events = (happened(page, "shelling", EventType.ASSAULT, main=True),)
    (figure,) = attach_figures(read_figures(page, LEXICON), (), events, page)
    assert (figure.harm, figure.event) == (Harm.TRAPPED, event)


def test_a_figure_without_an_event_in_its_sentence_hangs_on_the_main_one(report_of: ReportOf) -> None:
    page = page_of(report_of("A shelling hit the port. In all 12 people were killed."))
    events = (happened(page, "shelling", EventType.ASSAULT, main=True),)
    (figure,) = attach_figures(read_figures(page, LEXICON), (), events, page)
    assert figure.event == 0


def invented(text: str) -> Page:
    return page_of(Report.of(title="", text=text))


@settings(max_examples=200)
@given(st.lists(st.sampled_from(SCRAPS) | st.text(max_size=8), max_size=30).map(" ".join))
def test_on_any_text_anchors_are_right_bounds_in_order_and_shares_in_range(text: str) -> None:
    page = invented(text)
    figures = read_figures(page, LEXICON)
    for number, figure in enumerate(figures):
        figure.anchor.check(page.body)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.anchor.exact == page.body[figure.anchor.start : figure.anchor.end]
        assert figure.part_of is None or (0 <= figure.part_of < len(figures) and figure.part_of != number)


@settings(deadline=None)  # the lexicon is loaded anew each time
@given(st.lists(st.sampled_from(SCRAPS), max_size=30).map(" ".join))
def test_the_same_text_is_always_read_the_same(text: str) -> None:
    first: tuple[Figure, ...] = read_figures(invented(text), LEXICON)
    assert first == read_figures(invented(text), FigureWords.load())


def test_a_figure_hangs_on_the_event_that_any_word_of_its_sentence_names(report_of: ReportOf) -> None:
    page = page_of(report_of("A mine went off in the port. Jets bombed the mill. That raid killed 12 people."))
    mine, raid = (happened(page, words, EventType.ASSAULT, main=words == "mine") for words in ("mine", "bombed"))
    again = Naming(page.body.index("raid"), EventType.ASSAULT, 1)
    (figure,) = attach_figures(read_figures(page, LEXICON), (), (mine, raid), page, [*triggers_of((mine, raid)), again])
    assert figure.event == 1
