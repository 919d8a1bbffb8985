"""Files to passages of text with their places.

A new format is one module with a function ``read`` and one line in ``readers.READERS``. The type of
a file is taken from its content, never from its name (``content_type.py``). All but plain text is
parsed in a process of its own (``sandbox.py``).
"""

from documents.cut_words import CUT, MEET
from documents.files import walk
from documents.limits import LARGEST_FILE
from documents.pictures import Picture, pictures
from documents.reader import Content, Extraction, Part, Reader
from documents.readers import READERS
from documents.run_on import is_page_number
from documents.sandbox import Sandbox
from documents.tree import read, read_all, read_text

__all__ = [
    "CUT",
    "LARGEST_FILE",
    "MEET",
    "READERS",
    "Content",
    "Extraction",
    "Part",
    "Picture",
    "Reader",
    "Sandbox",
    "is_page_number",
    "pictures",
    "read",
    "read_all",
    "read_text",
    "walk",
]
