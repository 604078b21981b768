"""What a validator says of a value it cannot take: why, what to do, and what psoh could write instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Later: TypeAlias = str | Callable[[], str]
"""Words, or a function that gives them: a validator runs on every value, and looking for what was meant is slow."""

WRONG_VALUE = "YAML024"


class RefusedError(ValueError):
    """A value that cannot be taken. The message is Dutch and has no full stop.

    `mend` is what psoh may write in its place; empty when only the user can tell.
    `is_safe` says that it means the same.
    """

    def __init__(
        self,
        message: str,
        hint: Later = "",
        *,
        code: str = WRONG_VALUE,
        mend: Later = "",
        is_safe: bool = True,
    ) -> None:
        """Keep what to tell and what to write."""
        super().__init__(message, hint)
        self.code = code
        self.mend = mend
        self.is_safe = is_safe

    def __str__(self) -> str:
        """Give the message alone: that is what somebody is told who typed the value."""
        return str(self.args[0])
