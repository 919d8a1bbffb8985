"""The review desk: pages for people, made on the server."""
