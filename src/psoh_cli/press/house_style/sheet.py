"""A house style as style sheets: the roles it changes and the letters it brings, for the screen and for paper."""

from __future__ import annotations

from psoh_cli.press.house_style.style import Colours, Fonts, HouseStyle, Logo

_VARIABLES = {
    "accent": ("petrol",),
    "omslag": ("veld",),
    "op-omslag": ("veldtint",),
    "tint": ("tint",),
    "inkt": ("inkt",),
}
"""The custom properties in `stijl/` that a role fills."""
_WITHOUT_COVER = {"samenvatting": 11, "gesprekskaart": 8}
"""The kinds of document that begin with a narrow head in the place of a cover, and how high a logo fits in it."""
_LOGO_ON_SCREEN = """\
.logo { background: #FFFFFF; padding: 1rem 1.25rem; margin: 0; max-width: none; line-height: 0 }
.logo img { width: auto; height: auto; max-width: min(16rem, 100%); max-height: 4rem }
@media (min-width: 64rem) { .logo { padding-left: max(2.5rem, calc((100vw - 78rem) / 2)) } }
"""
_FALLBACK = '"Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", sans-serif'


def everywhere(style: HouseStyle) -> str:
    """Write the rules that hold on every medium."""
    return _letters(style.fonts) + _roles(style.colours.light if style.colours else ())


def on_screen(style: HouseStyle) -> str:
    """Write the rules for a screen."""
    rules = _LOGO_ON_SCREEN if style.logo else ""
    if style.fonts and not style.fonts.faces:
        rules += f'html:root {{ font-family: "{style.fonts.family}", {_FALLBACK} }}\n'
    return rules


def in_the_dark(style: HouseStyle) -> str:
    """Write the rules for a screen in the dark scheme."""
    return _roles(style.colours.dark if style.colours else ())


def on_paper(style: HouseStyle) -> str:
    """Write the rules for paper and PDF: the cover, and the letters at the foot of each page."""
    rules = _logo_on_paper(style.logo) if style.logo else ""
    if _has_cover(style.colours):
        rules += ":root:root .omslag .veld { background: var(--veld) }\n"
        rules += ":root:root .omslag .rubriek, :root:root .omslag .ondertitel { color: var(--veldtint) }\n"
        for kind in _WITHOUT_COVER:
            rules += f":root:root .soort-{kind} .omslag .veld {{ background: none }}\n"
            rules += f":root:root .soort-{kind} .omslag .ondertitel {{ color: var(--gedempt) }}\n"
    if style.fonts and style.fonts.faces:
        family = f'"{style.fonts.family}", {_FALLBACK}'
        rules += (
            f"@page {{ @bottom-left {{ font-family: {family} }} @bottom-right {{ font-family: {family} }} "
            f"@top-center {{ font-family: {family} }} }}\n"
        )
    return rules


def _logo_on_paper(logo: Logo) -> str:
    """Put the logo on a white tab at the top of the cover, and at the head of a summary."""
    width, height = _fitted(logo, width=40, height=18)
    return (
        ".logo { position: absolute; z-index: 1; right: 20mm; top: 0; margin: 0; padding: 9mm 4mm 4mm; "
        "line-height: 0; background: #FFFFFF }\n"
        f".logo img {{ width: {width:.2f}mm; height: {height:.2f}mm }}\n"
        ".logo ~ .veld .rubriek { max-width: 74mm }\n"
    ) + "".join(_logo_in_head(logo, kind=kind, height=height) for kind, height in _WITHOUT_COVER.items())


def _logo_in_head(logo: Logo, *, kind: str, height: float) -> str:
    narrow, low = _fitted(logo, width=40, height=height)
    return (
        f".soort-{kind} .logo {{ right: 0; top: 3mm; padding: 0 }}\n"
        f".soort-{kind} .logo img {{ width: {narrow:.2f}mm; height: {low:.2f}mm }}\n"
    )


def _fitted(logo: Logo, *, width: float, height: float) -> tuple[float, float]:
    """Give the size in which a logo fills a field of so many millimetres without being pulled out of shape."""
    scale = min(width / logo.width, height / logo.height)
    return logo.width * scale, logo.height * scale


def _has_cover(colours: Colours | None) -> bool:
    return colours is not None and any(role == "omslag" for role, _ in colours.light)


def _roles(colours: tuple[tuple[str, str], ...]) -> str:
    values = "".join(f" --{variable}: {colour};" for role, colour in colours for variable in _VARIABLES[role])
    return f":root:root {{{values} }}\n" if values else ""


def _letters(fonts: Fonts | None) -> str:
    if fonts is None or not fonts.faces:
        return ""
    faces = "".join(
        f'@font-face {{ font-family: "{fonts.family}"; src: url("{face.address}"); font-weight: {face.weight}; '
        f"font-style: {'italic' if face.is_italic else 'normal'} }}\n"
        for face in fonts.faces
    )
    return f'{faces}html:root {{ font-family: "{fonts.family}", {_FALLBACK} }}\n'
