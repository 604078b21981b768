"""What we do not know yet, and whom to ask: question lists that can be sent as they are."""

from __future__ import annotations

from psoh_cli.analysis.finding import ToAsk
from psoh_cli.dutch import listing, plural
from psoh_cli.interview.naming import joined
from psoh_cli.report.document import Block, Bullets, Column, Heading, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Reference, line, lines


def unknowns(draft: Draft, *, number: str) -> Section:
    """Compose the question lists, one for each group of informants or organization."""
    asked = [item for item in draft.analysis.to_ask if _own(item) or item.entries]
    lead = (
        "Dit zijn de vragen die nog openstaan, gebundeld per groep die het antwoord kan weten. Elke lijst kan zo "
        "worden verstuurd. ‘Weet ik niet’ is ook een goed antwoord."
    )
    if not asked:
        return Section(
            id="onbekend",
            number=number,
            title=_TITLE,
            blocks=(Paragraph(content="Er staan geen vragen meer open.", style="lead"), *_untested(draft)),
        )
    return Section(
        id="onbekend",
        number=number,
        title=_TITLE,
        page="nieuw",
        blocks=(Paragraph(content=lead, style="lead"), _overview(asked), *_untested(draft)),
        sections=tuple(_list(item, number=f"{number}.{place}") for place, item in enumerate(asked, start=1)),
    )


def compact(draft: Draft, *, number: str) -> Section:
    """Compose the question lists so that they follow on what stands before them."""
    return unknowns(draft, number=number).model_copy(update={"page": "doorlopend"})


def pointer(draft: Draft, *, number: str) -> Section:
    """Say in short whom still to ask; the lists themselves stand in the gap analysis."""
    asked = [item for item in draft.analysis.to_ask if _own(item) or item.entries]
    if not asked:
        return unknowns(draft, number=number)
    what = "De vragen zelf staan" if any(_own(item) for item in asked) else "Wat te bevestigen is, staat"
    lead = f"Dit plan rust op wat nu bekend is. {what}, klaar om te versturen, in de gap-analyse."
    return Section(
        id="onbekend",
        number=number,
        title=_TITLE,
        blocks=(Paragraph(content=lead), _overview(asked, linked=False)),
    )


_TITLE = "Wat wij nog niet weten, en aan wie wij het vragen"


def _untested(draft: Draft) -> tuple[Block, ...]:
    """List what so far only the gemeente was asked, while others can know it too: not tested, which is no finding."""
    found = draft.analysis.agreements.untested
    if not found:
        return ()
    return (
        Table(
            caption="Nog niet getoetst: alleen de gemeente is dit gevraagd",
            columns=(Column(title="Vraag", width=10), Column(title="Te toetsen bij", width=9)),
            rows=tuple(lines(item.text, joined(item.to_test)) for item in found),
            note="Wat de gemeente antwoordt kan kloppen. Zolang niemand anders is gevraagd, weten wij dat niet.",
        ),
    )


def _own(item: ToAsk) -> list[str]:
    return [question.text for question in item.own]


def _overview(asked: list[ToAsk], *, linked: bool = True) -> Table:
    questions = any(item.own for item in asked)
    return Table(
        caption="Aan wie wij wat vragen" if questions else "Wie wij vragen de kaart na te kijken",
        columns=(
            Column(title="Groep", width=6),
            Column(title="Op de kaart", width=8),
            *((Column(title="Vragen", kind="getal", width=2),) if questions else ()),
            Column(title="Te bevestigen", kind="getal", width=3),
        ),
        rows=tuple(
            (
                line(Reference(text=item.name, target=f"#vraag-aan-{item.group}") if linked else item.name),
                line(_organizations(item)),
                *((line(str(len(_own(item)) or "geen")),) if questions else ()),
                line(str(len(item.entries) or "geen")),
            )
            for item in asked
        ),
        note="Een vraag staat bij de groep aan wie wij haar het eerst stellen. Andere groepen kunnen het ook weten."
        if questions
        else "",
    )


def _organizations(item: ToAsk) -> str:
    if not item.organizations:
        return "nog geen organisatie"
    shown = listing(item.organizations[:4])
    more = len(item.organizations) - 4
    return f"{shown} en nog {more}" if more > 0 else shown


def _list(item: ToAsk, *, number: str) -> Section:
    blocks: list[Block] = []
    if item.organizations:
        blocks.append(Paragraph(content=f"Voor: {listing(item.organizations)}.", style="klein"))
    questions = _own(item)
    if questions:
        blocks.append(Bullets(items=lines(*questions), ordered=True))
    shared = len(item.questions) - len(questions)
    if shared:
        verb = "staat" if shared == 1 else "staan"
        blocks.append(
            Paragraph(
                content=f"Deze groep kan ook iets weten over {plural(shared, 'vraag die', 'vragen die')} bij een "
                f"andere groep {verb}.",
                style="klein",
            )
        )
    if item.entries:
        blocks.append(Heading(text="Wilt u dit nakijken op de sociale kaart?"))
        blocks.append(Bullets(items=lines(*item.entries)))
    return Section(id=f"vraag-aan-{item.group}", number=number, title=item.name, blocks=tuple(blocks))


def count(draft: Draft) -> str:
    """Say how much is open, in a few words."""
    questions = sum(len(item.own) for item in draft.analysis.to_ask)
    groups = sum(1 for item in draft.analysis.to_ask if item.own)
    if not questions:
        return "geen vragen open"
    return f"{plural(questions, 'vraag', 'vragen')} open bij {plural(groups, 'groep', 'groepen')}"
