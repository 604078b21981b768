"""The one generator of kaarten of any size, for benches and tests: the same seed gives the same bytes."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import TypeVar

from psoh_cli.dutch import PartialDate
from psoh_cli.files import yaml_edit
from psoh_cli.files.versioned_file import FORMAT_VERSION
from psoh_cli.kaart.entries import (
    Address,
    Age,
    Capacity,
    Contact,
    Location,
    Organization,
    Schedule,
    Service,
    Waiting,
)
from psoh_cli.kaart.entry_values import Weekday
from psoh_cli.kaart.kaart import Complete, KaartFile
from psoh_cli.kaart.kaart_file import as_fields
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.vocabulary import (
    Access,
    ClientCost,
    Interpreter,
    OfferKind,
    ServiceStatus,
    TargetGroup,
    Trained,
)

AS_OF = date(2026, 6, 30)
"""The day from which a generated kaart is to be looked at: about six in ten entries are fresh then."""

CODE = "GM0505"
_LANGUAGES = ("nl", "en", "ar", "ti", "so", "fa", "prs", "tr", "kmr", "uk")
_WEIGHTS = (10, 5, 5, 3, 2, 2, 2, 2, 1, 1)
_AREAS = ("Centrum", "Noord", "Oost", "Zuid", "West")
_DAYS: tuple[Weekday, ...] = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
_SERVICES_PER_ORGANIZATION = 4

T = TypeVar("T")


def generate_kaart(services: int, *, seed: int = 1) -> KaartFile:
    """Make a kaart with this many services: complete, half-known, stale and stopped ones mixed."""
    random = Random(seed)
    catalogue = _catalogue()
    organizations = tuple(
        _organization(random, number, catalogue, seed=seed)
        for number in range(1, services // _SERVICES_PER_ORGANIZATION + 2)
    )
    return KaartFile(
        format=FORMAT_VERSION,
        knowledge_version=catalogue.version,
        name=f"Gemaakte kaart met {services} diensten",
        remark="Verzonnen gegevens om mee te meten; geen enkele organisatie bestaat.",
        complete=(
            Complete(subject="ketenstap", value="preventie", day=PartialDate(2026, 5, 1), by="regisseur"),
        ),
        organizations=organizations,
        services=tuple(
            _service(random, number, organizations, catalogue, seed=seed) for number in range(1, services + 1)
        ),
    )


def kaart_text(kaart: KaartFile) -> str:
    """Write a kaart as the text of `sociale-kaart.yaml`."""
    return yaml_edit.dump_block(as_fields(kaart))


def write_kaart(path: Path, services: int, *, seed: int = 1) -> None:
    """Write a generated kaart to a file."""
    path.write_text(kaart_text(generate_kaart(services, seed=seed)), encoding="utf-8", newline="\n")


@cache
def _catalogue() -> Catalogue:
    return read_catalogue()[0]


def _organization(random: Random, number: int, catalogue: Catalogue, *, seed: int) -> Organization:
    return Organization(
        id=f"organisatie-{number}",
        name=f"Organisatie {number} van kaart {seed}",
        partner_type=random.choice(catalogue.partner_types).id,
        website=f"https://www.organisatie-{number}.example",
        contact=_contact(number) if random.random() < 0.5 else None,
        locations=(_location(random, number),),
        in_board=random.choice((True, False, None)),
        source="verzonnen voor een meting",
        assured_date=_assured(random),
    )


def _service(
    random: Random, number: int, organizations: tuple[Organization, ...], catalogue: Catalogue, *, seed: int
) -> Service:
    """Make a service whose words no other service has: what was read before does not make it cheaper."""
    groups = _some(random, tuple(TargetGroup), most=2)
    interpreter = random.choice(tuple(Interpreter))
    layer = random.choice(catalogue.layers).id if random.random() < 0.8 else None
    return Service(
        id=f"dienst-{number}",
        organization=random.choice(organizations).id,
        name=f"Dienst {number} van kaart {seed}",
        description=f"Verzonnen aanbod {number} van kaart {seed}: een groep, een gesprek of een inloop.",
        status=_weighed(
            random, {ServiceStatus.ACTIVE: 90, ServiceStatus.STOPPED: 5, ServiceStatus.UNKNOWN: 5}
        ),
        kinds=(random.choice(tuple(OfferKind)),),
        target_groups=groups,
        age=Age(lowest=18) if random.random() < 0.3 and TargetGroup.CHILDREN not in groups else None,
        languages=_languages(random),
        interpreter=interpreter,
        interpreter_languages=("ar", "ti") if interpreter is Interpreter.FIXED else (),
        trained=random.choice(tuple(Trained)),
        chain_steps=_steps(random, catalogue),
        layer=layer,
        pillars=(random.choice(catalogue.pillars).id,),
        service_area=_areas(random),
        access=_some(random, tuple(Access), most=1),
        referral=f"Zelf bellen of mailen, of via de huisarts; vraag naar aanbod {number} van kaart {seed}.",
        cost=random.choice(tuple(ClientCost)),
        waiting=Waiting(weeks=random.randint(0, 30), measured_on=_day(random))
        if random.random() < 0.3
        else None,
        capacity=Capacity(places=random.randint(1, 40), per="maand") if random.random() < 0.4 else None,
        exclusion="Wie acuut gevaar loopt, gaat naar de crisisdienst.",
        schedules=_hours(random),
        contact=Contact(function="aanmelden", email=f"aanmelden@dienst-{number}.example"),
        website=f"https://www.dienst-{number}.example/aanbod",
        source="verzonnen voor een meting",
        source_year="2026",
        assured_date=_assured(random),
        assurer="regisseur",
        term_months=random.choice((6, 12, 24)),
        remark="Verzonnen voor een meting. Er staat niets in dat over iemand gaat.",
    )


def _contact(number: int) -> Contact:
    return Contact(phone=f"078 {number:07}", email=f"info@organisatie-{number}.example")


def _location(random: Random, number: int) -> Location:
    return Location(
        id=f"plek-{number}",
        name=f"Gebouw {number}",
        address=Address(street=f"Verzonnenstraat {number}", postcode="1234 AB", city="Voorbeeldstad"),
        area=random.choice(_AREAS),
    )


def _hours(random: Random) -> tuple[Schedule, ...]:
    days = random.sample(_DAYS, random.randint(1, 4))
    return tuple(Schedule(days=(day,), opens_at="09:00", closes_at="17:00") for day in sorted(days))


def _languages(random: Random) -> tuple[str, ...]:
    if random.random() < 0.25:
        return ()
    return tuple(dict.fromkeys(random.choices(_LANGUAGES, _WEIGHTS, k=random.randint(1, 3))))


def _steps(random: Random, catalogue: Catalogue) -> tuple[str, ...]:
    count = random.choices((0, 1, 2), (5, 65, 30))[0]
    return tuple(step.id for step in random.sample(catalogue.chain_steps, count))


def _areas(random: Random) -> tuple[str, ...]:
    return _weighed(random, {(CODE,): 70, (CODE, random.choice(_AREAS)): 20, (): 10})


def _assured(random: Random) -> PartialDate | None:
    return None if random.random() < 0.15 else _day(random)


def _day(random: Random) -> PartialDate:
    day = AS_OF - timedelta(days=random.randint(0, 520))
    return PartialDate(day.year, day.month, day.day)


def _some(random: Random, values: tuple[T, ...], *, most: int) -> tuple[T, ...]:
    return tuple(random.sample(values, random.randint(0, most)))


def _weighed(random: Random, weights: dict[T, int]) -> T:
    return random.choices(tuple(weights), tuple(weights.values()))[0]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a generated sociale-kaart.yaml.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--services", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    write_kaart(chosen.path, chosen.services, seed=chosen.seed)
