"""The lines of the texts a report is about, counted as the reader of YAML counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_LINE_END = re.compile(r"\r\n|\r|\n")


@lru_cache(maxsize=4)
def lines_of(text: str) -> list[str]:
    """Give the lines as the reader counts them."""
    return _LINE_END.split(text.removeprefix("\ufeff"))


@dataclass
class TextLines:
    """The lines of the files in a report, split only when somebody asks for one."""

    texts: Mapping[str, str]
    _split: dict[str, list[str]] = field(default_factory=dict)

    def line(self, file: str, number: int) -> str | None:
        """Give a line without its end; None when its file, or the line, is not known."""
        if file not in self.texts:
            return None
        if file not in self._split:
            self._split[file] = _LINE_END.split(self.texts[file].removeprefix("\ufeff"))
        lines = self._split[file]
        return lines[number - 1] if 1 <= number <= len(lines) else None

    def with_line_ends_of(self, file: str, text: str) -> str:
        """Give a text that comes into a file the line ends of that file."""
        found = _LINE_END.search(self.texts.get(file, ""))
        return text.replace("\n", found[0]) if found else text
