"""A file that came back from a partner: a workbook, the text of a mail, or a mail as it was saved (.eml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from psoh_cli.came_in import Place
from psoh_cli.errors import UnreadableError
from psoh_cli.files import decoding
from psoh_cli.kaart.exchange.confirmation.mail_marks import is_mail_of_ours
from psoh_cli.kaart.exchange.confirmation.mail_reading import read_mail
from psoh_cli.kaart.exchange.confirmation.sheet_reading import is_sheet_of_ours, read_workbook
from psoh_cli.kaart.exchange.confirmation.told import Told, Unread
from psoh_cli.kaart.exchange.sheet import text_encoding
from psoh_cli.kaart.exchange.sheet.reading_file import read_sheets
from psoh_cli.near_misses import MONTHS
from psoh_cli.workbooks.zipped_file import holds_notes

if TYPE_CHECKING:
    from email.message import EmailMessage

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SAVED_MAIL = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+\r?\n")
_MAIL_FIELDS = re.compile(
    rb"^(?:MIME-Version|Received|Message-ID|Content-Type):", re.IGNORECASE | re.MULTILINE
)
_HEAD_LINE = re.compile(
    r"\*?(?:van|from|aan|to|cc|bcc|verzonden|sent|datum|date|onderwerp|subject)\*?\s?:", re.IGNORECASE
)
_SENT_ON = re.compile(
    r"\*?(?:verzonden|datum)\*?\s?:\*?\s*(?:[a-z]+\s+)?(\d{1,2})\s+([a-z]+)\s+(\d{4})\b", re.IGNORECASE
)
_MOST_BYTES = 20_000_000
_AS_TEXT = "Open de mail, kopieer het antwoord met de vragen, en sla dat op als tekst (.txt)."


def is_ours(data: bytes, name: str) -> bool:
    """Tell whether a file is a confirmation sheet of ours that came back; whatever is wrong with it is told later."""
    try:
        if data.startswith(_WORKBOOKS):
            return is_sheet_of_ours(read_sheets(data, name))
        return is_mail_of_ours(_text_of(data, name=name)[0])
    except UnreadableError:
        return False


def read_told(data: bytes, name: str) -> Told:
    """Read a confirmation sheet that came back; raise UnreadableError in Dutch when it is none."""
    if len(data) > _MOST_BYTES:
        raise UnreadableError(f"{name} is te groot voor een vraaglijst.", remedy=_AS_TEXT)
    if data.startswith(_WORKBOOKS):
        sheets = read_sheets(data, name)
        if is_sheet_of_ours(sheets):
            told = read_workbook(sheets, name=name)
            return replace(told, unread=(*told.unread, *_loose_words(data, name=name)))
        raise UnreadableError(
            f"{name} is geen vraaglijst van psoh.",
            remedy=f"Is het een gewone lijst met aanbod, lees die dan met: psoh kaart import {name}",
        )
    text, day, remarks, attached = _text_of(data, name=name)
    if not is_mail_of_ours(text):
        raise UnreadableError(
            f"In {name} staan geen vragen van psoh.",
            remedy="Het antwoord moet de vragen nog bevatten, met de regels tussen vierkante haken. "
            + _AS_TEXT,
        )
    told = read_mail(text, name=name)
    return replace(
        told,
        answered_on=day,
        remarks=(*remarks, *told.remarks),
        unread=(*told.unread, *_unopened(attached, name=name)),
    )


def _unopened(attached: tuple[str, ...], *, name: str) -> tuple[Unread, ...]:
    """List what came with a mail and is not read."""
    return tuple(Unread(place=Place(file=name), text=f"bijlage {item}") for item in attached)


def _loose_words(data: bytes, *, name: str) -> tuple[Unread, ...]:
    """List what a workbook holds outside its cells: we put no remark or box with text in it."""
    if not data.startswith(_WORKBOOKS[0]):
        return ()
    noted = Unread(place=Place(file=name), text="een opmerking of tekstvak in het werkboek")
    return (noted,) if holds_notes(data, name=name) else ()


def _text_of(data: bytes, *, name: str) -> tuple[str, date | None, tuple[str, ...], tuple[str, ...]]:
    """Give the text of a file; of a saved mail the day, and what was sent with it."""
    head = _SAVED_MAIL.match(data)
    if head is not None and _MAIL_FIELDS.search(head[0]):
        return _of_mail(data, name=name)
    what = decoding.kind_of(data)
    if what:
        raise UnreadableError(f"{name} is geen tekst maar {what}.", remedy=_AS_TEXT)
    text, remarks = text_encoding.decode(data)
    return text, _day_in_head(text), remarks, ()


def _of_mail(data: bytes, *, name: str) -> tuple[str, date | None, tuple[str, ...], tuple[str, ...]]:
    from email import message_from_bytes, policy

    try:
        mail = message_from_bytes(data, policy=policy.default)
        body = mail.get_body(preferencelist=("plain", "html"))
        text = "" if body is None else str(body.get_content())
        day = _day_of(mail)
        attached = tuple(_attached(mail))
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        raise UnreadableError(f"De mail in {name} kan niet worden gelezen.", remedy=_AS_TEXT) from error
    if body is not None and body.get_content_subtype() == "html":
        text = _text_in(text)
    return text, day, (), attached


def _day_in_head(text: str) -> date | None:
    """Find the day in the head that a mail program puts above a mail saved as text; a later head is of another mail."""
    for written in text.lstrip("\ufeff").splitlines():
        line = written.strip()
        if not line:
            continue
        if _HEAD_LINE.match(line) is None:
            return None
        found = _SENT_ON.match(line)
        if found is not None:
            try:
                return date(int(found[3]), MONTHS.index(found[2].casefold()) + 1, int(found[1]))
            except ValueError:
                return None
    return None


def _attached(mail: EmailMessage) -> Iterator[str]:
    """Name what was sent with a mail, but for the pictures of a signature."""
    for part in mail.iter_attachments():
        if part.get_content_maintype() != "image":
            yield part.get_filename() or part.get_content_type()


def _day_of(mail: EmailMessage) -> date | None:
    moment = getattr(mail["Date"], "datetime", None)
    return moment.date() if moment is not None else None


def _text_in(html: str) -> str:
    """Take the text out of a mail that is a page, a line for each block."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    return "".join(reader.found)


class _Text(HTMLParser):
    _BLOCKS = frozenset({"p", "div", "br", "li", "tr", "blockquote", "h1", "h2", "h3", "hr", "table"})
    _SILENT = frozenset({"style", "script", "head", "title"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  (of HTMLParser)
        self.silent += tag in self._SILENT
        if tag in self._BLOCKS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in self._SILENT and self.silent > 0
        if tag in self._BLOCKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(" ".join(data.splitlines()) if data.strip() else " ")
