"""Formulas of an XLS file that put texts together and of which it has no text, [MS-XLS] 2.4.127 and
2.5.198: programs that write such files leave it to Excel to work them out.
"""

import struct
from collections.abc import Sequence

# By the first byte, its class left out, how many bytes follow ([MS-XLS] 2.5.198.25 to 2.5.198.113).
_OPERANDS = {
    0x1C: 1, 0x1D: 1, 0x1E: 2, 0x1F: 8, 0x20: 7, 0x23: 4, 0x24: 4, 0x25: 8, 0x26: 6, 0x27: 6,
    0x28: 6, 0x29: 2, 0x2A: 4, 0x2B: 8, 0x2C: 4, 0x2D: 8, 0x39: 6, 0x3A: 6, 0x3B: 10, 0x3C: 6,
    0x3D: 10,
}  # fmt: skip
_JOIN, _BRACKETS, _MISSING, _TEXT, _ATTRIBUTE = 0x08, 0x15, 0x16, 0x17, 0x19
_SIGNS = range(0x03, 0x12)  # two operands each, but for three signs with one
_ONE = frozenset((0x12, 0x13, 0x14))
_CHOICE = 0x04
_FUNCTION, _FUNCTION_OF_MANY = 0x21, 0x22
_CONCATENATE = 336
# In the value of a formula: its last two bytes say that it is no number, the first that it is an
# empty text; a number or an empty text is no value of one that has letters in it.
_NO_NUMBER, _EMPTY, _VALUE_BYTES, _TOKENS_AT = b"\xff\xff", 3, slice(6, 14), 22


def texts_of(record: bytes) -> tuple[list[str], bool]:
    """The texts that a formula puts together, as far as they are written in it.

    Args:
        record: the data of its record, of Excel 97 and later.

    Returns:
        The texts, and whether that is all of them; none where the file has its value.
    """
    value = record[_VALUE_BYTES]
    if len(record) < _TOKENS_AT or (value[6:] == _NO_NUMBER and value[0] != _EMPTY):
        return [], True
    (length,) = struct.unpack_from("<H", record, _TOKENS_AT - 2)
    try:
        texts, known = _worked_out(record[_TOKENS_AT : _TOKENS_AT + length])
    except (IndexError, struct.error):
        return [], True
    # ``A1&B1`` of empty cells is empty.
    is_empty = value[6:] == _NO_NUMBER and not any(texts)
    return texts, known or is_empty


def _worked_out(tokens: bytes) -> tuple[list[str], bool]:
    stack: list[str | None] = []
    joined: list[str] = []
    at, known = 0, True
    while at < len(tokens):
        token = tokens[at]
        kind = token if token < 0x20 else 0x20 | (token & 0x1F)
        at += 1
        if kind == _TEXT:
            text, at = _string(tokens, at)
            stack.append(text)
        elif kind == _JOIN:
            right, left = stack.pop(), stack.pop()
            known = known and None not in (left, right)
            stack.append(_joined([left, right], joined))
        elif kind in _SIGNS:
            stack[-2:] = ["0"]
        elif kind in _ONE or kind == _BRACKETS:
            continue
        elif kind == _MISSING:
            stack.append("")
        elif kind == _ATTRIBUTE:
            if tokens[at] & _CHOICE:
                at += 2 * (struct.unpack_from("<H", tokens, at + 1)[0] + 1)
            at += 3
        elif kind == _FUNCTION_OF_MANY:
            count, number = tokens[at] & 0x7F, struct.unpack_from("<H", tokens, at + 1)[0] & 0x7FFF
            given = stack[len(stack) - count :]
            del stack[len(stack) - count :]
            if number == _CONCATENATE:
                known = known and None not in given
            stack.append(_joined(given, joined) if number == _CONCATENATE else None)
            at += 3
        elif kind == _FUNCTION:
            # How many it takes is not said; what stood before it is left.
            stack.append(None)
            at += 2
        elif kind in (0x1E, 0x1F):
            stack.append(_number(tokens, at, kind))
            at += _OPERANDS[kind]
        else:
            stack.append(None)
            at += _OPERANDS.get(kind, len(tokens))
    return joined, known


def _joined(pieces: Sequence[str | None], joined: list[str]) -> str:
    """Some pieces as one text, which takes the place of one that it goes on with."""
    text = "".join(piece or "" for piece in pieces)
    if joined and text.startswith(joined[-1]):
        joined.pop()
    joined.append(text)
    return text


def _string(tokens: bytes, at: int) -> tuple[str, int]:
    count, wide = tokens[at], tokens[at + 1] & 1
    end = at + 2 + (count << wide)
    raw = tokens[at + 2 : end]
    return raw.decode("utf-16-le" if wide else "latin-1", errors="replace"), end


def _number(tokens: bytes, at: int, kind: int) -> str:
    if kind == 0x1E:
        return str(struct.unpack_from("<H", tokens, at)[0])
    (value,) = struct.unpack_from("<d", tokens, at)
    return f"{value:g}"
