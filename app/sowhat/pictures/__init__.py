"""Sees the pictures of a deck: what kind each is, where its marks stand, which words it holds."""
