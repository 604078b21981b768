"""What `psoh kaart site` says of the entries that another kaart or gemeente keeps off, and of the translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.kaart.kaart import Kaart, LeftOut
    from psoh_cli.site.texts_check import Progress

_MOST_NAMED = 8


def told_of_the_rest(kaart: Kaart) -> list[str]:
    """Count, per kaart and reason, what stands in a kaart file and does not count here."""
    from psoh_cli.dutch import plural

    counts = Counter((item.reason, item.kaart, item.what) for item in _entries(kaart))
    lines = []
    for (reason, name, what), count in counts.items():
        many = (
            plural(count, "dienst", "diensten") if what == "dienst" else plural(count, what, "organisaties")
        )
        lines.append(f"Niet op de website ({reason.value}): {many} van kaart '{name}'.")
    return lines


def left_out_as_data(kaart: Kaart) -> list[dict[str, str]]:
    """Give the same entries one by one."""
    return [{"id": item.id, "reden": item.reason.value, "kaart": item.kaart} for item in _entries(kaart)]


def told_of_translations(progress: Iterable[Progress]) -> list[str]:
    """Say which texts of a language stand on the site in Dutch, and why a translation cannot be used."""
    from psoh_cli.dutch import plural
    from psoh_cli.site.texts_check import State
    from psoh_cli.vocabulary import language_name

    lines = []
    for item in progress:
        broken = [label for label in item.labels if label.state is State.BROKEN]
        keys = [label.key for label in item.labels if label.state in {State.MISSING, State.BROKEN}]
        if not keys:
            continue
        name = language_name(item.language)
        many = f"{name}: {plural(len(keys), 'tekst', 'teksten')} in het Nederlands"
        lines.append(f"{many}{_named(keys) if item.is_begun else ''}. Bekijk het met: psoh kaart teksten")
        lines += [f"{name}: {label.key}: {label.why}" for label in broken[:_MOST_NAMED]]
    return lines


def _named(keys: list[str]) -> str:
    more = len(keys) - _MOST_NAMED
    return f" ({', '.join(keys[:_MOST_NAMED])}{f' en nog {more}' if more > 0 else ''})"


def _entries(kaart: Kaart) -> list[LeftOut]:
    return [item for item in kaart.left_out if item.what in {"dienst", "organisatie"}]
