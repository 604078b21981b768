"""What a Word list carries unseen to be read back: whose it is, what stands in which place, and what we wrote."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from psoh_cli.interview.forms.form import FORMAT, Form

NAMESPACE = "urn:psoh:vragenlijst"
PREFIX = "psoh_"
"""Of our bookmarks: they stay where other programs drop the names of fields."""

ANSWER, CHOICE, OTHER, CERTAINTY, REMARK, DETAIL, PARTICIPANTS = (
    "antwoord",
    "keuze",
    "anders",
    "zekerheid",
    "opmerking",
    "per_keuze",
    "deelnemers",
)
"""The kinds of place. A choice, a certainty and a detail also tell of which value."""

DOTS = "…" * 12
MANY_DOTS = "…" * 48
WRITE_HERE = "Typ hier, of schrijf met de pen in dit vak."
CROSSED, EMPTY = "\u2612", "\u2610"
"""What stands in a place before somebody fills it in, and a box with and without its cross."""

_FEW_DOTS = "…" * 3
_AROUND = re.compile(r"[…\s]*")
_TAG = f"{{{NAMESPACE}}}"
_LISTS = ("gemeente", "informant", "groep", "kennisversie", "gemaakt_op")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place to fill in: the bookmark around it, and what an answer there means."""

    name: str
    question: str
    kind: str
    value: str = ""
    """Of a choice or a certainty."""
    detail: str = ""
    is_box: bool = False
    """Whether it is ticked instead of written in."""
    sent: str = ""
    """The digest of what stood there when the list was sent."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """All of it."""

    about: dict[str, str]
    spots: tuple[Spot, ...] = ()
    blocks: dict[str, str] = field(default_factory=dict)
    """The question that begins at a bookmark."""
    lines: dict[str, frozenset[str]] = field(default_factory=dict)
    """Per question the digests of our own lines; under the empty text those before the first question."""


def about_of(form: Form) -> dict[str, str]:
    """Tell whose list it is."""
    said = (form.code, form.informant, form.group, form.knowledge_version, form.made_on.isoformat())
    return dict(zip(_LISTS, said, strict=True))


def said_in(text: str) -> str:
    """Give what somebody wrote in a place: without what we put there to write over, and without loose spaces."""
    bare = _without_dots(text.replace(WRITE_HERE, "").strip())
    return "\n".join(line.rstrip() for line in bare.split("\n")).strip()


def _without_dots(text: str) -> str:
    """Take off the dots to write over, ahead of a text and behind it; in one go, however many there are."""
    first = _beginning(text)
    text = text[first.rfind(_FEW_DOTS) + len(_FEW_DOTS) :] if _FEW_DOTS in first else text
    last = _beginning(text[::-1])
    return text[: len(text) - last.rfind(_FEW_DOTS) - len(_FEW_DOTS)] if _FEW_DOTS in last else text


def _beginning(text: str) -> str:
    found = _AROUND.match(text)
    return found[0] if found else ""


def digest(text: str) -> str:
    """Give a text as a few letters; white space does not count, for a program that saves again moves it."""
    return f"{zlib.crc32(''.join(text.split()).encode('utf-8', 'replace')):08x}"


def to_xml(key: Key) -> bytes:
    """Write the key."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{_TAG}lijst", {"formaat": FORMAT, **key.about})
    for name, question in {"": "", **key.blocks}.items():
        lines = " ".join(sorted(key.lines.get(question, frozenset())))
        ET.SubElement(root, f"{_TAG}vraag", {"naam": name, "vraag": question, "regels": lines})
    for spot in key.spots:
        said = {
            "naam": spot.name, "vraag": spot.question, "soort": spot.kind, "waarde": spot.value, "detail": spot.detail,
            "vakje": "ja" if spot.is_box else "", "stond": spot.sent,
        }  # fmt: skip
        ET.SubElement(root, f"{_TAG}plek", {name: text for name, text in said.items() if text})
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def from_xml(root: ET.Element) -> Key | None:
    """Read the key; None where this is something else, or of another version of ours."""
    if root.tag != f"{_TAG}lijst" or root.get("formaat") != FORMAT:
        return None
    blocks = list(root.iter(f"{_TAG}vraag"))
    return Key(
        about={name: root.get(name, "") for name in _LISTS},
        blocks={one.get("naam", ""): one.get("vraag", "") for one in blocks if one.get("naam")},
        lines={one.get("vraag", ""): frozenset(one.get("regels", "").split()) for one in blocks},
        spots=tuple(
            Spot(
                name=one.get("naam", ""),
                question=one.get("vraag", ""),
                kind=one.get("soort", ""),
                value=one.get("waarde", ""),
                detail=one.get("detail", ""),
                is_box=bool(one.get("vakje")),
                sent=one.get("stond", ""),
            )
            for one in root.iter(f"{_TAG}plek")
        ),
    )
