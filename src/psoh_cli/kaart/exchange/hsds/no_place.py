"""Why a field of HSDS is not taken over, and where a user can put what it says."""

from __future__ import annotations

from collections.abc import Mapping

STRUCTURE = frozenset({
    "id", "organization_id", "service_id", "location_id", "service_at_location_id", "contact_id", "phone_id",
    "unit_id", "taxonomy_id", "taxonomy_term_id", "program_id", "link_id", "link_type", "link_entity", "resource_id",
    "resource_type",
})  # fmt: skip
"""Keys that only hold objects together."""

_NONE = "hiervoor heeft de sociale kaart geen plaats"
_REMARK = "Zet wat u wilt bewaren zelf bij toelichting."
_IN_REFERRAL = "Zet bij verwijsroute wat iemand moet doen of meebrengen."

_WHY: Mapping[str, tuple[str, str]] = {
    "alternate_name": ("de sociale kaart kent per vermelding één naam", _REMARK),
    "additional_urls": ("de sociale kaart kent per dienst één website", _REMARK),
    "additional_websites": ("de sociale kaart kent per organisatie één website", _REMARK),
    "accreditations": (_NONE, _REMARK),
    "licenses": (_NONE, _REMARK),
    "alert": ("een tijdelijk bericht raakt snel verouderd", "Zet bij toelichting wat nog geldt."),
    "assurer_email": (
        "de sociale kaart bewaart een rol, geen adres",
        "Vul bij gecontroleerd_door de functie in.",
    ),
    "eligibility_description": (
        "uit vrije tekst leidt psoh geen doelgroep af",
        "Vul doelgroepen, leeftijd of uitsluitcriteria zelf in.",
    ),
    "interpretation_services": (
        "uit vrije tekst leidt psoh geen tolkinzet af",
        "Vul tolkinzet en tolktalen zelf in.",
    ),
    "fees_description": ("uit vrije tekst leidt psoh geen kosten af", "Vul kosten_client zelf in."),
    "fees": ("dit veld is in HSDS vervallen", "Vul kosten_client zelf in."),
    "wait_time": (
        "dit veld is in HSDS vervallen",
        "Vul wachttijd zelf in, in weken en met de dag van de meting.",
    ),
    "last_modified": ("een wijziging is nog geen controle", "Bevestig de dienst zelf als hij klopt."),
    "program": ("de sociale kaart kent geen programma boven een dienst", _REMARK),
    "programs": ("de sociale kaart kent geen programma boven een dienst", _REMARK),
    "funding": ("wie betaalt, staat niet op de sociale kaart", ""),
    "required_documents": (_NONE, _IN_REFERRAL),
    "metadata": ("de geschiedenis van een ander bestand kan namen van personen bevatten", ""),
    "accessibility": (_NONE, "Zet bij bereikbaarheid wat mensen moeten weten."),
    "languages": (
        "talen staan op de sociale kaart bij de dienst",
        "Vul ze bij de dienst in als ze voor hem gelden.",
    ),
    "latitude": ("een plaats staat op de sociale kaart met een adres", ""),
    "longitude": ("een plaats staat op de sociale kaart met een adres", ""),
    "tax_status": ("dit veld is in HSDS vervallen", ""),
    "tax_id": ("dit veld is in HSDS vervallen", ""),
    "state_province": ("de provincie volgt uit de plaats", ""),
    "extent": ("een werkgebied is op de sociale kaart een gemeente of een naam", ""),
    "timezone": ("een tijd is op de sociale kaart de tijd in Nederland", ""),
    "note": (_NONE, "Zet bij een taal via een tolk de taal zelf bij tolktalen."),
}

_IN_SCHEDULE = (
    "zo precies zijn openingstijden op de sociale kaart niet",
    "Zet het in woorden bij de openingstijden.",
)


def why_not(kind: str, key: str) -> tuple[str, str]:
    """Give why a field of one kind of object is not taken over, and what the user can do."""
    if kind == "schedule" and key not in {"attributes", "metadata"}:
        return _WHY.get(key, _IN_SCHEDULE)
    return _WHY.get(key, (_NONE, ""))
