"""Places to fill in, in a Word file: a content control for Word, and a bookmark around it for all other programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from psoh_cli.press.forms.word_key import CROSSED, DOTS, EMPTY, PREFIX, Spot
from psoh_cli.press.office.text import clean
from psoh_cli.press.word.paper import INK, MUTED
from psoh_cli.press.word.raw import element_of, made

BOX_FONT = "MS Gothic"

_LONGEST_TAG = 64
"""What Word takes in the name and the title of a control."""
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


@dataclass(kw_only=True)
class Spots:
    """All places of a list, numbered in the order in which they are put."""

    made: list[Spot] = field(default_factory=list)
    blocks: dict[str, str] = field(default_factory=dict)
    _marks: int = 0

    def begin(self, paragraph: Any, *, question: str, number: int) -> None:
        """Mark where a question begins."""
        name = f"{PREFIX}v{number}"
        self.blocks[name] = question
        self._mark(element_of(paragraph), None, name=name)

    def box(self, paragraph: Any, spot: Spot, *, title: str, is_ticked: bool) -> None:
        """Put a box to tick."""
        state = f'<w14:checked w14:val="{int(is_ticked)}"/>'
        for name, sign in (("checkedState", CROSSED), ("uncheckedState", EMPTY)):
            state += f'<w14:{name} w14:val="{ord(sign):04X}" w14:font="{BOX_FONT}"/>'
        fonts = (
            f'<w:rFonts w:ascii="{BOX_FONT}" w:hAnsi="{BOX_FONT}" w:eastAsia="{BOX_FONT}" w:hint="eastAsia"/>'
        )
        self._put(
            paragraph, spot, title=title, kind=f"<w14:checkbox>{state}</w14:checkbox>",
            text=CROSSED if is_ticked else EMPTY, look=fonts,
        )  # fmt: skip

    def text(self, paragraph: Any, spot: Spot, *, title: str, now: str, placeholder: str = DOTS) -> None:
        """Put a place to write in, over more lines where that is wanted."""
        self._put(
            paragraph, spot, title=title, kind='<w:text w:multiLine="1"/>', text=now or placeholder,
            look=f'<w:color w:val="{INK if now else MUTED}"/>', is_placeholder=not now,
        )  # fmt: skip

    def pick(self, paragraph: Any, spot: Spot, *, title: str, labels: tuple[str, ...], now: str) -> None:
        """Put a list to choose one of."""
        items = "".join(f"<w:listItem w:displayText={_said(one)} w:value={_said(one)}/>" for one in labels)
        self._put(
            paragraph, spot, title=title, kind=f"<w:dropDownList>{items}</w:dropDownList>", text=now or DOTS,
            look=f'<w:color w:val="{INK if now else MUTED}"/>', is_placeholder=not now,
        )  # fmt: skip

    def _put(
        self,
        paragraph: Any,
        spot: Spot,
        *,
        title: str,
        kind: str,
        text: str,
        look: str,
        is_placeholder: bool = False,
    ) -> None:
        name = f"{PREFIX}p{len(self.made) + 1}"
        self.made.append(spot)
        tag = "/".join(filter(None, (spot.question, spot.kind, spot.value, spot.detail)))
        control = parse_xml(
            f"<w:sdt {nsdecls('w')} {_W14}><w:sdtPr><w:alias w:val={_said(title)}/><w:tag w:val={_said(tag)}/>"
            f'<w:id w:val="{1000 + len(self.made)}"/><w:lock w:val="sdtLocked"/>'
            f"{'<w:showingPlcHdr/>' if is_placeholder else ''}{kind}</w:sdtPr>"
            f"<w:sdtContent><w:r><w:rPr>{look}</w:rPr>{_lines(text)}</w:r></w:sdtContent></w:sdt>"
        )
        self._mark(element_of(paragraph), control, name=name)

    def _mark(self, parent: Any, control: Any, *, name: str) -> None:
        self._marks += 1
        parent.append(made("w:bookmarkStart", id=self._marks, name=name))
        if control is not None:
            parent.append(control)
        parent.append(made("w:bookmarkEnd", id=self._marks))


def name_of(place: int) -> str:
    """Give the bookmark of the place with this number, from 0."""
    return f"{PREFIX}p{place + 1}"


def _said(text: str) -> str:
    return quoteattr(clean(text)[:_LONGEST_TAG])


def _lines(text: str) -> str:
    """Write a text with its line ends, and a space before each: there are programs that drop a line end here."""
    lines = (f'<w:t xml:space="preserve">{escape(clean(line))}' for line in text.split("\n"))
    return " </w:t><w:br/>".join(lines) + "</w:t>"
