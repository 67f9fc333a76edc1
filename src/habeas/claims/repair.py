"""Repair: sentences whose cue the parser took for a noun are parsed again with a plain verb in its place.

Headlines say "Court sentences three", "Police arrest two", "King pardons nine": forms that are nouns as
often as verbs, and a parser trained on running text takes them for nouns, so that the clause is lost.
A verb that is never a noun (`stand_ins` of the language's grammar) is put where the cue stands; the tree
then gets the text's own word back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from habeas.claims.frames import Lexicon
from habeas.claims.words import fold
from habeas.syntax.model import Token, Tree

HEADLINE_PRESENT = {"VerbForm": "Fin", "Tense": "Pres", "Mood": "Ind"}


@dataclass(frozen=True, slots=True)
class Patch:
    """A sentence to be parsed again: `word` of the text at `start` is said as `stand_in`."""

    tree: Tree
    word: str
    start: int
    stand_in: str

    @property
    def text(self) -> str:
        """The sentence with the stand-in."""
        at = self.start - self.tree.start
        return self.tree.text[:at] + self.stand_in + self.tree.text[at + len(self.word) :]

    def mend(self, parsed: Tree) -> Tree:
        """The new tree with the text's own word and offsets, or the old one where nothing was won."""
        shift = len(self.stand_in) - len(self.word)
        tokens = []
        won = False
        for token in parsed.tokens:
            if token.start == self.start:
                won = token.upos == "VERB" and parsed.child(token, "nsubj") is not None
                end = self.start + len(self.word)
                token = replace(token, text=self.word, end=end, feats=HEADLINE_PRESENT)
            elif token.start > self.start:
                token = replace(token, start=token.start - shift, end=token.end - shift)
            tokens.append(token)
        if not won:
            return self.tree
        return Tree.of(self.tree.text, self.tree.start, self.tree.language, tuple(tokens))


def patch_for(tree: Tree, lexicon: Lexicon) -> Patch | None:
    """The patch a tree needs: its first cue that heads a verb frame, stands before any finite verb, and was not read as one."""
    if not lexicon.stand_ins:
        return None
    best: Token | None = None
    clausal = tree.root.upos in ("VERB", "AUX")  # an everyday word is mended only where the tree has no verb on top
    for i, token in enumerate(tree.tokens):
        if token.upos in ("VERB", "AUX") and token.deprel != "compound":
            if _is_finite(token, tree) and not _looks_like_a_noun(token, tree, lexicon):
                break
            continue
        if i == 0 or token.upos not in ("NOUN", "PROPN", "ADJ", "VERB") or not _may_be_verb(tree, i):
            continue
        if _is_inside_a_subject(token, tree, lexicon):
            continue
        text = fold(token.text)
        heads = [frame for frame in lexicon.heads(text) if frame.verb(text)] if token.text == text else []
        if any(not frame.weak for frame in heads):
            best = token
            break
        if heads and best is None and not clausal:
            best = token
    if best is None:
        return None
    text = fold(best.text)
    stand_in = next((word for ending, word in lexicon.stand_ins if text.endswith(ending)), None)
    return None if stand_in is None else Patch(tree, best.text, best.start, stand_in)


