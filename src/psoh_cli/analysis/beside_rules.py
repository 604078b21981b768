"""What statushouders say on the same weighs too: where they point elsewhere, what professionals say proves *deels*."""

from __future__ import annotations

from psoh_cli.analysis.agreement_words import all_said, sides
from psoh_cli.analysis.evidence import answer_evidence
from psoh_cli.analysis.finding import RuleResult
from psoh_cli.analysis.picture import Heard, Picture
from psoh_cli.analysis.twins import of_professionals, otherwise
from psoh_cli.vocabulary import Verdict


def beside_statushouders(result: RuleResult, *, heard: Heard, picture: Picture) -> RuleResult:
    """Lay what statushouders say beside a rule; they make it at most *deels* where they do not confirm it."""
    question = picture.catalogue.question.get(result.question or "")
    if question is None:
        return result
    voices = of_professionals(heard).known
    found = otherwise(question, voices=voices, portrait=picture.portrait, catalogue=picture.catalogue)
    if not found:
        return result
    told = " ".join(
        f"Op ‘{twin.text}’: {all_said(twin, voices=said, told=sides(twin, voices=said, portrait=picture.portrait))}."
        for twin, said in found
    )
    evidence = tuple(
        answer_evidence(voice, catalogue=picture.catalogue, question=twin.id)
        for twin, said in found
        for voice in said
    )
    met = result.verdict is Verdict.MET
    return result.model_copy(
        update={
            "verdict": Verdict.PARTLY if met else result.verdict,
            "reason": f"{result.reason} {told}",
            "evidence": (*result.evidence, *evidence),
            "disputed": result.disputed or met,
            "beside": told,
        }
    )
