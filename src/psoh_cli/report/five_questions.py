"""The five questions that gemeenten struggle with according to ARQ, each with our answer so far."""

from __future__ import annotations

from functools import partial

from psoh_cli.analysis.finding import ArqAnswer, OpenQuestion
from psoh_cli.report import decided, wording
from psoh_cli.report.document import Panel, Paragraph, Part, Section
from psoh_cli.report.draft import Draft
from psoh_cli.report.evidence import rests_on
from psoh_cli.report.spans import Badge, Line, LineLike, line, pieces, quiet, strong
from psoh_cli.vocabulary import Provenance

_MOST_OPEN = 5


def five_questions(draft: Draft, *, number: str) -> Section:
    """Compose the five panels."""
    intro = draft.claim(
        "Volgens ARQ worstelen gemeenten met vijf vragen. Hieronder staat per vraag wat wij nu kunnen zeggen, hoe "
        "zeker dat is, waar het op rust en wat nog open staat.",
        provenance=draft.catalogue.arq_questions[0].provenance,
        sources=draft.catalogue.arq_questions[0].sources,
    )
    return Section(
        id="vijf-vragen",
        number=number,
        title="De vijf vragen van ARQ",
        page="nieuw",
        blocks=(
            Paragraph(content=intro, style="lead"),
            *(_panel(answer, draft=draft) for answer in draft.analysis.arq_questions),
        ),
    )


def _panel(answer: ArqAnswer, *, draft: Draft) -> Panel:
    said = partial(wording.as_said, gemeente=draft.gemeente)
    parts = [Part(label="Hoe zeker", items=(line(said(answer.certainty)),))]
    nothing = (line("Nog niets: hierover is nog geen antwoord bekend."),)
    parts.append(Part(label="Rust op", items=rests_on(answer.evidence, draft=draft) or nothing))
    if answer.open:
        parts.append(Part(label="Nog open", items=_open(answer.open)))
    parts.extend(decided.part(draft, answer.id))
    return Panel(
        id=f"vraag-{answer.number}",
        number=str(answer.number),
        title=answer.subject,
        verdict=answer.verdict,
        origin=_origin(answer, draft=draft),
        lead=pieces(
            strong("Onze lezing"), " ", Badge(provenance=Provenance.DERIVED), " ", said(answer.answer)
        ),
        parts=tuple(parts),
    )


def _origin(answer: ArqAnswer, *, draft: Draft) -> LineLike:
    """Name who asks: the question is from a source, the answer is ours."""
    asked = [question.provenance for question in draft.catalogue.arq_questions if question.id == answer.id]
    return pieces(*(Badge(provenance=provenance) for provenance in asked), draft.cite(answer.sources))


def _open(questions: tuple[OpenQuestion, ...]) -> tuple[Line, ...]:
    shown = tuple(line(question.text) for question in questions[:_MOST_OPEN])
    more = len(questions) - _MOST_OPEN
    return shown if more <= 0 else (*shown, line(quiet(f"En nog {more} vragen.")))
