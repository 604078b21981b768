"""Our lists as taxonomies of HSDS, each with its version; a term is one word of such a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoh_cli.kaart.exchange.hsds.ids import shared_id
from psoh_cli.kaart.exchange.hsds.setting import Object, Setting, filled
from psoh_cli.kaart.fields import in_words
from psoh_cli.vocabulary import language_name

VOCABULARY_VERSION = "1"
"""The version of the lists that psoh itself keeps; another word in one of them is another version."""

FIELDS: Mapping[str, str] = {
    "id": "Id op de sociale kaart",
    "bron": "Bron",
    "bron_jaar": "Jaar van de bron",
    "gecontroleerd_op": "Gecontroleerd op",
    "gecontroleerd_door": "Gecontroleerd door welke rol",
    "termijn_maanden": "Termijn van de controle in maanden",
    "toelichting": "Toelichting",
    "status": "Status",
    "uitsluitcriteria": "Voor wie het niet is",
    "capaciteit.plaatsen": "Aantal plaatsen",
    "capaciteit.per": "Plaatsen per",
    "in_klankbordgroep": "In de klankbordgroep",
    "wijk": "Wijk",
    "adres.straat": "Straat en huisnummer",
    "adres.postcode": "Postcode",
    "adres.plaats": "Plaats",
    "provincie": "Herkomst van de provincie",
}
"""What HSDS has no field for, or a stricter one: our own field with its value as text."""

WAITING: Mapping[str, str] = {
    "weken": "Wachttijd in weken",
    "gemeten_op": "Wachttijd gemeten op",
    "aanmeldstop": "Aanmeldstop",
}


@dataclass(frozen=True, kw_only=True)
class Taxonomy:
    """One list. `link_type` says what its terms tell of an entry."""

    key: str
    name: str
    description: str
    link_type: str


_AUDIENCE, _ELIGIBILITY = "intended audience", "service eligibility"
_KNOWLEDGE = frozenset(
    {"ketenstap", "iasc-laag", "pijler", "interventie", "cultuursensitief", "ketenpartner"}
)

TAXONOMIES: Mapping[str, Taxonomy] = {
    key: Taxonomy(key=key, name=name, description=description, link_type=link_type)
    for key, name, link_type, description in (
        ("ketenstap", "Ketenstap", "ketenstap", "De stap in de keten van opvang tot meedoen."),
        ("iasc-laag", "Laag van de IASC-piramide", "iasc-laag", "De laag van psychosociale steun."),
        ("pijler", "Pijler", "pijler", "De pijler van de aanpak."),
        ("interventie", "Interventie", "interventie", "Een bekend programma dat de dienst uitvoert."),
        ("cultuursensitief", "Criterium voor cultuursensitief werken", "cultuursensitief", "Waar het aan voldoet."),
        ("ketenpartner", "Soort ketenpartner", "ketenpartner", "De rol van een organisatie in de keten."),
        ("doelgroep", "Doelgroep", _AUDIENCE, "Voor wie een dienst bedoeld is."),
        ("toegang", "Toegang", _ELIGIBILITY, "Wat nodig is om binnen te komen."),
        ("tolkinzet", "Tolkinzet", "tolkinzet", "Hoe een dienst met tolken werkt."),
        ("tolktaal", "Taal via een tolk", "tolktaal", "Een taal die met een tolk kan."),
        ("getraind", "Getraind in cultuursensitief werken", "getraind", "Of de medewerkers getraind zijn."),
        ("soort-aanbod", "Soort aanbod", "soort-aanbod", "De vorm waarin mensen hulp krijgen."),
        ("kosten", "Kosten voor de cliënt", "kosten", "Wat de cliënt betaalt."),
        ("wachttijd", "Wachttijd", "wachttijd", "Hoe lang iemand wacht, en wanneer dat is gemeten."),
        ("zichtbaar", "Zichtbaar voor", "zichtbaar", "Voor iedereen, of alleen voor professionals."),
        ("4ws", "Activiteiten van het 4Ws-overzicht", "4ws", "Wat een dienst doet, met een code van de IASC."),
        ("upl", "Uniforme Productnamenlijst", "upl", "Het product van de overheid dat een dienst is."),
        ("veld", "Veld van de sociale kaart", "veld", "Wat de sociale kaart weet en HSDS niet kent."),
    )
}  # fmt: skip

KEY_OF_ID = {shared_id("taxonomy", key): key for key in TAXONOMIES}


def taxonomy_object(key: str, setting: Setting) -> Object:
    """Write a taxonomy, with the address of its list where that is published, and else one of its id."""
    taxonomy = TAXONOMIES[key]
    own_id = shared_id("taxonomy", key)
    version, address = _published(key, setting)
    return filled(
        {
            "id": own_id,
            "name": taxonomy.name,
            "description": taxonomy.description,
            "uri": address or f"urn:uuid:{own_id}",
            "version": version,
        }
    )


def term_object(key: str, code: str, setting: Setting) -> Object:
    """Write a term with its taxonomy, once per setting."""
    found = setting.terms.get((key, code))
    if found is None:
        found = setting.terms[key, code] = _term(key, code, setting)
    return found


def _term(key: str, code: str, setting: Setting) -> Object:
    name, address = term_name(key, code, setting), None
    if key == "upl" and setting.lists.products is not None:
        address = setting.lists.products.uri_of(code)
    return filled(
        {
            "id": shared_id("taxonomy_term", key, code),
            "code": code,
            "name": name,
            "description": f"{TAXONOMIES[key].name}: {name}",
            "taxonomy": key,
            "taxonomy_detail": taxonomy_object(key, setting),
            "language": "nl",
            "taxonomy_id": shared_id("taxonomy", key),
            "term_uri": address,
        }
    )


def term_name(key: str, code: str, setting: Setting) -> str:
    """Name a term; a code that nobody has a name for stands for itself."""
    if key == "tolktaal":
        return language_name(code)
    names = _names(key, setting)
    return in_words(code) if names is None else names.get(code, code)


def _names(key: str, setting: Setting) -> Mapping[str, str] | None:
    known, activities = setting.known, setting.lists.activities
    lists: dict[str, Mapping[str, str]] = {
        "ketenstap": known.chain_steps,
        "iasc-laag": known.layers,
        "pijler": known.pillars,
        "interventie": known.interventions,
        "cultuursensitief": known.cultural_criteria,
        "ketenpartner": known.partner_types,
        "4ws": {} if activities is None else activities.names,
        "upl": {},
        "wachttijd": WAITING,
        "veld": FIELDS,
    }
    return lists.get(key)


def _published(key: str, setting: Setting) -> tuple[str | None, str | None]:
    """Give version and address of a list; None where it has none."""
    activities, products = setting.lists.activities, setting.lists.products
    if key in _KNOWLEDGE:
        return setting.knowledge_version or None, None
    if key == "4ws":
        return (None, None) if activities is None else (activities.version, activities.url)
    if key == "upl":
        return (None, None) if products is None else (products.version, products.url)
    return VOCABULARY_VERSION, None
