"""A service in the making: the fields somebody is asked for, and how what they type becomes an entry.

The same table serves the questions and the flags of `psoh kaart voeg-toe`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from psoh_cli.dutch import slug
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.reach import language_code
from psoh_cli.problems.meant import did_you_mean, nearest
from psoh_cli.vocabulary import (
    LANGUAGE_NAMES,
    Access,
    ClientCost,
    Interpreter,
    OfferKind,
    TargetGroup,
    language_name,
)

_AGE = re.compile(r"(\d{1,3})?\s*(?:(-|t/m|tot en met|\+|en ouder|jaar en ouder)\s*)?(\d{1,3})?(?:\s*jaar)?")


@dataclass(frozen=True, kw_only=True)
class Field:
    """One thing to fill in. `choices` are ids with their names; `many` takes several, parted by commas."""

    key: str
    flag: str
    question: str
    required: bool = False
    many: bool = False
    choices: Mapping[str, str] | None = None
    is_language: bool = False
    explanation: str = ""


def service_fields(known: KnownIds) -> tuple[Field, ...]:
    """List what is asked about a service, in the order of the questions."""
    return (
        Field(key="naam", flag="--naam", question="Hoe heet de dienst?", required=True),
        Field(
            key="aanbod",
            flag="--aanbod",
            question="Wat biedt de dienst, in één of twee zinnen?",
            required=True,
        ),
        Field(
            key="ketenstappen",
            flag="--stap",
            question="In welke stap van de keten helpt de dienst?",
            many=True,
            choices=known.chain_steps,
        ),
        Field(
            key="soort_aanbod",
            flag="--soort",
            question="Wat voor aanbod is het?",
            many=True,
            choices=_words(OfferKind),
        ),
        Field(
            key="doelgroepen",
            flag="--doelgroep",
            question="Voor wie is het?",
            many=True,
            choices=_words(TargetGroup),
        ),
        Field(
            key="leeftijd",
            flag="--leeftijd",
            question="Voor welke leeftijd?",
            explanation="bijvoorbeeld 12-17 of 18+",
        ),
        Field(
            key="talen",
            flag="--taal",
            question="Welke talen spreken de medewerkers?",
            many=True,
            is_language=True,
            explanation="namen of codes, bijvoorbeeld: Nederlands, Arabisch",
        ),
        Field(
            key="tolkinzet",
            flag="--tolk",
            question="Hoe wordt er met tolken gewerkt?",
            choices=_words(Interpreter),
        ),
        Field(
            key="tolktalen",
            flag="--tolktaal",
            question="Voor welke talen is er een tolk?",
            many=True,
            is_language=True,
            explanation="Enter als dat niet bekend is, of als de tolk elke taal kan",
        ),
        Field(
            key="toegang",
            flag="--toegang",
            question="Wat is nodig om binnen te komen?",
            many=True,
            choices=_words(Access),
        ),
        Field(
            key="kosten_client",
            flag="--kosten",
            question="Wat betaalt de cliënt?",
            choices=_words(ClientCost),
        ),
        Field(
            key="werkgebied",
            flag="--werkgebied",
            question="Waar werkt de dienst?",
            many=True,
            explanation="gemeentecodes en wijken, bijvoorbeeld: GM0505, Centrum",
        ),
        Field(
            key="bron",
            flag="--bron",
            question="Waar komt deze informatie vandaan?",
            required=True,
            explanation="een pagina, een document, of: opgave van de organisatie",
        ),
        Field(
            key="gecontroleerd_op",
            flag="--gecontroleerd",
            question="Wanneer is dit bij de organisatie nagevraagd?",
            explanation="vandaag, jjjj-mm-dd, of Enter als dat niet is gebeurd",
        ),
        Field(
            key="gecontroleerd_door",
            flag="--door",
            question="Welke rol heeft dat nagevraagd?",
            explanation="een functie, geen naam; bijvoorbeeld beleidsadviseur",
        ),
    )


def partner_field(known: KnownIds) -> Field:
    """Describe what is asked about a new organization."""
    return Field(
        key="ketenpartner",
        flag="--ketenpartner",
        question="Wat voor ketenpartner is deze organisatie?",
        required=True,
        choices=known.partner_types,
    )


def read_value(field: Field, text: str) -> Any:
    """Turn what somebody typed into a value for the file; raise ValueError in Dutch when it cannot be.

    A choice may be its number in the list, its id or its name. Nothing typed, or `onbekend`, is None.
    """
    text = text.strip()
    if not text or (text.casefold() == "onbekend" and not field.required):
        return None
    if field.key == "leeftijd":
        return _age(text)
    if not field.many:
        return _one(field, text)
    words = [word.strip() for word in text.split(",") if word.strip()]
    return list(dict.fromkeys(_one(field, word) for word in words)) or None


def read_ages(text: str) -> tuple[int, int]:
    """Read ages in years, both included: `15`, `12-17`, `18+`; raise ValueError in Dutch."""
    bounds = _age(text.strip())
    return int(bounds.get("van", 0)), int(bounds.get("tot", 150))


def make_service(values: Mapping[str, Any], *, organization: str, taken: Iterable[str]) -> Service:
    """Make a service of what was filled in, with an id of its own; raise ValueError in Dutch."""
    given = {key: value for key, value in values.items() if value is not None}
    fields = {"gecontroleerd_op": "onbekend"} | given
    name = new_id(str(values["naam"]), taken=taken, otherwise="dienst")
    try:
        return Service.model_validate(fields | {"id": name, "organisatie": organization})
    except ValidationError as error:
        raise ValueError(_in_words(error)) from error


def make_organization(
    name: str, *, partner_type: str, values: Mapping[str, Any], taken: Iterable[str]
) -> Organization:
    """Make an organization with the source and confirmation of its first service; raise ValueError in Dutch."""
    fields = {
        key: values[key] for key in ("bron", "gecontroleerd_op", "gecontroleerd_door") if values.get(key)
    }
    own = {
        "id": new_id(name, taken=taken, otherwise="organisatie"),
        "naam": name,
        "ketenpartner": partner_type,
    }
    try:
        return Organization.model_validate({"gecontroleerd_op": "onbekend"} | fields | own)
    except ValidationError as error:
        raise ValueError(_in_words(error)) from error


def find_organization(text: str, *, organizations: Mapping[str, str]) -> str | None:
    """Find an organization by id or name; `organizations` are ids with names."""
    wanted = slug(text)
    if wanted in organizations:
        return wanted
    return next((key for key, name in organizations.items() if slug(name) == wanted), None)


def new_id(name: str, *, taken: Iterable[str], otherwise: str) -> str:
    """Make an id of a name that nothing else has yet."""
    wanted, used = slug(name) or otherwise, set(taken)
    number, candidate = 2, wanted
    while candidate in used:
        candidate, number = f"{wanted}-{number}", number + 1
    return candidate


def _one(field: Field, text: str) -> str:
    if field.is_language:
        return _language(text)
    if field.choices is None:
        return text
    ids = list(field.choices)
    if text.isdecimal() and 1 <= int(text) <= len(ids):
        return ids[int(text) - 1]
    wanted = slug(text)
    for key, name in field.choices.items():
        if wanted in {key, slug(name)}:
            return key
    hint = did_you_mean(text, field.choices) or f"Kies uit: {', '.join(ids)}."
    raise ValueError(f"'{text}' kan hier niet. {hint}")


def _language(text: str) -> str:
    code = language_code(text)
    if code in LANGUAGE_NAMES or re.fullmatch(r"[a-z]{2,3}", code):
        return code
    near = nearest(text, LANGUAGE_NAMES)
    hint = (
        f"Bedoelt u {language_name(near)} ({near})?"
        if near
        else "Schrijf de naam of de code: Arabisch of ar."
    )
    raise ValueError(f"'{text}' is geen taal die psoh kent. {hint}")


def _age(text: str) -> dict[str, str]:
    match = _AGE.fullmatch(text)
    if match is None or not (match[1] or match[3]):
        raise ValueError(f"'{text}' is geen leeftijd; schrijf bijvoorbeeld 12-17, 18+ of 65 en ouder")
    lowest, sign, highest = match.groups()
    if sign is None:
        highest = lowest
    return {key: value for key, value in (("van", lowest), ("tot", highest)) if value}


def _words(values: Iterable[Any]) -> dict[str, str]:
    return {item.value: item.value for item in values}


def _in_words(error: ValidationError) -> str:
    """Say in Dutch what the first field is that does not fit."""
    first = error.errors()[0]
    where = ".".join(str(step) for step in first["loc"])
    reason = first.get("ctx", {}).get("error")
    return f"{where}: {reason}" if reason else f"{where}: de waarde {first['input']!r} past hier niet"
