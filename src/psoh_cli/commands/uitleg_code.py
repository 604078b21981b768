"""What `psoh uitleg` says about a code of `psoh check`, and the list of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.problems.code import Chapter, Code


def show_code(name: str) -> None:
    """Show the page of a code; one that is no more leads to the one that took over."""
    from psoh_cli.problems.codes import CODES, RETIRED
    from psoh_cli.terminal import console

    if name in RETIRED:
        console.paragraph(f"De code {name} bestaat niet meer. Wat psoh toen zocht, heet nu {RETIRED[name]}.")
    _show_page(CODES[RETIRED.get(name, name)])


def _show_page(code: Code) -> None:
    from psoh_cli.problems.codes import chapter_of
    from psoh_cli.problems.manual import sections, snippets
    from psoh_cli.terminal import console

    console.heading(f"{code.code}  {code.title} ({code.severity.value})")
    console.paragraph(f"Hiernaar zoekt psoh {chapter_of(code.code).where}.")
    for title, text in sections(code):
        console.paragraph(f"{title}: {text}")
    for title, snippet in snippets(code):
        console.out(f"\n{title}:")
        for line in snippet.split("\n"):
            console.out(f"    {line}")


def show_chapters(chapters: Iterable[Chapter]) -> None:
    """List the codes of every chapter, with how grave each is and its title."""
    from psoh_cli.terminal import console

    for chapter in chapters:
        console.heading(f"{chapter.title} ({chapter.where})")
        for code in chapter.codes:
            console.out(f"{code.code:<13} {code.severity.value:<13} {code.title}")
    console.say("\nDe hele uitleg bij een code: psoh uitleg, met de code erachter.")
