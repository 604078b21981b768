"""One gemeente = one folder: opens it and walks the whole journey.

Read this file and you know the data flow: files → values and Problems → Portrait, Kaart, Catalogue → Analysis →
Plan → Material for the documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from psoh_cli.analysis.assess import assess
from psoh_cli.analysis.finding import Analysis
from psoh_cli.dossier.dossier_files import DossierFiles, read_files
from psoh_cli.dossier.judging import Judged, judge
from psoh_cli.dossier.moments import MomentFile, last_before
from psoh_cli.dossier.regions import regions_around
from psoh_cli.errors import ProblemsError, UnreadableError
from psoh_cli.files.versioned_file import FORMAT_VERSION
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.changed_questions import Changed, changes_for, informant_now
from psoh_cli.interview.interview_files import informant_of
from psoh_cli.interview.nameless import nameless
from psoh_cli.interview.portrait import Portrait, combine
from psoh_cli.kaart.combining import combine as combine_kaarten
from psoh_cli.kaart.kaart import Kaart, KaartFile
from psoh_cli.plan.plan import Plan, PlanFile
from psoh_cli.plan.propose import propose
from psoh_cli.plan.scenario import Scenario
from psoh_cli.plan.scenarios import BASE, scenarios
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.problems.problem import Problem
from psoh_cli.report.material import Material
from psoh_cli.rounds.round import NO_ROUND, RoundFile
from psoh_cli.rounds.taking_part import took_part
from psoh_cli.shell import quoted
from psoh_cli.vocabulary import ExampleKind


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Everything a dossier says, typed; and the journey from there."""

    folder: Path
    gemeente: Gemeente
    informants: tuple[Informant, ...]
    """With every answer under the question of today; the files keep what was asked then."""
    kaart_files: tuple[KaartFile, ...]
    plan_file: PlanFile
    round: RoundFile
    """Who is asked, and what the klankbordgroep decided; empty when nothing was written down."""
    catalogue: Catalogue
    moments: tuple[MomentFile, ...] = ()
    """Verdicts of earlier days that were kept."""
    changed: Mapping[str, Changed] = field(default_factory=dict)
    """What became of the questions since an interview was made, by the id of its informant."""
    problems: tuple[Problem, ...] = ()
    has_own_kaart: bool = True
    """Whether the first kaart file is its own; a kaart that is only shared speaks for whom it names."""

    @cached_property
    def portrait(self) -> Portrait:
        """Put all informants together."""
        return combine(self.informants)

    @cached_property
    def kaart(self) -> Kaart:
        """Put the own kaart and the shared ones together."""
        return combine_kaarten(
            self.kaart_files,
            code=self.gemeente.code,
            has_own=self.has_own_kaart,
            regions=regions_around(self.gemeente),
        )

    @cached_property
    def portrait_for_documents(self) -> Portrait:
        """Give the Portrait with groups in the place of roles, and without anybody's own words."""
        return nameless(
            self.portrait,
            groups=self.catalogue.groups,
            questions=self.catalogue.question,
            keep_roles=self.gemeente.example is ExampleKind.PUBLIC_SOURCES,
            took_part=took_part(self.informants, whole=self.round),
        )

    def analysis(self, as_of: date, *, for_documents: bool = False) -> Analysis:
        """Hold answers and kaart against what is known to work; who speaks is a role, in a document a group."""
        return assess(
            gemeente=self.gemeente,
            portrait=self.portrait_for_documents if for_documents else self.portrait,
            kaart=self.kaart,
            catalogue=self.catalogue,
            as_of=as_of,
        )

    def plan(self, as_of: date, *, analysis: Analysis | None = None) -> Plan:
        """Propose measures beside the decisions that stand; a reason in it names groups, for a plan is passed on."""
        return propose(
            analysis or self.analysis(as_of, for_documents=True),
            gemeente=self.gemeente,
            kaart=self.kaart,
            catalogue=self.catalogue,
            entries=self.plan_file.entries,
        )

    def scenarios(
        self, as_of: date, *, analysis: Analysis | None = None, plan: Plan | None = None
    ) -> tuple[Scenario, ...]:
        """Lay ways to spend the means side by side."""
        seen = analysis or self.analysis(as_of, for_documents=True)
        return scenarios(
            seen,
            gemeente=self.gemeente,
            kaart=self.kaart,
            catalogue=self.catalogue,
            plan=plan or self.plan(as_of, analysis=seen),
        )

    def material(self, as_of: date) -> Material:
        """Gather what the documents are composed from: nothing in it points at one informant."""
        analysis = self.analysis(as_of, for_documents=True)
        plan = self.plan(as_of, analysis=analysis)
        weighed = self.scenarios(as_of, analysis=analysis, plan=plan)
        return Material(
            gemeente=self.gemeente,
            portrait=self.portrait_for_documents,
            kaart=self.kaart,
            catalogue=self.catalogue,
            analysis=analysis,
            plan=plan,
            scenarios=weighed,
            uncovered=next((scenario.uncovered for scenario in weighed if scenario.name == BASE), ()),
            previous=last_before(self.moments, as_of=as_of),
            round=self.round,
        )


