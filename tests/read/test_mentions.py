"""Which mentions name one voice. Every sentence here is invented; the bodies and outlets named are real ones."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.read.attributions import AttributionWords, read_attributions
from accordingto.read.mentions import MentionWords, read_mentions
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.taggers import LexiconTagger
from accordingto.terms.attributions import Attribution
from accordingto.terms.entities import Entity, EntityKind
from accordingto.terms.reports import Report

TAGGER = LexiconTagger.load()
ATTRIBUTIONS = AttributionWords.load()
MENTIONS = MentionWords.load()
SENTENCES = SentenceWords.load()
ReportOf = Callable[..., Report]


def voices_of(report: Report) -> tuple[tuple[Entity, ...], tuple[Attribution, ...]]:
    page = divide(report, SENTENCES)
    return read_mentions(page, read_attributions(page, TAGGER.tag(page), ATTRIBUTIONS), MENTIONS)


def names_of(entity: Entity) -> list[str]:
    return [mention.exact for mention in entity.mentions]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "The envoy Maha Darwish said it was over. She said nobody had left.",
            "The envoy Maha Darwish",
            ["The envoy Maha Darwish", "She"],
        ),
        (
            "Mayor Karim Nader said the road was open. Nader said the well was dry.",
            "Mayor Karim Nader",
            ["Mayor Karim Nader", "Nader"],
        ),
        (
            "The Syrian Observatory for Human Rights said nine died. SOHR said two were children. "
            "The group said more were hurt.",
            "The Syrian Observatory for Human Rights",
            ["The Syrian Observatory for Human Rights", "SOHR", "The group"],
        ),
        (
            "Nine people died a monitor said. The Syrian Observatory for Human Rights said two were children.",
            "The Syrian Observatory for Human Rights",
            ["a monitor", "The Syrian Observatory for Human Rights"],
        ),
        (
            "Norway's ambassador to the UN said it was over. Ingrid Solberg also said that nobody had left. "
            "The Norwegian ambassador said the talks went on.",
            "Ingrid Solberg",
            ["Norway's ambassador to the UN", "Ingrid Solberg", "The Norwegian ambassador"],
        ),
        (
            "A police source said two shops burned. The source said nobody was hurt.",
            "A police source",
            ["A police source", "The source"],
        ),
    ],
)
def test_one_voice_keeps_all_its_names(report_of: ReportOf, text: str, name: str, mentions: list[str]) -> None:
    [entity], statements = voices_of(report_of(text))
    assert (entity.name, names_of(entity)) == (name, mentions)
    assert {said.entity for said in statements} == {0}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('A doctor said nine died. "We could not help," said Ahmed Khalil, 34.', "an age and no other introduction"),
        ("A doctor said nine died. Dr Ahmed Khalil said the ward was full.", "a form of address for the same work"),
        ("A resident said it went on. Samira Haddad, a resident, said nobody slept.", "introduced by the same word"),
        ("An army spokesman said nobody was hurt. Colonel Peter Brandt said it was checked.", "an officer with a rank"),
    ],
)
def test_a_description_followed_by_its_speakers_name_is_one_voice(report_of: ReportOf, first: str, second: str) -> None:
    [entity], statements = voices_of(report_of(first))
    assert entity.kind is EntityKind.PERSON, second
    assert len(statements) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Abdul Ilah al-Fahd, the head of the council of elders in the town, said it was over. Fahd said nobody left.",
        "The head of the office for Tracing, Maha Darwish, said it was over. Darwish said nobody had left.",
        "The governor of Hatay Ercan Topaca said it was over. Topaca said nobody had left.",
        "Ban Ki-moon said it was over. Ban said nobody had left.",
        "Ahmed, 27, said it was over. Ahmed said nobody had left.",
        "Fatima, a mother of three, said it was over. Fatima said nobody had left.",
        "Safwan al-Jandali said it was over. Jandalai said nobody had left.",
        "General Karim Nader said it was over. The general said nobody had left.",
        "Nasr Odeh, the head of the relief office, said it was over. The official said nobody had left.",
        "Foreign Minister Karim Nader said it was over. Norway's foreign minister said nobody had left.",
    ],
)
def test_a_person_is_found_again_by_a_short_name_or_a_title(report_of: ReportOf, text: str) -> None:
    [entity], _ = voices_of(report_of(text))
    assert len(entity.mentions) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian state TV said it was over. State television said nobody had left.",
        "Iran's Press TV said it was over. Press Television said nobody had left.",
        "The Harbour Relief Committee (HRC) said it was over. HRC said nobody had left.",
        "The Northern Aid Network said it was over. NAN said nobody had left.",
        "Turkish authorities said it was over. Turkey said nobody had left. Ankara said the road was open.",
        "The Haberturk newspaper said it was over. Haberturk said nobody had left.",
        "The official SANA news agency said it was over. SANA said nobody had left.",
        "SOHR said it was over. The British-based monitoring group, which has its own sources, said two were children.",
        "The Norwegian Institute of Justice said it was over. The institute said nobody had left.",
        "The Norwegian army said in a statement that it was over. The statement said nobody had left.",
        "A statement by the Norwegian army said it was over. The army said nobody had left.",
        "State media said it was over. Syrian state media said nobody had left.",
        "UNHCR said it was over. The agency said nobody had left.",
        "Hospital staff said it was over. The staff said nobody had left.",
        "A police source said the bridge was closed on Monday. A police source said the bridge was closed on Monday.",
    ],
)
def test_a_body_is_found_again_under_its_other_forms(report_of: ReportOf, text: str) -> None:
    [entity], statements = voices_of(report_of(text))
    assert len(entity.mentions) == len(statements) > 1


def test_what_a_headline_leaves_unnamed_the_lead_tells_of_again(report_of: ReportOf) -> None:
    [entity], _ = voices_of(report_of("An official said nine died.", title="Nine killed, says official"))
    assert names_of(entity) == ["official", "An official"]


def test_the_source_is_the_last_one_that_was_called_so(report_of: ReportOf) -> None:
    _, statements = voices_of(
        report_of(
            "A police source said it was over. The source said nobody left. A medical source said two were hurt. "
            "The source said one was a child. The police source said the road was open."
        )
    )
    assert [said.entity for said in statements] == [0, 0, 1, 1, 0]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian ambassador said it was over. The Swedish ambassador said it was not.",
        "Karim Nader said it was over. Ingrid Solberg said it was not.",
        "A police source said it was over. A medical source said it was not.",
        "Norway's ambassador said it was over. Karim Nader said it was not.",
        "SANA said it was over. UNICEF said it was not.",
        "An AFP correspondent said it was over. AFP said it was not.",
        "The World Health Organization said it was over. The Harbour Health Organization said it was not.",
        "The army said it was over. The Turkish army said it was not.",
        "The army's spokesman said it was over. The coalition spokesman said it was not.",
        "The Russian foreign minister said it was over. The Russian defence minister said it was not.",
        "Karim Nader said it was over. Maha Nader said it was not.",
        "The United Nations said it was over. The UN Commission of Inquiry on Syria said it was not.",
        "SOHR said it was over. The Harbour Documentation Centre, an NGO, said it was not.",
        "A source said it was over. Another source said it was not.",
    ],
)
def test_two_voices_stay_two(report_of: ReportOf, text: str) -> None:
    entities, statements = voices_of(report_of(text))
    assert [said.entity for said in statements] == [0, 1]
    assert len(entities) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("SOHR", "The Britain-based Syrian Observatory for Human Rights"),
        ("The U.N. human rights office", "OHCHR"),
        ("The AFP news agency", "Agence France Presse"),
        ("Moscow", "Russia"),
    ],
)
def test_a_named_voice_has_one_key_in_every_report(report_of: ReportOf, first: str, second: str) -> None:
    keys = {voices_of(report_of(f"{name} said nine people died."))[0][0].key for name in (first, second)}
    assert len(keys) == 1
    assert None not in keys


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A military source said nine people died.", EntityKind.UNNAMED),
        ("Activists said nine people died.", EntityKind.UNNAMED),
        ("UNICEF said nine people died.", EntityKind.BODY),
        ("The Reuters news agency said nine people died.", EntityKind.OUTLET),
        ("Maha Darwish said nine people died.", EntityKind.PERSON),
        ("The Norwegian ambassador said nine people died.", EntityKind.OFFICE),
    ],
)
def test_a_voice_is_of_a_kind_and_only_named_ones_have_a_key(report_of: ReportOf, text: str, kind: EntityKind) -> None:
    [entity], _ = voices_of(report_of(text))
    assert entity.kind is kind
    assert (entity.key is None) == (kind is EntityKind.UNNAMED)


def test_office_country_and_organisation_are_what_the_words_say(report_of: ReportOf) -> None:
    [entity], _ = voices_of(report_of("Norway's ambassador to the UN, Ingrid Solberg, said it was over."))
    assert (entity.office, entity.country, entity.organisation) == ("ambassador", "Norway", "united-nations")
    assert entity.side is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SOHR, a monitor based in Britain, said nine died.", "SOHR"),
        ("The UN, which runs the camp, said nine died.", "The UN"),
        ("Maha Darwish, who lost her house, said nine died.", "Maha Darwish"),
    ],
)
def test_a_name_is_shown_without_what_only_explains_it(report_of: ReportOf, text: str, name: str) -> None:
    assert voices_of(report_of(text))[0][0].name == name


def test_links_are_voices_too(report_of: ReportOf) -> None:
    entities, [said] = voices_of(report_of("The guard told Reuters that nobody had left."))
    assert [(entity.name, entity.kind) for entity in entities][1] == ("Reuters", EntityKind.OUTLET)
    assert said.entity == 0


def test_a_hidden_source_is_no_voice(report_of: ReportOf) -> None:
    entities, [said] = voices_of(report_of("The army has reportedly left the town."))
    assert (entities, said.entity) == ((), None)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["He said", "SOHR said", "the", "it", ".", "a source told", "AFP", "Bob", "軍", "\x00", "’s", "They say"]
        )
    ).map(" ".join)
)
def test_every_source_has_a_voice_and_every_mention_stands_in_the_text(text: str) -> None:
    report = Report.of(title="", text=text)
    entities, statements = voices_of(report)
    assert all((said.entity is None) == (said.source is None) for said in statements)
    for said in statements:
        assert said.entity is None or said.source in entities[said.entity].mentions
    for mention in (mention for entity in entities for mention in entity.mentions):
        mention.check(report.body)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Rebels said jets pounded the hills near Marla, which rebels say is a stronghold of the army.", [[], []]),
        ("The ministry announced the loss of the helicopter, which it said carried three crew.", [[], []]),
        ("The mayor said the baker told him that the mill was on fire.", [[], ["The mayor"]]),
    ],
)
def test_a_voice_is_no_link_to_itself(report_of: ReportOf, text: str, links: list[list[str]]) -> None:
    _, statements = voices_of(report_of(text))
    assert [[link.exact for link in said.via] for said in statements] == links
