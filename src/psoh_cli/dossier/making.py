"""The documents of one dossier: what stands is left standing, the rest is made, and examined where that was asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from psoh_cli.dossier import ingredients, unchanged
from psoh_cli.errors import UnwritableError
from psoh_cli.files import disk
from psoh_cli.press.request import Request

if TYPE_CHECKING:
    from psoh_cli.press.house_style.style import HouseStyle
    from psoh_cli.press.publish import Press

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked of every dossier; `extra` is a house style from elsewhere, `anew` makes what stands again too."""

    request: Request
    as_of: date
    output: Path | None = None
    extra: Path | None = None
    anew: bool = False


@dataclass(kw_only=True)
class Making:
    """One dossier on its way: where its files go, and what has come of it so far."""

    folder: Path
    target: Path
    order: Order
    tell: Tell
    made: dict[str, unchanged.Made] = field(default_factory=dict)
    stood: tuple[str, ...] = ()
    """Names of the files that stand as they would be made now."""
    proof: list[Path] = field(default_factory=list)
    """The reports about accessibility."""
    remarks: list[str] = field(default_factory=list)
    failed: tuple[str, ...] = ()
    """Names of the files that are not accessible."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that stand now, in the order in which they are made."""
        standing = {*self.made, *self.stood}
        asked = (item.name for item in self.order.request.files())
        return (*(self.target / name for name in asked if name in standing), *self.proof)

    def told(self, name: str) -> None:
        """Say that a file stands."""
        self.tell(f"{self.target.parent.name}/{name}")


def make(work: Making) -> None:
    """Make the documents of one dossier; raise PsohError where that stops. Whatever was made until then is kept."""
    _expect_inside(work)
    request = work.order.request
    memory = unchanged.recall(work.target)
    if not work.order.anew:
        now = _sum_up(work, shared=memory.shared, memory=memory)
        work.stood = unchanged.still_as_made(work.target, request=request, memory=memory, ingredients=now)
        for name in work.stood:
            work.told(name)
        if len(work.stood) == len(request.files()) and not request.check:
            return
    shared = shared_kaarten(work.folder)
    # Summed up before it is read: a change in the meantime is then seen the next time.
    before = _sum_up(work, shared=shared, memory=memory)
    press = press_of(work.folder, order=work.order)
    work.remarks.extend(_about_style(press.style))
    try:
        _print(work, press=press, ingredients=before)
    finally:
        if work.made:
            known = {**memory.made, **work.made}
            unchanged.remember(work.target, unchanged.Memory(made=known, shared=shared))
    if request.check:
        _prove(work, press=press)


def _sum_up(work: Making, *, shared: Sequence[str], memory: unchanged.Memory) -> str:
    return ingredients.sum_up(
        work.folder,
        target=work.target,
        extra=work.order.extra,
        as_of=work.order.as_of,
        shared=shared,
        made=tuple(memory.made),
    )


def shared_kaarten(folder: Path) -> tuple[str, ...]:
    """Name the kaarten that the gemeente shares; none when its file does not say."""
    from psoh_cli.dossier.dossier_files import GEMEENTE_FILE
    from psoh_cli.files import versioned_file
    from psoh_cli.gemeente.gemeente import Gemeente

    found = versioned_file.read(folder / GEMEENTE_FILE, Gemeente).sound
    return tuple(found.kaarten) if found else ()


def press_of(folder: Path, *, order: Order) -> Press:
    """Read the dossier and its house style; raise PsohError where either cannot be relied on."""
    from psoh_cli.dossier.carrying import carry
    from psoh_cli.dossier.dossier import open_dossier
    from psoh_cli.press.house_style.files import find_house_style
    from psoh_cli.press.publish import Press

    request = order.request
    dossier = open_dossier(folder, as_of=order.as_of)
    return Press(
        material=dossier.material(order.as_of),
        request=request,
        source=carry(folder, version=request.version, with_interviews=request.with_interviews),
        style=find_house_style(folder, extra=order.extra),
    )


def _about_style(style: HouseStyle) -> Iterator[str]:
    """Say what of a house style is used, and what of it has nothing to replace."""
    from psoh_cli.press.house_style.files import replaces_nothing

    if style.describe():
        yield f"Vormgeving: {'; '.join(style.describe())}."
    if style.added:
        yield replaces_nothing(style)


def _expect_inside(work: Making) -> None:
    """Make sure that no link takes the documents of a dossier somewhere else; raise UnwritableError."""
    output = work.order.output
    if disk.is_inside(work.target, folder=output or work.folder):
        return
    if output is None:
        from psoh_cli.files.versioned_file import outermost

        if disk.is_inside(work.target, folder=outermost(work.folder.resolve())):
            return
    raise UnwritableError(
        f"{work.target.as_posix()} is een koppeling naar een plek daarbuiten; psoh schrijft daar niet.",
        remedy="Haal de koppeling weg, of noem met --output de map waarin u de documenten wilt hebben.",
    )


def _print(work: Making, *, press: Press, ingredients: str) -> None:
    from psoh_cli.press.publish import print_files

    def hear(name: str, content: bytes) -> None:
        source = unchanged.input_digest(name, request=press.request, ingredients=ingredients)
        work.made[name] = unchanged.Made(input=source, output=unchanged.output_digest(content))
        work.told(name)

    print_files(press, work.target, skip=work.stood, tell=hear)


def _prove(work: Making, *, press: Press) -> None:
    from psoh_cli.dossier.proving import prove

    proof = prove(press, work.target)
    work.proof.extend(proof.paths)
    work.failed = proof.failed
