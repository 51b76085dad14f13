"""Every error the package raises on purpose, drawn as a tree.

AccordingToError
├── InputError            something handed in cannot be used as it is
│   ├── UnreadableFile    the bytes cannot be read, or are not text
│   ├── EmptyReport       a report without words
│   ├── BrokenLine        one line of a table is not what its kind of file asks for
│   ├── BadDate           a day or a moment that cannot be understood
│   ├── BadCast           a table of actors that says something impossible: the file, the actor, the key
│   ├── BadReview         a decision that cannot be made, and why not
│   ├── BadUser           a name, a role or a password that cannot be used, and why not
│   ├── TooMuch           more reports at once than are taken in one go
│   ├── UnknownFormat     no reader for this kind of file, or a column that is not there
│   └── NoGazetteer       a file that lists no places in a form we know, or a line of it that breaks the form
├── MissingAnchor         words that should stand in a report do not stand there
├── RecordError           the case file cannot be used
│   ├── NotACase          a file that is not a case
│   ├── NewerCase         a case written by a later version
│   ├── NotCatalogued     a case that an earlier version compared, without the rows that pages are made of
│   ├── TooLarge          a case that is too large for what was asked of it, and what to do instead
│   ├── Busy              another program holds the case
│   ├── Overtaken         somebody else decided about the same thing first
│   ├── StillBlind        a round of coding hides what its coders say until the last has finished
│   └── NothingFound      no report, incident, review or claim under that id
│       ├── Unclear       several things go by what was asked for
│       └── Moved         an incident went by that id once, and its accounts stand in others now, or in none
└── SettingsError         a flag, a variable or a settings file says something impossible

Each message says what happened, where, and what to do about it.
"""


class AccordingToError(Exception):
    """Anything the package refuses to do, with the reason and the remedy in its message."""


class InputError(AccordingToError):
    """Something handed in cannot be used as it is."""


class UnreadableFile(InputError):
    """The bytes of a file cannot be read, or are not text."""


class EmptyReport(InputError):
    """A report without words: nothing can stand on it."""


class BrokenLine(InputError):
    """One line of a table is not what its kind of file asks for."""


class BadDate(InputError):
    """A day or a moment that cannot be understood."""


class BadCast(InputError):
    """A table of actors that cannot be used as it is: which actor and key, and what was expected there."""


class BadReview(InputError):
    """A decision of a person that cannot be made: who, what, and why not."""


class BadUser(InputError):
    """A name, a role or a password of somebody who is to sign in that cannot be used as it is."""


class TooMuch(InputError):
    """More reports at once than are taken in one go."""


class UnknownFormat(InputError):
    """No reader for this kind of file, or a named column is not in it."""


class NoGazetteer(InputError):
    """A file lists no places in a form we know, or one line of it breaks the form."""


class MissingAnchor(AccordingToError):
    """Words that should stand in a report do not stand there."""


class RecordError(AccordingToError):
    """The case file cannot be used."""


class NotACase(RecordError):
    """The file exists and is not a case of ours."""


class NewerCase(RecordError):
    """The case was written by a later version of the package."""


class NotCatalogued(RecordError):
    """The case was compared by an earlier version: the rows that pages are made of are not there yet."""


class TooLarge(RecordError):
    """What was asked takes the whole case, which has too many reports for it."""


class Busy(RecordError):
    """Another program has held the case for longer than one waits."""


class Overtaken(RecordError):
    """Somebody else decided about the same thing since it was looked at: what they changed stands in the message."""


class StillBlind(RecordError):
    """A round of coding hides what its coders say until the last has finished, or its editor closes it."""


class NothingFound(RecordError):
    """No report, incident, review or claim stands under that id."""


class Unclear(NothingFound):
    """Several things go by what was asked for: more of the id is needed."""


class Moved(NothingFound):
    """An incident went by that id once. `successors` are the ids of those that hold its accounts now, if any does."""

    def __init__(self, words: str, successors: tuple[str, ...], report_ids: tuple[str, ...]) -> None:
        super().__init__(words)
        self.successors, self.report_ids = successors, report_ids


class SettingsError(AccordingToError):
    """A flag, a variable or a settings file says something impossible."""
