"""Evidence in words: what a role said, what the kaart holds, what was looked for in vain."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.analysis.finding import Evidence, EvidenceKind
from psoh_cli.analysis.picture import Heard, Picture
from psoh_cli.dutch import FEWEST, PartialDate, number, people
from psoh_cli.interview.portrait import Voice
from psoh_cli.kaart.entries import Organization, Service, Verified
from psoh_cli.kaart.kaart import Complete, is_fresh
from psoh_cli.kaart.reasons import subject_in_words
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import PEOPLE, Question
from psoh_cli.small_numbers import SMALL
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, AnswerCertainty, AnswerKind, Verdict

_SPECIAL = {DONT_KNOW: "weet ik niet", NOT_APPLICABLE: "niet van toepassing"}


def who(voice: Voice) -> str:
    """Name a voice: the role, with the day when that is known."""
    return f"{voice.role} ({voice.day.in_words()})" if voice.day else voice.role


def says(voice: Voice, *, question: Question | None) -> str:
    """Write what a voice answered, in the words of the options."""
    return "; ".join(words_of(voice.answer.values, question=question))


def words_of(values: Iterable[str], *, question: Question | None) -> tuple[str, ...]:
    """Write the values of an answer out: labels, dates, and a number with its unit; a few people are no number."""
    return tuple(_word(value, question=question) for value in values)


def kept_values(values: tuple[str, ...], *, question: Question | None) -> tuple[str, ...]:
    """Give the values of an answer as evidence may hold them: a few people are no number here either."""
    return tuple(
        SMALL if _counts_people(question) and value.isdecimal() and int(value) < FEWEST else value
        for value in values
    )


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


def _word(value: str, *, question: Question | None) -> str:
    if value in _SPECIAL:
        return _SPECIAL[value]
    if question is None:
        return value
    if question.kind is AnswerKind.DATE:
        return _date_in_words(value)
    if question.kind is AnswerKind.NUMBER:
        return _number_in_words(value, question=question)
    label = question.label(value)
    return label.casefold() if question.kind is AnswerKind.YES_NO_PARTLY else label


def _number_in_words(value: str, *, question: Question) -> str:
    text = value
    if value.isdecimal():
        text = people(int(value)) if _counts_people(question) else number(int(value))
    return f"{text} {question.unit}" if question.unit else text


def _counts_people(question: Question | None) -> bool:
    return question is not None and question.kind is AnswerKind.NUMBER and question.unit == PEOPLE


def _date_in_words(value: str) -> str:
    try:
        return PartialDate.parse(value).in_words()
    except ValueError:
        return value
