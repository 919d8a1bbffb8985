"""The lists of the US Treasury's Office of Foreign Assets Control."""

from lists.source import Source
from lists.us_ofac import advanced

SDN = Source(
    name="us_ofac_sdn",
    title="US: Specially Designated Nationals and Blocked Persons (SDN)",
    publisher="US Department of the Treasury, Office of Foreign Assets Control",
    url="https://sanctionslistservice.ofac.treas.gov/api/download/SDN_ADVANCED.XML",
    parse=advanced.parser("us_ofac_sdn"),
    recognises=advanced.recognises,
    # 14,984 parties in May 2024, 18,367 in November 2025; whole programmes have been lifted.
    at_least=10_000,
    # Editions have followed each other within two weeks in every year since 2022.
    max_age_days=14,
    media_types=("application/xml", "text/xml", "application/octet-stream"),
)

__all__ = ["SDN"]
