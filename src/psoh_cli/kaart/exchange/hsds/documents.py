"""A kaart as the files of a static HSDS 3.1 export: one per service and per organization, and lists of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from psoh_cli.gemeente.gemeente import Gemeente, Register
from psoh_cli.kaart.exchange.code_lists import CodeLists
from psoh_cli.kaart.exchange.hsds.organizations import organization_object
from psoh_cli.kaart.exchange.hsds.selected import select
from psoh_cli.kaart.exchange.hsds.services import service_object, summary
from psoh_cli.kaart.exchange.hsds.setting import Object, Setting, unique
from psoh_cli.kaart.kaart import Kaart, KaartFile
from psoh_cli.kaart.known_ids import KnownIds

START = {
    "version": "3.1",
    "profile": "https://docs.openreferral.org/",
    "openapi_url": "https://github.com/openreferral/specification/blob/3.1-dev/schema/openapi.json",
}
"""What a reader of HSDS looks at first: which version it is, and where that is described."""


@dataclass(frozen=True, kw_only=True)
class Exported:
    """Files by name, with forward slashes, and in whole sentences what of the kaart is not in them."""

    files: Mapping[str, bytes]
    left_out: tuple[str, ...] = ()


def setting_of(
    *,
    name: str,
    known: KnownIds,
    lists: CodeLists | None = None,
    knowledge_version: str = "",
    gemeente: Gemeente | None = None,
    register: Register | None = None,
    only_public: bool = False,
) -> Setting:
    """Gather what an export rests on; `name` is what the ids hang on, best the code of the gemeente."""
    return Setting(
        name=name,
        known=known,
        lists=lists or CodeLists(),
        knowledge_version=knowledge_version,
        gemeente=gemeente,
        register=register,
        only_public=only_public,
    )


def export(kaart: Kaart | KaartFile, setting: Setting) -> Exported:
    """Write a kaart as JSON; the same kaart gives the same bytes."""
    setting = replace(setting, terms={})
    chosen = select(kaart, setting)
    services: dict[str, Object] = {}
    organizations: dict[str, Object] = {}
    for organization, offered in chosen.entries:
        inside = [service_object(item, organization, setting) for item in offered]
        bare = organization_object(organization, setting)
        organizations[bare["id"]] = bare | {"services": [summary(item) for item in inside]}
        services |= {item["id"]: item | {"organization": _without_history(bare)} for item in inside}
    terms = unique(setting.terms.values())
    taxonomies = unique(term["taxonomy_detail"] for term in terms)
    files: dict[str, Any] = {
        "index.json": START,
        "services/index.json": _page(summary(item) for item in services.values()),
        "organizations/index.json": _page(_brief(item) for item in organizations.values()),
        "taxonomies/index.json": _page(taxonomies),
        "taxonomy_terms/index.json": _page(terms),
    }
    files |= {f"services/{name}.json": item for name, item in services.items()}
    files |= {f"organizations/{name}.json": item for name, item in organizations.items()}
    return Exported(files={name: _bytes(files[name]) for name in sorted(files)}, left_out=chosen.left_out)


def _brief(organization: Object) -> Object:
    return {key: organization[key] for key in ("id", "name", "description", "website") if key in organization}


def _without_history(organization: Object) -> Object:
    """Leave what changed to the file of the organization itself."""
    return {key: value for key, value in organization.items() if key != "metadata"}


def _page(items: Iterable[Object]) -> Object:
    """Write a list as one page; an empty one counts as a page too."""
    contents = list(items)
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


def _bytes(document: Any) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
