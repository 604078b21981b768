"""`psoh ronde plan`: whom to ask, and how far each of them is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoh_cli.commands.options import AsOf


def plan(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    informant: Annotated[
        str, typer.Option("--informant", metavar="NAAM", help="Korte naam van één informant: houd die bij.")
    ] = "",
    state: Annotated[
        str,
        typer.Option("--stand", metavar="STAND", help="gepland, uitgenodigd, bezig, klaar of vervallen."),
    ] = "",
    day: Annotated[
        str, typer.Option("--op", metavar="DATUM", help="De dag waarop dat gebeurde. Zonder: vandaag.")
    ] = "",
    form: Annotated[
        str, typer.Option("--vorm", metavar="VORM", help="Hoe iemand antwoordt: gesprek, xlsx, docx of html.")
    ] = "",
    participants: Annotated[
        int | None,
        typer.Option(
            "--deelnemers",
            metavar="AANTAL",
            help="Hoeveel mensen meededen aan een groepsgesprek.",
            show_default=False,
        ),
    ] = None,
    group: Annotated[
        str,
        typer.Option("--groep", metavar="GROEP", help="Voeg zelf iemand toe: de groep bepaalt de vragen."),
    ] = "",
    role: Annotated[
        str, typer.Option("--rol", metavar="ROL", help="Functie van wie u toevoegt, nooit een naam.")
    ] = "",
    organization: Annotated[
        str, typer.Option("--organisatie", metavar="NAAM", help="Organisatie van wie u toevoegt.")
    ] = "",
    professionals: Annotated[
        int,
        typer.Option(
            "--professionals",
            metavar="AANTAL",
            help="Hoeveel professionals u wilt spreken. Zonder: 13, zoals ARQ in Dordrecht.",
            show_default=False,
        ),
    ] = 13,
    try_out: Annotated[
        bool, typer.Option("--proef", help="Laat zien wat er zou veranderen en schrijf niets.")
    ] = False,
    explains: Annotated[
        bool, typer.Option("--uitleg", help="Zeg er per voorstel bij waarom, en wat elk thema dekt.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van tabellen.")] = False,
    plain: Annotated[
        bool,
        typer.Option(
            "--toegankelijk", help="Voor een schermlezer: zinnen, geen tabellen. Of zet ACCESSIBLE=1."
        ),
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Stel voor aan wie u vragen kunt stellen, en houd bij hoe ver ieder is.

    Zonder opties zet psoh voorstellen in ronde.yaml. Wat daar staat, blijft staan. Met --informant en --stand
    schrijft u op hoe ver iemand is. Met --groep en --rol voegt u zelf iemand toe.
    """
    from psoh_cli.commands.options import at_least, day_or_today
    from psoh_cli.commands.ronde_plan_bijhouden import Wish, keep
    from psoh_cli.dossier.open_round import open_round
    from psoh_cli.rounds.proposing import propose
    from psoh_cli.rounds.round_file import add_invitations
    from psoh_cli.rounds.state import with_proposed

    at_least(professionals, 1, option="--professionals")
    if participants is not None:
        at_least(participants, 1, option="--deelnemers")
    looked_on = day_or_today(as_of)
    opened = open_round(folder)
    wish = Wish(
        informant=informant,
        state=state,
        day=day,
        form=form,
        group=group,
        role=role,
        organization=organization,
        participants=participants,
    )
    if wish:
        keep(opened, wish, as_of=looked_on, try_out=try_out)
        return
    proposal = propose(opened.around(looked_on, professionals=professionals))
    invitations = tuple(item.invitation for item in proposal.proposed)
    writes = not (try_out or opened.unread)  # what cannot be read may be somebody who is there already
    if writes:
        add_invitations(folder, invitations)
    standing = with_proposed(opened.standing, invitations, catalogue=opened.catalogue)
    if as_json:
        from psoh_cli.commands.ronde_json import plan_as_json
        from psoh_cli.terminal import console

        console.data(plan_as_json(opened, proposal, standing=standing, as_of=looked_on, written=writes))
    else:
        from psoh_cli.commands.ronde_plan_tekst import show
        from psoh_cli.terminal.asker import wants_plain

        show(
            opened,
            proposal,
            standing=standing,
            as_of=looked_on,
            try_out=try_out,
            plain=wants_plain(plain),
            explains=explains,
        )
    if opened.unread:
        raise typer.Exit(1)