def _is_inside_a_subject(token: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a word belongs to the subject of a cue that is a verb already: "security *forces* arrest two"."""
    for upper in (token, *tree.ancestors(token)):
        verb = tree.parent(upper)
        if verb is None or (verb.upos == "VERB" and upper.deprel not in ("nsubj", "nsubj:pass")):
            return False
        if upper.deprel in ("nsubj", "nsubj:pass"):
            finite = _is_finite(verb, tree) or tree.child(verb, "aux", "aux:pass") is not None
            return (
                finite
                and verb.i > token.i
                and any(frame.verb(fold(verb.text)) for frame in lexicon.heads(fold(verb.text)))
            )
    return False


def retagged(tree: Tree) -> Tree:
    """The tree with verbs where it has nouns and adjectives that govern an object: "raid a camp and *free* 40 men"."""
    tokens = list(tree.tokens)
    for token in tree.tokens:
        if token.upos not in ("NOUN", "ADJ") or "VerbForm" in token.feats or tree.child(token, "obj") is None:
            continue
        upper = tree.parent(token)
        if any(mark.upos == "PART" for mark in tree.children(token, "mark")):
            feats = {"VerbForm": "Inf"}
        elif token.deprel == "conj" and upper is not None and upper.upos == "VERB":
            feats = upper.feats
        else:
            continue
        tokens[token.i] = replace(token, upos="VERB", feats=feats)
    return Tree.of(tree.text, tree.start, tree.language, tuple(tokens)) if tokens != list(tree.tokens) else tree


def headline_verb(tree: Tree) -> Tree:
    """The tree with a verb at its root where a headline's verb was taken for an adjective: "A court in Tarvo *frees* monks".

    The root must be a noun before it, and what it was hung on one that the parser could only set beside the root.
    """
    root = tree.root
    if root.upos not in ("NOUN", "PROPN"):
        return tree
    for beside in tree.children(root, "appos"):
        first = tree.child(beside, "compound")
        for kid in (*tree.children(beside, "amod"), *(() if first is None else tree.children(first, "amod"))):
            finite = kid.feats.get("VerbForm") == "Fin" and kid.feats.get("Tense") == "Pres"
            past = kid.feats.get("Tense") == "Past" and kid.i > 0 and tree.tokens[kid.i - 1].text == ","
            if kid.upos == "VERB" and kid.i > root.i and (finite or past):
                return _with_root(tree, kid, root, beside)
    return tree


def _with_root(tree: Tree, verb: Token, subject: Token, obj: Token) -> Tree:
    tokens = list(tree.tokens)
    feats = {**verb.feats, "VerbForm": "Fin"}
    for token in tree.children(subject):
        if token.i > verb.i:
            tokens[token.i] = replace(token, head=verb.i)
    tokens[verb.i] = replace(verb, feats=feats, head=verb.i, deprel="root")
    tokens[subject.i] = replace(subject, head=verb.i, deprel="nsubj")
    tokens[obj.i] = replace(obj, head=verb.i, deprel="obj")
    return Tree.of(tree.text, tree.start, tree.language, tuple(tokens))


def _looks_like_a_noun(token: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a verb is followed at once by a better one that was taken for its object: "security forces arrest two"."""
    following = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
    if following is None or following.upos != "NOUN" or following.head != token.i or following.deprel != "obj":
        return False
    after = tree.tokens[following.i + 1].upos if following.i + 1 < len(tree.tokens) else "PUNCT"
    if token.feats.get("Tense") != "Pres" or after not in ("NUM", "DET", "PROPN", "NOUN", "ADJ"):
        return False
    text = fold(following.text)
    return any(frame.verb(text) and not frame.weak for frame in lexicon.heads(text)) and _may_be_verb(tree, following.i)


def _is_finite(token: Token, tree: Tree) -> bool:
    if token.feats.get("VerbForm") == "Fin":
        return not any(upper.deprel == "acl:relcl" for upper in (token, *tree.ancestors(token)))
    return False


def _may_be_verb(tree: Tree, i: int) -> bool:
    """A noun before it, and something to be its object after it."""
    before, after = tree.tokens[i - 1], tree.tokens[i + 1 :]
    return before.upos in ("NOUN", "PROPN", "PUNCT", "ADV", "NUM", "VERB") and any(
        token.upos in ("NOUN", "PROPN", "NUM", "PRON", "DET") for token in after[:3]
    )


def mended(trees: list[Tree], patches: list[Patch], parsed: Iterator[Tree]) -> list[Tree]:
    """The trees with those that patches were made for put in order."""
    by_tree = {id(patch.tree): patch.mend(tree) for patch, tree in zip(patches, parsed, strict=True)}
    return [headline_verb(retagged(by_tree.get(id(tree), tree))) for tree in trees]
