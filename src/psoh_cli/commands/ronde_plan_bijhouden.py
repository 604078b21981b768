"""Keeping the round: how far one informant is, and somebody added by hand."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from datetime import date

    from psoh_cli.dossier.open_round import OpenRound
    from psoh_cli.dutch import PartialDate
    from psoh_cli.rounds.round import Invitation
    from psoh_cli.rounds.state import Standing
    from psoh_cli.vocabulary import InvitationState

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody typed about one informant."""

    informant: str = ""
    state: str = ""
    day: str = ""
    form: str = ""
    group: str = ""
    role: str = ""
    organization: str = ""
    participants: int | None = None

    def __bool__(self) -> bool:
        return any(astuple(self))

    @property
    def adds(self) -> bool:
        """Tell whether somebody is added by hand."""
        return bool(self.group or self.role or self.organization)


def keep(opened: OpenRound, wish: Wish, *, as_of: date, try_out: bool) -> None:
    """Write down what somebody typed about one informant; raise WrongUseError when it says too little, or wrong."""
    if wish.adds:
        _add(opened, wish, as_of=as_of, try_out=try_out)
    else:
        _write_state(opened, wish, as_of=as_of, try_out=try_out)


def _add(opened: OpenRound, wish: Wish, *, as_of: date, try_out: bool) -> None:
    from psoh_cli.rounds.round_file import ROUND_FILE, add_invitations, set_participants, set_state
    from psoh_cli.terminal import console
    from psoh_cli.vocabulary import InvitationState

    state = _chosen(wish.state, option="--stand", choices=InvitationState)
    day = _day(wish.day, as_of=as_of)
    added = _invitation(opened, wish)
    _expect_talk(wish, group=added.group)
    if try_out:
        console.say(f"Er is niets geschreven. Zonder --proef komt '{added.id}' in {ROUND_FILE}.")
        return
    add_invitations(opened.folder, (added,))
    if state is not None and state is not InvitationState.PLANNED:
        set_state(opened.folder, added.id, state, day=day)
    if wish.participants is not None:
        set_participants(opened.folder, added.id, wish.participants)
    console.success(f"'{added.id}' staat in {ROUND_FILE}.")
    console.say(f"Hoe de ronde ervoor staat, ziet u met: {opened.command('ronde', 'status')}")


def _write_state(opened: OpenRound, wish: Wish, *, as_of: date, try_out: bool) -> None:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.rounds.round_file import ROUND_FILE, set_form, set_participants, set_state
    from psoh_cli.terminal import console
    from psoh_cli.vocabulary import InterviewForm, InvitationState

    state = _chosen(wish.state, option="--stand", choices=InvitationState)
    form = _chosen(wish.form, option="--vorm", choices=InterviewForm)
    day = _day(wish.day, as_of=as_of)
    before = _known(opened, wish.informant)
    _expect_talk(wish, group=before.group)
    said = [
        *([f"de stand van '{before.id}' is {state.value} (op {day.in_words()})"] if state else []),
        *([f"'{before.id}' antwoordt zo: {form.value}"] if form and not state else []),
        *([f"aan '{before.id}' deden {wish.participants} mensen mee"] if wish.participants else []),
    ]
    if not said:
        raise WrongUseError(
            f"Wat wilt u opschrijven over '{before.id}'?",
            remedy="Geef een stand, zoals --stand uitgenodigd, of een vorm, zoals --vorm xlsx.",
        )
    if try_out:
        console.say(f"Er is niets geschreven. Zonder --proef komt er te staan: {'; '.join(said)}.")
        return
    changed = False
    if state is not None:
        changed = set_state(opened.folder, before.id, state, day=day, form=form)
    elif form is not None:
        changed = set_form(opened.folder, before.id, form)
    if wish.participants is not None:
        changed |= set_participants(opened.folder, before.id, wish.participants)
    if changed:
        _tell(opened, before, said, state=state)
    else:
        console.say(f"Er verandert niets: zo stond het al in {ROUND_FILE}.")
    console.say(f"Hoe de ronde ervoor staat, ziet u met: {opened.command('ronde', 'status')}")


