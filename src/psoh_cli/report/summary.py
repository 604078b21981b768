"""The bestuurlijke samenvatting: one page that an alderman reads to its end."""

from __future__ import annotations

from psoh_cli.analysis.finding import Finding
from psoh_cli.dutch import euros, plural
from psoh_cli.plan.budget import Budget, budget
from psoh_cli.plan.plan import Entry
from psoh_cli.report import unknowns, wording
from psoh_cli.report.document import Block, Callout, Columns, Figure, Labelled, Paragraph, Part, Section, ShortList
from psoh_cli.report.draft import Draft
from psoh_cli.report.figures import verdict_row
from psoh_cli.report.spans import Line, LineLike, line, lines, pieces, quiet, strong
from psoh_cli.vocabulary import Verdict

_MOST = 3
_LONGEST = 118
"""Letters a title may have before it is cut, so that the page stays one page."""


def summary(draft: Draft, *, number: str = "1", asks: tuple[str, ...]) -> Section:
    """Compose the page; `asks` is what is asked of the council."""
    return Section(
        id="samenvatting", number=number, title="Bestuurlijke samenvatting", page="eigen", blocks=blocks(draft, asks=asks)
    )


def blocks(draft: Draft, *, asks: tuple[str, ...]) -> tuple[Block, ...]:
    """Compose what stands on the page."""
    name = draft.gemeente.name
    who = "openbare bronnen" if wording.from_public_sources(draft.gemeente) else "informanten"
    question = (
        f"Krijgen statushouders in {name} op tijd de psychosociale steun die zij nodig hebben, in een taal die zij "
        f"verstaan? Wij legden naast elkaar wat {who} zeggen, wat de sociale kaart biedt en wat elders werkt."
    )
    tally = wording.counts(wording.judged(draft.analysis))
    return (
        Paragraph(content=question, style="lead"),
        Figure(
            svg=verdict_row(tally, title="Oordelen over de werkwijzen", description=wording.state_of_knowledge(draft.analysis)),
            title="",
            caption=(),
        ),
        Paragraph(content=_answer(draft)),
        Columns(columns=(_in_place(draft), _missing(draft), _unknown(draft))),
        Labelled(
            parts=(
                Part(label="Wat wij eerst doen", items=_first(draft)),
                Part(label="Wat het kost", items=lines(money_in_words(draft))),
            )
        ),
        Callout(tone="besluit", title="Wat van de raad wordt gevraagd", content=lines(*asks)),
    )


def money_in_words(draft: Draft) -> str:
    """Say what the plan costs, what is covered and what nobody knows; never one without the other."""
    plan = draft.material.plan
    if not plan.current:
        return "Er zijn nog geen maatregelen, dus ook geen kosten."
    found = budget(plan, sources=draft.catalogue.funding_sources)
    known = len(found.lines) - len(found.unknown)
    if not known:
        return (
            f"Dat is nog onbekend: voor geen van de {plural(len(found.lines), 'maatregel', 'maatregelen')} "
            "is een bedrag bekend. Er is hier bewust niets geschat."
        )
    return f"{_known_money(found)} {_unknown_money(found)}".strip()


def _answer(draft: Draft) -> LineLike:
    state = strong(wording.state_of_knowledge(draft.analysis))
    if wording.is_young(draft.analysis):
        return pieces(state, " Dit dossier is jong: wat onbekend is, is geen tekort maar een vraag die nog gesteld moet worden.")
    return pieces(state)


def _in_place(draft: Draft) -> ShortList:
    found = [finding for finding in wording.judged(draft.analysis) if finding.verdict is Verdict.MET]
    return _column(
        "Wat goed gaat",
        verdict=Verdict.MET,
        found=sorted(found, key=lambda finding: _rank(finding, draft=draft)),
        nothing="Er is nog niets waarvan wij met bewijs kunnen zeggen dat het geregeld is.",
        draft=draft,
    )


def _missing(draft: Draft) -> ShortList:
    known = {finding.id for finding in wording.judged(draft.analysis)}
    gaps = [finding for finding in draft.analysis.gaps() if finding.id in known]
    found = [gap for gap in gaps if gap.verdict is Verdict.MISSING] + [gap for gap in gaps if gap.verdict is Verdict.PARTLY]
    return _column(
        "Wat ontbreekt",
        verdict=Verdict.MISSING,
        found=found,
        nothing="Nergens is bewezen dat iets ontbreekt. Dat zegt weinig zolang veel onbekend is."
        if wording.is_young(draft.analysis)
        else "Nergens is bewezen dat iets ontbreekt.",
        draft=draft,
    )


def _unknown(draft: Draft) -> ShortList:
    found = [finding for finding in wording.judged(draft.analysis) if finding.verdict is Verdict.UNKNOWN]
    return _column(
        "Wat wij niet weten",
        verdict=Verdict.UNKNOWN,
        found=sorted(found, key=lambda finding: _rank(finding, draft=draft)),
        nothing=f"Van elke werkwijze is iets bekend. Er staan nog {unknowns.count(draft)}.",
        draft=draft,
    )


