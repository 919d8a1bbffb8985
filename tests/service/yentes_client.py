"""OpenSanctions' own client, imported where a test uses it: its classes take two seconds to make,
and each process of a run imports all tests.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yente_client import Client, Company


def connected(address: str) -> "Client":
    """The real client, over a real connection; to be closed."""
    from yente_client import Client

    return Client(base_url=address, api_key="x")


def company(**properties: Any) -> "Company":
    """An example to match."""
    from yente_client import Company

    return Company(**properties)
