"""All rules over all files of one dossier: each room judges its own, with what it may know of the others."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from datetime import date

from psoh_cli.dossier import comments, modelines, moments
from psoh_cli.dossier import links as dossier_links
from psoh_cli.dossier.dossier_files import DossierFiles
from psoh_cli.dossier.regions import regions_around
from psoh_cli.files.versioned_file import ReadFile
from psoh_cli.gemeente import rules as gemeente_rules
from psoh_cli.gemeente.gemeente import Gemeente, Register
from psoh_cli.gemeente.subject import Subject as GemeenteSubject
from psoh_cli.interview import rules as interview_rules
from psoh_cli.interview.subject import Subject as InterviewSubject
from psoh_cli.kaart import rules as kaart_rules
from psoh_cli.kaart.combining import combine, regions_in_files
from psoh_cli.kaart.exchange.code_lists import NO_LISTS, CodeLists
from psoh_cli.kaart.exchange.code_lists_file import read_code_lists
from psoh_cli.kaart.kaart import KaartFile, LeftOut
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.subject import Home
from psoh_cli.plan import rules as plan_rules
from psoh_cli.plan.subject import Subject as PlanSubject
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.problem import Problem
from psoh_cli.rounds import rules as round_rules
from psoh_cli.rounds.subject import Subject as RoundSubject
from psoh_cli.vocabulary import ExampleKind

ABOUT_WHAT_IS_NOT_THERE = frozenset(
    {"DOSSIER013", "DOSSIER029", "DOSSIER030", "INTERVIEW011", "INTERVIEW017", "INTERVIEW020"}
    | {
        "KAART001",
        "KAART013",
        "KAART018",
        "KAART024",
        "PLAN005",
        "PLAN021",
        "PLAN022",
        "RONDE005",
        "RONDE007",
    }
)
"""Codes that say something is nowhere. They wait until every file can be read whole: it may stand in the rest."""

ABOUT_AN_EXISTING_GEMEENTE = frozenset({"DOSSIER004", "DOSSIER015", "KAART044"})
"""Codes that say something of an invented gemeente that is not wrong. They wait until gemeente.yaml tells."""


def check(
    files: DossierFiles, *, catalogue: Catalogue, register: Register, as_of: date | None
) -> Iterator[Problem]:
    """Run the rules of every room on what could be typed."""
    linked = dossier_links.Linked(files=files, catalogue=catalogue, register=register, as_of=as_of)
    found = itertools.chain(
        _gemeente(files, register=register, as_of=as_of),
        _interviews(files, catalogue=catalogue, as_of=as_of),
        _kaarten(files, catalogue=catalogue, register=register, as_of=as_of),
        _plan(files, catalogue=catalogue, as_of=as_of),
        _round(files, catalogue=catalogue, as_of=as_of),
        moments.check(files.moments, gemeente=files.gemeente.sound),
        dossier_links.check(linked),
        modelines.check(files),
        comments.check(files),
    )
    waiting: frozenset[str] = frozenset()
    if not files.is_typed:
        waiting |= ABOUT_WHAT_IS_NOT_THERE
    if files.may_be_invented:
        waiting |= ABOUT_AN_EXISTING_GEMEENTE
    return (problem for problem in found if problem.code not in waiting)


def _gemeente(files: DossierFiles, *, register: Register, as_of: date | None) -> Iterator[Problem]:
    item = files.gemeente
    if item.sound:
        subject = GemeenteSubject(
            gemeente=item.sound,
            register=register,
            as_of=as_of,
            file=item.name,
            place=item.place,
            written=item.written,
            address=item.address,
            inside=item.inside,
        )
        yield from gemeente_rules.check(subject)


def _interviews(files: DossierFiles, *, catalogue: Catalogue, as_of: date | None) -> Iterator[Problem]:
    for item in files.interviews:
        if item.sound:
            subject = InterviewSubject(
                interview=item.sound,
                name=item.path.stem,
                catalogue=catalogue,
                as_of=as_of,
                file=item.name,
                place=item.place,
                written=item.written,
                address=item.address,
                inside=item.inside,
                key_written=item.key_written,
            )
            yield from interview_rules.judge(subject)


def _kaarten(
    files: DossierFiles, *, catalogue: Catalogue, register: Register, as_of: date | None
) -> Iterator[Problem]:
    known = KnownIds.of(catalogue)
    gemeente = files.gemeente.sound
    typed = [(item, item.sound) for item in files.kaarten if item.sound]
    own = files.kaarten[0] if files.has_own_kaart else None
    around = regions_around(gemeente, register=register)
    regions = regions_in_files(kaart for _, kaart in typed).before(around)
    for item, kaart in typed:
        others = [value for other, value in typed if other is not item]
        subject = kaart_rules.Subject(
            kaart=kaart,
            known=known,
            as_of=as_of,
            file=item.name,
            place=item.place,
            written=item.written,
            address=item.address,
            inside=item.inside,
            organizations_elsewhere=frozenset(org.id for other in others for org in other.organizations),
            offered_elsewhere=any(other.services for other in others),
            shared_with=gemeente.code if gemeente and item is not own else None,
            register=None if gemeente is None or gemeente.example is ExampleKind.ILLUSTRATIVE else register,
            region=_region(gemeente) if gemeente and item is own else frozenset(),
            home=_home(gemeente) if gemeente and item is own else None,
            regions=regions,
            lists=_lists(kaart),
        )
        yield from kaart_rules.check(subject)
    if len(typed) > 1 and files.gemeente.sound:
        together = combine(
            tuple(kaart for _, kaart in typed),
            code=files.gemeente.sound.code,
            has_own=typed[0][0] is own,
            regions=around,
        )
        yield from kaart_rules.check_together(
            together, file=files.gemeente.name, counting=lambda entry: _counting(entry, typed)
        )


def _counting(
    entry: LeftOut, typed: Iterable[tuple[ReadFile[KaartFile], KaartFile]]
) -> tuple[str, tuple[int, int]] | None:
    """Give file and place of the entry that counts for one that is left out: the first with its id."""
    for item, kaart in typed:
        lists = {
            "organisatie": ("organisaties", [other.id for other in kaart.organizations]),
            "dienst": ("diensten", [other.id for other in kaart.services]),
        }
        key, ids = lists.get(entry.what, ("", []))
        if entry.id in ids:
            return item.name, item.place((key, ids.index(entry.id), "id"))
    return None


def _lists(kaart: KaartFile) -> CodeLists:
    """Read the lists of codes of others only for a kaart that uses one."""
    is_asked = any(service.activity_codes or service.upl for service in kaart.services)
    return read_code_lists() if is_asked else NO_LISTS


def _home(gemeente: Gemeente) -> Home:
    """Give what places in a service area are held against."""
    region = gemeente.region
    wider = (region.name if region else None, region.ggd if region else None, gemeente.province)
    return Home(
        code=gemeente.code,
        name=gemeente.name,
        areas=gemeente.areas,
        wider=tuple(name for name in wider if name),
    )


def _region(gemeente: Gemeente) -> frozenset[str]:
    """Give the codes of a gemeente and its region; nothing where it does not say which gemeenten that are."""
    codes = gemeente.region.codes if gemeente.region else ()
    return frozenset((gemeente.code, *codes)) if codes else frozenset()


def _plan(files: DossierFiles, *, catalogue: Catalogue, as_of: date | None) -> Iterator[Problem]:
    if files.plan and files.plan.sound:
        subject = PlanSubject(
            plan=files.plan.sound,
            catalogue=catalogue,
            as_of=as_of,
            file=files.plan.name,
            place=files.plan.place,
            written=files.plan.written,
            address=files.plan.address,
            inside=files.plan.inside,
        )
        yield from plan_rules.judge(subject)


def _round(files: DossierFiles, *, catalogue: Catalogue, as_of: date | None) -> Iterator[Problem]:
    if files.round and files.round.sound:
        subject = RoundSubject(
            round=files.round.sound,
            catalogue=catalogue,
            interviews={item.path.stem: item.sound for item in files.interviews if item.sound},
            organizations={
                organization.id: organization.name
                for item in files.kaarten
                for organization in (item.sound.organizations if item.sound else ())
            },
            as_of=as_of,
            file=files.round.name,
            place=files.round.place,
            written=files.round.written,
            address=files.round.address,
            inside=files.round.inside,
        )
        yield from round_rules.judge(subject)
