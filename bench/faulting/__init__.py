"""What breaks around the program, and what it says then: see ``bench/faults.py``."""
