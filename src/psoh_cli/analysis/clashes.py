"""What is asked and what the kaart can show, side by side: a plain table of pairs."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.analysis.filters import Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A question, the kind of service it is about, and the answers that say it is there or is not there.

    With `listed` it is enough that no service lists one of the values while others fill the field in.
    """

    question: str
    thing: str
    wanted: Filter
    there: tuple[str, ...] = ()
    not_there: tuple[str, ...] = ()
    listed: str | None = None
    suffix: str = ""


_GGZ = ("ggz", "interculturele-ggz")
_INTERPRETED = ("vast", "op-aanvraag", "telefonisch")
_SOCIAL = ("maatje", "ontmoeting", "sport", "vrijwilligerswerk", "werk-of-leerwerk")
_FAMILY = ("ouders", "gezinnen", "kinderen", "jongeren")

TABLE = (
    Clash(
        question="aanbod-inloop",
        thing="een inloop zonder afspraak",
        wanted={"soort_aanbod": ("inloop",), "toegang": ("vrij",)},
        there=("ja",),
        not_there=("nee",),
    ),
    Clash(
        question="aanbod-netwerk",
        thing="hulp bij netwerk en dagbesteding",
        wanted={"soort_aanbod": _SOCIAL},
        there=("ja",),
        not_there=("nee",),
    ),
    Clash(
        question="aanbod-gezin",
        thing="preventief aanbod voor ouders, kinderen of jongeren",
        wanted={"doelgroepen": _FAMILY, "pijlers": ("preventieve-interventies",)},
        there=("ja",),
        not_there=("nee",),
    ),
    Clash(
        question="sleutelpersonen-actief",
        thing="inzet van sleutelpersonen",
        wanted={"interventies": ("sleutelpersonen-inzet",)},
        there=("ja",),
        not_there=("nee",),
    ),
    Clash(
        question="ggz-getraind",
        thing="ggz-aanbod met cultuursensitief getrainde behandelaren",
        wanted={"ketenpartner": _GGZ, "cultuursensitief_getraind": ("ja",)},
        there=("ja",),
        not_there=("nee",),
    ),
    Clash(
        question="hulp-passend",
        thing="cultuursensitieve ggz met een tolk",
        wanted={"ketenpartner": _GGZ, "cultuursensitief_getraind": ("ja",), "tolkinzet": _INTERPRETED},
        not_there=("nee",),
    ),
    Clash(
        question="tolk-afspraken",
        thing="een dienst met een professionele tolk",
        wanted={"tolkinzet": _INTERPRETED},
        there=("ja",),
        listed="tolkinzet",
    ),
)
"""What is asked and what the kaart can show, side by side."""

LANGUAGE_TABLE = (
    ("sh-eigen-taal", ("ja",)),
    ("hulp-passend", ("ja",)),
    ("taboe-bijeenkomsten", ("ja",)),
)
"""Answers that promise the own language, to hold against the languages on the kaart."""

LANGUAGES_QUESTION = "talen-grootste-groepen"
PROGRAMMES_QUESTION = "programmas-nu"
MEMBERS_QUESTION = "klankbordgroep-leden"
NOT_A_GROUP_LANGUAGE = frozenset({"nl", "en", "anders"})
