"""Reports: one text as one outlet published it."""

from datetime import UTC, date, datetime

from accordingto.terms.reports import Report


def test_the_same_words_from_the_same_outlet_on_the_same_day_are_one_report():
    first = Report.of(title="Shells hit Dera", text="Two died.", outlet="post", published=date(2016, 1, 2), ref="a1")
    again = Report.of(title="Shells hit Dera", text="Two died.", outlet="post", published=date(2016, 1, 2), ref="b7")
    assert first.id == again.id
    assert first == again


def test_another_outlet_is_another_report():
    texts = {"title": "Shells hit Dera", "text": "Two died."}
    assert Report.of(**texts, outlet="post").id != Report.of(**texts, outlet="herald").id


def test_the_dateline_in_the_text_beats_the_day_of_publication():
    report = Report.of(title="t", text="April 18 2017 ...", published=date(2017, 4, 21), written=date(2017, 4, 18))
    assert report.day == date(2017, 4, 18)


def test_a_moment_of_publication_counts_as_its_day_and_no_date_as_none():
    assert Report.of(title="t", text="x", published=datetime(2017, 4, 21, 23, tzinfo=UTC)).day == date(2017, 4, 21)
    assert Report.of(title="t", text="x").day is None


def test_people_call_a_report_by_its_own_id_or_a_speakable_one():
    assert Report.of(title="t", text="x", ref="fr-12").name == "fr-12"
    assert len(Report.of(title="t", text="x").name) == 11
