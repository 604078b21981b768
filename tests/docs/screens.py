"""The screens in the manual: a fresh dossier made step by step, and the invented example for what comes after."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.docs.running import told_by

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-21"

_KAART = (
    "kaart", "voeg-toe", "s-hertogenbosch",
    "--organisatie", "Welzijn Voorbeeld", "--ketenpartner", "welzijn",
    "--naam", "Inloop 's middags", "--aanbod", "Koffie, ontmoeting en hulp bij vragen",
    "--stap", "versterken", "--soort", "inloop", "--taal", "Nederlands", "--taal", "Arabisch",
    "--tolk", "op-aanvraag", "--toegang", "vrij", "--kosten", "gratis", "--werkgebied", "GM0796",
    "--bron", "opgave van de organisatie", "--gecontroleerd", "2026-11-20", "--door", "beleidsadviseur",
)  # fmt: skip
_NEW = (
    "--informant", "beleidsadviseur", "--groep", "gemeente", "--rol", "Beleidsadviseur", "--organisatie", "Gemeente",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen: what somebody types, what they answer, and from where to where the manual shows it."""

    name: str
    arguments: tuple[str, ...]
    typed: tuple[str, ...] = ()
    first: int = 0
    lines: int = 60


SCREENS = (
    Screen(
        name="start", arguments=("start", "s-hertogenbosch", "--gemeente", "'s-Hertogenbosch")
    ),
    Screen(
        name="interview",
        arguments=("interview", "s-hertogenbosch", *_NEW),
        typed=("4 ! Navragen bij de griffie", "?", "stop"),
        lines=100,
    ),
    Screen(name="interview-wie", arguments=("interview", "s-hertogenbosch")),
    Screen(
        name="interview-toegankelijk",
        arguments=("interview", "s-hertogenbosch", "--informant", "beleidsadviseur", "--toegankelijk"),
        typed=("stop",),
    ),
    Screen(
        name="antwoorden",
        arguments=("interview", "s-hertogenbosch", "--informant", "beleidsadviseur", "--antwoorden", "antwoorden.yaml"),
        lines=14,
    ),
    Screen(name="kaart-voeg-toe", arguments=_KAART),
    Screen(name="kaart-toon", arguments=("kaart", "toon", "s-hertogenbosch", "--peildatum", DAY)),
    Screen(
        name="kaart-bevestig",
        arguments=(
            "kaart", "bevestig", "inloop-s-middags", "--door", "beleidsadviseur", "--datum", DAY,
            "--map", "s-hertogenbosch",
        ),
    ),
    Screen(
        name="check",
        arguments=("check", "kapot", "--peildatum", DAY),
    ),
    Screen(name="uitleg-code", arguments=("uitleg", "INTERVIEW003")),
    Screen(name="analyse", arguments=("analyse", "voorbeeldstad", "--peildatum", DAY), lines=62),
    Screen(
        name="uitleg-bevinding",
        arguments=("uitleg", "gap-praktijk-bp-kies-met-gids", "voorbeeldstad", "--peildatum", DAY),
        lines=46,
    ),
    Screen(name="plan", arguments=("plan", "voorbeeldstad", "--peildatum", DAY, "--proef"), lines=26),
    Screen(
        name="rapport",
        arguments=("rapport", "voorbeeldstad", "s-hertogenbosch", "--format", "html"),
    ),
    Screen(
        name="rapport-partners",
        arguments=(
            "rapport", "voorbeeldstad", "--versie", "partners", "--soort", "samenvatting", "--format", "html",
            "--format", "xlsx", "--format", "ics",
        ),
    ),
)  # fmt: skip


def draw(folder: Path) -> dict[str, str]:
    """Run all screens in one folder, in order; give what the manual shows, by name."""
    _prepare(folder)
    return {screen.name: _draw_one(screen, folder=folder) for screen in SCREENS}


def filled_in(manual: str, screens: dict[str, str]) -> str:
    """Put every screen between its marks in the manual; raise KeyError for a mark without a screen."""
    return re.sub(
        r"(<!-- scherm: ([\w-]+) -->\n).*?(<!-- einde scherm -->)",
        lambda match: f"{match[1]}```text\n{screens[match[2]]}```\n{match[3]}",
        manual,
        flags=re.DOTALL,
    )


def _prepare(folder: Path) -> None:
    shutil.copytree(ROOT / "examples" / "voorbeeldstad", folder / "voorbeeldstad")
    broken = shutil.copytree(ROOT / "examples" / "voorbeeldstad", folder / "kapot")
    (broken / "plan.yaml").unlink()
    interview = broken / "interviews" / "ggd.yaml"
    text = interview.read_text(encoding="utf-8")
    interview.write_text(text.replace("antwoord: deels", "antwoord: soms", 1), encoding="utf-8", newline="\n")
    answers = "regisseur: ja\nbesluit-orgaan: raadd\n"
    (folder / "antwoorden.yaml").write_text(answers, encoding="utf-8", newline="\n")


def _draw_one(screen: Screen, *, folder: Path) -> str:
    told = told_by(screen.arguments, typed=screen.typed, folder=folder).strip("\n").split("\n")
    shown = told[screen.first : screen.first + screen.lines]
    rest = ["…"] if screen.first + screen.lines < len(told) else []
    return "\n".join([f"$ psoh {_typed(screen.arguments)}", *shown, *rest]) + "\n"


def _typed(arguments: Sequence[str]) -> str:
    """Write a command as somebody types it; a long one goes on below, an option together with its value."""
    words = [f'"{word}"' if re.search(r"[ ']", word) else word for word in arguments]
    parts = re.sub(r" (?=--)", "\n", " ".join(words)).split("\n")
    lines = [""]
    for part in parts:
        if lines[-1] and len(lines[-1]) + len(part) > 66:
            lines.append("")
        lines[-1] = f"{lines[-1]} {part}".strip()
    return " \\\n    ".join(lines)
