"""What `psoh analyse` shows on the screen, part by part; `analyse_verschillen` has the part on how answers relate."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.analysis.finding import Analysis, Finding, Priority, ToAsk
    from psoh_cli.rounds.round import RoundFile
    from psoh_cli.vocabulary import Verdict

_TOP_GAPS = 10
_TOP_GROUPS = 6
_TOP_QUESTIONS = 3


def show_analysis(analysis: Analysis, *, folder: str, standing: RoundFile) -> None:
    """Show the analysis from the whole to what is still to ask, and how to go on."""
    from psoh_cli.analysis.summary import basis, in_one_sentence
    from psoh_cli.commands.analyse_verschillen import show_differences
    from psoh_cli.terminal import console

    console.heading(f"Gap-analyse van {analysis.gemeente}")
    console.paragraph(in_one_sentence(analysis))
    console.paragraph(basis(analysis))
    _show_counts(analysis)
    _show_arq_questions(analysis)
    show_differences(analysis, standing=standing)
    _show_coverage(analysis)
    _show_gaps(analysis.gaps(), standing=standing)
    _show_unknowns(analysis.to_ask)
    _say_next(analysis, folder=folder)


def _show_counts(analysis: Analysis) -> None:
    from psoh_cli.analysis.finding import FindingKind
    from psoh_cli.analysis.summary import counts
    from psoh_cli.terminal import console
    from psoh_cli.vocabulary import Verdict

    names = {
        "praktijken": (FindingKind.PRACTICE, FindingKind.NEED),
        "partners": (FindingKind.PARTNER,),
        "dekking": (FindingKind.COVERAGE,),
        "verschillen": (FindingKind.DIFFERENCE,),
        "alleen de gemeente": (FindingKind.ONLY_GEMEENTE,),
        "tegenspraken": (FindingKind.CONTRADICTION,),
        "actualiteit": (FindingKind.FRESHNESS,),
        "kwetsbaarheid": (FindingKind.VULNERABLE,),
    }
    order = (Verdict.MET, Verdict.PARTLY, Verdict.MISSING, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)
    rows = []
    for name, kinds in names.items():
        counted = counts(analysis, *kinds)
        if counted:
            rows.append((name, *(str(counted[verdict]) for verdict in order)))
    console.out("")
    console.table(("aantal bevindingen", "voldaan", "deels", "ontbreekt", "onbekend", "n.v.t."), rows)
    said = _bottlenecks(analysis)
    if said:
        console.paragraph(said)


def _bottlenecks(analysis: Analysis) -> str:
    """Count the bottlenecks in words of their own: nobody *meets* a bottleneck."""
    from psoh_cli.analysis.finding import FindingKind
    from psoh_cli.analysis.summary import counts
    from psoh_cli.vocabulary import Verdict

    counted = counts(analysis, FindingKind.BOTTLENECK)
    words = (
        (counted[Verdict.PARTLY] + counted[Verdict.MISSING], "genoemd"),
        (counted[Verdict.MET], "gevraagd en niet genoemd"),
        (counted[Verdict.UNKNOWN], "nog niet gevraagd of nog niet bekend"),
        (counted[Verdict.NOT_APPLICABLE], "niet van toepassing"),
    )
    said = " · ".join(f"{count} {word}" for count, word in words if count)
    return f"Knelpunten: {said}." if said else ""


def _show_arq_questions(analysis: Analysis) -> None:
    from psoh_cli.dutch import plural
    from psoh_cli.terminal import console

    console.heading("De vijf vragen van ARQ")
    for item in analysis.arq_questions:
        console.paragraph(_tagged(f"{item.number}. {item.subject}", item.verdict))
        console.paragraph(item.answer, indent="   ")
        sure = f"Zekerheid: {item.certainty}."
        still = f" Nog open: {plural(len(item.open), 'vraag', 'vragen')}." if item.open else ""
        console.paragraph(f"{sure}{still}", indent="   ")


def _show_coverage(analysis: Analysis) -> None:
    from psoh_cli.terminal import console

    if analysis.coverage.takeaways:
        console.heading("Dekking van de sociale kaart")
        for sentence in analysis.coverage.takeaways:
            console.paragraph(f"- {sentence}")


def _show_gaps(gaps: tuple[Finding, ...], *, standing: RoundFile) -> None:
    from psoh_cli.dutch import plural
    from psoh_cli.rounds.deciding import told
    from psoh_cli.terminal import console

    console.heading("Wat het eerst aandacht vraagt")
    if not gaps:
        console.paragraph("Er is nu niets gevonden dat ontbreekt of maar deels geregeld is.")
        return
    for count, gap in enumerate(gaps[:_TOP_GAPS], start=1):
        console.paragraph(_tagged(f"{count}. {gap.title}", gap.verdict))
        console.out(f"    {gap.id}")
        if gap.priority:
            console.paragraph(_factors(gap.priority), indent="    ")
        for decided in told(standing, gap.id):
            console.paragraph(f"Besproken in de klankbordgroep, {decided}", indent="    ")
    rest = len(gaps) - _TOP_GAPS
    if rest > 0:
        console.out("")
        console.paragraph(
            f"En nog {plural(rest, 'bevinding', 'bevindingen')}; alles staat in --json en in het rapport."
        )


def _factors(priority: Priority) -> str:
    """Write the factors of a priority; never a bare score."""
    from psoh_cli.dutch import listing, number

    known = [
        f"{factor.name} {number(factor.value, decimals=1 if factor.value >= 1 else 2)}"
        for factor in priority.factors
        if factor.value is not None
    ]
    left_out = priority.left_out
    return f"{', '.join(known)}{f'; onbekend: {listing(left_out)}' if left_out else ''}"


def _show_unknowns(groups: tuple[ToAsk, ...]) -> None:
    from psoh_cli.dutch import listing, plural
    from psoh_cli.terminal import console

    console.heading("Wat we nog niet weten, en aan wie u het kunt vragen")
    if not groups:
        console.paragraph("Er staan geen vragen open en de kaart is ingevuld en bevestigd.")
        return
    for group in groups[:_TOP_GROUPS]:
        parts = []
        if group.own:
            parts.append(plural(len(group.own), "vraag", "vragen"))
        elif group.questions:
            parts.append("kan ook iets weten wat eerst aan een andere groep wordt gevraagd")
        if group.entries:
            parts.append(f"de kaart bij {plural(len(group.entries), 'organisatie', 'organisaties')}")
        console.paragraph(f"- {group.name}: {listing(parts)}")
        if group.organizations:
            console.paragraph(f"Op de kaart: {listing(group.organizations)}", indent="    ")
        for question in group.questions[:_TOP_QUESTIONS]:
            console.paragraph(f"- {question.text}", indent="    ")
        if not group.questions:
            console.paragraph(f"- {group.entries[0]}", indent="    ")
    rest = len(groups) - _TOP_GROUPS
    if rest > 0:
        console.paragraph(
            f"En {plural(rest, 'andere groep', 'andere groepen')}: "
            + listing([item.name for item in groups[_TOP_GROUPS:]])
            + "."
        )


def _tagged(text: str, verdict: Verdict) -> str:
    """Put a verdict behind a text, on the line of its last word."""
    from psoh_cli.terminal.wrapping import unbroken

    before, space, last = text.rpartition(" ")
    return f"{before}{space}{unbroken(f'{last} [{verdict.value}]')}"


def _say_next(analysis: Analysis, *, folder: str) -> None:
    from psoh_cli.terminal import console

    gaps = analysis.gaps()
    console.say()
    if gaps:
        console.say(f"Waarom? Typ: psoh uitleg {gaps[0].id} {folder}")
    console.say(f"Daarna: psoh plan {folder}")
