"""How the program's process ends."""

import subprocess
import sys

BEHIND_ALL_ELSE = """
import atexit, gc
from cli import main
# What is registered first is run last.
atexit.register(lambda: print(gc.get_freeze_count()))
main()
"""


def test_the_program_ends_without_looking_for_cycles_in_what_it_has_read() -> None:
    command = [sys.executable, "-c", BEHIND_ALL_ELSE, "--version"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    put_aside = int(ran.stdout.splitlines()[-1])
    assert put_aside > 50_000, "objects that the collector passes over"
