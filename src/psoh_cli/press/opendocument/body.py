"""The body of an OpenDocument text: items as paragraphs, lists, tables and frames of odfdo."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, assert_never

from odfdo import Document as Text
from odfdo import Element, Frame, Header, LineBreak, Link, List, ListItem, Paragraph, Span, Tab

from psoh_cli.press.office import pictures
from psoh_cli.press.office.dress import Dress
from psoh_cli.press.office.items import Anchors, Contents, Grid, Item, Opening, Para, Picture
from psoh_cli.press.office.roles import Listing, ParagraphStyle, Role
from psoh_cli.press.office.styles import PARAGRAPHS
from psoh_cli.press.office.text import Look, Run, Script, segments
from psoh_cli.press.opendocument import contents as odt_contents
from psoh_cli.press.opendocument import table as odt_table
from psoh_cli.press.opendocument.automatic import Automatic
from psoh_cli.press.opendocument.names import COVER, LISTS, LYING, UPRIGHT, look_name, millimetres, style_name
from psoh_cli.press.opendocument.styles import distances, list_style, padding

_SHARP = 240 / 25.4
"""Pixels per millimetre of a picture."""
_FIELD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="2" height="2" fill="{}"/></svg>'
)
_MASTERS = {Opening.PORTRAIT: UPRIGHT, Opening.LANDSCAPE: LYING}
_COUNTERS = "".join(
    f'<text:sequence-decl text:display-outline-level="0" text:name="{kind}"/>' for kind in ("Tabel", "Figuur")
)


@dataclass(slots=True, kw_only=True)
class Body:
    """Writes items one after the other at the end of a file, with the styles and pictures they need."""

    text: Text
    dress: Dress
    anchors: Anchors
    automatic: Automatic = field(init=False)
    first: bool = True
    _tables: int = 0
    _frames: int = 0

    def __post_init__(self) -> None:
        self.automatic = Automatic(self.text)

    def write(self, items: tuple[Item, ...]) -> None:
        """Write the whole body."""
        self.automatic.begin()
        body = self.text.body
        body.append(Element.from_tag(f"<text:sequence-decls>{_COUNTERS}</text:sequence-decls>"))
        for (listing, _), group in groupby(items, key=_listing):
            if listing is not None:
                body.append(self._list(listing, [item for item in group if isinstance(item, Para)]))
                continue
            for item in group:
                for element in self._elements(item):
                    body.append(element)

    def _elements(self, item: Item) -> list[Element]:
        match item:
            case Para():
                return [self.paragraph(item)]
            case Grid():
                self._tables += 1
                before = [self.paragraph(Para(role=Role.SPACER, opens=item.opens))]
                table = odt_table.element(
                    item,
                    number=self._tables,
                    automatic=self.automatic,
                    dress=self.dress,
                    paragraph=self.paragraph,
                )
                after = [self.paragraph(Para(role=Role.SPACER))] if item.edges else []
                return [*(before if item.opens is not Opening.HERE else []), table, *after]
            case Picture():
                return [self._figure(item)]
            case Contents():
                title = Para(role=Role.CONTENTS_TITLE, runs=(Run(item.title),), opens=Opening.PAGE)
                return [odt_contents.element(item, title=self.paragraph(title), anchors=self.anchors)]
            case _:
                assert_never(item)

    def _list(self, listing: Listing, paras: list[Para]) -> Element:
        named = LISTS[listing]
        if listing is Listing.CALLOUT:
            # a list makes a program forget the right margin of its style, so each paragraph says its own
            style = PARAGRAPHS[paras[0].role]
            paras = [replace(para, indent=para.indent or (style.left, style.hanging)) for para in paras]
        if paras[0].indent is not None:
            left, hanging = paras[0].indent
            left -= padding(PARAGRAPHS[paras[0].role])
            named = f"L{round(left * 100)}_{round(hanging * 100)}"
            self.automatic.add(named, list_style(named, listing=listing, left=left, hanging=hanging))
        made: Any = List(style=named)
        for para in paras:
            item = ListItem()
            item.append(self.paragraph(para))
            made.append(item)
        return made  # type: ignore[no-any-return]

    def paragraph(self, para: Para) -> Element:
        """Give a paragraph or heading with all it says."""
        level = PARAGRAPHS[para.role].outline
        made: Any = Header(level) if level else Paragraph()
        made.style = self._style(para)
        place = self.anchors.name(para.anchor)
        if para.band:
            made.append(self._band(para.band))
        if place:
            made.append(Element.from_tag(f'<text:bookmark-start text:name="{place}"/>'))
        if para.sequence:
            made.append(_counted(para))
        for run in para.runs:
            self._say(made, run)
        if place:
            made.append(Element.from_tag(f'<text:bookmark-end text:name="{place}"/>'))
        return made  # type: ignore[no-any-return]

    def _style(self, para: Para) -> str:
        """Name the style of a paragraph; what differs for this one makes an automatic style on top of it."""
        told: dict[str, str] = {}
        if para.opens is Opening.PAGE:
            told["fo:break-before"] = "page"
        if para.indent is not None or para.before is not None:
            told |= distances(_changed(para))
        if para.kept:
            told["fo:keep-with-next"] = "always"
        master = _MASTERS.get(para.opens, "")
        if self.first:
            master, self.first = COVER, False
        if not told and not master:
            return style_name(para.role)
        return self.automatic.like("P", "paragraph", told, parent=style_name(para.role), page=master)

    def _say(self, paragraph: Any, run: Run) -> None:
        if run.text in {"\t", "\n"}:
            paragraph.append(Tab() if run.text == "\t" else LineBreak())
            return
        target = self._target(run.target) if run.target else ""
        look = Look.PLAIN if run.look is Look.LINK and not target else run.look
        into = paragraph
        if target:
            into = Link(target, style=look_name(look), visited_style=look_name(look))
        elif look:
            into = Span(style=look_name(look))
        for text, script in segments(run.text):
            if script is not Script.LATIN:
                into.append(Span(text, style=script.value))
            else:
                into.append(Span(text) if target else text)  # a link by itself knows no double blanks
        if into is not paragraph:
            paragraph.append(into)

    def _target(self, target: str) -> str:
        if not target.startswith("#"):
            return target
        place = self.anchors.name(target[1:])
        return f"#{place}" if place else ""

    def _figure(self, picture: Picture) -> Element:
        png = picture.content or pictures.png(picture.svg, width_px=max(1, round(picture.width * _SHARP)))
        size = (picture.width, picture.height)
        frame = self._frame(png, style="figure", size=size, anchor="as-char", kind=picture.media_type)
        frame.svg_title, frame.svg_description = picture.title, picture.description
        made: Any = Paragraph(style=self._style(Para(role=Role.FIGURE, opens=picture.opens)))
        made.append(frame)
        return made  # type: ignore[no-any-return]

    def _band(self, height: float) -> Element:
        """Hang the coloured field of the cover behind the text, at the top of the page and as wide."""
        png = pictures.png(_FIELD.format(self.dress.cover), width_px=16)
        frame = self._frame(png, style="band", size=(210, height), anchor="paragraph")
        frame.position = ("0mm", "0mm")
        frame.set_attribute("loext:decorative", "true")
        return frame

    def _frame(
        self, content: bytes, *, style: str, size: tuple[float, float], anchor: str, kind: str = "image/png"
    ) -> Frame:
        self._frames += 1
        path = f"Pictures/{hashlib.sha256(content).hexdigest()[:16]}.{kind.rpartition('/')[2]}"
        self.text.set_part(path, content)
        self.text.manifest.add_full_path(path, kind)
        return Frame.image_frame(
            path,
            name=f"Figuur {self._frames}",
            style=style,
            size=(millimetres(size[0]), millimetres(size[1])),
            anchor_type=anchor,
        )


def _listing(item: Item) -> tuple[Listing | None, int]:
    """Tell which list an item belongs to, and which of them when it is numbered."""
    if not isinstance(item, Para):
        return None, 0
    return PARAGRAPHS[item.role].listing, item.ordinal if item.role is Role.NUMBERED else 0


def _changed(para: Para) -> ParagraphStyle:
    """Give the style of a paragraph with the distances it has for itself."""
    style = PARAGRAPHS[para.role]
    left, hanging = para.indent if para.indent is not None else (style.left, style.hanging)
    before = style.before if para.before is None else para.before
    return replace(style, left=left, hanging=hanging, before=before)


def _counted(para: Para) -> Element:
    """Write the word and the number of a caption; the number is a field that counts by itself."""
    return Element.from_tag(
        f'<text:span text:style-name="{look_name(Look.NUMBER)}">{para.sequence} <text:sequence '
        f'text:ref-name="ref{para.sequence}{para.ordinal - 1}" text:name="{para.sequence}" '
        f'text:formula="ooow:{para.sequence}+1" style:num-format="1">{para.ordinal}</text:sequence>. </text:span>'
    )
