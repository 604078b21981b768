"""What is asked about a service: the questions and flags of `psoh kaart voeg-toe`, and the words for values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.vocabulary import Access, ClientCost, Interpreter, OfferKind, TargetGroup

_WORDS: Mapping[str, str] = {
    "vast": "Vaste tolk bij elk gesprek",
    "op-aanvraag": "Tolk op aanvraag",
    "telefonisch": "Tolk via telefoon of video",
    "informeel": "Informeel: familie, een vrijwilliger of een collega",
    "geen": "Er wordt niet met tolken gewerkt",
    "vrij": "Vrij: iedereen kan binnenlopen",
    "aanmelding": "Zelf aanmelden",
    "verwijzing-huisarts": "Verwijzing van de huisarts",
    "verwijzing-gemeente": "Verwijzing van de gemeente of het wijkteam",
    "indicatie-wmo": "Indicatie Wmo",
    "indicatie-jeugd": "Indicatie jeugdhulp",
    "gratis": "Niets, het is gratis",
    "eigen-bijdrage": "Een eigen bijdrage",
    "eigen-risico": "Het eigen risico van de zorgverzekering",
}
"""Values whose id is no plain word."""

_UNKNOWN = "onbekend"
"""No choice of its own: what is not filled in is unknown."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One thing to fill in. `choices` are ids with their names; `many` takes several, parted by commas."""

    key: str
    flag: str
    label: str
    question: str
    help: str
    required: bool = False
    many: bool = False
    choices: Mapping[str, str] | None = None
    is_language: bool = False
    explanation: str = ""


def service_fields(known: KnownIds) -> tuple[Field, ...]:
    """List what is asked about a service, in the order of the questions."""
    return (*_what_it_is(known), *_for_whom(), *_how_to_get_in(), *_where_it_stands())


def partner_field(known: KnownIds) -> Field:
    """Describe what is asked about a new organization."""
    return Field(
        key="ketenpartner",
        flag="--ketenpartner",
        label="Soort ketenpartner",
        question="Wat voor ketenpartner is deze organisatie?",
        help="De soort zegt welke rol de organisatie in de keten heeft. Kies wat er het dichtst bij komt. "
        "De hele lijst staat ook in: psoh praktijken --lijst ketenpartners",
        required=True,
        choices=known.partner_types,
    )


def in_words(value: str) -> str:
    """Give the words for a value of the kaart; a value that is a plain word stands for itself."""
    return _WORDS.get(value, value.replace("-", " "))


def _what_it_is(known: KnownIds) -> tuple[Field, ...]:
    return (
        Field(
            key="naam",
            flag="--naam",
            label="Naam",
            question="Hoe heet de dienst?",
            help="De naam waaronder mensen de dienst kennen. Eén dienst is één soort hulp voor één groep.",
            required=True,
        ),
        Field(
            key="aanbod",
            flag="--aanbod",
            label="Aanbod",
            question="Wat biedt de dienst, in één of twee zinnen?",
            help="Wat iemand er krijgt, in gewone woorden. Noem geen personen.",
            required=True,
        ),
        Field(
            key="ketenstappen",
            flag="--stap",
            label="Ketenstap",
            question="In welke stap van de keten helpt de dienst?",
            help="De keten loopt van de overdracht uit de opvang tot meedoen. Zonder stap telt de dienst in geen "
            "enkele stap van de dekking mee. Wat een stap inhoudt, leest u met psoh uitleg en het id.",
            many=True,
            choices=known.chain_steps,
        ),
        Field(
            key="iasc_laag",
            flag="--laag",
            label="Laag van steun",
            question="In welke laag van steun valt de dienst?",
            help="De vier lagen komen uit de IASC-piramide: van basisvoorzieningen voor iedereen (1) tot "
            "gespecialiseerde zorg voor weinigen (4). Uitleg: psoh uitleg laag-1",
            choices=known.layers,
        ),
        Field(
            key="soort_aanbod",
            flag="--soort",
            label="Soort aanbod",
            question="Wat voor aanbod is het?",
            help="De vorm waarin mensen hulp krijgen.",
            many=True,
            choices=_words(OfferKind),
        ),
        Field(
            key="interventies",
            flag="--interventie",
            label="Interventie",
            question="Is het een bekende interventie, zoals Mind-Spring?",
            help="Kies alleen als de dienst dit programma echt uitvoert. Anders: Enter. "
            "De hele lijst staat ook in: psoh praktijken --lijst interventies",
            many=True,
            choices=known.interventions,
        ),
    )


