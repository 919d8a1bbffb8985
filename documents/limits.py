"""How large things may be. A file beyond a limit is reported as not screened, never cut in silence.

The limits keep a hostile or mistaken file from taking the machine; ordinary documents are far
below them.
"""

# Bytes.
MB = 1_000_000

# A text of this size is about 40,000 pages; above it somebody pointed at a database dump by
# mistake, and the memory of one process would carry it several times over.
LARGEST_FILE = 100 * MB
# Code points out of one file. XML and spreadsheets pack a hundred to one.
LARGEST_TEXT = 100 * MB
# Bytes that one archive, Office file or compressed file may unpack to. A 2 MB spreadsheet of
# 150 MB took 814 MB of memory.
LARGEST_UNPACKED = 300 * MB
# Bytes of all files inside one file given by the user, at all depths.
LARGEST_TREE = 1_000 * MB
MOST_PARTS = 50_000
# ``a.zip!/b.eml!/c.zip!/d.docx!/e.xlsx``: real mail chains reach three or four.
DEEPEST = 6
MOST_PAGES = 20_000
# An A0 sheet at 300 dots an inch has 140 million; each takes up to eight bytes while it is read.
MOST_PIXELS = 150 * MB
# Of the process that parses, in bytes of address space, which is more than it ever uses.
MEMORY = 3_000 * MB
# A page of a scan is one step; a document without scans is one step, and a 100 MB one takes half
# of this on a slow machine.
SECONDS_WITHOUT_A_SIGN = 120.0
SECONDS = 3_600.0
SECONDS_FOR_A_SCAN = 90.0
