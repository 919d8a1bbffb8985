"""Names: taken apart, searched for, compared, explained. No network, no clock, no store.

``analyse`` takes a name apart, ``build`` makes the index of the listed names, ``match`` finds a
name in it, ``compare`` compares two names.
"""

from matcher.asked import searchable
from matcher.build import build
from matcher.candidates import Finder
from matcher.compare import compare
from matcher.find import Found, find, find_all
from matcher.index import NameIndex, fingerprint
from matcher.name import Name, Word, analyse
from matcher.organisations import Organisation, organisations, party_field
from matcher.pipeline import Match, Policy, match, match_all, match_queries
from matcher.rarity import Language, read_language
from matcher.scoring import decide, model

__all__ = [
    "Finder",
    "Found",
    "Language",
    "Match",
    "Name",
    "NameIndex",
    "Organisation",
    "Policy",
    "Word",
    "analyse",
    "build",
    "compare",
    "decide",
    "find",
    "find_all",
    "fingerprint",
    "match",
    "match_all",
    "match_queries",
    "model",
    "organisations",
    "party_field",
    "read_language",
    "searchable",
]
