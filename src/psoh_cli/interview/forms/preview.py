"""What a list that came back would change in an interview, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, Informant
from psoh_cli.interview.changed_questions import informant_now
from psoh_cli.interview.details import kept_for
from psoh_cli.interview.forms.understanding import Loose, Understood, Warned
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.values import OTHER, label
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question


@dataclass(frozen=True, kw_only=True)
class AnswerChange:
    """One answer that would be written. `before` is none when the question was open."""

    question: Question
    before: Answer | None
    after: Answer
    place: Place


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What would come of a list; nothing has been written."""

    informant: str
    changes: tuple[AnswerChange, ...] = ()
    same: tuple[str, ...] = ()
    """Questions with the answer that stands in the interview already."""
    kept: tuple[str, ...] = ()
    """Questions that are empty on the list, or not on it, and answered in the interview: those answers stay."""
    open: tuple[str, ...] = ()
    """Questions that nobody answered yet, also after this."""
    not_understood: tuple[NotUnderstood, ...] = ()
    warnings: tuple[Warned, ...] = ()

    @property
    def new(self) -> tuple[AnswerChange, ...]:
        """Answers to questions that were open."""
        return tuple(change for change in self.changes if change.before is None)

    @property
    def changed(self) -> tuple[AnswerChange, ...]:
        """Answers that take the place of another."""
        return tuple(change for change in self.changes if change.before is not None)

    @property
    def answers(self) -> dict[str, Answer]:
        """What to write, by question."""
        return {change.question.id: change.after for change in self.changes}


def compare(
    understood: Understood, informant: Informant, *, catalogue: Catalogue, day: PartialDate | None
) -> Preview:
    """Hold a list against the interview as it is now. `day` is put with what is new or changed.

    What is empty on the list stays as it is in the interview; nothing is ever taken away.
    """
    before = informant_now(informant, catalogue).answers
    changes: list[AnswerChange] = []
    same: list[str] = []
    not_understood = list(understood.not_understood)
    warnings: list[Warned] = []
    for name, place in understood.places.items():
        said = understood.answers.get(name) or understood.loose.get(name)
        old = before.get(name)
        if said is None:
            continue
        if old is None and isinstance(said, Loose):
            not_understood.append(_without_answer(said, place))
        elif name in understood.untouched and old is not None:
            same.append(name)
            if isinstance(said, Answer) and merged(old, said) != old:
                warnings.append(_changed_since(catalogue.question[name], old, place))
        else:
            after = merged(old, said)
            if after == old:
                same.append(name)
            else:
                dated = after.model_copy(update={"day": day or after.day})
                changes.append(
                    AnswerChange(question=catalogue.question[name], before=old, after=dated, place=place)
                )
    after_all = {**before, **{change.question.id: change.after for change in changes}}
    questionnaire = Questionnaire(catalogue, informant.group)
    warnings += _not_called_for(changes, questionnaire, after_all)
    written = {change.question.id for change in changes}
    warnings += (one for one in understood.warnings if one.question in written)
    said_here = {*same, *written, *understood.places}
    return Preview(
        informant=informant.id,
        changes=tuple(changes),
        same=tuple(same),
        kept=tuple(name for name in before if name not in said_here),
        open=tuple(question.id for question in questionnaire.open(after_all)),
        not_understood=tuple(not_understood),
        warnings=tuple(warnings),
    )


def merged(before: Answer | None, said: Answer | Loose) -> Answer:
    """Put what a list says over what stands there; what it leaves empty stays, as far as it fits the answer."""
    if isinstance(said, Loose):
        if before is None:
            raise ValueError("a remark needs an answer to stand beside")
        return before.model_copy(
            update={"remark": said.remark or before.remark, "certainty": said.certainty or before.certainty}
        )
    if before is None:
        return said
    values = before.values if {*before.values} == {*said.values} else said.values
    return before.model_copy(
        update={
            "values": values,
            "other": (said.other or before.other) if OTHER in values else None,
            "certainty": said.certainty or before.certainty,
            "remark": said.remark or before.remark,
            "details": _details(before.details, said.details, values=values),
        }
    )


def _details(
    before: Mapping[str, Mapping[str, str]], said: Mapping[str, Mapping[str, str]], *, values: tuple[str, ...]
) -> dict[str, dict[str, str]]:
    """Keep what was said about a choice that stays, and put what the list says over it."""
    together = {choice: {**before.get(choice, {}), **said.get(choice, {})} for choice in {**before, **said}}
    return kept_for(values, together)


def _without_answer(said: Loose, place: Place) -> NotUnderstood:
    return NotUnderstood(
        place=place,
        text=(said.remark or (said.certainty.value if said.certainty else ""))[:80],
        why="bij deze vraag staat wel iets ernaast, maar geen antwoord",
        remedy="Vul een antwoord in. Weet ik niet mag ook: dan blijft de opmerking bewaard.",
    )


def _changed_since(question: Question, old: Answer, place: Place) -> Warned:
    now = "; ".join(label(question, value) for value in old.values)
    return Warned(
        question=question.id,
        place=place,
        text=f"Dit antwoord stond al op de lijst toen die werd gestuurd. In het interview is het sindsdien gewijzigd "
        f"in ‘{now[:80]}’. Dat blijft zo.",
    )


def _not_called_for(
    changes: list[AnswerChange], questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> Iterator[Warned]:
    """Tell of a follow-up that was filled in, while the answer that calls for it is not there."""
    for change in changes:
        wait = change.question.ask_when
        if wait is None or questionnaire.applies(change.question, answers):
            continue
        earlier = questionnaire.catalogue.question.get(wait.question)
        given = answers.get(wait.question)
        wanted = label(earlier, wait.value) if earlier else wait.value
        said = "; ".join(label(earlier, value) for value in given.values) if earlier and given else ""
        stands = f"staat daar ‘{said}’" if said else "is daar niets ingevuld"
        about = f" op de vraag ‘{earlier.text}’" if earlier else ""
        yield Warned(
            question=change.question.id,
            place=change.place,
            text=f"Deze vraag hoort alleen bij het antwoord ‘{wanted}’{about}, en nu {stands}. psoh bewaart het "
            "antwoord, maar het telt zo niet mee. Vraag na wat klopt.",
        )
