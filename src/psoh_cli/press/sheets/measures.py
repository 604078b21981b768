"""The sheets on what will be done: the measures that stand, and the decisions taken on them."""

from __future__ import annotations

from psoh_cli.plan.decision import Decision
from psoh_cli.plan.plan import Entry
from psoh_cli.press.sheets.sheet import UNKNOWN, Cell, Field, Sheet, amount, day, listed, text
from psoh_cli.report import measures, wording
from psoh_cli.report.draft import Draft
from psoh_cli.report.funding import paid_from
from psoh_cli.report.version import Version

_GRADE = "Onze inschatting van 1 (klein) tot 3 (groot), of die van de gemeente (afgeleid)."

_OPEN = (
    Field(title="Nr", meaning="Het nummer van de maatregel, op volgorde van uitvoering.", width=6),
    Field(title="Maatregel", meaning="Wat er gebeurt.", width=38),
    Field(title="Pijler", meaning="Het onderdeel van de aanpak.", width=18),
    Field(title="Stand", meaning="Voorstel, of het besluit met de stand van uitvoering.", width=16),
    Field(title="Fase", meaning="Verkennen, voorbereiden, uitvoeren of borgen.", width=13),
    Field(title="Voorgestelde trekker", meaning="Wie het voortouw zou nemen; een voorstel.", width=20),
    Field(title="Begin", meaning="Het kwartaal waarin de maatregel begint, als jjjj-Kn.", width=9),
    Field(title="Eind", meaning="Het kwartaal waarin de maatregel klaar is, als jjjj-Kn.", width=9),
    Field(title="Na", meaning="De maatregelen die eerst moeten.", width=8),
    Field(title="Waarom nu", meaning="Waarom de maatregel in dit kwartaal begint (afgeleid).", width=36),
    Field(title="Beslisklaar voor", meaning="Het moment in de raadskalender waarop over het geld wordt besloten.",
          width=18),
    Field(title="Past niet", meaning="Waarom zij niet past in de middelen; 'past' als zij wel past.", width=28),
    Field(title="Inspanning", meaning=f"Hoeveel werk het is. {_GRADE}", kind="getal", width=12),
    Field(title="Opbrengst", meaning=f"Hoeveel het oplevert. {_GRADE}", kind="getal", width=12),
    Field(title="Kosten", meaning="Hele euro's: eenmalig, of per jaar als de soort structureel is.", kind="geld",
          width=12),
    Field(title="Zekerheid", meaning="Offerte, raming, aanname of onbekend.", width=11),
    Field(title="Soort kosten", meaning="Incidenteel (eenmalig) of structureel (elk jaar).", width=13),
    Field(title="Betaald uit", meaning="De geldbron, of waarom er nog geen is.", width=24),
    Field(title="Werkwijzen", meaning="Wat bekend is dat werkt; bij meer dan één is er een keuze.", width=60),
    Field(title="Herkomst", meaning="Wie het aanraadt: arq, vergelijk of afgeleid (zie boven).", width=12),
    Field(title="Bronnen", meaning="Titel, uitgever en jaar van de bronnen achter de maatregel.", width=80),
    Field(title="Voorstel van", meaning="De dag waarop het voorstel zo is gaan luiden.", kind="datum"),
)  # fmt: skip
_CLOSES = Field(
    title="Sluit", meaning="De bevindingen in de gap-analyse waar de maatregel iets aan doet.", width=34
)
_STEPS = Field(
    title="Eerste stappen", meaning="Waarmee te beginnen, met achter elke stap de herkomst.", width=90
)
_ID = Field(title="Kenmerk", meaning="De vaste naam van de maatregel in het dossier.", width=26)
_OWNER = Field(title="Eigenaar", meaning="Wie volgens het besluit verantwoordelijk is.", width=26)
_REASON = Field(title="Reden", meaning="Waarom dit wordt voorgesteld, met wat informanten zeiden.", width=100)
_NOTE = Field(title="Toelichting kosten", meaning="Hoe het bedrag tot stand kwam.", width=34)


def measures_sheet(draft: Draft) -> Sheet:
    """Lay out the measures that stand; owner, reason and notes only for who may read them."""
    fields = _fields(draft.version)
    return Sheet(
        name="Maatregelen",
        table="Maatregelen",
        about="Elke maatregel die staat: voorgesteld of besloten, en niet afgewezen.",
        fields=fields,
        rows=tuple(_row(entry, draft=draft) for entry in draft.material.plan.current),
    )


_ABOUT_MONEY = frozenset({"Waarom nu", "Past niet", "Kosten", "Zekerheid", "Soort kosten", "Betaald uit"})
"""Columns on what a measure costs and how much money and how many hands are left: for the council alone."""


def _fields(version: Version) -> tuple[Field, ...]:
    """Name the columns that the readers of a version may read."""
    internal = (_OWNER, _CLOSES, _STEPS, _ID)
    if version is Version.COUNCIL:
        return (*_OPEN, *internal, _NOTE, _REASON)
    shared = tuple(field for field in _OPEN if field.title not in _ABOUT_MONEY)
    return (*shared, *internal) if version is Version.PARTNERS else shared


