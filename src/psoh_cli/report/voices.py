"""What many informants said on one question: each answer before the groups that gave it, instead of a long sentence."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.answer_words import says
from psoh_cli.analysis.finding import EvidenceKind, Finding, RuleResult
from psoh_cli.analysis.proof import NOBODY_CONFIRMS
from psoh_cli.analysis.voices import named, period
from psoh_cli.dutch import plural
from psoh_cli.interview.agreement import is_own, unlike
from psoh_cli.interview.heard import hear
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.report import wording
from psoh_cli.report.document import Answers, Term
from psoh_cli.report.draft import Draft
from psoh_cli.report.evidence import MOST_VOICES, says_something
from psoh_cli.report.spans import pieces
from psoh_cli.terms import ANSWER_TERM_MONTHS, within


def crowded(finding: Finding) -> dict[str, RuleResult]:
    """Give the rules on which more informants spoke than a sentence can name, by the id of their question."""
    found: dict[str, RuleResult] = {}
    for rule in finding.rules:
        if rule.question and len(_speakers(rule)) > MOST_VOICES:
            found.setdefault(rule.question, rule)
    return found


def answers(finding: Finding, *, draft: Draft) -> tuple[Answers, ...]:
    """Give per crowded question who said what and when."""
    return tuple(_answers(rule, question=name, draft=draft) for name, rule in crowded(finding).items())


def reason(finding: Finding, *, draft: Draft) -> str:
    """Give the reason of a finding without what the answers beneath it say already.

    A verdict that rests on the gemeente alone keeps that sentence: no answer beneath it says so.
    """
    text = finding.reason
    many = crowded(finding).values()
    for rule in many:
        text = text.replace(rule.reason, "")
    if many and text == finding.reason:
        text = f"{text.split('. ', 1)[0].removesuffix('.')}."
    beside = (rule.beside for rule in many if rule.beside and rule.beside not in text)
    alone = [NOBODY_CONFIRMS] if any(NOBODY_CONFIRMS in rule.reason for rule in many) else []
    told = (*text.split(), *_told(list(many), draft=draft), *alone, *beside)
    return wording.as_said(" ".join(told), gemeente=draft.gemeente)


def _told(many: list[RuleResult], *, draft: Draft) -> Iterator[str]:
    """Say how the answers beneath relate."""
    alike = [rule for rule in many if rule.beside and _say_the_same(rule, draft=draft)]
    differ = [rule for rule in many if rule not in alike and draft.contradicts(rule)]
    adding = [rule for rule in many if rule.disputed and rule not in (*alike, *differ)]
    own = [rule for rule in many if not rule.disputed and _varies(rule, draft=draft)]
    lived = [rule for rule in own if draft.catalogue.question[rule.question or ""].groups == (STATUSHOUDERS,)]
    same = [rule for rule in many if rule not in (*differ, *adding, *own)]
    own = [rule for rule in own if rule not in lived]
    if len(differ) > 1:
        yield f"Over {len(differ)} vragen verschillen de informanten."
    elif differ:
        yield f"{len(_speakers(differ[0]))} informanten verschillen."
    if adding:
        yield f"Op {plural(len(adding), 'vraag', 'vragen')} vullen de antwoorden elkaar aan."
    if own:
        about = plural(len(own), "vraag", "vragen")
        yield f"Op {about} antwoordt ieder over eigen werk: dat verschilt per organisatie."
    if lived:
        about = plural(len(lived), "vraag", "vragen")
        yield f"Op {about} antwoorden {STATUSHOUDERS} uit eigen ervaring, en niet allemaal hetzelfde."
    if len(same) > 1:
        yield f"Op {len(same)} vragen zeggen zij hetzelfde."
    elif same:
        yield f"{len(_speakers(same[0]))} informanten zeggen hetzelfde."
    old = [voice for rule in many for voice in _heard(rule, draft=draft) if _is_old(voice, draft=draft)]
    if old:
        verb = "antwoord is" if len(old) == 1 else "antwoorden zijn"
        yield f"{len(old)} {verb} ouder dan {ANSWER_TERM_MONTHS} maanden; dat telt hoogstens als deels (afgeleid)."


def _answers(rule: RuleResult, *, question: str, draft: Draft) -> Answers:
    asked = draft.catalogue.question[question]
    said: dict[str, list[Voice]] = {}
    for voice in _heard(rule, draft=draft):
        said.setdefault(says(voice, question=asked), []).append(voice)
    order = [option.label.casefold() for option in asked.choices()]
    ranked = sorted(said, key=lambda words: order.index(words) if words in order else len(order))
    heard = hear(question, portrait=draft.material.portrait, questions=draft.catalogue.question)
    silent = {"weet ik niet": list(heard.unknown), "niet van toepassing": list(heard.excused)}
    told = {words: said[words] for words in ranked} | {
        words: voices for words, voices in silent.items() if voices
    }
    return Answers(
        text=asked.text, items=tuple(_answer(words, voices=told[words], draft=draft) for words in told)
    )


def _answer(words: str, *, voices: list[Voice], draft: Draft) -> Term:
    sources = [source for voice in voices for source in voice.answer.sources]
    who = named(voices, portrait=draft.material.portrait)
    return Term(term=words, content=pieces(f"{who}{period(voices)}", draft.cite(sources)))


def _say_the_same(rule: RuleResult, *, draft: Draft) -> bool:
    """Tell whether only statushouders, who were asked in other words, say otherwise."""
    question = draft.catalogue.question[rule.question or ""]
    return not unlike(question, voices=_heard(rule, draft=draft))


def _varies(rule: RuleResult, *, draft: Draft) -> bool:
    """Tell whether informants who each speak of their own work give different answers."""
    question = draft.catalogue.question[rule.question or ""]
    return is_own(question) and unlike(question, voices=_heard(rule, draft=draft))


def _heard(rule: RuleResult, *, draft: Draft) -> list[Voice]:
    speakers = _speakers(rule)
    voices = draft.material.portrait.known(rule.question or "")
    return [voice for voice in voices if voice.informant in speakers]


def _is_old(voice: Voice, *, draft: Draft) -> bool:
    as_of = draft.analysis.as_of
    return voice.day is not None and not within(voice.day, months=ANSWER_TERM_MONTHS, as_of=as_of)


def _speakers(rule: RuleResult) -> set[str]:
    return {
        piece.informant
        for piece in rule.evidence
        if piece.kind is EvidenceKind.ANSWER
        and piece.question == rule.question
        and piece.informant
        and says_something(piece)
    }
