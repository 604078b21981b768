"""Fills in a Word list as Word does: a box gets its cross, a placeholder goes, text stands in its control."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.form import Form
from psoh_cli.press.forms.words import CERTAINTIES, as_typed, detail_options

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return into.getvalue()


def edited(data: bytes, edit: Callable[[ET.Element], object]) -> bytes:
    """Change the text of a file."""
    parts = parts_of(data)
    root = ET.fromstring(parts["word/document.xml"])
    edit(root)
    parts["word/document.xml"] = ET.tostring(root)
    return packed(parts)


def filled_in(data: bytes, said: Mapping[str, str]) -> bytes:
    """Fill in controls by their tag; a box takes any text as a cross."""

    def fill(root: ET.Element) -> None:
        left = dict(said)
        for control in root.iter(f"{W}sdt"):
            properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
            assert properties is not None
            assert content is not None
            tag = properties.find(f"{W}tag")
            text = left.pop(tag.get(f"{W}val", ""), None) if tag is not None else None
            if text is None:
                continue
            checked = properties.find(f"{W14}checkbox/{W14}checked")
            if checked is not None:
                checked.set(f"{W14}val", "1")
                text = "\u2612"
            for hint in properties.findall(f"{W}showingPlcHdr"):
                properties.remove(hint)
            _write(content, text)
        assert not left, left

    return edited(data, fill)


def _write(content: ET.Element, text: str) -> None:
    content.clear()
    run = ET.SubElement(content, f"{W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            ET.SubElement(run, f"{W}br")
        ET.SubElement(run, f"{W}t").text = line


def controls_for(form: Form, answers: Mapping[str, Answer]) -> dict[str, str]:
    """Say what somebody fills in where, to give these answers."""
    said: dict[str, Any] = {}
    for item in form.questions:
        name, answer = item.question.id, answers.get(item.question.id)
        if answer is None:
            continue
        options = {option.value for option in item.question.choices()} | {"weet-niet", "niet-van-toepassing"}
        for value in answer.values:
            if value in options:
                said[f"{name}/keuze/{value}"] = "x"
            else:
                said[f"{name}/antwoord"] = as_typed(value, kind=item.question.kind)
        said[f"{name}/anders"] = answer.other
        said[f"{name}/opmerking"] = answer.remark
        if answer.certainty:
            assert answer.certainty in {option.value for option in CERTAINTIES}
            said[f"{name}/zekerheid/{answer.certainty}"] = "x"
        for choice, about in answer.details.items():
            for detail in item.question.details:
                value = about.get(detail.id, "")
                labels = {option.value: option.label for option in detail_options(detail, item.question)}
                said[f"{name}/per_keuze/{choice}/{detail.id}"] = labels.get(
                    value, as_typed(value, kind=detail.kind)
                )
    return {tag[:64]: text for tag, text in said.items() if text}
