"""What is taken along says "reported" and "according to", whose words it is, and where they can be found again."""

import re
from datetime import date

import pytest

from accordingto import Reader
from accordingto.show.clippings import claim_clippings, claim_sentence, report_citation
from accordingto.terms.claims import ClaimKind
from accordingto.terms.reports import Report

REPORT = Report.of(
    title="Mill shelled",
    text="At least 12 people, including three children, were killed when shells hit a mill in Idlib on Monday, medics "
    "said.\n\nThe medics blamed government forces. The government denied shelling Idlib.\n\nThe ministry believes that "
    "40 people were injured.\n\nAmbulances will leave on Wednesday, the medics said.",
    outlet="The Lamp (invented)",
    published=date(2016, 11, 15),
    ref="lamp-1",
)


@pytest.fixture(scope="module")
def reading():
    return Reader().read(REPORT)


def _sentences(reading, kind):
    return [claim_sentence(reading, one.kind, one.index) for one in reading.claims if one.kind is kind]


def test_a_count_is_reported_by_its_words_and_its_voice(reading):
    assert _sentences(reading, ClaimKind.FIGURE)[0] == (
        "12 or more people reported killed (“At least 12”), according to the medics, as reported by The Lamp "
        "(invented) (15 November 2016)."
    )


def test_a_share_says_of_what_so_that_nobody_adds_it(reading):
    assert "3 children reported killed (“three”), among “At least 12”" in _sentences(reading, ClaimKind.FIGURE)[1]


def test_what_a_voice_holds_back_is_said(reading):
    assert "40 people reported injured (said to be likely)" in _sentences(reading, ClaimKind.FIGURE)[2]


def test_blame_is_told_as_told(reading):
    told = " ".join(_sentences(reading, ClaimKind.BLAME))
    assert "overnment forces reported to be held responsible, according to" in told


def test_an_event_and_an_announcement_have_their_sentences(reading):
    event = _sentences(reading, ClaimKind.EVENT)[0]
    assert re.match(r"Assault \(shelling\), Idlib, 14 November 2016: reported to have happened, according to", event)
    coming = _sentences(reading, ClaimKind.COMMITMENT)[0]
    assert coming.startswith("Reported to be coming: “Ambulances will leave”, due by 16 November 2016")


def test_a_quotation_can_be_found_again(reading):
    figure = next(one for one in reading.claims if one.kind is ClaimKind.FIGURE)
    _, quotation = claim_clippings(reading, figure.kind, figure.index)
    start, end = map(int, re.search(r"characters (\d+) to (\d+)", quotation.text).groups())
    words = REPORT.body[start:end]
    assert words.startswith("At least 12 people")
    assert quotation.text.startswith(f"“{words}” (The medics, in: The Lamp (invented), “Mill shelled”")
    assert f"report {REPORT.id} (lamp-1)" in quotation.text


def test_no_clipping_says_true_or_false(reading):
    told = " ".join(c.text for one in reading.claims for c in claim_clippings(reading, one.kind, one.index))
    assert not re.search(r"\b(?:true|false|fact|proven|confirmed)\b", told)


def test_a_citation_has_the_hash_of_the_text():
    assert report_citation(REPORT, "http://127.0.0.1:8070").text == (
        f"The Lamp (invented), “Mill shelled”, 15 November 2016, report {REPORT.id} (lamp-1). "
        f"http://127.0.0.1:8070/reports/{REPORT.id}"
    )
