"""How far a translation of the labels is: what is filled, missing or made from other Dutch, and what cannot be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from psoh_cli.dutch import listing
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.site.texts import Counted, Forms, Label, Texts, TextsFile, Translated, forms_of, placeholders


class State(StrEnum):
    """How one label stands in one language."""

    FILLED = "ingevuld"
    PARTLY = "deels ingevuld"
    OUTDATED = "verouderd"
    MISSING = "ontbreekt"
    BROKEN = "fout"
    UNKNOWN = "onbekend"


USED = frozenset({State.FILLED, State.PARTLY, State.OUTDATED})
"""A translation that stands on the site: one from older Dutch reads better than no translation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One label in one language, with what is the matter with it."""

    key: str
    state: State
    why: str = ""
    forms: Forms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """All labels of one language."""

    language: str
    labels: tuple[Judged, ...]

    def count(self, *states: State) -> int:
        """Count the labels in some state."""
        return sum(label.state in states for label in self.labels)

    @property
    def is_complete(self) -> bool:
        """Tell whether everything is translated, from the Dutch of today."""
        return all(label.state is State.FILLED for label in self.labels)

    @property
    def is_begun(self) -> bool:
        """Tell whether anything is translated."""
        return self.count(*USED) > 0

    def texts(self, dutch: Mapping[str, Forms]) -> Texts:
        """Give what the site says in this language."""
        own = {item.key: item.forms for item in self.labels if item.state in USED and item.forms}
        return Texts(language=self.language, own=own, dutch=dutch)


def judge(
    file: TextsFile, *, dutch: Mapping[str, Label | Counted], plural_forms: tuple[str, ...]
) -> Progress:
    """Hold a translation against the Dutch of today; `plural_forms` are those that the language has."""
    return Progress(language=file.language, labels=tuple(_judged(file, dutch=dutch, needed=plural_forms)))


def _judged(
    file: TextsFile, *, dutch: Mapping[str, Label | Counted], needed: tuple[str, ...]
) -> Iterator[Judged]:
    for key, ours in dutch.items():
        entry = file.labels.get(key)
        if entry is None:
            yield Judged(key=key, state=State.MISSING)
        else:
            yield _one(key, entry, dutch=ours, needed=needed)
    for key, entry in file.labels.items():
        if key not in dutch and forms_of(entry.text):
            meant = did_you_mean(key, dutch) or "Haal het weg."
            yield Judged(key=key, state=State.UNKNOWN, why=f"Deze tekst staat niet op de website. {meant}")


def _one(key: str, entry: Translated, *, dutch: Label | Counted, needed: tuple[str, ...]) -> Judged:
    forms = forms_of(entry.text)
    if not forms:
        return Judged(key=key, state=State.MISSING)
    wrong = _wrong(forms, dutch=dutch, needed=needed)
    if wrong:
        return Judged(key=key, state=State.BROKEN, why=wrong)
    if entry.dutch != dutch or entry.dutch_before is not None:
        return Judged(key=key, state=State.OUTDATED, why=f"Nu is het: {in_short(dutch)}", forms=forms)
    left = [name for name in needed if name not in forms] if isinstance(dutch, Counted) else []
    if left:
        return Judged(key=key, state=State.PARTLY, why=f"vormen zonder tekst: {listing(left)}", forms=forms)
    return Judged(key=key, state=State.FILLED, forms=forms)


def _wrong(forms: Forms, *, dutch: Label | Counted, needed: tuple[str, ...]) -> str:
    """Say why a translation cannot be used; empty when it can."""
    ours = forms_of(dutch)
    allowed = placeholders(ours.values())
    strange = sorted(placeholders(forms.values()) - allowed)
    if strange:
        known = listing([f"{{{name}}}" for name in sorted(allowed)]) or "niets"
        return f"{listing([f'{{{name}}}' for name in strange])} kan psoh hier niet invullen; wel: {known}."
    if not isinstance(dutch, Counted) and set(forms) != {"other"}:
        return "deze tekst heeft geen vormen voor één en meer; schrijf één tekst."
    if "other" not in forms:
        return (
            f"de vorm other ontbreekt; die geldt voor elk ander aantal. Deze taal heeft: {listing(needed)}."
        )
    lost = sorted(placeholders([ours["other"]]) - placeholders([forms["other"]]))
    if lost:
        return f"{listing([f'{{{name}}}' for name in lost])} staat niet in de vertaling."
    if any(sign in text for text in forms.values() for sign in "{}" if _left_over(text)):
        return "er staat een losse accolade in de tekst."
    return ""


def _left_over(text: str) -> bool:
    """Tell whether braces stay when all that is filled in is taken out."""
    for name in placeholders([text]):
        text = text.replace(f"{{{name}}}", "")
    return "{" in text or "}" in text


def in_short(label: Label | Counted) -> str:
    """Write a label on one line, its forms behind each other."""
    forms = forms_of(label)
    if isinstance(label, Counted):
        return " | ".join(f"{name}: {text}" for name, text in forms.items())
    return label
