"""What a preview tells beside the changes themselves: sentences on what does not fit, or was changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.people_named import Loose
from psoh_cli.interview.forms.understanding import Warned
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.values import label
from psoh_cli.practices.question import Question


def without_answer(said: Loose, place: Place) -> NotUnderstood:
    """Tell of what stands beside an answer that is not there."""
    return NotUnderstood(
        place=place,
        text=(said.remark or (said.certainty.value if said.certainty else ""))[:80],
        why="bij deze vraag staat wel iets ernaast, maar geen antwoord",
        remedy="Vul een antwoord in. Weet ik niet mag ook: dan blijft de opmerking bewaard.",
    )


def changed_since(question: Question, old: Answer, place: Place) -> Warned:
    """Tell that the interview says something else since the list was sent."""
    now = "; ".join(label(question, value) for value in old.values)
    return Warned(
        question=question.id,
        place=place,
        text=f"Dit antwoord stond al op de lijst toen die werd gestuurd. In het interview is het sindsdien gewijzigd "
        f"in ‘{now[:80]}’. Dat blijft zo.",
    )


def not_called_for(
    filled_in: Mapping[str, Place], questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> Iterator[Warned]:
    """Tell of a follow-up that was filled in, while the answer that calls for it is not there."""
    for name, place in filled_in.items():
        question = questionnaire.catalogue.question[name]
        wait = question.ask_when
        if wait is None or questionnaire.applies(question, answers):
            continue
        earlier = questionnaire.catalogue.question.get(wait.question)
        given = answers.get(wait.question)
        wanted = earlier.in_quotes(wait.values) if earlier else f"‘{wait.values[0]}’"
        said = "; ".join(label(earlier, value) for value in given.values) if earlier and given else ""
        stands = f"staat daar ‘{said}’" if said else "is daar niets ingevuld"
        about = f" op de vraag ‘{earlier.text}’" if earlier else ""
        yield Warned(
            question=name,
            place=place,
            text=f"Deze vraag hoort alleen bij het antwoord {wanted}{about}, en nu {stands}. psoh bewaart het "
            "antwoord, maar het telt zo niet mee. Vraag na wat klopt.",
        )
