"""Every code with its longer explanation: the manual behind `uitleg`, a chapter for each kind of file."""

from __future__ import annotations

from psoh_cli.problems import (
    codes_details,
    codes_dossier,
    codes_house_style,
    codes_interview,
    codes_kaart,
    codes_plan,
    codes_policy,
    codes_practices,
    codes_privacy,
    codes_round,
    codes_yaml,
)
from psoh_cli.problems.code import Chapter, Code

CHAPTERS = (
    Chapter(
        prefix="YAML",
        title="Hoe een bestand is geschreven",
        where="in elk bestand dat psoh leest",
        codes=codes_yaml.CODES,
    ),
    Chapter(
        prefix="DOSSIER",
        title="De gemeente en het dossier als geheel",
        where="in gemeente.yaml, in de map van het dossier en tussen de bestanden",
        codes=codes_dossier.CODES,
    ),
    Chapter(
        prefix="INTERVIEW",
        title="De interviews",
        where="in de bestanden in de map interviews",
        codes=codes_interview.CODES + codes_details.CODES,
    ),
    Chapter(
        prefix="KAART",
        title="De sociale kaart",
        where="in sociale-kaart.yaml en in gedeelde kaarten",
        codes=codes_kaart.CODES,
    ),
    Chapter(
        prefix="PLAN",
        title="Het plan",
        where="in plan.yaml",
        codes=codes_plan.CODES,
    ),
    Chapter(
        prefix="RONDE",
        title="De ronde van interviews",
        where="in ronde.yaml",
        codes=codes_round.CODES,
    ),
    Chapter(
        prefix="PRIVACY",
        title="Mensen die te herkennen zijn",
        where="in alle vrije tekst van de kaart, de interviews, gemeente.yaml, ronde.yaml en uw besluiten in plan.yaml",
        codes=codes_privacy.CODES,
    ),
    Chapter(
        prefix="CONTROLE",
        title="Wat u anders weegt of laat liggen",
        where="in psoh.toml en in opmerkingen voor psoh",
        codes=codes_policy.CODES,
    ),
    Chapter(
        prefix="STIJL",
        title="De huisstijl",
        where="in huisstijl.yaml",
        codes=codes_house_style.CODES,
    ),
    Chapter(
        prefix="KENNIS",
        title="De kennis van psoh",
        where="in de bestanden in templates/praktijken",
        codes=codes_practices.CODES,
    ),
)
"""The registry: what is not in here is not checked. A code begins with the prefix of its chapter."""

CODES: dict[str, Code] = {code.code: code for chapter in CHAPTERS for code in chapter.codes}
"""All codes by code; a test proves that none is used twice."""

RETIRED: dict[str, str] = {
    "INTERVIEW014": "PRIVACY001",
    "KAART017": "PRIVACY004",
    "KAART022": "PRIVACY001",
}
"""Codes that are no more, each with the code that took over; their numbers are never used again."""


def chapter_of(code: str) -> Chapter:
    """Give the chapter in which a code stands."""
    return next(chapter for chapter in CHAPTERS if any(code == known.code for known in chapter.codes))
