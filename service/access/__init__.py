"""Who may ask: API keys for programs, sign-in with sessions for people, roles and scopes."""
