"""Small JSON files that tell when they are damaged: the content, and its SHA-256 beside it."""

import json
from typing import Any

from records.canonical import canonical, digest


def sealed(content: dict[str, Any]) -> str:
    """JSON of the content and of its SHA-256, to be written to a file."""
    # What comes back is what JSON has: tuples are lists, and keys are texts.
    plain = json.loads(canonical(content))
    return json.dumps({"sha256": digest(canonical(plain)), "content": plain}, ensure_ascii=False)


def unsealed(text: str | bytes) -> dict[str, Any]:
    """The content of what ``sealed`` wrote.

    Raises:
        ValueError: it is not whole, or ``sealed`` did not write it.
    """
    found = json.loads(text)
    if not isinstance(found, dict) or found.keys() != {"sha256", "content"}:
        raise ValueError("no checksum in it")
    content = found["content"]
    if not isinstance(content, dict) or digest(canonical(content)) != found["sha256"]:
        raise ValueError("its checksum is another")
    return content
