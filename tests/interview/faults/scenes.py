"""The commands that write answers, invitations and decisions; each begins with a dossier and leaves another."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.dossier.sample import make_dossier

from psoh_cli import app
from psoh_cli.commands import clock
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.terminal import console

DAY = date(2026, 11, 21)
_ROUND = """\
formaat: "1"
kennisversie: "{version}"
informanten:
  - id: beleidsadviseur
    groep: gemeente
    rol: Beleidsadviseur gezondheid
    stand: gepland  # afspraak volgt
besluiten: []
"""


@dataclass(frozen=True)
class Scene:
    """One command: how the folder is before, what is typed, and with which lines on stdin."""

    name: str
    arguments: tuple[str, ...]
    lines: tuple[str, ...] = ()
    prepare: Callable[[Path], None] = lambda _: None
    adds: bool = False
    """Whether the same command once more means one thing more."""

    def lay(self, folder: Path) -> Path:
        """Make the dossier as it is before."""
        if folder.exists():
            shutil.rmtree(folder)
        make_dossier(folder)
        (folder / "ronde.yaml").write_text(_ROUND.format(version=_version()), encoding="utf-8")
        self.prepare(folder)
        return folder

    def run(self, folder: Path, *, lines: tuple[str, ...] | None = None) -> int:
        """Give the command and the exit code."""
        typed = self.lines if lines is None else lines
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
            patch.setattr(console, "is_interactive", lambda: bool(typed))
            patch.setattr(clock, "today", lambda: DAY)
            return app.run(
                [str(folder) if part == "MAP" else self._path(part, folder) for part in self.arguments]
            )

    def rest(self, folder: Path) -> tuple[str, ...]:
        """Give the lines that are still to come, after those of which the answer is on the disk."""
        file = folder / "interviews" / "panel.yaml"
        saved = file.read_text(encoding="utf-8").count("antwoord:") if self.lines and file.exists() else 0
        return self.lines[saved:]

    def _path(self, part: str, folder: Path) -> str:
        return part.replace("BESIDE", str(folder.parent)) if part.startswith("BESIDE") else part


def _version() -> str:
    return read_catalogue()[0].version


def _offered(folder: Path) -> None:
    text = "regisseur: ja\nvisie-vastgesteld: nee\n"
    (folder.parent / "antwoorden.yaml").write_text(text, encoding="utf-8")


def _copy(folder: Path) -> None:
    """Make a copy with an answer, an informant and a decision more."""
    copy = folder.parent / "kopie"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    own = copy / "interviews" / "beleidsadviseur.yaml"
    (copy / "interviews" / "huisarts.yaml").write_bytes(own.read_bytes())
    own.write_text(own.read_text(encoding="utf-8") + "  regisseur:\n    antwoord: nee\n", encoding="utf-8")
    round_file = copy / "ronde.yaml"
    text = round_file.read_text(encoding="utf-8").replace("gepland", "klaar")
    round_file.write_text(text, encoding="utf-8")


def _returned(folder: Path) -> None:
    """Lay down a list that came back, as the page in a browser saves it."""
    said = {
        "formaat": "psoh-vragenlijst-1",
        "gemeente": "GM0505",
        "informant": "beleidsadviseur",
        "groep": "gemeente",
        "kennisversie": _version(),
        "gemaakt_op": "2026-11-01",
        "ingevuld_op": "2026-11-20",
        "antwoorden": {"regisseur": {"antwoord": ["nee"]}},
    }
    (folder.parent / "terug.json").write_text(json.dumps(said), encoding="utf-8")


SCENES = (
    Scene(
        "interview",
        ("interview", "MAP", "--informant", "panel", "--groep", "statushouders", "--rol", "Panel"),
        lines=("w", "w", "stop"),
    ),
    Scene(
        "antwoorden",
        ("interview", "MAP", "--informant", "beleidsadviseur", "--antwoorden", "BESIDE/antwoorden.yaml"),
        prepare=_offered,
    ),
    Scene("stand", ("ronde", "plan", "MAP", "--informant", "beleidsadviseur", "--stand", "uitgenodigd")),
    Scene("plan", ("ronde", "plan", "MAP")),
    Scene("status", ("ronde", "status", "MAP")),
    Scene("formulier", ("ronde", "formulier", "MAP", "--informant", "beleidsadviseur", "--format", "html")),
    Scene("lees", ("ronde", "lees", "MAP", "BESIDE/terug.json", "--toepassen"), prepare=_returned),
    Scene(
        "besluit",
        (
            "ronde",
            "besluit",
            "MAP",
            "--over",
            "regisseur",
            "--besluit",
            "De gemeente kiest.",
            "--door",
            "gemeente",
        ),
        adds=True,
    ),
    Scene("samenvoegen", ("ronde", "samenvoegen", "MAP", "BESIDE/kopie"), prepare=_copy),
)
