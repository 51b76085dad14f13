"""The reader: a report goes in, a reading comes out; no database, no network, no clock, the same every time."""

from dataclasses import dataclass, replace

from accordingto.read.attributions import AttributionWords, read_attributions
from accordingto.read.authors import BlameWords
from accordingto.read.blame import read_blame, with_authors
from accordingto.read.claims import ClaimWords, read_claims
from accordingto.read.commitments import CommitmentWords, read_commitments
from accordingto.read.events import EventWords, tell_events
from accordingto.read.figures import FigureWords, attach_figures, read_figures
from accordingto.read.gazetteer import Gazetteer
from accordingto.read.languages import LanguageWords, language_notes
from accordingto.read.lexicons import lexicons_version
from accordingto.read.mentions import MentionWords, read_mentions
from accordingto.read.parties import read_parties
from accordingto.read.places import PlaceWords, read_places
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.taggers import LearnedTagger, Tagger
from accordingto.read.times import TimeWords, read_times
from accordingto.read.wholes import excess_notes
from accordingto.terms.casts import Cast
from accordingto.terms.general import general_cast
from accordingto.terms.ids import content_id
from accordingto.terms.places import Place
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report

NAME = "accordingto"
VERSION = "2"


@dataclass(frozen=True, slots=True)
class Lexicons:
    """Every list of words that reading uses, one table a module, and the cast among them.

    `version` names all of them in a reader's settings: another cast makes another reader.
    """

    version: str
    sentences: SentenceWords
    languages: LanguageWords
    attributions: AttributionWords
    mentions: MentionWords
    figures: FigureWords
    events: EventWords
    blame: BlameWords
    places: PlaceWords
    times: TimeWords
    commitments: CommitmentWords
    claims: ClaimWords

    @classmethod
    def load(cls, cast: Cast | None = None) -> "Lexicons":
        """The lists that ship, with this cast or with the general one."""
        return cls(
            _version(cast),
            SentenceWords.load(),
            LanguageWords.load(),
            AttributionWords.load(),
            MentionWords.load(cast),
            FigureWords.load(),
            EventWords.load(cast),
            BlameWords.load(cast),
            PlaceWords.load(),
            TimeWords.load(),
            CommitmentWords.load(),
            ClaimWords.load(),
        )

    def with_cast(self, cast: Cast) -> "Lexicons":
        """The same lists with another cast."""
        events, blame = EventWords.load(cast), BlameWords.load(cast)
        return replace(self, version=_version(cast), mentions=MentionWords.load(cast), events=events, blame=blame)


def _version(cast: Cast | None) -> str:
    return content_id("lexicons", lexicons_version(), (cast or general_cast()).version)


class Reader:
    """Reads reports. It is handed its lexicons, gazetteer and tagger, or takes the ones that ship.

    `cast` is who is who in the case: a case's own with the general one (`case.cast()`), else the general one alone.

    `Reader(tagger=LexiconTagger.load())` reads by rules alone: four times as fast, and finds fewer statements.
    """

    def __init__(
        self,
        *,
        lexicons: Lexicons | None = None,
        gazetteer: Gazetteer | None = None,
        tagger: Tagger | None = None,
        cast: Cast | None = None,
    ) -> None:
        self._words = lexicons.with_cast(cast) if lexicons and cast else lexicons or Lexicons.load(cast)
        self._gazetteer = gazetteer or Gazetteer.load()
        self._tagger = tagger or LearnedTagger.load()
        settings = content_id("settings", self._words.version, self._gazetteer.version, self._tagger.version)
        self._name = ReaderName(NAME, VERSION, settings[:12])

    @property
    def name(self) -> ReaderName:
        """Who reads: readings of one report by readers of one name are the same."""
        return self._name

    def read_places(self, report: Report) -> tuple[Place, ...]:
        """The places that `read` finds, at a fraction of its cost."""
        return read_places(divide(report, self._words.sentences), self._words.places, self._gazetteer)

    def read(self, report: Report) -> Reading:
        """All that this reader finds in the report."""
        words = self._words
        page = divide(report, words.sentences)
        tags = self._tagger.tag(page)
        times = read_times(page, words.times)
        places = read_places(page, words.places, self._gazetteer)
        statements = read_attributions(page, tags, words.attributions)
        entities, statements = read_mentions(page, statements, words.mentions)
        figures = read_figures(page, words.figures)
        events, namings = tell_events(page, statements, figures, places, times, words.events)
        figures = attach_figures(figures, statements, events, page, namings)
        blame = read_blame(page, statements, events, words.blame, namings)
        events = with_authors(events, blame)
        parties = read_parties(page, entities, events, blame, words.mentions)
        entities, events, blame = parties.entities, parties.events, parties.blame
        announcements = read_commitments(page, statements, events, times, words.commitments)
        notes = language_notes(page, words.languages) + excess_notes(figures)
        reading = Reading(
            report, self.name, statements, entities, events, figures, blame, announcements, places, times, notes=notes
        )
        return replace(reading, claims=read_claims(reading, words.claims))
