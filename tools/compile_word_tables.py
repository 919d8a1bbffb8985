"""Write matcher/data/compiled.json from the tables beside it."""

from pathlib import Path

from matcher.lexicon.tables import COMPILED, compiled

if __name__ == "__main__":
    path = Path(__file__).resolve().parent.parent / "matcher" / "data" / COMPILED
    path.write_text(compiled(), encoding="utf-8")
