"""One parsing process for all tests of readers: starting one takes a tenth of a second.

A plugin for pytest: a second conftest.py would have the same module name as the first.
"""

from collections.abc import Iterator

import pytest

from documents import Sandbox


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as opened:
        yield opened
