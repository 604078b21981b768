"""psoh.toml on disk, and the remarks in files that were read: everything a policy is applied with."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from psoh_cli.errors import TooBigError, UnreadableError
from psoh_cli.files import disk, disk_about, versioned_file
from psoh_cli.files.yaml_nodes import Node, Parsed, quoted_key
from psoh_cli.policy.comments import Standing
from psoh_cli.policy.policy import Policy, Weighed, weigh
from psoh_cli.policy.policy_text import read_policy
from psoh_cli.policy.remarks import Remark, remarks_in
from psoh_cli.problems.fix import Span, Written
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem, in_order

POLICY_FILE = "psoh.toml"
MAX_BYTES = 100_000
_NO_TEXT: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class FoundPolicy:
    """The policy for a folder; `policy.file` is empty when there is none."""

    policy: Policy = field(default_factory=Policy)
    folder: Path = Path()
    """Where it stands; names of files in it count from here."""
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=lambda: _NO_TEXT, repr=False)
    unreadable: tuple[UnreadableError, ...] = ()

    def called(self, file: str) -> str:
        """Give the name of a file as seen from the policy."""
        try:
            return Path(os.path.relpath(file, self.folder)).as_posix()
        except ValueError:  # another drive
            return file


def find_policy(folder: Path, *, within: Path | None = None) -> FoundPolicy:
    """Find the nearest psoh.toml in a folder or above it, up to where the files of a dossier may lie.

    That is the git root. Without git it is the folder where somebody is, when the dossier lies deeper in it, and
    otherwise the folder above the dossier; `within` is a folder that was asked for, higher up perhaps.
    """
    here = _as_named(folder)
    highest = [_top(here), *([_as_named(within)] if within else [])]
    for steps, place in enumerate((here, *here.parents)):
        if not any(place == top or place.is_relative_to(top) for top in highest):
            break
        name = Path(os.path.normpath(folder.joinpath(*[".."] * steps, POLICY_FILE)))
        if disk_about.is_there(name):
            return _read(name, folder=place, within=min(highest, key=lambda top: len(top.parts)))
    return FoundPolicy()


def weigh_found(
    problems: Iterable[Problem],
    *,
    found: FoundPolicy,
    files: Iterable[Parsed],
    kept: Iterable[Problem] = (),
    whole: bool = True,
) -> Weighed:
    """Apply a policy, and the remarks in the files that were read, to problems; `kept` are those that stay anyhow.

    What is wrong with the remarks is among the problems. When not everything could be read (`whole`), nobody can
    tell that a remark is needed for nothing.
    """
    remarks: dict[str, tuple[Remark, ...]] = {}
    wrong: list[Problem] = []
    for parsed in files:
        listed, problems_of_them = _remarks(parsed)
        wrong.extend(problems_of_them)
        if listed:
            remarks[parsed.name] = listed
    weighed = weigh((*problems, *wrong), policy=found.policy, remarks=remarks, called=found.called)
    return replace(
        weighed,
        problems=in_order((*weighed.problems, *kept)),
        unused=weighed.unused if whole else (),
    )


def _read(path: Path, *, folder: Path, within: Path) -> FoundPolicy:
    name = path.as_posix()
    try:
        if disk_about.is_circle(path):
            raise disk.circle(path)
        if not disk.is_inside(path, folder=within):
            raise UnreadableError(
                f"{name} is een koppeling naar een plek buiten deze map; psoh leest dat niet.",
                remedy="Zet het bestand zelf op deze plek, of haal de koppeling weg.",
            )
        text = disk.read_text(path, limit=MAX_BYTES)
    except TooBigError as error:
        said = problem_of("CONTROLE001", "het bestand is te groot", file=name, hint=error.remedy)
        return FoundPolicy(policy=Policy(file=name), folder=folder, problems=(said,))
    except UnreadableError as error:
        return FoundPolicy(policy=Policy(file=name), folder=folder, unreadable=(error,))
    policy, problems = read_policy(text, file=name)
    return FoundPolicy(policy=policy, folder=folder, problems=problems, texts={name: text})


def _top(here: Path) -> Path:
    """Give the highest folder whose policy speaks for a dossier, whichever command looks at it."""
    where = _as_named(Path())
    below = where if here.parent.is_relative_to(where) else here.parent
    return versioned_file.git_root(here) or below


def _as_named(path: Path) -> Path:
    """Give a whole path without steps back; a link keeps its own name."""
    return Path(os.path.normpath(path.absolute()))


def _remarks(parsed: Parsed) -> tuple[tuple[Remark, ...], tuple[Problem, ...]]:
    if parsed.root is None or "psoh" not in parsed.text.casefold():
        return (), ()
    return remarks_in(parsed.text, file=parsed.name, values=standing_in(parsed.root, text=parsed.text))


def standing_in(root: Node, *, text: str = "") -> Iterator[Standing]:
    """Yield how every value stands in a file, and in its text every key with quotes, without recursion."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        below: Iterable[Node] = ()
        if isinstance(node.value, tuple):
            below = node.value
        elif isinstance(node.value, Mapping):
            below = node.value.values()
        waiting.extend(below)
        is_whole = node.style != "block" or (
            isinstance(node.value, tuple) and all(item.style != "block" for item in below)
        )
        yield Standing(Written(Span(*node.place, *node.end), node.style), node.key_line, is_whole)
        key = quoted_key(text, node) if text and node.key_line else None
        if key is not None:
            yield Standing(key)
