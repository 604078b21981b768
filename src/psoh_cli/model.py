"""The shape every value shares: frozen, strict about keys, Dutch outside and English inside."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Frozen(BaseModel):
    """A value: it never changes after it is made, and knows exactly its own keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        serialize_by_alias=True,
        hide_input_in_errors=False,
    )


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


Text = Annotated[str, AfterValidator(_normal), StringConstraints(min_length=1)]
"""Text that is not empty, with accents in one encoding (NFC)."""

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
"""An id: small letters, digits and single hyphens."""
