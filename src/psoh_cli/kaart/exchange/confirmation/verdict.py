"""What a partner says about one line: it holds, it is something else now, it is gone, or nothing that is clear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from psoh_cli.kaart.exchange.confirmation.asked import Ask
from psoh_cli.kaart.exchange.sheet.reading import is_no_value
from psoh_cli.kaart.exchange.sheet.several_values import join, split
from psoh_cli.kaart.exchange.sheet.values_contact import TAKE_ANYWAY
from psoh_cli.problems.meant import bare


class Says(StrEnum):
    """What an answer comes down to."""

    NOTHING = "niet beantwoord"
    HOLDS = "klopt"
    CHANGED = "wijzigen"
    GONE = "weg"
    UNCLEAR = "niet begrepen"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What an answer says; `values` are by their place in the kaart file, `why` and `remedy` for what is unclear."""

    says: Says
    values: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""
    remedy: str = ""
    is_personal: bool = False
    note: str = ""
    """What is told of an answer that was taken over, but not word for word."""


NOTHING = Verdict(says=Says.NOTHING)
HOLDS = Verdict(says=Says.HOLDS)
GONE = Verdict(says=Says.GONE)

STOPPED = "gestopt"
_STATUS, _FUNCTION, _ANY_FUNCTION = "status", "contact.functie", "algemeen"
_HOLDS = frozenset({
    "klopt", "klopt-nog", "klopt-nog-steeds", "dit-klopt", "dit-klopt-nog", "ja-klopt", "ja-dit-klopt",
    "klopt-allemaal", "alles-klopt", "alles-klopt-nog", "ok", "oke", "akkoord", "juist", "correct", "goed",
    "is-goed", "in-orde", "ongewijzigd", "onveranderd", "geen-wijziging", "geen-wijzigingen", "blijft-zo",
    "blijft-hetzelfde", "hetzelfde", "ja-hoor", "klopt-hoor", "ja-klopt-hoor", "prima", "ja-prima", "helemaal-goed",
    "idem", "zie-boven", "nog-actueel", "actueel",
})  # fmt: skip
_GONE = frozenset({
    "weg", "leeg", "leegmaken", "vervalt", "vervallen", "verwijderen", "verwijder", "mag-weg", "kan-weg",
})  # fmt: skip
_WRONG = frozenset({
    "klopt-niet", "klopt-niet-meer", "nee-klopt-niet", "nee", "fout", "onjuist", "niet-goed", "wijzigen", "anders",
})  # fmt: skip
_DOES_NOT_KNOW = frozenset({"weet-niet", "weet-ik-niet", "geen-idee", "nog-niet-bekend"})
_TICKS = frozenset({"✓", "✔", "☑", "✅", "👍"})
_MARKS = frozenset({"x", "v", "n", "j"})
_LEAD = re.compile(
    r"^(?:is nu|nog steeds|nog|nu|wordt|is geworden|moet zijn|moet worden|nieuw|wijzigen|gewijzigd|aangepast)"
    r"\s*:?\s+|^:\s*",
    re.IGNORECASE,
)
_ALSO = re.compile(r"^(?:en\s+)?(?:ook|plus|erbij|toevoegen|\+)\s*:?\s*", re.IGNORECASE)
_HOLDS_BUT = re.compile(
    r"^(?:ja[, ]+)?klopt\b.{0,12}\b(?:maar|alleen|wel|behalve|en)\b", re.IGNORECASE | re.DOTALL
)
_HAS_STOPPED = re.compile(
    r"(?:(?:is|we zijn|wij zijn|deze dienst is|dit is)\s+)?(?:gestopt|opgeheven|beëindigd)"
    r"(?:\s+(?:in|sinds|op)\s+(?:(?:\d{1,2}\s+)?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|"
    r"oktober|november|december)(?:\s+\d{4})?|\d{4}|\d{1,2}-\d{1,2}-\d{4}))?|(?:bestaat|loopt) niet meer",
    re.IGNORECASE,
)
_ONLY = re.compile(r"^(?:nu )?alleen(?: nog)?(?: maar)?(?: voor)?\s+", re.IGNORECASE)
_ABOUT = re.compile(r"\s*(?<![\w±])(?:ongeveer|circa|ca\.?|plusminus|±)(?!\w)\s*", re.IGNORECASE)
_COUNTED = frozenset({"wachttijd", "capaciteit"})
_HOURS = "openingstijden"
_MORE_THAN_A_WORD = 40


def judge(ask: Ask, answer: str, *, shown: str) -> Verdict:
    """Tell what an answer says about a line that showed something."""
    text = " ".join(answer.split()).strip()
    word = bare(text)
    if text.endswith("?") and word and not is_same(text, shown):
        return _unclear("hier staat een vraagteken", "Vraag het na: schrijf klopt, of wat het nu is.")
    if text in _TICKS or word in _HOLDS or (text and is_same(text, shown)):
        return HOLDS
    if ask.is_yes_no and word in {"ja", "nee"}:
        return _yes_or_no(ask, word, shown=shown)
    if word == "ja":
        return HOLDS if shown else _unclear("'ja' zegt hier niet wat het is", _example(ask))
    if not text or word in _DOES_NOT_KNOW:
        return NOTHING
    if ask.key == _STATUS and word != STOPPED and has_stopped(text) and word not in _GONE:
        return Verdict(
            says=Says.CHANGED, values={_STATUS: STOPPED}, note=f"psoh leest '{text}' als: {STOPPED}."
        )
    if is_no_value(text):
        return _no_longer_known(text) if shown and word else NOTHING
    if word in _GONE:
        return _gone(ask, shown=shown)
    if word in _WRONG or (word in _MARKS and not ask.choices):
        return _no_value_yet(ask, text, word=word)
    if _HOLDS_BUT.match(text):
        return _unclear("het klopt, en er verandert ook iets", "Schrijf de hele regel zoals hij nu is.")
    return _changed(ask, text, shown=shown)


