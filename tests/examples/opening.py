"""The example dossiers, opened once per run on a day that does not move."""

from __future__ import annotations

from datetime import date
from functools import cache

from psoh_cli.dossier.dossier import Dossier, Inspection, inspect, open_dossier
from psoh_cli.files.templates import examples_dir
from psoh_cli.report.material import Material

AS_OF = date(2026, 11, 21)
FROM_PUBLIC_SOURCES = ("dordrecht", "haarlem", "zandvoort")
INVENTED = "voorbeeldstad"
EXAMPLES = (*FROM_PUBLIC_SOURCES, INVENTED)


@cache
def inspected(example: str) -> Inspection:
    return inspect(examples_dir() / example, as_of=AS_OF)


@cache
def opened(example: str) -> Dossier:
    return open_dossier(examples_dir() / example, as_of=AS_OF)


@cache
def material(example: str) -> Material:
    return opened(example).material(AS_OF)
