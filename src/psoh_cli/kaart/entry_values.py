"""What one value of the kaart may be: a day, a time, an age, a language; each says in Dutch what is wrong with it."""

from __future__ import annotations

import re
from functools import partial
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from psoh_cli.dutch import Count, PartialDate, counted_in
from psoh_cli.kaart.opening_times import time_meant
from psoh_cli.kaart.weekdays import whole_day
from psoh_cli.languages import code_of, languages_named, question_about
from psoh_cli.model import ADDRESS_PATTERN, HALF_ADDRESS_PATTERN, Text, web_address
from psoh_cli.problems.refused import RefusedError

Weekday = Annotated[
    Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    BeforeValidator(whole_day),
]


def _confirmed_on(value: object) -> object:
    return None if value == "onbekend" else value


def _clock_time(value: object) -> object:
    text = str(value).strip()
    if not _TIME.fullmatch(text):
        meant = time_meant(text)
        is_sure = meant is not None and meant.is_safe
        raise RefusedError(
            f"'{text[:60]}' is {'een tijd in een andere vorm' if is_sure else 'geen tijd'}",
            f"Schrijf {meant.text}." if meant and is_sure else "Schrijf uu:mm, bijvoorbeeld 09:30.",
            code="KAART034",
            mend=meant.text if meant else "",
            is_safe=is_sure,
        )
    hour, minute = re.split(r"[:.]", text)
    return f"{int(hour):02}:{minute}"


def _language_code(value: object) -> str:
    text = str(value).strip()
    if re.fullmatch(r"[a-z]{2,3}", text):
        return text
    # Looking for what was meant takes long when a whole list is wrong; whoever shows the message calls these.
    raise RefusedError(
        f"'{text[:60]}' is geen taalcode van twee of drie kleine letters, zoals ar of ti",
        lambda: question_about(text),
        code="KAART032",
        mend=lambda: _only(languages_named(text)),
        is_safe=bool(code_of(text)),
    )


def _only(candidates: tuple[str, ...]) -> str:
    return candidates[0] if len(candidates) == 1 else ""


_TIME_PATTERN = r"^([01]?\d|2[0-3])[:.][0-5]\d$"
_TIME = re.compile(_TIME_PATTERN)

ClockTime = Annotated[
    str,
    BeforeValidator(_clock_time),
    WithJsonSchema({"type": ["string", "number"], "pattern": _TIME_PATTERN}),
]
"""A time of the day, read as `09:30`; `9.30` may stand for it."""

ConfirmedOn = Annotated[
    PartialDate | None,
    BeforeValidator(_confirmed_on),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^(onbekend|\d{4}(-\d{2}(-\d{2})?)?)$"}),
]
"""A date, or `onbekend`, which is read as None and counts as never confirmed."""

TermMonths = Annotated[
    Count,
    counted_in("maanden"),
    Field(ge=1, le=600),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 600}),
]
"""For how many months a confirmation holds."""

AgeInYears = Annotated[
    Count,
    counted_in("jaar"),
    Field(le=120),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 120}),
]
Weeks = Annotated[
    Count,
    counted_in("weken"),
    Field(le=520),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 520}),
]
Places = Annotated[
    Count,
    counted_in("plaatsen"),
    Field(le=100_000),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100_000}),
]


def _activity_code(value: object) -> object:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


ActivityCode = Annotated[
    str,
    BeforeValidator(_activity_code),
    StringConstraints(pattern=r"^\d{1,2}\.\d{1,2}$"),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"^\d{1,2}\.\d{1,2}$"}),
]
"""A code of two numbers, `8.1`; a list of codes with its version says what it stands for."""

Website = Annotated[
    Text,
    AfterValidator(partial(web_address, code="KAART031", may_lack_scheme=True)),
    WithJsonSchema({"type": "string", "pattern": f"{ADDRESS_PATTERN}|{HALF_ADDRESS_PATTERN}"}),
]
"""An address of a page of an organization or a service; of one without https:// a rule tells."""

LanguageCode = Annotated[str, BeforeValidator(_language_code), StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""A language code of two or three small letters, ISO 639."""
