"""Where each page of a site stands, and the way from one to another."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.site.pages import HOME
from psoh_cli.site.texts import DUTCH

FILES = "bestanden"
"""The folder with what all pages share."""


@dataclass(frozen=True, slots=True)
class Here:
    """Where a page stands, and the way from there to other places: always relative, so a folder can stand anywhere."""

    place: str
    language: str
    address: str = ""
    is_absolute: bool = False
    """For the page that a server shows under any address."""

    def to(self, place: str) -> str:
        """Give the way to a page in the same language."""
        return self._way(folder_of(self.language) + place)

    def file(self, name: str) -> str:
        """Give the way to something that all pages share."""
        return self._way(f"{FILES}/{name}")

    def in_language(self, language: str) -> str:
        """Give the way to the same page in another language."""
        return self._way(folder_of(language) + (HOME if self.is_absolute else self.place))

    def alternate(self, language: str) -> str:
        """Give the same page in another language as search engines want it: whole, where the address is known."""
        return self.address_in(language) or self.in_language(language)

    def address_in(self, language: str) -> str:
        """Give the whole address of the page in a language; empty when nobody said where the site will stand."""
        return f"{self.address}{folder_of(language)}{self.place}" if self.address else ""

    def _way(self, target: str) -> str:
        if self.is_absolute and self.address:
            return self.address + target
        return "../" * (folder_of(self.language) + self.place).count("/") + target


def folder_of(language: str) -> str:
    """Give the folder of a language version: Dutch stands at the top."""
    return "" if language == DUTCH else f"{language}/"
