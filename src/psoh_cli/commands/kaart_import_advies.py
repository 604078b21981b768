"""What to write in the mapping when nobody is there to ask, and what else is still open after an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psoh_cli.commands.kaart_import_inname import Intake
    from psoh_cli.kaart.exchange.answers import Question
    from psoh_cli.kaart.exchange.outcome import Preview
    from psoh_cli.kaart.exchange.sheet.questions import WordQuestion

_MOST = 12


def advise(intake: Intake, preview: Preview) -> str:
    """Write the lines that answer everything that is open; empty when nothing is."""
    lines = list(_lines(intake, preview))
    if not lines:
        return ""
    return f"Nog te vertellen. {_where(intake)}\n" + "\n".join(lines)


def _where(intake: Intake) -> str:
    from psoh_cli.files import disk
    from psoh_cli.shell import quoted

    if intake.mapping_path is not None:
        return f"Vul dit in in {intake.mapping_path.as_posix()}:"
    usual = intake.usual_mapping_path()
    if usual is None:
        return "Geef de opdracht in een terminal; dan wordt het gevraagd. Of zet dit in een bestand voor --koppeling:"
    if disk.is_file(usual):
        return f"Naast het bestand ligt al een koppeling: geef --koppeling {quoted(usual)}. Vul daarin aan:"
    return f"Geef --koppeling {quoted(usual)}: psoh begint dat bestand. Vul daarin aan:"


def _lines(intake: Intake, preview: Preview) -> Iterator[str]:
    from psoh_cli.files.yaml_edit import dump_scalar

    by_kind: dict[str, list[Question]] = {}
    for question in preview.questions:
        by_kind.setdefault(question.about, []).append(question)
    if "bron" in by_kind:
        yield "bron: ...  # waar de informatie vandaan komt; of geef --bron"
    yield from _group(
        "ketenpartners",
        [
            f"{{organisatie: {_in_flow(item.name)}, ketenpartner: ...}}"
            for item in by_kind.get("ketenpartner", ())
        ],
        hint="of overslaan; welke er zijn: psoh praktijken --lijst ketenpartners",
    )
    yield from _group(
        "dezelfde",
        [
            f"{{naam: {_in_flow(item.name)}, is: {next(iter(item.candidates))}}}"
            for item in by_kind.get("dezelfde", ())
        ],
        hint="alleen als het echt dezelfde is; anders is: nieuw",
    )
    questions = [taken.questions for taken in intake.taken]
    columns = [column for item in questions for column in item.columns]
    yield from _group(
        "kolommen",
        [
            f"{{kolom: {_in_flow(item.heading)}, veld: {next(iter(item.candidates), '...')}}}"
            for item in columns
        ],
        hint="of veld: overslaan",
    )
    words = [word for item in questions for word in item.words]
    yield from _group(
        "waarden",
        [
            f"{{kolom: {_in_flow(item.heading)}, staat_er: {_in_flow(item.text)}, wordt: {_likely(item)}"
            for item in words
        ],
        hint="of wordt: overslaan",
    )
    if any(item.organization for item in questions):
        yield f"vaste_waarden:\n  - {{veld: organisatie, waarde: {dump_scalar('...')}}}"


def _likely(word: WordQuestion) -> str:
    """Give what a word most likely is; of more than one nothing is filled in, so that nobody takes over a guess."""
    if len(word.candidates) > 1:
        return f"...}}  # {' of '.join(word.candidates)}"
    return f"{_in_flow(next(iter(word.candidates), '...'))}}}"


def _group(key: str, items: list[str], *, hint: str) -> Iterator[str]:
    if not items:
        return
    yield f"{key}:  # {hint}"
    yield from (f"  - {item}" for item in items[:_MOST])
    if len(items) > _MOST:
        yield f"  # … en nog {len(items) - _MOST}"


def _in_flow(text: str) -> str:
    from psoh_cli.files.yaml_edit import dump_scalar

    return dump_scalar(text, inside_flow=True)
