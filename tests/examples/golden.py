"""Golden files: what a Document or an Analysis says, one line per block, so that a diff reads as an edit."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from psoh_cli.analysis.finding import Analysis
from psoh_cli.analysis.summary import as_json
from psoh_cli.report.document import Document

GOLDEN = Path(__file__).resolve().parents[1] / "golden"

_SPANS = {"woorden", "herkomst", "bron", "oordeel", "verwijzing"}
_MARKS = {"nadruk": "**", "rustig": "_", "code": "`"}
_DRAWN_TEXT = re.compile(r">([^<>]+)<")
_MOST_LINES = 60
_LONGEST_LINE = 400
_LONGEST_LIST = 200


def document_text(document: Document) -> str:
    """Write a Document as an outline: a line per block, row and item, with every value in it."""
    return "\n".join(_outline(_plainly(document.model_dump(mode="json")))) + "\n"


def analysis_text(analysis: Analysis) -> str:
    """Write what `psoh analyse --json` gives as an outline.

    Of a finding stand here its verdict, reason and priority and the verdict of every rule; the rest of it, its
    evidence above all, is in a fingerprint.
    """
    told = json.loads(as_json(analysis))
    told["bevindingen"] = [_finding(item) for item in told["bevindingen"]]
    for question in told["arq_vragen"]:
        question["vingerafdruk"] = fingerprint(json.dumps(question, ensure_ascii=False))
        question["bewijs"] = [item["tekst"] for item in question["bewijs"]]
        question["open"] = [item["vraag"] for item in question["open"]]
    return "\n".join(_outline(told)) + "\n"


def compare(path: Path, text: str, *, update: bool) -> None:
    """Hold a text against its golden file, or write that file; fail with the lines that differ."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    name = f"{path.parent.name}/{path.name}"
    remedy = "pytest tests/examples --update-golden"
    if not path.is_file():
        raise AssertionError(f"no golden file {name}; make it with: {remedy}")
    before = path.read_text(encoding="utf-8")
    if before != text:
        asked = f"{name} changed. Is that what you meant? Read on, and then: {remedy}"
        raise AssertionError("\n".join((asked, *_difference(before, text, name=name))))


def fingerprint(text: str) -> str:
    """Give a few letters that change when the text does."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _difference(before: str, now: str, *, name: str) -> Iterator[str]:
    lines = list(difflib.unified_diff(before.splitlines(), now.splitlines(), name, "now", n=1, lineterm=""))
    for line in lines[:_MOST_LINES]:
        yield line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"
    if len(lines) > _MOST_LINES:
        yield f"… and {len(lines) - _MOST_LINES} more lines"


def _finding(item: Mapping[str, Any]) -> dict[str, Any]:
    shown = {key: item[key] for key in ("id", "titel", "oordeel", "reden", "herkomst", "vraag_aan")}
    if priority := item["prioriteit"]:
        factors = ", ".join(f"{factor['naam']} {factor['waarde']}" for factor in priority["factoren"])
        shown["prioriteit"] = f"{priority['plaats']} ({priority['score']}: {factors})"
    shown["regels"] = [
        " ".join(str(rule[key]) for key in ("oordeel", "soort", "praktijk", "vraag") if rule[key])
        for rule in item["regels"]
    ]
    shown["vingerafdruk"] = fingerprint(json.dumps(item, ensure_ascii=False))
    return shown


def _plainly(value: Any) -> Any:
    """Turn every line of spans in a Document into one text, and every drawing into the words in it."""
    if isinstance(value, dict):
        return {key: _drawing(item) if key == "svg" else _plainly(item) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    if value and all(_is_span(part) for part in value):
        return "".join(map(_span, value))
    return [_plainly(part) for part in value]


def _drawing(svg: str) -> str:
    return f"{' · '.join(_DRAWN_TEXT.findall(svg))} ({fingerprint(svg)})"


def _is_span(part: Any) -> bool:
    return isinstance(part, str) or (
        isinstance(part, dict)
        and part.get("soort") in _SPANS
        and part.keys().isdisjoint({"titel", "rijen", "items"})
    )


def _span(span: str | Mapping[str, Any]) -> str:
    if isinstance(span, str):
        return span
    match span["soort"]:
        case "woorden":
            mark = _MARKS.get(span["stijl"], "")
            return f"{mark}{span['tekst']}{mark}"
        case "herkomst":
            return f"[{span['herkomst']}]"
        case "bron":
            return f"[{', '.join(map(str, span['nummers']))}]"
        case "oordeel":
            return f"{{{span['oordeel']}}}"
        case _:
            return f"[{span['tekst']}]({span['doel']})"


def _outline(value: Mapping[str, Any], *, depth: int = 0) -> Iterator[str]:
    """Yield a line with what a mapping says itself, and after it, indented, what is inside it.

    What is empty, no or unknown is left out: it appears as soon as it is not.
    """
    said = {key: item for key, item in value.items() if item not in (None, "", False, [], {})}
    own = {key: _short(item) for key, item in said.items()}
    margin = "  " * depth
    yield f"{margin}- {' | '.join(f'{key}: {text}' for key, text in own.items() if text is not None)}"
    for key, item in said.items():
        if own[key] is None:
            yield f"{margin}  {key}:"
            yield from _inside(item, depth=depth + 2)


def _inside(item: Any, *, depth: int) -> Iterator[str]:
    margin = "  " * depth
    for part in [item] if isinstance(item, dict) else item:
        if isinstance(part, dict):
            yield from _outline(part, depth=depth)
        else:
            yield f"{margin}- {' | '.join(map(str, part)) if isinstance(part, list) else part}"


def _short(item: Any) -> str | None:
    """Give what fits on the line of its owner: a value, or a list of ids; None for anything bigger."""
    if isinstance(item, list) and all(isinstance(part, int) or " " not in str(part) for part in item):
        joined = ", ".join(map(str, item))
        return joined if len(joined) <= _LONGEST_LIST else None
    return None if isinstance(item, dict | list) else str(item)
