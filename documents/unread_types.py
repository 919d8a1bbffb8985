"""Formats that are recognised and not read: what to say of them, and what to do."""

AS_PDF = "Save or print it as a PDF file and screen that."
_AS_PNG = "Save it as PNG or JPEG and screen that."
_AS_DOCX = "Save it as DOCX or PDF and screen that."
_AS_TABLE = "Save its tables as CSV files and screen these."
_AS_MAIL = "Export its messages (MSG, EML) and screen these."
_TRANSCRIBE = "If it holds words, screen a transcript of them."
_UNPACK = "Unpack it and screen the folder."
_FOLLOW = "Screen the file that it leads to."

# Offset, bytes that stand there, media type, what it is, what to do; the first that fits wins.
UNREAD: tuple[tuple[int, bytes, str, str, str], ...] = (
    (4, b"ftypheic", "image/heic", "a HEIC image", _AS_PNG),
    (4, b"ftypheix", "image/heic", "a HEIC image", _AS_PNG),
    (4, b"ftypmif1", "image/heic", "a HEIC image", _AS_PNG),
    (4, b"ftypavif", "image/avif", "an AVIF image", _AS_PNG),
    (4, b"ftyp", "video/mp4", "a film", _TRANSCRIBE),
    (4, b"jP  ", "image/jp2", "a JPEG 2000 image", _AS_PNG),
    (0, b"8BPS", "image/vnd.adobe.photoshop", "a Photoshop image", _AS_PNG),
    (0, b"AT&TFORM", "image/vnd.djvu", "scanned pages (DjVu)", AS_PDF),
    (8, b"WAVE", "audio/wav", "a sound file", _TRANSCRIBE),
    (8, b"AVI ", "video/x-msvideo", "a film", _TRANSCRIBE),
    (8, b"CDR", "application/vnd.corel-draw", "a CorelDRAW drawing", AS_PDF),
    (0, b"RIFF", "application/x-riff", "a sound file, film or drawing (RIFF)", _TRANSCRIBE),
    (0, b"\xffWPC", "application/vnd.wordperfect", "a WordPerfect file", _AS_DOCX),
    (0, b"\xdb\xa5", "application/x-msword-2", "a Word file of before 1997", _AS_DOCX),
    (0, b"\x31\xbe\x00\x00", "application/x-mswrite", "a Windows Write file", _AS_DOCX),
    (0, b"\x00\x00\x1a\x00", "application/vnd.lotus-1-2-3", "a Lotus 1-2-3 file", _AS_TABLE),
    (0, b"AC10", "image/vnd.dwg", "an AutoCAD drawing (DWG)", AS_PDF),
    (0, b"\x06\x06\xed\xf5\xd8\x1d", "application/x-indesign", "an InDesign file", AS_PDF),
    (0, b"\xe4\x52\x5c\x7b\x8c\xd8", "application/onenote", "a OneNote file", AS_PDF),
    (0, b"bplist00", "application/x-bplist", "a property list or web archive", AS_PDF),
    (60, b"BOOKMOBI", "application/x-mobipocket-ebook", "an e-book (MOBI)", AS_PDF),
    (0, b"ITSF", "application/vnd.ms-htmlhelp", "a help file (CHM)", _UNPACK),
    (0, b"!BDN", "application/vnd.ms-outlook-pst", "an Outlook data file (PST)", _AS_MAIL),
    (4, b"Standard Jet DB", "application/vnd.ms-access", "an Access database", _AS_TABLE),
    (4, b"Standard ACE DB", "application/vnd.ms-access", "an Access database", _AS_TABLE),
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3", "an SQLite database", _AS_TABLE),
    (0, b"MSCF", "application/vnd.ms-cab-compressed", "a CAB archive", _UNPACK),
    (0, b"\x1f\x9d", "application/x-compress", "a compressed file (Z)", _UNPACK),
    (0, b"\x60\xea", "application/x-arj", "an ARJ archive", _UNPACK),
    (2, b"-lh", "application/x-lzh", "an LZH archive", _UNPACK),
    (0, b"\x4c\x00\x00\x00\x01\x14\x02\x00", "application/x-ms-shortcut", "a link (LNK)", _FOLLOW),
)
