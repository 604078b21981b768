"""A decision from the command line: every part looked over, and then written beside what was decided before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psoh_cli.commands.ronde_besluit_open import Table
    from psoh_cli.dutch import PartialDate
    from psoh_cli.rounds.round import Resolution


def from_options(
    table: Table, *, about: Sequence[str], text: str, roles: Sequence[str], day: str, remark: str
) -> None:
    """Write what the options say; raise WrongUseError, before anything is written, where they say too little."""
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    told = {"--over": bool(about), "--besluit": bool(text.strip()), "--door": bool(roles)}
    missing = [name for name, given in told.items() if not given]
    if missing:
        raise WrongUseError(
            f"Bij een besluit hoort ook {listing(missing)}; er is niets opgeschreven.",
            remedy='Bijvoorbeeld: --over gap-verschil-… --besluit "…" --door "Regisseur" --door "GGD". '
            "Of laat alle opties weg: dan vraagt psoh het u.",
        )
    at, by = day_of(day, table=table), tuple(sound(role) for role in roles)
    over = tuple(certain(word, table=table) for word in about)
    write(table, about=over, text=text, roles=by, day=at, remark=remark)
    console.say(f"Op papier: psoh rapport {quoted(table.folder)} --soort gesprekskaart")


def write(
    table: Table,
    *,
    about: tuple[str, ...],
    text: str,
    roles: tuple[str, ...],
    day: PartialDate,
    remark: str = "",
) -> Resolution:
    """Write a decision and say so; raise PsohError where that cannot be, and nothing is written then."""
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError
    from psoh_cli.model import normal
    from psoh_cli.privacy.telling import warning_about
    from psoh_cli.rounds.deciding import fresh_id
    from psoh_cli.rounds.round import Resolution
    from psoh_cli.rounds.round_file import ROUND_FILE, add_resolution, read_round
    from psoh_cli.terminal import console

    try:
        said, noted = " ".join(normal(text).split()), " ".join(normal(remark).split())
    except ValueError as error:
        raise WrongUseError(f"Zo kan het besluit niet worden opgeschreven: {error}.") from None
    for what, words in (("Het besluit", said), ("De opmerking", noted)):
        expect_short(words, what=what)
    decided = Resolution(
        id=fresh_id(read_round(table.folder), day=day),
        about=tuple(dict.fromkeys(about)),
        text=said,
        day=day,
        roles=tuple(dict.fromkeys(roles)),
        remark=noted or None,
    )
    earlier = [item for name in about for item in table.again().round.on(name)]
    same = next((item for item in earlier if _is_same(item, decided)), None)
    if same is not None:
        raise WrongUseError(
            f"Dit besluit van {day.in_words()} staat er al ({same.id}); er is niets opgeschreven.",
            remedy="Is het een ander besluit, schrijf dan in het besluit wat er anders is.",
        )
    add_resolution(table.folder, decided)
    console.success(f"Opgeschreven in {(table.folder / ROUND_FILE).as_posix()}.")
    for name in decided.about:
        console.say(f"  Over: {table.subjects[name]}")
    console.say(f"  {day.in_words()}, door {listing(decided.roles)}")
    if earlier:
        console.say("Hierover is eerder besloten. Dat blijft staan; dit besluit komt ernaast.")
    for warning in warning_about(said, noted, *decided.roles):
        console.warn(warning)
    return decided


def expect_short(text: str, *, what: str) -> None:
    """Raise WrongUseError when a text is longer than anybody reads at a table."""
    from psoh_cli.dutch import number
    from psoh_cli.errors import WrongUseError
    from psoh_cli.rounds.deciding import LONGEST

    if len(text) > LONGEST:
        raise WrongUseError(
            f"{what} heeft {number(len(text))} tekens; {number(LONGEST)} is het meeste. Er is niets opgeschreven.",
            remedy="Schrijf kort op wat is afgesproken. Een langer verslag bewaart u in een eigen bestand.",
        )


def _is_same(one: Resolution, other: Resolution) -> bool:
    """Tell whether two decisions say the same about the same on the same day."""
    return (one.text.casefold(), set(one.about), one.day) == (
        other.text.casefold(),
        set(other.about),
        other.day,
    )


def certain(word: str, *, table: Table) -> str:
    """Give the id of what a decision is about; of a number only after somebody saw what it stands for now."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import Stopped, TerminalAsker

    topic = table.numbered(word)
    if topic is None:
        return known(word, table=table)
    now = f"Punt {topic.number} is nu: {topic.title}"
    if console.is_interactive():
        asker = TerminalAsker()
        asker.say(now)
        try:
            if asker.confirm("Gaat het besluit hierover?"):
                return topic.id
        except (Stopped, EOFError):
            pass
        raise WrongUseError("Er is niets opgeschreven.", remedy=_TAKE_THE_CODE)
    raise WrongUseError(
        f"Een nummer kan veranderen als er interviews bij komen; er is niets opgeschreven. {now}",
        remedy=f"Bedoelt u dat punt, geef dan --over {topic.code}. {_TAKE_THE_CODE}",
    )


_TAKE_THE_CODE = "Op de gesprekskaart staat de code in kleine letters achter het punt; die verandert niet."


def known(word: str, *, table: Table) -> str:
    """Give the id of what a decision is about; raise WrongUseError with what was probably meant."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import did_you_mean

    name = table.named(word)
    if name in table.subjects:
        return name
    meant = did_you_mean(word, table.subjects)
    raise WrongUseError(
        f"'{word}' is geen bevinding, geen vraag en geen vraag van ARQ in dit dossier; er is niets opgeschreven.",
        remedy=f"{meant} De punten ziet u met psoh ronde besluit zonder opties.".strip(),
    )


def sound(role: str) -> str:
    """Give a role as it is written; raise WrongUseError where it seems to be a person, or is empty."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.role import sound_role

    try:
        text = sound_role(role)
    except WrongUseError as error:
        raise WrongUseError(
            error.message.replace("er is niets veranderd", "er is niets opgeschreven"),
            remedy="Noem een functie of een organisatie, bijvoorbeeld: --door Regisseur --door GGD",
        ) from None
    if not text:
        raise WrongUseError(
            "--door is leeg; er is niets opgeschreven.", remedy="Noem een functie of organisatie."
        )
    return " ".join(text.split())


def day_of(text: str, *, table: Table) -> PartialDate:
    """Read the day of a decision; without one, today. Raise WrongUseError for what is to come."""
    from psoh_cli.dutch import PartialDate
    from psoh_cli.errors import WrongUseError
    from psoh_cli.near_misses import date_meant

    meant = date_meant(text)
    if meant is not None and meant.text and meant.is_safe:
        text = meant.text
    try:
        day = PartialDate.parse(text.strip() or table.as_of.isoformat())
    except ValueError as error:
        raise WrongUseError(
            f"--op: {error}.", remedy="Schrijf bijvoorbeeld 2026-11-02 of 2 november 2026."
        ) from None
    if day.first_day() > table.as_of:
        raise WrongUseError(
            f"--op: {day.in_words()} ligt in de toekomst; er is niets opgeschreven.",
            remedy="Noem de dag waarop dit is besloten.",
        )
    return day
