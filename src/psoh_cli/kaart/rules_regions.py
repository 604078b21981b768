"""Rules of the kaart about the regions it names itself."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dutch import same_name
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.problem import Problem


def regions_have_names_of_their_own(subject: Subject) -> Iterator[Problem]:
    """KAART068: the name of a region stands for one thing: no other region, no wijk and no gemeente."""
    wijken = {same_name(area) for area in subject.home.areas} if subject.home else set()
    first: dict[str, int] = {}
    for index, region in enumerate(subject.kaart.regions):
        path, name = ("regios", index, "naam"), same_name(region.name)
        if first.setdefault(name, index) != index:
            line = subject.place(("regios", first[name], "naam"))[0]
            yield subject.problem("KAART068", path, f"regio '{region.name}' staat ook op regel {line}")
        elif name in wijken:
            yield subject.problem("KAART068", path, f"'{region.name}' is ook een wijk in gemeente.yaml")
        elif subject.register is not None and subject.register.named(region.name):
            yield subject.problem("KAART068", path, f"'{region.name}' is ook de naam van een gemeente")


RULES = (regions_have_names_of_their_own,)
