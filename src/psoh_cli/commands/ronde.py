"""`psoh ronde`: the round of interviews with many informants."""

from __future__ import annotations

import typer

from psoh_cli.commands.ronde_besluit import besluit
from psoh_cli.commands.ronde_formulier import formulier
from psoh_cli.commands.ronde_lees import lees
from psoh_cli.commands.ronde_plan import plan
from psoh_cli.commands.ronde_samenvoegen import samenvoegen
from psoh_cli.commands.ronde_status import status

ronde_app = typer.Typer(
    help="De ronde van interviews: aan wie vraagt u iets, hoe ver is ieder, en wat is er besloten.",
    no_args_is_help=True,
)
ronde_app.command("plan")(plan)
ronde_app.command("formulier")(formulier)
ronde_app.command("lees")(lees)
ronde_app.command("status")(status)
ronde_app.command("samenvoegen")(samenvoegen)
ronde_app.command("besluit")(besluit)
