"""United Kingdom: UK Sanctions List as XML, CSV and ODS; and the OFSI list that it replaced.

Format and quirks, with links to the publisher: docs/lists/gb_fcdo.md
"""

from lists.gb_fcdo.entity import NAME
from lists.gb_fcdo.formats import parse, recognises
from lists.source import Source

SOURCE = Source(
    name=NAME,
    title="UK: Sanctions List",
    publisher="Foreign, Commonwealth and Development Office",
    url="https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml",
    parse=parse,
    recognises=recognises,
    # 4,688 groups in April 2025 (asset freezes only), 5,302 designations in August 2025, 6,349 in
    # August 2026; whole regimes have been lifted.
    at_least=4_000,
    at_most=40_000,
    # Editions have followed each other within two weeks in every month since 2022.
    max_age_days=14,
    media_types=("application/xml", "text/xml", "text/csv", "application/octet-stream"),
)

__all__ = ["SOURCE"]
