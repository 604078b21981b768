"""The label files: those that come with psoh, and those that a translator fills in a dossier (`site-teksten/`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from psoh_cli.errors import ProblemsError, WrongUseError
from psoh_cli.files import disk, versioned_file, yaml_edit, yaml_file
from psoh_cli.files.templates import templates_dir
from psoh_cli.files.yaml_dump import dump_scalar
from psoh_cli.languages import code_of, is_known
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.shell import quoted
from psoh_cli.site.render_cldr import own_name, plural_forms
from psoh_cli.site.texts import DUTCH, FOLDER, Counted, DutchFile, Forms, Label, Texts, TextsFile, forms_of
from psoh_cli.site.texts_check import Progress, judge
from psoh_cli.vocabulary import language_name

ENGLISH = "en"
_FORMAT = versioned_file.FORMAT_VERSION
_KEY_LINE = re.compile(r"^  ([^\s#:][^\s:]*):")


@lru_cache(maxsize=1)
def dutch_labels() -> dict[str, Label | Counted]:
    """Read every label there is, in Dutch."""
    path = _ours(DUTCH)
    value, problems = yaml_file.load(yaml_file.read(path), DutchFile)
    if value is None:
        raise _broken(path, problems)
    return value.labels


@lru_cache(maxsize=1)
def dutch_forms() -> dict[str, Forms]:
    """Give the Dutch labels as forms."""
    return {key: forms_of(label) for key, label in dutch_labels().items()}


def shipped() -> tuple[str, ...]:
    """List the languages of which a file comes with psoh, Dutch and English first."""
    codes = sorted(
        path.stem for path in disk.paths_in(templates_dir("site") / "teksten") if path.suffix == ".yaml"
    )
    return (DUTCH, ENGLISH, *(code for code in codes if code not in {DUTCH, ENGLISH}))


def translated_in(folder: Path) -> tuple[str, ...]:
    """List the languages of which a dossier has a file."""
    here = folder / FOLDER
    if not disk.is_folder(here):
        return ()
    return tuple(
        path.stem for path in disk.paths_in(here) if versioned_file.is_one(path) and is_known(path.stem)
    )


def progress_of(language: str, *, folder: Path) -> Progress:
    """Judge the labels of a language: those in the dossier, with ours for what is not filled there.

    Raises ProblemsError when a file cannot be read as labels.
    """
    ours = _ours(language)
    file = read_texts(ours) if disk.is_file(ours) else None
    own_path = folder / FOLDER / f"{language}.yaml"
    own = read_texts(own_path) if disk.is_file(own_path) else None
    return judge(
        _together(own, file, language=language), dutch=dutch_labels(), plural_forms=plural_forms(language)
    )


def texts_of(language: str, *, folder: Path) -> Texts:
    """Give what the site says in a language."""
    if language == DUTCH:
        return Texts(language=DUTCH, own=dutch_forms(), dutch=dutch_forms())
    return progress_of(language, folder=folder).texts(dutch_forms())


def language_asked(text: str) -> str:
    """Give the code of a language that somebody typed; raise WrongUseError when it is none."""
    code = text if is_known(text) else code_of(text)
    if not code:
        raise WrongUseError(
            f"'{text}' is geen taal die psoh kent.", remedy="Schrijf de code of de naam: ar of Arabisch."
        )
    return code


def start_file(language: str, *, folder: Path) -> tuple[Path, bool]:
    """Write the file that a translator fills, or bring it up to date; what is filled in stays.

    Gives the file, and whether anything in it changed. Raises ProblemsError when it cannot be read.
    """
    if language == DUTCH:
        raise WrongUseError(
            "Nederlands is de taal waaruit vertaald wordt; daar hoort geen bestand bij.",
            remedy="Kies een andere taal, bijvoorbeeld: psoh kaart teksten ar",
        )
    path = folder / FOLDER / f"{language}.yaml"
    if not disk.is_file(path):
        ours = _ours(language)
        disk.write_text(path, disk.read_text(ours) if disk.is_file(ours) else empty_file(language))
        return path, True
    before = versioned_file.text_of(path)
    after = _brought_up_to_date(before, file=read_texts(path), language=language)
    if after != before:
        yaml_edit.save(path, after)
    return path, after != before


def empty_file(language: str, *, filled: Mapping[str, Any] | None = None) -> str:
    """Write a file with every label, each beside its Dutch, and the translation empty or as given."""
    lines = [
        f"# Teksten van de website in deze taal: {language_name(language)} ({own_name(language) or language}).",
        "#",
        "# Zet achter 'tekst' de vertaling van het Nederlands dat erboven staat. Laat 'nl' staan.",
        "# Wat tussen accolades staat, vult psoh in: neem {gemeente} over zoals het er staat.",
        "# Is een tekst leeg, dan staat er op de website Nederlands.",
        "# Wat er nog ontbreekt ziet u met: psoh kaart teksten",
        f'formaat: "{_FORMAT}"',
        f"taal: {language}",
        "teksten:",
    ]
    remarks = _remarks()
    for key, label in dutch_labels().items():
        lines += [f"  {remark}" for remark in remarks.get(key, ())]
        lines += [f"  {key}:", f"    nl: {_written(label)}"]
        given = (filled or {}).get(key)
        empty = dict.fromkeys(plural_forms(language), "") if isinstance(label, Counted) else ""
        lines.append(f"    tekst: {_flow(empty if given is None else given)}")
    return "\n".join([*lines, ""])


def _brought_up_to_date(text: str, *, file: TextsFile, language: str) -> str:
    """Add the labels that are new, and put the Dutch of today beside a translation that was made from other Dutch."""
    changes: dict[tuple[str | int, ...], Any] = {}
    for key, label in dutch_labels().items():
        entry = file.labels.get(key)
        plain = _plain(label)
        if entry is None:
            forms = dict.fromkeys(plural_forms(language), "")
            changes["teksten", key] = {"nl": plain, "tekst": forms if isinstance(label, Counted) else ""}
        elif entry.dutch != label:
            if forms_of(entry.text) and entry.dutch_before is None:
                changes["teksten", key, "nl_was"] = _plain(entry.dutch)
            changes["teksten", key, "nl"] = plain
    return yaml_edit.set_values(text, changes) if changes else text


def _together(own: TextsFile | None, ours: TextsFile | None, *, language: str) -> TextsFile:
    labels = dict(ours.labels) if ours else {}
    for key, label in (own.labels if own else {}).items():
        if forms_of(label.text) or key not in labels:
            labels[key] = label
    return TextsFile(format=_FORMAT, language=language, labels=labels)


def read_texts(path: Path) -> TextsFile:
    """Read a label file; raise ProblemsError when it is none."""
    file = versioned_file.read(path, TextsFile)
    if file.unreadable is not None:
        raise file.unreadable
    if file.value is None:
        raise _broken(path, file.problems)
    if file.value.language != path.stem:
        raise WrongUseError(
            f"In {path.as_posix()} staat 'taal: {file.value.language}', en het bestand heet {path.name}.",
            remedy=f"Schrijf taal: {path.stem}, of geef het bestand de naam {file.value.language}.yaml.",
        )
    return file.value


def _ours(language: str) -> Path:
    return templates_dir("site") / "teksten" / f"{language}.yaml"


def _remarks() -> dict[str, list[str]]:
    """Find the comments of the Dutch file, by the label below them."""
    found: dict[str, list[str]] = {}
    waiting: list[str] = []
    for line in disk.read_text(_ours(DUTCH)).partition("\nteksten:\n")[2].splitlines():
        key = _KEY_LINE.match(line)
        if line.strip().startswith("#"):
            waiting.append(line.strip())
        elif key:
            found[key[1]], waiting = waiting, []
    return found


def _plain(label: Label | Counted) -> Any:
    return label.forms() if isinstance(label, Counted) else label


def _written(label: Label | Counted) -> str:
    return _flow(_plain(label))


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_quoted(text)}" for name, text in value.items()) + "}"
    return _quoted(value)


def _quoted(text: str) -> str:
    """Write a text between quotes, also where YAML needs none: a translator sees where to type."""
    written = dump_scalar(text, inside_flow=True)
    if written.startswith('"'):
        return written
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _broken(path: Path, problems: tuple[Problem, ...]) -> ProblemsError:
    return ProblemsError(
        f"De teksten in {path.as_posix()} kunnen niet worden gelezen: eerst moeten deze fouten eruit.",
        problems=tuple(problem for problem in problems if problem.severity is Severity.ERROR),
        remedy="Verbeter ze in een teksteditor en kijk het na met: "
        f"psoh kaart teksten --map {quoted(path.parent.parent)}",
    )
