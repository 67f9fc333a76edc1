"""Syntax: each sentence as a tree in Universal Dependencies."""
