"""The examples in the docstrings of the array helpers are true."""

import doctest
from types import ModuleType

import numpy as np
import pytest

from matcher.columnar import arrays, grouping
from matcher.mentions import word_flags


@pytest.mark.parametrize("module", [arrays, grouping, word_flags], ids=lambda one: one.__name__)
def test_examples_of_docstrings_are_true(module: ModuleType) -> None:
    tried = doctest.testmod(module, extraglobs={"np": np})
    assert tried.attempted > 0
    assert tried.failed == 0