def is_same(one: str, other: str) -> bool:
    """Tell whether two texts say the same but for what mail programs do to space, quotes, arrows and addresses."""
    return _plain(one) == _plain(other)


def holds(text: str) -> bool:
    """Tell whether a text only says that something holds."""
    said = " ".join(text.split())
    return said in _TICKS or (not said.endswith("?") and bare(said) in _HOLDS | {"ja"})


def has_stopped(text: str) -> bool:
    """Tell whether a text says of a whole service that it is no longer there."""
    said = " ".join(text.split()).rstrip(" .!")
    return bare(said) in _GONE - {"leeg", "leegmaken"} or _HAS_STOPPED.fullmatch(said) is not None


def _changed(ask: Ask, text: str, *, shown: str) -> Verdict:
    told = _LEAD.sub("", text)
    if ask.choices and ask.many:
        told = _ONLY.sub("", told)
    exact = _ABOUT.sub(" ", told).strip() if ask.key in _COUNTED else told
    note = f"psoh leest '{told}' als: {exact}." if exact != told else ""
    told = exact
    adds = ask.many and shown and _ALSO.match(told)
    if adds:
        told = join((*split(shown), *split(_ALSO.sub("", told))))
    found = ask.read(told)
    if found.why:
        return Verdict(
            says=Says.UNCLEAR,
            why=found.why,
            remedy=found.remedy.removesuffix(TAKE_ANYWAY) or _example(ask),
            is_personal=found.is_personal,
        )
    if not found.values:
        return NOTHING
    if ask.key == _HOURS and not _has_days(found.values) and shown and _has_days(ask.read(shown).values):
        return _unclear(
            "psoh leest hier geen dagen met tijden; wat er op de kaart staat, blijft staan", _example(ask)
        )
    return Verdict(says=Says.CHANGED, values=found.values, note=note)


def _has_days(values: Mapping[str, Any]) -> bool:
    """Tell whether opening hours are days with times, and no sentence."""
    hours = values.get(_HOURS) or ()
    return bool(hours) and all("dagen" in _keys(item) for item in hours)


def _keys(item: Any) -> Mapping[str, Any]:
    if isinstance(item, Mapping):
        return item
    return {"dagen": item.days} if item.days else {}


def _yes_or_no(ask: Ask, word: str, *, shown: str) -> Verdict:
    """Judge `ja` where it is a value: beside another one it can mean both that that holds and that it is *ja* now."""
    if word == "ja" and shown:
        return _unclear(
            "'ja' kan betekenen dat het klopt, of dat het nu ja is", "Schrijf: klopt, of: is nu ja."
        )
    return Verdict(says=Says.CHANGED, values={ask.key: word})


def _no_longer_known(text: str) -> Verdict:
    return _unclear(
        f"'{text}' kan betekenen dat u het niet weet, of dat het van de kaart af moet",
        "Moet het van de kaart af, schrijf dan: weg. Anders: klopt, of wat het nu is.",
    )


def _gone(ask: Ask, *, shown: str) -> Verdict:
    if ask.key == _STATUS:
        return _unclear("'weg' zegt niet of de dienst gestopt is", "Schrijf: gestopt. Of kies wat het nu is.")
    if ask.key == _FUNCTION and shown == _ANY_FUNCTION:
        return _unclear("zonder functie schrijft psoh 'algemeen', en dat staat er al", _example(ask))
    if ask.is_required:
        return _unclear(
            "dit kan niet leeg",
            "Schrijf wat het nu is. Is de dienst gestopt, zet dat dan bij: Loopt de dienst?",
        )
    return GONE


def _no_value_yet(ask: Ask, text: str, *, word: str) -> Verdict:
    if word in _MARKS:
        return _unclear(f"'{text}' kan van alles betekenen", "Schrijf: klopt, of schrijf wat het nu is.")
    return _unclear("het klopt niet, maar er staat niet wat het wel is", _example(ask))


def _example(ask: Ask) -> str:
    if ask.choices and len(", ".join(ask.choices.values())) <= 4 * _MORE_THAN_A_WORD:
        return f"Kies uit: {', '.join(ask.choices.values())}."
    return f"Schrijf wat het nu is, bijvoorbeeld: {ask.example}." if ask.example else "Schrijf wat het nu is."


def _unclear(why: str, remedy: str) -> Verdict:
    return Verdict(says=Says.UNCLEAR, why=why, remedy=remedy)


_LINKED = re.compile(
    r"\s*<(?:mailto:|tel:|https?://)[^<>\s]*>|\[(?:mailto:|https?://)[^\[\]\s]*\]", re.IGNORECASE
)
_ALIKE = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\N{NON-BREAKING HYPHEN}": "-", "…": "...",
    "→": "=>", "⇒": "=>",
})  # fmt: skip


_ARROWS = re.compile(r"[=\-~]+>")


def _plain(text: str) -> str:
    kept = "".join(
        char for char in _LINKED.sub("", text).translate(_ALIKE) if unicodedata.category(char) != "Cf"
    )
    return _ARROWS.sub("=>", "".join(kept.split()))
