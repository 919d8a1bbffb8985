"""The published lists that Namewarden reads. To add one: docs/lists/README.md."""

from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lists.source import FileSet, Parse, ParseReport, Readable, Source
from records import UnknownListError

if TYPE_CHECKING:
    from lists.custom import with_columns

# Each list's name and where its source is. A module is read when its list is asked for: all of them
# take a tenth of a cold start.
_WHERE = {
    "au_dfat": ("lists.au_dfat", "SOURCE"),
    "ca_sema": ("lists.ca_sema", "SOURCE"),
    "ch_seco": ("lists.ch_seco", "SOURCE"),
    "eu_fsf": ("lists.eu_fsf", "SOURCE"),
    "fr_dgt": ("lists.fr_dgt", "SOURCE"),
    "gb_fcdo": ("lists.gb_fcdo", "SOURCE"),
    "jp_meti": ("lists.jp_meti", "SOURCE"),
    "jp_mof": ("lists.jp_mof", "SOURCE"),
    "un_sc": ("lists.un_sc", "SOURCE"),
    "us_csl": ("lists.us_csl", "SOURCE"),
    "us_ofac_cons": ("lists.us_ofac", "CONSOLIDATED"),
    "us_ofac_sdn": ("lists.us_ofac", "SDN"),
    "wb_debarred": ("lists.wb_debarred", "SOURCE"),
}
SOURCES: tuple[Source, ...]
"""Every list, sorted by name; read where it is asked for."""


def source(name: str) -> Source:
    """The source with this name: a published list, or a team's own (``custom``, ``custom_x``).

    Raises:
        UnknownListError: there is none; the message proposes what may have been meant.
    """
    if name in _WHERE:
        return _known(name)
    from lists.custom import custom_source

    if own := custom_source(name):
        return own
    raise UnknownListError(f"no list called {name!r}. {_meant(name)} See: namewarden lists")


def _known(name: str) -> Source:
    module, attribute = _WHERE[name]
    found: Source = getattr(import_module(module), attribute)
    return found


def __getattr__(name: str) -> Any:
    if name == "SOURCES":
        return tuple(map(_known, _WHERE))
    if name == "with_columns":
        from lists.custom import with_columns

        return with_columns
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _meant(name: str) -> str:
    names = list(_WHERE)
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
