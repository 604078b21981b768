"""The knowledge to read: one practice in sections, and all practices and questions as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice import Link, Practice, Statements
from psoh_cli.practices.question import Question
from psoh_cli.practices.readability import LONGEST_WORD, MOST_WORDS, MOST_WORDS_IN_LABEL
from psoh_cli.practices.wording import combination_text, criterion_text
from psoh_cli.vocabulary import AnswerKind, Provenance, Scope

KIND_NAMES = {
    AnswerKind.YES_NO_PARTLY: "ja, deels of nee",
    AnswerKind.CHOICE: "één keuze",
    AnswerKind.MULTIPLE: "meer keuzes",
    AnswerKind.NUMBER: "getal",
    AnswerKind.TEXT: "tekst",
    AnswerKind.DATE: "datum",
}


class Section(NamedTuple):
    """A heading with the lines below it."""

    title: str
    lines: tuple[str, ...]


def sections(catalogue: Catalogue, *, practice: Practice) -> tuple[Section, ...]:
    """Tell everything about one practice; every claim ends with its provenance, empty sections are left out."""
    parts = (
        Section("Wat", (_marked(practice.what, practice.provenance),)),
        Section("Waarom", tuple(_marked(claim.text, claim.provenance) for claim in practice.why)),
        Section(
            "Eerste stappen", tuple(_marked(step.text, step.provenance) for step in practice.first_steps)
        ),
        Section("Let op", (practice.caution,) if practice.caution else ()),
        Section("Wanneer is het op orde?", tuple(_judged(catalogue, practice))),
        Section("Zo staat het in het rapport", _stated(practice.statements)),
        Section("Voor het plan", tuple(_planned(catalogue, practice))),
        Section("Kies een van deze", tuple(_alternatives(catalogue, practice))),
        Section("Knelpunten", _named(practice.bottlenecks, {i.id: i.title for i in catalogue.bottlenecks})),
        Section(
            "Interventies", _named(practice.interventions, {i.id: i.name for i in catalogue.interventions})
        ),
        Section("Instrumenten", _named(practice.instruments, {i.id: i.name for i in catalogue.instruments})),
        Section("Indicatoren", _named(practice.indicators, {i.id: i.name for i in catalogue.indicators})),
        Section("Bronnen", tuple(source_line(catalogue, source_id) for source_id in practice.sources)),
    )
    return tuple(part for part in parts if part.lines)


def source_line(catalogue: Catalogue, source_id: str) -> str:
    """Write a source with its publisher, year and address."""
    source = catalogue.source[source_id]
    year = str(source.year) if source.year else "jaar onbekend"
    where = "" if source.found == "origineel" else f" ({source.found})"
    return f"{source.title}. {source.publisher}, {year}{where}. {source.url} [{source.provenance.value}]"


def practices_markdown(catalogue: Catalogue) -> str:
    """Write all practices, pillar by pillar, as one Markdown page."""
    lines = [
        "# Praktijken",
        "",
        f"Kennisversie {catalogue.version}. {catalogue.header.attribution}",
        "",
        *(f"- **{name}**: {text}" for name, text in catalogue.header.provenances.items()),
    ]
    for pillar in catalogue.pillars:
        lines += ["", f"## {pillar.name}", "", _marked(pillar.explanation, pillar.provenance)]
        for practice in catalogue.practices:
            if practice.pillar == pillar.id:
                lines += [
                    "",
                    f"### {practice.title}",
                    "",
                    f"`{practice.id}` · herkomst: {practice.provenance.value}",
                ]
                for section in sections(catalogue, practice=practice):
                    lines += ["", f"**{section.title}**", "", *(f"- {line}" for line in section.lines)]
    return _page(lines)


def questions_markdown(catalogue: Catalogue) -> str:
    """Write all questions, theme by theme, as one Markdown page."""
    lines = [
        "# Vragen",
        "",
        f"Kennisversie {catalogue.version}: {len(catalogue.questions)} vragen. {catalogue.header.questionnaire}",
        "",
        *_lists(catalogue),
    ]
    for theme in catalogue.themes:
        lines += ["", f"## {theme.number}. {theme.name}", "", theme.introduction]
        for question in catalogue.questions:
            if question.theme == theme.id:
                lines += ["", f"### {question.text}", "", *_question_lines(catalogue, question)]
    return _page(lines)


def _lists(catalogue: Catalogue) -> Iterator[str]:
    """Write how many questions each group gets, and how plain they are kept."""
    yield "| groep | vragen | grenzen (afgeleid) |"
    yield "| --- | --- | --- |"
    for group in catalogue.groups:
        count = sum(group.id in question.groups for question in catalogue.questions)
        bounds = f"{group.fewest} tot {group.most}" if group.fewest and group.most else "geen"
        yield f"| {group.name} | {count} | {bounds} |"
    yield ""
    yield (
        f"Vervolgvragen tellen mee. Elke zin in de vragen heeft hoogstens {MOST_WORDS} woorden, elke optie "
        f"{MOST_WORDS_IN_LABEL} en elk woord {LONGEST_WORD} letters, behalve woorden met uitleg in de woordenlijst. "
        f"`psoh uitleg KENNIS034` zegt meer. Deze grenzen zijn afgeleid."
    )


def _judged(catalogue: Catalogue, practice: Practice) -> Iterator[str]:
    yield _marked(combination_text(practice), Provenance.DERIVED)
    for criterion in practice.criteria:
        yield _marked(criterion_text(criterion, catalogue=catalogue), Provenance.DERIVED)


def _stated(statements: Statements | None) -> tuple[str, ...]:
    said: dict[str, str] = statements.model_dump(by_alias=True) if statements else {}
    return tuple(
        _marked(f"{verdict.capitalize()}: {text}.", Provenance.DERIVED) for verdict, text in said.items()
    )


def _planned(catalogue: Catalogue, practice: Practice) -> Iterator[str]:
    lead = catalogue.partner_type.get(practice.lead)
    cost = practice.cost.note or practice.cost.amount or "onbekend"
    yield f"Trekker: {lead.name if lead else practice.lead}"
    yield f"Kosten: {cost} (zekerheid: {practice.cost.certainty})"
    yield _marked(
        f"Inspanning {practice.effort.value} van 3: {practice.effort.why}", practice.effort.provenance
    )
    yield _marked(
        f"Opbrengst {practice.benefit.value} van 3: {practice.benefit.why}", practice.benefit.provenance
    )
    yield _marked(f"Fase {practice.phase.value.value}: {practice.phase.why}", practice.phase.provenance)
    for after in practice.after:
        first = catalogue.practice.get(after.id)
        yield _marked(f"Na '{first.title if first else after.id}': {after.why}", after.provenance)


def _alternatives(catalogue: Catalogue, practice: Practice) -> Iterator[str]:
    need = catalogue.need_of.get(practice.id)
    if need is None:
        return
    titles = (catalogue.practice[name].title for name in need.practices if name in catalogue.practice)
    yield _marked(f"{need.name}: {'; '.join(titles)}. {need.why}", need.provenance)


def _question_lines(catalogue: Catalogue, question: Question) -> Iterator[str]:
    groups = ", ".join(catalogue.group[name].name for name in question.groups)
    yield f"`{question.id}` · {KIND_NAMES[question.kind]} · herkomst: {question.provenance.value}"
    yield ""
    yield f"- Waarom: {question.explanation}"
    yield f"- Voor: {groups}"
    yield from _around_groups(catalogue, question)
    if question.kind is not AnswerKind.YES_NO_PARTLY and question.options:
        yield f"- Opties: {'; '.join(option.label for option in question.options)}"
    for detail in question.details:
        choices = f" ({'; '.join(option.label for option in detail.options)})" if detail.options else ""
        yield f"- Bij elke keuze: {detail.text}{choices}"
    if question.ask_when is not None:
        first = catalogue.question[question.ask_when.question]
        wanted = first.in_quotes(question.ask_when.values, marks="''")
        yield f"- Alleen als op '{first.text}' het antwoord {wanted} is"
    if question.practices:
        yield f"- Dient: {'; '.join(catalogue.practice[name].title for name in question.practices)}"
    if question.bottlenecks:
        yield f"- Knelpunt: {'; '.join(catalogue.bottleneck[name].title for name in question.bottlenecks)}"
    said = (question.clause_prefix and f"{question.clause_prefix} …", *question.clauses.values())
    words = "; ".join(text for text in said if text)
    if words:
        yield f"- In een zin: {_marked(words, Provenance.DERIVED)}"
    if question.purpose_why:
        yield f"- Doel: {question.purpose_why}"
    if question.caution:
        yield f"- Let op: {question.caution}"
    yield from (f"- Bron: {source_line(catalogue, source_id)}" for source_id in question.sources)


def _around_groups(catalogue: Catalogue, question: Question) -> Iterator[str]:
    """Say who else may know it, whose work it is, and beside which questions the answers stand; all our own choice."""
    if question.also_from:
        names = "; ".join(catalogue.group[name].name for name in question.also_from)
        yield _marked(f"- Telt ook van: {names}", Provenance.DERIVED)
    if question.scope is Scope.OWN_WORK:
        yield _marked("- Gaat over: het eigen werk van wie antwoordt", Provenance.DERIVED)
    if question.done_by:
        names = "; ".join(catalogue.group[name].name for name in question.done_by)
        yield _marked(f"- Doet dit werk zelf: {names}", Provenance.DERIVED)
    if question.beside:
        texts = "; ".join(catalogue.question[name].text for name in question.beside)
        yield _marked(f"- Staat naast: {texts}", Provenance.DERIVED)


def _named(links: Iterable[Link], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(_marked(names.get(link.id, link.id), link.provenance) for link in links)


def _marked(text: str, provenance: Provenance) -> str:
    return f"{text} [{provenance.value}]"


def _page(lines: Iterable[str]) -> str:
    notice = "<!-- Gemaakt uit templates/praktijken; pas daar de tekst aan. -->"
    return "\n".join((notice, "", *lines)) + "\n"
