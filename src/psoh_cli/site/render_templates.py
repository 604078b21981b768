"""The templates of the site, made ready once for all languages, and the few things that they may ask."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, urlsplit

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from psoh_cli.kaart.asked_price import contradicts_itself, is_free
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.reach import WITHOUT_REFERRAL
from psoh_cli.kaart.rules_contact import is_email
from psoh_cli.site.pages import phone_link, web_link
from psoh_cli.site.render_cldr import own_name
from psoh_cli.site.search_data import cut_between_words
from psoh_cli.site.texts import direction_of
from psoh_cli.vocabulary import Access

_SHORT = 240
_REFERRALS = frozenset(Access) - WITHOUT_REFERRAL - {Access.UNKNOWN}
_CRISIS = "crisis"
"""The step of the chain for which nobody can wait."""


@lru_cache(maxsize=4)
def environment(templates: tuple[tuple[str, str], ...]) -> Environment:
    """Make templates ready, each with its name: strict and escaped; what a page says is given with each page."""
    ready = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    ready.globals.update(
        richting=direction_of,
        eigen_naam=own_name,
        bel=phone_link,
        mail=mail_link,
        kort=shown_address,
        kort_stuk=shortened,
        zonder_verwijzing=needs_no_referral,
        alleen_verwezen=is_by_referral,
        is_crisis=is_crisis,
        is_gratis=is_free,
        spreekt_zich_tegen=contradicts_itself,
        webadres=web_link,
        adres_in_delen=breakable,
    )
    return ready


def needs_no_referral(service: Service) -> bool:
    """Tell whether it is known that somebody can come without a referral."""
    return not WITHOUT_REFERRAL.isdisjoint(service.access)


def is_by_referral(service: Service) -> bool:
    """Tell whether it is known that nobody comes here without a referrer."""
    return bool(service.access) and _REFERRALS.issuperset(service.access)


def is_crisis(service: Service) -> bool:
    """Tell whether people come here in a crisis."""
    return _CRISIS in service.chain_steps


@lru_cache(maxsize=10_000)
def mail_link(address: str) -> str:
    """Give a mail address as a link takes it; empty where it is none."""
    return f"mailto:{quote(address, safe='@.+-_')}" if is_email(address) else ""


def shown_address(address: str) -> str:
    """Give an address of a page as people say it."""
    parts = urlsplit(address)
    return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")


def breakable(address: str) -> Markup:
    """Let an address go on on a next line behind a slash, and never inside a word."""
    return Markup("/<wbr>").join(address.split("/"))


def shortened(text: str) -> str:
    """Cut a text between two words where it is too long for a list."""
    return cut_between_words(text, most=_SHORT)
