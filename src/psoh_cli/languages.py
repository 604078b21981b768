"""Languages as people write them: a Dutch name, another spelling, capitals or a longer code become our code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from psoh_cli.dutch import listing, slug
from psoh_cli.language_codes import OTHER_LANGUAGES
from psoh_cli.problems.meant import closest
from psoh_cli.vocabulary import LANGUAGE_NAMES, language_name

_MORE_SPELLINGS = {
    "aii": "assyrian assyrisch-aramees",
    "az": "azeri azerbeidjaans azerbajdzjaans",
    "be": "wit-russisch belarus",
    "bg": "bulgarian bulgaarse",
    "bn": "bengali bangla",
    "bs": "bosnian bosnische",
    "ff": "fulani fulfulde peul pulaar",
    "hr": "croatian kroatische",
    "hu": "hungarian hongaarse",
    "it": "italian italiaanse",
    "kea": "kaapverdisch kriolu",
    "my": "birmees burmese",
    "nds": "plat nederduits",
    "ne": "nepali",
    "pa": "pandjabi panjabi pundjabi",
    "pap": "papiamento papiamentu",
    "pl": "polish poolse",
    "rif": "rif-berbers tarifit riffijns-berbers",
    "rom": "romanes",
    "ro": "romanian roemeense moldavisch",
    "rhg": "rohingyaas",
    "rn": "rundi",
    "si": "sinhala singhalees",
    "sq": "albanian albanese kosovaars-albanees",
    "sr": "serbian servische",
    "srn": "sranan",
    "tg": "tadjieks tajik",
    "tru": "suryoyo suroyo turoyo-aramees",
    "vi": "vietnamese",
    "zza": "zaza",
}
"""The same for languages that we know and do not let choose from a list."""

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
    "prs": "dari-perzisch perzisch-dari darie fa-af",
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
    **_MORE_SPELLINGS,
}
"""Other names and spellings of a language, as slugs, parted by spaces. What can mean two languages is left out."""

_LONGER_CODES = {
    "amh": "am", "ara": "ar", "arm": "hy", "chi": "zh", "deu": "de", "dut": "nl", "eng": "en", "fas": "fa",
    "fra": "fr", "fre": "fr", "geo": "ka", "ger": "de", "hye": "hy", "kat": "ka", "kur": "ku", "nld": "nl",
    "orm": "om", "per": "fa", "por": "pt", "pus": "ps", "rus": "ru", "som": "so", "spa": "es", "swa": "sw",
    "alb": "sq", "sqi": "sq", "bos": "bs", "bul": "bg", "hrv": "hr", "hun": "hu", "ita": "it", "pol": "pl",
    "ron": "ro", "rum": "ro", "srp": "sr", "vie": "vi",
    "tir": "ti", "tur": "tr", "ukr": "uk", "urd": "ur", "uzb": "uz", "zho": "zh",
}  # fmt: skip
"""Codes of three letters (ISO 639-2) of languages that have one of two letters."""

_SHARED_NAMES = {
    "afghaans": ("prs", "ps"),
    "aramees": ("tru", "aii", "cld"),
    "berbers-marokkaans": ("rif", "zgh", "shi"),
    "joegoslavisch": ("bs", "hr", "sr"),
    "marokkaans": ("ary", "rif", "zgh"),
    "servo-kroatisch": ("sr", "hr", "bs"),
    "surinaams": ("srn", "nl"),
    "tamazight": ("ber", "zgh", "rif"),
    "tigre": ("ti", "tig"),
    "eritrees": ("ti", "ar"),
    "ethiopisch": ("am", "om", "ti"),
    "iraans": ("fa", "ku"),
    "iraaks": ("ar", "ckb"),
    "syrisch": ("ar", "ku"),
}
"""Words that more than one language goes by, such as that of people of one country."""

_OF_COUNTRIES = {
    "af": ("prs", "ps"),
    "cn": ("zh",),
    "er": ("ti", "ar"),
    "et": ("am", "om", "ti"),
    "gb": ("en",),
    "iq": ("ar", "ckb"),
    "ir": ("fa", "ku"),
    "sd": ("ar",),
    "sy": ("ar", "ku"),
    "ua": ("uk",),
    "ye": ("ar",),
}
"""What is most spoken by statushouders from a country, by the code of the country (our own choice: afgeleid)."""

_PART_OF = {
    "acm": "ar", "apc": "ar", "apd": "ar", "arb": "ar", "arz": "ar", "cmn": "zh", "gaz": "om", "pbt": "ps",
    "pbu": "ps", "pes": "fa", "swh": "sw", "uzn": "uz",
}  # fmt: skip
"""Codes of one form of a language, which we count under the code of the whole language."""

_MISTAKEN = {"tig": "ti"}
"""Codes that exist, and that people often write for another language."""

_CODE_OF = {
    **{slug(name): code for code, name in OTHER_LANGUAGES.items()},
    **{code: code for code in OTHER_LANGUAGES},
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
    word = slug(text) if len(text) <= _LONGEST else ""
    return "" if word in _SHARED_NAMES else _CODE_OF.get(word, "")


def is_known(code: str) -> bool:
    """Tell whether a code is one of ISO 639 as far as we know it."""
    return code in LANGUAGE_NAMES or code in OTHER_LANGUAGES


@lru_cache(maxsize=1_000)
def languages_named(text: str) -> tuple[str, ...]:
    """Give the codes of the languages that a text names: one that is sure, or several; nothing is guessed."""
    if len(text) > _LONGEST:
        return ()
    word = slug(text)
    if word in _SHARED_NAMES:
        return _SHARED_NAMES[word]
    sure = code_of(text)
    if sure:
        return (sure,)
    tagged = _SCRIPT_OR_PLACE.fullmatch(text.strip())
    parts = [tagged[1]] if tagged else [part for part in _BETWEEN.split(text.casefold()) if part.strip()]
    codes = _unique(code_of(part) for part in parts)
    return codes if "" not in codes else ()


@lru_cache(maxsize=1_000)
def languages_meant(text: str) -> tuple[str, ...]:
    """Give the codes that a text names, or else those that look like it: good for a question, and no more."""
    if len(text) > _LONGEST:
        return ()
    near = languages_named(text) or (_CODE_OF[word] for word in closest(slug(text), _NAMES, alike=_ALIKE))
    return _unique(near)


def doubt_about(code: str) -> str:
    """Say why a code that exists is probably not what was meant, with the question; empty when it is fine."""
    whole, mistaken = _PART_OF.get(code, ""), _MISTAKEN.get(code, "")
    if whole:
        return f"{code} is een vorm van het {language_name(whole)}; psoh telt die mee als {whole}. Bedoelt u {whole}?"
    if mistaken:
        return f"{code} is {language_name(code)}. Bedoelt u {_named([mistaken])}?"
    if code in _OF_COUNTRIES:
        also = f" en van het {language_name(code)}" if is_known(code) else ""
        return f"{code} is de code van een land{also}. Bedoelt u {_named(_OF_COUNTRIES[code])}?"
    return ""


def question_about(text: str) -> str:
    """Ask `Bedoelt u ti (Tigrinya)?`; empty when nothing is near."""
    meant = languages_meant(text)
    if not meant:
        return ""
    several = len(meant) > 1 and _BETWEEN.search(text.casefold()) is not None
    if several:
        return f"Zet elke taal apart in de lijst: {', '.join(meant)}."
    return f"Bedoelt u {_named(meant)}?"


def _named(codes: Iterable[str]) -> str:
    return listing([f"{code} ({language_name(code)})" for code in codes], last="of")


@lru_cache(maxsize=1_000)
def spellings_of(code: str) -> tuple[str, ...]:
    """List other names and spellings by which people know a language, as slugs."""
    return tuple(word for word, found in _CODE_OF.items() if found == code and len(word) > 3)


_NAMES = tuple(word for word in _CODE_OF if len(word) > 3)


def _unique(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
