"""Evidence in words: what a role said, what the kaart holds, what was looked for in vain."""

from __future__ import annotations

from psoh_cli.analysis.answer_words import kept_values, says
from psoh_cli.analysis.finding import Evidence, EvidenceKind
from psoh_cli.analysis.picture import Heard, Picture
from psoh_cli.interview.portrait import Voice
from psoh_cli.kaart.entries import Organization, Service, Verified
from psoh_cli.kaart.kaart import Complete, is_fresh
from psoh_cli.kaart.reasons import subject_in_words
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import AnswerCertainty, Verdict


def who(voice: Voice) -> str:
    """Name a voice: the role, with the day when that is known."""
    return f"{voice.role} ({voice.day.in_words()})" if voice.day else voice.role


def answer_evidence(
    voice: Voice, *, catalogue: Catalogue, question: str, verdict: Verdict | None = None
) -> Evidence:
    """Write one answer down as evidence; free text of the informant goes in the remark alone."""
    asked = catalogue.question.get(question)
    text = f"{who(voice)} bij ‘{asked.text if asked else question}’: {says(voice, question=asked)}"
    if voice.answer.certainty is AnswerCertainty.UNSURE:
        text += " (onzeker)"
    free = [part for part in (voice.answer.other, voice.answer.remark) if part]
    return Evidence(
        kind=EvidenceKind.ANSWER,
        text=f"{text}.",
        role=voice.role,
        informant=voice.informant,
        group=voice.group,
        day=str(voice.day) if voice.day else None,
        question=question,
        values=kept_values(voice.answer.values, question=asked),
        remark=" · ".join(free) or None,
        verdict=verdict,
        sources=voice.answer.sources,
    )


def silence_evidence(heard: Heard, *, catalogue: Catalogue, question: str) -> tuple[Evidence, ...]:
    """Write down who did not know and for whom it does not apply."""
    asked = catalogue.question.get(question)
    unknown = [
        answer_evidence(voice, catalogue=catalogue, question=question, verdict=Verdict.UNKNOWN)
        for voice in heard.unknown
    ]
    excused = [
        answer_evidence(voice, catalogue=catalogue, question=question, verdict=Verdict.NOT_APPLICABLE)
        for voice in heard.excused
    ]
    parent = asked.ask_when.question if asked and asked.ask_when else question
    conditioned = [
        answer_evidence(voice, catalogue=catalogue, question=parent, verdict=Verdict.NOT_APPLICABLE)
        for voice in heard.conditioned
    ]
    return (*unknown, *excused, *conditioned)


def service_evidence(service: Service, *, picture: Picture, verdict: Verdict | None = None) -> Evidence:
    """Write a service down as evidence, with its organization and its last confirmation."""
    organization = picture.kaart.organization.get(service.organization)
    by = f" van {organization.name}" if organization and organization.name not in service.name else ""
    return Evidence(
        kind=EvidenceKind.SERVICE,
        text=f"Op de kaart staat {service.name}{by}; {confirmed(service, picture=picture)}.",
        day=str(service.assured_date) if service.assured_date else None,
        entry=service.id,
        verdict=verdict,
    )


def organization_evidence(
    organization: Organization, *, picture: Picture, verdict: Verdict | None = None
) -> Evidence:
    """Write an organization down as evidence, with its last confirmation."""
    return Evidence(
        kind=EvidenceKind.ORGANIZATION,
        text=f"Op de kaart staat {organization.name}; {confirmed(organization, picture=picture)}.",
        day=str(organization.assured_date) if organization.assured_date else None,
        entry=organization.id,
        verdict=verdict,
    )


def confirmed(entry: Verified, *, picture: Picture) -> str:
    """Write when an entry was last confirmed, and whether that still holds."""
    if entry.assured_date is None:
        return "nooit bevestigd"
    by = f" door {entry.assurer}" if entry.assurer else ""
    day = entry.assured_date.in_words()
    if is_fresh(entry, as_of=picture.as_of):
        return f"bevestigd in {day}{by}" if not entry.assured_date.day else f"bevestigd op {day}{by}"
    return f"niet meer bevestigd sinds {day}"


def declaration_evidence(declaration: Complete) -> Evidence:
    """Write down who declared the kaart complete for what, and when."""
    about = subject_in_words(declaration)
    return Evidence(
        kind=EvidenceKind.DECLARATION,
        text=f"{declaration.by} verklaarde de kaart volledig voor {about} ({declaration.day.in_words()}).",
        role=declaration.by,
        day=str(declaration.day),
    )


def searched_evidence(text: str, *, verdict: Verdict | None = None) -> Evidence:
    """Write down what was looked for."""
    return Evidence(kind=EvidenceKind.SEARCHED, text=text, verdict=verdict)
