"""Generated dossier files with faults that psoh mends by itself: the same text, once right and once wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from hypothesis import strategies as st
from tests.dossier.sample import VERSION

MODELINE = "# yaml-language-server: $schema=schema/sociale-kaart.schema.json"

KEYS = {
    "aanbod": ["anbod", "Aanbod", "aanbot", "aanbodd"],
    "ketenstappen": ["ketenstapen", "Ketenstappen", "keten-stappen", "ketenstappne"],
    "gecontroleerd_op": ["gecontroleerd-op", "Gecontroleerd Op", "gecontroleerd_opp", "gecontrolleerd_op"],
    "werkgebied": ["werkgebiet", "werk_gebied", "wergebied"],
    "tolkinzet": ["tolk-inzet", "Tolkinzet", "tolkinzt"],
    "leeftijd": ["leeftijt", "Leeftijd"],
    "talen": ["tallen", "Talen"],
}
VALUES = {
    "tolkinzet": {
        "onbekend": ["Onbekend", "ONBEKEND"],
        "op-aanvraag": ["Op aanvraag", "op_aanvraag", "Op-Aanvraag", "op  aanvraag"],
        "telefonisch": ["Telefonisch", "téléfonisch"],
    },
    "gecontroleerd_op": {
        "2026-09-01": ["01-09-2026", "1-9-2026", "1 september 2026", "2026-9-1", "2026/09/01"],
        "2026-08": ["08-2026", "augustus 2026", "2026/8"],
    },
    "taal": {"ar": ["Arabisch", "arabisch", "AR"], "ti": ["Tigrinya", "TI"], "nl": ["Nederlands"]},
}
COMMENTS = [
    "# let op",
    "# anbod: Onbekend # nog een",
    "#",
    "# 'tallen': [\"Arabisch\"] ✓ é",
    "# 01-09-2026",
    "# - id: x",
]
NOTES = [
    '"anbod: Onbekend, 01-09-2026 # geen commentaar"',
    "'tallen, Arabisch: het kan'",
    "Gewone tekst met é en 🙂",
    "|\n      anbod: Onbekend\n      # 01-09-2026\n\n      tallen: [Arabisch]",
    ">-\n      gevouwen tekst\n      met Arabisch erin",
    "tekst over twee\n      regels zonder aanhalingstekens",
]


@dataclass(frozen=True)
class Planted:
    """A text as it should be, the same with faults in it, and how many those are."""

    right: bytes
    wrong: bytes
    faults: int


class _Pen:
    """Writes both texts at once; where they differ, a fault is planted."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.right = self.wrong = ""
        self.faults = 0

    def both(self, text: str) -> None:
        self.right += text
        self.wrong += text

    def word(self, good: str, bad: list[str], *, plain: bool = True) -> None:
        """Write a word between quotes of some kind, wrong now and then."""
        quote = self.draw(st.sampled_from(["", "", "'", '"'] if plain else ["'", '"']))
        written = self.draw(st.sampled_from([good, *bad]))
        self.right += f"{quote}{good}{quote}"
        self.wrong += f"{quote}{written}{quote}"
        self.faults += written != good

    def end(self) -> None:
        """End a line, with comments and blank lines behind it."""
        if self.draw(st.booleans()):
            self.both(self.draw(st.sampled_from([" ", "   "])) + self.draw(st.sampled_from(COMMENTS)))
        self.both("\n")
        for _ in range(self.draw(st.integers(0, 2))):
            self.both(self.draw(st.sampled_from(["\n", *(f"    {text}\n" for text in COMMENTS)])))

    def key(self, name: str) -> None:
        self.word(name, KEYS[name])
        self.both(":" + self.draw(st.sampled_from([" ", "  "])))

    def chosen(self, name: str) -> None:
        good, bad = self.draw(st.sampled_from(sorted(VALUES[name].items())))
        self.word(good, bad)


def _languages(pen: _Pen) -> None:
    pen.key("talen")
    codes = pen.draw(st.lists(st.sampled_from(sorted(VALUES["taal"])), min_size=1, max_size=3, unique=True))
    flow = pen.draw(st.booleans())
    pen.both("[ " if flow else "")
    for number, code in enumerate(codes):
        pen.both((", " if number else "") if flow else "\n      - ")
        pen.word(code, VALUES["taal"][code])
    pen.both(" ]" if flow else "")
    pen.end()


def _line(pen: _Pen, name: str, value: str) -> None:
    pen.key(name)
    pen.both(value)
    pen.end()


def _scalar(pen: _Pen, name: str) -> None:
    pen.key(name)
    pen.chosen(name)
    pen.end()


def _note(pen: _Pen) -> None:
    pen.both(f"toelichting: {pen.draw(st.sampled_from(NOTES))}\n")


def _as_is(pen: _Pen, text: str) -> None:
    pen.both(text)
    pen.end()


def _service(pen: _Pen, number: int) -> None:
    pen.both(f"  - id: dienst-{number}\n")
    parts: list[Callable[[], None]] = [
        partial(_as_is, pen, "organisatie: buurthuis"),
        partial(_as_is, pen, f'naam: "Dienst {number} – één"'),
        partial(_as_is, pen, "bron: eigen opgave"),
        partial(_as_is, pen, "gecontroleerd_door: beleidsadviseur gezondheid"),
        partial(_line, pen, "aanbod", "Koffie en gesprek"),
        partial(_line, pen, "ketenstappen", "[preventie]"),
        partial(_line, pen, "werkgebied", "\n      - GM0505"),
        partial(_scalar, pen, "gecontroleerd_op"),
    ]
    more: list[Callable[[], None]] = [
        partial(_scalar, pen, "tolkinzet"),
        partial(_languages, pen),
        partial(_line, pen, "leeftijd", "{van: 18, tot: 65}"),
        partial(_note, pen),
    ]
    chosen = pen.draw(st.lists(st.sampled_from(more), unique=True))
    for write in pen.draw(st.permutations([*parts, *chosen])):
        pen.both("    ")
        write()


def _flow_organization(pen: _Pen) -> None:
    pen.both(
        "  - {id: buurthuis, naam: \"Buurthuis, 'Oost' 🙂\", ketenpartner: welzijn, bron: eigen opgave, "
    )
    pen.key("gecontroleerd_op")
    pen.chosen("gecontroleerd_op")
    pen.both(", gecontroleerd_door: beleidsadviseur gezondheid}")
    pen.end()


@st.composite
def planted(draw: st.DrawFn) -> Planted:
    """Give a kaart as people write it, with and without faults that psoh can mend."""
    pen = _Pen(draw)
    if draw(st.booleans()):
        pen.both(f"{MODELINE}\n")
    else:
        pen.right += f"{MODELINE}\n"
        pen.faults += 1
    if draw(st.booleans()):
        pen.both("---\n")
    pen.both(f'formaat: "1"\nkennisversie: "{VERSION}"\nnaam: Sociale kaart Dordrecht')
    pen.end()
    pen.both("organisaties:\n")
    _flow_organization(pen)
    pen.both("diensten:\n")
    for number in range(draw(st.integers(1, 3))):
        _service(pen, number)
    newline = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    bom = draw(st.sampled_from(["", "\ufeff"]))
    ended = draw(st.booleans())
    right, wrong = (
        (bom + (text if ended else text.rstrip("\n")).replace("\n", newline)).encode("utf-8")
        for text in (pen.right, pen.wrong)
    )
    return Planted(right, wrong, pen.faults)
