"""What the klankbordgroep decided, beside what it decided on.

Who was at the table is in no document, and neither is the remark: a role at a small table is often one person.
"""

from __future__ import annotations

from psoh_cli.report.discussion_topics import resolutions
from psoh_cli.report.document import Column, Paragraph, Part, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import LineLike, line, lines, pieces, strong
from psoh_cli.report.version import Version
from psoh_cli.rounds.round import Resolution

_LABEL = "Besloten"


def beside(draft: Draft, *about: str) -> LineLike:
    """Give what was decided on something, to stand behind what was said on it; empty when nothing was."""
    found = _on(draft, *about)
    return pieces(*(pieces(" ", strong(f"{_when(item)}:"), f" {item.text}") for item in found))


def part(draft: Draft, *about: str) -> tuple[Part, ...]:
    """Give the same as a labelled part of a finding or a panel."""
    found = _on(draft, *about)
    items = tuple(line(f"{_when(item)}: {item.text}") for item in found)
    return (Part(label=_LABEL, items=items),) if items else ()


def section(draft: Draft) -> tuple[Section, ...]:
    """Give all that was decided, the latest first; nothing where nothing was."""
    found = everything(draft)
    if not found:
        return ()
    table = Table(
        caption="Wat de klankbordgroep besloot",
        columns=(
            Column(title="Besluit", width=10),
            Column(title="Waarover", width=7),
            Column(title="Wanneer", width=3),
        ),
        rows=tuple(lines(item.text, _about(item, draft=draft), item.day.in_words()) for item in found),
    )
    words = "De klankbordgroep praat over de uitkomst en geeft raad. Over het plan besluiten het college en de raad."
    return (
        Section(
            id="klankbordgroep",
            title="Besproken in de klankbordgroep",
            blocks=(Paragraph(content=words, style="klein"), table),
        ),
    )


def everything(draft: Draft) -> tuple[Resolution, ...]:
    """Give all that was decided, the latest first."""
    return _on(draft, *(name for item in draft.material.round.resolutions for name in item.about))


def _on(draft: Draft, *about: str) -> tuple[Resolution, ...]:
    """Give the decisions; not for everybody, they are the advice of who was at the table to each other."""
    if draft.version is Version.PUBLIC:
        return ()
    return resolutions(draft.material.round, *about, as_of=draft.analysis.as_of)


def _when(resolution: Resolution) -> str:
    return f"Besproken in de klankbordgroep op {resolution.day.in_words()}"


def _about(resolution: Resolution, *, draft: Draft) -> str:
    """Name what a decision is about; a finding that is gone by what its id says."""
    titles = {item.id: item.subject for item in draft.catalogue.arq_questions}
    titles |= {question.id: question.text for question in draft.catalogue.questions}
    told = []
    for name in resolution.about:
        finding = draft.analysis.finding.get(name)
        told.append(titles.get(finding.about, finding.title) if finding else titles.get(name, name))
    return "; ".join(dict.fromkeys(told))
