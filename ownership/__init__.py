"""Who owns and controls whom: statements of ownership, and what rules of 50 per cent make of them.

Readers turn a publisher's file, or a customer's own table, into parties and holdings; ``graph``
holds them as arrays; ``reach`` applies a rule (``rules``) to them. Nothing here knows a sanctions
list: whoever calls says which owners are listed, and how sure that is.
"""
