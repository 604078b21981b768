"""Every code with its longer explanation: the manual behind `uitleg`."""

from __future__ import annotations

from psoh_cli.problems import (
    codes_dossier,
    codes_house_style,
    codes_interview,
    codes_kaart,
    codes_plan,
    codes_practices,
    codes_yaml,
)
from psoh_cli.problems.code import Code

_ROOMS = (
    codes_yaml.CODES,
    codes_dossier.CODES,
    codes_house_style.CODES,
    codes_interview.CODES,
    codes_kaart.CODES,
    codes_plan.CODES,
    codes_practices.CODES,
)

CODES: dict[str, Code] = {code.code: code for room in _ROOMS for code in room}
"""All codes by code; a test proves that none is used twice."""
