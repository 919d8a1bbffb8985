"""The published lists that Namewarden reads. To add one: docs/lists/README.md."""

from difflib import get_close_matches

from lists.au_dfat import SOURCE as AU_DFAT
from lists.ca_sema import SOURCE as CA_SEMA
from lists.ch_seco import SOURCE as CH_SECO
from lists.custom import custom_source, with_columns
from lists.eu_fsf import SOURCE as EU_FSF
from lists.fr_dgt import SOURCE as FR_DGT
from lists.gb_fcdo import SOURCE as GB_FCDO
from lists.jp_meti import SOURCE as JP_METI
from lists.jp_mof import SOURCE as JP_MOF
from lists.source import FileSet, Parse, ParseReport, Readable, Source
from lists.un_sc import SOURCE as UN_SC
from lists.us_csl import SOURCE as US_CSL
from lists.us_ofac import CONSOLIDATED as US_OFAC_CONS
from lists.us_ofac import SDN as US_OFAC_SDN
from lists.wb_debarred import SOURCE as WB_DEBARRED
from records import UnknownListError

SOURCES: tuple[Source, ...] = (
    AU_DFAT, CA_SEMA, CH_SECO, EU_FSF, FR_DGT, GB_FCDO, JP_METI, JP_MOF, UN_SC, US_CSL,
    US_OFAC_CONS, US_OFAC_SDN, WB_DEBARRED,
)  # fmt: skip
"""Every list, sorted by name."""


def source(name: str) -> Source:
    """The source with this name: a published list, or a team's own (``custom``, ``custom_x``).

    Raises:
        UnknownListError: there is none; the message proposes what may have been meant.
    """
    for known in SOURCES:
        if known.name == name:
            return known
    if own := custom_source(name):
        return own
    raise UnknownListError(f"no list called {name!r}. {_meant(name)} See: namewarden lists")


def _meant(name: str) -> str:
    names = [known.name for known in SOURCES]
    asked = name.lower().replace("-", "_")
    close = get_close_matches(asked, names) or [known for known in names if asked in known]
    if not close:
        return f"Known lists: {', '.join(names)}."
    return f"Did you mean {' or '.join(repr(known) for known in close)}?"


__all__ = [
    "SOURCES",
    "FileSet",
    "Parse",
    "ParseReport",
    "Readable",
    "Source",
    "source",
    "with_columns",
]
