"""How our own lines are known in a mail that came back, whatever a mail program made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.kaart.exchange.confirmation.asked import LABELS
from psoh_cli.kaart.exchange.confirmation.mail import ALL_HOLDS, END, NOT_KNOWN, REFERENCE
from psoh_cli.problems.meant import bare

QUOTE = re.compile(r"^\s*(?:[>|]\s?)+")
ENTRY = re.compile(r"\[([od]:[a-z0-9]+(?:-[a-z0-9]+)*) ([0-9a-f]{6})\]")
SIGNED = re.compile(rf"{REFERENCE}:? *([a-z0-9]+(?:-[a-z0-9]+)*) (\d{{4}}-\d{{2}}-\d{{2}})")
HEADING = re.compile(r"==\s*(\d{1,3})\.\s+(.*)")
ENDING = frozenset({bare(END), bare(NOT_KNOWN)})
NUMBERED = re.compile(r"(\d{1,3}\.\d{1,3})(?!\d)[.):]?(?:\s+|$)(.*)", re.DOTALL)
_ARROW = "(?:[=\\-–—~]+>|→|⇒|➔|➜|\uf0e0|\uf0e8)"
"""As we write it, and as mail programs make one of it, in their font for signs too."""

ARROW_AHEAD = re.compile(rf"(?:{_ARROW}|[àè](?=\s|$))\s*(.*)", re.DOTALL)
ARROW_INSIDE = re.compile(rf"\s*{_ARROW}\s*(.*)$", re.DOTALL)
ALL_HOLD = frozenset({
    "alles-klopt", "alles-klopt-nog", "alles-klopt-nog-steeds", "alles-is-goed", "klopt-allemaal", "het-klopt-allemaal",
    "alles-is-nog-actueel", "alles-akkoord", "ja-alles-klopt", "ja-alles-klopt-nog",
})  # fmt: skip
_LABELS = tuple(sorted({bare(label) for label in LABELS}, key=len, reverse=True))


def is_mail_of_ours(text: str) -> bool:
    """Tell whether a text holds questions of ours."""
    return ENTRY.search(text) is not None and any(
        is_question(match[2]) for match in map(NUMBERED.match, _bare_lines(text)) if match
    )


def _bare_lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield QUOTE.sub("", line.replace("\N{NO-BREAK SPACE}", " ")).strip()


def is_question(rest: str) -> bool:
    said = bare(rest)
    return rest.lower().startswith(f"{ALL_HOLDS.lower()} ") or any(
        said == label or said.startswith(f"{label}-") for label in _LABELS
    )
