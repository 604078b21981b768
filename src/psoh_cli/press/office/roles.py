"""What a paragraph of an office document can be, and what there is to say about how it is set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from psoh_cli.report import svg

LABELS = 38.0
"""The column on the left for numbers and labels, in millimetres."""


class Role(StrEnum):
    """What a paragraph is; the value is the name of its style as a user sees it."""

    NORMAL = "Normal"
    BODY = "Body Text"
    LEAD = "Inleiding"
    LEAD_WIDE = "Inleiding volle breedte"
    LEAD_LANDSCAPE = "Inleiding liggend"
    BODY_WIDE = "Tekst volle breedte"
    BODY_LANDSCAPE = "Tekst liggend"
    SMALL = "Kleine tekst"
    SMALL_WIDE = "Onder tabel"
    RUBRIC = "Rubriek"
    TITLE = "Title"
    GEMEENTE = "Gemeente"
    SUBTITLE = "Subtitle"
    BANNER = "Voorbeeldstrook"
    STRIP = "Voorbeeldstrook klein"
    FACT = "Gegeven"
    PLAIN_TITLE = "Titel samenvatting"
    PLAIN_GEMEENTE = "Gemeente samenvatting"
    PLAIN_SUBTITLE = "Ondertitel samenvatting"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    PANEL_2 = "Paneel 2"
    PANEL_3 = "Paneel 3"
    PANEL_4 = "Paneel 4"
    FINDING_2 = "Bevinding 2"
    FINDING_3 = "Bevinding 3"
    FINDING_4 = "Bevinding 4"
    FINDING_LEAD = "Bevinding kern"
    FINDING_LEAD_QUIET = "Bevinding kern klein"
    PART = "Onderdeel"
    PART_MORE = "Onderdeel vervolg"
    QUESTION = "Vraag"
    VOICE = "Antwoord"
    BULLET = "List Bullet"
    NUMBERED = "List Number"
    CAPTION = "caption"
    FIGURE_CAPTION = "Bijschrift figuur"
    FIGURE = "Figuur"
    TABLE_HEAD = "Tabelkop"
    TABLE_HEAD_NUMBER = "Tabelkop getal"
    TABLE_TEXT = "Tabeltekst"
    TABLE_NUMBER = "Tabelgetal"
    TABLE_TOTAL = "Tabeltotaal"
    TABLE_TOTAL_NUMBER = "Tabeltotaal getal"
    COLUMN_HEAD = "Kolomkop"
    COLUMN_ITEM = "Kolompunt"
    COLUMN_NOTE = "Kolomnoot"
    KEY_LABEL = "Kerncijfer naam"
    KEY_VALUE = "Kerncijfer"
    KEY_NOTE = "Kerncijfer noot"
    NOTICE_TITLE = "Kader let op kop"
    NOTICE = "Kader let op"
    NOTICE_ITEM = "Kader let op punt"
    DECISION_TITLE = "Kader besluit kop"
    DECISION = "Kader besluit"
    DECISION_ITEM = "Kader besluit punt"
    EXPLANATION_TITLE = "Kader uitleg kop"
    EXPLANATION = "Kader uitleg"
    EXPLANATION_ITEM = "Kader uitleg punt"
    POINT = "Gesprekspunt"
    POINT_TEXT = "Gesprekspunt tekst"
    DECIDED = "Besluit"
    WRITING = "Schrijfregel"
    CONTENTS_TITLE = "TOC Heading"
    CONTENTS_1 = "toc 1"
    CONTENTS_2 = "toc 2"
    SOURCE = "Bron"
    HEADER = "header"
    FOOTER = "footer"
    FOOTER_WIDE = "Voettekst liggend"
    SPACER = "Overgang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The page, upright, in millimetres; on its side it keeps its margins."""

    width: float = 210
    height: float = 297
    top: float = 22
    right: float = 20
    bottom: float = 24
    left: float = 20

    def text_width(self, *, landscape: bool = False) -> float:
        """Give how wide the text runs."""
        return (self.height if landscape else self.width) - self.left - self.right

    def text_height(self, *, landscape: bool = False) -> float:
        """Give how far the text runs down."""
        return (self.width if landscape else self.height) - self.top - self.bottom


A4 = Sheet()
TIGHT = Sheet(top=13, bottom=17)
TEXT_WIDTH, WIDE_TEXT_WIDTH = A4.text_width(), A4.text_width(landscape=True)


class Listing(StrEnum):
    """The kinds of list a paragraph style can belong to."""

    BULLET = "punt"
    NUMBER = "nummer"
    CALLOUT = "kaderpunt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line along one side of a paragraph; width and distance in points."""

    colour: str
    width: float
    space: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """How a paragraph is set: sizes in points, distances in millimetres."""

    base: Role | None = Role.NORMAL
    follows: Role | None = None
    size: float = 10.5
    line: float = 15
    before: float = 0
    after: float = 0
    left: float = LABELS
    hanging: float = 0
    right: float = 0
    colour: str = svg.INK
    bold: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    hyphenated: bool = False
    outline: int = 0
    align: str = "left"
    top: Edge | None = None
    side: Edge | None = None
    bottom: Edge | None = None
    between: Edge | None = None
    """Between two paragraphs of this style, which otherwise join into one pane."""
    fill: str = ""
    right_tab: float = 0
    listing: Listing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterStyle:
    """How a piece of text differs from the paragraph around it; `size` in points, 0 leaves it."""

    colour: str = ""
    bold: bool = False
    size: float = 0
    framed: bool = False
    underline: bool = False
    plain_spelling: bool = False
    """Not for the spelling check."""
