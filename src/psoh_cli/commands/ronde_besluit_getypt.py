"""What was typed of a decision that is not written yet: given back as a command, so that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psoh_cli.shell import as_word, quoted

if TYPE_CHECKING:
    from psoh_cli.commands.ronde_besluit_open import Table


@dataclass(slots=True)
class Typed:
    """What was typed of a decision that is not written yet, so that it can be given back."""

    about: str = ""
    text: str = ""
    roles: tuple[str, ...] = ()
    day: str = ""

    def as_command(self, table: Table) -> str:
        """Write the command that writes it after all; what was not typed yet has three dots."""
        roles = self.roles or ("…",)
        by = " ".join(f"--door {as_word(role)}" for role in roles)
        on = f" --op {as_word(self.day)}" if self.day else ""
        over = f"--over {self.about} --besluit {as_word(self.text)}"
        return f"psoh ronde besluit {quoted(table.folder)} {over} {by}{on}"