def _column(title: str, *, verdict: Verdict, found: list[Finding], nothing: str, draft: Draft) -> ShortList:
    if not found:
        return ShortList(title=title, verdict=verdict, items=lines(nothing))
    more = len(found) - _MOST
    return ShortList(
        title=title,
        verdict=verdict,
        items=tuple(_item(finding, draft=draft) for finding in found[:_MOST]),
        note=f"en nog {more}, zie de bevindingen" if more > 0 else "",
    )


def _item(finding: Finding, *, draft: Draft) -> Line:
    """Name the matter itself, not the order to do it."""
    practice = draft.catalogue.practice.get(finding.about)
    text = shortened(practice.what if practice else finding.title.rsplit(":", 1)[0])
    return line(pieces(text, " ", quiet("(deels)")) if finding.verdict is Verdict.PARTLY else text)


def _rank(finding: Finding, *, draft: Draft) -> tuple[int, int, str]:
    """Put first what yields most for least effort, as the knowledge grades it; ties keep a stable order."""
    practices = [draft.catalogue.practice[name] for name in finding.practices if name in draft.catalogue.practice]
    benefit = max((practice.benefit.value for practice in practices), default=0)
    effort = min((practice.effort.value for practice in practices), default=9)
    return (-benefit, effort, finding.id)


def _first(draft: Draft) -> tuple[Line, ...]:
    entries = draft.material.plan.current[:_MOST]
    if not entries:
        return lines("Er volgt nog geen maatregel uit wat bekend is.")
    named = [line(pieces(strong(draft.measures[entry.id]), " ", _titled(entry))) for entry in entries]
    more = len(draft.material.plan.current) - len(entries)
    return (*named, line(quiet(f"Daarna nog {plural(more, 'maatregel', 'maatregelen')}."))) if more > 0 else tuple(named)


def _titled(entry: Entry) -> str:
    return f"{shortened(entry.title, most=90)} ({wording.period(entry.start, entry.end)})"


def _known_money(found: Budget) -> str:
    totals = found.totals()
    covered, uncovered = sum(year.covered for year in totals), sum(year.uncovered for year in totals)
    years = f"{found.years[0]}" if len(found.years) == 1 else f"{found.years[0]} tot en met {found.years[-1]}"
    loose = found.undated + found.outside
    text = f"Wat bekend is telt op tot {euros(covered + uncovered)} ({years}). Daarvan is {euros(covered)} gedekt en "
    text += f"{euros(uncovered)} ongedekt."
    if loose:
        text += f" Buiten die jaren of zonder planning: {euros(loose)}."
    return text


def _unknown_money(found: Budget) -> str:
    if not found.unknown:
        return ""
    verb = "is" if len(found.unknown) == 1 else "zijn"
    return f"Van {plural(len(found.unknown), 'maatregel', 'maatregelen')} {verb} de kosten onbekend; die staan in geen enkel totaal."


def shortened(text: str, *, most: int = _LONGEST) -> str:
    """Cut a text at a word so that a page keeps its size."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def asks_for_analysis(draft: Draft) -> tuple[str, ...]:
    """Say what the gap analysis asks of the council."""
    groups = [item.name for item in draft.analysis.to_ask if any(question.first for question in item.questions)]
    first = "Neem kennis van wat bekend is, wat ontbreekt en wat nog onbekend is."
    if wording.is_young(draft.analysis):
        whom = f" bij {plural(len(groups), 'groep', 'groepen')} informanten" if groups else ""
        return (
            first,
            f"Vraag het college om eerst na te gaan wat onbekend is{whom}, en daarna deze analyse opnieuw voor te leggen.",
        )
    return (first, "Vraag het college om het implementatieplan bij deze analyse voor te leggen.")


def asks_for_plan(draft: Draft) -> tuple[str, ...]:
    """Say what the implementation plan asks of the council."""
    plan = draft.material.plan
    if not plan.current:
        return ("Neem kennis van dit plan: er volgen nog geen maatregelen uit wat bekend is.",)
    open_ = [entry for entry in plan.current if entry.decision is None]
    found = budget(plan, sources=draft.catalogue.funding_sources)
    asks = []
    if open_:
        asks.append(
            f"Neem een besluit over {plural(len(open_), 'maatregel', 'maatregelen')} waarover nog niets is besloten."
        )
    else:
        asks.append("Neem kennis van de voortgang: over elke maatregel is besloten.")
    uncovered = sum(year.uncovered for year in found.totals())
    if uncovered:
        asks.append(f"Besluit hoe {euros(uncovered)} wordt gedekt, of welke maatregel dan vervalt.")
    if found.unknown:
        asks.append("Vraag het college om de onbekende kosten te laten ramen voordat u geld beschikbaar stelt.")
    return tuple(asks)
