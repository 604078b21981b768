"""`psoh kaart export`: the kaart in a form that others work with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import AsOf

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.exchange.export_forms_file import Form
    from psoh_cli.kaart.exchange.hsds.setting import Setting
    from psoh_cli.kaart.kaart import KaartFile

_FOLDER = "export"
_TO_OUTPUT = Path("-")


def export(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="VORM",
            help="xlsx (werkboek om in te vullen), csv (voor Excel), hsds of hsds-csv (Open Referral HSDS 3.1), "
            "4ws-csv of 4ws-xlsx (4Ws van de IASC), of json (de kaart zoals zij is). Zonder: wat bij --output past, "
            "anders xlsx.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="BESTAND|MAP|-",
            help="Waar het komt; - is het scherm of een ander programma (csv en json). Zonder: export/ in het dossier.",
        ),
    ] = None,
    public: Annotated[
        bool,
        typer.Option(
            "--openbaar",
            help="Alleen wat iedereen mag zien, zoals op de site: zonder wat voor professionals of gestopt is, en "
            "zonder bron, toelichting, geschiedenis en wat u verder alleen zelf gebruikt.",
        ),
    ] = False,
    shared: Annotated[
        bool,
        typer.Option("--gedeeld", help="Neem ook mee wat uit gedeelde kaarten voor deze gemeente meetelt."),
    ] = False,
    replace: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang wat er al staat, ook als dat anders is.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Geef de sociale kaart aan een ander: als werkboek, als csv, of in een standaard voor andere systemen.

    In het werkboek kan een partner de diensten nakijken en aanvullen; psoh kaart import leest het terug. Alles van de
    kaart gaat mee, ook wat alleen voor professionals is; met --openbaar niet.
    """
    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.kaart.exchange.export_forms_file import WAYS, make
    from psoh_cli.kaart.exchange.placing_files import place_file, place_files
    from psoh_cli.terminal import console

    chosen = _form(form, output=output)
    day = day_or_today(as_of)
    opened = open_kaart(folder)
    kaart = _kaart(opened, chosen, shared=shared, public=public)
    made = make(chosen, kaart, _setting(opened, public=public), as_of=day)
    for line in made.left_out:
        console.say(line)
    way = WAYS[chosen]
    if output == _TO_OUTPUT:
        text = b"".join(made.files.values()).decode()
        console.data(text.replace("\r\n", "\n").rstrip("\n"))  # a stream ends its lines as its computer does
        return
    path = _path(opened, chosen, output=output)
    if way.is_one_file:
        changed = place_file(made.files[way.name], path=path, replace=replace)
    else:
        changed = place_files(made.files, path=path, replace=replace)
    _tell(kaart, path=path, changed=changed, form=chosen, public=public)


