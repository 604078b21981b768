"""The colours of a house style: each held against what it will stand on, in the light and the dark scheme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from psoh_cli.press.house_style.settings import ColourSettings
from psoh_cli.press.house_style.style import Colours
from psoh_cli.problems.making import Path
from psoh_cli.report.contrast import TEXT, channels, contrast, nearest_passing, written

_PAPER, _DARK_PAPER = "#FFFFFF", "#12181F"
_INK, _DARK_INK = "#1B2430", "#E6EBF0"
_TINT, _DARK_TINT = "#E6F0F3", "#16303A"
_FLAT, _DARK_FLAT = "#F5F8F9", "#1A222B"
_QUIET, _DARK_QUIET = "#4A5563", "#AFBAC5"
_INK_RATIO = 7.0
"""For running text more than the law asks (WCAG 2.2, 1.4.6); *afgeleid*."""
_STEPS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourFault:
    """A colour that is hard to read: where it stands in the settings, what is wrong, and what would do."""

    path: Path
    message: str
    hint: str


def examine(settings: ColourSettings) -> tuple[Colours, tuple[ColourFault, ...]]:
    """Give the colour of every role, and the ones that cannot be read on what they stand on."""
    light = _light(settings)
    dark = _dark(settings, light=light)
    given = tuple(
        role
        for role, value in (
            ("accent", settings.accent),
            ("omslag", settings.cover),
            ("tint", settings.tint),
            ("inkt", settings.ink),
        )
        if value
    )
    faults = tuple(_faults(settings, light=light, dark=dark))
    return Colours(light=tuple(light.items()), dark=tuple(dark.items()), given=given), faults


def _light(settings: ColourSettings) -> dict[str, str]:
    found = {
        "accent": settings.accent,
        "omslag": settings.cover or settings.accent,
        "tint": settings.tint or (_mixed(settings.accent, _PAPER, share=0.9) if settings.accent else None),
        "inkt": settings.ink,
    }
    colours = {role: colour for role, colour in found.items() if colour}
    if "omslag" in colours:
        colours["op-omslag"] = (
            nearest_passing(_mixed(colours["omslag"], _PAPER, share=0.8), against=colours["omslag"])
            if contrast(_PAPER, colours["omslag"]) >= TEXT
            else _PAPER
        )
    return colours


def _dark(settings: ColourSettings, *, light: dict[str, str]) -> dict[str, str]:
    given = settings.dark
    colours: dict[str, str] = {}
    if given and given.tint:
        colours["tint"] = given.tint
    elif settings.tint or settings.accent:
        colours["tint"] = _darkened(light["tint"])
    if given and given.accent:
        colours["accent"] = given.accent
    elif settings.accent:
        colours["accent"] = _lightened(settings.accent, against=(_DARK_PAPER, _DARK_FLAT, colours["tint"]))
    if "omslag" in light:
        colours["omslag"] = _sunk(light["omslag"])
        colours["op-omslag"] = nearest_passing(light["op-omslag"], against=colours["omslag"])
    return colours


def _faults(
    settings: ColourSettings, *, light: dict[str, str], dark: dict[str, str]
) -> Iterator[ColourFault]:
    tint = light.get("tint", _TINT)
    if settings.ink:
        yield from _hard_to_read(("inkt",), settings.ink, on={"wit": _PAPER}, ratio=_INK_RATIO)
    if settings.accent:
        yield from _hard_to_read(
            ("accent",), settings.accent, on={"wit": _PAPER, "de lichte vlakken": _FLAT, "de tint": tint}
        )
    if settings.cover:
        yield from _hard_to_read(("omslag",), settings.cover, on={"witte letters": _PAPER}, word="onder")
    if settings.tint:
        ink = settings.ink or _INK
        yield from _hard_to_read(
            ("tint",), settings.tint, on={"de letters": ink}, ratio=_INK_RATIO, word="onder"
        )
        yield from _hard_to_read(("tint",), settings.tint, on={"kleine letters": _QUIET}, word="onder")
    if settings.dark and settings.dark.accent:
        on = {
            "de donkere achtergrond": _DARK_PAPER,
            "de donkere vlakken": _DARK_FLAT,
            "de donkere tint": dark.get("tint", _DARK_TINT),
        }
        yield from _hard_to_read(("donker", "accent"), settings.dark.accent, on=on)
    if settings.dark and settings.dark.tint:
        yield from _hard_to_read(
            ("donker", "tint"), settings.dark.tint, on={"lichte letters": _DARK_QUIET}, word="onder"
        )


def _hard_to_read(
    path: Path, colour: str, *, on: dict[str, str], ratio: float = TEXT, word: str = "op"
) -> Iterator[ColourFault]:
    """Yield the first ground on which a colour fails, with the nearest colour that passes on all of them."""
    failing = [(name, ground) for name, ground in on.items() if contrast(colour, ground) < ratio]
    if not failing:
        return
    name, ground = failing[0]
    found = colour
    for each in on.values():
        found = nearest_passing(found, against=each, ratio=ratio)
    yield ColourFault(
        path=("kleuren", *path),
        message=f"de kleur {colour} voor {' '.join(map(str, path))} leest slecht {word} {name} "
        f"({_shown(contrast(colour, ground))} : 1; nodig {_shown(ratio)} : 1)",
        hint=f"Dichtstbij die wel voldoet: {found}."
        if all(contrast(found, each) >= ratio for each in on.values())
        else "Kies een kleur die veel donkerder of veel lichter is.",
    )


def _shown(ratio: float) -> str:
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",")


def _mixed(colour: str, other: str, *, share: float) -> str:
    red, green, blue = (
        round(begin + (end - begin) * share)
        for begin, end in zip(channels(colour), channels(other), strict=True)
    )
    return written((red, green, blue))


def _lightened(colour: str, *, against: tuple[str, ...]) -> str:
    """Give the first tint of a colour that reads well on all these dark grounds."""
    tints = (_mixed(colour, _PAPER, share=step / _STEPS) for step in range(_STEPS + 1))
    return next(tint for tint in tints if all(contrast(tint, ground) >= TEXT + 0.5 for ground in against))


def _darkened(tint: str) -> str:
    """Give a dark ground in the hue of a light one."""
    shades = (
        _mixed(_mixed(tint, _DARK_PAPER, share=0.86), "#000000", share=step / _STEPS)
        for step in range(_STEPS + 1)
    )
    return next(shade for shade in shades if contrast(shade, _DARK_QUIET) >= TEXT + 0.5)


def _sunk(cover: str) -> str:
    """Give the cover a darker shade, so that it does not glare on a dark screen."""
    return _mixed(cover, "#000000", share=0.3)
