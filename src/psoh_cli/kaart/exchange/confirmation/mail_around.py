"""What stands around the questions of a mail: our own words, a greeting, a signature, and what somebody has to read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from psoh_cli.kaart.exchange.confirmation.mail import PARAGRAPHS, SUBJECT

_MOST_OF_SIGNATURE = 10
_LONGEST_OF_SIGNATURE = 90

_SAYS_SOMETHING = re.compile(
    r"\b(?:gestopt|stop\w*|dicht|gesloten|nieuwe?|wachttijd|wachtlijst|aanmeldstop|verval\w*|verhui\w+|gewijzigd|wijzig\w*|"
    r"verander\w*|niet|geen|per|vanaf|sinds|klopt|klopte|wordt|worden|let op|p\.?\s?s\.?|nb|n\.b\.|ps|maar|behalve|"
    r"wij|we|ik|zijn|is|hebben|tijdelijk|vol)(?![\w@])",
    re.IGNORECASE,
)
"""Words by which a line may tell something of what is offered: then somebody has to read it."""

_GOODBYE = re.compile(
    r"(?:met (?:\w+ )?groet(?:en)?|mvg|m\.v\.g\.?|(?:vriendelijke |hartelijke )?groet(?:en|jes)?|-- ?$)(?!\w)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:beste|hallo|hoi|hi|hey|dag|geachte|goede?\s?(?:morgen|middag|avond|dag)|l\.?s\.?)\b[^.?!:;]{0,40}[,.!]?",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:alvast )?(?:hartelijk |veel )?(?:dank|bedankt)(?: u| je)?"
    r"(?: voor (?:uw|je|de|het) (?:mail|bericht|e-mail|hulp|moeite|vragen|vragenlijst|vraaglijst))?[.!]?|"
    r"(?:zie )?(?:hierbij|hieronder|onderstaand)?,? ?(?:(?:vindt u|staan) )?(?:onze|mijn|de|het)? ?antwoord(?:en)?"
    r"(?: hieronder| in de tekst| bij de vragen)?[.!]?|"
    r"zie hieronder[.!]?|(?:fijne|prettige) (?:dag|avond|week)(?: verder| nog)?[.!]?|(?:fijn|prettig) weekend[.!]?|"
    r"verzonden (?:vanaf|met|via) .{1,40}|verstuurd vanaf .{1,40}|sent from .{1,40}|"
    r"(?:outlook|mail) voor (?:ios|android|windows)\b.{0,20}|"
    r"(?:let op: ?)?(?:dit bericht|deze e-?mail) is (?:afkomstig|verzonden) van buiten de organisatie.{0,10}|"
    r"\[extern\]",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\*?(?:van|from|aan|to|cc|bcc|verzonden|sent|datum|date|onderwerp|subject|prioriteit|importance)\*?\s?:\*?\s.{0,300}|"
    r"-{2,}\s?(?:oorspronkelijk|doorgestuurd|original|forwarded).{0,40}|_{5,}|"
    r"op .{5,120} (?:schreef|heeft) .{1,150}:|on .{5,120} wrote:",
    re.IGNORECASE,
)
_OUR_SUBJECT = re.compile(rf"(?:\w{{1,10}}: ?){{0,4}}{re.escape(SUBJECT)}.{{0,80}}", re.IGNORECASE)
_SAID = r"(?:[^.!?]|[.!?](?! )|(?<!\w{4})[.!?]){1,120}?"
"""What was filled in, such as the name of an organization: no sentence ends in it."""

_HEAD_IN_LINES = re.compile(rf"\bOp (?:ma|di|wo|do|vr|za|zo|\d){_SAID} schreef {_SAID}:(?= |$)")


def _pattern(paragraph: str) -> re.Pattern[str]:
    pieces = [r"\s+".join(map(re.escape, piece.split(" "))) for piece in re.split(r"\{\w+\}", paragraph)]
    return re.compile(_SAID.join(pieces))


_OURS = (*map(_pattern, PARAGRAPHS), _HEAD_IN_LINES)


@dataclass(frozen=True, kw_only=True)
class Loose:
    """A line that is no question and no answer; `reference` is the entry it stands with."""

    row: int
    text: str
    reference: str
    in_signature: bool = False


def ends_with_a_greeting(text: str) -> bool:
    """Tell whether a line is the greeting at the end of a mail, after which names come."""
    match = _GOODBYE.match(text)
    return match is not None and not _SAYS_SOMETHING.search(text[match.end() :])


def sifted(lines: Sequence[Loose]) -> tuple[list[Loose], list[int]]:
    """Give the lines that somebody has to read, less our own words, and the numbers of those passed over."""
    unread: list[Loose] = []
    passed: list[int] = []
    for line in _without_ours(lines):
        if _OUR_SUBJECT.fullmatch(line.text):
            continue
        if _is_passed_over(line):
            passed.append(line.row)
        else:
            unread.append(line)
    return unread, passed


def in_a_signature(count: int, text: str) -> bool:
    """Tell whether a line still belongs to the names beneath a mail, after so many of them."""
    return count < _MOST_OF_SIGNATURE and len(text) <= _LONGEST_OF_SIGNATURE


def _is_passed_over(line: Loose) -> bool:
    text = line.text
    if _COURTESY.fullmatch(text):
        return True
    if _SAYS_SOMETHING.search(text):
        return False
    return line.in_signature or any(known.fullmatch(text) for known in (_HEAD, _GREETING))


def _without_ours(lines: Sequence[Loose]) -> list[Loose]:
    """Take our own words out, however they were wrapped; what somebody put beside them stays."""
    whole, starts = "", list[int]()
    for line in lines:
        starts.append(len(whole))
        whole += f"{line.text} "
    is_ours = bytearray(len(whole))
    for pattern in _OURS:
        for match in pattern.finditer(whole):
            is_ours[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    kept = []
    for line, start in zip(lines, starts, strict=True):
        rest = "".join(
            char
            for char, ours in zip(line.text, is_ours[start : start + len(line.text)], strict=True)
            if not ours
        )
        if any(map(str.isalnum, rest)):
            kept.append(line if len(rest) == len(line.text) else _rest_of(line, rest))
    return kept


def _rest_of(line: Loose, rest: str) -> Loose:
    return Loose(row=line.row, text=rest.strip(" -"), reference=line.reference)
