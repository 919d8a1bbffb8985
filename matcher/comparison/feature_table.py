"""The figures that the models weigh: each once, with what it says and which models weigh it.

A model (``logistic``) is a weight for each of some of these rows. The fits (``tools/fit_*.py``),
the upper bound (``search/score_bound``) and the attribution (``attribution``) name the same rows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from math import log
from typing import NamedTuple

from matcher.comparison.features import Features

# Below this share or information all is equally hopeless; keeps the logarithm finite.
SMALLEST = 0.02
# Information beyond which agreement adds nothing: two companies that agree in more words are no
# surer to be one. With the weights of now F1 of the labelled pairs loses .048 at .9, and nothing
# at 1.6.
MOST_AGREED = 1.2
# What one of two names says beyond the other counts up to about two rare words. With the weights of
# now F1 of the labelled pairs loses .045 at 1.5 and .011 at 3.
MOST_BEYOND = 2.0
# Titles and particles are no other words. At .2 F1 of labelled persons loses .002.
LEAST_CONFLICT = 0.1


class ModelName(Enum):
    """What is compared, as ``data/score.json`` names it."""

    LISTED = "listed"
    """A query with a listed name."""
    PAIR = "pair"
    """Two names without a list, where no word is known to be rare on one; neither is the listed
    one."""
    PERSON = "person"
    """Two persons' names."""


class Direction(Enum):
    """Which way a figure moves a score where it is there."""

    FOR = "for"
    """Agreement, which adds."""
    AGAINST = "against"
    """A lack or a contradiction, which takes off."""


class Setting(NamedTuple):
    """How two names stand, beside the words that they are made of."""

    part: bool = False
    """Whether other words stand beside either of them."""
    weak: bool = False
    """Whether the listed one is a weak alias, or either is only letters that stand beside a
    name."""
    limited: bool = False
    """Whether the names are two parties' although their words agree (``search/ceilings``)."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A figure that models weigh. It grows with what speaks for the match, whatever its direction,
    so no weight is ever negative.
    """

    name: str
    direction: Direction
    meaning: str
    models: frozenset[ModelName]
    figure: Callable[[Features, Setting], float]
    """At most 1 but for ``agreed`` and ``nothing_beyond``; the logarithm of a share is at most
    log(1.02)."""


_L, _U, _P = ({one} for one in ModelName)
_FOR, _AGAINST = Direction


def in_conflict(found: Features) -> bool:
    """Whether either name has a word that the other lacks."""
    return min(found.query_extra, found.name_missing) >= LEAST_CONFLICT


def beyond(found: Features) -> float:
    """What one of two names says beyond the other."""
    return max(found.query_extra, found.name_missing)


def _row(
    name: str,
    direction: Direction,
    models: set[ModelName],
    meaning: str,
    figure: Callable[[Features, Setting], float],
) -> Feature:
    return Feature(name, direction, meaning, frozenset(models), figure)


FEATURES: tuple[Feature, ...] = (
    _row(
        "query_covered", _FOR, _L | _P,
        "the share of the query's information that the listed name has, as its logarithm",
        lambda found, _: log(found.query_covered + SMALLEST),
    ),
    _row(
        "name_covered", _FOR, _L | _P,
        "the share of the listed name's information that the query has, as its logarithm: who has "
        "more names than the other is mostly the same person",
        lambda found, _: log(found.name_covered + SMALLEST),
    ),
    _row(
        "agreed", _FOR, _L | _U,
        "the information in what both have, up to a little more than one rare word",
        lambda found, _: min(found.agreed, MOST_AGREED),
    ),
    _row(
        "agreed_log", _FOR, _L,
        "the same as its logarithm, up to one rare word: little more than nothing is worth most",
        lambda found, _: log(min(found.agreed, 1.0) + SMALLEST),
    ),
    _row(
        "nothing_beyond", _AGAINST, _U,
        "neither name says much that the other does not",
        lambda found, _: MOST_BEYOND - min(beyond(found), MOST_BEYOND),
    ),
    _row(
        "no_doubt", _AGAINST, _L | _U,
        "the words that met are not only alike",
        lambda found, _: 1.0 - found.fuzzy_share,
    ),
    _row(
        "as_written", _AGAINST, _L | _U,
        "they are written alike, not as another transliteration table would",
        lambda found, _: 1.0 - found.respelled_share,
    ),
    _row(
        "in_words", _AGAINST, _L | _U,
        "they are words, not letters that stand for words",
        lambda found, _: 1.0 - found.acronym_share,
    ),
    _row(
        "nothing_rare_missing", _AGAINST, _L | _P,
        "the listed name has no rare word that the query lacks",
        lambda found, _: 1.0 - min(found.rarest_missing, 1.0),
    ),
    _row(
        "none_short_respelt", _AGAINST, _L,
        "no short word met another spelling, which happens by chance",
        lambda found, _: 0.0 if found.short_respelt else 1.0,
    ),
    _row(
        "not_each_more", _AGAINST, _L | _U,
        "not both names have a word of their own",
        lambda found, _: 0.0 if found.each_has_more else 1.0,
    ),
    _row(
        "complete", _FOR, _L | _U | _P,
        "every word that tells something met another",
        lambda found, _: 1.0 if found.complete else 0.0,
    ),
    _row(
        "no_conflict", _AGAINST, _P,
        "not both persons have a name that the other lacks",
        lambda found, _: 0.0 if in_conflict(found) else 1.0,
    ),
    _row(
        "numbers_agree", _AGAINST, _L | _U,
        "not both names have numbers of their own",
        lambda found, _: 0.0 if found.numbers_differ else 1.0,
    ),
    _row(
        "number_there", _AGAINST, _L,
        "neither name has a number that the other lacks",
        lambda found, _: 0.0 if found.number_lacking else 1.0,
    ),
    _row(
        "number_alone", _AGAINST, _U,
        "not only one of both has a number: *Fund II* is not *Fund*; two that differ may be of one "
        "series",
        lambda found, _: 0.0 if found.number_alone else 1.0,
    ),
    _row(
        "place_there", _AGAINST, _L | _U,
        "neither name has a country where the other has none",
        lambda found, _: 0.0 if found.place_lacking else 1.0,
    ),
    _row(
        "places_agree", _AGAINST, _L | _U,
        "not both names have countries of their own",
        lambda found, _: 0.0 if found.places_differ else 1.0,
    ),
    _row(
        "legal_forms_agree", _AGAINST, _L | _U,
        "not both names have legal forms of their own",
        lambda found, _: 0.0 if found.legal_forms_differ else 1.0,
    ),
    _row(
        "identical", _FOR, _L,
        "all words are equal, but for order, legal forms and stopwords",
        lambda found, _: 1.0 if found.identical else 0.0,
    ),
    _row(
        "same_company", _FOR, _U,
        "the same, and no legal form is another: without a list a *GmbH* is not its name's *AG*",
        lambda found, _: 1.0 if found.identical and not found.legal_kinds_differ else 0.0,
    ),
    _row(
        "whole", _AGAINST, _L | _U,
        "no other words stand beside either name",
        lambda _, setting: 0.0 if setting.part else 1.0,
    ),
    _row(
        "strong", _AGAINST, _L | _U,
        "the listed name is no weak alias, and neither is only letters beside a name",
        lambda _, setting: 0.0 if setting.weak else 1.0,
    ),
    _row(
        "unlimited", _AGAINST, _L,
        "nothing says that names which agree are two parties'",
        lambda _, setting: 0.0 if setting.limited else 1.0,
    ),
)  # fmt: skip

BY_NAME = {feature.name: feature for feature in FEATURES}
