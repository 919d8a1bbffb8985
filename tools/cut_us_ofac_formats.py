"""Cut small real lists out of OFAC's enhanced XML, classic XML and CSV files, for tests.

    python tools/cut_us_ofac_formats.py CONS_ENHANCED.XML 9647,17013 > sample.xml
    python tools/cut_us_ofac_formats.py cons_alt.csv 9647,17013 > cons_alt.csv

The text of the chosen entries is copied as it stands. What they do not refer to is left out, and
the classic XML's Record_Count is made to fit.
"""

import re
import sys
from pathlib import Path

END = b"\x1a"


def cut_enhanced(text: str, chosen: set[str]) -> str:
    """The excerpt of SDN_ENHANCED.XML or CONS_ENHANCED.XML."""
    entries = re.findall(r"    <entity id=.*?</entity>\r?\n", text, re.DOTALL)
    kept = "".join(e for e in entries if (re.search(r'id="(\d+)"', e) or [""])[1] in chosen)
    used = set(re.findall(r'refId="(\d+)"', kept)) | set(re.findall(r"RefId>(\d+)<", kept))
    start = text.index(entries[0])
    end = text.rindex(entries[-1]) + len(entries[-1])

    def is_used(found: re.Match[str]) -> str:
        return found[0] if found[1] in used else ""

    head = re.sub(
        r' *<referenceValue refId="(\d+)">.*?</referenceValue>\r?\n',
        is_used,
        text[:start],
        flags=re.DOTALL,
    )
    return head + kept + text[end:]


def cut_classic(text: str, chosen: set[str]) -> str:
    """The excerpt of SDN.XML or CONSOLIDATED.XML."""
    entries = re.findall(r"  <sdnEntry>.*?</sdnEntry>\r?\n", text, re.DOTALL)
    kept = [e for e in entries if (re.search(r"<uid>(\d+)", e) or [""])[1] in chosen]
    start, end = text.index(entries[0]), text.rindex(entries[-1]) + len(entries[-1])
    head = re.sub(r"(<Record_Count>)\d+", rf"\g<1>{len(kept)}", text[:start])
    return head + "".join(kept) + text[end:]


def cut_csv(data: bytes, chosen: set[str]) -> bytes:
    """The excerpt of one of the CSV files, with its end mark."""
    lines = data.split(b"\n")
    kept = [line for line in lines if line.partition(b",")[0].decode("ascii") in chosen]
    return b"".join(line + b"\n" for line in kept) + (END if END in data else b"")


def main(path: Path, chosen: set[str]) -> None:
    """Write the excerpt to standard output."""
    data = path.read_bytes()
    if data[:1].isdigit():
        sys.stdout.buffer.write(cut_csv(data, chosen))
        return
    text = data.decode("utf-8")
    cut = cut_classic if "<sdnList" in text[:1000] else cut_enhanced
    sys.stdout.buffer.write(cut(text, chosen).encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), set(sys.argv[2].split(",")))
