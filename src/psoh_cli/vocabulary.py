"""The words of the field: English members, Dutch values. A new member is a recorded decision."""

from __future__ import annotations

from enum import StrEnum

from psoh_cli.language_codes import OTHER_LANGUAGES


class Provenance(StrEnum):
    """Who says so: ARQ about this project, comparable Dutch practice, or our own reasoning."""

    ARQ = "arq"
    COMPARABLE = "vergelijk"
    DERIVED = "afgeleid"


class Certainty(StrEnum):
    """How sure an item of the knowledge is."""

    VERIFIED = "geverifieerd"
    DERIVED = "afgeleid"
    UNKNOWN = "onbekend"


class Verdict(StrEnum):
    """What the evidence says about one finding."""

    MET = "voldaan"
    PARTLY = "deels"
    MISSING = "ontbreekt"
    NOT_APPLICABLE = "niet van toepassing"
    UNKNOWN = "onbekend"


class Phase(StrEnum):
    """Where an action stands on the way from exploring to lasting practice."""

    EXPLORE = "verkennen"
    PREPARE = "voorbereiden"
    CARRY_OUT = "uitvoeren"
    SUSTAIN = "borgen"


class AnswerKind(StrEnum):
    """The kinds of answer a question can ask for."""

    YES_NO_PARTLY = "ja-nee-deels"
    CHOICE = "keuze"
    MULTIPLE = "meerkeuze"
    NUMBER = "getal"
    TEXT = "tekst"
    DATE = "datum"


class AnswerCertainty(StrEnum):
    """How sure an informant is of an answer."""

    SURE = "zeker"
    FAIRLY_SURE = "redelijk-zeker"
    UNSURE = "onzeker"


class Scope(StrEnum):
    """What a question is about: one state of affairs that all see, or the work of whoever answers."""

    GEMEENTE = "gemeente"
    OWN_WORK = "eigen-werk"


class InvitationState(StrEnum):
    """How far somebody in a round of interviews is."""

    PLANNED = "gepland"
    INVITED = "uitgenodigd"
    BUSY = "bezig"
    DONE = "klaar"
    LAPSED = "vervallen"


class InterviewForm(StrEnum):
    """How somebody answers: in a talk at the prompt, or on a list that is sent."""

    TALK = "gesprek"
    XLSX = "xlsx"
    DOCX = "docx"
    HTML = "html"


class Interpreter(StrEnum):
    """How a service works with interpreters."""

    FIXED = "vast"
    ON_REQUEST = "op-aanvraag"
    BY_PHONE = "telefonisch"
    INFORMAL = "informeel"
    NONE = "geen"
    UNKNOWN = "onbekend"


class Trained(StrEnum):
    """Whether staff are trained in culturally sensitive work."""

    YES = "ja"
    PARTLY = "deels"
    NO = "nee"
    UNKNOWN = "onbekend"


class Access(StrEnum):
    """What somebody needs in order to be let in."""

    OPEN = "vrij"
    REGISTRATION = "aanmelding"
    REFERRAL_GP = "verwijzing-huisarts"
    REFERRAL_GEMEENTE = "verwijzing-gemeente"
    ASSESSED_WMO = "indicatie-wmo"
    ASSESSED_YOUTH = "indicatie-jeugd"
    UNKNOWN = "onbekend"


class ClientCost(StrEnum):
    """What the client pays."""

    FREE = "gratis"
    CONTRIBUTION = "eigen-bijdrage"
    DEDUCTIBLE = "eigen-risico"
    UNKNOWN = "onbekend"


class OfferKind(StrEnum):
    """What form a service takes."""

    GROUP = "groep"
    INDIVIDUAL = "individueel"
    WALK_IN = "inloop"
    BUDDY = "maatje"
    MEETING = "ontmoeting"
    SPORT = "sport"
    VOLUNTEERING = "vrijwilligerswerk"
    WORK = "werk-of-leerwerk"
    TRAINING = "training"
    INFORMATION = "voorlichting"
    TREATMENT = "behandeling"
    ADVICE = "advies"
    OTHER = "anders"


class TargetGroup(StrEnum):
    """For whom a service is meant."""

    EVERYONE = "iedereen"
    ADULTS = "volwassenen"
    OLDER_PEOPLE = "ouderen"
    PARENTS = "ouders"
    FAMILIES = "gezinnen"
    YOUTH = "jongeren"
    CHILDREN = "kinderen"
    WOMEN = "vrouwen"
    MEN = "mannen"
    PROFESSIONALS = "professionals"


class ServiceStatus(StrEnum):
    """Whether a service runs."""

    ACTIVE = "actief"
    PAUSED = "tijdelijk-gesloten"
    STOPPED = "gestopt"
    UNKNOWN = "onbekend"


class Visibility(StrEnum):
    """Who may see an entry of the kaart: everybody, or professionals only."""

    PUBLIC = "openbaar"
    PROFESSIONAL = "professional"


class AgeGroup(StrEnum):
    """The age groups in which coverage is counted."""

    CHILDREN = "0-11"
    YOUTH = "12-17"
    YOUNG_ADULTS = "18-26"
    ADULTS = "27-64"
    OLDER = "65+"


class CostCertainty(StrEnum):
    """How sure an amount in the plan is."""

    QUOTE = "offerte"
    ESTIMATE = "raming"
    ASSUMPTION = "aanname"
    UNKNOWN = "onbekend"


class MoneyKind(StrEnum):
    """Whether money returns every year."""

    STRUCTURAL = "structureel"
    TEMPORARY = "incidenteel"
    UNKNOWN = "onbekend"


class DecisionKind(StrEnum):
    """What people decided on a proposal."""

    ADOPTED = "overgenomen"
    ADAPTED = "aangepast"
    POSTPONED = "uitgesteld"
    REJECTED = "afgewezen"


class ActionStatus(StrEnum):
    """How far the work on a decided action is."""

    NOT_STARTED = "niet-begonnen"
    STARTED = "gestart"
    RUNNING = "loopt"
    NEARLY_DONE = "bijna-klaar"
    DONE = "afgerond"


class ExampleKind(StrEnum):
    """What an example dossier rests on; a real dossier has none of these."""

    PUBLIC_SOURCES = "openbare-bronnen"
    ILLUSTRATIVE = "illustratief"


DONT_KNOW = "weet-niet"
NOT_APPLICABLE = "niet-van-toepassing"

LANGUAGE_NAMES = {
    "am": "Amhaars",
    "ar": "Arabisch",
    "ckb": "Sorani",
    "de": "Duits",
    "en": "Engels",
    "es": "Spaans",
    "fa": "Farsi",
    "fr": "Frans",
    "hy": "Armeens",
    "ka": "Georgisch",
    "kmr": "Kurmanji",
    "ku": "Koerdisch",
    "nl": "Nederlands",
    "om": "Oromo",
    "prs": "Dari",
    "ps": "Pasjtoe",
    "pt": "Portugees",
    "ru": "Russisch",
    "so": "Somalisch",
    "sw": "Swahili",
    "ti": "Tigrinya",
    "tr": "Turks",
    "uk": "Oekraïens",
    "ur": "Urdu",
    "uz": "Oezbeeks",
    "zh": "Chinees",
}
"""The languages from which lists and questions let choose; `language_codes` knows the rest."""


def language_name(code: str) -> str:
    """Name a language in Dutch; an unknown code stands for itself."""
    return LANGUAGE_NAMES.get(code) or OTHER_LANGUAGES.get(code, code)
