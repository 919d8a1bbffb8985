"""What is kept on disk: snapshots of lists, and the catalogue that says which are active."""

from store.entities import EntityFile, entities
from store.home import Home

__all__ = ["EntityFile", "Home", "entities"]
