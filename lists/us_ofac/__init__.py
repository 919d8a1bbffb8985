"""The lists of the US Treasury's Office of Foreign Assets Control."""

from functools import partial

from lists.source import Source
from lists.us_ofac import formats
from lists.us_ofac.csv_set import file_set

_PUBLISHER = "US Department of the Treasury, Office of Foreign Assets Control"
_MEDIA_TYPES = ("application/xml", "text/xml", "application/octet-stream")

SDN = Source(
    name=formats.SDN,
    title="US: Specially Designated Nationals and Blocked Persons (SDN)",
    publisher=_PUBLISHER,
    url="https://sanctionslistservice.ofac.treas.gov/api/download/SDN_ADVANCED.XML",
    parse=formats.parser(formats.SDN),
    recognises=partial(formats.recognises, formats.SDN),
    owns=partial(formats.owns, formats.SDN),
    file_set=file_set(formats.SDN),
    # 7,379 parties in January 2019, 14,984 in May 2024, 18,367 in November 2025; whole
    # programmes have been lifted.
    at_least=7_000,
    at_most=100_000,
    # Editions have followed each other within two weeks in every year since 2022.
    max_age_days=14,
    media_types=_MEDIA_TYPES,
)
CONSOLIDATED = Source(
    name=formats.CONSOLIDATED,
    title="US: Consolidated (non-SDN) sanctions list",
    publisher=_PUBLISHER,
    url="https://sanctionslistservice.ofac.treas.gov/api/download/CONS_ADVANCED.XML",
    parse=formats.parser(formats.CONSOLIDATED),
    recognises=partial(formats.recognises, formats.CONSOLIDATED),
    owns=partial(formats.owns, formats.CONSOLIDATED),
    file_set=file_set(formats.CONSOLIDATED),
    # 442 or 443 parties in every edition from May 2024 to December 2025.
    at_least=300,
    at_most=10_000,
    # It changes a few times a year, but it is published anew with the SDN list.
    max_age_days=90,
    media_types=_MEDIA_TYPES,
)

__all__ = ["CONSOLIDATED", "SDN"]
