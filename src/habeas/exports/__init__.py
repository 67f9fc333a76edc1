"""Exports: the same records in other forms."""
