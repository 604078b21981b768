"""What a list that came back would change in an interview, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, Informant
from psoh_cli.interview.changed_questions import informant_now
from psoh_cli.interview.forms.laying_over import differs, lay, shown_parts
from psoh_cli.interview.forms.people_named import Held, Loose, stands_in
from psoh_cli.interview.forms.preview_words import changed_since, not_called_for, without_answer
from psoh_cli.interview.forms.understanding import Understood, Warned
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.knowledge_version import is_later
from psoh_cli.practices.question import Question


@dataclass(frozen=True, kw_only=True)
class AnswerChange:
    """One answer that would be written. `before` is none when the question was open."""

    question: Question
    before: Answer | None
    before_day: PartialDate | None = None
    """On which day it was answered before, as far as the interview tells."""
    after: Answer
    place: Place

    @property
    def days(self) -> tuple[PartialDate, PartialDate] | None:
        """The day of the old answer and of the new, where both are known and they are not the same."""
        old, new = self.before_day, self.after.day
        return (old, new) if old and new and old != new else None


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What would come of a list; nothing has been written."""

    informant: str
    changes: tuple[AnswerChange, ...] = ()
    same: tuple[str, ...] = ()
    """Questions with the answer that stands in the interview already."""
    newer_stays: tuple[AnswerChange, ...] = ()
    """What the list says otherwise than an answer of a later day in the interview: that one stays."""
    kept: tuple[str, ...] = ()
    """Questions that are empty on the list and answered in the interview: those answers stay."""
    absent: tuple[str, ...] = ()
    """Questions that are not on the list and answered in the interview: those answers stay too."""
    open: tuple[str, ...] = ()
    """Questions that nobody answered yet, also after this."""
    not_understood: tuple[NotUnderstood, ...] = ()
    warnings: tuple[Warned, ...] = ()
    held: tuple[Held, ...] = ()
    """Texts that name somebody and wait until they are written differently, or somebody read them."""
    not_over: date | None = None
    """Answers of after this day are not replaced; none when all may be."""

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
    understood: Understood,
    informant: Informant,
    *,
    catalogue: Catalogue,
    day: PartialDate | None,
    not_over: date | None = None,
) -> Preview:
    """Hold a list against the interview as it is now. `day` is put with what is new or changed.

    What is empty on the list stays as it is in the interview, save a remark and the like that stood on the list when
    it was sent and was taken away there. An answer of after `not_over` is not replaced: both are shown.
    """
    before = informant_now(informant, catalogue).answers
    found = _Compared(not_understood=list(understood.not_understood))
    for name, place in understood.places.items():
        said = understood.answers.get(name) or understood.loose.get(name)
        old = before.get(name)
        if said is None and (old is None or name not in understood.cleared):
            continue
        if old is None and isinstance(said, Loose):
            found.not_understood.append(without_answer(said, place))
        elif name in understood.untouched and old is not None:
            found.same.append(name)
            if isinstance(said, Answer) and differs(old, said):
                found.warnings.append(changed_since(catalogue.question[name], old, place))
        else:
            since = (old.day or informant.interview.day) if old else None
            laid = lay(
                catalogue.question[name],
                old,
                said,
                gone=_gone(understood.cleared.get(name, {}), old, since=since, made_on=understood.made_on),
                waiting=frozenset(one.part for one in understood.held if one.question == name),
            )
            told = [Warned(question=name, place=place, text=text) for text in laid.told]
            if laid.after == old:
                found.same.append(name)
            else:
                dated = laid.after.model_copy(update={"day": day or laid.after.day}) if said else laid.after
                change = AnswerChange(
                    question=catalogue.question[name], before=old, before_day=since, after=dated, place=place
                )
                if _is_after(since, not_over):
                    found.newer_stays.append(change)
                    continue
                found.changes.append(change)
            found.warnings += told
    return _preview(understood, informant, before, found, catalogue=catalogue, not_over=not_over)


@dataclass
class _Compared:
    """What was found on the way."""

    not_understood: list[NotUnderstood]
    changes: list[AnswerChange] = field(default_factory=list)
    newer_stays: list[AnswerChange] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)


def _preview(
    understood: Understood,
    informant: Informant,
    before: Mapping[str, Answer],
    found: _Compared,
    *,
    catalogue: Catalogue,
    not_over: date | None,
) -> Preview:
    after_all = {**before, **{change.question.id: change.after for change in found.changes}}
    questionnaire = Questionnaire(catalogue, informant.group)
    written = {change.question.id for change in found.changes}
    filled_in = {change.question.id: change.place for change in found.changes}
    warnings = [*found.warnings, *not_called_for(filled_in, questionnaire, after_all)]
    warnings += (one for one in understood.warnings if one.question in written)
    said_here = {*found.same, *written, *understood.places}
    on_list = {item.id for item in questionnaire.questions if _stood_on(item, understood)}
    kept = [name for name in before if name not in said_here]
    return Preview(
        informant=informant.id,
        changes=tuple(found.changes),
        newer_stays=tuple(found.newer_stays),
        same=tuple(found.same),
        kept=tuple(name for name in kept if name in on_list),
        absent=tuple(name for name in kept if name not in on_list),
        open=tuple(question.id for question in questionnaire.open(after_all)),
        not_understood=tuple(found.not_understood),
        warnings=tuple(warnings),
        held=tuple(one for one in understood.held if not stands_in(one, before.get(one.question))),
        not_over=not_over,
    )


def _gone(
    cleared: Mapping[str, str], old: Answer | None, *, since: PartialDate | None, made_on: date
) -> frozenset[str]:
    """Name the parts that were taken away on the list and still say what stood there when it was sent."""
    if old is None:
        return frozenset()
    now = shown_parts(old)
    return frozenset(
        part
        for part, stood in cleared.items()
        if (now[part].split() == stood.split() if stood and part in now else not _is_after(since, made_on))
    )


def _is_after(day: PartialDate | None, other: date | None) -> bool:
    return day is not None and other is not None and day.first_day() > other


def _stood_on(question: Question, understood: Understood) -> bool:
    """Tell whether a list of that version asks this; every list holds all questions of its group."""
    made_with = understood.knowledge_version
    return not (made_with and question.since is not None and is_later(question.since, than=made_with))
