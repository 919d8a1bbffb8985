"""7z and RAR archives: read where libarchive is there, never clear where it is not."""

import sys

import pytest
from place_names import Names, name_of
from places_other import rar, seven_zip
from read_helpers import inside

from documents import Sandbox, packed
from documents.content_type import recognise
from documents.reader import Content
from records import DocumentError, DocumentStatus

pytest_plugins = ["read_fixtures"]
needs_library = pytest.mark.skipif(packed.library() is None, reason="libarchive is not installed")
MAKERS = (seven_zip, rar)


@needs_library
@pytest.mark.parametrize("make", MAKERS)
def test_a_cut_archive_is_not_read_and_says_so(sandbox: Sandbox, make: object) -> None:
    assert callable(make)
    data = make(Names())
    for most in range(20, len(data) - 10, 13):
        documents = inside(data[:most], sandbox, "a")
        assert documents[0].status is not DocumentStatus.SCREENED, most
        assert documents[0].reason
        assert "\n" not in documents[0].reason
        # Nothing that differs from one run to the next.
        assert "archive_p" not in documents[0].reason
        assert documents[0].reason == inside(data[:most], sandbox, "a")[0].reason


@needs_library
def test_a_changed_name_of_a_file_is_noticed(sandbox: Sandbox) -> None:
    names = Names()
    data = bytearray(rar(names))
    data[data.index(name_of("second file").encode())] ^= 1
    documents = inside(bytes(data), sandbox, "a")
    assert documents[0].status is not DocumentStatus.SCREENED


@pytest.mark.parametrize("make", MAKERS)
def test_without_the_library_one_line_says_what_to_install(
    make: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(make)
    monkeypatch.delenv(packed.LIBRARY, raising=False)
    data = make(Names())
    with pytest.raises(DocumentError, match=r"not read.*namewarden\[archives\]"):
        packed.read(Content(data=data, media_type=recognise(data).media_type))


def test_a_library_that_does_not_load_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(packed.LIBRARY, "/no/such/library.so")
    for name in [one for one in sys.modules if one.partition(".")[0] == "libarchive"]:
        monkeypatch.delitem(sys.modules, name)
    data = rar(Names())
    with pytest.raises(DocumentError, match="not read"):
        packed.read(Content(data=data, media_type=recognise(data).media_type))
