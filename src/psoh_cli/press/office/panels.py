"""Panels, findings, callouts and lists of terms as paragraphs of an office document."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.press.office.items import Para, beside
from psoh_cli.press.office.roles import LABELS, Role
from psoh_cli.press.office.text import Look, Run, badge, runs, said, verdict
from psoh_cli.report.document import Callout, FindingBlock, Legend, Panel, Part, Term
from psoh_cli.vocabulary import Provenance, Verdict

_CALLOUTS = {
    "let-op": (Role.NOTICE_TITLE, Role.NOTICE, Role.NOTICE_ITEM),
    "besluit": (Role.DECISION_TITLE, Role.DECISION, Role.DECISION_ITEM),
    "uitleg": (Role.EXPLANATION_TITLE, Role.EXPLANATION, Role.EXPLANATION_ITEM),
}


def terms(items: tuple[Term, ...]) -> Iterator[Para]:
    """Give each term with its meaning beside it."""
    for term in items:
        yield Para(
            role=Role.PART,
            runs=beside(said(term.term, Look.LABEL), runs(term.content), room=LABELS, size=8.5),
        )


def legend(block: Legend) -> Iterator[Para]:
    """Give each sign of a legend with its meaning beside it."""
    known = {provenance.value: provenance for provenance in Provenance}
    for item in block.items:
        sign = (badge(known[item.term]),) if item.term in known else said(item.term, Look.LABEL)
        yield Para(role=Role.PART, runs=beside(sign, runs(item.content), room=LABELS, size=8.5))


def parts(parts: tuple[Part, ...]) -> Iterator[Para]:
    """Give each label with its lines beside it."""
    for part in parts:
        first = runs(part.items[0]) if part.items else ()
        yield Para(role=Role.PART, runs=beside(said(part.label, Look.LABEL), first, room=LABELS, size=8.5))
        for item in part.items[1:]:
            yield Para(role=Role.PART_MORE, runs=runs(item))


def panel(block: Panel, *, level: int) -> Iterator[Para]:
    """Give a panel: number and title, the verdict, the answer and its parts."""
    origin = runs(block.origin)
    title = (*said(block.title), Run(" "), *origin) if origin else said(block.title)
    numbered = (
        beside(said(block.number, Look.NUMBER), title, room=LABELS, size=12.5) if block.number else title
    )
    yield Para(
        role=Role(f"Paneel {max(2, level)}"),
        runs=numbered,
        anchor=block.id,
        indent=None if block.number else (LABELS, 0),
    )
    yield from _answered(Role.FINDING_LEAD, judged=block.verdict, lead=runs(block.lead))
    yield from parts(block.parts)


def finding(block: FindingBlock, *, level: int) -> Iterator[Para]:
    """Give a finding: title, verdict, who said what, and its parts."""
    yield Para(role=Role(f"Bevinding {max(2, level)}"), runs=said(block.title), anchor=block.id)
    role = Role.FINDING_LEAD_QUIET if block.quiet else Role.FINDING_LEAD
    yield from _answered(role, judged=block.verdict, lead=runs(block.lead))
    for question in block.voices:
        yield Para(role=Role.QUESTION, runs=said(question.text))
        for answer in question.items:
            label = said(answer.term, Look.STRONG)
            yield Para(role=Role.VOICE, runs=beside(label, runs(answer.content), room=44, size=8.5))
    yield from parts(block.parts)


def _answered(role: Role, *, judged: Verdict | None, lead: tuple[Run, ...]) -> Iterator[Para]:
    """Give the verdict in the margin with the answer beside it."""
    if judged is not None:
        yield Para(role=role, runs=beside((verdict(judged),), lead, room=LABELS, size=10.5))
    elif lead:
        yield Para(role=role, runs=lead, indent=(LABELS, 0))


def callout(block: Callout, *, wide: bool) -> Iterator[Para]:
    """Give a callout: its title and lines, which join into one pane."""
    title, text, item = _CALLOUTS[block.tone]
    yield Para(role=title, runs=said(block.title), indent=(4, 0) if wide else None)
    many = len(block.content) > 1
    for place, line in enumerate(block.content, start=1):
        yield Para(
            role=item if many else text,
            runs=runs(line),
            indent=((7, 3) if many else (4, 0)) if wide else None,
            kept=place < len(block.content),
        )
