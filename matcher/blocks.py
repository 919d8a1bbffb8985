"""A block of queries as arrays: their words, and what the lists know of each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.arrays import Array
from matcher.name import Name
from matcher.vocabulary import Known, Vocabulary


@dataclass(frozen=True, slots=True)
class Block:
    """Queries, and their words one after the other."""

    queries: Sequence[Name]
    known: Sequence[Known]
    """Of each word."""
    query: Array
    """The query that each word is of."""
    distinct: Array
    """Which of the distinct words each is, as numbered in ``links``."""
    telling: Array
    """Whether each says more than a legal form or a stopword does. Of a query of such alone all
    do."""
    weight: Array
    """The information in each word."""
    total: Array
    """The information in each query."""
    idle: Array
    """That part of it which is in legal forms and stopwords."""
    links: "Links"
    """The listed words that are like each distinct word."""

    @classmethod
    def of(cls, queries: Sequence[Name], vocabulary: Vocabulary) -> "Block":
        """Look the words of some queries up."""
        words = [word for query in queries for word in query.words]
        known = vocabulary.all_known(words)
        numbers: dict[int, int] = {}
        distinct = [numbers.setdefault(id(item), len(numbers)) for item in known]
        count = len(queries)
        query = np.repeat(np.arange(count), [len(query.words) for query in queries])
        telling = np.array([word.tells for word in words], dtype=np.bool_)
        telling |= np.bincount(query, telling, count)[query] == 0.0
        weight = np.array([item.weight for item in known])
        return cls(
            queries=queries,
            known=known,
            query=query,
            distinct=np.array(distinct, dtype=np.int64),
            telling=telling,
            weight=weight,
            total=np.bincount(query, weight, count),
            idle=np.bincount(query, weight * ~telling, count),
            links=Links.of(list({id(item): item for item in known}.values())),
        )


@dataclass(frozen=True, slots=True)
class Links:
    """For each of some words the listed words that are like it, one word's after the other's."""

    start: Array
    count: Array
    listed: Array
    score: Array
    equal: Array
    loose: Array

    @classmethod
    def of(cls, known: Sequence[Known]) -> "Links":
        """Put the links of some words in a row."""
        count = np.array([len(item.words) for item in known], dtype=np.int64)
        if not len(known):
            none = np.zeros(0)
            return cls(count, count, count, none, none.astype(np.bool_), none.astype(np.bool_))
        return cls(
            start=np.cumsum(count) - count,
            count=count,
            listed=np.concatenate([item.words for item in known]).astype(np.int64),
            score=np.concatenate([item.scores for item in known]),
            equal=np.concatenate([item.equal for item in known]),
            loose=np.concatenate([item.loose for item in known]),
        )
