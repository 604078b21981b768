"""Covering what is told of a file that came in: no message repeats what seems to be about one person."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from psoh_cli.came_in import NotUnderstood
from psoh_cli.privacy.covering import HIDDEN, hidden
from psoh_cli.privacy.finding import traces
from psoh_cli.privacy.trace import Kind

_MOST = 4_000
"""No message shows more of a text than this, so more of it is not looked at."""

_SPACE = {"\n": " ", "\t": " ", "\r": " "}


def masked(text: str) -> str:
    """Put a sign in the place of what in a text seems to be about one person; words about a case go as a whole.

    A character that nobody sees hides nothing: it is taken out before the text is looked at. Cover a text before
    it is cut off, because half a name is not known any more.
    """
    short = text[:_MOST]
    bare = _bare(short)
    if any(trace.kind is Kind.CASE for trace in traces(bare)):
        return HIDDEN
    covered = hidden(bare)
    return short if covered == bare else covered


def without_people(item: NotUnderstood) -> NotUnderstood:
    """Give what was not understood with nothing in it about one person: the text, the heading, why and the remedy."""
    return replace(
        item,
        place=replace(item.place, column=masked(item.place.column)),
        text=masked(item.text),
        why=hidden(_bare(item.why)),
        remedy=hidden(_bare(item.remedy)),
    )


def _bare(text: str) -> str:
    """Give a text as people read it: without signs that nobody sees, and every letter and digit as it is meant."""
    if text.isascii() and text.isprintable():
        return text
    seen = (_SPACE.get(char, "") if unicodedata.category(char) in {"Cc", "Cf"} else char for char in text)
    return unicodedata.normalize("NFKC", "".join(seen))
