"""The form behind `psoh kaart voeg-toe`: what is filled in so far, asking the rest, and looking it over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.entries import Organization, Service
    from psoh_cli.kaart.fields import Field
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.terminal.asker import TerminalAsker

_CHECKED = "gecontroleerd_op"
_AREA = "werkgebied"


@dataclass
class Form:
    """One service in the making; `organization` is an id or a name, empty when not told yet."""

    opened: OpenKaart
    known: KnownIds
    fields: tuple[Field, ...]
    values: dict[str, Any] = field(default_factory=dict)
    organization: str = ""
    partner: str | None = None

    @property
    def names(self) -> dict[str, str]:
        """Ids and names of the organizations on the own kaart."""
        return {item.id: item.name for item in self.opened.own_file().organizations}

    @property
    def home(self) -> str | None:
        """The id of the organization when it is on the kaart."""
        from psoh_cli.kaart.draft import find_organization

        return find_organization(self.organization, organizations=self.names)

    @property
    def usual_area(self) -> str:
        """Where a service works unless somebody says otherwise: the gemeente of the dossier."""
        return self.opened.gemeente.code if self.opened.gemeente else ""

    def missing(self) -> list[str]:
        """Name the flags without which there is no service to add."""
        flags = [item.flag for item in self.fields if item.required and item.key not in self.values]
        if not self.organization:
            return ["--organisatie", *flags]
        return ["--ketenpartner", *flags] if self.partner is None and self.home is None else flags

    def make(self) -> tuple[Service, Organization | None]:
        """Make the service, and its organization when that is new; raise ValueError in Dutch."""
        from psoh_cli.kaart.draft import make_organization, make_service

        home, new = self.home, None
        if home is None:
            new = make_organization(
                self.organization, partner_type=self.partner or "", values=self.values, taken=self.names
            )
            home = new.id
        taken = [item.id for item in self.opened.own_file().services]
        return make_service(self.values, organization=home, taken=taken), new

    def fill_in(self, asker: TerminalAsker) -> None:
        """Ask what is not filled in yet; raises Stopped or EOFError, and nothing has been written then."""
        asker.say(
            "Typ bij elke vraag een antwoord. Enter laat iets onbekend, ? geeft uitleg, en stop stopt zonder iets "
            "op te slaan. Aan het einde kunt u alles nog wijzigen."
        )
        if not self.organization:
            self._ask_organization(asker)
        elif self.home is None and self.partner is None:
            self._ask_partner(asker)
        for item in self.fields:
            if item.key not in self.values and not self._needless(item):
                self._ask(asker, item)

    def look_over(self, asker: TerminalAsker) -> None:
        """Show what comes on the kaart, and change it field by field until it is right."""
        from psoh_cli.dutch import typed_number

        rows = self._show(asker)
        while True:
            line = asker.ask(
                "Toevoegen? (Enter = ja, nummer = wijzigen, lijst, stop) ", default="ja", explanation=_REVIEW
            ).casefold()
            if line in ("ja", "j"):
                try:
                    self.make()
                except ValueError as error:
                    asker.say(f"Dit kan nog niet op de kaart. {error}")
                    continue
                return
            if line == "lijst":
                self._show(asker)
            elif 1 <= (typed_number(line) or 0) <= len(rows):
                self._change(asker, rows[int(line) - 1])
            else:
                asker.say(
                    "Er is nog niets toegevoegd. "
                    f"Typ het nummer van wat u wilt wijzigen (1 tot en met {len(rows)}), ja om toe te voegen, of stop."
                )

    def in_words(self, key: str) -> str:
        """Write what is filled in for a field as somebody would say it."""
        from psoh_cli.vocabulary import language_name

        if key == "organisatie":
            home = self.home
            return self.names[home] if home else f"{self.organization} (nieuw)"
        item = self._field(key)
        value: Any = self.partner if key == "ketenpartner" else self.values.get(key)
        if value is None:
            return "onbekend"
        if key == "leeftijd":
            return _ages(value)
        if key == "wachttijd":
            return f"{value['weken']} {'week' if value['weken'] == 1 else 'weken'}"
        words = [value] if isinstance(value, str) else value
        if item.is_language:
            return ", ".join(language_name(word) for word in words)
        return ", ".join((item.choices or {}).get(word, word) for word in words)

    def _show(self, asker: TerminalAsker) -> list[str]:
        rows = ["organisatie", *([] if self.home else ["ketenpartner"]), *(item.key for item in self.fields)]
        asker.say("")
        asker.say("Dit komt op de kaart:")
        asker.list_options([self._row(key) for key in rows])
        return rows

    def _row(self, key: str) -> str:
        label = "Organisatie" if key == "organisatie" else self._field(key).label
        return f"{label}: {self.in_words(key)}"

    def _change(self, asker: TerminalAsker, key: str) -> None:
        if key == "organisatie":
            self._ask_organization(asker)
        elif key == "ketenpartner":
            self._ask_partner(asker)
        else:
            self._ask(asker, self._field(key), now=self.in_words(key))
            for item in self.fields:
                if self._needless(item):
                    self.values.pop(item.key, None)
        asker.say("")
        asker.say(f"Nu staat er: {self._row(key)}")

    def _ask(self, asker: TerminalAsker, item: Field, *, now: str = "") -> None:
        from psoh_cli.commands.kaart_vragen import KEPT, ask_field

        usual = self.usual_area if item.key == _AREA else ""
        value = ask_field(asker, item, usual=usual, now=now, check=day if item.key == _CHECKED else None)
        if value is KEPT:
            return
        value = day(value) if item.key == _CHECKED else value
        self.values.pop(item.key, None)
        if value is not None:
            self.values[item.key] = value

    def _ask_organization(self, asker: TerminalAsker) -> None:
        from psoh_cli.commands.kaart_vragen import ask_organization

        self.organization = ask_organization(asker, self.names)
        if self.home is None and self.partner is None:
            self._ask_partner(asker)

    def _ask_partner(self, asker: TerminalAsker) -> None:
        from psoh_cli.commands.kaart_vragen import ask_field

        self.partner = str(ask_field(asker, self._field("ketenpartner")))

    def _field(self, key: str) -> Field:
        from psoh_cli.kaart.fields import partner_field

        if key == "ketenpartner":
            return partner_field(self.known)
        return next(item for item in self.fields if item.key == key)

    def _needless(self, item: Field) -> bool:
        """Tell whether an earlier answer makes a question needless."""
        if item.key == "tolktalen":
            return self.values.get("tolkinzet") in {None, "geen"}
        return item.key == "gecontroleerd_door" and self.values.get(_CHECKED) is None


_REVIEW = (
    "Enter of ja = zo op de kaart zetten\n"
    "een nummer = dat ene gegeven wijzigen; de rest blijft staan\n"
    "lijst = alles nog eens laten zien\n"
    "stop = stoppen; er komt dan niets op de kaart"
)


def day(text: str | None) -> str | None:
    """Read the day of a check: today, a date that has been, or unknown; raise ValueError in Dutch."""
    from psoh_cli.commands import clock
    from psoh_cli.dutch import PartialDate

    if text in {None, "onbekend"}:
        return None
    if text == "vandaag":
        return clock.today().isoformat()
    given = PartialDate.parse(text or "")
    if given.first_day() > clock.today():
        raise ValueError(f"{given.in_words()} ligt in de toekomst")
    return str(given)


def _ages(value: dict[str, str]) -> str:
    lowest, highest = value.get("van"), value.get("tot")
    if lowest and highest:
        return f"{lowest} tot en met {highest} jaar"
    return f"{lowest} jaar en ouder" if lowest else f"tot en met {highest} jaar"
