"""Which characters of a YAML text to replace so that one value changes and everything else stays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from psoh_cli.errors import EditError
from psoh_cli.files.yaml_changes import Append, Change, Insert, Remove, Set, changed, look_up, put
from psoh_cli.files.yaml_draft import Draft, Splice
from psoh_cli.files.yaml_dump import (
    STEP,
    Value,
    block_lines,
    dump_flow,
    dump_scalar,
    entry_lines,
    item_lines,
    simplify,
    value_lines,
)
from psoh_cli.files.yaml_nodes import Node, Path, Place

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


def splices(draft: Draft, change: Change) -> list[Splice]:
    """Work out the splices that make one change; raise EditError when the path does not allow it."""
    match change:
        case Set(path, value):
            return _set(draft, path, value)
        case Append(path, value):
            node = draft.find(path)
            if node is None or node.value is None:
                return _set(draft, path, [value])
            if not isinstance(node.value, tuple):
                raise EditError(f"Op de plek {_dotted(path)} staat geen lijst.")
            return _append(draft, path, node, value)
        case Insert(path, value, before):
            return _insert(draft, path, value, before)
        case Remove(path):
            return _remove(draft, path)


def coarse_splices(draft: Draft, change: Change) -> list[Splice]:
    """Work out a change inside [ ] or { } by writing the outermost of them anew; empty elsewhere.

    For the rare flow collection over several lines in which single splices get in each other's way.
    """
    top = draft.flow_around(change.path)
    node = draft.find(top)
    if node is None or node.style != "flow":
        return []
    data = look_up(changed(draft.parsed.plain(), change), top)
    return [Splice(draft.offset(node.place), draft.offset(node.end), dump_flow(data))]


# ---------------------------------------------------------------------------------------- setting


def _set(draft: Draft, path: Path, value: Value) -> list[Splice]:
    known = 0
    node = draft.root
    for step in path:
        inside = node.child(step) if node is not None else None
        if inside is None:
            break
        node, known = inside, known + 1
    if known == len(path):
        return _replace(draft, path, value)
    step = path[known]
    for missing in reversed(path[known + 1 :]):
        value = [value] if isinstance(missing, int) else {missing: value}
    return _add(draft, path[:known], node, step, value)


def _add(draft: Draft, path: Path, node: Node | None, step: str | int, value: Value) -> list[Splice]:
    if node is None:
        if isinstance(step, int):
            raise EditError("Een leeg bestand kan niet met een lijst beginnen.")
        return [draft.at_end(entry_lines(step, value, indent=0))]
    if node.value is None:
        return _replace(draft, path, [value] if isinstance(step, int) else {step: value})
    if isinstance(node.value, tuple) and step == len(node.value):
        return _append(draft, path, node, value)
    if isinstance(node.value, Mapping) and isinstance(step, str):
        return _add_key(draft, path, node, step, value)
    raise EditError(f"Op de plek {_dotted(path)} past geen {step!r}.")


def _add_key(draft: Draft, path: Path, node: Node, key: str, value: Value) -> list[Splice]:
    if node.style == "flow":
        if not node.value:
            return _replace_whole(draft, path, node, {key: value})
        return _add_in_flow(
            draft, path, node, f"{dump_scalar(key, inside_flow=True)}: {dump_flow(value)}", key, value
        )
    column = node.place.column
    return [draft.after(_last_line(draft, node), entry_lines(key, value, indent=column - 1))]


def _append(draft: Draft, path: Path, node: Node, value: Value) -> list[Splice]:
    items = node.value
    if not isinstance(items, tuple):
        raise EditError(f"Op de plek {_dotted(path)} staat geen lijst.")
    if node.style == "flow":
        if not items:
            return _replace_whole(draft, path, node, [value])
        return _add_in_flow(draft, path, node, dump_flow(value), len(items), value)
    lines = item_lines(value, indent=node.place.column - 1)
    if len(items) > 1 and draft.is_blank(_start(draft, node, len(items) - 1).line - 1):
        lines = ["", *lines]
    return [draft.after(_last_line(draft, node), lines)]


def _add_in_flow(
    draft: Draft, path: Path, node: Node, text: str, step: str | int, value: Value
) -> list[Splice]:
    last = list(_children(node))[-1]
    if last.place == last.end:  # `{a}`: the empty value has no place of its own to write behind
        return _rewrite_flow(draft, (*path, step), value)
    return [Splice(draft.offset(last.end), draft.offset(last.end), f", {text}")]


def _rewrite_flow(draft: Draft, path: Path, value: Value) -> list[Splice]:
    """Write the outermost flow collection around a path anew, with the value changed."""
    top = draft.flow_around(path)
    node = draft.find(top)
    if node is None:
        raise EditError(f"De plek {_dotted(path)} is niet gevonden.")
    data = put(node.plain(), path[len(top) :], simplify(value))
    return [Splice(draft.offset(node.place), draft.offset(node.end), dump_flow(data))]


# -------------------------------------------------------------------------------------- replacing


def _replace(draft: Draft, path: Path, value: Value) -> list[Splice]:
    node = draft.find(path)
    if node is None:
        raise EditError(f"De plek {_dotted(path)} is niet gevonden.")
    old, new = node.plain(), simplify(value)
    if old == new and type(old) is type(new):
        return []
    one_line_flow = node.style == "flow" and node.place.line == node.end.line
    if not one_line_flow and isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        return _replace_fields(draft, path, old, dict(value), new)
    if not one_line_flow and isinstance(old, list) and isinstance(new, list) and old and new:
        return _replace_items(draft, path, old, list(value), new)
    return _replace_whole(draft, path, node, value)


def _replace_fields(
    draft: Draft, path: Path, old: dict[str, Any], value: dict[Any, Value], new: dict[str, Any]
) -> list[Splice]:
    found = [splice for key in old if key not in new for splice in _remove(draft, (*path, key))]
    # What is added at the end comes after what existing fields may put there.
    for key, item in sorted(value.items(), key=lambda entry: simplify(entry[0]) not in old):
        found.extend(_set(draft, (*path, simplify(key)), item))
    return found


def _replace_items(
    draft: Draft, path: Path, old: list[Any], value: list[Value], new: list[Any]
) -> list[Splice]:
    matcher = SequenceMatcher(
        None, [repr(item) for item in old], [repr(item) for item in new], autojunk=False
    )
    found: list[Splice] = []
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        both = min(end - start, new_end - new_start)
        for number in range(both):
            found.extend(_replace(draft, (*path, start + number), value[new_start + number]))
        for number in range(start + both, end):
            found.extend(_remove(draft, (*path, number)))
        for number in range(new_start + both, new_end):
            if end < len(old):
                found.extend(_insert(draft, (*path, end), value[number], end))
            else:
                found.extend(splices(draft, Append(path, value[number])))
    return found


def _replace_whole(draft: Draft, path: Path, node: Node, value: Value) -> list[Splice]:
    start, end = draft.offset(node.place), draft.offset(node.end)
    if len(draft.flow_around(path)) < len(path):
        if start == end:
            return _rewrite_flow(draft, path, value)
        return [Splice(start, end, dump_flow(value))]
    if not path:
        if node.style == "flow":
            return [Splice(start, end, draft.newline.join(block_lines(value, indent=0)))]
        raise EditError("Het hele bestand in één keer vervangen kan niet.")
    head, rest = _written(draft, path, value)
    if node.style in ("|", ">"):
        return _replace_block_text(draft, node, head, rest)
    if node.style == "block":
        return _replace_block(draft, path, node, head, rest)
    if not head:
        while draft.text[start - 1] == " ":
            start -= 1
    elif draft.text[start - 1] in ":-":
        head = f" {head}"
    found = [Splice(start, end, head)]
    return [*found, draft.after(node.end.line, rest)] if rest else found


def _written(draft: Draft, path: Path, value: Value) -> tuple[str, list[str]]:
    """Give what comes behind the colon or the dash at a path, and the lines below it."""
    parent = draft.find(path[:-1])
    if parent is None:
        raise EditError(f"De plek {_dotted(path)} is niet gevonden.")
    indent = parent.place.column - 1
    if isinstance(path[-1], str):
        return value_lines(value, indent=indent)
    first, *rest = item_lines(value, indent=indent)
    return first[indent + STEP :], rest


def _replace_block_text(draft: Draft, node: Node, head: str, rest: list[str]) -> list[Splice]:
    start = draft.offset(node.place)
    header = _BLOCK_HEADER.match(draft.text, start)
    width = len(header[0]) if header else 1
    found = [Splice(start, start + width, head)]
    body = draft.lines_from(node.place.line + 1, node.end.line)
    return [*found, Splice(body[0], body[1], draft.joined(rest))]


def _replace_block(draft: Draft, path: Path, node: Node, head: str, rest: list[str]) -> list[Splice]:
    parent = draft.find(path[:-1])
    begin = _start(draft, parent, path[-1]) if parent is not None else node.place
    if begin.line == node.place.line:  # `- id: x`: the value begins behind its own dash
        start, end = draft.offset(node.place), draft.end_of_line(node.end.line)
        return [Splice(start, end, draft.newline.join([head, *rest]))]
    body = draft.lines_from(node.place.line, node.end.line)
    found = [Splice(body[0], body[1], draft.joined(rest))]
    if head:
        behind = draft.behind_indicator(begin, is_key=isinstance(path[-1], str))
        found.insert(0, Splice(behind, behind, f" {head}"))
    return found


# --------------------------------------------------------------------------- inserting and removing


def _insert(draft: Draft, path: Path, value: Value, before: str | int) -> list[Splice]:
    parent_path, step = path[:-1], path[-1]
    parent = draft.find(parent_path)
    if parent is None or parent.child(before) is None:
        raise EditError(f"De plek {_dotted((*parent_path, before))} is niet gevonden.")
    begin = _start(draft, parent, before)
    if parent.style == "flow":
        text = dump_flow(value)
        if isinstance(before, str):
            text = f"{dump_scalar(step, inside_flow=True)}: {text}"
        return [Splice(draft.offset(begin), draft.offset(begin), f"{text}, ")]
    indent = parent.place.column - 1
    is_key = isinstance(before, str)
    lines = entry_lines(step, value, indent=indent) if is_key else item_lines(value, indent=indent)
    if not draft.is_first_on_line(begin):
        text = draft.newline.join([lines[0][indent:], *lines[1:], " " * indent])
        return [Splice(draft.offset(begin), draft.offset(begin), text)]
    above = begin.line
    while above > 1 and draft.lines[above - 2].lstrip().startswith("#"):
        above -= 1
    return [draft.after(above - 1, lines)]


def _remove(draft: Draft, path: Path) -> list[Splice]:
    if not path or draft.find(path) is None:
        raise EditError(f"De plek {_dotted(path)} is niet gevonden.")
    parent = draft.find(path[:-1])
    child = draft.find(path)
    if parent is None or child is None:
        raise EditError(f"De plek {_dotted(path)} is niet gevonden.")
    steps: list[str | int] = list(range(len(_children(parent))))
    if isinstance(parent.value, Mapping):
        steps = list(parent.keys)
    if len(steps) == 1:
        return _empty(draft, path[:-1], parent)
    position = steps.index(path[-1])
    following = steps[position + 1] if position + 1 < len(steps) else None
    begin = _start(draft, parent, path[-1])
    if parent.style == "flow":
        if position:
            before = list(_children(parent))[position - 1]
            return [Splice(draft.offset(before.end), draft.offset(child.end), "")]
        return [Splice(draft.offset(begin), draft.offset(_start(draft, parent, steps[1])), "")]
    if draft.is_first_on_line(begin):
        first, last = draft.lines_from(begin.line, max(begin.line, child.end.line))
        return [Splice(first, last, "")]
    if following is None:
        raise EditError(f"De plek {_dotted(path)} kan niet worden verwijderd.")
    return _remove_behind_dash(draft, begin, _start(draft, parent, following), child)


def _remove_behind_dash(draft: Draft, begin: Place, following: Place, child: Node) -> list[Splice]:
    """Take away the first field behind a dash; the next moves up, comments between go above the dash."""
    between = draft.lines[child.end.line : following.line - 1]
    comments = [line for line in between if line.lstrip().startswith("#")]
    found = [Splice(draft.offset(begin), draft.offset(following), "")]
    return [draft.after(begin.line - 1, comments), *found] if comments else found


def _empty(draft: Draft, path: Path, node: Node) -> list[Splice]:
    value: Value = {} if isinstance(node.value, Mapping) else []
    if path or node.style == "flow":
        return _replace_whole(draft, path, node, value)
    first, last = draft.lines_from(node.place.line, node.end.line)
    return [Splice(first, last, draft.joined(["{}" if value == {} else "[]"]))]


# ------------------------------------------------------------------------------------------ places


def _children(node: Node) -> tuple[Node, ...]:
    if isinstance(node.value, Mapping):
        return tuple(node.value.values())
    return node.value if isinstance(node.value, tuple) else ()


def _start(draft: Draft, parent: Node, step: str | int) -> Place:
    """Give the place of a key, of the dash of an item, or in flow of the item itself."""
    if isinstance(step, str):
        return parent.keys[step]
    item = _children(parent)[step]
    if parent.style == "flow":
        return item.place
    return parent.place if step == 0 else draft.dash(item.place, column=parent.place.column)


def _last_line(draft: Draft, node: Node) -> int:
    """Give the last line of a block, with comments that are indented deeper than its keys or dashes."""
    line = node.end.line
    while draft.is_comment_deeper_than(line + 1, column=node.place.column):
        line += 1
    return line


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path) or "(begin)"
