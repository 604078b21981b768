"""Showing what two copies have in common and apart, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from psoh_cli.dossier.merging_copies import Copies, InterviewPair, Place, Write
    from psoh_cli.interview.answers import Answer
    from psoh_cli.interview.two_versions import Conflict, Side

_FIELDS = {
    "rol": "de functie",
    "organisatie": "de organisatie",
    "deelnemers": "de deelnemers",
    "vermelding": "de vermelding op de kaart",
    "ketenpartner": "de soort ketenpartner",
    "aantal_deelnemers": "het aantal deelnemers",
}

_DROPS_DAY = (
    "De dag bovenaan dit interview gaat weg, want van sommige antwoorden is de dag onbekend. De andere antwoorden "
    "krijgen elk hun eigen dag."
)


def show(copies: Copies) -> None:
    """Write to stdout what the copy brings, per informant."""
    from psoh_cli.dutch import plural
    from psoh_cli.terminal import console

    count = plural(len(copies.interviews), "interview", "interviews")
    console.out(f"Vergeleken: {count}{' en de ronde' if copies.round else ''}.")
    if is_nothing(copies):
        console.out("Er zijn geen verschillen: wat in de andere kopie staat, staat hier ook.")
    for pair in copies.interviews:
        told = _told(pair)
        if told:
            console.out(f"{pair.informant} ({pair.there.role}): {told}")
        if pair.merged is not None and pair.merged.drops_day:
            console.paragraph(_DROPS_DAY)
    if copies.round is not None:
        told = _round_told(copies)
        if told:
            console.out(f"De ronde: {told}")
        for old, new in copies.round.merged({}).renamed.items():
            console.out(
                f"Hier is al een ander besluit '{old}'. Dat uit de andere kopie komt ernaast, als '{new}'."
            )


def is_nothing(copies: Copies) -> bool:
    """Tell whether the copy brings nothing and contradicts nothing."""
    pairs = all(pair.merged is not None and pair.merged.is_nothing for pair in copies.interviews)
    return pairs and (
        copies.round is None or (copies.round.here is not None and copies.round.merged({}).is_nothing)
    )


def conflict_lines(copies: Copies, place: Place, conflict: Conflict[Answer] | Conflict[str]) -> Iterator[str]:
    """Write out one difference: what it is about, and what both versions say."""
    subject, about = _about(copies, place)
    yield subject
    yield about
    for name, said, day in (
        ("hier", conflict.here, conflict.day_here),
        ("daar", conflict.there, conflict.day_there),
    ):
        when = f" ({day.in_words()})" if day else " (zonder datum)"
        first, *more = _said(place, said)
        yield f"  {name}: {first}{when}"
        yield from more
    if _is_decided_on_both_sides(conflict):
        yield "  Hierover is al beslist, en in de twee kopieën niet hetzelfde. Beslis samen."


def _is_decided_on_both_sides(conflict: Conflict[Answer] | Conflict[str]) -> bool:
    from psoh_cli.interview.answers import Answer
    from psoh_cli.interview.two_versions import is_decision, parts_of

    both = (conflict.here, conflict.there)
    return all(isinstance(said, Answer) and any(map(is_decision, parts_of(said.remark))) for said in both)


def is_free_text(place: Place, conflict: Conflict[Answer] | Conflict[str]) -> bool:
    """Tell whether both versions are an answer in somebody's own words."""
    from psoh_cli.interview.answers import Answer
    from psoh_cli.practices.practice_files import read_catalogue
    from psoh_cli.vocabulary import AnswerKind

    if not isinstance(conflict.here, Answer) or not isinstance(conflict.there, Answer):
        return False
    question = read_catalogue()[0].question.get(place[-1])
    is_text = question is not None and question.kind is AnswerKind.TEXT
    return is_text and conflict.here.is_known and conflict.there.is_known


def chosen_line(copies: Copies, place: Place, conflict: Conflict[Answer] | Conflict[str], side: Side) -> str:
    """Say of one difference what was chosen."""
    from psoh_cli.interview.answers import Answer
    from psoh_cli.interview.two_versions import Side

    subject, about = _about(copies, place)
    if side is Side.BOTH:
        return f"{subject}. {about}: beide"
    version = conflict.here if side is Side.HERE else conflict.there
    if isinstance(version, Answer):
        version = version.model_copy(update={"remark": None})
    said = _said(place, version)[0]
    return f"{subject}. {about.rstrip('.')}: {side.value}, {said}"


