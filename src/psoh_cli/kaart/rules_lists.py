"""Rules of the kaart about codes and names from lists that others keep."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.exchange.code_lists import ActivityList
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.making import Path
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.refusing import short


def activity_codes_exist(subject: Subject) -> Iterator[Problem]:
    """KAART055: a code of an activity is one of the list."""
    for path, service, activities in _coded(subject):
        for index, code in enumerate(service.activity_codes):
            if code not in activities.activity:
                theme = code.partition(".")[0]
                near = [item for item in activities.activity if item.partition(".")[0] == theme]
                hint = f"Thema {theme} loopt van {near[0]} tot en met {near[-1]}." if near else ""
                message = f"4Ws-code '{code}' staat niet in de lijst {activities.version}"
                yield subject.problem("KAART055", (*path, "codes_4w", index), message, hint=hint)


def activity_fits_layer(subject: Subject) -> Iterator[Problem]:
    """KAART056: a code of an activity and the layer of the service belong together."""
    for path, service, activities in _coded(subject):
        for index, code in enumerate(service.activity_codes):
            layer = activities.layer_of(code)
            if service.layer is not None and layer not in {None, service.layer}:
                name = activities.activity[code].name
                yield subject.problem(
                    "KAART056",
                    (*path, "codes_4w", index),
                    f"4Ws-code {code} ({name}) hoort meestal bij {layer}, en de dienst staat in {service.layer}",
                )


def product_is_known(subject: Subject) -> Iterator[Problem]:
    """KAART057: the name of a product is one of the choice that we carry; there are more."""
    products = subject.lists.products
    for path, service in subject.services():
        if products is not None and service.upl is not None and products.find(service.upl) is None:
            message = f"UPL-naam '{short(service.upl)}' staat niet in de keuze {products.version} van psoh"
            guess = did_you_mean(service.upl, products.names)
            yield subject.problem("KAART057", (*path, "upl"), message, hint=guess)


RULES = (activity_codes_exist, activity_fits_layer, product_is_known)


def _coded(subject: Subject) -> Iterator[tuple[Path, Service, ActivityList]]:
    """Give the services, where there is a list to hold their codes against."""
    if subject.lists.activities is not None:
        for path, service in subject.services():
            yield path, service, subject.lists.activities
