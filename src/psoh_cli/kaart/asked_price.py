"""What a service asks of somebody, where the kaart says it without contradicting itself."""

from __future__ import annotations

from psoh_cli.kaart.entries import Service
from psoh_cli.vocabulary import ClientCost


def is_free(service: Service) -> bool | None:
    """Tell whether it costs nothing; None is unknown, also where an amount stands beside 'gratis'."""
    if service.cost is ClientCost.UNKNOWN or contradicts_itself(service):
        return None
    return service.cost is ClientCost.FREE


def price(service: Service) -> int | None:
    """Give the amount in euros; None where it is unknown or the kaart says two things."""
    free = is_free(service)
    if free:
        return 0
    return service.cost_amount or None if not contradicts_itself(service) else None


def contradicts_itself(service: Service) -> bool:
    """Tell whether a service is free and asks an amount too."""
    return service.cost is ClientCost.FREE and bool(service.cost_amount)
