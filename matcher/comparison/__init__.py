"""Two names beside each other: what of one meets what of the other, and what that scores."""
