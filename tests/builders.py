"""Small worlds in one line each: a catalogue, informants, a kaart; everything not named is empty or unknown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from psoh_cli.analysis.finding import Analysis
from psoh_cli.analysis.picture import Picture
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import Informant, InterviewFile
from psoh_cli.interview.portrait import Portrait, combine
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice import Need, Practice
from psoh_cli.practices.question import ArqQuestion, Group, Question
from psoh_cli.practices.reference import (
    Bottleneck,
    ChainStep,
    Header,
    Intervention,
    Layer,
    PartnerType,
    Pillar,
)

AS_OF = date(2026, 11, 21)
FRESH = "2026-10-01"
STALE = "2024-01-15"

_SAID = {"herkomst": "afgeleid", "zekerheid": "afgeleid"}
_HEADER = {
    "versie": "t1", "datum": "2026-11-01", "taal": "nl", "titel": "Proef", "rechten": "-", "attributie": "-",
    "geraadpleegd": "-", "vragenlijst": "-", "zekerheid": {}, "vindplaats": {}, "in_project": {},
    "herkomst": {"arq": "Van ARQ.", "vergelijk": "Van anderen.", "afgeleid": "Van ons."},
    "toetsing": [], "toetsing_uitkomst": [], "antwoordsoorten": [], "regels": [],
}  # fmt: skip


# --- the knowledge


def question(name: str, **fields: Any) -> Question:
    known = {
        "id": name, "thema": "thema", "tekst": f"Is er {name}?", "toelichting": f"Waarom {name}.",
        "soort": "ja-nee-deels", "informanten": ["gemeente", "ggd"], "pijler": "fundament", "herkomst": "afgeleid",
    }  # fmt: skip
    return Question.model_validate(known | fields)


def options(*values: str) -> list[dict[str, Any]]:
    return [
        {
            "waarde": value,
            "label": value.capitalize(),
            "sluit_uit": "ja" if value in ("geen", "niemand") else "nee",
        }
        for value in values
    ]


def answered(
    name: str, *, met: tuple[str, ...] = ("ja",), partly: tuple[str, ...] = ("deels",), **fields: Any
) -> dict[str, Any]:
    return {"soort": "antwoord", "vraag": name, "voldaan": met, "deels": partly, **fields}


def present(minimum: int = 1, **wanted: tuple[str, ...]) -> dict[str, Any]:
    return {"soort": "dienst-aanwezig", "filter": wanted, "minimaal": minimum}


def practice(name: str, *criteria: dict[str, Any], any_of: bool = False, **fields: Any) -> Practice:
    known = {
        "id": name, "pijler": "fundament", "titel": f"Doe {name}", "wat": "Iets.", "waarom": [], "eerste_stappen": [],
        "trekker": "ggd", "kosten": {}, "inspanning": grade(1), "opbrengst": grade(2),
        "fase": {"waarde": "verkennen", "waarom": "Eerst."}, "toetsing_combinatie": "een-van" if any_of else "alle",
        "toetsing": criteria, "herkomst": "arq", "zekerheid": "geverifieerd", "bronnen": [],
    }  # fmt: skip
    return Practice.model_validate(known | fields)


def grade(value: int) -> dict[str, Any]:
    return {"waarde": value, "waarom": "Zo is het."}


def need(name: str, *practices: str) -> Need:
    return Need.model_validate(
        {"id": name, "naam": f"Een {name}", "praktijken": practices, "waarom": "Zo.", "herkomst": "afgeleid"}
    )


def bottleneck(name: str, *practices: str) -> Bottleneck:
    links = [{"id": item, "herkomst": "afgeleid"} for item in practices]
    return Bottleneck.model_validate(
        {"id": name, "titel": f"Last van {name}", "omschrijving": "-", "praktijken": links, **_SAID}
    )


def partner(name: str, *, expected: bool = True) -> PartnerType:
    return PartnerType.model_validate(
        {"id": name, "naam": f"Soort {name}", "rol": "-", "lijn": "nul", "verwacht_in_klankbordgroep": expected,
         "indeling_herkomst": "afgeleid", **_SAID}
    )  # fmt: skip


def step(name: str, number: int = 0) -> ChainStep:
    return ChainStep.model_validate(
        {"id": name, "nr": number, "naam": f"Stap {name}", "lijn": "nul", "resultaat": "-", **_SAID}
    )


def intervention(name: str) -> Intervention:
    return Intervention.model_validate(
        {"id": name, "naam": name.capitalize(), "soort": "groep", "wat": "-", "doelgroep": "-", "vorm": "groep",
         "bewijsniveau": "onbekend", "kosten": {}, "pijler": "fundament", "in_project": "nee", **_SAID}
    )  # fmt: skip


def arq_question(number: int, *questions: str) -> ArqQuestion:
    return ArqQuestion.model_validate(
        {"nr": number, "id": f"arq-{number}", "onderwerp": f"Onderwerp {number}", "vragen": questions,
         "herkomst": "arq", "bronnen": []}
    )  # fmt: skip


def catalogue(*practices: Practice, questions: tuple[Question, ...] = (), **lists: Any) -> Catalogue:
    empty: dict[str, Any] = {name: () for name in Catalogue.model_fields if name not in {"version", "header"}}
    pillar = Pillar.model_validate(
        {"id": "fundament", "naam": "Fundament", "projectpijler": "ja", "toelichting": "-", **_SAID}
    )
    groups = (
        Group.model_validate({"id": "gemeente", "naam": "Gemeente", "ketenpartners": ["gemeente-beleid"]}),
        Group.model_validate({"id": "ggd", "naam": "GGD", "ketenpartners": ["ggd"]}),
    )
    layers = tuple(
        Layer.model_validate(
            {"id": f"laag-{nr}", "nr": nr, "naam": f"Laag {nr}", "toelichting": "-", **_SAID}
        )
        for nr in range(1, 5)
    )
    filled = {
        "pillars": (pillar,),
        "groups": groups,
        "layers": layers,
        "practices": practices,
        "questions": questions,
    }
    return Catalogue(version="t1", header=Header.model_validate(_HEADER), **(empty | filled | lists))


# --- what was said


def informant(
    name: str, answers: Mapping[str, Any] | None = None, *, group: str = "gemeente", **fields: Any
) -> Informant:
    given = {
        key: value if isinstance(value, dict) else {"antwoord": value}
        for key, value in (answers or {}).items()
    }
    known = {"formaat": "1", "kennisversie": "t1", "groep": group, "rol": f"Rol {name}", "antwoorden": given}
    return Informant(
        id=name, file=f"interviews/{name}.yaml", interview=InterviewFile.model_validate(known | fields)
    )


def said(question: str, *answers: Any) -> tuple[Informant, ...]:
    """Let one informant after another answer the same question."""
    return tuple(
        informant(f"i{number}", {question: answer}, group=("gemeente", "ggd")[number % 2])
        for number, answer in enumerate(answers)
    )


# --- what is offered


def organization(name: str = "huis", **fields: Any) -> Organization:
    known = {
        "id": name,
        "naam": f"Organisatie {name}",
        "ketenpartner": "ggd",
        "bron": "b",
        "gecontroleerd_op": FRESH,
    }
    return Organization.model_validate(known | fields)


def service(name: str = "dienst", **fields: Any) -> Service:
    known = {
        "id": name, "organisatie": "huis", "naam": f"Dienst {name}", "aanbod": "iets", "bron": "b",
        "gecontroleerd_op": FRESH, "werkgebied": ["GM0505"],
    }  # fmt: skip
    return Service.model_validate(known | fields)


def kaart(
    *services: Service,
    organizations: tuple[Organization, ...] | None = None,
    complete: Mapping[str, str] | None = None,
) -> Kaart:
    declared = [
        {"onderwerp": subject, "waarde": value or None, "datum": "2026-09-01", "door": "beheerder"}
        for subject, value in (complete or {}).items()
    ]
    own = organizations if organizations is not None else (organization(),) if services else ()
    return Kaart.model_validate({"organizations": own, "services": services, "complete": declared})


# --- together


def gemeente(people: Mapping[str, int | None] | None = None, **fields: Any) -> Gemeente:
    groups = [{"taal": code, "aantal": count} for code, count in (people or {}).items()]
    known = {
        "formaat": "1",
        "kennisversie": "t1",
        "code": "GM0505",
        "naam": "Proefstad",
        "statushouders": {"talen": groups},
    }
    return Gemeente.model_validate(known | fields)


def picture(
    knowledge: Catalogue,
    *informants: Informant,
    on: Kaart | None = None,
    of: Gemeente | None = None,
    as_of: date = AS_OF,
) -> Picture:
    return Picture(
        gemeente=of or gemeente(),
        portrait=combine(informants),
        kaart=on or Kaart(),
        catalogue=knowledge,
        as_of=as_of,
    )


def analysis(
    knowledge: Catalogue,
    *informants: Informant,
    on: Kaart | None = None,
    of: Gemeente | None = None,
    as_of: date = AS_OF,
) -> Analysis:
    from psoh_cli.analysis.assess import assess

    portrait: Portrait = combine(informants)
    return assess(
        gemeente=of or gemeente(), portrait=portrait, kaart=on or Kaart(), catalogue=knowledge, as_of=as_of
    )
