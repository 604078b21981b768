"""The styles of our office documents: every paragraph and character style once, for Word and OpenDocument alike."""

from __future__ import annotations

from dataclasses import replace

from psoh_cli.press.office.roles import (
    LABELS,
    TEXT_WIDTH,
    WIDE_TEXT_WIDTH,
    CharacterStyle,
    Edge,
    Listing,
    ParagraphStyle,
    Role,
)
from psoh_cli.press.office.text import Look
from psoh_cli.report import svg

FONT = "Noto Sans"
OTHER_FONT = "Segoe UI"
"""What a computer without our font is told to use: nearly as wide, and on every Windows."""
TINT, PANE, BAND, ON_BAND, PALE = "#E6F0F3", "#F5F8F9", "#FFE9A8", "#3D2B00", "#CFE3E8"
MET, PARTLY, MISSING, UNKNOWN = "#1F6F54", "#8A5A00", "#9B2335", "#5B6470"
COMPARABLE, DERIVED = "#5A3E85", "#6B4E16"


_THICK, _HAIR = 1.5, 0.5


def _line(colour: str, width: float, space: float = 1) -> Edge:
    return Edge(colour=colour, width=width, space=space)


def _callout(colour: str, fill: str) -> tuple[ParagraphStyle, ParagraphStyle, ParagraphStyle]:
    """Give title, text and list item of one tone; the edges are alike so that they join into one pane."""
    text = ParagraphStyle(
        left=LABELS + 4, right=4, side=_line(colour, 3, 8), fill=fill, keep_lines=True,
        top=_line(fill, 4, 2), bottom=_line(fill, 4, 2),
    )  # fmt: skip
    title = replace(text, bold=True, keep_next=True, before=3)
    item = replace(text, left=LABELS + 7, hanging=3, listing=Listing.CALLOUT, top=_line(fill, 1, 0))
    return title, text, item


def _heading(level: int) -> ParagraphStyle:
    size, line, before, after = {
        1: (16.0, 21.0, 10.0, 5.0), 2: (12.5, 16.5, 7.0, 2.0), 3: (11.5, 15.0, 5.5, 1.5), 4: (10.5, 15.0, 5.0, 1.0),
    }[level]  # fmt: skip
    return ParagraphStyle(
        follows=Role.BODY, size=size, line=line, before=before, after=after, bold=True, keep_next=True,
        keep_lines=True, outline=level, colour=svg.PETROL if level == 1 else svg.INK,
        hanging=LABELS if level == 1 else 0,
    )  # fmt: skip


def _panel(level: int) -> ParagraphStyle:
    return replace(
        _heading(level), base=Role(f"heading {level}"), follows=Role.PART, size=12.5, line=16.5, before=6, after=1.5,
        hanging=LABELS, top=_line(svg.PETROL, _THICK, 6),
    )  # fmt: skip


def _finding(level: int) -> ParagraphStyle:
    return replace(
        _heading(level), base=Role(f"heading {level}"), follows=Role.FINDING_LEAD, size=11.5, line=15, before=5,
        after=1, top=_line(svg.HAIRLINE, _HAIR, 8),
    )  # fmt: skip


_FLAT = ParagraphStyle(left=0)
_RULE = _line(svg.HAIRLINE, _HAIR, 3)
_NOTICES = _callout(PARTLY, PANE)
_DECISIONS = _callout(svg.PETROL, TINT)
_EXPLANATIONS = _callout(svg.PETROL, PANE)
_TABLE = ParagraphStyle(left=0, size=8.5, line=12, before=1.2, after=1.2, hyphenated=True)
_ON_COVER = ParagraphStyle(left=LABELS, right=20, colour="#FFFFFF", fill=svg.PETROL)

