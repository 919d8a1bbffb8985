"""Every place of every format in which words can stand: a name at each of them is read, or the
document says which part it did not read.
"""

import re
from collections.abc import Callable

import places_odf
import places_ole
import places_ooxml
import places_other
import places_tnef
import places_word
import pytest
from place_names import Names, name_of
from read_helpers import inside

from documents import READERS, Sandbox, packed
from documents.content_type import recognise
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

FORMATS: dict[str, Callable[[Names], bytes]] = {
    "docx": places_ooxml.docx, "xlsx": places_ooxml.xlsx, "pptx": places_ooxml.pptx,
    "odt": places_odf.odt, "odp": places_odf.odp, "ods": places_odf.ods,
    "xls": places_ole.xls, "doc": places_word.doc, "ppt": places_word.ppt,
     "msg": places_ole.msg, "object": places_ole.packed_object,
    "html": places_other.html, "rtf": places_other.rtf, "eml": places_other.eml,
    "mbox": places_other.mbox, "zip": places_other.zip_archive, "tar.gz": places_other.tar_archive,
    "tar": places_other.plain_tar, "gz": places_other.gzip_file, "bz2": places_other.bzip2_file,
    "xz": places_other.xz_file, "7z": places_other.seven_zip, "rar": places_other.rar,
    "epub": places_other.epub, "xps": places_other.xps,
    "json": places_other.json_file,
    "xml": places_other.xml_file, "csv": places_other.csv_file, "mt103": places_other.swift,
    "txt": places_other.text, "p7m": places_other.signed, "pdf": places_other.pdf,
    "winmail.dat": places_tnef.winmail,
    "emf": places_other.drawing, "wmf": places_other.old_drawing,
}  # fmt: skip
UNPACKED = {"7z", "rar"}
"""What the system's library unpacks, with the extra ``archives``."""
# Pictures have no words but where tesseract reads them, which tests of their own look at.
PICTURES = "image/"


def test_every_format_that_is_read_is_tried() -> None:
    tried = {recognise(make(Names())).media_type for make in FORMATS.values()}
    read = {media_type for reader in READERS for media_type in reader.media_types}
    assert {one for one in read if not one.startswith(PICTURES)} <= tried
    assert {"image/emf", "image/wmf"} <= tried


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_at_every_place_is_read(sandbox: Sandbox, form: str) -> None:
    if form in UNPACKED and packed.library() is None:
        pytest.skip("libarchive is not installed (Debian: libarchive13)")
    names = Names()
    data = FORMATS[form](names)
    documents = inside(data, sandbox, "-")
    text = "\n".join(re.sub(r"\s", "", document.text).casefold() for document in documents)
    unread = [place for place in names.places if name_of(place).casefold() not in text]
    assert not unread
    assert documents[0].status is DocumentStatus.SCREENED, documents[0].reason
