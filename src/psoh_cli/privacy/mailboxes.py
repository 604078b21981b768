"""Mail addresses of one person: called after somebody, or with a provider that people use at home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.dutch import slug
from psoh_cli.privacy.mailbox_words import FUNCTION_ENDS, FUNCTIONS, ORDINARY, ORDINARY_ENDS
from psoh_cli.privacy.trace import Kind, Trace

_AT = re.compile(r"@|\s?[\[(](?:at|apenstaartje)[\])]\s?", re.IGNORECASE)
_LEFT = re.compile(r"[\w.%+'-]{1,64}$")
_RIGHT = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,20}\b")

_AT_HOME = frozenset({
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "hotmail.be", "outlook.com", "outlook.nl", "live.nl",
    "live.com", "live.be", "msn.com", "yahoo.com", "yahoo.nl", "ymail.com", "icloud.com", "me.com", "mac.com",
    "aol.com", "gmx.com", "gmx.net", "gmx.de", "mail.com", "mail.ru", "proton.me", "protonmail.com", "pm.me",
    "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl", "xs4all.nl", "upcmail.nl", "home.nl",
    "casema.nl", "chello.nl", "quicknet.nl", "telfort.nl", "tele2.nl", "solcon.nl", "caiway.nl", "caiway.net",
    "online.nl", "tiscali.nl", "wanadoo.nl", "zonnet.nl", "freeler.nl", "versatel.nl", "zeelandnet.nl", "telenet.be",
    "skynet.be", "multiweb.nl", "delta.nl", "tutanota.com", "web.de", "t-online.de",
})  # fmt: skip

_IN_ONE_WORD = tuple(sorted(word for word in FUNCTIONS if len(word) >= 5))
_BETWEEN = frozenset({"van", "de", "der", "den", "el", "al", "ten", "ter", "t", "van-der", "la", "le", "ben"})


def mailboxes(text: str, *, own: frozenset[str] = frozenset()) -> Iterator[Trace]:
    """Find mail addresses of one person; `own` are the words by which the organization itself is called."""
    for at in _AT.finditer(text):
        right = _RIGHT.match(text, at.end())
        left = _LEFT.search(text, max(0, at.start() - 64), at.start()) if right is not None else None
        if left is not None and right is not None and is_personal(left[0], right[0], own=own):
            yield Trace(left.start(), right.end(), Kind.MAILBOX)


def is_personal(mailbox: str, domain: str, *, own: frozenset[str] = frozenset()) -> bool:
    """Tell whether a mailbox is called after a person, or is kept at home and not called after a function."""
    words = [word.strip("0123456789") for word in slug(mailbox).split("-")]
    words = [word for word in words if word and word not in _BETWEEN]
    if any(word in FUNCTIONS or word in own or word.endswith(FUNCTION_ENDS) for word in words):
        return False
    if domain.lower() in _AT_HOME:
        joined = "".join(words)
        return not any(word in joined for word in _IN_ONE_WORD)
    organization = set(slug(domain).split("-"))
    if any(word in ORDINARY or word in organization or word.endswith(ORDINARY_ENDS) for word in words):
        return False
    return len(words) >= 2 and any(len(word) > 1 for word in words)
