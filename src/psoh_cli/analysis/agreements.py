"""How all that was said hangs together: agreed, differing, known to one group, known to nobody, not yet tested.

A list for each, with the sentences ready. Whether roles or groups are named in them is the Portrait's business.
"""

from __future__ import annotations

from psoh_cli.analysis.agreement_words import days, sentence, sides, who_does_it
from psoh_cli.analysis.standing import Agreements, Beside, Standing
from psoh_cli.analysis.voices import named
from psoh_cli.interview.agreement import Agreement, agreement, is_own
from psoh_cli.interview.heard import Heard, hear
from psoh_cli.interview.naming import STATUSHOUDERS, short_name
from psoh_cli.interview.portrait import Portrait, Voice
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerKind

__all__ = ["Agreements", "Beside", "Standing", "agreements", "standing"]


_LISTS = {
    Agreement.AGREE: "agreed",
    Agreement.DIFFER: "differing",
    Agreement.ONE_KNOWS: "one_sided",
    Agreement.NOBODY_KNOWS: "nobody_knows",
    Agreement.PER_ORGANIZATION: "per_organization",
    Agreement.ADD_UP: "adding_up",
    Agreement.ONE_VOICE: "one_voice",
}


def agreements(portrait: Portrait, *, catalogue: Catalogue, spoken: bool = True) -> Agreements:
    """Sort every question by how what was said to it relates; what only the gemeente was asked is untested.

    Where the answers come from public texts (`spoken` False) nobody was asked, so nobody said *weet ik niet*.
    """
    if not spoken:
        portrait = _without_silence(portrait)
    found: dict[str, list[Standing]] = {name: [] for name in (*_LISTS.values(), "untested")}
    for question in catalogue.questions:
        item = standing(question, portrait=portrait, catalogue=catalogue)
        if item.relation in _LISTS:
            found["untested" if item.is_untested and spoken else _LISTS[item.relation]].append(item)
    lists = {name: tuple(items) for name, items in found.items()}
    return Agreements.model_validate(
        {**lists, "beside": tuple(_all_beside(portrait, catalogue=catalogue))}, by_name=True
    )


def standing(question: Question, *, portrait: Portrait, catalogue: Catalogue) -> Standing:
    """Write down who said what to one question, and how that relates."""
    heard = hear(question.id, portrait=portrait, questions=catalogue.question)
    return _standing(question, heard=heard, portrait=portrait, catalogue=catalogue)


def _without_silence(portrait: Portrait) -> Portrait:
    told = tuple(
        item.model_copy(
            update={
                "interview": item.interview.model_copy(
                    update={
                        "answers": {name: said for name, said in item.answers.items() if not said.is_unknown}
                    }
                )
            }
        )
        for item in portrait.informants
    )
    return portrait.model_copy(update={"informants": told})


def _standing(question: Question, *, heard: Heard, portrait: Portrait, catalogue: Catalogue) -> Standing:
    relation = agreement(question, heard=heard)
    order = [group.id for group in catalogue.groups]
    able = () if is_own(question) else dict.fromkeys((*question.groups, *question.also_from))
    elsewhere = [group for group in able if group not in heard.groups]
    return Standing(
        question=question.id,
        text=question.text,
        theme=question.theme,
        relation=relation,
        sentence=sentence(question, relation=relation, heard=heard, portrait=portrait, catalogue=catalogue),
        sides=sides(question, voices=heard.known, portrait=portrait),
        when=days(heard.known),
        unknown=named(heard.unknown, portrait=portrait),
        groups=_in_order({voice.group for voice in heard.known}, order=order),
        asked=_in_order(set(heard.groups), order=order),
        to_test=tuple(
            short_name(catalogue.group[name].name) for name in elsewhere if name in catalogue.group
        ),
        done_by=who_does_it(question, catalogue=catalogue),
    )


def _in_order(groups: set[str], *, order: list[str]) -> tuple[str, ...]:
    return tuple(sorted(groups, key=lambda name: (order.index(name) if name in order else len(order), name)))


def _all_beside(portrait: Portrait, *, catalogue: Catalogue) -> list[Beside]:
    found = []
    for question in catalogue.questions:
        if STATUSHOUDERS not in question.groups:
            continue
        mirrors = [catalogue.question[name] for name in question.beside if name in catalogue.question]
        if question.groups != (STATUSHOUDERS,):
            mirrors.insert(0, question)
        if mirrors:
            found.append(_beside(question, mirrors=mirrors, portrait=portrait, catalogue=catalogue))
    return found


def _beside(
    question: Question, *, mirrors: list[Question], portrait: Portrait, catalogue: Catalogue
) -> Beside:
    own = _part(question, of_statushouders=True, portrait=portrait, catalogue=catalogue)
    theirs = {
        mirror.id: _part(mirror, of_statushouders=False, portrait=portrait, catalogue=catalogue)
        for mirror in mirrors
    }
    return Beside(
        question=question.id,
        text=question.text,
        statushouders=_standing(question, heard=own, portrait=portrait, catalogue=catalogue),
        professionals=tuple(
            _standing(mirror, heard=theirs[mirror.id], portrait=portrait, catalogue=catalogue)
            for mirror in mirrors
        ),
        differs=any(
            _point_apart(own.known, theirs[mirror.id].known)
            for mirror in mirrors
            if question.kind is mirror.kind is AnswerKind.YES_NO_PARTLY
        ),
    )


def _part(question: Question, *, of_statushouders: bool, portrait: Portrait, catalogue: Catalogue) -> Heard:
    """Give what one of both sides said."""
    heard = hear(question.id, portrait=portrait, questions=catalogue.question)

    def only(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
        return tuple(voice for voice in voices if (voice.group == STATUSHOUDERS) is of_statushouders)

    return Heard(
        known=only(heard.known),
        unknown=only(heard.unknown),
        excused=only(heard.excused),
        conditioned=only(heard.conditioned),
    )


def _point_apart(own: tuple[Voice, ...], theirs: tuple[Voice, ...]) -> bool:
    """Tell whether both sides said something and no answer of the one is an answer of the other."""
    said = {voice.answer.values[0] for voice in own}
    return bool(own and theirs) and said.isdisjoint(voice.answer.values[0] for voice in theirs)
