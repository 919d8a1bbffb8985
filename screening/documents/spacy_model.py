"""A language model that the user has installed, to find organisations that no rule sees.

spaCy's models (https://spacy.io/models) are downloads of their own, so nothing of this is needed:
what is installed is used, the models for several languages first.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from typing import Any

_ORGANISATION = "ORG"
_SEVERAL_LANGUAGES = "xx_"


@dataclass(frozen=True, slots=True)
class EntityModel:
    """A model by its name."""

    name: str
    organisations: Callable[[str], Iterator[tuple[int, int]]]
    """Where in a text organisations are named: start and end, in code points."""


@cache
def installed_model() -> EntityModel | None:
    """The model to use; None where spaCy or a model of it that knows entities is not installed."""
    if find_spec("spacy") is None:
        return None
    import spacy

    names = sorted(spacy.util.get_installed_models(), key=lambda n: (_rank(n), n))
    for name in names:
        pipeline = spacy.load(name)
        if {"ner", "entity_ruler"} & set(pipeline.pipe_names):
            return EntityModel(name, partial(_found, pipeline))
    return None


def _rank(name: str) -> bool:
    return not name.startswith(_SEVERAL_LANGUAGES)


def _found(pipeline: Any, text: str) -> Iterator[tuple[int, int]]:
    # A longer text than a model takes is left to the rules.
    if len(text) <= pipeline.max_length:
        for entity in pipeline(text).ents:
            if entity.label_ == _ORGANISATION:
                yield entity.start_char, entity.end_char
