"""Small worlds for the tests of the plan: a hand-made catalogue, findings, decisions."""

from __future__ import annotations

from datetime import date
from typing import Any

from psoh_cli.analysis.finding import Analysis, Finding, FindingKind, OpenQuestion, Priority, ToAsk
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.coverage import Cell, Coverage
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.plan.action import Proposal
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.plan.propose import propose
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice import Need, Practice
from psoh_cli.practices.reference import FundingSource, Header, Indicator, Intervention, PartnerType, Pillar
from psoh_cli.vocabulary import Verdict

AS_OF = date(2026, 11, 21)

_SAID = {"herkomst": "afgeleid", "zekerheid": "afgeleid"}
_HEADER = {
    "versie": "t1", "datum": "2026-11-01", "taal": "nl", "titel": "Proef", "rechten": "-", "attributie": "-",
    "geraadpleegd": "-", "vragenlijst": "-", "herkomst": {}, "zekerheid": {}, "vindplaats": {}, "in_project": {},
    "toetsing": [], "toetsing_uitkomst": [], "antwoordsoorten": [], "regels": [],
}  # fmt: skip


def practice(name: str, **changes: Any) -> Practice:
    grade = {"waarde": 1, "waarom": "Klein."}
    return Practice.model_validate(
        {
            "id": name,
            "pijler": "fundament",
            "titel": f"Doe {name.removeprefix('bp-')}",
            "wat": "Iets.",
            "waarom": [],
            "eerste_stappen": [{"tekst": f"Begin met {name}.", "herkomst": "arq"}],
            "trekker": "beleid",
            "kosten": {"zekerheid": "onbekend"},
            "inspanning": grade,
            "opbrengst": grade,
            "fase": {"waarde": "verkennen", "waarom": "Eerst."},
            "toetsing_combinatie": "alle",
            "toetsing": [],
            "herkomst": "arq",
            "zekerheid": "geverifieerd",
            "bronnen": ["bron-1"],
            **changes,
        }
    )


def graded(value: int) -> dict[str, Any]:
    return {"waarde": value, "waarom": "Zo is het."}


def phased(value: str) -> dict[str, Any]:
    return {"waarde": value, "waarom": "Zo is het."}


def after(*names: str) -> list[dict[str, str]]:
    return [{"id": name, "waarom": "Eerst dat."} for name in names]


def need(name: str, *practices: str) -> Need:
    return Need.model_validate(
        {
            "id": name,
            "naam": "Een programma",
            "praktijken": practices,
            "waarom": "Zo.",
            "herkomst": "afgeleid",
        }
    )


def source(name: str, **changes: Any) -> FundingSource:
    return FundingSource.model_validate({"id": name, "naam": name, "structureel": "ja", **_SAID, **changes})


def intervention(name: str, *funding: str) -> Intervention:
    return Intervention.model_validate(
        {
            "id": name, "naam": name, "soort": "groep", "wat": "Iets.", "doelgroep": "allen", "vorm": "groep",
            "bewijsniveau": "onbekend", "kosten": {}, "pijler": "fundament", "in_project": "nee",
            "financiering": [{"id": item, "herkomst": "afgeleid"} for item in funding], **_SAID,
        }
    )  # fmt: skip


def catalogue(*practices: Practice, needs: tuple[Need, ...] = (), **lists: Any) -> Catalogue:
    empty = {name: () for name in Catalogue.model_fields if name not in ("version", "header")}
    pillars = tuple(
        Pillar.model_validate(
            {"id": name, "naam": name.capitalize(), "projectpijler": "ja", "toelichting": "-", **_SAID}
        )
        for name in ("fundament", "sociale-kaart", "toeleiding")
    )
    partners = tuple(
        PartnerType.model_validate(
            {
                "id": name,
                "naam": f"Partner {name}",
                "rol": "-",
                "lijn": "0",
                "verwacht_in_klankbordgroep": "ja",
                "indeling_herkomst": "afgeleid",
                **_SAID,
            }
        )
        for name in ("beleid", "gemeente-regisseur", "ggz")
    )
    indicator = Indicator.model_validate(
        {
            "id": "bereik",
            "naam": "Bereik",
            "definitie": "-",
            "eenheid": "aantal",
            "pijler": "fundament",
            "gegevensbron": "-",
            "frequentie": "jaar",
            "niveau": "gemeente",
            **_SAID,
        }
    )
    filled = {
        **empty, "pillars": pillars, "partner_types": partners, "indicators": (indicator,),
        "practices": practices, "needs": needs, **lists,
    }  # fmt: skip
    return Catalogue(version="t1", header=Header.model_validate(_HEADER), **filled)


