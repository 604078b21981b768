"""What a test asks of the page with the search: what is found, what is chosen, what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page


def certain(page: Page) -> list[str]:
    """Name the services that surely fit, in their order."""
    return page.locator("#zoek-zeker h3").all_inner_texts()


def unknown(page: Page) -> list[str]:
    """Name the services of which it is not known whether they fit."""
    return (
        page.locator("#zoek-onzeker h3").all_inner_texts()
        if page.locator("#zoek-twijfel").is_visible()
        else []
    )


def ask(page: Page, words: str) -> list[str]:
    """Type words, and name what surely fits."""
    page.locator("#zoek-veld").fill(words)
    return certain(page)


def box(page: Page, name: str) -> Any:
    """Find the box of a choice by what stands beside it; its group is opened first."""
    page.evaluate(
        "document.querySelectorAll('#zoek-filters, #zoek-filters details').forEach(d => { d.open = true })"
    )
    return page.locator("#zoek-groepen li", has=page.get_by_text(name, exact=True)).get_by_role("checkbox")


def counts(page: Page) -> dict[str, int]:
    """Give beside each choice how many services it would give."""
    told = page.locator("#zoek-groepen li:has(.tel)").evaluate_all(
        "items => items.map(item => [item.querySelector('.naam').textContent, item.querySelector('.tel').textContent])"
    )
    return {name: int(number.replace(".", "")) for name, number in told}


def wait_until(page: Page, holds: str) -> None:
    """Wait until something holds; the policy of the page refuses what Playwright would do by itself."""
    for _ in range(100):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"after five seconds this does not hold: {holds}")


def question(page: Page) -> str:
    """Give what stands behind the # of the address, readable."""
    return str(page.evaluate("decodeURIComponent(location.hash.slice(1))"))


def focus(page: Page) -> str:
    """Say where the keyboard is: an id, or the words."""
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