PARAGRAPHS: dict[Role, ParagraphStyle] = {
    Role.NORMAL: replace(_FLAT, base=None),
    Role.BODY: ParagraphStyle(after=2.2),
    Role.LEAD: ParagraphStyle(follows=Role.BODY, size=12.5, line=17.5, after=4, keep_next=True),
    Role.LEAD_WIDE: replace(_FLAT, base=Role.LEAD, follows=Role.BODY_WIDE, after=1.5, keep_next=True),
    Role.LEAD_LANDSCAPE: replace(
        _FLAT, base=Role.LEAD, follows=Role.BODY_LANDSCAPE, size=12.5, line=17.5, after=4, right=85,
        keep_next=True,
    ),
    Role.BODY_WIDE: replace(_FLAT, base=Role.BODY, after=2.2),
    Role.BODY_LANDSCAPE: replace(_FLAT, base=Role.BODY, after=2.2, right=85),
    Role.SMALL: ParagraphStyle(size=8.5, line=12, after=2.2, colour=svg.MUTED),
    Role.SMALL_WIDE: replace(_FLAT, size=8.5, line=12, before=1.5, after=3, colour=svg.MUTED),
    Role.RUBRIC: replace(_ON_COVER, colour=PALE, before=2),
    Role.TITLE: replace(
        _ON_COVER, follows=Role.GEMEENTE, size=32, line=38, before=34, right=0, bold=True, keep_next=True
    ),
    Role.GEMEENTE: replace(_ON_COVER, follows=Role.SUBTITLE, size=16, line=22, before=2),
    Role.SUBTITLE: replace(_ON_COVER, follows=Role.BODY, colour=PALE, before=5),
    Role.BANNER: replace(
        _FLAT, bold=True, colour=ON_BAND, fill=BAND, before=4, after=6, left=2, right=2,
        top=_line(BAND, 4, 4), bottom=_line(BAND, 4, 4), side=_line(BAND, 4, 4),
    ),
    Role.STRIP: replace(
        _FLAT, base=Role.HEADER, size=8.5, line=12, bold=True, colour=ON_BAND, fill=BAND, left=2, right=2,
        top=_line(BAND, 3, 2), bottom=_line(BAND, 3, 2), side=_line(BAND, 4, 4),
    ),
    Role.FACT: ParagraphStyle(before=1, after=1, hanging=LABELS, top=_RULE, between=_RULE),
    Role.PLAIN_TITLE: replace(
        _FLAT, follows=Role.PLAIN_GEMEENTE, size=24, line=30, bold=True, colour=svg.PETROL, keep_next=True,
        top=_line(svg.PETROL, 3, 4),
    ),
    Role.PLAIN_GEMEENTE: replace(_FLAT, size=12.5, line=17),
    Role.PLAIN_SUBTITLE: replace(_FLAT, size=8.5, line=12, colour=svg.MUTED, after=2),
    **{Role(f"heading {level}"): _heading(level) for level in (1, 2, 3, 4)},
    **{Role(f"Paneel {level}"): _panel(level) for level in (2, 3, 4)},
    **{Role(f"Bevinding {level}"): _finding(level) for level in (2, 3, 4)},
    Role.FINDING_LEAD: ParagraphStyle(hanging=LABELS, after=1.6, keep_lines=True),
    Role.FINDING_LEAD_QUIET: ParagraphStyle(hanging=LABELS, size=9.5, line=13, after=1.6, keep_lines=True),
    Role.PART: ParagraphStyle(hanging=LABELS, size=9.5, line=13.5, before=1.2, after=0.6),
    Role.PART_MORE: ParagraphStyle(base=Role.PART, size=9.5, line=13.5, after=0.6),
    Role.QUESTION: ParagraphStyle(size=8.5, line=12, before=1.6, colour=svg.MUTED, keep_next=True),
    Role.VOICE: ParagraphStyle(left=LABELS + 44, hanging=44, size=8.5, line=12, before=0.5, keep_lines=True),
    Role.BULLET: ParagraphStyle(base=Role.BODY, left=LABELS + 4.5, hanging=4.5, after=1, listing=Listing.BULLET),
    Role.NUMBERED: ParagraphStyle(base=Role.BODY, left=LABELS + 7, hanging=7, after=1, listing=Listing.NUMBER),
    Role.CAPTION: replace(_FLAT, size=8.5, line=12, before=4, after=1.5, bold=True, keep_next=True, keep_lines=True),
    Role.FIGURE_CAPTION: replace(
        _FLAT, base=Role.CAPTION, size=8.5, line=12, before=1.5, after=4, colour=svg.MUTED, keep_lines=True
    ),
    Role.FIGURE: replace(_FLAT, before=3, after=2, line=0, keep_next=True),
    Role.TABLE_HEAD: replace(_TABLE, base=Role.TABLE_TEXT, bold=True, colour=svg.MUTED, keep_next=True),
    Role.TABLE_HEAD_NUMBER: replace(_TABLE, base=Role.TABLE_HEAD, bold=True, colour=svg.MUTED, keep_next=True,
                                    align="right"),
    Role.TABLE_TEXT: _TABLE,
    Role.TABLE_NUMBER: replace(_TABLE, base=Role.TABLE_TEXT, align="right", hyphenated=False),
    Role.TABLE_TOTAL: replace(_TABLE, base=Role.TABLE_TEXT, bold=True),
    Role.TABLE_TOTAL_NUMBER: replace(_TABLE, base=Role.TABLE_NUMBER, bold=True, align="right", hyphenated=False),
    # not bold by itself: in Word a bold word in a bold paragraph is not bold
    Role.COLUMN_HEAD: replace(_FLAT, before=1.5, after=1, keep_next=True),
    Role.COLUMN_ITEM: replace(_FLAT, size=9, line=12.3, before=0.8, after=0.8, hyphenated=True),
    Role.COLUMN_NOTE: replace(_FLAT, size=8.5, line=12, before=1, after=1, colour=svg.MUTED),
    Role.KEY_LABEL: replace(_FLAT, before=1, keep_next=True),
    Role.KEY_VALUE: replace(_FLAT, size=24, line=28, bold=True, colour=svg.PETROL),
    Role.KEY_NOTE: replace(_FLAT, size=8.5, line=12, colour=svg.MUTED, after=1),
    **dict(zip((Role.NOTICE_TITLE, Role.NOTICE, Role.NOTICE_ITEM), _NOTICES, strict=True)),
    **dict(zip((Role.DECISION_TITLE, Role.DECISION, Role.DECISION_ITEM), _DECISIONS, strict=True)),
    **dict(zip((Role.EXPLANATION_TITLE, Role.EXPLANATION, Role.EXPLANATION_ITEM), _EXPLANATIONS, strict=True)),
    Role.POINT: replace(_FLAT, before=1, after=0.8),
    Role.POINT_TEXT: replace(_FLAT, size=10, line=13.5, after=0.6),
    Role.DECIDED: replace(_FLAT, size=9.5, line=12.5, before=1, after=1),
    Role.WRITING: replace(
        _FLAT, size=8.5, line=12, before=4, colour=svg.MUTED, bottom=_line(svg.MUTED, _HAIR, 1),
        between=_line(svg.MUTED, _HAIR, 1),
    ),
    Role.CONTENTS_TITLE: ParagraphStyle(
        size=16, line=21, bold=True, colour=svg.PETROL, after=6, keep_next=True, follows=Role.BODY
    ),
    Role.CONTENTS_1: ParagraphStyle(
        left=LABELS + 9, hanging=9, right=12, before=1, after=1, top=_RULE, between=_RULE,
        right_tab=TEXT_WIDTH,
    ),
    Role.CONTENTS_2: ParagraphStyle(left=LABELS + 9, right=12, size=9.5, line=13.5, after=0.6, colour=svg.MUTED,
                                    right_tab=TEXT_WIDTH),
    Role.SOURCE: replace(
        _FLAT, left=9, hanging=9, size=8.5, line=12, before=0.6, after=0.6, keep_lines=True,
        top=_RULE, between=_RULE,
    ),
    Role.HEADER: replace(_FLAT, size=8, line=11, colour=svg.MUTED),
    Role.FOOTER: replace(_FLAT, size=8, line=11, colour=svg.MUTED, top=_line(svg.HAIRLINE, _HAIR, 6),
                         right_tab=TEXT_WIDTH),
    Role.FOOTER_WIDE: replace(_FLAT, size=8, line=11, colour=svg.MUTED, right_tab=WIDE_TEXT_WIDTH,
                              top=_line(svg.HAIRLINE, _HAIR, 6)),
    Role.SPACER: replace(_FLAT, size=1, line=1),
}  # fmt: skip

