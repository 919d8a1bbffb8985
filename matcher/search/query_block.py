"""Queries that are searched for at once, taken apart as far as the search needs it."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.names.plain import plain_name
from matcher.names.word import Name
from matcher.search.query import ParsedQuery
from records import Query


@dataclass(frozen=True, slots=True)
class QueryBlock:
    """Queries that are searched for at once."""

    queries: Sequence[Query]
    parsed: list[ParsedQuery]
    """Without names where these are plain."""
    plain: dict[int, Name]
    """The words of plain names (``plain_name``), by the places of their queries."""

    @classmethod
    def of(cls, queries: Sequence[Query]) -> "QueryBlock":
        """Take queries apart as far as the search needs it."""
        plain = dict[int, Name]()
        parsed = list[ParsedQuery]()
        for place, query in enumerate(queries):
            # One query alone is as quickly taken apart at once.
            alone = len(queries) == 1 or query.identifiers or query.aliases
            name = None if alone else plain_name(query.name)
            if name is None:
                parsed.append(ParsedQuery.of(query))
            else:
                plain[place] = name
                parsed.append(ParsedQuery.without_names(query))
        return cls(queries, parsed, plain)

    def whole(self, place: int) -> ParsedQuery:
        """A query with its names."""
        if self.plain.pop(place, None) is not None:
            self.parsed[place] = ParsedQuery.of(self.queries[place])
        return self.parsed[place]
