"""Adding reports to the case in the workspace: one that is typed in, or a file of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from accordingto.casebook import Added, Casebook, Typed, Upload
from accordingto.errors import InputError, TooMuch
from accordingto.show.phrases import counted
from accordingto.show.web.forms import Form, check_token
from accordingto.show.web.guards import LARGEST
from accordingto.show.web.pages.parts import ReportLine, report_line
from accordingto.show.web.sessions import check_role
from accordingto.show.words import one_line
from accordingto.terms.reports import Report
from accordingto.terms.users import Role

ADD = "/add"
MOST_REPORTS = 500  # of one file: what a person looks through; more are for `accordingto ingest`
LARGEST_TEXT = 1024 * 1024  # bytes of one typed field: a book
LISTED = 50  # reports, or refusals, that the page names
FIELDS = ("title", "text", "outlet", "published", "url")
NOTHING = "There was nothing to add: write the report's text, or choose a file."
TOO_LONG = f"A field has more than {LARGEST_TEXT // 1024} KiB: send the report as a file."


@dataclass(frozen=True, slots=True)
class AddPage:
    """The form to add reports by, what it was filled in with, and what became of those that were sent last."""

    title: str = "Add reports"
    words: str = ""
    new: tuple[ReportLine, ...] = ()
    known: tuple[ReportLine, ...] = ()
    refused: tuple[str, ...] = ()
    left: str = ""
    values: dict[str, str] = field(default_factory=lambda: dict.fromkeys(FIELDS, ""))
    largest: str = f"{LARGEST // 1024 // 1024} MiB"
    most: int = MOST_REPORTS


Show = Callable[[Request, str, object, int], Response]


class Adding:
    """The address that reports are sent to. `layers` are the places that they are read with."""

    def __init__(self, case: Casebook, show: Show, layers: Path | None) -> None:
        self._case, self._show, self._layers = case, show, layers

    def add_to(self, app: FastAPI) -> None:
        app.add_api_route(ADD, self.add, methods=["POST"], include_in_schema=False)

    async def add(self, request: Request) -> Response:
        """What was sent is in the case, and the page says what became of each report."""
        check_role(request, Role.EDITOR)
        async with await _form_of(request) as sent:
            values = {name: _text(sent, name) for name in FIELDS}
            request.state.form = Form({name: [value] for name, value in values.items()})
            check_token(request, _text(sent, "token"))
            source = await _source(sent, values)
        if source is None:
            return self._show(request, "add", AddPage(words=NOTHING, values=values), 422)
        try:
            done = await run_in_threadpool(self._added, source, values)
        except TooMuch as error:
            return self._show(request, "add", AddPage(words=f"Nothing was added: {error}.", values=values), 413)
        return self._show(request, "add", _page(done, values), 200 if done.ingested.new or done.ingested.known else 422)

    def _added(self, source: Typed | Upload, values: dict[str, str]) -> Added:
        said = {name: values[name].strip() or None for name in ("outlet", "published")}
        return self._case.add(source, **said, layers=self._layers, most=MOST_REPORTS)


class _Sent:
    """A form with a file in it, which is let go of when it was looked at."""

    def __init__(self, form: FormData) -> None:
        self._form = form

    async def __aenter__(self) -> FormData:
        return self._form

    async def __aexit__(self, *_: object) -> None:
        await self._form.close()


async def _form_of(request: Request) -> _Sent:
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise HTTPException(415, f"Reports are sent by the form of {ADD}.")
    try:
        return _Sent(await request.form(max_files=1, max_fields=20, max_part_size=LARGEST_TEXT))
    except HTTPException as error:
        if error.status_code == 400:  # what cannot be taken apart
            raise HTTPException(413 if "size" in str(error.detail) else 422, TOO_LONG) from None
        raise


def _text(sent: FormData, name: str) -> str:
    value = sent.get(name, "")
    return value if isinstance(value, str) else ""


async def _source(sent: FormData, values: dict[str, str]) -> Typed | Upload | None:
    """The file that was chosen, else the report that was typed; None where there is neither."""
    file = sent.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return Upload(one_line(PurePath(file.filename.replace("\\", "/")).name), await file.read())
    if not values["text"].strip():
        return None
    return Typed(one_line(values["title"]), values["text"], one_line(values["url"]))


def _page(done: Added, values: dict[str, str]) -> AddPage:
    """What became of the reports; what was typed stands there again where it could not be used."""
    new, known, refused = done.ingested.new, done.ingested.known, done.ingested.refused
    told = [f"{counted(len(new), 'report')} added"]
    told += [f"{counted(len(known), 'report')} skipped, already in the case"] if known else []
    told += [f"{counted(len(refused), 'input')} not used"] if refused else []
    kept = values if refused else dict.fromkeys(FIELDS, "")
    told += [f"{one_line(own)} is there as {one_line(there)}" for own, there in done.ingested.renamed[:LISTED]]
    refusals = tuple(_refusal(error) for error in refused[:LISTED])
    return AddPage("Add reports", f"{'; '.join(told)}.", _lines(new), _lines(known), refusals, _left(done), kept)


def _lines(reports: tuple[Report, ...]) -> tuple[ReportLine, ...]:
    return tuple(report_line(report) for report in reports[:LISTED])


def _refusal(error: InputError) -> str:
    return one_line(str(error))


def _left(done: Added) -> str:
    """What is still to be done with the case, and by which command; empty where all of it is read and compared."""
    if done.compared:
        return ""
    read = f"{counted(done.unread, 'report')} of the case {'is' if done.unread == 1 else 'are'} not read yet: "
    return f"{read if done.unread else ''}run `accordingto read`, then `accordingto reconcile`, on the case."
