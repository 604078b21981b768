"""A service in the making: how what somebody types, as an answer or as a flag, becomes an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from pydantic import ValidationError

from psoh_cli.dutch import listing, same_name, slug, typed_number
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.fields import Field
from psoh_cli.kaart.reach import language_code
from psoh_cli.model import normal
from psoh_cli.problems.meant import did_you_mean, nearest
from psoh_cli.vocabulary import LANGUAGE_NAMES, language_name

_AGE = re.compile(r"(\d{1,3})?\s*(?:(-|t/m|tot en met|\+|en ouder|jaar en ouder)\s*)?(\d{1,3})?(?:\s*jaar)?")
_WEEKS = re.compile(r"(\d{1,3})(?:\s*(?:weken|week))?")
_SHORTEST_PART = 2


def read_value(field: Field, text: str, *, part: bool = False) -> Any:
    """Turn what somebody typed into a value for the file; raise ValueError in Dutch when it cannot be.

    A choice may be its number in the list, its id or its name, and with `part` a part of its name that no other
    has. Nothing typed, or `onbekend`, is None.
    """
    text = normal(text)
    if not text or (text.casefold() == "onbekend" and not field.required):
        return None
    if field.key == "leeftijd":
        return _age(text)
    if field.key == "wachttijd":
        return _weeks(text)
    if not field.many:
        return _one(field, text, part=part)
    whole = _known_choice(field, text)  # a name may hold a comma of its own
    words = [text] if whole else [word.strip() for word in text.split(",") if word.strip()]
    return list(dict.fromkeys(_one(field, word, part=part) for word in words)) or None


def read_ages(text: str) -> tuple[int, int]:
    """Read ages in years, both included: `15`, `12-17`, `18+`; raise ValueError in Dutch."""
    bounds = _age(text.strip())
    return int(bounds.get("van", 0)), int(bounds.get("tot", 150))


def make_service(values: Mapping[str, Any], *, organization: str, taken: Iterable[str]) -> Service:
    """Make a service of what was filled in, with an id of its own; raise ValueError in Dutch."""
    given = {key: value for key, value in values.items() if value is not None}
    if "wachttijd" in given and given.get("gecontroleerd_op") is not None:
        given["wachttijd"] = {**given["wachttijd"], "gemeten_op": given["gecontroleerd_op"]}
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
    wanted = same_name(text)
    if not wanted or wanted in organizations:
        return wanted or None
    return next((key for key, name in organizations.items() if same_name(name) == wanted), None)


def new_id(name: str, *, taken: Iterable[str], otherwise: str) -> str:
    """Make an id of a name that nothing else has yet."""
    return NewIds(taken if isinstance(taken, set) else set(taken)).make(name, otherwise=otherwise)


@dataclass(frozen=True)
class NewIds:
    """Makes many ids, in time that does not grow with how many names are the same; `taken` are those in use.

    What is added to `taken` later counts too. The ids made are not added to it.
    """

    taken: set[str]
    _last: dict[str, int] = dataclass_field(default_factory=dict)

    def make(self, name: str, *, otherwise: str) -> str:
        """Make an id of a name that nothing else has yet."""
        wanted = slug(name) or otherwise
        if wanted not in self.taken:
            return wanted
        number = self._last.get(wanted, 2)
        while f"{wanted}-{number}" in self.taken:
            number += 1
        self._last[wanted] = number
        return f"{wanted}-{number}"


def _one(field: Field, text: str, *, part: bool) -> str:
    if field.is_language:
        return _language(text)
    if field.choices is None:
        return text
    known = _known_choice(field, text)
    if known is not None:
        return known
    near = _with_part(text, field.choices) if part else []
    if len(near) == 1:
        return near[0]
    if near:
        names = listing([f"'{field.choices[key]}'" for key in near[:4]], last="of")
        raise ValueError(f"'{text}' kan {names} zijn. Typ het nummer.")
    hint = did_you_mean(text, field.choices)
    if not hint:
        hint = "Typ een nummer uit de lijst." if part else f"Kies uit: {', '.join(field.choices)}."
    raise ValueError(f"'{text}' kan hier niet. {hint}")


def _known_choice(field: Field, text: str) -> str | None:
    """Find a choice by its number, id or whole name."""
    choices = field.choices or {}
    ids = list(choices)
    at = typed_number(text) or 0
    if 1 <= at <= len(ids):
        return ids[at - 1]
    wanted = same_name(text)
    return next((key for key, name in choices.items() if wanted in {key, same_name(name)}), None)


def _with_part(text: str, choices: Mapping[str, str]) -> list[str]:
    """Give the choices whose id or name begins with a text, or else those that hold it."""
    wanted = slug(text)
    if len(wanted) < _SHORTEST_PART:
        return []
    words = {key: (key, slug(name)) for key, name in choices.items()}
    starting = [key for key, known in words.items() if any(word.startswith(wanted) for word in known)]
    return starting or [key for key, known in words.items() if any(wanted in word for word in known)]


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


def _weeks(text: str) -> dict[str, int]:
    match = _WEEKS.fullmatch(text.casefold())
    if match is None:
        raise ValueError(f"'{text}' is geen aantal weken; schrijf alleen cijfers, bijvoorbeeld 6")
    return {"weken": int(match[1])}


def _in_words(error: ValidationError) -> str:
    """Say in Dutch what the first field is that does not fit."""
    first = error.errors()[0]
    where = ".".join(str(step) for step in first["loc"])
    reason = first.get("ctx", {}).get("error")
    if isinstance(reason, ValueError):
        return f"{where}: {reason.args[0]}"
    return f"{where}: de waarde {first['input']!r} past hier niet"
