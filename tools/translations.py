"""Bring the desk's translations up to date: ``python tools/translations.py [LANGUAGE]``.

Every text of the templates and of the code that a page shows goes into each language's ``desk.po``,
where what is new waits to be translated; each is compiled to the ``desk.mo`` that the program
reads. With a language (``fr``) that there is not yet, its file is begun.
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from lists.countries import country_name

SERVICE = Path(__file__).parent.parent / "service"
LOCALES = SERVICE / "locales"
NAMES = SERVICE.parent / "lists" / "data" / "country_english.tsv"
COUNTRY = "country"
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {
    "_": None,
    "mark": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
METHODS = [("pages/**.py", "python"), ("access/**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"extensions": "jinja2.ext.i18n", "trimmed": "true"}}


def extracted() -> Catalog:
    """Every text that is to be translated."""
    found = Catalog(project="namewarden", charset="utf-8", fuzzy=False)
    texts = extract_from_dir(
        SERVICE, METHODS, OPTIONS, keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for file, _, message, comments, context in texts:
        # Without line numbers, so that a moved line changes no file.
        found.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    for name in _countries():
        found.add(name, context=COUNTRY)
    return found


def _countries() -> dict[str, str]:
    """Countries in English as pages have them, with their codes."""
    with NAMES.open(encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return {country_name(code): code for code, *_ in rows}


def _with_countries(catalog: Catalog) -> None:
    """Name the countries as CLDR does, where nobody has named them."""
    known = catalog.locale.territories if catalog.locale else {}
    for name, code in _countries().items():
        message = catalog.get(name, COUNTRY)
        if message is not None and not message.string:
            message.string = known.get(code.upper(), "")


def written(catalog: Catalog) -> bytes:
    """A catalogue as its file has it."""
    # What would differ from run to run says nothing.
    catalog.creation_date = catalog.revision_date = WRITTEN
    catalog.msgid_bugs_address = catalog.last_translator = ""
    catalog.header_comment = (
        "# The desk's words. How to translate them: docs/how-to/translate-the-desk.md"
    )
    out = io.BytesIO()
    write_po(out, catalog, width=100, include_lineno=False, sort_output=True, omit_header=False)
    return out.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """A catalogue as the program reads it; what is not translated is not in it."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def brought_up_to_date(path: Path) -> Catalog:
    """A language's catalogue with all texts of today, and none of yesterday."""
    with path.open("rb") as file:
        catalog = read_po(file)
    catalog.update(extracted(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    _with_countries(catalog)
    return catalog


def main() -> None:
    """Bring every language up to date."""
    for name in sys.argv[1:]:
        begun = LOCALES / name / "LC_MESSAGES" / "desk.po"
        if not begun.exists():
            begun.parent.mkdir(parents=True)
            begun.write_bytes(written(Catalog(locale=name, project="namewarden", fuzzy=False)))
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/desk.po")):
        catalog = brought_up_to_date(path)
        path.write_bytes(written(catalog))
        path.with_suffix(".mo").write_bytes(compiled(catalog))
        lacking = sum(1 for message in catalog if message.id and not message.string)
        sys.stdout.write(f"{path}: {len(catalog)} texts, {lacking} not translated\n")


if __name__ == "__main__":
    main()