def _form(text: str | None, *, output: Path | None) -> Form:
    """Find the form that is meant; raise WrongUseError when there is none, or it does not fit the output."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.exchange.export_forms_file import WAYS, Form
    from psoh_cli.problems.meant import did_you_mean

    names = [item.value for item in Form]
    suffix = output.suffix.casefold().removeprefix(".") if output is not None else ""
    if text is None:
        text = suffix if suffix in names else Form.XLSX.value
    if text.casefold() not in names:
        raise WrongUseError(
            f"'{text}' is geen vorm voor een export.",
            remedy=f"{did_you_mean(text, names)} Kies uit: {', '.join(names)}.".strip(),
        )
    chosen = Form(text.casefold())
    way = WAYS[chosen]
    if output == _TO_OUTPUT and not way.is_text:
        raise WrongUseError(
            f"{chosen.value} kan niet naar het scherm.", remedy="Noem een bestand of map met --output."
        )
    own = way.name.rpartition(".")[2] if way.is_one_file else "zip"
    if suffix and suffix != own and (way.is_one_file or suffix in names):
        raise WrongUseError(
            f"--format {chosen.value} past niet bij --output {output}.",
            remedy=f"Geef het bestand een naam die eindigt op .{own}, of kies een ander --format.",
        )
    return chosen


def _kaart(opened: OpenKaart, form: Form, *, shared: bool, public: bool) -> KaartFile:
    """Take the own kaart file, with what counts of the shared ones when asked, and only its public part if so."""
    from psoh_cli.dutch import plural
    from psoh_cli.kaart.exchange.export_forms_file import Form, public_form
    from psoh_cli.kaart.public_fields import NOT_INCLUDED
    from psoh_cli.terminal import console

    kaart = _whole(opened) if shared else opened.own_file()
    if not public:
        return kaart
    part = public_form(form, kaart)
    if part.left_out:
        verb = "is" if part.left_out == 1 else "zijn"
        count = plural(part.left_out, "vermelding", "vermeldingen")
        console.say(f"{count} {verb} weggelaten: alleen voor professionals, of gestopt.")
    if form is Form.JSON:
        console.say(
            f"Bij elke bron staat '{NOT_INCLUDED}'. Gebruik dit bestand niet als uw eigen kaart: wat alleen voor u is, "
            "zit er niet in."
        )
    return part.kaart


def _whole(opened: OpenKaart) -> KaartFile:
    """Put all that counts for the gemeente in one kaart file."""
    first = opened.own or next(file for _, file in opened.shared)
    whole = {"organizations": opened.kaart.organizations, "services": opened.kaart.services}
    return first.model_copy(update=whole)


def _setting(opened: OpenKaart, *, public: bool) -> Setting:
    from psoh_cli.gemeente.register_file import read_register
    from psoh_cli.kaart.exchange.code_lists_file import read_code_lists
    from psoh_cli.kaart.exchange.hsds.documents import setting_of
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.practices.practice_files import sound_catalogue

    catalogue = sound_catalogue()
    gemeente = opened.gemeente
    return setting_of(
        name=gemeente.code if gemeente is not None else opened.name.strip("'"),
        known=KnownIds.of(catalogue),
        lists=read_code_lists(),
        knowledge_version=catalogue.version,
        gemeente=gemeente,
        register=None if gemeente is not None and gemeente.example is not None else read_register(),
        only_public=public,
    )


def _path(opened: OpenKaart, form: Form, *, output: Path | None) -> Path:
    """Say where it goes; a folder, or a name without an ending, gets the usual name of the file in it."""
    from psoh_cli.kaart.exchange.export_forms_file import WAYS

    way = WAYS[form]
    if output is None:
        return opened.path.parent / _FOLDER / way.name
    return output / way.name if way.is_one_file and not output.suffix else output


def _tell(kaart: KaartFile, *, path: Path, changed: bool, form: Form, public: bool) -> None:
    from psoh_cli.dutch import plural
    from psoh_cli.kaart.exchange.export_forms_file import Form
    from psoh_cli.terminal import console
    from psoh_cli.vocabulary import Visibility

    services = plural(len(kaart.services), "dienst", "diensten")
    organizations = plural(len(kaart.organizations), "organisatie", "organisaties")
    where = path.as_posix()
    if changed:
        console.success(f"{services} en {organizations} staan in {where}.")
    else:
        console.success(f"{where} was al precies zo: {services} en {organizations}.")
    hidden = [
        item for item in (*kaart.organizations, *kaart.services) if item.visibility is Visibility.PROFESSIONAL
    ]
    if hidden and not public:
        console.warn(
            f"Hierin {'staat' if len(hidden) == 1 else 'staan'} ook "
            f"{plural(len(hidden), 'vermelding', 'vermeldingen')} die alleen voor professionals "
            f"{'is' if len(hidden) == 1 else 'zijn'}. Voor iedereen: geef --openbaar."
        )
    if form is Form.CSV:
        console.say(
            "Voor een tekst die Excel zou uitrekenen of veranderen (zoals 0612345678) staat een apostrof. Laat die "
            "staan: bij het importeren haalt psoh hem weg."
        )
