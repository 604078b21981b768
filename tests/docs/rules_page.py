"""docs/regels.md: every rule of `psoh check`, in the words of `psoh uitleg`, a chapter for each kind of file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.docs.pages import MADE, joined, table

from psoh_cli.problems.code import Chapter, Code
from psoh_cli.problems.codes import CHAPTERS, RETIRED
from psoh_cli.problems.manual import sections, snippets

_INTRODUCTION = """\
`psoh check` kijkt de bestanden van een dossier na. Bij elke melding staat een code, zoals `KAART012`. Op deze pagina
leest u per code waar psoh naar kijkt, waarom dat telt en wat u doet. Op uw scherm leest u hetzelfde met
`psoh uitleg KAART012`.

Een code houdt altijd dezelfde betekenis. Vervalt een regel, dan komt het nummer niet terug.

YAML is de manier waarop de bestanden zijn geschreven: de naam van een veld, een dubbele punt, een spatie en een
waarde. Tussen rechte haken staat soms een teken dat u anders niet ziet, zoals \\[tab\\]."""

_SEVERITIES = (
    ("fout", "Dit moet u verbeteren. Anders kunt u geen plan of rapport maken."),
    ("waarschuwing", "Dit klopt waarschijnlijk niet. Kijk het na; psoh gaat wel verder."),
    ("tip", "Hier kan het dossier beter van worden."),
)


def rules_page() -> str:
    """Write the whole page: what the words mean, the chapters, and every code under its own name."""
    contents = "\n".join(f"* [{chapter.title}](#{anchor_of(chapter.title)})" for chapter in CHAPTERS)
    parts = [
        MADE,
        "# Regels van psoh check",
        _INTRODUCTION,
        table(("ernst", "wat het betekent"), _SEVERITIES),
    ]
    parts += ["## Inhoud", contents]
    for chapter in CHAPTERS:
        parts += _chapter(chapter)
    if RETIRED:
        parts += ["## Codes die niet meer bestaan"]
    for old, new in RETIRED.items():
        parts += [f"### {old}", f"Wat psoh hier zocht, heet nu [{new}](#{anchor_of(new)})."]
    return joined(parts)


def anchor_of(heading: str) -> str:
    """Give the name under which a heading can be linked to."""
    return re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-"))


def _chapter(chapter: Chapter) -> Iterator[str]:
    rows = [
        (f"[{code.code}](#{anchor_of(code.code)})", code.severity.value, code.title) for code in chapter.codes
    ]
    yield f"## {chapter.title}"
    yield f"Hiernaar zoekt psoh {chapter.where}."
    yield table(("code", "ernst", "waar het over gaat"), rows)
    for code in chapter.codes:
        yield from _rule(code)


def _rule(code: Code) -> Iterator[str]:
    """Write one rule; its heading is the code alone, so that a link to it holds when the title changes."""
    yield f"### {code.code}"
    yield f"*{_text(code.title)}* ({code.severity.value})"
    for title, text in sections(code):
        yield f"**{title}.** {_text(text)}"
    for title, snippet in snippets(code):
        yield f"{title}:\n\n```text\n{snippet}\n```"


def _text(text: str) -> str:
    """Write a text so that Markdown reads every sign in it as itself."""
    return re.sub(r"([*`\\])", r"\\\1", text).replace("<", "&lt;")
