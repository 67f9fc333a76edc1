"""Speech: the ways a sentence tells who says it, read off its tree.

A saying stands over what is said (complements of saying, "reports that"), beside it (inserted clauses,
"according to X", "по словам X"), or in a single word ("reportedly"). The words are in `speech.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claims.clauses import case_of
from habeas.claims.saying import Saying, is_word, speech_words
from habeas.claims.words import fold
from habeas.syntax.model import Token, Tree

CONTENT = frozenset({"ccomp", "csubj", "csubj:pass", "parataxis", "dep", "advcl", "acl"})
"""Relations of what is said to the verb that says it."""
_QUOTES_OPEN = frozenset('"“„«')
NOT_SHARED = frozenset({"nsubj", "nsubj:pass", "obl:agent", "iobj"})


class SpeechReader:
    """Reads the sayings of one tree."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.words = speech_words(tree.language)

    def over(self, token: Token) -> Iterator[Saying]:
        """Sayings that govern a token, nearest first."""
        tree, words = self.tree, self.words
        at = token
        if token.upos == "VERB" and (self._counts_with(token) or self._counts_things(token)):
            yield from self._told(self.by_verb("count", token))
        for _ in range(len(tree.tokens)):
            yield from self._beside(at, token)
            upper = tree.parent(at)
            if upper is None:
                return
            found = self._governor(at, upper)
            if found is not None:
                yield from self._told(found)
            at = upper
            if at.deprel in NOT_SHARED and is_word(at, words.says):
                return

    def _governor(self, at: Token, upper: Token) -> Saying | None:
        """The saying of the head above, where what is below is what it says."""
        words, relation = self.words, at.deprel
        if upper.upos in ("VERB", "AUX") or upper.feats.get("VerbForm") is not None:
            infinitive = at.feats.get("VerbForm") == "Inf" and self.tree.child(at, "aux", "nsubj", "nsubj:pass") is None
            if is_word(upper, words.says) and relation in CONTENT and self._is_clause(at) and not infinitive:
                if not self._is_aside(at, upper):
                    return self.by_verb("complement of saying", upper)
            elif relation == "xcomp" and self._is_passive(upper) and is_word(upper, words.hearsay):
                return self.by_verb("said of it", upper)
            elif relation in ("xcomp", "ccomp") and is_word(upper, words.avows) and not self._is_reflexive(upper):
                return self.by_verb("avowal", upper)
            if not infinitive and self._is_counted(at, upper):
                return self.by_verb("count", upper)
            active = not self._is_passive(upper) and upper.feats.get("VerbForm") != "Part"
            if active and is_word(upper, words.accuses) and relation in ("advcl", "obl", "xcomp", "acl"):
                return self.by_verb("reproach", upper)
        if upper.upos == "NOUN" and is_word(upper, words.rumours) and relation in ("acl", "nmod", "ccomp", "appos"):
            return self._said("rumour", upper, self.tree.child(upper, "nmod:poss"))
        return None

    def _is_clause(self, at: Token) -> bool:
        """Whether a complement is a clause and not what something is called: "found them guilty"."""
        return (
            at.upos in ("VERB", "AUX")
            or self.tree.child(at, "cop", "aux", "mark", "aux:pass") is not None
            or (
                at.deprel in ("parataxis", "ccomp")
                and at.upos in ("NOUN", "PROPN", "NUM")
                and self.tree.child(at, "nsubj") is None
            )
        )

    def _is_counted(self, at: Token, verb: Token) -> bool:
        """Whether a verb of counting has the token as what it counts."""
        words = self.words
        if verb.feats.get("VerbForm") == "Inf" or self._is_reflexive(verb):
            return False
        if at.deprel in ("obj", "nsubj:pass", "ccomp") and is_word(verb, words.counts):
            return at.deprel != "nsubj:pass" or at.upos != "PROPN"
        return at.deprel in ("obj", "obl", "nmod", "obl:arg") and self._counts_with(verb)

    def _counts_with(self, verb: Token) -> bool:
        """Whether a verb counts by an adposition that it has: "puts the number at forty"."""
        cases = {case_of(self.tree, kid) for kid in self.tree.children(verb, "obl", "nmod", "obl:arg")}
        return any(case in cases and is_word(verb, fits) for fits, case in self.words.counts_with)

    def _counts_things(self, verb: Token) -> bool:
        return is_word(verb, self.words.counts) and self.tree.child(verb, "obj") is not None

    def _is_reflexive(self, verb: Token) -> bool:
        """Whether a verb has a reflexive object: "se negó a", refused, and not denied."""
        return any(kid.feats.get("Reflex") == "Yes" for kid in self.tree.children(verb, "obj", "iobj", "expl"))

    def _is_aside(self, at: Token, verb: Token) -> bool:
        """Whether a clause under a verb of saying is not what it says: "said while freeing them"."""
        if at.deprel not in ("advcl", "acl", "dep"):
            return False
        return self.tree.child(at, "mark") is not None or at.i > verb.i or at.deprel == "acl"

    def _is_passive(self, verb: Token) -> bool:
        return (
            verb.feats.get("Voice") == "Pass"
            or self.tree.child(verb, "aux:pass", "nsubj:pass", "expl:pass") is not None
        )

    def _beside(self, at: Token, below: Token) -> Iterator[Saying]:
        """Sayings that hang on a token of the path: inserted clauses, phrases, adverbs."""
        tree, words = self.tree, self.words
        for kid in tree.children(at):
            if kid.i == below.i:
                continue
            if kid.deprel in ("advmod", "parataxis", "discourse") and is_word(kid, words.reportedly):
                yield Saying("hearsay", kid, None, True)
            elif kid.deprel in ("parataxis", "advcl", "ccomp", "conj", "dep") and self._is_inserted(kid):
                yield from self._told(self.by_verb("inserted saying", kid))
            else:
                phrase = self.phrase(kid)
                if phrase is not None:
                    yield phrase

    def _told(self, saying: Saying) -> Iterator[Saying]:
        """A saying, unless it is the report's own "we"."""
        who = saying.who
        if saying.word.feats.get("Person") == "1" or (who is not None and self._is_ours(who)):
            return
        yield saying

    def _is_ours(self, who: Token) -> bool:
        return is_word(who, self.words.ours) or any(
            is_word(kid, self.words.ours) for kid in self.tree.children(who, "det", "nmod:poss", "amod")
        )

    def by_place(self, head: Token) -> Saying | None:
        """A saying beside a clause that the parser hung elsewhere: set off by a comma, or before a colon."""
        tree = self.tree
        first, last = self._stretch(head)
        inside = [token for token in tree.tokens[first:last] if token.i != head.i]
        phrases = [
            found for token in inside if (found := self.phrase(token)) and not self._is_in_other_clause(token, head)
        ]
        above = {token.i for token in (head, *tree.ancestors(head))}
        outside = [token for token in inside if token.i not in above]
        verbs = [self.by_verb("inserted saying", token) for token in outside if self._is_set_off(token)]
        verbs = [saying for saying in verbs if saying.who is None or saying.who.i not in above]
        before = [self.by_verb("before a colon", token) for token in inside if self._introduces(token, head)]
        who = self._named_before_quotation(first, head)
        if who is not None:
            before.append(self._said("before a colon", who, who))
        sayings = sorted((*phrases, *verbs, *before), key=lambda saying: abs(saying.word.i - head.i))
        return next((told for saying in sayings for told in self._told(saying)), None)

    def _named_before_quotation(self, first: int, head: Token) -> Token | None:
        """Who is named before a colon and a quotation: "The lawyer Orla Venn: «Nine were freed.»"."""
        tokens = self.tree.tokens
        colon = next((token.i for token in tokens[first : head.i] if token.text == ":"), None)
        if colon is None or tokens[colon + 1].text not in _QUOTES_OPEN:
            return None
        lead = tokens[first:colon]
        if any(token.upos in ("VERB", "AUX", "PUNCT") for token in lead):
            return None
        inside = {token.i for token in lead}
        tops = [token for token in lead if token.head not in inside or token.head == token.i]
        is_named = sum(token.upos == "PROPN" for token in lead) > 1
        return tops[0] if len(tops) == 1 and is_named and tops[0].upos in ("NOUN", "PROPN") else None

    def _stretch(self, head: Token) -> tuple[int, int]:
        """The stretch between semicolons that a token stands in."""
        cuts = [token.i for token in self.tree.tokens if token.text == ";"]
        first = max((i + 1 for i in cuts if i < head.i), default=0)
        return first, min((i for i in cuts if i > head.i), default=len(self.tree.tokens))

    def _is_in_other_clause(self, token: Token, head: Token) -> bool:
        """Whether a phrase belongs to a relative clause that the head is not in, and does not close the sentence."""
        tree = self.tree
        below = tree.subtree(token)
        if all(after.upos == "PUNCT" for after in tree.tokens[below[-1].i + 1 :]):
            return False
        lead = next((before for before in reversed(tree.tokens[: below[0].i]) if before.upos != "PUNCT"), None)
        if lead is not None and lead.upos in ("CCONJ", "SCONJ") and head.i < token.i:
            return True  # "were arrested and, according to X, are held": it belongs to what follows
        above = {upper.i for upper in (head, *tree.ancestors(head))}
        return any(upper.deprel == "acl:relcl" and upper.i not in above for upper in tree.ancestors(token))

    def _is_set_off(self, verb: Token) -> bool:
        """Whether a verb of saying stands after a comma, its subject after it or nothing after it."""
        tree, words = self.tree, self.words
        if verb.upos != "VERB" or not (is_word(verb, words.says) or is_word(verb, words.announces)):
            return False
        if verb.feats.get("VerbForm") in ("Inf", "Part", "Conv", "Ger") or tree.child(verb, "xcomp") is not None:
            return False
        who = tree.child(verb, "nsubj") or self._postponed(verb)
        if who is None or any(
            kid.i > verb.i and kid is not who and kid.deprel in ("ccomp", "obj") for kid in tree.children(verb)
        ):
            return False
        first = min(verb.i, *(token.i for token in tree.subtree(who))) if who.i < verb.i else verb.i
        last = max(token.i for token in tree.subtree(who)) if who.i > verb.i else verb.i
        if first == 0 or tree.tokens[first - 1].upos != "PUNCT":
            return False
        rest = tree.tokens[last + 1 :]
        return who.i > verb.i or not rest or rest[0].upos == "PUNCT"

    def _postponed(self, verb: Token) -> Token | None:
        """The subject after a verb of saying that the parser took for its object: "..., aclara el ministro"."""
        before = self.tree.tokens[verb.i - 1] if verb.i else None
        if before is None or before.upos != "PUNCT" or self.tree.child(verb, "nsubj") is not None:
            return None
        thing = self.tree.child(verb, "obj")
        return thing if thing is not None and thing.i > verb.i and not case_of(self.tree, thing) else None

    def _introduces(self, verb: Token, head: Token) -> bool:
        """Whether a clause before a colon says that what follows is said, or gives figures."""
        tree, words = self.tree, self.words
        if verb.upos != "VERB" or verb.i >= head.i or tree.child(verb, "nsubj") is None:
            return False
        colon = next((token.i for token in tree.tokens[verb.i + 1 : head.i] if token.text == ":"), None)
        if colon is None:
            return False
        if is_word(verb, words.says) or is_word(verb, words.announces):
            return not any(kid.deprel == "ccomp" and kid.i < colon for kid in tree.children(verb))
        return any(is_word(kid, words.figures) for kid in tree.children(verb, "obj", "obl", "iobj") if kid.i < colon)

    def _is_inserted(self, verb: Token) -> bool:
        """Whether a clause of saying has nothing of its own to say: ", X said", "as X said"."""
        tree = self.tree
        if verb.upos not in ("VERB", "AUX") or not is_word(verb, self.words.says):
            return False
        marks = [kid for kid in tree.children(verb, "mark", "advmod", "case") if is_word(kid, self.words.as_said)]
        if verb.deprel in ("advcl", "conj") and not marks and not self._is_set_off(verb):
            return False
        if tree.child(verb, "ccomp", "xcomp") is not None or self._is_passive(verb):
            return False
        thing = None if self._postponed(verb) is not None else tree.child(verb, "obj")
        told_of = thing is not None and thing.upos in ("NOUN", "PROPN") and not case_of(tree, thing)
        if told_of and not is_word(verb, self.words.tells):
            return False
        return verb.deprel != "ccomp" or tree.child(verb, "mark") is None

    def phrase(self, noun: Token) -> Saying | None:
        """The phrase for who says it that a noun heads, whatever it hangs on: "according to X", "по словам X"."""
        tree, words = self.tree, self.words
        if noun.upos not in ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "X", "VERB"):
            return None
        case = case_of(tree, noun)
        if not case:
            return None
        for adposition, fits in words.on_the_word:
            if case.split()[0] == adposition and is_word(noun, fits):
                who = tree.child(noun, "nmod:poss") or next(
                    (
                        kid
                        for kid in tree.children(noun, "nmod", "flat", "appos", "det", "obl")
                        if kid.upos != "DET" or kid.feats.get("Poss")
                    ),
                    None,
                )
                if any(is_word(kid, words.ours) for kid in tree.children(noun, "det", "amod", "nmod", "nmod:poss")):
                    return None
                return self._said("on the word of", noun, who)
        if (case in words.according or case.split()[0] in words.according) and not self._is_ours(noun):
            return self._said("according to", noun, noun)
        return None

    def phrases(self) -> list[Saying]:
        """All phrases of the sentence, in order."""
        return [found for token in self.tree.tokens if (found := self.phrase(token)) is not None]

    # --- who ---------------------------------------------------------------------------------

    def by_verb(self, rule: str, verb: Token) -> Saying:
        """The saying of a verb: by its subject or, passive, its agent; without either, by whoever it is said inside."""
        tree, words = self.tree, self.words
        if self._is_passive(verb):
            agent = tree.child(verb, "obl:agent")
            if agent is not None:
                return self._said(rule, verb, agent)
            if is_word(verb, words.hearsay):
                return Saying("hearsay", verb, None, True)
        who = (self._postponed(verb) if is_word(verb, words.says) else None) or self.subject(verb)
        if who is None:
            inside = next((kid for kid in tree.children(verb, "obl") if case_of(tree, kid) in words.inside), None)
            plural = verb.feats.get("Number") == "Plur"
            if inside is not None and (plural or inside.upos == "PROPN"):
                return self._said(rule, verb, inside)
            if plural and words.inside:
                return Saying("hearsay", verb, None, True)
        return self._said(rule, verb, who)

    def subject(self, verb: Token) -> Token | None:
        """The subject of a verb, its own or of the clause it continues: "saying that", "and added that"."""
        tree, at = self.tree, verb
        for _ in range(len(tree.tokens)):
            own = tree.child(at, "nsubj", "nsubj:pass")
            if own is not None:
                return self._antecedent(own, at)
            strayed = self._strayed_subject(at)
            if strayed is not None:
                return strayed
            upper = tree.parent(at)
            if upper is None:
                return None
            if at.deprel in ("acl", "amod"):
                return upper
            if at.deprel not in ("conj", "advcl", "xcomp"):
                return None
            at = upper
        return None

    def _strayed_subject(self, verb: Token) -> Token | None:
        """The noun right before a main verb that the parser took for its modifier: "The Lorvian *military* claims"."""
        before = self.tree.tokens[verb.i - 1] if verb.i else None
        if verb.deprel != "root" or before is None or before.head != verb.i or case_of(self.tree, before):
            return None
        modifies = before.deprel in ("amod", "compound", "nmod", "dep", "det", "flat")
        return before if modifies and before.upos in ("NOUN", "PROPN") else None

    def _antecedent(self, subject: Token, verb: Token) -> Token:
        """For "who said", the noun it hangs on."""
        tree = self.tree
        at: Token | None = verb
        while at is not None and at.deprel == "conj":
            at = tree.parent(at)
        if at is not None and at.deprel == "acl:relcl" and subject.upos in ("PRON", "DET", "SCONJ"):
            return tree.parent(at) or subject
        return subject

    def _said(self, rule: str, word: Token, who: Token | None) -> Saying:
        return Saying(rule, word, who, who is not None and self.is_unnamed(who, word))

    def is_unnamed(self, who: Token, word: Token) -> bool:
        """Whether the phrase for who says it, or its clause, keeps the name back."""
        tree, words = self.tree, self.words
        if is_word(who, words.anonymous) or is_word(who, words.rumours):
            return not any(kid.upos == "PROPN" for kid in tree.children(who, "appos", "flat"))
        near = list(self._phrase_of(who))
        if word.upos in ("VERB", "AUX"):
            for kid in tree.children(word, "advcl", "obl", "parataxis", "xcomp", "advmod"):
                if kid.i > word.i:
                    near += tree.subtree(kid)
        if any(is_word(token, words.withheld) for token in near):
            return True
        denied = any(words.negators(fold(token.text)) for token in near)
        return denied and any(is_word(token, words.withheld_if_denied) for token in near)

    def _phrase_of(self, who: Token) -> Iterator[Token]:
        """All tokens of a phrase with its relative clauses."""
        yield from self.tree.subtree(who)
