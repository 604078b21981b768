"""The files of a dossier, judged by every rule and then weighed as the gemeente chose."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from psoh_cli.collector import collector_held
from psoh_cli.dossier import meant_ids, rules, unlooked
from psoh_cli.dossier.dossier_files import DossierFiles, read_files, read_lone_kaart
from psoh_cli.errors import UnreadableError
from psoh_cli.files import disk, versioned_file, yaml_file
from psoh_cli.files.yaml_nodes import Parsed
from psoh_cli.gemeente.register_file import read_register
from psoh_cli.policy.codes_named import OWN_PREFIX
from psoh_cli.policy.policy import Weighed
from psoh_cli.policy.policy_file import FoundPolicy, find_policy, weigh_found
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.press.house_style.style import SETTINGS_FILE
from psoh_cli.problems.problem import Problem, Severity, in_order
from psoh_cli.problems.report import Unread


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What is wrong in some files, and what of it the gemeente chose not to be told of."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    unreadable: tuple[UnreadableError, ...] = ()
    unread_files: Mapping[str, str] = field(default_factory=dict)
    """The name of the file or folder that could not be read, by what is said of it."""
    weighed: Weighed
    policy: FoundPolicy = field(default_factory=FoundPolicy)
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What was read, by the name of the file."""

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Say why files and folders could not be read, with the file where it is one."""
        return tuple(
            Unread(message=error.message, hint=error.remedy, file=self.unread_files.get(error.message, ""))
            for error in self.unreadable
        )

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Give the errors that stop the journey; a mistake in a policy stops nothing, since it does nothing."""
        return tuple(
            problem
            for problem in self.problems
            if problem.severity is Severity.ERROR
            and not problem.code.startswith(OWN_PREFIX)
            and problem.file != self.policy.policy.file
        )


@collector_held()
def judge_dossier(folder: Path, *, as_of: date | None, within: Path | None) -> Judged:
    """Read a dossier only to judge it; raise UnreadableError when the folder is no dossier."""
    catalogue, problems = read_catalogue()
    return judge(read_files(folder), catalogue=catalogue, more=problems, as_of=as_of, within=within)


@collector_held()
def judge_kaart(path: Path, *, as_of: date | None, within: Path | None) -> Judged:
    """Read a kaart that several dossiers share, on its own, to judge it."""
    catalogue, problems = read_catalogue()
    return judge(read_lone_kaart(path), catalogue=catalogue, more=problems, as_of=as_of, within=within)


def judge(
    files: DossierFiles,
    *,
    catalogue: Catalogue,
    more: tuple[Problem, ...] = (),
    as_of: date | None,
    within: Path | None,
) -> Judged:
    """Run every rule over the files of a dossier, or over a kaart alone, and apply the policy around them."""
    listed = tuple(
        item for item in files.all() if item.parsed.root is not None or item.problems or item.unreadable
    )
    policy = find_policy(files.folder, within=within)
    found = [*rules.check(files, catalogue=catalogue, register=read_register(), as_of=as_of)]
    style = _style_of(files)
    beside = (*_texts_of(policy), *style)
    found += unlooked.check(listed, more=beside, known=found)
    read = [problem for item in listed for problem in meant_ids.named(files, item=item, catalogue=catalogue)]
    untyped = {item.name for item in listed if item.value is None}
    kept = {problem for problem in read if problem.severity is Severity.ERROR and problem.file in untyped}
    weighed = weigh_found(
        (problem for problem in (*more, *read, *files.loose, *found) if problem not in kept),
        found=policy,
        files=(*(item.parsed for item in listed), *style),
        kept=kept,  # a value that could not be read stays an error, whatever anybody chose
        whole=not files.closed and not untyped,
    )
    return Judged(
        problems=in_order((*weighed.problems, *policy.problems)),
        files=tuple(item.name for item in listed),
        unreadable=(*files.unreadable, *policy.unreadable),
        unread_files={
            **{error.message: name for name, error in files.closed},
            **{item.unreadable.message: item.name for item in listed if item.unreadable},
            **{error.message: policy.policy.file for error in policy.unreadable},
        },
        weighed=weighed,
        policy=policy,
        texts={parsed.name: parsed.text for parsed in (*(item.parsed for item in listed), *beside)},
    )


def _texts_of(policy: FoundPolicy) -> tuple[Parsed, ...]:
    return tuple(Parsed(text=text, name=name, root=None) for name, text in policy.texts.items())


def _style_of(files: DossierFiles) -> tuple[Parsed, ...]:
    """Read the settings of the house style as text; whether they are right is for whoever uses them."""
    path = files.folder / SETTINGS_FILE
    if not disk.is_file(path):
        return ()
    try:
        versioned_file.expect_inside(path)
        parsed = yaml_file.read(path, name=Path(os.path.normpath(path)).as_posix())
    except UnreadableError:  # told where the style is looked over
        return ()
    return (parsed,) if parsed.text else ()
