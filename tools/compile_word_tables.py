"""Write matcher/data/compiled.json, compiled_cues.json and long_trade_words.tsv from the tables
beside them.
"""

from pathlib import Path

from matcher.lexicon.abbreviations import LONG_WORDS, long_words
from matcher.lexicon.compile import compiled
from matcher.lexicon.tables import COMPILED

if __name__ == "__main__":
    data = Path(__file__).resolve().parent.parent / "matcher" / "data"
    (data / COMPILED).write_text(compiled(), encoding="utf-8")
    # Only now, since it reads names by the tables that were just written.
    from matcher.names.surrounding_cues import COMPILED_CUES, compiled_cues

    (data / COMPILED_CUES).write_text(compiled_cues(), encoding="utf-8")
    (data / LONG_WORDS).write_text(long_words(), encoding="utf-8")
