"""Pages to HTML, in one language at a time. All that somebody typed goes in as text; a page can fetch nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from psoh_cli.kaart.exchange.schema_org import as_script, json_ld, organization_json_ld
from psoh_cli.site.list_parts import FIRST_SERVICES, ListPart, anchor_of
from psoh_cli.site.pages import (
    ABOUT,
    HOME,
    LIST,
    NOT_FOUND,
    Names,
    OrganizationPage,
    ServicePage,
    Site,
)
from psoh_cli.site.places import Here
from psoh_cli.site.render_qr import qr_code
from psoh_cli.site.render_search import script_labels
from psoh_cli.site.render_templates import environment
from psoh_cli.site.render_words import Words

POLICY = (
    "default-src 'none'; script-src 'self'{}; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'"
)
"""What a browser may do on a page: load our own style, script and icon, and nothing else.

What stands in a script element of the page itself is data, and is named by its hash all the same.
"""

_MENU = ((HOME, "menu_zoeken"), (LIST, "menu_lijst"), (ABOUT, "menu_over"))


class Renderer:
    """All templates, for one language version of one site."""

    def __init__(
        self,
        site: Site,
        *,
        words: Words,
        languages: tuple[str, ...],
        templates: Mapping[str, str],
        names: Names,
    ) -> None:
        """Take the templates by name, so that nothing is read here."""
        self.site = site
        self.words = words
        self._gemeenten = names.gemeenten
        self._environment = environment(tuple(sorted(templates.items())))
        self._every_page = {
            "w": words,
            "about": site.about,
            "talen": languages,
            "menu": _MENU,
            "stap": self._step,
            "anker": anchor_of,
        }

    def home(self) -> str:
        """Write the first page."""
        labels = script_labels(self.words)
        # In the page it stands exactly as the filter `tojson` writes it.
        data = htmlsafe_json_dumps(labels, **self._environment.policies["json.dumps_kwargs"])
        return self._page(
            "index.html", HOME, data=data, content=self.site, zoek_labels=labels, eerste=FIRST_SERVICES
        )

    def whole_list(self, *, part: ListPart) -> str:
        """Write one page of the list to print."""
        return self._page("lijst.html", part.place, content=part)

    def about(self) -> str:
        """Write the page about the site."""
        return self._page("over.html", ABOUT, content=_Keeper.of(self.site))

    def not_found(self) -> str:
        """Write what a server shows for a page that is not there."""
        return self._page("404.html", NOT_FOUND, content=None, is_absolute=True)

    def service(self, page: ServicePage) -> str:
        """Write the page of a service."""
        address = self._here(page.place).address_in(self.words.language)
        found = json_ld(
            page.service, page.organization, fresh=_fresh_of(page), gemeenten=self._gemeenten, page=address
        )
        data = Markup(as_script(found))  # noqa: S704  (nothing in it can end the script)
        return self._page("dienst.html", page.place, data=data, content=page, gegevens=data)

    def organization(self, page: OrganizationPage) -> str:
        """Write the page of an organization."""
        found = organization_json_ld(
            page.organization,
            fresh={page.organization.id} if page.is_fresh else frozenset(),
            page=self._here(page.place).address_in(self.words.language),
        )
        data = Markup(as_script(found))  # noqa: S704  (nothing in it can end the script)
        return self._page("organisatie.html", page.place, data=data, content=page, gegevens=data)

    def poster(self, page: ServicePage | OrganizationPage) -> str:
        """Write the poster of a service or an organization, with the code that leads to its page."""
        target = self._here(page.place).address_in(self.words.language)
        label = self.words.plain("poster_code", adres=target)
        return self._page(
            "poster.html",
            page.poster,
            content=page,
            doel=target,
            qr=qr_code(target, label=label) if target else None,
        )

    def _step(self, step: str) -> Markup:
        """Say what a step of the chain is for, in plain words; by its own name where there are none."""
        key = f"waarvoor_{step}"
        if self.words.texts.has(key):
            return self.words.t(key)
        return self.words.dutch(self.site.step_names.get(step, step))

    def _here(self, place: str, *, is_absolute: bool = False) -> Here:
        return Here(place, self.words.language, self.site.about.address, is_absolute)

    def _page(
        self, template: str, place: str, *, data: str = "", is_absolute: bool = False, **values: Any
    ) -> str:
        """Write a page; `data` is what stands in a script element on it."""
        here = self._here(place, is_absolute=is_absolute)
        policy = POLICY.format(f" '{_hash(data)}'" if data else "")
        return self._environment.get_template(template).render(
            **self._every_page, h=here, beveiliging=policy, **values
        )


@dataclass(frozen=True, slots=True)
class _Keeper:
    """What the page about the site says of who keeps it."""

    keeper: OrganizationPage | None

    @classmethod
    def of(cls, site: Site) -> _Keeper:
        keeper = site.about.keeper
        found = (page for page in site.organizations if keeper and page.organization.id == keeper.id)
        return cls(next(found, None))


def _fresh_of(page: ServicePage) -> frozenset[str]:
    """Give the ids, of a service and its organization, of what was confirmed within its term."""
    found = {page.service.id: page.is_fresh, page.organization.id: page.is_home_fresh}
    return frozenset(name for name, is_fresh in found.items() if is_fresh)


def _hash(data: str) -> str:
    """Name a text as a Content-Security-Policy does."""
    return "sha256-" + base64.b64encode(hashlib.sha256(data.encode()).digest()).decode("ascii")
