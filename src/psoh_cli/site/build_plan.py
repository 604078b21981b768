"""Every file of a site, with what it is made from; nothing is rendered before somebody asks for it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from xml.sax.saxutils import escape

import babel

from psoh_cli import __version__
from psoh_cli.site.list_parts import list_parts
from psoh_cli.site.pages import ABOUT, HOME, NOT_FOUND, Names, OrganizationPage, ServicePage, Site
from psoh_cli.site.places import FILES, folder_of
from psoh_cli.site.render import POLICY, Renderer
from psoh_cli.site.render_search import search_words
from psoh_cli.site.render_words import Words
from psoh_cli.site.search_data import search_script
from psoh_cli.site.texts import DUTCH, Texts

SITEMAP = "sitemap.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One file that belongs in the folder: where, from what, and how it is made."""

    place: str
    source: str
    make: Callable[[], str | bytes]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A site with everything that its pages are made from."""

    site: Site
    versions: tuple[Texts, ...]
    """The languages of the site, Dutch first."""
    templates: Mapping[str, str]
    files: Mapping[str, bytes]
    """What all pages share: style, scripts, icon."""
    names: Names
    areas: tuple[str, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in their order."""
        return tuple(texts.language for texts in self.versions)

    def all(self) -> Iterator[Planned]:
        """Yield every file of the site."""
        for name, data in self.files.items():
            yield Planned(place=f"{FILES}/{name}", source=digest(data), make=partial(bytes, data))
        for texts in self.versions:
            yield from _Version(self, texts).pages()
        if self.site.about.address:
            yield Planned(place=SITEMAP, source=self._digest_of_all, make=self._sitemap)

    @cached_property
    def shared_source(self) -> str:
        """What every page is made from, whatever its language."""
        about = self.site.about
        return digest(
            __version__, babel.__version__, POLICY, repr(sorted(self.templates.items())), repr(self.languages),
            about.name, repr(about.is_gemeente), repr(about.example), about.address,
            about.keeper.model_dump_json() if about.keeper else "", repr(sorted(self.site.step_names.items())),
        )  # fmt: skip

    @cached_property
    def service_sources(self) -> dict[str, str]:
        """What is said of each service, by its id."""
        organizations = {
            page.organization.id: page.organization.model_dump_json() for page in self.site.organizations
        }
        return {
            page.service.id: digest(
                page.service.model_dump_json(),
                organizations[page.organization.id],
                repr(page.areas),
                repr((page.is_fresh, page.is_home_fresh)),
            )
            for page in self.site.services
        }

    @cached_property
    def organization_sources(self) -> dict[str, str]:
        """What is said of each organization, by its id."""
        return {
            page.organization.id: digest(
                page.organization.model_dump_json(),
                page.kind,
                repr(page.is_fresh),
                *(self.service_sources[item.service.id] for item in page.services),
            )
            for page in self.site.organizations
        }

    @cached_property
    def _digest_of_all(self) -> str:
        return digest(
            self.shared_source,
            *self.service_sources.values(),
            *self.organization_sources.values(),
            repr(self.names),
            repr(self.areas),
        )

    @cached_property
    def source_of_all(self) -> str:
        """What the pages are made from on which everything stands."""
        return self._digest_of_all

    def _sitemap(self) -> str:
        about = self.site.about
        lists = [part.place for part in list_parts(self.site.groups)]
        places = [HOME, *lists, ABOUT, *(page.place for page in self.site.organizations)]
        places += [page.place for page in self.site.services]
        addresses = [
            f"{about.address}{folder_of(language)}{place}" for language in self.languages for place in places
        ]
        lines = [f"<url><loc>{escape(address)}</loc></url>" for address in addresses]
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        return "\n".join([head, *lines, "</urlset>\n"])


class _Version:
    """One language version; its templates are read when the first page of it is made."""

    def __init__(self, plan: Plan, texts: Texts) -> None:
        self._plan = plan
        self._texts = texts
        self._folder = folder_of(texts.language)
        self._source = digest(plan.shared_source, texts.language, repr(texts.shown))

    def pages(self) -> Iterator[Planned]:
        """Yield the pages of this version, with the data of its search."""
        plan = self._plan
        keeper = plan.site.about.keeper
        kept_by = plan.organization_sources.get(keeper.id, "") if keeper else ""
        everything = plan.source_of_all
        yield self._page(HOME, everything, Renderer.home)
        for part in list_parts(plan.site.groups):
            yield self._page(part.place, everything, partial(Renderer.whole_list, part=part))
        yield self._page(ABOUT, kept_by, Renderer.about)
        if self._texts.language == DUTCH:
            yield self._page(NOT_FOUND, "", Renderer.not_found)
        yield Planned(
            place=f"{FILES}/gegevens-{self._texts.language}.js",
            source=digest(self._source, everything, "gegevens"),
            make=self._search,
        )
        for service in plan.site.services:
            yield from self._of_service(service)
        for organization in plan.site.organizations:
            yield from self._of_organization(organization)

    def _of_service(self, page: ServicePage) -> Iterator[Planned]:
        source = self._plan.service_sources[page.service.id]
        yield self._page(page.place, source, lambda renderer: renderer.service(page))
        if page.poster:
            yield self._page(page.poster, source, lambda renderer: renderer.poster(page), tells_day=False)

    def _of_organization(self, page: OrganizationPage) -> Iterator[Planned]:
        source = self._plan.organization_sources[page.organization.id]
        yield self._page(page.place, source, lambda renderer: renderer.organization(page))
        if page.poster:
            yield self._page(page.poster, source, lambda renderer: renderer.poster(page), tells_day=False)

    def _page(
        self, place: str, source: str, write: Callable[[Renderer], str], *, tells_day: bool = True
    ) -> Planned:
        day = str(self._plan.site.about.as_of) if tells_day else ""
        return Planned(
            place=f"{self._folder}{place}",
            source=digest(self._source, place, source, day),
            make=lambda: write(self._renderer),
        )

    @cached_property
    def _renderer(self) -> Renderer:
        plan = self._plan
        words = Words(self._texts)
        return Renderer(
            plan.site, words=words, languages=plan.languages, templates=plan.templates, names=plan.names
        )

    def _search(self) -> str:
        plan = self._plan
        words = search_words(plan.site, words=Words(self._texts), areas=plan.areas, names=plan.names)
        return search_script(plan.site.services, words=words)


def digest(*parts: str | bytes) -> str:
    """Give a short mark by which the same parts are known again."""
    mark = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        mark.update(len(data).to_bytes(8, "big"))
        mark.update(data)
    return mark.hexdigest()[:32]
