"""Where the answers to a question stand: who says what and how that relates; and the lists of a whole round."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from psoh_cli.analysis.agreement_words import Said
from psoh_cli.interview.agreement import Agreement
from psoh_cli.interview.naming import GEMEENTE
from psoh_cli.model import Frozen


class Standing(Frozen):
    """One question with who said what on it, and how that relates."""

    question: str = Field(alias="vraag")
    text: str = Field(alias="tekst")
    theme: str = Field(alias="thema")
    relation: Agreement = Field(alias="verhouding")
    sentence: str = Field(alias="zin")
    """All of it in words: who says what and when, who does not know, and who does this work."""
    sides: tuple[Said, ...] = Field(default=(), alias="antwoorden")
    when: str = Field(default="", alias="wanneer")
    """The days of all known answers together."""
    unknown: str = Field(default="", alias="weet_het_niet")
    """Who said *weet ik niet*; empty when nobody."""
    excused: str = Field(default="", alias="niet_van_toepassing")
    """Who said *niet van toepassing*; empty when nobody."""
    doubt: str = Field(default="", alias="voorbehoud")
    """What has to be said beside answers that are the same: who is not sure, what is old, who does not know."""
    groups: tuple[str, ...] = Field(default=(), alias="groepen")
    """The groups that said something on the matter."""
    asked: tuple[str, ...] = Field(default=(), alias="gevraagd")
    """The groups that were asked, also those that did not know."""
    to_test: tuple[str, ...] = Field(default=(), alias="nog_te_toetsen_bij")
    """Names of the groups that could know too and were not asked."""
    done_by: tuple[str, ...] = Field(default=(), alias="doet_zelf")
    """Names of the groups that do this work themselves."""
    statushouders: tuple[Standing, ...] = Field(default=(), alias="statushouders_zeggen")
    """What statushouders say to the questions by which they are asked the same; only those with an answer."""
    contradicted_by: tuple[str, ...] = Field(default=(), alias="weersproken_door")
    """Of those, the questions on which statushouders share no answer with the others."""

    @property
    def only_gemeente(self) -> bool:
        """Tell whether only the gemeente knows this, while others who were asked do not."""
        told = self.relation is Agreement.ONE_KNOWS and self.groups == (GEMEENTE,)
        return told and self.asked != (GEMEENTE,)

    @property
    def said_otherwise(self) -> bool:
        """Tell whether statushouders, or a part of them, say something on the same that nobody here says."""
        said = {side.words for side in self.sides}
        return any(side.words not in said for twin in self.statushouders for side in twin.sides)

    @property
    def is_untested(self) -> bool:
        """Tell whether the gemeente says this and nobody else was asked, though others could know."""
        if self.relation in (Agreement.DIFFER, Agreement.APART):
            return False
        return self.asked == (GEMEENTE,) == self.groups and bool(self.to_test)

    @property
    def findings(self) -> tuple[str, ...]:
        """The ids of the findings that this is a difference; the first is the one to decide on."""
        own = (f"gap-verschil-{self.question}",) if self.relation is Agreement.DIFFER else ()
        return (*own, *(f"gap-verschil-naast-{name}" for name in self.contradicted_by))


class Beside(Frozen):
    """What statushouders say beside what professionals say about the same."""

    question: str = Field(alias="vraag")
    text: str = Field(alias="tekst")
    statushouders: Standing
    professionals: tuple[Standing, ...]
    """One for each question that professionals are asked about the same; the same one where both are asked it."""
    differs: bool = Field(alias="wijst_anders")
    """Whether the answers have nothing in common, so that they point different ways."""
    names_other: bool = Field(default=False, alias="noemt_iets_anders")
    """Whether both named something, and nothing the same: each may be right, so it contradicts nobody."""

    @property
    def finding(self) -> str:
        """The id of the finding that both do not say the same."""
        return f"gap-verschil-naast-{self.question}"


class Agreements(Frozen):
    """How the answers to every question relate; each list is in the order of the interview."""

    agreed: tuple[Standing, ...] = Field(default=(), alias="eens")
    differing: tuple[Standing, ...] = Field(default=(), alias="oneens")
    one_sided: tuple[Standing, ...] = Field(default=(), alias="alleen_een_groep_weet_het")
    nobody_knows: tuple[Standing, ...] = Field(default=(), alias="niemand_weet_het")
    untested: tuple[Standing, ...] = Field(default=(), alias="nog_niet_getoetst")
    per_organization: tuple[Standing, ...] = Field(default=(), alias="verschilt_per_organisatie")
    adding_up: tuple[Standing, ...] = Field(default=(), alias="vullen_elkaar_aan")
    one_voice: tuple[Standing, ...] = Field(default=(), alias="een_stem")
    one_group: tuple[Standing, ...] = Field(default=(), alias="een_groep")
    """What those who know of one group say alike, while no other group was asked."""
    own_alike: tuple[Standing, ...] = Field(default=(), alias="zeggen_hetzelfde_over_eigen_werk")
    agreed_unsure: tuple[Standing, ...] = Field(default=(), alias="eens_maar_niet_zeker")
    """What all say alike, and fewer than two groups surely and lately."""
    agreed_in_part: tuple[Standing, ...] = Field(default=(), alias="eens_maar_niet_alle_statushouders")
    """What all professionals say alike, and only a part of the statushouders."""
    beside: tuple[Beside, ...] = Field(default=(), alias="statushouders_naast_professionals")
    only_statushouders: tuple[Standing, ...] = Field(default=(), alias="alleen_aan_statushouders_gevraagd")
    """What only statushouders are asked, and nobody in other words; also where nobody answered it yet."""

    @property
    def apart(self) -> tuple[Beside, ...]:
        """Give where statushouders and professionals point different ways, but for what stands in `differing`."""
        told = {name for item in self.differing for name in item.contradicted_by}
        return tuple(item for item in self.beside if item.differs and item.question not in told)

    @property
    def in_part(self) -> tuple[Standing, ...]:
        """Give what all who know say alike, while statushouders are divided on it: no difference, and not agreed."""
        alike = (*self.agreed_in_part, *self.one_voice, *self.one_group, *self.own_alike, *self.untested)
        return tuple(item for item in alike if item.said_otherwise)

    @property
    def only_gemeente(self) -> tuple[Standing, ...]:
        """Give what only the gemeente knows, while others who were asked do not."""
        return tuple(item for item in self.one_sided if item.only_gemeente)

    @cached_property
    def standing(self) -> dict[str, Standing]:
        """What was said on each question on which anybody said something, by question id."""
        lists = (
            self.agreed, self.differing, self.one_sided, self.nobody_knows, self.untested,
            self.per_organization, self.adding_up, self.one_voice, self.agreed_in_part,
            self.one_group, self.own_alike, self.agreed_unsure,
        )  # fmt: skip
        return {item.question: item for listed in lists for item in listed}
