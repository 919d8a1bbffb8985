"""Write what an installation consists of, as CycloneDX 1.6: python tools/sbom.py > sbom.json

What is installed beside this Python is listed: namewarden with its extras, and what they need.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

EXTRAS = ("parquet", "postgres", "service")
"""What users install; development and benchmarks are not shipped."""
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")
_LICENCE = "License :: OSI Approved :: "


def shipped(extras: tuple[str, ...] = EXTRAS) -> list[Distribution]:
    """Namewarden and all that it needs and that is installed, by name."""
    found: dict[str, Distribution] = {}
    waiting = [("namewarden", frozenset(extras))]
    while waiting:
        name, wanted = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:
            continue  # of another platform, or of an extra that is not installed
        waiting += [(each, frozenset()) for each in _needs(found[key], wanted)]
    return [found[key] for key in sorted(found)]


def _needs(of: Distribution, extras: frozenset[str]) -> Iterator[str]:
    for line in of.requires or ():
        named, extra = _NAME.match(line), _EXTRA.search(line)
        if named and (extra is None or extra[1] in extras):
            yield named[0]
            if "[binary]" in line:
                yield f"{named[0]}-binary"


def licence(of: Distribution) -> str:
    """What a package says of its licence; empty where it says nothing."""
    told: Any = of.metadata  # typeshed leaves out what a message can do
    said = told.get("License-Expression")
    classes = [each for each in told.get_all("Classifier", []) if "License ::" in each]
    names = [each.removeprefix(_LICENCE) for each in classes]
    return str(said or "; ".join(names) or (told.get("License") or "").split("\n")[0])


def bill() -> dict[str, Any]:
    """The bill of materials."""
    own, *others = sorted(shipped(), key=lambda each: each.metadata["Name"] != "namewarden")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**_component(own), "type": "application"}},
        "components": [_component(each) for each in others],
    }


def _component(of: Distribution) -> dict[str, Any]:
    name = of.metadata["Name"]
    address = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{of.version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": of.version,
        "purl": address,
        "licenses": [{"license": {"name": licence(of) or "not declared"}}],
    }


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, indent=2)
    sys.stdout.write("\n")
