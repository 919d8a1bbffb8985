"""Make matcher/data/*.tsv from rigour's tables.

    pip install --no-deps --target DIR rigour==1.8.2
    python tools/make_word_tables.py DIR

rigour (OpenSanctions, MIT licence) keeps legal forms, trade words, ordinals and territories over
many languages. It is not a runtime dependency because it needs PyICU, which has no wheels: see
docs/decisions/0001-word-tables.md. 1.8.2 is the last edition that carries the tables as text.
Words that rigour lacks are in matcher/data/trade_words_own.tsv, which this script leaves alone.
"""

import json
import sys
import types
from collections.abc import Iterable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "matcher" / "data"
# Not trade words but the names of listed parties.
NAMES_OF_PARTIES = frozenset({"ALQAEDA", "IRGC", "TPB"})
VERSION = "rigour 1.8.2 (MIT)"


def load(path: Path) -> types.ModuleType:
    """Import one generated data module of rigour without importing rigour itself."""
    sys.modules.setdefault("rigour", types.ModuleType("rigour"))
    sys.modules.setdefault("rigour.data", types.ModuleType("rigour.data"))
    kinds = types.ModuleType("rigour.data.types")
    kinds.__dict__["OrgTypeSpec"] = dict
    sys.modules["rigour.data.types"] = kinds
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: cannot be imported")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(name: str, title: str, rows: Iterable[tuple[str, str]]) -> None:
    """Write one table, sorted, each row once."""
    lines = sorted({f"{key}\t{' '.join(phrase.split())}" for key, phrase in rows if phrase.strip()})
    text = f"# {title}; source: {VERSION}; made by tools/make_word_tables.py\n"
    (DATA / name).write_text(text + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} rows", file=sys.stderr)  # noqa: T201


# French numbers that English companies are called by: *Premier Oil* is not *First Oil*.
NAMES_AND_NUMBERS = frozenset({"Premier"})


def main() -> None:
    """Read rigour's tables below the folder given, write ours."""
    root = Path(sys.argv[1]) / "rigour" / "data"
    forms = load(root / "names" / "org_types.py").ORG_TYPES
    write(
        "legal_forms.tsv",
        "legal form class, phrase",
        (
            (form.get("generic") or "OTHER", phrase)
            for form in forms
            for phrase in [*form["aliases"], form.get("display", ""), form.get("compare") or ""]
        ),
    )
    names = load(root / "names" / "data.py")
    write(
        "trade_words.tsv",
        "concept, phrase",
        (
            (concept, phrase)
            for table in (names.ORG_SYMBOLS, names.ORG_DOMAINS)
            for concept, phrases in table.items()
            if concept not in NAMES_OF_PARTIES
            for phrase in phrases
        ),
    )
    ordinals = load(root / "text" / "ordinals.py").ORDINALS
    write(
        "ordinals.tsv",
        "number, phrase",
        (
            (str(number), phrase)
            for number, phrases in ordinals.items()
            for phrase in phrases
            if phrase not in NAMES_AND_NUMBERS
        ),
    )
    stopwords = load(root / "text" / "stopwords.py").STOPWORDS
    write("stopwords.tsv", "stopword", (("STOP", word) for word in stopwords))
    places: list[tuple[str, str]] = []
    for line in (root / "territories" / "data.jsonl").read_text(encoding="utf-8").splitlines():
        place = json.loads(line)
        phrases = [place["name"], place.get("full_name") or "", *place.get("names_strong", ())]
        places.extend((place["code"].upper(), phrase) for phrase in phrases)
    write("places.tsv", "ISO 3166 code, phrase", places)


if __name__ == "__main__":
    main()