def _row(entry: Entry, *, draft: Draft) -> tuple[Cell, ...]:
    proposal, cost = entry.proposal, entry.cost
    after = proposal.depends_on if proposal else ()
    open_: tuple[Cell, ...] = (
        draft.measures[entry.id],
        entry.title,
        _pillar(entry, draft=draft),
        measures.standing(entry),
        text(entry.phase),
        _lead(entry, draft=draft),
        text(entry.start),
        text(entry.end),
        listed(tuple(draft.measures[name] for name in after if name in draft.measures)),
        _why_now(entry),
        text(proposal.ready_for if proposal else None),
        (proposal.not_fitting if proposal else None) or "past",
        amount(_grade(entry, "effort")),
        amount(_grade(entry, "benefit")),
        amount(cost.amount),
        cost.certainty.value,
        cost.kind.value,
        paid_from(entry, draft=draft),
        listed(_practices(entry, draft=draft)),
        proposal.provenance.value if proposal else "eigen maatregel van de gemeente",
        listed(_sources(entry, draft=draft)),
        day(proposal.as_of) if proposal else UNKNOWN,
    )
    values = dict(zip((field.title for field in _OPEN), open_, strict=True)) | _internal(entry, draft=draft)
    return tuple(values[field.title] for field in _fields(draft.version))


def _internal(entry: Entry, *, draft: Draft) -> dict[str, Cell]:
    proposal = entry.proposal
    steps = measures.steps_of(entry, draft=draft)
    return {
        _OWNER.title: text(entry.decision.owner if entry.decision else None),
        _NOTE.title: text(entry.cost.note),
        _CLOSES.title: listed(proposal.gaps if proposal else ()),
        _STEPS.title: listed(tuple(f"{step.text} ({step.provenance.value})" for step in steps)),
        _ID.title: entry.id,
        _REASON.title: wording.as_said(proposal.reason, gemeente=draft.gemeente) if proposal else UNKNOWN,
    }


def _pillar(entry: Entry, *, draft: Draft) -> str:
    if entry.proposal is None:
        return "eigen maatregel van de gemeente"
    names = {pillar.id: pillar.name for pillar in draft.catalogue.pillars}
    return names.get(entry.proposal.pillar, entry.proposal.pillar)


def _lead(entry: Entry, *, draft: Draft) -> str:
    if entry.proposal is None:
        return UNKNOWN
    lead = draft.catalogue.partner_type.get(entry.proposal.lead)
    return lead.name if lead else entry.proposal.lead


def _why_now(entry: Entry) -> str:
    if entry.decision and entry.decision.start:
        return "zo besloten"
    return (entry.proposal.why_now if entry.proposal else None) or UNKNOWN


def _grade(entry: Entry, name: str) -> int | None:
    own = getattr(entry.override, name, None)
    return own if own is not None else getattr(entry.proposal, name, None)


def _practices(entry: Entry, *, draft: Draft) -> tuple[str, ...]:
    chosen = entry.decision.practice if entry.decision else None
    known = draft.catalogue.practice
    return tuple(
        f"{known[name].title}{' (gekozen)' if name == chosen else ''}"
        for name in (entry.proposal.practices if entry.proposal else ())
        if name in known
    )


def _sources(entry: Entry, *, draft: Draft) -> tuple[str, ...]:
    known = {source.id: source for source in draft.catalogue.sources}
    names = entry.proposal.sources if entry.proposal else ()
    return tuple(
        f"{known[name].title} ({known[name].publisher}, {known[name].year or 'jaar onbekend'})"
        if name in known
        else name
        for name in names
    )


_DECISIONS = (
    Field(
        title="Nr", meaning="Het nummer van de maatregel; 'geen' als zij is afgewezen of vervallen.", width=8
    ),
    Field(title="Maatregel", meaning="Waarover het besluit ging.", width=44),
    Field(title="Besluit", meaning="Overgenomen, aangepast, uitgesteld of afgewezen.", width=16),
    Field(title="Door", meaning="Het gremium of de rol die besloot.", width=26),
    Field(title="Datum", meaning="De dag van het besluit.", kind="datum"),
    Field(title="Stand van uitvoering", meaning="Hoe ver het is.", width=20),
    Field(title="Voorstel van", meaning="De peildatum van het voorstel waarover is besloten.", kind="datum"),
    Field(title="Waarom", meaning="De reden die bij het besluit is vastgelegd.", width=60),
)
_WITHOUT_WHY = len(_DECISIONS) - 1
"""The columns but the last: a reason may name an amount, or who said what, and is for the council alone."""


def decisions_sheet(draft: Draft) -> Sheet | None:
    """Lay out every decision, the rejected ones too; None while there is none, or for who may not see who decided."""
    taken = [(entry, entry.decision) for entry in draft.material.plan.entries if entry.decision]
    if not taken or draft.version is Version.PUBLIC:
        return None
    most = len(_DECISIONS) if draft.version is Version.COUNCIL else _WITHOUT_WHY
    return Sheet(
        name="Besluiten",
        table="Besluiten",
        about="Elk besluit dat is vastgelegd, ook een afwijzing.",
        fields=_DECISIONS[:most],
        rows=tuple(_decided(entry, decision=decision, draft=draft)[:most] for entry, decision in taken),
    )


def _decided(entry: Entry, *, decision: Decision, draft: Draft) -> tuple[Cell, ...]:
    return (
        draft.measures.get(entry.id, "geen"),
        entry.title,
        decision.kind.value,
        decision.by,
        day(decision.day),
        decision.status.value.replace("-", " ") if decision.status else UNKNOWN,
        day(decision.decided_on.as_of) if decision.decided_on else UNKNOWN,
        text(decision.why),
    )
