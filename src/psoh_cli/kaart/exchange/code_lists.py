"""Lists of codes that others keep: the activities of the 4Ws overview and the products of the government."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from psoh_cli.dutch import same_name
from psoh_cli.model import Frozen, Slug, Text, WebAddress

AsSure = Literal["geverifieerd", "uit-geheugen"]
"""How sure it is that a code stands for this: found in a second source, or still to be looked up."""


class Activity(Frozen):
    """One activity, with a short name of our own; `layer` where it differs from that of its theme."""

    code: Text
    name: Text = Field(alias="naam")
    certainty: AsSure = Field(alias="zekerheid")
    layer: Slug | None = Field(default=None, alias="laag")


class Theme(Frozen):
    """A group of activities; one without a layer supports the work in every layer."""

    code: Text
    name: Text = Field(alias="naam")
    focus: Literal["gemeenschap", "persoon", "algemeen"] = Field(alias="soort")
    layer: Slug | None = Field(default=None, alias="laag")
    activities: tuple[Activity, ...] = Field(alias="subcodes")


class ActivityList(Frozen):
    """One version of the list of activities; the layers are our own reading of it."""

    version: Slug = Field(alias="versie")
    title: Text = Field(alias="titel")
    source: Text = Field(alias="bron")
    url: WebAddress
    isbn: Text
    layer_provenance: Literal["afgeleid"] = Field(alias="laag_herkomst")
    remark: Text = Field(alias="toelichting")
    themes: tuple[Theme, ...] = Field(alias="activiteiten")

    @cached_property
    def activity(self) -> dict[str, Activity]:
        """Activities by code."""
        return {item.code: item for theme in self.themes for item in theme.activities}

    @cached_property
    def theme(self) -> dict[str, Theme]:
        """The theme of an activity, by the code of the activity."""
        return {item.code: theme for theme in self.themes for item in theme.activities}

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of the activities by code."""
        return {code: item.name for code, item in self.activity.items()}

    def layer_of(self, code: str) -> str | None:
        """Give the layer an activity usually belongs to; None where it belongs to none, or is not in the list."""
        if code not in self.activity:
            return None
        return self.activity[code].layer or self.theme[code].layer


class Product(Frozen):
    """One product that the government names; `term` is the end of its address."""

    name: Text = Field(alias="naam")
    term: Text


class ProductList(Frozen):
    """A choice from one version of the list of products: a name that is not in it may well exist."""

    version: Slug = Field(alias="versie")
    title: Text = Field(alias="titel")
    source: Text = Field(alias="bron")
    url: WebAddress
    terms_at: WebAddress = Field(alias="begin_uri")
    products: tuple[Product, ...] = Field(alias="producten")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names, in the order of the list."""
        return tuple(product.name for product in self.products)

    def find(self, text: str) -> Product | None:
        """Find a product by its name or its address; capitals and hyphens do not matter."""
        term = text.removeprefix(self.terms_at)
        return next(
            (item for item in self.products if same_name(item.name) == same_name(text) or item.term == term),
            None,
        )

    def uri_of(self, text: str) -> str | None:
        """Give the address of a product."""
        if text.startswith(self.terms_at):
            return text
        product = self.find(text)
        return None if product is None else f"{self.terms_at}{product.term}"


class CodeLists(Frozen):
    """The lists that belong to this installation; None where nothing asks for them."""

    activities: ActivityList | None = None
    products: ProductList | None = None


NO_LISTS = CodeLists()
