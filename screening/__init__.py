"""The use cases: where lists, store, documents and matcher meet."""
