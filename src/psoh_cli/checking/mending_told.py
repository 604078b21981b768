"""What is said about mending: what would be mended or was, what was not and why, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from psoh_cli.checking.mending import Mended, Mending, NotMended
from psoh_cli.checking.saving import Fixed
from psoh_cli.dutch import plural
from psoh_cli.one_line import on_one_line
from psoh_cli.problems.codes import CODES

_MOST_LISTED = 10


def told_of(mending: Mending) -> str:
    """Say what psoh would mend, when nothing is written."""
    if not mending.mended:
        return "\n".join(_told(["psoh ziet niets dat het zelf kan verbeteren."], mending))
    count, files = _things(mending.mended), _files(len(mending.files))
    lines = [
        f"psoh kan {count} verbeteren, in {files}. Er is nu niets veranderd.",
        *_per_code(mending.mended),
        "Wilt u dit? Geef dezelfde opdracht met --fix in plaats van --diff.",
    ]
    return "\n".join(_told(lines, mending))


def told_after(fixed: Fixed) -> str:
    """Say what psoh mended; a file that could not be written counts for nothing."""
    done = [item for item in fixed.mending.mended if item.problem.file in fixed.written]
    if not done:
        lines = [] if fixed.unwritten else ["psoh zag niets dat het zelf kan verbeteren."]
        return "\n".join(_told(lines, fixed.mending))
    lines = [f"psoh heeft {_things(done)} verbeterd, in {_files(len(fixed.written))}.", *_per_code(done)]
    return "\n".join(_told(lines, fixed.mending))


def _told(lines: Iterable[str], mending: Mending) -> Iterator[str]:
    yield from lines
    yield from _refused(mending.refused)
    if mending.unfinished:
        yield "Er is nog meer dat psoh kan verbeteren. Geef de opdracht daarna nog een keer."
    if mending.unsure:
        count = len(mending.unsure)
        sure = (
            "Nog 1 verbetering is niet zeker" if count == 1 else f"Nog {count} verbeteringen zijn niet zeker"
        )
        look = "Bekijk die" if count == 1 else "Bekijk ze"
        yield f"{sure}: psoh kiest dan voor u. {look} eerst met --diff --onveilig."


def _refused(refused: Sequence[NotMended]) -> Iterator[str]:
    for item in refused[:_MOST_LISTED]:
        problem = item.problem
        yield f"Niet verbeterd: {on_one_line(problem.file)}, regel {problem.line} ({problem.code}); {item.why}."
    if len(refused) > _MOST_LISTED:
        yield f"En nog {plural(len(refused) - _MOST_LISTED, 'melding', 'meldingen')} niet verbeterd."


def _per_code(mended: Iterable[Mended]) -> Iterator[str]:
    counted = Counter(item.problem.code for item in mended)
    for code, count in sorted(counted.items()):
        yield f"  {code} ({count} keer): {CODES[code].title}"


def _things(mended: Sequence[Mended]) -> str:
    return plural(len(mended), "ding", "dingen")


def _files(count: int) -> str:
    return plural(count, "bestand", "bestanden")
