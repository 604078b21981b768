"""momenten/*.yaml ↔ Moments: the verdicts of a day, kept so that a later report can show what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from psoh_cli.analysis.moment import Moment
from psoh_cli.dutch import PartialDate, date_in_words
from psoh_cli.errors import WrongUseError
from psoh_cli.files import disk
from psoh_cli.files.modeline import modeline, without_modeline
from psoh_cli.files.versioned_file import FORMAT_VERSION, ReadFile
from psoh_cli.gemeente.gemeente import Gemeente, GemeenteCode
from psoh_cli.model import SLUG_PATTERN, Frozen, Text
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import Verdict

if TYPE_CHECKING:  # the analysis itself is far more than a check of kept verdicts needs
    from psoh_cli.analysis.finding import Analysis

MOMENTS_FOLDER = "momenten"

_HEADER = """\
# De oordelen van één dag, bewaard met: psoh analyse --bewaar
# Een later rapport laat hiermee zien wat er veranderde. Wijzig dit bestand niet; weggooien mag.
"""


def _whole_day(day: PartialDate) -> PartialDate:
    if not day.day:
        raise ValueError(f"'{day}' is geen hele dag; schrijf jjjj-mm-dd, bijvoorbeeld 2026-03-31")
    return day


class MomentFile(Frozen):
    """A file in `momenten/`, named after its day."""

    format: Text = Field(alias="formaat")
    knowledge_version: Text = Field(alias="kennisversie")
    code: GemeenteCode
    as_of: Annotated[PartialDate, AfterValidator(_whole_day)] = Field(alias="peildatum")
    verdicts: dict[Annotated[str, Field(pattern=SLUG_PATTERN)], Verdict] = Field(alias="oordelen")
    """Verdict by id of the finding."""

    @property
    def moment(self) -> Moment:
        """Give the moment that this file holds."""
        return Moment(
            as_of=self.as_of.first_day(), knowledge_version=self.knowledge_version, verdicts=self.verdicts
        )


def last_before(files: Iterable[MomentFile], *, as_of: date) -> Moment | None:
    """Give the last moment before a day; None when there is none."""
    earlier = [file.moment for file in files if file.as_of.first_day() < as_of]
    return max(earlier, key=lambda moment: moment.as_of, default=None)


def check(files: Iterable[ReadFile[MomentFile]], *, gemeente: Gemeente | None) -> Iterator[Problem]:
    """Yield DOSSIER023 for a file that is called after another day, or that is about another gemeente."""
    for item in files:
        if item.value is None:
            continue
        if item.path.stem != str(item.value.as_of):
            yield item.problem(
                "DOSSIER023",
                ("peildatum",),
                f"de peildatum is {item.value.as_of}, maar het bestand heet {item.path.name}",
                hint=f"Noem het bestand {item.value.as_of}.yaml.",
            )
        if gemeente and item.value.code != gemeente.code:
            yield item.problem(
                "DOSSIER023",
                ("code",),
                f"dit moment is van {item.value.code}, en dit dossier van {gemeente.code}",
                hint="Zet het bestand in het dossier waar het bij hoort.",
            )


def keep(folder: Path, *, analysis: Analysis) -> Path:
    """Write the verdicts of an analysis in the dossier; the same ones again change nothing.

    Raises WrongUseError when other verdicts were kept for that day: what was kept is never replaced.
    """
    path = folder / MOMENTS_FOLDER / f"{analysis.as_of.isoformat()}.yaml"
    text = as_text(
        MomentFile(
            format=FORMAT_VERSION,
            knowledge_version=analysis.knowledge_version,
            code=analysis.gemeente_code,
            as_of=PartialDate(analysis.as_of.year, analysis.as_of.month, analysis.as_of.day),
            verdicts={finding.id: finding.verdict for finding in analysis.findings},
        )
    )
    with disk.lock(folder):
        if disk.is_file(path):
            if without_modeline(disk.read_text(path)) != text:
                raise WrongUseError(
                    f"Voor {date_in_words(analysis.as_of)} is al een moment bewaard, met andere oordelen: {path}",
                    remedy="Kies een andere dag met --peildatum, of gooi dat bestand eerst zelf weg.",
                )
        else:
            disk.write_text(path, modeline(path, "moment") + text)
    return path


def as_text(file: MomentFile) -> str:
    """Write a moment as YAML, the findings in order of their id."""
    from psoh_cli.files.yaml_dump import dump_block  # a check reads moments and writes none

    content = file.model_dump(mode="json", by_alias=True)
    content["oordelen"] = dict(sorted(content["oordelen"].items()))
    return f"{_HEADER}{dump_block(content)}"
