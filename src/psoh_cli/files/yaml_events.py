"""From YAML text to nodes, built from the parser's events so that depth, size and aliases stay bounded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from psoh_cli.characters import has_pile
from psoh_cli.collector import collector_held
from psoh_cli.files import yaml_causes as causes
from psoh_cli.files.yaml_causes import Cause
from psoh_cli.files.yaml_nodes import Node, Parsed, Place
from psoh_cli.files.yaml_pasted import hard_space_in_front, left_by_word
from psoh_cli.files.yaml_scene import Failure
from psoh_cli.files.yaml_syntax import explain, starts_with_apostrophe
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem

MAX_DEPTH = 64
MAX_CHARACTERS = 20_000_000
_MAX_REPEATS = 20
_SHORT = 32

_NOTHING = frozenset({"", "~", "null"})
_STRANGE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_TAB = re.compile(r"^(?! *#)[^\t\n]*(\t)", re.MULTILINE)
_NEWLINE = re.compile(r"\r\n?")
_HASH = re.compile(r" #(?!psoh:)[^\s#!]")
_AFTER_VALUE = re.compile(r" +#(?!psoh:)[^\s#!]")

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


def parse(text: str, *, name: str) -> Parsed:
    """Read YAML text into nodes; whatever is wrong with it becomes a Problem, never an exception."""
    body = _NEWLINE.sub("\n", text.removeprefix("\ufeff"))
    if body and not body.endswith("\n"):  # or a `|` text at the end would change when something follows it
        body += "\n"
    refused = tuple(_refuse(body))
    if refused:
        return Parsed(text, name, None, tuple(_problem(cause, name=name) for cause in refused))
    building = _Building(body)
    try:
        with collector_held():
            root = building.run()
    except _Stop as stop:
        building.found.extend(stop.causes)
        root = None
    return Parsed(text, name, root, tuple(_problem(cause, name=name) for cause in building.found))


def _refuse(body: str) -> Iterator[Cause]:
    if len(body) > MAX_CHARACTERS:
        yield causes.too_big(found=len(body), allowed=MAX_CHARACTERS)
        return
    for match in _first(_STRANGE.finditer(body)):
        yield causes.strange_character(_place_at(body, match.start()), sign=match[0])
    for match in _first(_TAB.finditer(body)) if "\t" in body else ():
        is_in_front = not match[0].strip()
        yield causes.tab(_place_at(body, match.start(1)), is_in_front=is_in_front)


def _first(matches: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    return [match for match, _ in zip(matches, range(_MAX_REPEATS), strict=False)]


def _place_at(body: str, offset: int) -> Place:
    return Place(body.count("\n", 0, offset) + 1, offset - body.rfind("\n", 0, offset))


def _problem(cause: Cause, *, name: str) -> Problem:
    place = cause.place
    end = (place.line, place.column + cause.width) if cause.width else None
    return problem_of(
        cause.code, cause.message, file=name, place=place, hint=cause.hint, fix=cause.fix, end=end
    )


class _Stop(Exception):  # noqa: N818 - it ends the reading, it is not an error of ours
    def __init__(self, *causes: Cause) -> None:
        super().__init__()
        self.causes = causes


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been seen yet."""

    line: int
    column: int
    style: str
    is_mapping: bool
    end_line: int
    end_column: int
    items: list[Node] = field(default_factory=list)
    fields: dict[str, Node] = field(default_factory=dict)
    key: str | None = None
    key_line: int = 0
    key_column: int = 0
    key_is_double: bool = False
    item_runs_on: bool = False
    """Whether its first key came again, as when a dash is missing: then the other keys will, too."""


