"""Whose list came back: an informant of this dossier, of the group the list was made for."""

from __future__ import annotations

from pathlib import Path

from psoh_cli.errors import UnreadableError, WrongUseError
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.shell import quoted
from psoh_cli.sitting.sending import informant_in


def whose(filled: Filled, dossier: Path, *, told: str, gemeente: Gemeente, catalogue: Catalogue) -> Informant:
    """Find whose list it is, `told` when somebody said so.

    Raises a PsohError when it is of another gemeente or group, or of nobody in this dossier.
    """
    stands = filled.informant
    if filled.code and filled.code != gemeente.code:
        raise UnreadableError(
            f"{filled.file} is een lijst van een andere gemeente (code {filled.code[:10]}); dit dossier is van "
            f"{gemeente.name} ({gemeente.code}).",
            remedy="Noem de map van het dossier waarbij de lijst hoort.",
        )
    if told and stands and told != stands:
        raise WrongUseError(
            f"{filled.file} is de lijst van '{stands[:60]}', en niet van '{told[:60]}'.",
            remedy="Laat --informant weg, of noem de lijst van deze informant.",
        )
    name = stands or told
    if not name:
        raise WrongUseError(
            f"In {filled.file} staat niet meer van wie de lijst is: het verborgen blad van psoh is weg.",
            remedy="Weet u het zeker? Zeg het erbij: --informant NAAM",
        )
    found = informant_in(dossier, name, catalogue=catalogue)
    if found is None:
        raise WrongUseError(
            f"{filled.file} is de lijst van '{name[:60]}', en die informant is niet bekend in dit dossier.",
            remedy=f"Voeg deze toe met: psoh ronde plan {quoted(dossier)} --informant NAAM "
            "--groep GROEP --rol ROL",
        )
    if filled.group and filled.group != found.group:
        raise WrongUseError(
            f"{filled.file} is gemaakt voor de groep '{filled.group[:60]}'; '{name[:60]}' is van '{found.group}'.",
            remedy="Kijk van wie de lijst is. Maak zo nodig een nieuwe: psoh ronde formulier "
            f"{quoted(dossier)} --informant NAAM",
        )
    return found
