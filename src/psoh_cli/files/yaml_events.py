"""From YAML text to nodes, built from the parser's events so that depth, size and aliases stay bounded."""

from __future__ import annotations

import gc
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import yaml

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


@contextmanager
def collector_held() -> Iterator[None]:
    """Hold the garbage collector while many small values are made, which it would all visit time and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _refuse(body: str) -> Iterator[Cause]:
    if len(body) > MAX_CHARACTERS:
        yield causes.too_big(found=len(body), allowed=MAX_CHARACTERS)
        return
    for match in _first(_STRANGE.finditer(body)):
        yield causes.strange_character(_place_at(body, match.start()), sign=match[0])
    for match in _first(_TAB.finditer(body)):
        is_in_front = not match[0].strip()
        yield causes.tab(_place_at(body, match.start(1)), is_in_front=is_in_front)


def _first(matches: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    return [match for match, _ in zip(matches, range(_MAX_REPEATS), strict=False)]


def _place_at(body: str, offset: int) -> Place:
    return Place(body.count("\n", 0, offset) + 1, offset - body.rfind("\n", 0, offset))


def _problem(cause: Cause, *, name: str) -> Problem:
    return problem_of(cause.code, cause.message, file=name, place=cause.place, hint=cause.hint, fix=cause.fix)


class _Stop(Exception):  # noqa: N818 - it ends the reading, it is not an error of ours
    def __init__(self, *causes: Cause) -> None:
        super().__init__()
        self.causes = causes


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been seen yet."""

    place: Place
    style: str
    is_mapping: bool
    end: Place
    items: list[Node] = field(default_factory=list)
    fields: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    key: str | None = None
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
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(_Open(place=place, style=style, is_mapping=is_mapping, end=place))

    def _end(self, event: yaml.MappingEndEvent | yaml.SequenceEndEvent) -> None:
        done = self.stack.pop()
        end = _end(event) if done.style == "flow" else done.end
        value = done.fields if done.is_mapping else tuple(done.items)
        self._add(Node(value, done.place, end, done.style, done.keys))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        place = _start(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, place=place)
        text: str | None = event.value
        if text is not None and not text.isascii():
            text = unicodedata.normalize("NFC", text)
        style = event.style or "plain"
        parent = self.stack[-1] if self.stack else None
        if parent is not None and parent.is_mapping and parent.key is None:
            self._key(parent, text=text or "", place=place)
            return
        finish = _end(event)
        if style in "|>":
            finish = self._block_end(place, finish)
        if text is not None and not text.isascii():
            left = left_by_word(text, style=style, place=place, end=finish, lines=self.lines)
            self.found.extend([left] if left else [])
        if style == "plain":
            if finish.line in self.hashes:
                self._warn_of_hash(finish, text=event.value)
            if text in _NOTHING:
                text = None
        elif style == "'":
            self._refuse_apostrophe(place, finish)
        self._add(Node(text, place, finish, style))

    def _key(self, parent: _Open, *, text: str, place: Place) -> None:
        if not text:
            raise _Stop(causes.odd_key(place))
        parent.key = text
        parent.key_is_double = text in parent.keys
        if parent.key_is_double:
            self._double_key(parent, text=text, place=place)
        else:
            parent.keys[text] = place
        if not text[0].isascii():
            hard = hard_space_in_front(self.lines, number=place.line)
            self.found.extend([hard] if hard else [])

    def _double_key(self, parent: _Open, *, text: str, place: Place) -> None:
        if parent.item_runs_on:
            return
        is_item = len(self.stack) > 1 and not self.stack[-2].is_mapping and parent.style == "block"
        parent.item_runs_on = is_item and text == next(iter(parent.keys))
        first_line = parent.keys[text].line
        self.found.append(
            causes.double_key(place, key=text, first_line=first_line, begins_item=parent.item_runs_on)
        )

    def _alias(self, event: yaml.AliasEvent) -> None:
        place = _start(event)
        raise _Stop(causes.anchor(place, text=f"*{event.anchor}"))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        parent.end = node.end
        if not parent.is_mapping:
            parent.items.append(node)
            return
        if not parent.key_is_double and parent.key is not None:
            parent.fields[parent.key] = node
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
