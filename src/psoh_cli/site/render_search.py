"""The words that the search needs, in the language of the page; what falls back says in which language it stands."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from psoh_cli.kaart.entries import Service
from psoh_cli.languages import spellings_of
from psoh_cli.site.pages import Names, Site
from psoh_cli.site.render_cldr import own_name
from psoh_cli.site.render_words import Words
from psoh_cli.site.search_data import SCRIPT_TEXTS
from psoh_cli.site.search_filters import Name, SearchWords
from psoh_cli.site.texts import DUTCH, Texts
from psoh_cli.vocabulary import LANGUAGE_NAMES, AgeGroup, OfferKind, TargetGroup, language_name

_FACTS = {
    "gratis": "kaartje_gratis",
    "zelf": "kaartje_geen_verwijzing",
    "verwijzing": "zoek_feit_zelf",
    "tolk": "kaartje_tolk",
    "talen": "kop_talen",
    "wachttijd": "wachttijd",
}
"""By which label each fact can be found."""

Value = TypeVar("Value", bound=Enum)


def search_words(site: Site, *, words: Words, areas: tuple[str, ...], names: Names) -> SearchWords:
    """Gather the words for the services of a site."""
    services = [page.service for page in site.services]
    steps = {step for service in services for step in service.chain_steps}
    kinds = {kind for service in services for kind in service.kinds}
    return SearchWords(
        languages=_languages(services, words=words),
        steps={step: _step(step, words=words, names=names) for step in _in_order(steps, names=names)},
        kinds={kind: _name(words, f"vorm_{kind.value}") for kind in OfferKind if kind in kinds},
        groups=_each(TargetGroup, "doelgroep", words=words),
        ages=_each(AgeGroup, "leeftijd", words=words),
        areas=areas,
        gemeenten=names.gemeenten,
        regions=names.regions,
        needs=names.needs,
        facts={fact: _in_both(key, words=words) for fact, key in _FACTS.items()},
    )


def _in_both(key: str, *, words: Words) -> str:
    """Give a label in the language of the page, and in Dutch for who types that."""
    dutch = words.texts.dutch[key]
    return " ".join(dict.fromkeys((words.plain(key), dutch.get("other", ""))))


def script_labels(words: Words) -> dict[str, tuple[dict[str, str], str]]:
    """Give the labels that the script fills in by itself: their forms, and the language where one fell back."""
    found = {key: words.forms(key) for key in SCRIPT_TEXTS}
    return {
        key: (dict(forms), "" if language == words.language else language)
        for key, (forms, language) in found.items()
    }


def _languages(services: Iterable[Service], *, words: Words) -> dict[str, Name]:
    """Name each language that a service names, and the usual ones: an interpreter may know more than are named."""
    codes = {code for service in services for code in (*service.languages, *service.interpreter_languages)}
    codes |= set(LANGUAGE_NAMES)
    named = {code: _language(code, words=words) for code in codes}
    return dict(sorted(named.items(), key=lambda item: (item[1].text.casefold(), item[0])))


def _language(code: str, *, words: Words) -> Name:
    text = words.name_of_language(code).striptags()
    dutch = language_name(code)
    return Name(
        text=text,
        language="" if words.language == DUTCH or text != dutch else DUTCH,
        own=own_name(code) or "",
        also=" ".join(
            dict.fromkeys(name for name in (dutch, _english(code), *spellings_of(code)) if name != text)
        ),
    )


def _english(code: str) -> str:
    return Words(Texts(language="en", dutch={})).name_of_language(code).striptags()


def _step(step: str, *, words: Words, names: Names) -> Name:
    key = f"waarvoor_{step}"
    own = names.steps.get(step, step)
    if not words.texts.has(key):
        return Name(text=own, language="" if words.language == DUTCH else DUTCH)
    found = _name(words, key)
    return Name(text=found.text, language=found.language, also=own)


def _in_order(steps: Iterable[str], *, names: Names) -> list[str]:
    order = {step: place for place, step in enumerate(names.steps)}
    return sorted(steps, key=lambda step: (order.get(step, len(order)), step))


def _each(values: type[Value], kind: str, *, words: Words) -> dict[Value, Name]:
    return {value: _name(words, f"{kind}_{value.value}") for value in values}


def _name(words: Words, key: str) -> Name:
    return Name(text=words.plain(key), language="" if words.in_own_language(key) else DUTCH)
