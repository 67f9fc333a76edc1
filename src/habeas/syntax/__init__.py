"""Syntax: each sentence as a tree in Universal Dependencies."""

from habeas.syntax.model import Token, Tree
from habeas.syntax.parser import Parser, Sentence, load_parser

__all__ = ["Parser", "Sentence", "Token", "Tree", "load_parser"]
