"""The Round: who is asked, how far each of them is, and what the klankbordgroep decided on the outcome."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from psoh_cli.dutch import Count, PartialDate
from psoh_cli.model import Frozen, Slug, Text
from psoh_cli.vocabulary import InterviewForm, InvitationState

ROUND_FILE = "ronde.yaml"


class Invitation(Frozen):
    """One informant in the round: a role at an organisation, never a person's name."""

    id: Slug
    """The name of the interview file, without its ending."""
    group: Slug = Field(alias="groep")
    role: Text = Field(alias="rol")
    organization: Text | None = Field(default=None, alias="organisatie")
    entry: Slug | None = Field(default=None, alias="vermelding")
    """The id of the organisation on the kaart."""
    partner: Slug | None = Field(default=None, alias="ketenpartner")
    """The kind of partner for which this informant speaks."""
    form: InterviewForm | None = Field(default=None, alias="vorm")
    state: InvitationState = Field(default=InvitationState.PLANNED, alias="stand")
    """What people or commands wrote down last; what the answers show may be further, see `state.py`."""
    invited_on: PartialDate | None = Field(default=None, alias="uitgenodigd_op")
    done_on: PartialDate | None = Field(default=None, alias="klaar_op")
    participants: Count | None = Field(default=None, alias="aantal_deelnemers")
    """How many took part in a group talk."""
    remark: Text | None = Field(default=None, alias="toelichting")


class Resolution(Frozen):
    """What the klankbordgroep decided on something it discussed."""

    id: Slug
    about: tuple[Slug, ...] = Field(min_length=1, alias="over")
    """Ids of findings, of questions, or of ARQ questions."""
    text: Text = Field(alias="besluit")
    day: PartialDate = Field(alias="op")
    roles: tuple[Text, ...] = Field(min_length=1, alias="door")
    """The roles or organisations at the table, never names of people; in the file and on screens, in no document."""
    remark: Text | None = Field(default=None, alias="opmerking")
    """For the table only: in no document."""


class RoundFile(Frozen):
    """The file `ronde.yaml`."""

    format: Text = Field(alias="formaat")
    knowledge_version: Text = Field(alias="kennisversie")
    invitations: tuple[Invitation, ...] = Field(default=(), alias="informanten")
    resolutions: tuple[Resolution, ...] = Field(default=(), alias="besluiten")

    @cached_property
    def invitation(self) -> dict[str, Invitation]:
        """Invitations by the id of their informant."""
        return {item.id: item for item in self.invitations}

    def on(self, about: str) -> tuple[Resolution, ...]:
        """Give what was decided on a finding or a question, the latest first."""
        found = [item for item in self.resolutions if about in item.about]
        return tuple(sorted(found, key=lambda item: (str(item.day), item.id), reverse=True))


NO_ROUND = RoundFile(format="1", knowledge_version="onbekend")
"""The round of a dossier in which nobody wrote one down."""
