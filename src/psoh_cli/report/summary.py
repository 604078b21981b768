"""The bestuurlijke samenvatting: one page that an alderman reads to its end."""

from __future__ import annotations

from psoh_cli.analysis.finding import Finding
from psoh_cli.dutch import plural
from psoh_cli.plan.plan import Entry
from psoh_cli.report import basis, unknowns, wording
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
from psoh_cli.report.spans import Badge, Line, LineLike, Mark, line, lines, pieces, quiet, strong
from psoh_cli.vocabulary import Provenance, Verdict

_MOST = 3
_LONGEST = 66
"""Letters a title may have before it is cut, so that the page stays one page."""


def summary(draft: Draft, *, asks: tuple[str, ...]) -> Section:
    """Compose the page; `asks` is what is asked of the council."""
    return Section(
        id="samenvatting",
        title="Bestuurlijke samenvatting",
        page="eigen",
        blocks=blocks(draft, asks=asks),
    )


def blocks(draft: Draft, *, asks: tuple[str, ...]) -> tuple[Block, ...]:
    """Compose what stands on the page."""
    return (
        *opening(draft),
        Labelled(
            parts=(
                Part(label=first_label(draft), items=first(draft)),
                Part(label="Wat het kost", items=lines(money_in_words(draft))),
            )
        ),
        Callout(tone="besluit", title="Wat van de raad wordt gevraagd", content=lines(*asks)),
    )


def opening(draft: Draft) -> tuple[Block, ...]:
    """Compose the question, our answer so far, and what goes well, what is missing and what nobody knows."""
    question = (
        f"Krijgen statushouders in {draft.gemeente.name} op tijd de psychosociale steun die zij nodig hebben, in een "
        f"taal die zij verstaan? {basis.rests_on_whom(draft)}"
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
        Columns(columns=(_in_place(draft), _gaps(draft), _unknown(draft))),
        Paragraph(content=_WHO_SAYS_SO, style="klein"),
    )


_WHO_SAYS_SO = pieces(
    "De oordelen zijn van psoh ", Badge(provenance=Provenance.DERIVED),
    ", op basis van antwoorden en de sociale kaart. Het label achter een werkwijze of maatregel zegt wie haar "
    "aanraadt: ",
    Badge(provenance=Provenance.ARQ), " ", Badge(provenance=Provenance.COMPARABLE), " of ",
    Badge(provenance=Provenance.DERIVED),
    ". Per kolom staan de eerste drie; alles, met de bronnen, staat in de gap-analyse.",
)  # fmt: skip


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
        f"Wat goed gaat ({len(found)})",
        verdict=Verdict.MET,
        found=sorted(found, key=lambda finding: _rank(finding, draft=draft)),
        nothing="Er is nog niets waarvan wij met bewijs kunnen zeggen dat het geregeld is.",
        draft=draft,
    )


def _gaps(draft: Draft) -> ShortList:
    """Give what is missing and then what is partly in place, counted apart: the one is not the other."""
    known = {finding.id for finding in wording.judged(draft.analysis)}
    gaps = [finding for finding in draft.analysis.gaps() if finding.id in known]
    missing = [gap for gap in gaps if gap.verdict is Verdict.MISSING]
    partly = [gap for gap in gaps if gap.verdict is Verdict.PARTLY]
    return _column(
        f"Wat ontbreekt ({len(missing)}) of deels is geregeld ({len(partly)})",
        verdict=Verdict.PARTLY if partly and not missing else Verdict.MISSING,
        found=[*missing, *partly],
        nothing="Nergens is bewezen dat iets ontbreekt. Dat zegt weinig zolang veel onbekend is."
        if wording.is_young(draft.analysis)
        else "Nergens is bewezen dat iets ontbreekt.",
        draft=draft,
    )


def _unknown(draft: Draft) -> ShortList:
    found = [finding for finding in wording.judged(draft.analysis) if finding.verdict is Verdict.UNKNOWN]
    return _column(
        f"Wat wij niet weten ({len(found)})",
        verdict=Verdict.UNKNOWN,
        found=sorted(found, key=lambda finding: _rank(finding, draft=draft)),
        nothing=f"Van elke werkwijze is iets bekend. Er staan nog {unknowns.count(draft)}.",
        draft=draft,
    )


def _column(title: str, *, verdict: Verdict, found: list[Finding], nothing: str, draft: Draft) -> ShortList:
    if not found:
        return ShortList(title=title, verdict=verdict, items=lines(nothing))
    shown = tuple(_item(finding, draft=draft) for finding in found[:_MOST])
    return ShortList(title=title, verdict=verdict, items=shown)


def _item(finding: Finding, *, draft: Draft) -> Line:
    """Give the statement of a finding with its provenance, and a warning where what is behind it is thin or divided.

    A gap carries its verdict too: what is partly in place stands in one column with what is missing.
    """
    mark: LineLike = (Mark(verdict=finding.verdict), " ") if finding.is_gap else ()
    divided = basis.why_not_sure(finding, draft=draft) if finding.is_gap else ""
    warning = divided or basis.how_thin(finding, draft=draft)
    return line(
        pieces(
            mark,
            shortened(wording.what_is_unknown(finding)),
            " ",
            Badge(provenance=finding.provenance),
            *((" ", quiet(warning)) if warning else ()),
        )
    )


def _rank(finding: Finding, *, draft: Draft) -> tuple[int, int, str]:
    """Put first what yields most for least effort, as the knowledge grades it; ties keep a stable order."""
    practices = [
        draft.catalogue.practice[name] for name in finding.practices if name in draft.catalogue.practice
    ]
    benefit = max((practice.benefit.value for practice in practices), default=0)
    effort = min((practice.effort.value for practice in practices), default=9)
    return (-benefit, effort, finding.id)


def first_label(draft: Draft) -> str:
    """Call what nobody decided on a proposal."""
    decided = any(entry.decision for entry in draft.material.plan.current)
    return "Wat wij eerst doen" if decided else "Wat psoh voorstelt om eerst te doen"


def first(draft: Draft) -> tuple[Line, ...]:
    """Name the first measures of the plan."""
    entries = sorted(draft.material.plan.current, key=lambda entry: entry.start or "9999-K4")[:_MOST]
    if not entries:
        return lines("Er volgt nog geen maatregel uit wat bekend is.")
    named = [_measure(entry, draft=draft) for entry in entries]
    more = len(draft.material.plan.current) - len(entries)
    return (
        (*named, line(quiet(f"Daarna nog {plural(more, 'maatregel', 'maatregelen')}.")))
        if more > 0
        else tuple(named)
    )


def _measure(entry: Entry, *, draft: Draft) -> Line:
    badge: LineLike = (" ", Badge(provenance=entry.proposal.provenance)) if entry.proposal else ()
    return line(pieces(strong(draft.measures[entry.id]), " ", _titled(entry), badge))


def _titled(entry: Entry) -> str:
    return f"{shortened(entry.title, most=54)} ({wording.period(entry.start, entry.end)})"


def shortened(text: str, *, most: int = _LONGEST) -> str:
    """Cut a text at a word so that a page keeps its size."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
