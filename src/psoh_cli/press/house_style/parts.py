"""What `huisstijl.yaml` names: each part read, looked over and put in the house style, or told as a problem."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PureWindowsPath
from typing import TypeVar

from psoh_cli.errors import PsohError, TooBigError, UnreadableError
from psoh_cli.files import disk
from psoh_cli.files.versioned_file import ReadFile
from psoh_cli.press.house_style import colours as house_style_colours
from psoh_cli.press.house_style import fonts as house_style_fonts
from psoh_cli.press.house_style import logo as house_style_logo
from psoh_cli.press.house_style.settings import FontSettings, LogoSettings, Settings
from psoh_cli.press.house_style.style import Colours, FontFace, Fonts, HouseStyle, Logo
from psoh_cli.problems.making import Path as Place
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem

_LARGEST_WORD = 10_000_000
_STYLES = (
    ("regular", "gewoon", 400, False),
    ("bold", "vet", 700, False),
    ("italic", "cursief", 400, True),
    ("bold_italic", "vet_cursief", 700, True),
)

T = TypeVar("T")


def dressed(style: HouseStyle, *, settings: ReadFile[Settings]) -> tuple[HouseStyle, tuple[Problem, ...]]:
    """Put what the settings name in a house style, and tell what of it cannot be used."""
    asked = settings.value
    if asked is None:
        return style, ()
    reading = _Reading(settings)
    whole = replace(
        style,
        name=asked.name or "",
        colours=reading.colours(),
        logo=reading.logo(asked.logo),
        fonts=reading.fonts(asked.fonts),
        colophon=asked.colophon or "",
        word_template=reading.word(asked.word),
    )
    return whole, tuple(reading.problems)


def expect_word(path: Path) -> bytes:
    """Read a Word template; raise UnreadableError when it is none."""
    content = disk.read_bytes(path, limit=_LARGEST_WORD)
    why = _wrong_with_word(content)
    if why:
        raise UnreadableError(
            f"{path} {why}.",
            remedy="Bewaar het sjabloon in Word als .docx, zonder macro's, en noem dat bestand.",
        )
    return content


@dataclass
class _Reading:
    """The settings being read, and the problems met so far."""

    settings: ReadFile[Settings]
    problems: list[Problem] = field(default_factory=list)

    def colours(self) -> Colours | None:
        asked = self.settings.value.colours if self.settings.value else None
        if asked is None:
            return None
        colours, faults = house_style_colours.examine(asked)
        for fault in faults:
            self._tell("STIJL001", fault.path, fault.message, hint=fault.hint)
        return colours if colours.given or colours.dark else None

    def logo(self, asked: LogoSettings | None) -> Logo | None:
        if asked is None:
            return None

        def look(content: bytes) -> Logo:
            return house_style_logo.examine(content, name=asked.file, alt=asked.alt)

        return self._part("STIJL002", ("logo", "bestand"), asked.file, look, limit=house_style_logo.LARGEST)

    def fonts(self, asked: FontSettings | None) -> Fonts | None:
        if asked is None:
            return None
        faces = tuple(self._faces(asked))
        return Fonts(family=asked.family, faces=faces)

    def _faces(self, asked: FontSettings) -> Iterator[FontFace]:
        for name, key, weight, is_italic in _STYLES:
            file = getattr(asked.files, name) if asked.files else None
            if file is None:
                continue

            def look(
                content: bytes, *, file: str = file, weight: int = weight, is_italic: bool = is_italic
            ) -> FontFace:
                return house_style_fonts.examine(content, name=file, weight=weight, is_italic=is_italic)

            face = self._part(
                "STIJL003", ("letters", "bestanden", key), file, look, limit=house_style_fonts.LARGEST
            )
            if face:
                yield face

    def word(self, asked: str | None) -> bytes | None:
        if asked is None:
            return None

        def look(content: bytes) -> bytes:
            why = _wrong_with_word(content)
            if why:
                raise ValueError(why)
            return content

        return self._part("STIJL004", ("word",), asked, look, limit=_LARGEST_WORD)

    def _part(self, code: str, path: Place, name: str, look: Callable[[bytes], T], *, limit: int) -> T | None:
        """Read a file that the settings name and look it over; what is wrong is told where it is named."""
        try:
            return look(disk.read_bytes(self._place_of(name), limit=limit))
        except TooBigError as error:
            why = f"is te groot ({error.found / 1_000_000:.1f} MB; hooguit {limit // 1_000_000} MB)".replace(
                ".", ",", 1
            )
        except PsohError as error:
            missing = isinstance(error.__cause__, FileNotFoundError)
            why = "is er niet" if missing else f"is niet te lezen: {error.message}"
        except ValueError as error:
            why = str(error)
        self._tell(code, path, f"{name[:100]} {why}")
        return None

    def _place_of(self, name: str) -> Path:
        """Find a file beside the settings or below them; raise ValueError for one that lies elsewhere."""
        folder = self.settings.path.parent
        windows = PureWindowsPath(name)
        if "\\" in name or windows.drive or windows.root or ".." in windows.parts or "\0" in name:
            raise ValueError(
                "moet in de map van huisstijl.yaml staan; schrijf een pad met gewone schuine strepen, zonder .."
            )
        if not disk.is_inside(folder / name, folder=folder):
            raise ValueError("wijst naar een plek buiten de map van huisstijl.yaml")
        return folder / name

    def _tell(self, code: str, path: Place, message: str, *, hint: str = "") -> None:
        place = self.settings.place(path)
        self.problems.append(problem_of(code, message, file=self.settings.name, place=place, hint=hint))


def _wrong_with_word(content: bytes) -> str:
    if b"vbaProject" in content:
        return "bevat macro's"
    if not zipfile.is_zipfile(io.BytesIO(content)) or b"word/document.xml" not in content:
        return "is geen .docx"
    return ""
