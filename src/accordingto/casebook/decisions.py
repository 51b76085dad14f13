"""Decisions: what people say of accounts and of finds, each kept in one transaction with all that it changes."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from accordingto.casebook.aftermaths import keep_and_follow
from accordingto.casebook.answers import Decided
from accordingto.casebook.finds import latest_word, reports_told_of
from accordingto.casebook.presents import PresentCase
from accordingto.casebook.questions import triggers_of
from accordingto.casebook.reviews import (
    after_those_that_came,
    beside,
    by_triggers,
    check_not_overtaken,
    check_standing,
    checked_review,
    is_of_accounts,
    missing,
    overtaken_words,
    taken_out,
    to_take_back,
)
from accordingto.errors import BadReview, Overtaken
from accordingto.terms.claims import ClaimKind
from accordingto.terms.corrections import Correction, change_of_find, corrections_of
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.reviews import Review, Verdict

Kind = ClaimKind | str | None  # of find, where the person says it
Named = int | str  # how a find is called: its number, its id or its exact words


class ReviewedCase(PresentCase):
    """A case that people decide about. What they decide is added, and can be taken back; nothing is overwritten."""

    def split(
        self, incident: str, accounts: Iterable[str | Account], author: str, reason: str, *, at: datetime
    ) -> Decided:
        """These accounts of the incident stand apart from its others, whatever likeness says.

        A name means every account of the report that goes by it. `at` is when the person decides.
        """
        found = self.incident(incident).incident
        out = taken_out(found, accounts, self.report)
        change = self._change(out, set(found.accounts) - out)
        return self._decide(Review(found.id, Verdict.SPLIT, author, at, reason, change), of=(found,))

    def merge(self, first: str, second: str, author: str, reason: str, *, at: datetime) -> Decided:
        """The accounts of the two are one incident, whatever likeness says. `at` is when the person decides."""
        one, other = (self.incident(name).incident for name in (first, second))
        if one.id == other.id:
            raise BadReview(f"merging {one.name} with itself: name two incidents")
        change = self._change(one.accounts, other.accounts)
        return self._decide(Review(one.id, Verdict.MERGE, author, at, reason, change), of=(one, other))

    def undo(self, review: str, author: str, reason: str, *, at: datetime) -> Decided:
        """The review under this id, name or start of an id is taken back; undoing an undo brings its review back."""
        seen = self._made()
        taken = to_take_back(seen, review)
        return self._decide(Review(taken.id, Verdict.UNDO, author, at, reason), seen)

    def accept(
        self, report: str, kind: Kind, find: Named, author: str, reason: str, *, at: datetime, seen: str | None = None
    ) -> Decided:
        """This find of the report is right as it stands; one that was rejected is back.

        `find` is its number, its id, or its exact words (see `find`). Whoever says with `seen` which review of it was
        the last they saw ("" for none) is refused with Overtaken where somebody has decided since.
        """
        return self._look_over(Verdict.ACCEPT, (report, kind, find), (author, reason, at), seen)

    def reject(
        self, report: str, kind: Kind, find: Named, author: str, reason: str, *, at: datetime, seen: str | None = None
    ) -> Decided:
        """This find of the report is none: it is no longer asked or compared, and what hung on it hangs on nothing."""
        return self._look_over(Verdict.REJECT, (report, kind, find), (author, reason, at), seen)

    def correct(
        self,
        report: str,
        kind: Kind,
        find: Named,
        field: str,
        value: Any,
        author: str,
        reason: str,
        *,
        at: datetime,
        seen: str | None = None,
    ) -> Decided:
        """A field of this find has the person's value, as JSON has it (`terms/corrections.py`: FIELDS says which).

        Words and finds are written as stretches of the report: `[120, 132]`. What cannot be is refused with BadReview.
        """
        return self._look_over(Verdict.CORRECT, (report, kind, find), (author, reason, at), seen, field, value)

    def _look_over(
        self,
        verdict: Verdict,
        asked: tuple[str, Kind, Named],
        said: tuple[str, str, datetime],
        seen: str | None,
        field: str | None = None,
        value: Any = None,
    ) -> Decided:
        from accordingto.read.corrections import checked

        (report, kind, name), (author, reason, at), kept = asked, said, self._made()
        find = self.find(report, name, kind)
        review = Review(find.item.id, verdict, author, at, reason, change_of_find(find.item, field, value))
        checked(find.own, corrections_of(kept), Correction.of(review))
        if seen is not None and seen != find.seen:
            raise Overtaken(overtaken_words(latest_word(self._made(), find.item.id), review))
        return self._decide(review, kept)

    def _change(self, first: Iterable[Account], second: Iterable[Account]) -> str:
        """The two sides of a decision, with the triggers that the accounts had when they were compared."""
        first, second = tuple(first), tuple(second)
        reports = {account.report_id for account in (*first, *second)}
        return by_triggers(first, second, triggers_of(self._compared(reports)))

    def _decide(self, review: Review, seen: tuple[Review, ...] | None = None, of: tuple[Incident, ...] = ()) -> Decided:
        """The review is kept, and with it what comparing anew under it finds.

        `seen` is what the person knew of, `of` the incidents that they decided about.
        """
        from accordingto.record.comparisons import missing_incidents
        from accordingto.record.reviews import load_reviews

        seen = self._made() if seen is None else seen
        with self._store.writing() as record:
            kept = load_reviews(record)
            check_standing(review, of, missing_incidents(record, [one.id for one in of]), kept)
            check_not_overtaken(review, seen, kept)
            made = after_those_that_came(review, seen, kept)
            made = checked_review(made, beside(made, kept))
            about, grouping = reports_told_of(kept, made), is_of_accounts(made, kept)
            before, after = keep_and_follow(record, self._shelf, kept, [made], about, grouping=grouping)
        return Decided(made, missing(before, after), missing(after, before))
