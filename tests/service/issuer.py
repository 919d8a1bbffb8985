"""An OpenID Connect issuer that knows one person: real keys, real tokens, nobody asked."""

import time
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI, Form, Request
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.responses import RedirectResponse, Response

CLIENT, SECRET = "desk", "between the two"


def issuer(claims: dict[str, Any]) -> FastAPI:
    """An issuer whose tokens say ``claims`` of whoever comes."""
    app, key = FastAPI(), RSAKey.generate_key(2048, {"kid": "1"})
    asked: dict[str, str] = {}

    @app.get("/.well-known/openid-configuration")
    async def configuration(request: Request) -> dict[str, Any]:
        base = str(request.base_url).rstrip("/")
        return {
            "issuer": base,
            "authorization_endpoint": f"{base}/authorize",
            "token_endpoint": f"{base}/token",
            "jwks_uri": f"{base}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    @app.get("/authorize")
    async def authorize(redirect_uri: str, state: str, nonce: str, code_challenge: str) -> Response:
        asked.update(nonce=nonce, challenge=code_challenge)
        return RedirectResponse(f"{redirect_uri}?{urlencode({'code': 'c', 'state': state})}")

    @app.post("/token")
    async def token(request: Request, code_verifier: str = Form()) -> dict[str, Any]:
        assert code_verifier
        now = int(time.time())
        said = {
            "iss": str(request.base_url).rstrip("/"),
            "aud": CLIENT,
            "sub": "1",
            "iat": now,
            "exp": now + 60,
            "nonce": asked["nonce"],
            **claims,
        }
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, said, key)
        return {"access_token": "a", "token_type": "Bearer", "id_token": signed, "expires_in": 60}

    @app.get("/keys")
    async def keys() -> dict[str, Any]:
        return {"keys": [key.as_dict(private=False)]}

    return app