@dataclass(frozen=True, kw_only=True)
class Inspection:
    """A dossier with everything in it that needs putting right; `dossier` is None when it cannot be typed."""

    dossier: Dossier | None
    judged: Judged

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Give what is left to tell after the policy."""
        return self.judged.problems

    @property
    def files(self) -> tuple[str, ...]:
        """Name the files that were read."""
        return self.judged.files

    @property
    def unreadable(self) -> tuple[UnreadableError, ...]:
        """Say why files and folders could not be read at all."""
        return self.judged.unreadable


def open_dossier(folder: Path, *, as_of: date | None = None) -> Dossier:
    """Open a dossier that can be relied on.

    Raises UnreadableError when there is no dossier or a file in it cannot be read, and ProblemsError when its
    files hold errors: a conclusion drawn from half of the answers would be a lie.
    """
    found = inspect(folder, as_of=as_of)
    if found.unreadable:
        raise found.unreadable[0]
    if found.dossier is None or found.judged.errors:
        raise ProblemsError(
            f"In het dossier '{_called(folder)}' staan fouten die eerst verbeterd moeten worden.",
            problems=found.judged.errors,
            remedy=f"Verbeter ze en controleer met: psoh check {quoted(folder)}",
        )
    return found.dossier


def inspect(folder: Path, *, as_of: date | None = None, within: Path | None = None) -> Inspection:
    """Read a dossier with everything that needs putting right, weighed as its policy says.

    Without `as_of` nothing is judged on its date. A policy is looked for up to `within`, where that is higher than
    the files of a dossier may lie. Raises UnreadableError when the folder is no dossier.
    """
    catalogue, problems = read_catalogue()
    files = read_files(folder)
    judged = judge(files, catalogue=catalogue, more=problems, as_of=as_of, within=within)
    return Inspection(dossier=_typed(files, catalogue=catalogue, problems=judged.problems), judged=judged)


def _called(folder: Path) -> str:
    """Write a folder as it was typed, or by its own name when what was typed names nothing."""
    return folder.as_posix() if folder.name not in {"", ".."} else folder.resolve().name or folder.as_posix()


def _typed(files: DossierFiles, *, catalogue: Catalogue, problems: tuple[Problem, ...]) -> Dossier | None:
    gemeente = files.gemeente.value
    if gemeente is None or not files.is_typed:
        return None
    filed = tuple(informant for informant in map(informant_of, files.interviews) if informant)
    empty = PlanFile(format=FORMAT_VERSION, knowledge_version=gemeente.knowledge_version)
    return Dossier(
        folder=files.folder,
        gemeente=gemeente,
        informants=tuple(informant_now(informant, catalogue) for informant in filed),
        kaart_files=tuple(item.value for item in files.kaarten if item.value),
        plan_file=(files.plan.value if files.plan else None) or empty,
        round=(files.round.value if files.round else None) or NO_ROUND,
        catalogue=catalogue,
        moments=tuple(item.value for item in files.moments if item.value),
        changed={informant.id: changes_for(informant, catalogue) for informant in filed},
        problems=problems,
        has_own_kaart=files.has_own_kaart,
    )