_BADGE = CharacterStyle(bold=True, size=7, framed=True, plain_spelling=True)
_VERDICT = CharacterStyle(bold=True)

CHARACTERS: dict[Look, CharacterStyle] = {
    Look.STRONG: CharacterStyle(bold=True),
    Look.QUIET: CharacterStyle(colour=svg.MUTED),
    Look.CODE: CharacterStyle(colour=svg.MUTED, plain_spelling=True),
    Look.NUMBER: CharacterStyle(colour=svg.PETROL),
    Look.LABEL: CharacterStyle(colour=svg.MUTED, size=8.5),
    Look.LINK: CharacterStyle(colour=svg.PETROL, underline=True),
    Look.CITE: CharacterStyle(colour=svg.PETROL, size=8),
    Look.ARQ: replace(_BADGE, colour=svg.PETROL),
    Look.COMPARABLE: replace(_BADGE, colour=COMPARABLE),
    Look.DERIVED: replace(_BADGE, colour=DERIVED),
    Look.MET: replace(_VERDICT, colour=MET),
    Look.PARTLY: replace(_VERDICT, colour=PARTLY),
    Look.MISSING: replace(_VERDICT, colour=MISSING),
    Look.UNKNOWN: replace(_VERDICT, colour=UNKNOWN),
}
