"""Long texts that differ in a few words, shortened to those words."""

# Characters up to which a text is shown whole, and those shown around a difference.
_LONG = 120
_AROUND = 40


def difference(old: str, new: str) -> tuple[str, str]:
    """Both texts without what they begin and end with in common, but for some words of it.

    Short texts, and those that have little in common, stay as they are.
    """
    if max(len(old), len(new)) <= _LONG:
        return old, new
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return _cut(old, start, end), _cut(new, start, end)


def _common(left: str, right: str) -> int:
    pairs = zip(left, right, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))


def _cut(text: str, start: int, end: int) -> str:
    first = text.rfind(" ", 0, max(0, start - _AROUND) + 1) + 1
    stop = min(len(text), len(text) - end + _AROUND)
    last = text.find(" ", stop)
    before = "… " if first else ""
    if last < 0:
        return before + text[first:]
    return f"{before}{text[first:last]} …"
