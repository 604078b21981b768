"""What a field chooses from in the knowledge: the words an editor offers, and what each means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from psoh_cli.dossier.editors import scalars
from psoh_cli.dossier.editors.knowledge_list import KnowledgeList
from psoh_cli.dossier.editors.scalars import Schema
from psoh_cli.dossier.editors.shapes import DEFINITIONS, Choice
from psoh_cli.dossier.moments import MomentFile
from psoh_cli.gemeente.gemeente import Gemeente, GemeenteCode, LanguageGroup, Region, Register
from psoh_cli.gemeente.means import LeadHands
from psoh_cli.interview.answers import InterviewFile
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.entry_values import LanguageCode
from psoh_cli.kaart.kaart import Complete, KaartFile
from psoh_cli.plan.action import PlannedCost, Proposal
from psoh_cli.plan.decision import Baseline, Decision
from psoh_cli.plan.plan import Entry, PlanFile
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice import Need, Practice
from psoh_cli.practices.question import AskWhen, Group, Question
from psoh_cli.practices.reference import Indicator, Intervention
from psoh_cli.press.house_style.settings import Settings
from psoh_cli.rounds.round import Invitation, RoundFile
from psoh_cli.vocabulary import LANGUAGE_NAMES, OfferKind

Field = tuple[type[BaseModel], str]

_CODE = scalars.known(GemeenteCode) or {}
_LANGUAGE = scalars.known(LanguageCode) or {}
_VERSIONS: Schema = {"enum": ["1", 1]}

CHOICES: Mapping[Field, Choice] = {
    (Gemeente, "code"): Choice("gemeente", _CODE),
    (Region, "gemeenten"): Choice("gemeente", _CODE),
    (LanguageGroup, "taal"): Choice("taal", scalars.TEXT),
    (LeadHands, "trekker"): Choice("ketenpartner", scalars.TEXT),
    (InterviewFile, "groep"): Choice("groep"),
    (Invitation, "groep"): Choice("groep"),
    (Invitation, "ketenpartner"): Choice("ketenpartner", scalars.SLUG),
    (Organization, "ketenpartner"): Choice("ketenpartner"),
    (Service, "talen"): Choice("taal", _LANGUAGE),
    (Service, "tolktalen"): Choice("taal", _LANGUAGE),
    (Service, "cultuursensitief"): Choice("criterium"),
    (Service, "ketenstappen"): Choice("ketenstap"),
    (Service, "iasc_laag"): Choice("iasc-laag"),
    (Service, "pijlers"): Choice("pijler"),
    (Service, "interventies"): Choice("interventie"),
    (Service, "werkgebied"): Choice("gemeente", scalars.TEXT),
    (Complete, "geldt_voor"): Choice("gemeente", _CODE),
    (Proposal, "pijler"): Choice("pijler", scalars.SLUG),
    (Proposal, "praktijken"): Choice("praktijk", scalars.SLUG),
    (Proposal, "trekker"): Choice("ketenpartner", scalars.TEXT),
    (Proposal, "indicatoren"): Choice("indicator", scalars.SLUG),
    (Proposal, "mogelijke_financiering"): Choice("financiering", scalars.SLUG),
    (Proposal, "verlopen_financiering"): Choice("financiering", scalars.SLUG),
    # The money of what was rejected is not looked at, so another id may stand there.
    (PlannedCost, "financiering"): Choice("financiering", scalars.SLUG),
    (Decision, "gekozen_praktijk"): Choice("praktijk"),
    (Baseline, "indicator"): Choice("indicator"),
    **{
        field: Choice(name, scalars.SLUG)
        for name, fields in {
            "pijler": (
                (Practice, "pijler"),
                (Question, "pijler"),
                (Intervention, "pijler"),
                (Indicator, "pijler"),
            ),
            "ketenpartner": ((Practice, "trekker"), (Group, "ketenpartners")),
            "groep": ((Question, "informanten"),),
            "praktijk": ((Need, "praktijken"), (Question, "praktijken")),
        }.items()
        for field in fields
    },
}
"""The list from which each field chooses.

Where `check` only warns, or where the knowledge itself is edited, something else may stand there too.
"""

WHOLE: Mapping[Field, Schema] = {
    **{
        (model, "formaat"): _VERSIONS
        for model in (Gemeente, InterviewFile, KaartFile, PlanFile, RoundFile, MomentFile, Settings)
    },
    (AskWhen, "is"): {"anyOf": [scalars.TEXT, {"type": "array", "items": scalars.TEXT, "minItems": 1}]},
}
"""Fields whose whole schema is written by hand."""


def lists_of(catalogue: Catalogue, register: Register) -> dict[str, Schema]:
    """Give every list with what its words mean."""
    return {
        "gemeente": _named({entry.code: entry.name for entry in register.existing}),
        "taal": _named(LANGUAGE_NAMES),
        "ketenpartner": _named({item.id: item.name for item in catalogue.partner_types}),
        "groep": _named({item.id: item.name for item in catalogue.groups}),
        "ketenstap": _named({item.id: item.name for item in catalogue.chain_steps}),
        "iasc-laag": _named({item.id: item.name for item in catalogue.layers}),
        "pijler": _named({item.id: item.name for item in catalogue.pillars}),
        "interventie": _named({item.id: item.name for item in catalogue.interventions}),
        "criterium": _named({item.id: item.criterion for item in catalogue.cultural_criteria}),
        "praktijk": _named({item.id: item.title for item in catalogue.practices}),
        "indicator": _named({item.id: item.name for item in catalogue.indicators}),
        "financiering": _named({item.id: item.name for item in catalogue.funding_sources}),
    }


def _per_subject() -> Iterator[Schema]:
    for subject in ("ketenstap", "interventie", "ketenpartner"):
        yield _when(subject, scalars.or_nothing({"$ref": f"{DEFINITIONS}keuze-{subject}"}))
    yield _when("taal", scalars.or_nothing({"anyOf": [{"$ref": f"{DEFINITIONS}keuze-taal"}, _LANGUAGE]}))
    yield _when("soort_aanbod", scalars.or_nothing(scalars.choice(kind.value for kind in OfferKind)))
    yield _when("alles", {"type": scalars.NOTHING})


def _when(subject: str, value: Schema) -> Schema:
    """Say what a declaration about a subject has as its value."""
    about: Schema = {"properties": {"onderwerp": {"const": subject}}, "required": ["onderwerp"]}
    return {"if": about, "then": {"properties": {"waarde": value}}}


BESIDES: Mapping[type[BaseModel], Schema] = {
    Complete: {"allOf": list(_per_subject())},
    Entry: {"anyOf": [{"required": ["voorstel"]}, {"required": ["besluit"]}]},
    KnowledgeList: {"minProperties": 1, "maxProperties": 1},
}
"""What a model asks of its fields together."""


def _named(words: Mapping[str, str]) -> Schema:
    return scalars.choice(words, meanings=words.values())
