"""Exports: the ledger's records as files other programs read.

Each format is a module with an exporter: `write` for each record, `finish` at the end.
"""
