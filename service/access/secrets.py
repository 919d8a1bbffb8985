"""Secrets: how keys, tokens and passwords are made and checked."""

import secrets
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from records import UsageError

# So that a key that was pasted where it does not belong is recognised by scanners.
PREFIX = "nw_"
SHORTEST_PASSWORD = 12
"""NIST SP 800-63B asks for 8 or more, and for no other rules."""
_hasher = PasswordHasher()
# Checked in the place of a password of nobody, so that a wrong name takes as long as a wrong one.
_NOBODY = _hasher.hash(secrets.token_urlsafe())


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key that was just made: shown once, kept only as a hash."""

    id: str
    key: str


def new_key() -> NewKey:
    """A random key: its id, and the whole of it."""
    identity = secrets.token_hex(4)
    return NewKey(identity, f"{PREFIX}{identity}_{secrets.token_urlsafe(32)}")


def new_token() -> str:
    """A random token for a session or a form."""
    return secrets.token_urlsafe(32)


def same(left: str, right: str) -> bool:
    """Whether two secrets are equal, in time that does not tell where they differ."""
    return secrets.compare_digest(left.encode(), right.encode())


def hash_password(password: str) -> str:
    """Hash a password with Argon2id.

    Raises:
        UsageError: it is too short.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise UsageError(
            f"the password has {len(password)} characters; at least {SHORTEST_PASSWORD} are needed"
        )
    return _hasher.hash(password)


def is_password(password: str, digest: str | None) -> bool:
    """Whether a password is the one that was hashed; never for None, in the same time."""
    try:
        return _hasher.verify(digest or _NOBODY, password) and digest is not None
    except (VerificationError, InvalidHashError):
        return False
