"""What somebody asks of the coverage, read from the command line: columns, a cell, what would go and come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.coverage_columns import Column, Per
    from psoh_cli.kaart.coverage_view import Asked
    from psoh_cli.kaart.entries import Service
    from psoh_cli.kaart.kaart import Kaart
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.kaart.proposal_file import Proposal

_SHORTEST_BEGINNING = 4
"""A shorter text is a code of a language, which may be the beginning of the name of another."""


def open_question(
    opened: OpenKaart, *, per: str | None, without: Iterable[str], proposals: Iterable[Path], as_of: date
) -> Asked:
    """Put the question together; raise WrongUseError or ProblemsError where something in it cannot be."""
    from psoh_cli.gemeente.gemeente import Residents
    from psoh_cli.kaart.coverage_view import Asked
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.practices.practice_files import sound_catalogue

    known = KnownIds.of(sound_catalogue())
    gemeente = opened.gemeente
    proposal = _proposal(opened, tuple(proposals), known=known)
    asked = Asked(
        kaart=opened.kaart,
        name=opened.name,
        per=_per(per),
        as_of=as_of,
        known=known,
        residents=gemeente.residents if gemeente else Residents(),
        areas=gemeente.areas if gemeente else (),
        is_of_gemeente=gemeente is not None,
        without=frozenset(name for text in without for name in _services(opened.kaart, text)),
        organizations=proposal.organizations,
        services=proposal.services,
    )
    if per is not None:
        _expect_columns(asked)
    return asked


def find_cell(asked: Asked, text: str, *, is_free: bool) -> tuple[Asked, tuple[str, str]]:
    """Find a cell by step and column; `is_free` looks in every kind of column, the one of languages first."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.coverage_columns import Per

    step, colon, column = (part.strip() for part in text.partition(":"))
    if not (step and colon and column):
        raise WrongUseError(
            f"--cel: '{text}' is geen vak.",
            remedy="Schrijf een stap en een kolom met een dubbele punt ertussen, bijvoorbeeld --cel preventie:ti",
        )
    found = _step(step, known=asked.known.chain_steps)
    names: dict[str, str] = {}
    for per in Per if is_free else (asked.per,):
        columns = _columns(asked, per=per)
        place = _column(column, columns=columns)
        if place is not None:
            return replace(asked, per=per), (found, place)
        names |= {item.id: item.name for item in columns}
    if asked.per is Per.LANGUAGE:
        _expect_counted(column, asked=asked)
    raise _unknown("--cel", column, "kolom", names)


