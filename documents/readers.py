"""Every reader, and which reads what."""

from documents import content_type
from documents.reader import Reader

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

TEXT = Reader(
    name="text",
    media_types=(content_type.PLAIN_TEXT.media_type,),
    module="documents.text",
    trusted=True,
)
READERS: tuple[Reader, ...] = (
    TEXT,
    Reader(name="html", media_types=("text/html",), module="documents.html"),
    Reader(name="pdf", media_types=("application/pdf",), module="documents.pdf"),
    Reader(
        name="docx", media_types=(f"{_OFFICE}.wordprocessingml.document",), module="documents.docx"
    ),
    Reader(
        name="pptx",
        media_types=(f"{_OFFICE}.presentationml.presentation",),
        module="documents.pptx",
    ),
    Reader(
        name="odf", media_types=(f"{_OPEN}.text", f"{_OPEN}.presentation"), module="documents.odf"
    ),
    Reader(
        name="sheets",
        media_types=(
            f"{_OFFICE}.spreadsheetml.sheet",
            f"{_OPEN}.spreadsheet",
            "application/vnd.ms-excel",
        ),
        module="documents.sheets",
    ),
    Reader(name="xps", media_types=("application/vnd.ms-xpsdocument",), module="documents.xps"),
    Reader(name="rtf", media_types=("application/rtf",), module="documents.rtf"),
    Reader(
        name="mail", media_types=("message/rfc822", "application/mbox"), module="documents.mail"
    ),
    Reader(name="doc", media_types=("application/msword",), module="documents.doc"),
    Reader(name="ppt", media_types=("application/vnd.ms-powerpoint",), module="documents.ppt"),
    Reader(name="ole", media_types=("application/x-ole-storage",), module="documents.ole"),
    Reader(name="msg", media_types=("application/vnd.ms-outlook",), module="documents.msg"),
    Reader(name="tnef", media_types=("application/vnd.ms-tnef",), module="documents.tnef"),
    Reader(name="signed", media_types=("application/pkcs7-mime",), module="documents.signed"),
    Reader(
        name="archives",
        media_types=(
            "application/zip",
            "application/x-tar",
            "application/gzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/epub+zip",
        ),
        module="documents.archives",
    ),
    Reader(
        name="packed",
        media_types=("application/x-7z-compressed", "application/vnd.rar"),
        module="documents.packed",
    ),
    Reader(
        name="data",
        media_types=("application/json", "application/xml"),
        module="documents.data_files",
    ),
    Reader(name="vector", media_types=("image/emf", "image/wmf"), module="documents.vector"),
    Reader(
        name="images",
        media_types=(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/tiff",
            "image/webp",
            "image/bmp",
        ),
        module="documents.images",
    ),
)


def reader_for(media_type: str) -> Reader | None:
    """The reader of a media type; None where there is none."""
    return next((reader for reader in READERS if media_type in reader.media_types), None)
