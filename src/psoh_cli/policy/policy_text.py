"""The text of a `psoh.toml` ↔ a Policy, with everything that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from psoh_cli.policy.codes_named import is_reason, wrong_with
from psoh_cli.policy.policy import Exemption, Policy, Weight
from psoh_cli.policy.toml_places import Places, Stand, places_in
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem, Severity

_SEVERITIES, _EXEMPTIONS = "ernst", "negeer"
_WEIGHT, _WHY = "ernst", "omdat"
_MOST_PARTS = 20
_FIELDS = ("code", "bestand", "omdat")
_WHERE = re.compile(r"\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_CAUSES = (
    ("Unescaped", "een schuine streep naar links (\\) kan hier niet", "Schrijf mappen met /, ook op Windows."),
    ("Illegal character", "een waarde tussen aanhalingstekens loopt niet door op de volgende regel",
     "Zet het aanhalingsteken aan het eind van dezelfde regel."),
    ("Unterminated string", "een aanhalingsteken wordt niet gesloten", "Zet het aanhalingsteken erachter."),
    ("Expected \"'\"", "een aanhalingsteken wordt niet gesloten", "Zet het aanhalingsteken erachter."),
    ("Expected '='", "achter de naam van een veld ontbreekt =", "Schrijf: naam = \"waarde\""),
    ("Expected ']", "een kop tussen haken wordt niet gesloten", "Schrijf [ernst] of [[negeer]], op een eigen regel."),
    ("Expected newline", "achter de waarde staat nog iets", "Zet elk veld op een eigen regel."),
    ("Invalid value", "dit is geen waarde", "Zet de waarde tussen aanhalingstekens: naam = \"waarde\""),
    ("Invalid initial character", "hier hoort de naam van een veld te staan", "Schrijf: naam = \"waarde\""),
    ("Invalid statement", "hier hoort een veld of een kop te staan",
     "Schrijf [ernst], [[negeer]] of naam = \"waarde\"."),
    ("Cannot overwrite", "dit veld staat er twee keer", "Laat er één staan."),
    ("Cannot declare", "deze kop staat er twee keer",
     "Zet alles onder één kop [ernst]; [[negeer]] mag vaker, met dubbele haken."),
    ("Cannot mutate", "dit staat er al op een andere manier", "Zet alles onder één kop [ernst]."),
)  # fmt: skip


def read_policy(text: str, *, file: str) -> tuple[Policy, tuple[Problem, ...]]:
    """Read a policy; what cannot be understood is a Problem and does nothing."""
    import tomllib  # most dossiers have no policy

    deep = next((number for number, line in enumerate(text.split("\n"), 1) if _is_deep(line)), 0)
    if deep:  # the parser takes very long over a name of many parts
        message = "deze regel heeft een naam met heel veel punten"
        hint = 'Schrijf [ernst], [[negeer]] of naam = "waarde".'
        return Policy(file=file), (problem_of("CONTROLE001", message, file=file, place=(deep, 1), hint=hint),)
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Policy(file=file), (_broken(text, error=error, file=file),)
    reading = _Reading(file=file, places=places_in(text))
    policy = Policy(
        file=file,
        severities=tuple(reading.severities(content.get(_SEVERITIES, {}))),
        exemptions=tuple(reading.exemptions(content.get(_EXEMPTIONS, []))),
    )
    reading.refuse_others(content, known=(_SEVERITIES, _EXEMPTIONS))
    return policy, tuple(reading.problems)


def _is_deep(line: str) -> bool:
    return line.partition("=")[0].count(".") > _MOST_PARTS


def _broken(text: str, *, error: Exception, file: str) -> Problem:
    said = str(error)
    message, hint = next(
        ((cause, remedy) for start, cause, remedy in _CAUSES if said.startswith(start)),
        ("dit is geen geldige TOML", "Zet waarden tussen aanhalingstekens en elk veld op een eigen regel."),
    )
    found = _WHERE.search(said)
    lines = text.rstrip("\n").split("\n")
    place = (
        (int(found["line"]), int(found["column"]))
        if found and found["line"]
        else (len(lines), len(lines[-1].rstrip("\r")) + 1)
        if found
        else (1, 1)
    )
    return problem_of("CONTROLE001", message, file=file, place=place, hint=hint)


class _Reading:
    """Turns what the parser gave into values, and gathers what is wrong on the way."""

    def __init__(self, *, file: str, places: Places) -> None:
        self.file = file
        self.places = places
        self.problems: list[Problem] = []

    def severities(self, table: Any) -> Iterator[Weight]:
        """Yield a severity per code."""
        if not isinstance(table, dict):
            self._odd(
                self.places.of(_SEVERITIES), "ernst is geen blok", 'Schrijf [ernst] en eronder: CODE = "tip"'
            )
            return
        seen: set[str] = set()
        for name, given in table.items():
            stand = self.places.of(_SEVERITIES, field=name)
            code = name.upper()
            if code in seen:
                self._odd(stand, f"{code} staat er twee keer", "Laat er één staan.")
                continue
            seen.add(code)
            value, reason = self._with_reason(given, stand=stand)
            severity = next((kind for kind in Severity if kind.value == value), None)
            if severity is None:
                self._odd(stand, *_no_severity(value))
            elif self._may(
                code,
                stand=self.places.of(_SEVERITIES, field=name, value=False),
                to=severity,
                has_reason=is_reason(reason),
            ):
                yield Weight(code=code, severity=severity, reason=reason)

    def _with_reason(self, given: Any, *, stand: Stand) -> tuple[Any, str]:
        """Take apart `{ernst = "tip", omdat = "…"}`; a bare word is a severity without a reason."""
        if not isinstance(given, dict):
            return given, ""
        for name in given:
            if name not in {_WEIGHT, _WHY}:
                self._unknown(name, stand=stand, known=(_WEIGHT, _WHY))
        reason = given.get(_WHY, "")
        return given.get(_WEIGHT), " ".join(reason.split()) if isinstance(reason, str) else ""

    def exemptions(self, items: Any) -> Iterator[Exemption]:
        """Yield the exemptions that can be used."""
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            hint = 'Schrijf [[negeer]] met dubbele haken, en eronder code = "…" en omdat = "…".'
            self._odd(self.places.of(_EXEMPTIONS, value=False), "negeer is geen blok met dubbele haken", hint)
            return
        for number, item in enumerate(items):
            exemption = self._exemption(item, number=number)
            if exemption is not None:
                yield exemption

    def refuse_others(self, content: Mapping[str, Any], *, known: tuple[str, ...]) -> None:
        """Tell of what stands at the top and means nothing here."""
        for name in content:
            if name not in known:
                self._unknown(name, stand=self.places.of(name, value=False), known=known)

    def _exemption(self, item: dict[str, Any], *, number: int) -> Exemption | None:
        before = len(self.problems)
        texts = dict.fromkeys(_FIELDS, "")
        for name, value in item.items():
            stand = self.places.of(_EXEMPTIONS, number=number, field=name)
            if name not in _FIELDS:
                key = self.places.of(_EXEMPTIONS, number=number, field=name, value=False)
                self._unknown(name, stand=key, known=_FIELDS)
            elif not isinstance(value, str) or (name != "omdat" and not value.strip()):
                self._odd(stand, f"bij {name} hoort een tekst", f'Schrijf: {name} = "…"')
            else:
                texts[name] = " ".join(value.split())
        texts["code"] = texts["code"].upper()
        stand = self.places.of(_EXEMPTIONS, number=number, field="code")
        if "code" not in item:
            self._odd(stand, "bij dit blok ontbreekt de code", 'Schrijf eronder: code = "KAART016"')
        elif texts["code"]:
            self._may(texts["code"], stand=stand, to=None)
        if "\\" in texts["bestand"]:
            odd = self.places.of(_EXEMPTIONS, number=number, field="bestand")
            self._odd(odd, "in bestand staat een \\", "Schrijf mappen met /, ook op Windows.")
        elif texts["bestand"] and not _is_pattern(texts["bestand"]):
            odd = self.places.of(_EXEMPTIONS, number=number, field="bestand")
            hint = 'Schrijf de naam van een bestand, of een patroon zoals "interviews/*.yaml".'
            self._odd(odd, "bestand noemt geen bestand onder de map van psoh.toml", hint)
        if isinstance(item.get("omdat", ""), str) and not is_reason(texts["omdat"]):
            self._add(
                "CONTROLE004", "bij deze uitzondering staat geen reden", stand, 'Schrijf eronder: omdat = "…"'
            )
        if len(self.problems) > before:
            return None
        line, column = stand.place
        return Exemption(
            code=texts["code"], reason=texts["omdat"], files=texts["bestand"] or "*", line=line, column=column
        )

    def _may(self, code: str, *, stand: Stand, to: Severity | None, has_reason: bool = False) -> bool:
        wrong = tuple(wrong_with(code, to=to, has_reason=has_reason))
        for number, message, hint in wrong:
            self._add(number, message, stand, hint)
        return not wrong

    def _unknown(self, name: str, *, stand: Stand, known: tuple[str, ...]) -> None:
        hint = did_you_mean(name, known) or f"Hier passen: {', '.join(known)}."
        self._odd(stand, f"'{name}' is hier geen veld van psoh.toml", hint)

    def _odd(self, stand: Stand, message: str, hint: str) -> None:
        self._add("CONTROLE002", message, stand, hint)

    def _add(self, code: str, message: str, stand: Stand, hint: str) -> None:
        self.problems.append(
            problem_of(code, message, file=self.file, place=stand.place, end=stand.end, hint=hint)
        )


def _is_pattern(text: str) -> bool:
    """Tell whether a pattern can match a file below the folder of the policy."""
    parts = PurePosixPath(text).parts
    return bool(parts) and parts[0] != "/" and ".." not in parts


def _no_severity(value: object) -> tuple[str, str]:
    """Say that a word is no severity, and which there are."""
    words = [kind.value for kind in Severity]
    if not isinstance(value, str):
        return "bij een code hoort een woord", 'Schrijf: CODE = "tip". Er zijn fout, waarschuwing en tip.'
    meant = did_you_mean(value, words)
    hint = (
        meant
        or "Kies fout, waarschuwing of tip. Helemaal niet melden? Schrijf een blok [[negeer]] met een reden."
    )
    return f"'{value}' is geen ernst", hint