class _Building:
    """One run over the events, with a stack of its own instead of recursion."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.found: list[Cause] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.words: dict[str, str] = {}
        """Each key and each short text once: in a list of a thousand things the same ones come a thousand times."""
        self.lines = body.split("\n")
        self.hashes: set[int] = set()
        if _HASH.search(body):
            self.hashes = {number for number, line in enumerate(self.lines, start=1) if _HASH.search(line)}

    def run(self) -> Node:
        loader = _Loader(self.body)
        handlers: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            while (event := loader.get_event()) is not None:
                handler = handlers.get(type(event))
                if handler is not None:
                    handler(event)
        except yaml.YAMLError as error:
            raise self._failure(error) from None
        finally:
            loader.dispose()
        if self.root is None or self.root.value is None:
            raise _Stop(causes.empty())
        return self.root

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if self.root is not None:
            raise _Stop(causes.several_documents(_start(event)))

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        place = _start(event)
        if len(self.stack) >= MAX_DEPTH:
            raise _Stop(causes.too_deep(place, allowed=MAX_DEPTH))
        self._refuse_properties(event, place=place)
        style = "flow" if event.flow_style else "block"
        if self.stack and self.stack[-1].is_mapping and self.stack[-1].key is None:
            raise _Stop(causes.odd_key(place))
        is_mapping = type(event) is yaml.MappingStartEvent
        self.stack.append(_Open(*place, style, is_mapping, *place))

    def _end(self, event: yaml.MappingEndEvent | yaml.SequenceEndEvent) -> None:
        done = self.stack.pop()
        if done.style == "flow":
            done.end_line, done.end_column = _end(event)
        value = done.fields if done.is_mapping else tuple(done.items)
        self._add(value, done.line, done.column, done.end_line, done.end_column, done.style)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mark: Any = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, place=Place(line, column))
        text: str | None = event.value
        is_ascii = text is None or text.isascii()
        if text is not None and not is_ascii:
            if len(text) > _SHORT and has_pile(text):
                raise _Stop(causes.piled_accents(Place(line, column)))
            text = unicodedata.normalize("NFC", text)
            is_ascii = text.isascii()
        parent = self.stack[-1] if self.stack else None
        if parent is not None and parent.is_mapping and parent.key is None:
            self._key(parent, text=text or "", line=line, column=column)
            return
        if text is not None and len(text) <= _SHORT:
            text = self.words.setdefault(text, text)
        style = event.style or "plain"
        mark = event.end_mark
        end_line, end_column = mark.line + 1, mark.column + 1
        if style in "|>":
            end_line, end_column = self._block_end(Place(line, column), Place(end_line, end_column))
        if text is not None and not is_ascii:
            place, finish = Place(line, column), Place(end_line, end_column)
            left = left_by_word(text, style=style, place=place, end=finish, lines=self.lines)
            self.found.extend([left] if left else [])
        if style == "plain":
            if end_line in self.hashes:
                self._warn_of_hash(Place(end_line, end_column), text=event.value)
            if text in _NOTHING:
                text = None
        elif style == "'":
            self._refuse_apostrophe(Place(line, column), Place(end_line, end_column))
        self._add(text, line, column, line if end_line == line else end_line, end_column, style)

    def _key(self, parent: _Open, *, text: str, line: int, column: int) -> None:
        if not text:
            raise _Stop(causes.odd_key(Place(line, column)))
        text = self.words.setdefault(text, text)
        parent.key, parent.key_line, parent.key_column = text, line, column
        parent.key_is_double = text in parent.fields
        if parent.key_is_double:
            self._double_key(parent, text=text, place=Place(line, column))
        if not text[0].isascii():
            hard = hard_space_in_front(self.lines, number=line)
            self.found.extend([hard] if hard else [])

    def _double_key(self, parent: _Open, *, text: str, place: Place) -> None:
        if parent.item_runs_on:
            return
        is_item = len(self.stack) > 1 and not self.stack[-2].is_mapping and parent.style == "block"
        parent.item_runs_on = is_item and text == next(iter(parent.fields))
        first_line = parent.fields[text].key_line
        width = len(text) if self.lines[place.line - 1].startswith(text, place.column - 1) else 0
        begins_item = parent.item_runs_on
        self.found.append(
            causes.double_key(place, key=text, first_line=first_line, width=width, begins_item=begins_item)
        )

    def _alias(self, event: yaml.AliasEvent) -> None:
        place = _start(event)
        raise _Stop(causes.anchor(place, text=f"*{event.anchor}"))

    def _add(self, value: Any, line: int, column: int, end_line: int, end_column: int, style: str) -> None:
        if not self.stack:
            self.root = Node(value, line, column, end_line, end_column, style)
            return
        parent = self.stack[-1]
        parent.end_line, parent.end_column = end_line, end_column
        if not parent.is_mapping:
            parent.items.append(Node(value, line, column, end_line, end_column, style))
            return
        if not parent.key_is_double and parent.key is not None:
            key_line = line if parent.key_line == line else parent.key_line
            parent.fields[parent.key] = Node(
                value, line, column, end_line, end_column, style, key_line, parent.key_column
            )
        parent.key = None

    def _refuse_properties(self, event: Any, *, place: Place) -> None:
        if event.anchor is not None:
            raise _Stop(causes.anchor(place, text=f"&{event.anchor}"))
        if event.tag is not None:
            raise _Stop(causes.tag(place))

    def _refuse_apostrophe(self, place: Place, finish: Place) -> None:
        raw = self.lines[place.line - 1][place.column - 1 :] if finish.line > place.line else ""
        if starts_with_apostrophe(raw):
            raise _Stop(causes.apostrophe(place, text=raw.rstrip()))

    def _warn_of_hash(self, finish: Place, *, text: str) -> None:
        rest = self.lines[finish.line - 1][finish.column - 1 :]
        if not _AFTER_VALUE.match(rest):
            return
        place = Place(finish.line, finish.column + rest.index("#"))
        self.found.append(causes.hash_in_value(place, kept=text, rest=rest))

    def _block_end(self, place: Place, finish: Place) -> Place:
        """Put the end of a block text after its last line that is not blank."""
        line = finish.line if finish.column > 1 else finish.line - 1
        line = min(line, len(self.lines))
        while line > place.line and not self.lines[line - 1].strip():
            line -= 1
        return Place(line, len(self.lines[line - 1]) + 1)

    def _failure(self, error: yaml.YAMLError) -> _Stop:
        mark = getattr(error, "problem_mark", None)
        opened = getattr(error, "context_mark", None)
        failure = Failure(
            place=Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1),
            inside=str(getattr(error, "context", None) or ""),
            opened=Place(opened.line + 1, opened.column + 1) if opened else None,
        )
        return _Stop(*explain(self.body, failure=failure))


def _start(event: Any) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def _end(event: Any) -> Place:
    mark = event.end_mark
    return Place(mark.line + 1, mark.column + 1)
