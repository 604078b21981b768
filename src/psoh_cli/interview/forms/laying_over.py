"""One answer laid over another: what then stands there is what the list says, and the rest is told.

Nothing of an old answer passes to a new one. What was taken away on the list goes; what the list never held stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.details import choice_label, kept_for
from psoh_cli.interview.forms.people_named import Loose
from psoh_cli.interview.values import OTHER, label
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerCertainty

EARLIER = "Bij een eerder antwoord"
_STAYS = "Dat blijft staan. Weghalen kan met: psoh interview"


@dataclass(kw_only=True)
class Laid:
    """What an answer becomes, with full Dutch sentences on what went, or stayed, without the list saying so."""

    after: Answer
    told: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class _Over:
    question: Question
    before: Answer
    said: Answer | Loose | None
    gone: frozenset[str]
    waiting: frozenset[str]
    values: tuple[str, ...]
    changed: bool
    told: list[str]

    def other(self) -> str | None:
        now = self.said.other if isinstance(self.said, Answer) else None
        old = self.before.other
        if OTHER not in self.values:
            if old:
                self.told.append(f"‘{label(self.question, OTHER)}’ is niet meer gekozen; ‘{old}’ vervalt.")
            return None
        if now or not old or self._is_gone("anders", "wat er bij ‘anders’ stond"):
            return now
        self._stays("anders", "wat er bij ‘anders’ staat")
        return old

    def certainty(self) -> AnswerCertainty | None:
        now, old = self.said.certainty if self.said else None, self.before.certainty
        if now or not old or self._is_gone("zekerheid", "hoe zeker het antwoord is"):
            return now
        if self.changed:
            self.told.append("Hoe zeker het vorige antwoord was, geldt niet voor het nieuwe en vervalt.")
            return None
        self._stays("zekerheid", "hoe zeker het antwoord is")
        return old

    def remark(self) -> str | None:
        now, old = self.said.remark if self.said else None, self.before.remark
        if now or not old or self._is_gone("opmerking", "de opmerking"):
            return now
        if not self.changed:
            self._stays("opmerking", "een opmerking")
            return old
        self.told.append("De opmerking hoorde bij het vorige antwoord. Zij blijft bewaard, met dat erbij.")
        if old.startswith(EARLIER):
            return old
        given = "; ".join(choice_label(self.question, self.before, value) for value in self.before.values)
        return f"{EARLIER} (‘{given}’): {old}"

    def sources(self) -> tuple[str, ...]:
        if self.changed and self.before.sources:
            self.told.append("De bronnen hoorden bij het vorige antwoord en vervallen.")
        return () if self.changed else self.before.sources

    def details(self) -> dict[str, dict[str, str]]:
        now = self.said.details if isinstance(self.said, Answer) else {}
        together = {choice: dict(about) for choice, about in now.items()}
        for choice, about in self.before.details.items():
            named = f"wat er over ‘{choice_label(self.question, self.before, choice)}’ was gezegd"
            for name, text in about.items():
                if choice not in self.values:
                    self.told.append(
                        f"{named[:1].upper()}{named[1:]} (‘{text}’), vervalt: dat is niet meer gekozen."
                    )
                elif name not in now.get(choice, {}) and not self._is_gone(f"{choice}/{name}", named):
                    self._stays(f"{choice}/{name}", named)
                    together.setdefault(choice, {})[name] = text
        return kept_for(self.values, together)

    def _is_gone(self, part: str, what: str) -> bool:
        if part in self.gone:
            self.told.append(f"Op de lijst is weggehaald: {what}. Dat gaat ook weg uit het interview.")
        return part in self.gone

    def _stays(self, part: str, what: str) -> None:
        if part not in self.waiting:
            self.told.append(f"In het interview staat ook {what}, en op de lijst niet. {_STAYS}")


def lay(
    question: Question,
    before: Answer | None,
    said: Answer | Loose | None,
    *,
    gone: frozenset[str] = frozenset(),
    waiting: frozenset[str] = frozenset(),
) -> Laid:
    """Put what a list says over what stands there.

    `gone` names the parts that were taken away on the list, `waiting` those that it says and that are not taken over.
    """
    if before is None:
        if not isinstance(said, Answer):
            raise ValueError("a remark needs an answer to stand beside")
        return _sound(Laid(after=said), said)
    values, told = before.values, list[str]()
    if isinstance(said, Answer) and {*before.values} != {*said.values}:
        values = said.values
    if not isinstance(said, Answer) and "antwoord" in gone:
        told.append(
            "Op de lijst is het antwoord weggehaald. In het interview blijft het staan. Klopt het niet meer? Kies dan "
            "‘Weet ik niet’, of haal het weg in het bestand van het interview."
        )
    over = _Over(
        question=question,
        before=before,
        said=said,
        gone=gone,
        waiting=waiting,
        values=values,
        changed=values != before.values,
        told=told,
    )
    after = before.model_copy(
        update={
            "values": values,
            "other": over.other(),
            "certainty": over.certainty(),
            "remark": over.remark(),
            "details": over.details(),
            "sources": over.sources(),
        }
    )
    return _sound(Laid(after=after, told=told), said)


def differs(old: Answer, said: Answer) -> bool:
    """Tell whether anything that a list says is not what stands there."""
    pairs = ((old.other, said.other), (old.certainty, said.certainty), (old.remark, said.remark))
    return (
        {*old.values} != {*said.values}
        or any(now and now != before for before, now in pairs)
        or any(
            old.details.get(choice, {}).get(name) != text
            for choice, about in said.details.items()
            for name, text in about.items()
        )
    )


def _sound(laid: Laid, said: Answer | Loose | None) -> Laid:
    """Take off how sure somebody is of not knowing."""
    if laid.after.is_unknown and laid.after.certainty:
        if said and said.certainty:
            laid.told.append("Bij ‘Weet ik niet’ past niet hoe zeker dat is; dat is niet overgenomen.")
        laid.after = laid.after.model_copy(update={"certainty": None})
    return laid


def shown_parts(answer: Answer) -> Mapping[str, str]:
    """Give the free parts of an answer by their name on a list, to see whether they are still what was sent."""
    return {"opmerking": answer.remark or "", "anders": answer.other or ""}
