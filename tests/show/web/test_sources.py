"""A source's page shows some of each agreement, its own words among them, and says how many more there are."""

from accordingto.show.web.desk import Desk, Home
from accordingto.show.web.pages import sources
from accordingto.show.web.pages.sources import source_page
from accordingto.terms.findings import About, Agreement, AgreementKind, Side
from accordingto.terms.spans import Anchor, Span

HOME = Home("aleppo")


def side(name, number):
    return Side("r", Anchor("r", (Span(number, number + 1),), "x"), (name,))


def test_one_of_its_own_sides_comes_first_and_no_other_before_what_others_say():
    own, others = [side("Mira", n) for n in (1, 2)], [side("Omar", 3), side("Lina", 4)]
    one = Agreement(AgreementKind.CONTRADICTION, About.KILLED, (others[0], *own, others[1]), "they differ")
    (ordered,) = sources._own_first([one], ("Mira", "Mira Haddad"))
    assert ordered.sides == (own[0], *others, own[1])
    assert sources._own_first([one], ("Nobody",)) == (one,)


def test_sides_that_are_not_shown_are_counted(case, monkeypatch):
    keys = [voice.key for voice in case.catalogue().voices((), 0, 1000).items]
    whole = {key: source_page(Desk(case), HOME, key) for key in keys}
    monkeypatch.setattr(sources, "SIDES_SHOWN", 1)
    cut = 0
    for key, page in whole.items():
        for before, after in zip(page.contradicted, source_page(Desk(case), HOME, key).contradicted, strict=True):
            assert len(after.sides) == 1
            assert (after.about, after.why) == (before.about, before.why)
            assert after.more >= before.more
            cut += after.more
    assert cut


def test_statements_go_on_on_the_next_page_and_none_is_lost(case, monkeypatch):
    voice = case.catalogue().voices((), 0, 1).items[0]
    whole = source_page(Desk(case), HOME, voice.key)
    monkeypatch.setattr(sources, "SAID_SHOWN", 1)
    pages = [source_page(Desk(case), HOME, voice.key, number) for number in range(1, whole.total + 1)]
    assert [quote for page in pages for quote in page.said] == list(whole.said)
    assert {page.total for page in pages} == {voice.statements}
