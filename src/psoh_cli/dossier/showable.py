"""What of a dossier a version of a document may show: no remarks, no small groups, and less the wider it goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from psoh_cli.dossier.hidden_entries import NOTHING_HIDDEN, Hidden, without_hidden
from psoh_cli.dutch import FEWEST
from psoh_cli.gemeente.gemeente import Gemeente, Residents
from psoh_cli.kaart.coverage import people_by_language
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.reach import language_code
from psoh_cli.plan.plan import PlanFile
from psoh_cli.report.version import Version
from psoh_cli.rounds.round import RoundFile
from psoh_cli.small_numbers import NOT_SHOWN, SMALL, may_count_few, shown_counts

REMARKS = frozenset({"toelichting", "opmerking"})
"""Keys of free remarks: in no version, whatever they are about."""

_NO_REMARK_UNDER = frozenset({"openingstijden"})
"""Where `toelichting` is no remark but the thing itself: when something is open, in a sentence."""

VEILED = {
    Version.COUNCIL: frozenset({"reden"}),
    Version.PARTNERS: frozenset({"reden", "waarom", "past_niet"}),
    Version.PUBLIC: frozenset({"reden", "waarom", "door", "past_niet"}),
}
"""Keys whose text gives way to a fixed sentence: a reason may quote which function said what, above all one from
before, and no document prints it as it stands in the file; a why is of the decider, and why something does not fit
tells how much money is left. That it does not fit stays: sums depend on it."""

_MONEY = frozenset({"middelen", "waarom_nu", "bedrag"})
"""Keys about how much money and how many hands there are, and what one measure costs: for the council alone, as no
document for others prints that."""

_ONE_PERSON = frozenset({"rollen", "eigenaar", "gecontroleerd_door"})
"""Keys that name the function of somebody, often one person: in the public version no more than in its documents."""

_PAST = frozenset({"geschiedenis"})
"""What an entry of the kaart said before: no document prints it, so it travels with none but the council's."""

_LEFT_OUT = {
    Version.COUNCIL: frozenset[str](),
    Version.PARTNERS: _MONEY | _PAST,
    Version.PUBLIC: _MONEY | _ONE_PERSON | _PAST,
}

_SAID_FOR_ALL = frozenset({"vaststelling"})
"""Where `door` names who adopted the plan, which is for everybody."""

_COUNTED_IN_WORDS = {
    Version.COUNCIL: frozenset({"waarde"}),
    Version.PARTNERS: frozenset({"waarde"}),
    Version.PUBLIC: frozenset({"waarde", "nulmeting", "doel"}),
}
"""Keys of figures written as text, of which a small one may be about people; no document prints a small `waarde`."""

_ALWAYS_THERE = {"gecontroleerd_op": "onbekend"}
"""Keys that stay when they are empty, and what they then say."""


def showable(
    value: Gemeente | KaartFile | PlanFile | RoundFile, *, version: Version, hidden: Hidden = NOTHING_HIDDEN
) -> dict[str, Any]:
    """Give a file of a dossier as plain values, as far as a version may show it; every file still reads well.

    `hidden` is what only professionals may see: in the version for everybody nothing tells of it.
    """
    if version is Version.PUBLIC and isinstance(value, KaartFile):
        value = without_hidden(value, hidden=hidden)
    plain = value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, Gemeente):
        _hide_small_groups(plain, residents=value.residents)
    shown: dict[str, Any] = _walk(plain, under="", version=version)
    return _silent(shown, hidden=hidden) if version is Version.PUBLIC and hidden.ids else shown


def veil(version: Version) -> str:
    """Give the sentence that stands where a text is left out."""
    for_whom = "de raad" if version is Version.COUNCIL else version.value
    return f"Niet opgenomen in de gegevens van de versie voor {for_whom}."


def _walk(value: Any, *, under: str, version: Version) -> Any:
    if isinstance(value, list):
        return [_walk(item, under=under, version=version) for item in value]
    if not isinstance(value, Mapping):
        return value
    kept = {}
    for key, item in value.items():
        if key in REMARKS and under not in _NO_REMARK_UNDER:
            continue
        if item is None and key not in _ALWAYS_THERE:
            continue
        if key in _LEFT_OUT[version]:
            continue
        kept[key] = item if under in _SAID_FOR_ALL else _shown(key, item, version=version)
    return kept


def _shown(key: str, item: Any, *, version: Version) -> Any:
    if item is None:
        return _ALWAYS_THERE[key]
    if isinstance(item, str):
        if key in VEILED[version]:
            return veil(version)
        if key in _COUNTED_IN_WORDS[version] and may_count_few(item):
            return "onbekend"
    return _walk(item, under=key, version=version)


def _silent(value: Any, *, hidden: Hidden) -> Any:
    """Leave out of every list what is the id of something hidden, or of a finding about it."""
    if isinstance(value, Mapping):
        return {key: _silent(item, hidden=hidden) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    return [
        _silent(item, hidden=hidden) for item in value if not (isinstance(item, str) and hidden.tells(item))
    ]


def _hide_small_groups(plain: dict[str, Any], *, residents: Residents) -> None:
    """Take out the counts that the documents do not show either, and those from which they would follow."""
    counted = plain.get("statushouders") or {}
    if residents.total is not None and residents.total < FEWEST:
        counted.pop("totaal", None)
    hidden = _hidden_languages(residents)
    for group in counted.get("talen", ()):
        if language_code(group["taal"]) in hidden:
            group.pop("aantal", None)
    ages = shown_counts([item.people for item in residents.ages], total=residents.counted)
    for group, text in zip(counted.get("leeftijden", ()), ages, strict=True):
        if text in {SMALL, NOT_SHOWN}:
            group.pop("aantal", None)


def _hidden_languages(residents: Residents) -> set[str]:
    """Name the languages of which no count is shown: the tables add groups of one language up, so they go together."""
    groups = residents.languages
    small = {
        language_code(group.language)
        for group in groups
        if group.people is not None and group.people < FEWEST
    }
    by_group = shown_counts([group.people for group in groups], total=residents.counted)
    hidden = {
        language_code(group.language)
        for group, text in zip(groups, by_group, strict=True)
        if text in {SMALL, NOT_SHOWN}
    }
    if not hidden:
        return small
    added = people_by_language(residents)
    shown = shown_counts(tuple(added.values()), total=residents.counted)
    return small | {
        language for language, text in zip(added, shown, strict=True) if text in {SMALL, NOT_SHOWN}
    }