def _for_whom() -> tuple[Field, ...]:
    return (
        Field(
            key="doelgroepen",
            flag="--doelgroep",
            label="Doelgroep",
            question="Voor wie is het?",
            help="Voor wie de dienst bedoeld is.",
            many=True,
            choices=_words(TargetGroup),
        ),
        Field(
            key="leeftijd",
            flag="--leeftijd",
            label="Leeftijd",
            question="Voor welke leeftijd?",
            help="De leeftijden doen allebei mee: 12-17 is van 12 tot en met 17 jaar. Zonder grens: 18+.",
            explanation="bijvoorbeeld 12-17 of 18+",
        ),
        Field(
            key="talen",
            flag="--taal",
            label="Talen",
            question="Welke talen spreken de medewerkers?",
            help="Alleen talen die medewerkers zelf spreken. Voor talen via een tolk is er een eigen vraag.",
            many=True,
            is_language=True,
            explanation="namen of codes, bijvoorbeeld: Nederlands, Arabisch",
        ),
        Field(
            key="tolkinzet",
            flag="--tolk",
            label="Tolken",
            question="Hoe wordt er met tolken gewerkt?",
            help="Een professionele tolk telt mee in de dekking van talen; informele hulp niet.",
            choices=_words(Interpreter),
        ),
        Field(
            key="tolktalen",
            flag="--tolktaal",
            label="Tolktalen",
            question="Voor welke talen is er een tolk?",
            help="De talen waarvoor een tolk komt. Enter als dat niet bekend is, of als de tolk elke taal kan.",
            many=True,
            is_language=True,
            explanation="Enter als dat niet bekend is, of als de tolk elke taal kan",
        ),
    )


def _how_to_get_in() -> tuple[Field, ...]:
    return (
        Field(
            key="toegang",
            flag="--toegang",
            label="Toegang",
            question="Wat is nodig om binnen te komen?",
            help="Wat iemand moet hebben of doen voordat de hulp begint.",
            many=True,
            choices=_words(Access),
        ),
        Field(
            key="kosten_client",
            flag="--kosten",
            label="Kosten",
            question="Wat betaalt de cliënt?",
            help="Kosten zijn vaak de reden dat iemand niet komt.",
            choices=_words(ClientCost),
        ),
        Field(
            key="wachttijd",
            flag="--wachttijd",
            label="Wachttijd",
            question="Hoeveel weken wacht iemand op een plek?",
            help="Een heel aantal weken. 0 = geen wachttijd. Enter als niemand het weet.",
            explanation="in weken, 0 = geen wachttijd",
        ),
        Field(
            key="werkgebied",
            flag="--werkgebied",
            label="Werkgebied",
            question="Waar werkt de dienst?",
            help="Gemeentecodes (GM en vier cijfers) en zo nodig wijken uit gemeente.yaml. Zonder werkgebied telt "
            "de dienst mee voor elke gemeente die deze kaart gebruikt.",
            many=True,
            explanation="gemeentecodes en wijken, gescheiden door komma's",
        ),
    )


def _where_it_stands() -> tuple[Field, ...]:
    return (
        Field(
            key="bron",
            flag="--bron",
            label="Bron",
            question="Waar komt deze informatie vandaan?",
            help="Zo kan iemand anders het nakijken. Noem een pagina, een document of een organisatie, geen persoon.",
            required=True,
            explanation="een pagina, een document, of: opgave van de organisatie",
        ),
        Field(
            key="gecontroleerd_op",
            flag="--gecontroleerd",
            label="Nagevraagd op",
            question="Wanneer is dit bij de organisatie nagevraagd?",
            help="Alleen wat korter dan een jaar geleden is nagevraagd, telt als bevestigd.",
            explanation="vandaag, jjjj-mm-dd, of Enter als dat niet is gebeurd",
        ),
        Field(
            key="gecontroleerd_door",
            flag="--door",
            label="Nagevraagd door",
            question="Welke rol heeft dat nagevraagd?",
            help="Een functie, geen naam.",
            explanation="een functie, geen naam; bijvoorbeeld beleidsadviseur",
        ),
    )


def _words(values: Iterable[Any]) -> dict[str, str]:
    return {item.value: in_words(item.value) for item in values if item.value != _UNKNOWN}
