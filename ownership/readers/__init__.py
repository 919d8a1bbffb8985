"""Readers of ownership data, one module a format; each yields ``ownership.statements``.

A file is read as a stream wherever its format allows that. What cannot be understood is yielded as
``Unread``, so that it is counted and told; a file that is not of the format raises
``OwnershipFormatError``.
"""
