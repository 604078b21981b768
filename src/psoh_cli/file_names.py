"""Names of files: which every computer takes, and which never lead outside their folder."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.characters import obeyed_in

_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"
}
_DEEPEST = 4
_LONGEST = 120


def is_device(name: str) -> bool:
    """Tell whether Windows takes a name for a device, whatever stands behind its first dot."""
    return name.partition(".")[0].casefold() in _DEVICES


def is_safe(name: str) -> bool:
    """Tell whether a name with forward slashes is a YAML file that stays inside its folder everywhere."""
    parts = name.split("/")
    return name.endswith(".yaml") and len(parts) <= _DEEPEST and all(map(_is_plain, parts))


def clash(names: Iterable[str]) -> str | None:
    """Give the first name that some computers take for an earlier one: `Plan.yaml` after `plan.yaml`."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            return name
        seen.add(name.casefold())
    return None


def _is_plain(part: str) -> bool:
    return (
        0 < len(part) <= _LONGEST
        and not part.startswith(".")
        and part == part.strip(" .")
        and part.isprintable()
        and not obeyed_in(part)
        and not _FORBIDDEN & set(part)
        and not is_device(part)
    )
