"""The words that a question list has in every shape, and how an earlier answer is shown on it."""

from __future__ import annotations

from psoh_cli.dutch import PartialDate, plural
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.details import as_question
from psoh_cli.interview.forms.form import Form, FormQuestion
from psoh_cli.interview.values import all_options, has_choices, label, may_be_divided
from psoh_cli.practices.question import Detail, Option, Question
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, AnswerCertainty, AnswerKind

TITLE = "Steun aan statushouders: uw antwoorden"
TALK_TITLE = "Steun aan statushouders: een gesprek"
_TALK_WHY = (
    "Schrijf op wat de groep zegt, in hun woorden, en niet wie het zei. Zeggen mensen iets verschillends, kruis dan "
    "allebei aan: niemand valt weg. Niemand hoeft te antwoorden."
)

CERTAINTIES = (
    Option(value=AnswerCertainty.SURE, label="Zeker"),
    Option(value=AnswerCertainty.FAIRLY_SURE, label="Redelijk zeker"),
    Option(value=AnswerCertainty.UNSURE, label="Onzeker"),
)
_TYPED = {DONT_KNOW: "weet ik niet", NOT_APPLICABLE: "n.v.t."}
_CHOSEN = (AnswerKind.YES_NO_PARTLY, AnswerKind.CHOICE)
_HINTS = {
    AnswerKind.MULTIPLE: "U kunt meer dan één antwoord kiezen.",
    AnswerKind.NUMBER: "Schrijf alleen cijfers. Een schatting mag; zeg dat dan in de opmerking.",
    AnswerKind.DATE: "Bijvoorbeeld 31-3-2026. Alleen maand en jaar (3-2026) of alleen het jaar mag ook.",
}


def title(form: Form) -> str:
    """Name the list."""
    return TALK_TITLE if form.is_talk else TITLE


def addressed_to(form: Form) -> str:
    """Say whose list this is: a role at an organisation."""
    organization = "" if form.organization in form.role else form.organization
    return f"{form.role}, {organization}" if organization else form.role


def how_long(form: Form) -> str:
    """Say how many questions there are."""
    follow_ups = sum(bool(item.condition) for item in form.questions)
    count = f"De lijst heeft {plural(len(form.questions), 'vraag', 'vragen')}."
    if not follow_ups:
        return count
    some = "Eén daarvan hoeft" if follow_ups == 1 else f"{follow_ups} daarvan hoeven"
    return f"{count[:-1]}, soms minder. {some} alleen bij een bepaald antwoord."


def no_person(form: Form) -> tuple[str, str]:
    """Ask to keep persons out: a sentence of why, and the request itself."""
    if form.is_talk:
        return _TALK_WHY, "Schrijf geen namen op van mensen, en niets over iemands ziekte of verleden."
    return (
        "Uw antwoorden tellen voor uw functie, niet voor u als persoon.",
        "Schrijf geen namen op van mensen, en niets waaraan één persoon te herkennen is.",
    )


def hint(question: Question | Detail) -> str:
    """Say how to fill in one kind of answer; empty where that speaks for itself."""
    if isinstance(question, Question) and may_be_divided(question):
        return "Zegt de groep iets verschillends? Kruis dan allebei aan."
    return _HINTS.get(question.kind, "")


def tip(item: FormQuestion, *, is_talk: bool) -> str:
    """Give what whoever leads a talk does well to know of a question."""
    return f"Tip: {item.question.caution}" if is_talk and item.question.caution else ""


def asks_certainty(item: FormQuestion, *, is_talk: bool) -> bool:
    """Tell whether somebody is asked how sure they are: a group is not, unless it was written down before."""
    return not is_talk or bool(item.current and item.current.certainty)


def takes_several(question: Question) -> bool:
    """Tell whether more than one choice can be the answer."""
    return question.kind is AnswerKind.MULTIPLE or may_be_divided(question)


def options_of(item: FormQuestion) -> tuple[Option, ...]:
    """Give the options of a question as they stand on the list, those that fit everywhere last."""
    return all_options(item.question) if has_choices(item.question) else all_options(item.question)[-2:]


def detail_options(detail: Detail, question: Question) -> tuple[Option, ...]:
    """Give what can be chosen for a detail; nothing where it is written."""
    asked = as_question(detail, question)
    return all_options(asked) if has_choices(asked) else ()


def chosen(item: FormQuestion) -> tuple[str, ...]:
    """Give the options of a question that were chosen before."""
    known = {option.value for option in options_of(item)}
    return tuple(value for value in _values(item.current) if value in known)


def written(item: FormQuestion) -> str:
    """Give what was written before at a question without choices, as people write it."""
    if has_choices(item.question):
        return ""
    known = {option.value for option in options_of(item)}
    return "\n".join(
        as_typed(value, kind=item.question.kind) for value in _values(item.current) if value not in known
    )


def not_on_the_list(item: FormQuestion) -> tuple[str, ...]:
    """Give earlier choices that cannot be chosen any more."""
    if not has_choices(item.question):
        return ()
    known = set(chosen(item))
    return tuple(label(item.question, value) for value in _values(item.current) if value not in known)


def as_typed(value: str, *, kind: AnswerKind) -> str:
    """Write a stored value as people type it: a date with its day first."""
    if value in _TYPED:
        return _TYPED[value] if kind not in _CHOSEN else value
    if kind is not AnswerKind.DATE:
        return value
    try:
        day = PartialDate.parse(value)
    except ValueError:
        return value
    return "-".join(str(part) for part in (day.day, day.month, day.year) if part)


def _values(answer: Answer | None) -> tuple[str, ...]:
    return answer.values if answer else ()
