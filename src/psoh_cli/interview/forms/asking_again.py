"""A short mail to whoever filled in a list, with the answers that were not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from psoh_cli.came_in import NotUnderstood
from psoh_cli.one_line import on_one_line


def mail(strange: Sequence[NotUnderstood]) -> str:
    """Write the mail; empty where none of it is an answer to a question."""
    asked = [one for one in strange if one.about and one.text]
    return "\n".join(_lines(asked)) if asked else ""


def _lines(asked: Sequence[NotUnderstood]) -> Iterator[str]:
    several = len(asked) > 1
    yield "Onderwerp: Nog een vraag over uw antwoorden"
    yield ""
    yield "Dank u wel voor uw lijst. " + (
        "Bij deze vragen weten wij niet zeker wat u bedoelt."
        if several
        else "Bij één vraag weten wij niet zeker wat u bedoelt."
    )
    yield "Wilt u antwoorden op deze mail?"
    for number, one in enumerate(asked, start=1):
        yield ""
        yield f"{f'{number}. ' if several else ''}{one.about}"
        yield on_one_line(f"U schreef: ‘{one.text}’. {_to_partner(one.remedy)}".rstrip())
    yield ""
    yield "Met vriendelijke groet,"
    yield "[uw naam en functie]"


def _to_partner(remedy: str) -> str:
    """Leave out what only somebody with psoh can do."""
    return "" if "psoh" in remedy or "bestand" in remedy else remedy
