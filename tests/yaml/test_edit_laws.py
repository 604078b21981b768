"""The laws of editing: it reads back as meant, and no line that was not meant is touched."""

from __future__ import annotations

import copy
import unicodedata
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.yaml.written import Data, data, documents, files, keys, texts

from psoh_cli.files import yaml_edit, yaml_file
from psoh_cli.files.yaml_draft import Draft
from psoh_cli.files.yaml_nodes import Node, Path
from psoh_cli.problems.problem import has_errors


def normal(value: Data) -> Data:
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): normal(item) for key, item in value.items()}
    if isinstance(value, list):
        return [normal(item) for item in value]
    return value if value is None else unicodedata.normalize("NFC", value)


def plain(text: str) -> Data:
    parsed = yaml_file.parse(text, name="proef")
    assert not has_errors(parsed.problems), (text, parsed.problems)
    return parsed.plain()


def paths(value: Data, *, at: Path = ()) -> list[Path]:
    found: list[Path] = [at] if at else []
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in steps:
        found += paths(item, at=(*at, step))
    return found


def at(value: Data, path: Path) -> Data:
    for step in path:
        value = value[step]
    return value


def lines_of(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


def touched(text: str, path: Path) -> set[int]:
    """Give the numbers of the lines that a change at a path may touch."""
    draft = Draft(yaml_file.parse(text, name="proef"))
    path = draft.flow_around(path)
    node, parent = draft.find(path), draft.find(path[:-1])
    if node is None or not path:
        return set()
    assert parent is not None
    first = parent.keys[path[-1]].line if isinstance(path[-1], str) else dash_line(draft, parent, path[-1])
    return set(range(first, node.end.line + 1))


def dash_line(draft: Draft, parent: Node, step: int) -> int:
    assert isinstance(parent.value, tuple)
    item = parent.value[step]
    return parent.place.line if step == 0 else draft.dash(item.place, column=parent.place.column).line


def check(before: str, after: str, *, meant: Data, may_touch: set[int]) -> None:
    assert plain(after) == normal(meant)
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    if "\n" in before and "\n" in after:
        assert ("\r\n" in after) == ("\r\n" in before)
    assert "\r\n" not in after or "\n" not in after.replace("\r\n", "")
    kept = [line for number, line in enumerate(lines_of(before), start=1) if number not in may_touch]
    rest = iter(lines_of(after))
    for line in kept:
        assert any(line == other for other in rest), f"lost: {line!r}"


@given(files())
def test_a_generated_file_holds_what_it_was_made_from(case: tuple[str, Data]) -> None:
    text, value = case
    assert plain(text) == normal(value)


@given(files(), data, st.data())
def test_setting_a_value_touches_only_that_value(
    case: tuple[str, Data], new: Data, choose: st.DataObject
) -> None:
    text, value = case
    path = choose.draw(st.sampled_from(paths(value)))
    meant = copy.deepcopy(value)
    at(meant, path[:-1])[path[-1]] = new
    check(text, yaml_edit.set_value(text, path, new), meant=meant, may_touch=touched(text, path))


@given(files(), data, keys, st.data())
def test_adding_a_key_touches_no_line(
    case: tuple[str, Data], new: Data, key: str, choose: st.DataObject
) -> None:
    text, value = case
    holders: list[Path] = [(), *(path for path in paths(value) if isinstance(at(value, path), dict))]
    path = choose.draw(st.sampled_from(holders))
    meant = copy.deepcopy(value)
    is_new = key not in at(meant, path)
    at(meant, path)[key] = new
    may_touch = touched(text, (*path, key))
    if is_new:
        may_touch = touched(text, path) if in_flow(text, path) else set()
    check(text, yaml_edit.set_value(text, (*path, key), new), meant=meant, may_touch=may_touch)


@given(files(), data, st.data())
def test_appending_touches_no_line(case: tuple[str, Data], new: Data, choose: st.DataObject) -> None:
    text, value = case
    lists = [path for path in paths(value) if isinstance(at(value, path), list)]
    path = choose.draw(st.sampled_from([*lists, ("splinternieuw",)]))
    meant = copy.deepcopy(value)
    meant.setdefault("splinternieuw", [])
    at(meant, path).append(new)
    if path != ("splinternieuw",):
        del meant["splinternieuw"]
    may_touch = touched(text, path) if in_flow(text, path) else set()
    check(text, yaml_edit.append_item(text, path, new), meant=meant, may_touch=may_touch)


@given(files(), st.data())
def test_removing_touches_only_what_goes(case: tuple[str, Data], choose: st.DataObject) -> None:
    text, value = case
    path = choose.draw(st.sampled_from(paths(value)))
    meant = copy.deepcopy(value)
    del at(meant, path[:-1])[path[-1]]
    may_touch = touched(text, path) | neighbours(text, path)
    check(text, yaml_edit.remove(text, path), meant=meant, may_touch=may_touch)


@given(files(), data, st.data())
def test_inserting_touches_no_line(case: tuple[str, Data], new: Data, choose: st.DataObject) -> None:
    text, value = case
    before = choose.draw(st.sampled_from(paths(value)))
    parent = before[:-1]
    meant = copy.deepcopy(value)
    if isinstance(before[-1], int):
        at(meant, parent).insert(before[-1], new)
        path = before
    else:
        path = (*parent, "splinternieuw")
        at(meant, parent)["splinternieuw"] = new
    may_touch = touched(text, before)
    check(text, yaml_edit.insert_block(text, path, new, before=before[-1]), meant=meant, may_touch=may_touch)


@given(files(), st.data())
def test_many_values_at_once_are_as_good_as_one_by_one(case: tuple[str, Data], choose: st.DataObject) -> None:
    text, value = case
    leaves = [path for path in paths(value) if not isinstance(at(value, path), (dict, list))]
    chosen = choose.draw(st.lists(st.sampled_from(leaves), unique=True, max_size=5)) if leaves else []
    changes: dict[Path, Any] = {path: choose.draw(texts) for path in chosen}
    meant = copy.deepcopy(value)
    may_touch: set[int] = set()
    for path, new in changes.items():
        at(meant, path[:-1])[path[-1]] = new
        may_touch |= touched(text, path)
    check(text, yaml_edit.set_values(text, changes), meant=meant, may_touch=may_touch)


@given(files())
def test_setting_what_is_already_there_changes_not_one_byte(case: tuple[str, Data]) -> None:
    text, value = case
    for path in paths(value):
        assert yaml_edit.set_value(text, path, at(value, path)) == text


@given(data)
def test_every_value_reads_back(value: Data) -> None:
    block = yaml_edit.dump_block({"a": value, "lijst": [value, [value], {"b": value}]}, indent=0)
    assert plain(block) == normal({"a": value, "lijst": [value, [value], {"b": value}]})
    assert plain(f"a:\n{yaml_edit.dump_block([value], indent=4)}") == normal({"a": [value]})


@given(texts)
def test_every_scalar_reads_back_on_one_line(value: str) -> None:
    line = yaml_edit.dump_scalar(value)
    assert "\n" not in line
    assert plain(f"a: {line} # c\nb: [{yaml_edit.dump_scalar(value, inside_flow=True)}]\n") == normal(
        {"a": value, "b": [value]}
    )


@given(documents, documents)
def test_any_data_can_become_any_other_data(old: Data, new: Data) -> None:
    text = yaml_edit.dump_block({"top": old, "onder": "x"}, indent=0)
    assert plain(yaml_edit.set_value(text, ("top",), new)) == normal({"top": new, "onder": "x"})


def in_flow(text: str, path: Path) -> bool:
    node: Node | None = yaml_file.parse(text, name="proef").root
    for step in path:
        assert node is not None
        if node.style == "flow":
            return True
        node = node.child(step)
    return node is not None and node.style == "flow"


def neighbours(text: str, path: Path) -> set[int]:
    """Give the lines that change with a removal: what held only this, or what moves up behind a dash."""
    draft = Draft(yaml_file.parse(text, name="proef"))
    parent = draft.find(path[:-1])
    assert parent is not None
    steps: list[str | int] = list(parent.keys) if parent.keys else list(range(len(parent.value or ())))
    if len(steps) == 1:
        return touched(text, path[:-1])
    lines = touched(text, path)
    following = steps[steps.index(path[-1]) + 1 :]
    if following and min(lines) in touched(text, (*path[:-1], following[0])) | holder_lines(draft, path):
        return {min(touched(text, (*path[:-1], following[0])))} | set(
            range(min(lines), min(touched(text, (*path[:-1], following[0]))) + 1)
        )
    return set()


def holder_lines(draft: Draft, path: Path) -> set[int]:
    parent = draft.find(path[:-1])
    if parent is None or not path[:-1] or isinstance(path[-2], str):
        return set()
    return {parent.place.line}
