"""The part of `psoh analyse` on what stays in the dossier: answers in own words, and of too few statushouders."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.dossier.dossier import Dossier


def tell_what_stays(dossier: Dossier, *, folder: str) -> None:
    """Say what documents leave out, and where the adviser reads it."""
    _own_words(dossier, folder=folder)
    _few_statushouders(dossier)


def _own_words(dossier: Dossier, *, folder: str) -> None:
    from psoh_cli.dutch import plural
    from psoh_cli.interview.own_words import in_own_words
    from psoh_cli.terminal import console

    told = in_own_words(dossier.portrait, questions=dossier.catalogue.questions)
    if told:
        lines = "".join(f"\n  psoh uitleg {name} {folder}" for name in told)
        console.say(
            f"Op {plural(len(told), 'open vraag', 'open vragen')} staat een antwoord in eigen woorden. Dat komt in "
            f"geen document. Lees het zelf, en neem het mee naar de klankbordgroep:{lines}"
        )


def _few_statushouders(dossier: Dossier) -> None:
    from psoh_cli.dutch import FEWEST
    from psoh_cli.terminal import console

    portrait = dossier.portrait_for_documents
    heard = portrait.took_part
    if not portrait.withholds or heard is None:
        return
    why = (
        "Niet bij elk gesprek staat hoeveel mensen meededen. Schrijf het bij aantal_deelnemers in ronde.yaml."
        if heard.unknown
        else f"Er deden minder dan {FEWEST} mensen mee."
    )
    console.say(
        f"Wat statushouders zeggen, staat hier op het scherm en komt in geen document. {why} Bij minder dan {FEWEST} "
        "mensen kan een antwoord naar één mens wijzen (afgeleid)."
    )
