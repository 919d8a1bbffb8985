"""Which entries of the lists are one party, and why. Method: docs/decisions/0018-parties.md"""
