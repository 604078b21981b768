"""Which ids of organizations stand for one and the same."""

from __future__ import annotations

from psoh_cli.kaart.entries import Service


def home_of(service: Service, *, together: Together) -> str:
    """Give the organization of a service, the same for all that are one."""
    return together.of(service.organization)


class Together:
    """Ids of organizations that are probably one; the same id on two kaarten is one already."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Take two as one."""
        self._first[self.of(other)] = self.of(one)

    def of(self, organization: str) -> str:
        """Give the one id for all that are the same."""
        while self._first.get(organization, organization) != organization:
            organization = self._first[organization]
        return organization
