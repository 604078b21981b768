"""Languages as people write them: a Dutch name, another spelling, capitals or a longer code become our code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from psoh_cli.dutch import listing, slug
from psoh_cli.problems.meant import closest
from psoh_cli.vocabulary import LANGUAGE_NAMES, language_name

_SPELLINGS = {
    "am": "amharisch amhaarsch amharic",
    "ar": "arabic arabische arabies syrisch-arabisch arabisch-syrisch levantijns-arabisch standaardarabisch "
    "modern-standaard-arabisch modern-standaardarabisch",
    "ckb": "centraal-koerdisch koerdisch-sorani sorani-koerdisch zuid-koerdisch soranie",
    "de": "german duitse",
    "en": "english engelse",
    "es": "spanish spaanse",
    "fa": "perzisch perzische persisch persian farsie",
    "fr": "french franse",
    "hy": "armenian armeense",
    "ka": "georgian georgische",
    "kmr": "kurmandji kurmanci kurmancî kurmanjie noord-koerdisch koerdisch-kurmanji kurmanji-koerdisch",
    "ku": "kurdish koerdische",
    "nl": "nederlandse hollands vlaams dutch",
    "om": "afaan-oromo oromiffa oromoo",
    "prs": "dari-perzisch perzisch-dari darie",
    "ps": "pashto pashtu pashtoe pasjto pasjtu pasto pushto pathaans",
    "pt": "portuguese portugese portugeese",
    "ru": "russian russische",
    "so": "somali somalische somaals somalies",
    "sw": "kiswahili swahilie",
    "ti": "tigrinja tigrinia tigrigna tigriniya tigrinyaa tigrinya-eritrees",
    "tr": "turkish turkse",
    "uk": "oekrains oekraiens oekrainse oekraiense ukrains ukraiens ukrainian",
    "ur": "oerdoe urdoe oerdu",
    "uz": "uzbeeks uzbek",
    "zh": "mandarijn chinese mandarijn-chinees chinees-mandarijn",
}
"""Other names and spellings of a language, as slugs, parted by spaces. What can mean two languages is left out."""

_LONGER_CODES = {
    "amh": "am", "ara": "ar", "arm": "hy", "chi": "zh", "deu": "de", "dut": "nl", "eng": "en", "fas": "fa",
    "fra": "fr", "fre": "fr", "geo": "ka", "ger": "de", "hye": "hy", "kat": "ka", "kur": "ku", "nld": "nl",
    "orm": "om", "per": "fa", "por": "pt", "pus": "ps", "rus": "ru", "som": "so", "spa": "es", "swa": "sw",
    "tir": "ti", "tur": "tr", "ukr": "uk", "urd": "ur", "uzb": "uz", "zho": "zh",
}  # fmt: skip
"""Codes of three letters (ISO 639-2) of languages that have one of two letters."""

_SHARED_NAMES = {
    "afghaans": ("prs", "ps"),
    "eritrees": ("ti", "ar"),
    "ethiopisch": ("am", "om", "ti"),
    "iraans": ("fa", "ku"),
    "iraaks": ("ar", "ckb"),
    "syrisch": ("ar", "ku"),
}
"""Words for people of a country, who speak more than one language."""

_OF_COUNTRIES = {
    "af": ("prs", "ps"),
    "cn": ("zh",),
    "er": ("ti", "ar"),
    "et": ("am", "om", "ti"),
    "gb": ("en",),
    "iq": ("ar", "ckb"),
    "ir": ("fa", "ku"),
    "sy": ("ar", "ku"),
    "ua": ("uk",),
}
"""What is most spoken by statushouders from a country, by the code of the country (our own choice: afgeleid)."""

_CODE_OF = {
    **{slug(name): code for code, name in LANGUAGE_NAMES.items()},
    **{slug(word): code for code, words in _SPELLINGS.items() for word in words.split()},
    **_LONGER_CODES,
    **{code: code for code in LANGUAGE_NAMES},
}
_LONGEST = 60
_ALIKE = 0.75
_BETWEEN = re.compile(r"[,;/+&]|\ben\b|\bof\b")
_SCRIPT_OR_PLACE = re.compile(r"([A-Za-z]{2,3})[-_][A-Za-z]{2,4}")


def code_of(text: str) -> str:
    """Give the code of a language that is written in another way but can mean no other; empty where it is not sure."""
    return _CODE_OF.get(slug(text), "") if len(text) <= _LONGEST else ""


@lru_cache(maxsize=1_000)
def languages_meant(text: str) -> tuple[str, ...]:
    """Give the codes that a text may mean: one that is sure, several that it names, or some that look like it."""
    if len(text) > _LONGEST:
        return ()
    sure = code_of(text)
    if sure:
        return (sure,)
    if slug(text) in _SHARED_NAMES:
        return _SHARED_NAMES[slug(text)]
    tagged = _SCRIPT_OR_PLACE.fullmatch(text.strip())
    parts = [tagged[1]] if tagged else [part for part in _BETWEEN.split(text.casefold()) if part.strip()]
    codes = _unique(code_of(part) for part in parts)
    if codes and "" not in codes:
        return codes
    return _unique(_CODE_OF[word] for word in closest(slug(text), _NAMES, alike=_ALIKE))


def languages_spoken_in(country: str) -> tuple[str, ...]:
    """Give the codes of languages for the code of a country, which people write in their place; else nothing."""
    return _OF_COUNTRIES.get(country, ())


def question_about(text: str) -> str:
    """Ask `Bedoelt u ti (Tigrinya)?`; empty when nothing is near."""
    meant = languages_meant(text)
    if not meant:
        return ""
    named = [f"{code} ({language_name(code)})" for code in meant]
    several = len(meant) > 1 and _BETWEEN.search(text.casefold()) is not None
    if several:
        return f"Zet elke taal apart in de lijst: {', '.join(meant)}."
    return f"Bedoelt u {listing(named, last='of')}?"


_NAMES = tuple(word for word in _CODE_OF if len(word) > 3)


def _unique(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
