"""The regions that a service area may name in a dossier: the region of its gemeente, GGD regions and provinces."""

from __future__ import annotations

from psoh_cli.gemeente.gemeente import Gemeente, Register
from psoh_cli.gemeente.register_file import read_register
from psoh_cli.kaart.regions import NO_REGIONS, Regions, regions_of, registered_regions
from psoh_cli.vocabulary import ExampleKind


def regions_around(gemeente: Gemeente | None, *, register: Register | None = None) -> Regions:
    """Give the regions that every kaart in a dossier knows; of an invented gemeente only its own.

    A kaart without a dossier knows those of the register, which is read where it is not given.
    """
    own = NO_REGIONS
    if gemeente is not None and gemeente.region is not None and gemeente.region.codes:
        own = regions_of([(gemeente.region.name, (gemeente.code, *gemeente.region.codes))])
    if gemeente is not None and gemeente.example is ExampleKind.ILLUSTRATIVE:
        return own
    return own.before(registered_regions(register or read_register()))