def tell_conflicts(copies: Copies, left: Sequence[Place], *, take: str | None) -> None:
    """Write to stdout what is undecided, and say how to decide it."""
    from psoh_cli.dutch import plural
    from psoh_cli.terminal import console

    for place, conflict in copies.conflicts():
        if place in left:
            console.out("")
            for line in conflict_lines(copies, place, conflict):
                console.out(line)
    console.out("")
    are = plural(len(left), "verschil is", "verschillen zijn")
    console.error(f"{are} niet beslist; er is niets geschreven.")
    if take is not None:
        console.say("Zonder duidelijke datums is er geen nieuwste.")
    console.say(
        "Beslis per verschil: geef de opdracht in een terminal. Of alles in één keer: --neem hier of --neem daar."
    )


def tell(copies: Copies, planned: Sequence[Write], *, dry: bool) -> None:
    """Say what was written and what comes next."""
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    if dry:
        console.say("Dit was een proef: er is niets geschreven.")
    elif not planned:
        console.success("de andere kopie brengt niets nieuws; er is niets veranderd.")
    else:
        for item in planned:
            console.success(f"samengevoegd in {item.path.as_posix()}")
        console.say(f"Controleren:\n  psoh check {quoted(copies.dossier)}")


def _told(pair: InterviewPair) -> str:
    from psoh_cli.dutch import listing, plural

    merged = pair.merged
    if merged is None:
        return f"nieuw, met {plural(len(pair.there.answers), 'antwoord', 'antwoorden')}"
    counts = (
        (len(merged.added), "antwoord erbij", "antwoorden erbij"),
        (len(merged.completed), "antwoord aangevuld", "antwoorden aangevuld"),
        (len(merged.fields) + bool(merged.day or merged.drops_day), "regel bovenaan", "regels bovenaan"),
        (len(merged.conflicts), "verschil", "verschillen"),
    )
    return listing([plural(count, one, many) for count, one, many in counts if count])


def _round_told(copies: Copies) -> str:
    from psoh_cli.dutch import listing, plural

    merged = copies.round.merged({}) if copies.round else None
    if merged is None:
        return ""
    counts = (
        (len(merged.added), "informant erbij", "informanten erbij"),
        (len(merged.changed), "informant bijgewerkt", "informanten bijgewerkt"),
        (len(merged.resolutions), "besluit erbij", "besluiten erbij"),
        (len(merged.remarked), "opmerking bij een besluit", "opmerkingen bij besluiten"),
        (len(merged.conflicts), "verschil", "verschillen"),
    )
    return listing([plural(count, one, many) for count, one, many in counts if count])


def _about(copies: Copies, place: Place) -> tuple[str, str]:
    """Name what a difference is in, and what it is about."""
    from psoh_cli.interview.merging import ANSWERS
    from psoh_cli.practices.practice_files import read_catalogue

    if len(place) > 2 and place[1] != ANSWERS:
        return f"De ronde, informant {place[2]}", f"Het gaat om {_FIELDS.get(place[-1], place[-1])}."
    role = next((pair.there.role for pair in copies.interviews if pair.informant == place[0]), place[0])
    subject = f"{role} ({place[0]})"
    if place[1] != ANSWERS:
        return subject, f"Het gaat om {_FIELDS.get(place[1], place[1])}."
    catalogue, _ = read_catalogue()
    question = catalogue.question.get(place[-1])
    change = catalogue.question_change.get(place[-1])
    text = question.text if question else change.text if change else place[-1]
    return subject, f"Vraag: {text} ({place[-1]})"


def _said(place: Place, said: Answer | str) -> list[str]:
    """Write what one version says, as it is read aloud."""
    from psoh_cli.interview.answers import Answer
    from psoh_cli.interview.merging_answers import told
    from psoh_cli.interview.two_versions import is_decision, joined, parts_of
    from psoh_cli.interview.wording import answer_text, detail_lines
    from psoh_cli.practices.practice_files import read_catalogue

    if not isinstance(said, Answer):
        return [said]
    question = read_catalogue()[0].question.get(place[-1])
    if question is None:
        return [told(said)]
    own = joined(part for part in parts_of(said.remark) if not is_decision(part))
    shown = said.model_copy(update={"remark": own})
    return [answer_text(question, shown), *detail_lines(question, shown, plain=False)]
