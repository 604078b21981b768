"""What stands on each page of the site: plain values, worked out once for all languages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from psoh_cli.dutch import PartialDate, sort_key
from psoh_cli.file_names import is_device
from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.kaart.entries import Contact, Location, Organization, Service
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.kaart.regions import NO_REGIONS, Regions
from psoh_cli.kaart.telephone import can_be_dialled
from psoh_cli.site.public import Public, places_of

HOME, LIST, ABOUT, NOT_FOUND = "index.html", "lijst.html", "over.html", "404.html"

_LONGEST_NAME = 80
_REPORTED_TO = ("gemeente-regisseur", "gemeente-beleid", "gemeente-bestuur", "gemeente-inburgering")
"""Who keeps the kaart of a gemeente, the likeliest first (our own choice: afgeleid)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What every page says about the site as a whole."""

    name: str
    """Of the gemeente, or of the kaart where there is no dossier around it."""
    is_gemeente: bool
    as_of: PartialDate
    example: str | None = None
    """`illustratief` or `openbare-bronnen`, for a dossier that is an example."""
    address: str = ""
    """Where the site will stand, with a slash at its end; empty when nobody said."""
    keeper: Organization | None = None
    """The organization of the gemeente itself that can be told of a mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage:
    """One service with all that a reader needs of its organization."""

    service: Service
    organization: Organization
    places: tuple[Location, ...]
    areas: tuple[str, ...]
    """Where it works: names of wijken and gemeenten."""
    contact: Contact | None
    website: str | None
    is_fresh: bool
    is_home_fresh: bool
    """Whether its organization was confirmed within its term: the hours of its places are told there."""
    place: str
    """Its page, such as `dienst/maatje.html`."""
    poster: str
    """Empty where there is nobody to call, to mail or to look up."""

    @property
    def named(self) -> str:
        """What it is called."""
        return self.service.name

    @property
    def organization_place(self) -> str:
        """The page of its organization."""
        return organization_place(self.organization.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationPage:
    """One organization and what it offers."""

    organization: Organization
    kind: str
    """What kind of organization it is, in Dutch; without the examples that the knowledge gives of it."""
    services: tuple[ServicePage, ...]
    contact: Contact | None
    website: str | None
    is_fresh: bool
    place: str
    poster: str

    @property
    def named(self) -> str:
        """What it is called."""
        return self.organization.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Services under one heading of the list; `step` is what they are for, empty where nobody wrote that down."""

    step: str
    services: tuple[ServicePage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that becomes a page, in no language yet."""

    about: About
    services: tuple[ServicePage, ...]
    organizations: tuple[OrganizationPage, ...]
    groups: tuple[Group, ...]
    step_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names by id or code, from outside the kaart."""

    steps: Mapping[str, str] = field(default_factory=dict)
    partner_types: Mapping[str, str] = field(default_factory=dict)
    gemeenten: Mapping[str, str] = field(default_factory=dict)
    regions: Regions = NO_REGIONS
    """The names in a service area that stand for several gemeenten."""
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For which needs each service helps, by its id."""


def compose(public: Public, *, about: About, names: Names) -> Site:
    """Work out what stands on each page."""
    organizations = {item.id: item for item in public.organizations}
    services = tuple(
        _service_page(item, organization=organizations[item.organization], public=public, names=names)
        for item in public.services
    )
    offered: dict[str, list[ServicePage]] = {}
    for page in services:
        offered.setdefault(page.organization.id, []).append(page)
    return Site(
        about=about,
        services=services,
        organizations=tuple(
            OrganizationPage(
                organization=item,
                kind=names.partner_types.get(item.partner_type, "").partition(" (")[0],
                services=tuple(offered.get(item.id, ())),
                contact=item.contact,
                website=web_link(item.website),
                is_fresh=item.id in public.fresh,
                place=organization_place(item.id),
                poster=f"poster/organisatie-{file_name(item.id)}" if item.contact or item.website else "",
            )
            for item in public.organizations
        ),
        groups=tuple(_groups(services, names=names)),
        step_names={
            step: names.steps.get(step, step) for page in services for step in page.service.chain_steps
        },
    )


def keeper_of(public: Public) -> Organization | None:
    """Find the organization of the gemeente that can be reached about a mistake in the kaart."""
    for kind in _REPORTED_TO:
        for item in public.organizations:
            if item.partner_type == kind and (item.contact or item.website):
                return item
    return None


def file_name(name: str) -> str:
    """Give the file of an entry: its id, or a name for it that every computer takes."""
    if is_device(name):
        return f"{name}-.html"
    if len(name) > _LONGEST_NAME:
        return f"{name[:_LONGEST_NAME]}-{hashlib.sha256(name.encode()).hexdigest()[:12]}.html"
    return f"{name}.html"


def organization_place(name: str) -> str:
    """Give the page of an organization."""
    return f"organisatie/{file_name(name)}"


def web_link(address: str | None) -> str | None:
    """Give an address that a browser may open, with the https:// that somebody left out."""
    if address is None:
        return None
    return (
        address
        if address[:7].lower() == "http://" or address[:8].lower() == "https://"
        else f"https://{address}"
    )


def phone_link(number: str) -> str:
    """Give a telephone number as a link takes it; empty where no telephone takes it."""
    if not can_be_dialled(number):
        return ""
    digits = "".join(sign for sign in number if sign.isascii() and sign.isdecimal())
    return f"tel:+{digits}" if number.strip().startswith("+") else f"tel:{digits}"


def _service_page(
    service: Service, *, organization: Organization, public: Public, names: Names
) -> ServicePage:
    contact = service.contact or organization.contact
    website = web_link(service.website or organization.website)
    return ServicePage(
        service=service,
        organization=organization,
        places=places_of(service, organization=organization),
        areas=tuple(
            names.gemeenten.get(gemeente_code(area), area) if is_gemeente_code(area) else area
            for area in service.service_area
        ),
        contact=contact,
        website=website,
        is_fresh=service.id in public.fresh,
        is_home_fresh=organization.id in public.fresh,
        place=f"dienst/{file_name(service.id)}",
        poster=f"poster/dienst-{file_name(service.id)}" if contact or website else "",
    )


def _groups(services: tuple[ServicePage, ...], *, names: Names) -> Iterator[Group]:
    """Yield the services under the first thing each is for, in the order of the chain."""
    by_step: dict[str, list[ServicePage]] = {}
    for page in services:
        by_step.setdefault(next(iter(page.service.chain_steps), ""), []).append(page)
    order = {step: place for place, step in enumerate(names.steps)}
    for step in sorted(by_step, key=lambda step: (not step, order.get(step, len(order)), sort_key(step))):
        yield Group(step=step, services=tuple(by_step[step]))
