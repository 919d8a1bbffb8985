"""Parts of the program that are installed only on request."""

from collections.abc import Iterator
from contextlib import contextmanager

from records import UsageError


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Import what belongs to an extra.

    Raises:
        UsageError: it is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{error.name} is not installed, which this command needs. "
            f"Run: pip install 'namewarden[{extra}]'"
        ) from error
