"""What we do not know yet, and whom to ask: open questions per group, entries per organization."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.analysis.answer_age import is_outdated
from psoh_cli.analysis.filters import FIELD_NAMES, values_of
from psoh_cli.analysis.finding import Finding, OpenQuestion, ToAsk
from psoh_cli.analysis.freshness_findings import stale_entries
from psoh_cli.analysis.picture import Heard, Picture, hear
from psoh_cli.analysis.proof import still_to_ask
from psoh_cli.dutch import listing, plural, sort_key
from psoh_cli.interview.agreement import Agreement
from psoh_cli.interview.naming import full_name
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.practices.practice import CoverageCriterion
from psoh_cli.practices.question import STATUSHOUDERS, Question
from psoh_cli.vocabulary import ExampleKind, Verdict

NOT_ASKED = "niet gevraagd"
NOBODY_KNOWS = Agreement.NOBODY_KNOWS.value
OUTDATED = "te lang geleden gevraagd"
OTHERS = "andere-organisaties"
"""The heading for organizations of which no group of informants is known."""

KEY_FIELDS = ("talen", "tolkinzet", "toegang", "wachttijd_weken", "kosten_client", "capaciteit")
"""The fields without which a reader cannot send somebody to a service."""


def to_ask(findings: Iterable[Finding], *, picture: Picture) -> tuple[ToAsk, ...]:
    """Group what is unknown by who can settle it, the group that can settle most first."""
    waiting = _waiting(findings)
    questions = open_questions(waiting=waiting, picture=picture)
    entries = _entries(picture=picture)
    nameless = bool(picture.portrait.group_names)
    groups = {group.id: full_name(group) if nameless else group.name for group in picture.catalogue.groups}
    listed = [
        ToAsk(
            group=group,
            name=name,
            organizations=_organizations(group, picture=picture),
            questions=questions.get(group, ()),
            entries=entries.get(group, ()),
        )
        for group, name in (*groups.items(), (OTHERS, "Andere organisaties"))
        if (questions.get(group) or entries.get(group))
        and not (group == STATUSHOUDERS and picture.portrait.withholds)
    ]
    return tuple(sorted(listed, key=lambda item: -_settles(item)))


def open_questions(
    *, waiting: dict[str, tuple[str, ...]], picture: Picture
) -> dict[str, tuple[OpenQuestion, ...]]:
    """Give the open questions by group; a follow-up waits for the question it depends on."""
    follow_ups: dict[str, list[str]] = {}
    for question in picture.catalogue.questions:
        if question.ask_when is not None:
            follow_ups.setdefault(question.ask_when.question, []).append(question.id)
    found: dict[str, list[OpenQuestion]] = {}
    for question in picture.catalogue.questions:
        heard = hear(question.id, picture=picture)
        parent = question.ask_when
        whole = still_to_ask(heard, question=question)
        if not (whole or _asks(heard, picture=picture)) or (
            parent is not None and hear(parent.question, picture=picture).is_open
        ):
            continue
        settled = _settled(question.id, waiting=waiting, follow_ups=follow_ups)
        asked = set() if _unspoken(picture) else {voice.group for voice in heard.unknown}
        able = whole or question.groups
        fresh = [group for group in able if group not in asked]
        for place, group in enumerate(fresh or able):
            item = open_question(question, heard=heard, findings=settled, picture=picture)
            found.setdefault(group, []).append(item.model_copy(update={"first": place == 0}))
    return {
        group: tuple(sorted(items, key=lambda item: (not item.first, -len(item.findings))))
        for group, items in found.items()
    }


def open_question(
    question: Question, *, heard: Heard, findings: tuple[str, ...], picture: Picture
) -> OpenQuestion:
    """Write an open question with the reason for asking; a follow-up names the question it belongs to."""
    parent = picture.catalogue.question.get(question.ask_when.question) if question.ask_when else None
    return OpenQuestion(
        question=question.id,
        text=f"{question.text} (vervolg op: {parent.text})" if parent else question.text,
        why=question.purpose_why or question.explanation,
        state=_state(heard, picture=picture),
        findings=findings,
    )


def _asks(heard: Heard, *, picture: Picture) -> bool:
    """Tell whether a question is to be asked: nothing is known, or nothing that is recent."""
    return heard.is_open or is_outdated(heard, picture=picture)


def _state(heard: Heard, *, picture: Picture) -> str:
    if is_outdated(heard, picture=picture):
        return OUTDATED
    spoke_of_a_part = bool(heard.known) and not heard.unknown
    return NOT_ASKED if heard.silent or spoke_of_a_part or _unspoken(picture) else NOBODY_KNOWS


def _unspoken(picture: Picture) -> bool:
    """Tell whether the answers come from public sources: then nobody was spoken to, and everybody can be asked."""
    return picture.gemeente.example is ExampleKind.PUBLIC_SOURCES


def _waiting(findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """Give, by question, the findings that have a rule which only that question can settle."""
    found: dict[str, dict[str, None]] = {}
    for finding in findings:
        for rule in finding.rules:
            if rule.question is not None and rule.verdict is Verdict.UNKNOWN:
                found.setdefault(rule.question, {})[finding.id] = None
    return {question: tuple(names) for question, names in found.items()}


def _settled(
    question: str, *, waiting: dict[str, tuple[str, ...]], follow_ups: dict[str, list[str]]
) -> tuple[str, ...]:
    """Give the findings that an answer to a question, and then to its follow-ups, can settle."""
    names = (question, *follow_ups.get(question, ()))
    return tuple(dict.fromkeys(finding for name in names for finding in waiting.get(name, ())))


def _settles(item: ToAsk) -> int:
    """Count the findings a group can settle where it is the first to ask."""
    return len({finding for question in item.questions if question.first for finding in question.findings})


def _organizations(group: str, *, picture: Picture) -> tuple[str, ...]:
    names = {
        organization.name
        for organization in picture.kaart.organizations
        if _group(organization, picture=picture) == group
    }
    return tuple(sorted(names, key=sort_key))


def _group(organization: Organization, *, picture: Picture) -> str:
    group = picture.catalogue.group_of_partner(organization.partner_type)
    return group.id if group else OTHERS


def _entries(*, picture: Picture) -> dict[str, tuple[str, ...]]:
    """Write per group one sentence for each organization that has something to fill in or to confirm."""
    stale = stale_entries(picture=picture)
    services: dict[str, list[Service]] = {}
    for service in sorted(picture.kaart.active, key=lambda item: item.id):
        services.setdefault(service.organization, []).append(service)
    found: dict[str, list[str]] = {}
    for organization in sorted(picture.kaart.organizations, key=lambda item: sort_key(item.name)):
        tasks = _tasks(
            stale.get(organization.id, ()), services=services.get(organization.id, []), picture=picture
        )
        if tasks:
            sentence = f"{organization.name}: {listing(tasks)}."
            found.setdefault(_group(organization, picture=picture), []).append(sentence)
    return {group: tuple(sentences) for group, sentences in found.items()}


def _tasks(
    stale: tuple[Organization | Service, ...], *, services: list[Service], picture: Picture
) -> list[str]:
    tasks = []
    if stale:
        names = [entry.name for entry in stale[:3]]
        rest = f" en nog {len(stale) - 3}" if len(stale) > 3 else ""
        tasks.append(
            f"bevestig {plural(len(stale), 'vermelding', 'vermeldingen')} ({', '.join(names)}{rest})"
        )
    empty = {
        field: sum(not values_of(service, field=field, kaart=picture.kaart) for service in services)
        for field in _wanted_fields(picture=picture)
    }
    lacking = [
        FIELD_NAMES.get(field, field) + (f" (bij {count} van {len(services)})" if len(services) > 1 else "")
        for field, count in empty.items()
        if count
    ]
    if lacking:
        tasks.append(f"vul aan: {listing(lacking)}")
    return tasks


def _wanted_fields(*, picture: Picture) -> tuple[str, ...]:
    """Give the fields without which nobody can be sent somewhere, and those that a practice looks at."""
    judged = [
        field
        for practice in picture.catalogue.practices
        for criterion in practice.criteria
        if isinstance(criterion, CoverageCriterion) and criterion.over == "velden"
        for field in criterion.expected
    ]
    return tuple(dict.fromkeys((*KEY_FIELDS, *judged)))