def finding(
    about: str, verdict: Verdict | str, *, kind: str = "praktijk", rank: int = 1, **changes: Any
) -> Finding:
    return Finding.model_validate(
        {
            "id": f"gap-{kind}-{about}",
            "soort": kind,
            "over": about,
            "titel": f"Over {about}",
            "oordeel": verdict,
            "reden": f"Iemand zei iets over {about}",
            "praktijken": [about] if kind == FindingKind.PRACTICE.value else [],
            "herkomst": "afgeleid",
            "prioriteit": Priority(score=100 / rank, rank=rank, factors=()),
            **changes,
        }
    )


def to_ask(name: str, *, questions: int = 1, entries: int = 0) -> ToAsk:
    return ToAsk(
        group=name,
        name=name.upper(),
        questions=tuple(
            OpenQuestion(question=f"v{number}", text="Is het er?", why="Daarom.", state="niet gevraagd")
            for number in range(questions)
        ),
        entries=tuple(f"Vermelding {number}" for number in range(entries)),
    )


def analysis(
    *findings: Finding, as_of: date = AS_OF, ask: tuple[ToAsk, ...] = (), cells: tuple[Cell, ...] = ()
) -> Analysis:
    return Analysis(
        gemeente_code="GM0505",
        gemeente="Dordrecht",
        as_of=as_of,
        knowledge_version="t1",
        informants=(),
        findings=findings,
        coverage=Coverage(languages=(), steps=(), cells=cells, weighed=False),
        arq_questions=(),
        to_ask=ask,
        service_count=0,
        organization_count=0,
    )


def gemeente(horizon: tuple[int, int] | None = None, **more: Any) -> Gemeente:
    years = {"van": horizon[0], "tot": horizon[1]} if horizon else None
    return Gemeente.model_validate(
        {
            "formaat": "1",
            "kennisversie": "t1",
            "code": "GM0505",
            "naam": "Dordrecht",
            "horizon": years,
            **more,
        }
    )


FRESH_KAART_ENTRY = {
    "id": "org", "naam": "Organisatie", "ketenpartner": "ggz", "bron": "website", "gecontroleerd_op": "2026-11-01",
}  # fmt: skip


def kaart(*organizations: dict[str, Any]) -> Kaart:
    from psoh_cli.kaart.entries import Organization

    return Kaart(
        organizations=tuple(
            Organization.model_validate(item) for item in organizations or (FRESH_KAART_ENTRY,)
        )
    )


def plan_of(
    seen: Analysis,
    known: Catalogue,
    *entries: Entry,
    horizon: tuple[int, int] | None = (2027, 2030),
    on_kaart: Kaart | None = None,
    **more: Any,
) -> Plan:
    return propose(
        seen, gemeente=gemeente(horizon, **more), kaart=on_kaart or kaart(), catalogue=known, entries=entries
    )


def proposal(**changes: Any) -> Proposal:
    return Proposal.model_validate(
        {
            "titel": "Beleg de regie", "reden": "Niemand is aangewezen.", "pijler": "fundament",
            "praktijken": ["bp-regie"], "sluit": ["gap-praktijk-bp-regie"], "trekker": "beleid", "fase": "verkennen",
            "begin": "2027-K1", "eind": "2027-K2", "herkomst": "arq", "peildatum": "2026-11-21", "kennisversie": "t1",
            **changes,
        }
    )  # fmt: skip


def entry(name: str = "m-regie", **changes: Any) -> Entry:
    return Entry.model_validate({"id": name, "voorstel": proposal(), **changes})


def decision(**changes: Any) -> dict[str, Any]:
    return {
        "soort": "overgenomen",
        "door": "college",
        "datum": "2026-11-01",
        "eigenaar": "projectleider",
        "besloten_op": {"titel": "Beleg de regie", "reden": "Niemand.", "peildatum": "2026-10-01"},
        **changes,
    }
