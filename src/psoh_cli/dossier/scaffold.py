"""templates/dossier → a fresh dossier: made beside its place, read back, and only then put there in one move."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psoh_cli.dossier import dossier_files
from psoh_cli.dossier.schemas import write_schemas
from psoh_cli.dutch import listing, slug
from psoh_cli.errors import EditError, UnreadableError, UnwritableError, WrongUseError
from psoh_cli.file_names import is_device
from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.files.versioned_file import FORMAT_VERSION
from psoh_cli.files.yaml_dump import dump_scalar
from psoh_cli.gemeente.gemeente import Gemeente, Register, Registered
from psoh_cli.problems.problem import has_errors

_FOLDER = "dossier"
_FORBIDDEN = set('<>:"|?*')


def check_target(target: Path) -> None:
    """Make sure that a dossier can be made here, before anything is asked.

    Raises WrongUseError when something is there already or the name cannot be used on every computer, and
    UnreadableError or UnwritableError when the folder around it is missing or may not be written in.
    """
    _check_name(target)
    if target.exists() or target.is_symlink():
        kind = "De map" if target.is_dir() else "Het bestand"
        raise WrongUseError(
            f"{kind} '{target.as_posix()}' bestaat al; psoh verandert daar niets in.",
            remedy="Kies een andere naam voor het nieuwe dossier.",
        )
    check_writable(target.absolute().parent)


def check_writable(folder: Path) -> None:
    """Make sure that something can be made inside a folder; raise UnreadableError or UnwritableError."""
    if not folder.is_dir():
        raise UnreadableError(
            f"De map '{folder.as_posix()}' bestaat niet, dus daarin kan geen dossier komen.",
            remedy="Maak die map eerst, of kies een andere plek.",
        )
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".psoh-"):
            pass
    except OSError as error:
        raise UnwritableError(
            f"In de map '{folder.as_posix()}' kan geen dossier komen: u mag er niet schrijven of de schijf is vol.",
            remedy="Kies een map waarin u mag schrijven, bijvoorbeeld in uw documenten.",
        ) from error


def find_gemeente(register: Register, text: str) -> Registered:
    """Find the one gemeente that is meant; raise WrongUseError with what was probably meant otherwise."""
    found = register.named(text)
    existing = [entry for entry in found if entry.ended is None]
    if len(existing) == 1:
        return existing[0]
    same_name = existing or _with_addition(register, text)
    if same_name:
        choice = listing(
            [f"{entry.name} in {entry.province} ({entry.code})" for entry in same_name], last="of"
        )
        raise WrongUseError(
            f"Er is meer dan één gemeente '{text}'.", remedy=f"Geef de code. Bedoelt u {choice}?"
        )
    if found:
        raise _abolished(register, found[0])
    near = listing([f"'{name}'" for name in register.like(text)], last="of")
    raise WrongUseError(
        f"De gemeente '{text}' staat niet in de landelijke lijst (van {register.as_of.in_words()}).",
        remedy=f"Bedoelt u {near}?"
        if near
        else "Schrijf de naam voluit, of geef de code: GM en vier cijfers.",
    )


def create_dossier(target: Path, *, gemeente: Registered, knowledge_version: str) -> None:
    """Make the dossier; afterwards it stands there whole, or nothing does.

    Raises what `check_target` raises, and UnwritableError when writing fails on the way.
    """
    check_target(target)
    place = target.absolute()
    try:
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".psoh-start-") as workshop:
            fresh = _render(Path(workshop), _answers(gemeente, knowledge_version=knowledge_version))
            write_schemas(fresh)
            _read_back(fresh, gemeente)
            if place.exists():
                check_target(target)
            fresh.rename(place)
    except UnwritableError as error:  # it names the workshop, which nobody knows
        raise disk.unwritable(target, error=error.__cause__) from error
    except OSError as error:
        raise disk.unwritable(target, error=error) from error


def _render(workshop: Path, answers: Mapping[str, Any]) -> Path:
    """Let Cookiecutter fill in the template, with everything it wants to keep inside the workshop."""
    from cookiecutter.main import cookiecutter

    settings = workshop / "cookiecutter.yaml"
    own = {"cookiecutters_dir": workshop / "cookiecutters", "replay_dir": workshop / "replay"}
    lines = [f"{key}: {dump_scalar(str(value))}\n" for key, value in own.items()]
    disk.write_text(settings, "".join(lines))
    made = cookiecutter(
        str(templates_dir("dossier")),
        no_input=True,
        extra_context=dict(answers),
        output_dir=str(workshop),
        config_file=str(settings),
        accept_hooks=False,
    )
    return Path(made)


def _answers(gemeente: Registered, *, knowledge_version: str) -> dict[str, Any]:
    """Give the values of the template; those that stand in YAML are written as YAML wants them."""
    ggd = gemeente.ggd or ""
    return {
        "map": _FOLDER,
        "_formaat": f'"{FORMAT_VERSION}"',
        "_kennisversie": dump_scalar(knowledge_version),
        "_code": dump_scalar(gemeente.code),
        "_naam": dump_scalar(gemeente.name),
        "_naam_tekst": gemeente.name,
        "_provincie": dump_scalar(gemeente.province) if gemeente.province else "",
        "_ggd": dump_scalar(ggd) if ggd else "",
        "_ggd_regio": dump_scalar(f"Werkgebied van {ggd}") if ggd else "",
        "_ggd_afgeleid": gemeente.ggd_derived,
        "_kaartnaam": dump_scalar(f"Sociale kaart {gemeente.name}"),
    }


def _read_back(folder: Path, gemeente: Registered) -> None:
    """Make sure that the new dossier says what was meant, also when somebody changed the template."""
    files = dossier_files.read_files(folder)
    problems = [problem for file in files.all() for problem in file.problems]
    value: Gemeente | None = files.gemeente.value
    if has_errors(problems) or value is None or (value.code, value.name) != (gemeente.code, gemeente.name):
        first = (
            f" {Path(problems[0].file).name}, regel {problems[0].line}: {problems[0].message}."
            if problems
            else ""
        )
        raise EditError(
            f"Het sjabloon voor een nieuw dossier klopt niet.{first}",
            remedy=f"Kijk in {templates_dir('dossier').as_posix()}, of installeer psoh opnieuw.",
        )


def _check_name(target: Path) -> None:
    name = target.name
    if not name or name == "..":
        raise WrongUseError("Geef het nieuwe dossier een naam.", remedy="Bijvoorbeeld: psoh start dordrecht")
    if _FORBIDDEN & set(name) or is_device(name) or name != name.strip(" .") or not name.isprintable():
        better = slug(name)
        raise WrongUseError(
            f"Een map kan niet op elke computer '{name}' heten.",
            remedy=f"Kies bijvoorbeeld: {better if better and not is_device(better) else 'dossier'}",
        )


def _with_addition(register: Register, text: str) -> list[Registered]:
    """Find gemeenten that share a name and differ in what stands behind it: Bergen (NH) and Bergen (L)."""
    wanted = slug(text)
    return [
        entry for entry in register.existing if "(" in entry.name and slug(entry.name.split("(")[0]) == wanted
    ]


def _abolished(register: Register, entry: Registered) -> WrongUseError:
    heirs = [f"{heir.name} ({heir.code})" for heir in register.successors_of(entry)]
    until = f" (het was een gemeente tot en met {entry.ended.in_words()})" if entry.ended else ""
    return WrongUseError(
        f"De gemeente {entry.name} bestaat niet meer{until}.",
        remedy=f"De opvolger is {listing(heirs, last='of')}."
        if heirs
        else "Kies de gemeente waarin zij is opgegaan.",
    )
