"""The command ``demo``."""

import sys

from commands.options import say


def demo() -> None:
    """Demonstrate screening on samples that ship with the project. The lists in it are old."""
    from screening.demo import run

    run(sys.stdout, notify=say)