def _expect_counted(text: str, *, asked: Asked) -> None:
    """Raise WrongUseError for a language that exists and is no column."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.languages import code_of

    if not code_of(text):
        return
    if not asked.residents.languages:
        raise WrongUseError(
            f"--cel: {text} staat bij geen enkele dienst op de kaart.",
            remedy="Tel de taal in gemeente.yaml, bij statushouders: talen:, dan krijgt zij een kolom.",
        )
    raise WrongUseError(
        f"--cel: {text} wordt in gemeente.yaml niet geteld.",
        remedy="Zet de taal in gemeente.yaml bij statushouders: talen: (het aantal mag onbekend blijven), of kies uit: "
        f"{', '.join(item.id for item in _columns(asked, per=asked.per))}.",
    )


def _per(text: str | None) -> Per:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.coverage_columns import Per
    from psoh_cli.problems.meant import did_you_mean

    if text is None:
        return Per.LANGUAGE
    try:
        return Per(text.strip().casefold())
    except ValueError:
        kinds = [item.value for item in Per]
        raise WrongUseError(
            f"--per: '{text}' kan hier niet.",
            remedy=did_you_mean(text, kinds) or f"Kies uit: {', '.join(kinds)}.",
        ) from None


def _expect_columns(asked: Asked) -> None:
    from psoh_cli.errors import WrongUseError

    if not _columns(asked, per=asked.per):
        raise WrongUseError(
            "--per gebied: er zijn geen gebieden om naast elkaar te zetten.",
            remedy="Zet de wijken in gemeente.yaml: wijken: [Centrum, Oost]",
        )


def _columns(asked: Asked, *, per: Per) -> tuple[Column, ...]:
    from psoh_cli.kaart.coverage_columns import columns_of

    return columns_of(
        per, asked.kaart, residents=asked.residents, areas=asked.areas, layers=asked.known.layers
    )


def _step(text: str, *, known: Mapping[str, str]) -> str:
    from psoh_cli.dutch import same_name

    for key, name in known.items():
        if same_name(text) in {key, same_name(name)}:
            return key
    begun = _begun(text, known)
    if begun:
        return begun
    raise _unknown("--cel", text, "ketenstap", known)


def _begun(text: str, known: Mapping[str, str]) -> str | None:
    """Find the one id of which the id or the name begins like this."""
    from psoh_cli.dutch import same_name

    start = same_name(text)
    found = [
        key
        for key, name in known.items()
        if start and (key.startswith(start) or same_name(name).startswith(start))
    ]
    return found[0] if len(found) == 1 else None


def _column(text: str, *, columns: tuple[Column, ...]) -> str | None:
    from psoh_cli.dutch import same_name
    from psoh_cli.kaart.reach import language_code

    for item in columns:
        if text.casefold() == item.id.casefold() or same_name(text) in {
            same_name(item.id),
            same_name(item.name),
        } - {""}:
            return item.id
    exact = next((item.id for item in columns if item.id == language_code(text)), None)
    return exact or _begun(text, {item.id: item.name for item in columns if len(text) >= _SHORTEST_BEGINNING})


def _services(kaart: Kaart, text: str) -> tuple[str, ...]:
    """Find a service by id or name, or all services of an organization."""
    from psoh_cli.dutch import same_name
    from psoh_cli.errors import WrongUseError

    if text in kaart.service:
        return (text,)
    wanted = same_name(text)
    named = [item.id for item in kaart.services if wanted and wanted in {item.id, same_name(item.name)}]
    if named:
        return tuple(named[:1])
    for organization in kaart.organizations:
        if wanted and wanted in {organization.id, same_name(organization.name)}:
            found = tuple(item.id for item in kaart.services if item.organization == organization.id)
            if found:
                return found
            raise WrongUseError(
                f"--zonder: {organization.name} heeft geen dienst op de kaart.",
                remedy="Er is dus niets dat wegvalt.",
            )
    names = {item.id: item.name for item in kaart.services}
    names |= {item.id: item.name for item in kaart.organizations}
    raise _unknown("--zonder", text, "dienst of organisatie op deze kaart", names)


def _proposal(opened: OpenKaart, paths: tuple[Path, ...], *, known: KnownIds) -> Proposal:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.proposal_file import Proposal, read_proposal

    whole = Proposal()
    for path in paths:
        found = read_proposal(path, kaart=opened.kaart, known=known)
        twice = {item.id for item in whole.services} & {item.id for item in found.services}
        if twice:
            raise WrongUseError(
                f"--met: dienst '{min(twice)}' staat in meer dan één voorstel.",
                remedy="Geef elke dienst een eigen id, of laat één van de bestanden weg.",
            )
        whole = Proposal(
            organizations=(*whole.organizations, *found.organizations),
            services=(*whole.services, *_here(found, opened=opened, path=path)),
        )
    return whole


def _here(proposal: Proposal, *, opened: OpenKaart, path: Path) -> Iterable[Service]:
    """Keep the services that work in this gemeente, and say which do not."""
    from psoh_cli.kaart.kaart import covers_gemeente
    from psoh_cli.terminal import console

    for service in proposal.services:
        if opened.gemeente is None or covers_gemeente(
            service, code=opened.gemeente.code, regions=opened.kaart.regions
        ):
            yield service
        else:
            console.warn(
                f"{path.as_posix()}: dienst '{service.id}' werkt volgens werkgebied: niet in "
                f"{opened.gemeente.name}; die telt niet mee."
            )


def _unknown(option: str, text: str, what: str, known: Mapping[str, str]) -> Exception:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import did_you_mean

    some = ", ".join(list(known)[:12])
    more = ", …" if len(known) > 12 else ""
    return WrongUseError(
        f"{option}: '{text}' is geen {what}.",
        remedy=did_you_mean(text, known) or (f"Kies uit: {some}{more}." if some else "De kaart is nog leeg."),
    )
