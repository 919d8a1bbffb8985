"""What is kept on disk: snapshots of lists, and the catalogue that says which are active."""

from store.catalogue import Activation, Catalogue
from store.entities import EntityFile, entities
from store.home import Home

__all__ = ["Activation", "Catalogue", "EntityFile", "Home", "entities"]
