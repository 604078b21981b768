"""The shape every value shares: frozen, strict about keys, Dutch outside and English inside."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, WithJsonSchema

from psoh_cli.characters import obeyed_in
from psoh_cli.problems.refused import WRONG_VALUE, RefusedError

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADDRESS_PATTERN = r'^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#<>"\\][^\s<>"\\]*$'
_ADDRESS = re.compile(ADDRESS_PATTERN)
HALF_ADDRESS_PATTERN = r'^([A-Za-z0-9-]+\.)+[A-Za-z]{2,}(/[^\s<>"\\]*)?$'
_HALF_AN_ADDRESS = re.compile(HALF_ADDRESS_PATTERN)


class Frozen(BaseModel):
    """A value: it never changes after it is made, and knows exactly its own keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        serialize_by_alias=True,
        hide_input_in_errors=False,
    )


def normal(text: str) -> str:
    """Give a text without space around it and with accents in one encoding (NFC).

    Raises ValueError in Dutch when there is a character in it that orders a terminal or a browser about.
    """
    order = obeyed_in(text)
    if order:
        raise ValueError(
            f"in de tekst staat een onzichtbaar stuurteken (U+{ord(order):04X}); haal dat teken weg"
        )
    return unicodedata.normalize("NFC", text).strip()


def is_web_address(text: str) -> bool:
    """Tell whether a text is an address that a browser may open: http or https, a host, and no space."""
    return _ADDRESS.fullmatch(text) is not None and not obeyed_in(text)


def lacks_scheme(text: str) -> bool:
    """Tell whether a text is an address of a page but for the https:// in front: `www.buurthuis.example`."""
    return _HALF_AN_ADDRESS.fullmatch(text) is not None and not obeyed_in(text)


def web_address(text: str, *, code: str = WRONG_VALUE, may_lack_scheme: bool = False) -> str:
    """Give an address of a page as it is; raise RefusedError with the code of the field where it is none."""
    if is_web_address(text) or (may_lack_scheme and lacks_scheme(text)):
        return text
    shown = text if len(text) <= 60 else f"{text[:57]}..."
    meant = f"https://{text}" if lacks_scheme(text) else ""
    raise RefusedError(
        f"'{shown}' is geen webadres",
        f"Bedoelt u {meant}?"
        if meant
        else "Schrijf een adres dat met https:// begint, zonder spaties, of laat het veld weg.",
        code=code,
        mend=meant,
        is_safe=False,
    )


Text = Annotated[str, AfterValidator(normal), StringConstraints(min_length=1)]
"""Text that is not empty, with accents in one encoding (NFC) and without control characters."""

WebAddress = Annotated[
    Text, AfterValidator(web_address), WithJsonSchema({"type": "string", "pattern": ADDRESS_PATTERN})
]
"""An address of a page, with http or https; anything else could run or open something on a reader's computer."""

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
"""An id: small letters, digits and single hyphens."""
