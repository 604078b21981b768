"""What one sheet told, gathered while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from psoh_cli.came_in import NotUnderstood
from psoh_cli.kaart.exchange.incoming import Incoming


@dataclass
class Taken:
    """What a sheet told: entries, what was not understood, and what to say of the sheet as a whole."""

    entries: list[Incoming] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
