"""The bestuurlijke samenvatting: one page that an alderman reads to its end."""

from __future__ import annotations

from psoh_cli.analysis.finding import Finding
from psoh_cli.dutch import plural
from psoh_cli.plan.plan import Entry
from psoh_cli.report import unknowns, wording
from psoh_cli.report.asks import money_in_words
from psoh_cli.report.document import (
    Block,
    Callout,
    Columns,
    Figure,
    Labelled,
    Paragraph,
    Part,
    Section,
    ShortList,
)
from psoh_cli.report.draft import Draft
from psoh_cli.report.figures import verdict_row
from psoh_cli.report.spans import Line, LineLike, line, lines, pieces, quiet, strong
from psoh_cli.vocabulary import Verdict

_MOST = 3
_LONGEST = 88
"""Letters a title may have before it is cut, so that the page stays one page."""


def summary(draft: Draft, *, number: str = "1", asks: tuple[str, ...]) -> Section:
    """Compose the page; `asks` is what is asked of the council."""
    return Section(
        id="samenvatting",
        number=number,
        title="Bestuurlijke samenvatting",
        page="eigen",
        blocks=blocks(draft, asks=asks),
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
            svg=verdict_row(
                tally,
                title="Oordelen over de werkwijzen",
                description=wording.state_of_knowledge(draft.analysis),
            ),
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


def _answer(draft: Draft) -> LineLike:
    state = strong(wording.state_of_knowledge(draft.analysis))
    if wording.is_young(draft.analysis):
        return pieces(
            state,
            " Dit dossier is jong: wat onbekend is, is geen tekort maar een vraag die nog gesteld moet worden.",
        )
    return pieces(state)


def _in_place(draft: Draft) -> ShortList:
    found = [finding for finding in wording.judged(draft.analysis) if finding.verdict is Verdict.MET]
    return _column(
        "Wat goed gaat",
        verdict=Verdict.MET,
        found=sorted(found, key=lambda finding: _rank(finding, draft=draft)),
        nothing="Er is nog niets waarvan wij met bewijs kunnen zeggen dat het geregeld is.",
    )


def _missing(draft: Draft) -> ShortList:
    known = {finding.id for finding in wording.judged(draft.analysis)}
    gaps = [finding for finding in draft.analysis.gaps() if finding.id in known]
    found = [gap for gap in gaps if gap.verdict is Verdict.MISSING] + [
        gap for gap in gaps if gap.verdict is Verdict.PARTLY
    ]
    return _column(
        "Wat ontbreekt",
        verdict=Verdict.MISSING,
        found=found,
        nothing="Nergens is bewezen dat iets ontbreekt. Dat zegt weinig zolang veel onbekend is."
        if wording.is_young(draft.analysis)
        else "Nergens is bewezen dat iets ontbreekt.",
    )


def _unknown(draft: Draft) -> ShortList:
    found = [finding for finding in wording.judged(draft.analysis) if finding.verdict is Verdict.UNKNOWN]
    return _column(
        "Wat wij niet weten",
        verdict=Verdict.UNKNOWN,
        found=sorted(found, key=lambda finding: _rank(finding, draft=draft)),
        nothing=f"Van elke werkwijze is iets bekend. Er staan nog {unknowns.count(draft)}.",
    )


def _column(title: str, *, verdict: Verdict, found: list[Finding], nothing: str) -> ShortList:
    if not found:
        return ShortList(title=title, verdict=verdict, items=lines(nothing))
    more = len(found) - _MOST
    return ShortList(
        title=title,
        verdict=verdict,
        items=tuple(_item(finding) for finding in found[:_MOST]),
        note=f"en nog {more}, zie de bevindingen" if more > 0 else "",
    )


def _item(finding: Finding) -> Line:
    """Give the statement of a finding; what is only partly so is marked, unless the statement says it."""
    title = shortened(wording.what_is_unknown(finding))
    partly = finding.verdict is Verdict.PARTLY and "deels" not in title
    return line(pieces(title, " ", quiet("(deels)")) if partly else title)


def _rank(finding: Finding, *, draft: Draft) -> tuple[int, int, str]:
    """Put first what yields most for least effort, as the knowledge grades it; ties keep a stable order."""
    practices = [
        draft.catalogue.practice[name] for name in finding.practices if name in draft.catalogue.practice
    ]
    benefit = max((practice.benefit.value for practice in practices), default=0)
    effort = min((practice.effort.value for practice in practices), default=9)
    return (-benefit, effort, finding.id)


def _first(draft: Draft) -> tuple[Line, ...]:
    entries = draft.material.plan.current[:_MOST]
    if not entries:
        return lines("Er volgt nog geen maatregel uit wat bekend is.")
    named = [line(pieces(strong(draft.measures[entry.id]), " ", _titled(entry))) for entry in entries]
    more = len(draft.material.plan.current) - len(entries)
    return (
        (*named, line(quiet(f"Daarna nog {plural(more, 'maatregel', 'maatregelen')}.")))
        if more > 0
        else tuple(named)
    )


def _titled(entry: Entry) -> str:
    return f"{shortened(entry.title, most=64)} ({wording.period(entry.start, entry.end)})"


def shortened(text: str, *, most: int = _LONGEST) -> str:
    """Cut a text at a word so that a page keeps its size."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
