"""Whether a big kaart costs more per service than a small one: `check` and `analyse` at 1,000 services and at 100."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from bench.generate import AS_OF, write_kaart
from bench.measuring import Figure, figure, on_the_processor, side_by_side

from psoh_cli.dossier.dossier import Dossier, open_dossier
from psoh_cli.dossier.dossier_files import INTERVIEWS_FOLDER
from psoh_cli.dossier.judging import judge_dossier
from psoh_cli.dossier.shared_kaarten import KAART_FILE
from psoh_cli.files.templates import examples_dir
from psoh_cli.gemeente.register_file import read_register
from psoh_cli.practices.practice_files import read_catalogue

LARGE = 1000
SMALL = 100
HUGE = 10_000
GOAL = 1.2

T = TypeVar("T")


_PARTS = LARGE // SMALL


def growth(*, check_runs: int, analyse_runs: int) -> tuple[Figure, ...]:
    """Give `check_growth` and `analyse_growth`, in milliseconds per service; and both once more as `_net`.

    As many small kaarten as make up the large one are measured together: both sides see the same number of
    services. What does not depend on the kaart flatters the large one, so reading the knowledge is done before,
    and `_net` leaves out all that an empty kaart costs too.
    """
    read_catalogue()
    read_register()
    with tempfile.TemporaryDirectory(prefix="psoh-bench-") as made:
        folder = Path(made)
        large = [_make_dossier(folder / "groot", services=LARGE, seed=1)]
        small = [_make_dossier(folder / f"klein-{seed}", services=SMALL, seed=seed) for seed in range(_PARTS)]
        empty = _make_dossier(folder / "leeg", services=0, seed=0)
        opened = ([*map(open_dossier, large)], [*map(open_dossier, small)], open_dossier(empty))
        return (
            *_growth("check_growth", _check, (large, small, empty), runs=check_runs),
            *_growth("analyse_growth", _analyse, opened, runs=analyse_runs),
        )


def far_growth(*, runs: int) -> tuple[Figure, ...]:
    """Give `check_growth_10000`: what a service costs in one kaart of 10,000 against kaarten of 100, net as well."""
    read_catalogue()
    read_register()
    parts = HUGE // SMALL
    with tempfile.TemporaryDirectory(prefix="psoh-bench-") as made:
        folder = Path(made)
        huge = [_make_dossier(folder / "heel-groot", services=HUGE, seed=1)]
        small = [_make_dossier(folder / f"klein-{seed}", services=SMALL, seed=seed) for seed in range(parts)]
        empty = _make_dossier(folder / "leeg", services=0, seed=0)
        name = f"check_growth_{HUGE}"
        return tuple(_growth(name, _check, (huge, small, empty), runs=runs, services=HUGE))


def _growth(
    name: str,
    work: Callable[[T], object],
    subjects: tuple[Sequence[T], Sequence[T], T],
    *,
    runs: int,
    services: int | None = None,
) -> Iterator[Figure]:
    large, small, empty = subjects
    parts = len(small)
    works = (_on_all(work, large), _on_all(work, small), _on_all(work, [empty] * parts))
    measured = side_by_side(*works, runs=runs, measure=on_the_processor)
    net = [(a - fixed / parts, b - fixed) for a, b, fixed in measured]
    per_service = (services or LARGE) / 1000
    for ending, pairs in (("", [(a, b) for a, b, _ in measured]), ("_net", net)):
        yield figure(name + ending, pairs, unit="ms/service", goal=GOAL, each=(per_service, per_service))


def _on_all(work: Callable[[T], object], subjects: Sequence[T]) -> Callable[[], object]:
    return lambda: [work(subject) for subject in subjects]


def _check(folder: Path) -> object:
    """Do what `psoh check` does with a dossier: read it, judge it, and weigh that by its policy."""
    return judge_dossier(folder, as_of=AS_OF, within=None).problems


def _analyse(dossier: Dossier) -> object:
    """Do what `psoh analyse` does with a dossier that was read."""
    return dossier.analysis(AS_OF)


def _make_dossier(folder: Path, *, services: int, seed: int) -> Path:
    """Make Dordrecht with the interviews of Voorbeeldstad and a generated kaart: every rule has something to do."""
    shutil.copytree(examples_dir() / "dordrecht", folder)
    shutil.rmtree(folder / INTERVIEWS_FOLDER)
    shutil.copytree(examples_dir() / "voorbeeldstad" / INTERVIEWS_FOLDER, folder / INTERVIEWS_FOLDER)
    write_kaart(folder / KAART_FILE, services, seed=seed)
    return folder
