"""Write matcher/data/compiled.json and long_trade_words.tsv from the tables beside them."""

from pathlib import Path

from matcher.lexicon.abbreviations import LONG_WORDS, long_words
from matcher.lexicon.compile import compiled
from matcher.lexicon.tables import COMPILED

if __name__ == "__main__":
    data = Path(__file__).resolve().parent.parent / "matcher" / "data"
    (data / COMPILED).write_text(compiled(), encoding="utf-8")
    (data / LONG_WORDS).write_text(long_words(), encoding="utf-8")
