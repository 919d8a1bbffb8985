"""Signed files and mails (P7M, P7S: CMS, RFC 5652), such as Italian e-invoices: the file that was
signed, and who signed it.
"""

import base64
import binascii
import re
from collections.abc import Iterator

from asn1crypto import cms, core

from documents.layout import Layout, tidy
from documents.reader import Content, Extraction, Part
from documents.said import Rest
from records import DocumentError

_LINES = re.compile(rb"-----[A-Z0-9 ]+-----")
_KINDS = {
    "enveloped_data": "encrypted: it needs a key and was not read. Decrypt it and screen that.",
    "encrypted_data": "encrypted: it needs a password and was not read. Decrypt it first.",
    "authenticated_enveloped_data": "encrypted: it needs a key and was not read.",
}


def read(content: Content) -> Extraction:
    """Read a signed file; of a signature by itself, the signers.

    Raises:
        DocumentError: it is encrypted, damaged, of another kind, or a signature that names nobody.
    """
    try:
        info = cms.ContentInfo.load(_binary(content.data))
        kind = str(info["content_type"].native)
        if kind != "signed_data":
            raise DocumentError(_KINDS.get(kind, f"a file of kind {kind}: it was not read"))
        signed = info["content"]
        layout = Layout()
        for words in _signers(signed):
            Rest(layout).add(words, "signature")
        inner = _content(signed["encap_content_info"])
    except (ValueError, TypeError, binascii.Error) as error:
        raise DocumentError(
            f"a damaged signed file ({' '.join(str(error).split())[:80]}): it was not read"
        ) from error
    parts = (Part(name="signed content", data=inner),) if inner else ()
    if not layout.passages and not parts:
        raise DocumentError("a signature without what it signs, and without names: not screened")
    return Extraction(passages=layout.passages, media_type=content.media_type, parts=parts)


def _binary(data: bytes) -> bytes:
    if data.startswith(b"\x30"):
        return data
    return base64.b64decode(_LINES.sub(b"", data))


def _content(info: cms.EncapsulatedContentInfo) -> bytes:
    """What was signed; nothing where it stands beside the signature."""
    content = info["content"]
    if content is None or content.native is None:
        return b""
    if isinstance(content, core.OctetString | core.ParsableOctetString):
        return bytes(content)
    return bytes(content.contents or b"")


def _signers(signed: cms.SignedData) -> Iterator[str]:
    """The names in the certificates: of whom they are, of who made them, and other names."""
    for choice in signed["certificates"] or ():
        if choice.name != "certificate":
            continue
        certificate = choice.chosen["tbs_certificate"]
        for name in (certificate["subject"], certificate["issuer"]):
            for value in name.native.values():
                yield from map(tidy, map(str, value if isinstance(value, list) else [value]))
        for extension in certificate["extensions"] or ():
            if extension["extn_id"].native in ("subject_alt_name", "issuer_alt_name"):
                for item in extension["extn_value"].parsed.native or ():
                    yield tidy(str(item))
