"""The labelled sentences, what the guard finds in them, and the page in docs/ that tells how well it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from psoh_cli.privacy.finding import kinds
from psoh_cli.privacy.trace import Kind

LABELS = {
    "bsn": Kind.BSN,
    "geboortedatum": Kind.BIRTH_DATE,
    "mobiel": Kind.MOBILE,
    "mail": Kind.MAILBOX,
    "naam": Kind.NAME,
    "casus": Kind.CASE,
    "nummer": Kind.NUMBER,
}
TUNED, HELD_OUT = "afgesteld", "achtergehouden"


@dataclass(frozen=True)
class Sentence:
    """One invented sentence with the kinds that are in it."""

    text: str
    holds: frozenset[Kind]


@dataclass(frozen=True)
class Score:
    """How often a kind was found, missed, and found where it is not."""

    found: int
    missed: int
    mistaken: int

    @property
    def recall(self) -> float:
        """Give the part that was found of what is there."""
        return self.found / (self.found + self.missed)

    @property
    def precision(self) -> float:
        """Give the part that is really there of what was found."""
        return self.found / (self.found + self.mistaken)


def read() -> dict[str, tuple[Sentence, ...]]:
    """Read both halves of the corpus."""
    halves = yaml.safe_load((Path(__file__).parent / "corpus.yaml").read_text(encoding="utf-8"))
    return {
        half: tuple(Sentence(row[0], frozenset(LABELS[label] for label in row[1:])) for row in rows)
        for half, rows in halves.items()
    }


def scores(sentences: Iterable[Sentence]) -> dict[Kind, Score]:
    """Hold what the guard finds against the labels, per kind."""
    counted: Counter[tuple[Kind, bool, bool]] = Counter()
    for sentence in sentences:
        seen = kinds(sentence.text)
        counted.update((kind, kind in sentence.holds, kind in seen) for kind in Kind)
    return {
        kind: Score(
            found=counted[kind, True, True],
            missed=counted[kind, True, False],
            mistaken=counted[kind, False, True],
        )
        for kind in Kind
    }


_PAGE = """\
<!-- Gemaakt uit het corpus; maak opnieuw met: pytest tests/privacy --update-golden -->

# De privacywacht

Een dossier gaat over groepen, functies en organisaties. In een kleine groep is één bijzonderheid genoeg om iemand te
herkennen. Daarom zoekt `psoh check` in alle vrije tekst, en in opmerkingen achter een #, naar gegevens van één
persoon. Elke vondst is een fout. `psoh interview` waarschuwt meteen, en bewaart het antwoord wel.

De wacht kijkt naar vormen en woorden. Zij begrijpt de tekst niet. Lees dus zelf na wat u deelt.

## Klopt een melding niet?

Zet op de regel erboven waarom niet. De reden komt in de samenvatting van `psoh check` te staan.

```yaml
# psoh: negeer PRIVACY003 omdat dit het openbare nummer van het team is
telefoon: 06-12345678
```

Staat de tekst op meer regels, zoals achter `>-` of `|`? Zet de opmerking dan boven de regel waar het veld begint. Op
een regel binnen de tekst hoort ze bij de tekst, en wordt ze meegedrukt; `psoh check` zegt dat dan (CONTROLE007).

```yaml
# psoh: negeer PRIVACY005 omdat dit de naam van een zaal is
opmerking: >-
  Wij komen bijeen in zaal Jan de Boer.
```

## Wat een melding herhaalt

Een melding noemt de soort en de plaats, nooit het gegeven zelf. Ook in meldingen van andere regels, en in wat psoh
voorstelt, staat `•••` waar een gegeven van een persoon zou staan. Dat geldt voor elke vorm (`--format`).

Alleen in een venster waar u zelf werkt toont `psoh check` de regel uit het bestand zoals die er staat. Gaat de uitkomst
naar een bestand, naar een andere opdracht of naar het logboek van een CI, dan staan er blokjes (`▒`) of sterretjes in
de plaats. Dat geldt ook voor `--diff`. Wat `--fix` in uw bestand schrijft, verandert daardoor niet.

De wacht kijkt ook in een bestand dat nog fouten heeft, in een `id`, een nummer of een webadres, in de naam van een
bestand, in `huisstijl.yaml` en in de redenen in `psoh.toml`. De naam van een bestand staat wel in de meldingen: noem
een interview dus naar een functie.

## Hoe goed zij het doet

Gemeten op {sentences} verzonnen zinnen; in {clean} daarvan staat niets over een persoon. Op de ene helft zijn de regels
bijgesteld. De andere helft is achtergehouden. De makers schreven ook die zinnen zelf: in het echt is de uitkomst
waarschijnlijk lager, vooral bij wat over één persoon gaat zonder naam of nummer.

*Gevonden*: van wat er staat, zoveel vindt de wacht. *Terecht*: van wat de wacht meldt, klopt zoveel.

{table}
"""
_HEAD = (
    "soort",
    "gevonden, afgesteld",
    "gevonden, achtergehouden",
    "terecht, afgesteld",
    "terecht, achtergehouden",
)


def page() -> str:
    """Write docs/privacy.md."""
    halves = read()
    everything = [sentence for half in halves.values() for sentence in half]
    tuned, held_out = scores(halves[TUNED]), scores(halves[HELD_OUT])
    rows = [
        (
            kind.value,
            _part(tuned[kind].found, tuned[kind].missed),
            _part(held_out[kind].found, held_out[kind].missed),
            _part(tuned[kind].found, tuned[kind].mistaken),
            _part(held_out[kind].found, held_out[kind].mistaken),
        )
        for kind in Kind
    ]
    lines = [_HEAD, ("---",) * len(_HEAD), *rows]
    return _PAGE.format(
        sentences=len(everything),
        clean=sum(not sentence.holds for sentence in everything),
        table="\n".join(f"| {' | '.join(row)} |" for row in lines),
    )


def _part(right: int, wrong: int) -> str:
    return f"{100 * right // (right + wrong)}% ({right} van {right + wrong})"
