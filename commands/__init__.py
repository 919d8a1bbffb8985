"""The commands of the command line: options, one call of a use case, print, exit status.

What a use case needs is imported inside its command, so that one name is matched without loading
what only ``update`` needs.
"""