def _tell(opened: OpenRound, before: Standing, said: list[str], *, state: InvitationState | None) -> None:
    """Say what was written, and where the answers show something else, what holds."""
    from psoh_cli.dossier.open_round import open_round
    from psoh_cli.terminal import console

    now = next(item for item in open_round(opened.folder).standing if item.id == before.id)
    if now.asked_again_on:
        console.success(
            f"'{now.id}' is {now.state_in_words}. Alle vragen hebben al een antwoord, dus de stand blijft klaar."
        )
        again = opened.command("ronde", "formulier", "--informant", now.id)
        console.say(f"Een lijst met de antwoorden erin, om na te kijken: {again}")
        return
    console.success(f"{'; '.join(said)}.")
    if state is not None and now.state is not state:
        count = f"{now.answered} van de {len(now.questions)}"
        console.say(
            f"'{now.id}' telt als {now.state.value}: er is een antwoord op {count} vragen. Zo staat het ook in "
            "psoh ronde status."
        )


def _expect_talk(wish: Wish, *, group: str) -> None:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.practices.question import STATUSHOUDERS

    if wish.participants is not None and group != STATUSHOUDERS:
        raise WrongUseError(
            "--deelnemers is er voor een groepsgesprek met statushouders; er is niets veranderd.",
            remedy="Laat --deelnemers weg. Een professional telt als één.",
        )


def _known(opened: OpenRound, informant: str) -> Standing:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import did_you_mean

    names = {item.id: item for item in opened.standing}
    if informant in names:
        return names[informant]
    who = f"Wie er zijn, ziet u met: {opened.command('ronde', 'status')}"
    if not informant:
        raise WrongUseError(
            "Er staat niet over wie het gaat.", remedy=f"Noem de informant: --informant NAAM. {who}"
        )
    raise WrongUseError(
        f"'{informant}' is geen informant in deze ronde.",
        remedy=did_you_mean(informant, names) or f"Iemand toevoegen kan met --groep en --rol. {who}",
    )


def _invitation(opened: OpenRound, wish: Wish) -> Invitation:
    """Make somebody of what was typed; raise WrongUseError in Dutch when that cannot be done."""
    from psoh_cli.dutch import slug
    from psoh_cli.errors import WrongUseError
    from psoh_cli.interview.rules import LONGEST_NAME, choose_group, name_fault
    from psoh_cli.kaart.role import sound_role
    from psoh_cli.model import normal
    from psoh_cli.rounds.round import Invitation
    from psoh_cli.rounds.spoken_for import entry_called
    from psoh_cli.vocabulary import InterviewForm

    role = sound_role(wish.role, option="--rol")
    if not wish.group or not role:
        raise WrongUseError(
            "Om iemand toe te voegen zijn een groep en een functie nodig.",
            remedy=f"Geef --groep en --rol. {choose_group(wish.group, opened.catalogue)}".strip(),
        )
    if wish.group not in opened.catalogue.group:
        raise WrongUseError(
            f"De groep '{wish.group}' bestaat niet.", remedy=choose_group(wish.group, opened.catalogue)
        )
    try:
        organization = normal(wish.organization) or None
    except ValueError as error:
        raise WrongUseError(f"--organisatie: {error}.") from None
    name = wish.informant or slug(" ".join(filter(None, (role, organization))))[:LONGEST_NAME].strip("-")
    fault = name_fault(name)
    if fault:
        raise WrongUseError(f"Een informant kan niet '{name}' heten.", remedy=fault)
    if name in opened.taken:
        raise WrongUseError(
            f"Er is al een informant '{name}'; er is niets veranderd.",
            remedy="Geef een andere korte naam met --informant.",
        )
    entry = entry_called(organization or "", organizations=opened.kaart.organizations)
    return Invitation(
        id=name,
        group=wish.group,
        role=role,
        organization=organization,
        entry=entry.id if entry else None,
        form=_chosen(wish.form, option="--vorm", choices=InterviewForm),
    )


def _day(text: str, *, as_of: date) -> PartialDate:
    from psoh_cli.dutch import PartialDate
    from psoh_cli.errors import WrongUseError

    if not text:
        return PartialDate(as_of.year, as_of.month, as_of.day)
    try:
        day = PartialDate.parse(text)
    except ValueError as error:
        raise WrongUseError(f"--op: {error}") from None
    if day.first_day() > as_of:
        raise WrongUseError(
            f"--op: {day.in_words()} moet nog komen.", remedy="Schrijf alleen op wat al is gebeurd."
        )
    return day


def _chosen(text: str, *, option: str, choices: type[Choice]) -> Choice | None:
    """Read one of the words of a list; None when nothing was typed."""
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError

    wanted = text.strip().casefold()
    if not wanted:
        return None
    found = next((item for item in choices if item.value == wanted), None)
    if found is None:
        names = listing([item.value for item in choices], last="of")
        raise WrongUseError(f"{option}: '{text}' ken ik niet.", remedy=f"Kies uit: {names}.")
    return found
