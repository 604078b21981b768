"""How all that was said hangs together: agreed, differing, known to one group, known to nobody, not yet tested.

A list for each, with the sentences ready. Whether roles or groups are named in them is the Portrait's business.
"""

from __future__ import annotations

from datetime import date

from psoh_cli.analysis.agreement_words import all_said, days, sentence, sides, who_does_it
from psoh_cli.analysis.doubt import doubt, solid_groups
from psoh_cli.analysis.standing import Agreements, Beside, Standing
from psoh_cli.analysis.twins import of_professionals, of_statushouders, otherwise, twins
from psoh_cli.analysis.voices import named
from psoh_cli.interview.agreement import Agreement, agreement, is_own
from psoh_cli.interview.heard import Heard, hear
from psoh_cli.interview.naming import list_name
from psoh_cli.interview.portrait import Portrait, Voice
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import STATUSHOUDERS, Question
from psoh_cli.vocabulary import AnswerKind

__all__ = ["Agreements", "Beside", "Standing", "agreements", "standing"]


_LISTS = {
    Agreement.AGREE: "agreed",
    Agreement.DIFFER: "differing",
    Agreement.APART: "differing",
    Agreement.ONE_KNOWS: "one_sided",
    Agreement.NOBODY_KNOWS: "nobody_knows",
    Agreement.PER_ORGANIZATION: "per_organization",
    Agreement.DIVIDED: "per_organization",
    Agreement.ADD_UP: "adding_up",
    Agreement.ONE_VOICE: "one_voice",
    Agreement.ONE_GROUP: "one_group",
    Agreement.OWN_ALIKE: "own_alike",
}


_SURE_GROUPS = 2
"""So many groups have to say it surely and lately before it is called *eens* without more (afgeleid)."""


def agreements(
    portrait: Portrait, *, catalogue: Catalogue, spoken: bool = True, as_of: date | None = None
) -> Agreements:
    """Sort every question by how what was said to it relates; what only the gemeente was asked is untested.

    Where the answers come from public texts (`spoken` False) nobody was asked, so nobody said *weet ik niet*.
    """
    if not spoken:
        portrait = _without_silence(portrait)
    found: dict[str, list[Standing]] = {name: [] for name in _ALL}
    for question in catalogue.questions:
        item = standing(question, portrait=portrait, catalogue=catalogue)
        if item.relation in _LISTS:
            heard = hear(question.id, portrait=portrait, questions=catalogue.question)
            if item.relation is Agreement.AGREE:
                item = item.model_copy(update={"doubt": doubt(heard, as_of=as_of)})
            name = _list(item, spoken=spoken)
            weak = name == "agreed" and len(solid_groups(heard, as_of=as_of)) < _SURE_GROUPS
            found["agreed_unsure" if weak else name].append(item)
    lists = {name: tuple(items) for name, items in found.items()}
    return Agreements.model_validate(
        {
            **lists,
            "beside": tuple(_all_beside(portrait, catalogue=catalogue)),
            "only_statushouders": tuple(
                standing(question, portrait=portrait, catalogue=catalogue)
                for question in catalogue.questions
                if asked_of_them_alone(question, catalogue=catalogue)
            ),
        },
        by_name=True,
    )


def standing(question: Question, *, portrait: Portrait, catalogue: Catalogue) -> Standing:
    """Write down who said what to one question, how that relates, and what statushouders say to the same."""
    heard = hear(question.id, portrait=portrait, questions=catalogue.question)
    bare = _standing(question, heard=heard, portrait=portrait, catalogue=catalogue)
    beside = tuple(
        _standing(twin, heard=own, portrait=portrait, catalogue=catalogue)
        for twin in twins(question, catalogue=catalogue)
        if (own := of_statushouders(twin, portrait=portrait, catalogue=catalogue)).known
    )
    if not beside:
        return bare
    theirs = of_professionals(heard).known
    other = otherwise(question, voices=theirs, portrait=portrait, catalogue=catalogue)
    against = tuple(twin.id for twin, voices in other if _point_apart(voices, theirs))
    told = (
        f"Op ‘{twin.text}’: {all_said(twin, voices=voices, told=sides(twin, voices=voices, portrait=portrait))}."
        for twin, voices in other
    )
    return bare.model_copy(
        update={
            "relation": Agreement.APART if against and bare.relation in _ALIKE else bare.relation,
            "sentence": " ".join((bare.sentence, *told)),
            "statushouders": beside,
            "contradicted_by": against,
        }
    )


_ALL = (*_LISTS.values(), "untested", "agreed_in_part", "agreed_unsure")

_ALIKE = (Agreement.AGREE, Agreement.ONE_VOICE, Agreement.ONE_GROUP, Agreement.OWN_ALIKE)
"""What is said by all who know, so that only statushouders can contradict it."""


def _list(item: Standing, *, spoken: bool) -> str:
    """Give the list in which a question stands: in one of them, and under one heading."""
    if item.is_untested and spoken:
        return "untested"
    if item.relation is Agreement.AGREE and item.said_otherwise:
        return "agreed_in_part"
    return _LISTS[item.relation]


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
        excused=named(heard.excused, portrait=portrait),
        groups=_in_order({voice.group for voice in heard.known}, order=order),
        asked=_in_order(set(heard.groups), order=order),
        to_test=tuple(list_name(catalogue.group[name]) for name in elsewhere if name in catalogue.group),
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
    own = of_statushouders(question, portrait=portrait, catalogue=catalogue)
    theirs = {
        mirror.id: of_professionals(hear(mirror.id, portrait=portrait, questions=catalogue.question))
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
        names_other=any(
            _point_apart(own.known, theirs[mirror.id].known)
            for mirror in mirrors
            if question.kind is mirror.kind and question.kind not in _NOT_NAMED
        ),
    )


def asked_of_them_alone(question: Question, *, catalogue: Catalogue) -> bool:
    """Tell whether only statushouders are asked this, in choices: nobody else is asked the same in other words."""
    if question.groups != (STATUSHOUDERS,) or question.kind is AnswerKind.TEXT:
        return False
    return not any(name in catalogue.question for name in question.beside)


_NOT_NAMED = (AnswerKind.YES_NO_PARTLY, AnswerKind.TEXT)
"""What names nothing: yes and no point a way, and words of one's own are not compared."""


def _point_apart(own: tuple[Voice, ...], theirs: tuple[Voice, ...]) -> bool:
    """Tell whether both sides said something and no answer of the one is an answer of the other."""
    said = {value for voice in own for value in voice.answer.values}
    return bool(own and theirs) and said.isdisjoint(
        value for voice in theirs for value in voice.answer.values
    )
