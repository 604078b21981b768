"""A mapping: which column of a partner's spreadsheet is about which field, and what holds for all its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from psoh_cli.dutch import Count, YesNo
from psoh_cli.kaart.exchange.answers import Answers
from psoh_cli.kaart.exchange.sheet.sheet_fields import IGNORED, field_named, fields
from psoh_cli.model import Frozen, Slug, Text
from psoh_cli.problems.meant import bare, did_you_mean
from psoh_cli.problems.refused import RefusedError

FORMAT = "1"


def heading_key(text: str) -> str:
    """Give what two ways of writing a heading have in common: `Tel.` and `TEL`; empty for none."""
    return bare(text) or re.sub(r"\s+", "", text)


def _field_name(name: str) -> str:
    if name == IGNORED or field_named(name) is not None:
        return name
    hint = did_you_mean(name, (*fields(), IGNORED))
    raise RefusedError(
        f"'{name}' is geen veld waar een kolom naartoe kan",
        hint or f"Velden zijn bijvoorbeeld dienst, organisatie, talen en telefoon; of schrijf {IGNORED}.",
    )


FieldName = Annotated[Text, AfterValidator(_field_name), WithJsonSchema({"type": "string"})]
"""The name of a field, or `overslaan`."""


class ColumnRule(Frozen):
    """A column, by its heading, and the field it is about."""

    column: Text = Field(alias="kolom")
    field: FieldName = Field(alias="veld")


class WordRule(Frozen):
    """What a word in a column means; it is read as if that stood there. `overslaan` is nothing."""

    column: Text = Field(alias="kolom")
    found: Text = Field(alias="staat_er")
    means: Text = Field(alias="wordt")


class FixedRule(Frozen):
    """What holds for every row in which nothing else stands."""

    field: FieldName = Field(alias="veld")
    value: Text = Field(alias="waarde")


class PartnerRule(Frozen):
    """What kind of partner an organization is."""

    organization: Text = Field(alias="organisatie")
    partner_type: Slug = Field(alias="ketenpartner")


class SameRule(Frozen):
    """Which entry of the kaart a name stands for that is written nearly like another; `nieuw` is none of them."""

    name: Text = Field(alias="naam")
    id: Slug = Field(alias="is")


class SheetRule(Frozen):
    """What to do with a sheet: leave it, or which row holds its headings."""

    name: Text = Field(alias="naam")
    header_row: Count | None = Field(default=None, alias="kopregel", ge=1, le=200_000)
    is_left_out: YesNo = Field(default=False, alias=IGNORED)


class SheetMapping(Frozen):
    """The file `koppeling.yaml`: how the spreadsheets of one partner are read."""

    format: Text = Field(default=FORMAT, alias="formaat")
    remark: Text | None = Field(default=None, alias="toelichting")
    source: Text | None = Field(default=None, alias="bron")
    """Where the information comes from, for what has no source of its own."""
    partner_type: Slug | None = Field(default=None, alias="ketenpartner")
    """The kind of partner of every organization that is not named below."""
    partner_types: tuple[PartnerRule, ...] = Field(default=(), alias="ketenpartners")
    same: tuple[SameRule, ...] = Field(default=(), alias="dezelfde")
    """Names that were asked about because they look like others."""
    personal: Literal["weglaten", "overnemen"] = Field(default="weglaten", alias="persoonlijk")
    """What to do with what seems to be about one person: a name, a mobile number, a mailbox."""
    sheets: tuple[SheetRule, ...] = Field(default=(), alias="bladen")
    columns: tuple[ColumnRule, ...] = Field(default=(), alias="kolommen")
    fixed: tuple[FixedRule, ...] = Field(default=(), alias="vaste_waarden")
    words: tuple[WordRule, ...] = Field(default=(), alias="waarden")

    def field_of(self, heading: str) -> str:
        """Give the field that was told for a heading; empty when nothing was."""
        return self._fields.get(heading_key(heading), "")

    def meant(self, heading: str, text: str) -> str | None:
        """Give what a word in a column was told to mean; None when nothing was told."""
        return self._words.get((heading_key(heading), heading_key(text)))

    def has_words_for(self, heading: str) -> bool:
        """Tell whether anything was told of words in a column."""
        return any(key == heading_key(heading) for key, _ in self._words)

    def header_row(self, sheet: str) -> int:
        """Give the row of the headings that was told for a sheet, counted from 1; 0 when nothing was."""
        return next((item.header_row or 0 for item in self.sheets if item.name == sheet), 0)

    def leaves_out(self, sheet: str) -> bool:
        """Tell whether a sheet is not to be read."""
        return any(item.is_left_out for item in self.sheets if item.name == sheet)

    def answers(self, organizations: Iterable[str] = ()) -> Answers:
        """Give what it tells of source and kinds of partners; one for all holds for these organizations."""
        named = {item.organization: item.partner_type for item in self.partner_types}
        for_all = dict.fromkeys(organizations, self.partner_type) if self.partner_type else {}
        known = {bare(name) for name in named}
        rest = {name: value for name, value in for_all.items() if value and bare(name) not in known}
        same = {item.name: item.id for item in self.same}
        return Answers(source=self.source or "", partner_types=named | rest, same=same)

    def with_column(self, heading: str, field: str) -> SheetMapping:
        """Tell what a column is about."""
        rest = [item for item in self.columns if heading_key(item.column) != heading_key(heading)]
        return self._with(columns=(*rest, ColumnRule(column=heading, field=field)))

    def with_word(self, heading: str, text: str, means: str) -> SheetMapping:
        """Tell what a word in a column means."""
        same = (heading_key(heading), heading_key(text))
        rest = [item for item in self.words if (heading_key(item.column), heading_key(item.found)) != same]
        return self._with(words=(*rest, WordRule(column=heading, found=text, means=means)))

    def with_fixed(self, field: str, value: str) -> SheetMapping:
        """Tell what holds for every row in which nothing else stands."""
        rest = [item for item in self.fixed if item.field != field]
        return self._with(fixed=(*rest, FixedRule(field=field, value=value)))

    def with_answers(self, answers: Answers) -> SheetMapping:
        """Keep what was answered on source, kinds of partners and names, for the next time."""
        known = {bare(item.organization): item for item in self.partner_types}
        known |= {
            bare(name): PartnerRule(organization=name, partner_type=value)
            for name, value in answers.partner_types.items()
            if value != self.partner_type
        }
        same = {bare(item.name): item for item in self.same}
        same |= {bare(name): SameRule(name=name, id=value) for name, value in answers.same.items()}
        return self._with(
            partner_types=tuple(known.values()),
            source=answers.source or self.source,
            same=tuple(same.values()),
        )

    def _with(self, **changes: object) -> SheetMapping:
        """Give this with other fields; a copy would keep what was looked up in the old ones."""
        return SheetMapping.model_construct(**dict(self) | changes)

    @cached_property
    def _fields(self) -> dict[str, str]:
        return {heading_key(item.column): item.field for item in self.columns}

    @cached_property
    def _words(self) -> dict[tuple[str, str], str]:
        return {(heading_key(item.column), heading_key(item.found)): item.means for item in self.words}
