"""The confirmation sheet as the text of a mail, to be answered inside the mail itself."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from psoh_cli.dutch import date_in_words
from psoh_cli.kaart.exchange.confirmation.asked import Ask
from psoh_cli.kaart.exchange.confirmation.form import HIDDEN, Form, Line, Part

ARROW = "=>"
ALL_HOLDS = "Klopt alles van"
NOT_KNOWN = "Nog niet bekend. Vul in wat u weet:"
END = "Einde van de vragen"
RULE = "=="
REFERENCE = "Kenmerk"

SUBJECT = "Klopt dit nog? Uw aanbod op de sociale kaart van"
PARAGRAPHS = (
    "Beste collega,",
    (
        "Op de sociale kaart van {gemeente}, de lijst van aanbod voor statushouders, staat {name}. Wij willen alleen "
        "laten zien wat nog klopt. Wilt u deze gegevens nakijken? Dat kost een paar minuten."
    ),
    "Beantwoord deze mail en laat de vragen staan. Schrijf achter elke pijl:",
    "- klopt, als het nog zo is;",
    "- of wat het nu is, bijvoorbeeld: dinsdag 10:00-12:00;",
    "- of weg, als dat gegeven van de kaart af kan.",
    (
        "Klopt alles van een dienst? Dan is één keer klopt genoeg, achter de eerste pijl van die dienst. Bestaat een "
        "dienst niet meer, schrijf daar dan gestopt. Wat u niet weet, slaat u over. "
        "Wilt u meer vertellen, zet dat dan bij de vraag waar het over gaat."
    ),
    (
        "Noem geen namen van mensen, en geen nummer of mailadres van één persoon: de kaart wordt gedeeld. Een functie, "
        "een algemeen nummer of een gedeeld postvak is goed."
    ),
    "Vragen van {day}. Hartelijk dank voor uw hulp.",
)
"""The covering words, by which they are known again in an answer."""

_WIDTH = 70
"""Narrower than mail programs wrap, with room for the sign before what is quoted."""

_ARROWS = re.compile(r"(?:[=\-–—~]+>|→|⇒)")
_RISKY = re.compile(r" (?=(?:==|>|\[[od]:|\d+\.\d+\b|Kenmerk|Einde van|Nog niet bekend))")
_MOST_CHOICES = 120


def write_mail(form: Form) -> str:
    """Write subject, covering words and all questions, each with an arrow to answer behind."""
    lines = [
        f"Onderwerp: {SUBJECT} {form.gemeente}",
        *_opening(form),
    ]
    for part in form.parts:
        lines += ["", *_part(part)]
    lines += ["", f"{RULE} {END} {RULE}", f"{REFERENCE}: {form.organization} {form.made_on.isoformat()}"]
    return "\n".join(lines) + "\n"


def choices_in_words(ask: Ask) -> str:
    """Name what one can choose from, where that is short enough to read."""
    words = ", ".join(word for value, word in ask.choices.items() if value != "onbekend")
    if not words or len(words) > _MOST_CHOICES:
        return ""
    return f"{'kies een of meer' if ask.many else 'kies'}: {words}"


def _opening(form: Form) -> Iterator[str]:
    said = {"gemeente": form.gemeente, "name": form.name, "day": date_in_words(form.made_on)}
    for paragraph in PARAGRAPHS:
        text = paragraph.format_map(said)
        if not paragraph.startswith("- "):
            yield ""
        yield from _wrapped(text, indent="  " if paragraph.startswith("- ") else "")


def _part(part: Part) -> Iterator[str]:
    what = "" if part.kind == "dienst" else " (de organisatie zelf)"
    yield from _wrapped(f"{RULE} {part.number}. {part.name}{what} {RULE}")
    yield f"[{part.reference} {part.mark}]"
    if part.known:
        yield ""
        yield from _wrapped(f"{part.number}.0 {ALL_HOLDS} {part.name}?")
        yield f"    {ARROW}"
        for line in part.known:
            yield from _line(line)
    if part.open:
        yield ""
        yield NOT_KNOWN
        for line in part.open:
            yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    label = line.ask.label if line.ask.label.endswith("?") else f"{line.ask.label}:"
    if not line.is_open:
        yield from _wrapped(f"{line.number} {label} {line.shown}")
        yield f"    {ARROW}"
        return
    hint = choices_in_words(line.ask) or f"bijvoorbeeld: {line.ask.example}"
    told = f"{line.number} {label} ({HIDDEN if line.is_hidden else hint})"
    yield from _wrapped(told, end=f" {ARROW}")


def _wrapped(text: str, *, indent: str = "", end: str = "") -> list[str]:
    """Wrap a text; what could be taken for an arrow or a line of ours is written otherwise, or not at its start."""
    kept = _RISKY.sub("\N{NO-BREAK SPACE}", _ARROWS.sub("= >", text))
    return textwrap.wrap(
        kept + end,
        width=_WIDTH,
        subsequent_indent=indent or ("    " if text[:1].isdigit() else ""),
        break_long_words=False,
        break_on_hyphens=False,
    )
