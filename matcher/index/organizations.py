"""Which listed entities are organisations in a text, whether or not the publisher says so."""

import numpy as np

from matcher.columnar.arrays import Array
from matcher.comparison.word_table import ROLES
from matcher.index.index_arrays import IndexArrays
from matcher.lexicon.tables import Role
from records import Kind

_KINDS = tuple(Kind)


def organizations(arrays: IndexArrays) -> Array:
    """For each entity whether it is an organisation: by its kind, or where the publisher says none
    by a legal form or a word of trade in one of its names.
    """
    kind, words = arrays["entity_kind"], np.diff(arrays["name_word_at"])
    owner = np.repeat(arrays["name_entity"], words)
    role = arrays["word_role"][arrays["name_word"]]
    told = np.isin(role, [ROLES.index(Role.LEGAL), ROLES.index(Role.TRADE)])
    party = np.bincount(owner, told, minlength=len(kind)) > 0
    unknown = kind == _KINDS.index(Kind.UNKNOWN)
    found: Array = (kind == _KINDS.index(Kind.ORGANIZATION)) | (unknown & party)
    return found
