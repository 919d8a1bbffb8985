"""Alerts and what people decide about them."""
