"""Ways of asking for one listed party, and what the program answers; see ``bench/one_party.py``."""
