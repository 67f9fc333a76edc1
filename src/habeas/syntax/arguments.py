"""Arguments: who does what to whom, where a model of a language that marks personal objects gets it wrong.

In Spanish a person acted upon stands with an adposition ("detuvo a diez mineros"), subjects often follow the verb,
and pronouns double nouns or are written into the verb. Models then mistake objects for obliques, predicates and
second subjects for subjects. The steps here hold for every such language; the words come from `syntax.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from habeas.syntax.arcs import Arcs, features

SUBJECTS = ("nsubj", "nsubj:pass")
VERBAL = frozenset({"VERB", "AUX"})
BEARERS = frozenset({"Inf", "Ger", "Part"})
"""Forms that pronouns are written into."""
OF_THE_PRONOUN = frozenset({"Case", "Number", "Person", "PrepCase", "PronType", "Gender", "Reflex"})
"""Features that a verb shows only because a pronoun is written into it."""


def settle_arguments(arcs: Arcs, personal: frozenset[str], passives: frozenset[str]) -> None:
    """Mend the arguments of all verbs of one sentence.

    `personal` are the adpositions of a personal object, `passives` the lemmas of the auxiliary of the passive.
    """
    for i, relation in enumerate(arcs.rel):
        if relation == "case":
            _open_adposition(arcs, i)
    for i, relation in enumerate(arcs.rel):
        if relation in ("obj", "compound", "nmod"):
            _settle_adpositional(arcs, i, personal)
    for i, relation in enumerate(arcs.rel):
        is_said = any(arcs.rel[kid] == "cop" for kid in arcs.kids[arcs.head[i]])
        if relation == "amod" and is_said and any(arcs.rel[kid] == "det" for kid in arcs.kids[i]):
            arcs.rel[i] = "nsubj"  # "eran 97 los encarcelados"
        elif relation == "amod":
            _raise_counted(arcs, i)
    for i, upos in enumerate(arcs.upos):
        if upos in VERBAL or arcs.feats[i].get("VerbForm") is not None:
            _settle_subjects(arcs, i)
            _settle_bare_obliques(arcs, i)
            _find_subject(arcs, i)
            _settle_conjunct(arcs, i)
            _settle_predicates(arcs, i)
            _settle_objects(arcs, i, personal, _is_passive(arcs, i, passives))


def _open_adposition(arcs: Arcs, adposition: int) -> None:
    """Take an adposition with a noun in it apart, so that the noun can be seen: "en manos de los rebeldes"."""
    parts = [kid for kid in arcs.kids[adposition] if arcs.rel[kid] == "fixed"]
    noun = next((kid for kid in parts if arcs.upos[kid] == "NOUN"), None)
    if noun is None or noun != adposition + 1:
        return
    complement = arcs.head[adposition]
    if complement < noun or arcs.rel[complement] not in ("obl", "nmod"):
        return
    verb = arcs.head[complement]
    arcs.move(noun, verb)
    arcs.rel[noun] = arcs.rel[complement]
    arcs.move(adposition, noun)
    inner = next((part for part in parts if part > noun and arcs.upos[part] in ("NOUN", "PROPN")), None)
    if inner is None:
        arcs.move(complement, noun)
        arcs.rel[complement] = "nmod"
        inner = complement
    elif not any(arcs.rel[kid].startswith("nsubj") for kid in arcs.kids[verb]):
        arcs.rel[complement] = "nsubj"  # "permanecen en manos del Frente seis personas"
    for part in parts:
        if part == inner:
            arcs.move(part, noun)
            arcs.rel[part] = "nmod"
        elif part != noun:
            arcs.move(part, inner)
            arcs.rel[part] = "case"


def _raise_counted(arcs: Arcs, word: int) -> None:
    """What looks like an adjective of the noun before it, but has a number of its own, is a noun.

    "Con 120 deportados" hangs on that noun; without an adposition it is the subject of a verb before it that has none:
    "fueron devueltos a sus familias nueve secuestrados".
    """
    above = arcs.head[word]
    kids = [kid for kid in arcs.kids[word] if kid < word]
    if above > word or not any(arcs.rel[kid] == "nummod" for kid in kids):
        return
    if any(arcs.rel[kid] == "case" for kid in kids):
        arcs.rel[word], arcs.upos[word] = "nmod", "NOUN"
        return
    verb = above
    while arcs.upos[verb] != "VERB" and arcs.head[verb] != verb and arcs.head[verb] < word:
        verb = arcs.head[verb]
    arguments = [arcs.rel[kid] for kid in arcs.kids[verb]]
    if arcs.upos[verb] == "VERB" and not any(name == "obj" or name.startswith("nsubj") for name in arguments):
        arcs.move(word, verb)
        arcs.rel[word], arcs.upos[word] = "nsubj:pass" if "aux:pass" in arguments else "nsubj", "NOUN"


def _settle_adpositional(arcs: Arcs, noun: int, personal: frozenset[str]) -> None:
    """What stands with any other adposition is no object, and a person acted upon hangs on the verb."""
    case = next((kid for kid in arcs.kids[noun] if arcs.rel[kid] == "case"), None)
    if case is None or case > noun or (case > 0 and arcs.upos[case - 1] == "ADV"):  # "más de diez", "cerca de diez"
        return
    above = arcs.head[noun]
    if arcs.rel[noun] != "nmod":
        if arcs.text[case].lower() not in personal:
            arcs.rel[noun] = "obl" if arcs.upos[above] in VERBAL else "nmod"  # "puso en libertad"
        return
    if arcs.text[case].lower() not in personal or not _is_bare_adverbial(arcs, above):
        return
    verb = arcs.head[above]
    while arcs.upos[verb] not in VERBAL and arcs.head[verb] != verb and _is_bare_adverbial(arcs, verb):
        verb = arcs.head[verb]
    if arcs.upos[verb] in VERBAL and not any(arcs.rel[kid] == "obj" and kid != above for kid in arcs.kids[verb]):
        arcs.move(noun, verb)  # "dejó en libertad bajo fianza a un camionero", "tiene cautivos a diez"
        arcs.rel[noun] = "obj"


def _is_bare_adverbial(arcs: Arcs, word: int) -> bool:
    """A predicate, or a noun with an adposition and nothing else: "libres", "en libertad"."""
    if arcs.upos[word] == "ADJ":
        return arcs.rel[word] in ("xcomp", "obj")
    if arcs.upos[word] in ("NUM", "ADV"):
        return arcs.rel[word] in ("obl", "advmod")  # "antes del 15 de mayo al poeta"
    cases = any(arcs.rel[kid] == "case" for kid in arcs.kids[word])
    return cases and not any(arcs.rel[kid] in ("det", "amod", "nummod") for kid in arcs.kids[word])


def _settle_bare_obliques(arcs: Arcs, verb: int) -> None:
    """A count without an adposition is the subject, or beside a dative the object: "salieron otros seis"."""
    kids = arcs.kids[verb]
    for kid in list(kids):
        if arcs.rel[kid] != "obl" or _is_time(arcs, kid) or any(arcs.rel[i] == "case" for i in arcs.kids[kid]):
            continue
        others = [arcs.rel[i] for i in kids]
        determined = [arcs.feats[i].get("Number") for i in arcs.kids[kid] if arcs.rel[i] == "det"]
        if arcs.upos[kid] == "NUM" and kid > verb and determined == ["Plur"]:
            if not any(relation.startswith("nsubj") for relation in others):
                arcs.rel[kid] = "nsubj"
        elif any(arcs.rel[i] == "nummod" for i in arcs.kids[kid]) and kid > verb:
            datives = [i for i in kids if arcs.rel[i] == "obj" and arcs.feats[i].get("Case") == "Dat"]
            if datives and others.count("obj") == len(datives):
                arcs.rel[kid] = "obj"  # "le impuso doce años"


def _find_subject(arcs: Arcs, verb: int) -> None:
    """A counted noun right before a verb without a subject, after a comma or conjunction, is its subject.

    Models hang it on a name before it: "según la Fundación Sol, 61 civiles siguen", "en Tarvo y 25 fueron multados".
    """
    if any(arcs.rel[kid].startswith("nsubj") for kid in arcs.kids[verb]) or arcs.feats[verb].get("Number") == "Sing":
        return
    noun = min([verb, *(kid for kid in arcs.kids[verb] if arcs.rel[kid] in ("aux", "aux:pass", "cop"))]) - 1
    if noun > 0 and arcs.rel[noun] == "nummod" and arcs.upos[arcs.head[noun]] == "ADV" and arcs.head[noun] == noun - 1:
        arcs.move(noun, verb)  # "casi 400 salieron"
        arcs.rel[noun] = "nsubj"
        arcs.move(noun - 1, noun)
        return
    if noun < 1 or arcs.rel[noun] not in ("flat", "appos", "nmod", "conj") or arcs.head[noun] >= noun:
        return
    number = next((kid for kid in arcs.kids[noun] if arcs.rel[kid] == "nummod" and kid < noun), None)
    if number is None and arcs.upos[noun] != "NUM":
        return
    left = min([noun, *(kid for kid in arcs.kids[noun] if arcs.rel[kid] in ("nummod", "det"))])
    if left < 1 or arcs.upos[left - 1] not in ("PUNCT", "CCONJ"):
        return
    arcs.move(noun, verb)
    arcs.rel[noun] = "nsubj"


def _settle_conjunct(arcs: Arcs, verb: int) -> None:
    """A noun joined to an object right before it is no second clause: "liberó a dos policías y un soldado"."""
    for kid in list(arcs.kids[verb]):
        if arcs.rel[kid] != "conj" or arcs.upos[kid] not in ("NOUN", "PROPN"):
            continue
        left = min([kid, *(i for i in arcs.kids[kid] if arcs.rel[i] in ("cc", "det", "nummod", "case", "amod"))])
        if left > 0 and arcs.upos[left] != "CCONJ":
            left -= 1
        before = left - 1
        first = next((i for i in arcs.kids[verb] if arcs.rel[i] == "obj" and verb < i <= before), None)
        if first is not None and arcs.upos[left] == "CCONJ" and (first == before or arcs.head[before] == first):
            arcs.move(kid, first)


def _settle_subjects(arcs: Arcs, verb: int) -> None:
    """Two subjects are coordinated, or the first, bare and right after the verb, is what the second is said to be."""
    subjects = [kid for kid in arcs.kids[verb] if arcs.rel[kid] in SUBJECTS]
    for first, second in pairwise(subjects):
        between = [kid for kid in arcs.kids[verb] if first < kid < second and arcs.rel[kid] == "cc"]
        if between and (second < verb or first > verb):
            arcs.move(second, first)
            arcs.rel[second] = "conj"
            arcs.move(between[-1], second)
        elif first == verb + 1 and _is_bare(arcs, first):
            arcs.rel[first] = "xcomp"
        elif first > verb and _disagrees(arcs, first, verb) and not _disagrees(arcs, second, verb):
            arcs.rel[first] = "obj"  # "recobraron la libertad seis campesinos"


def _disagrees(arcs: Arcs, noun: int, verb: int) -> bool:
    numbers = arcs.feats[noun].get("Number"), arcs.feats[verb].get("Number")
    return None not in numbers and numbers[0] != numbers[1]


def _settle_predicates(arcs: Arcs, verb: int) -> None:
    """A bare adjective is no object, which would be marked or have an article: "siguen detenidos"."""
    for kid in arcs.kids[verb]:
        if arcs.rel[kid] == "obj" and arcs.upos[kid] == "ADJ" and _is_bare(arcs, kid):
            arcs.rel[kid] = "xcomp"
        elif arcs.rel[kid] == "obj" and _is_time(arcs, kid):
            arcs.rel[kid] = "obl"


def _is_time(arcs: Arcs, noun: int) -> bool:
    """Whether a noun, or what it is part of, is a day or month: "el lunes", "la noche del lunes"."""
    near = (noun, *(kid for kid in arcs.kids[noun] if arcs.rel[kid] == "nmod"))
    return any(arcs.feats[i].get("AdvType") == "Tim" for i in near)


def _is_bare(arcs: Arcs, noun: int) -> bool:
    return not any(arcs.rel[kid] in ("det", "nummod", "case") and kid < noun for kid in arcs.kids[noun])


def _is_passive(arcs: Arcs, verb: int, passives: frozenset[str]) -> bool:
    """Whether a participle is passive: by its auxiliary, or with none at all."""
    if arcs.feats[verb].get("VerbForm") != "Part":
        return False
    auxiliaries = [arcs.lemma[kid] for kid in arcs.kids[verb] if arcs.rel[kid] in ("aux", "cop", "aux:pass")]
    return not auxiliaries or any(lemma in passives for lemma in auxiliaries)


def _settle_objects(arcs: Arcs, verb: int, personal: frozenset[str], passive: bool) -> None:
    """Tell the object from the recipient, and both from pronouns that only repeat them."""
    kids = arcs.kids[verb]
    objects = [kid for kid in kids if arcs.rel[kid] in ("obj", "iobj") and arcs.feats[kid].get("Reflex") != "Yes"]
    marked = [kid for kid in objects if _has_case(arcs, kid, personal)]
    if passive:
        for kid in marked:
            arcs.rel[kid] = "obl"
        return
    clitics = [kid for kid in objects if arcs.upos[kid] == "PRON" and kid not in marked and "Case" in arcs.feats[kid]]
    plain = [kid for kid in objects if kid not in marked and kid not in clitics and arcs.rel[kid] == "obj"]
    for kid in clitics:
        dative = arcs.feats[kid]["Case"] == "Dat"
        if dative and (plain or any(arcs.feats[other]["Case"] == "Acc" for other in clitics)):
            arcs.rel[kid] = "iobj"
    if plain or any(arcs.rel[kid] in ("obj", "obl") and _has_case(arcs, kid, personal) for kid in kids):
        for kid in kids:
            if arcs.rel[kid] == "obj" and arcs.feats[kid].get("Reflex") == "Yes":
                arcs.rel[kid] = "expl"  # "se quitó la vida", "se llevó a diez"
    if plain:
        for kid in marked:
            arcs.rel[kid] = "iobj"
    elif len(marked) == 1 and marked[0] < verb and any(arcs.feats[kid]["Case"] == "Acc" for kid in clitics):
        arcs.rel[marked[0]] = "obj"  # "al poeta lo detuvieron"
    relations = {arcs.rel[kid] for kid in marked}
    for kid in clitics:
        if arcs.rel[kid] in relations:  # "al otro se le concedió": the pronoun says no more than the noun
            arcs.rel[kid] = "expl"


def _has_case(arcs: Arcs, noun: int, cases: frozenset[str]) -> bool:
    found = [arcs.text[kid].lower() for kid in arcs.kids[noun] if arcs.rel[kid] == "case"]
    return len(found) == 1 and found[0] in cases


def with_enclitics_apart(
    arcs: Arcs, starts: Sequence[int], enclitics: Mapping[str, str]
) -> tuple[Arcs, tuple[int, ...]]:
    """Pronouns written into a verb as tokens of their own ("liberar" + "los"), as Universal Dependencies has it.

    `enclitics` gives the features of each. Returns the arcs and the offsets of their tokens.
    """
    cuts = {i: parts for i in range(len(arcs.head)) if (parts := _enclitics_of(arcs, i, enclitics))}
    if not cuts:
        return arcs, tuple(starts)
    places, size = [], 0
    for i in range(len(arcs.head)):
        places.append(size)
        size += 1 + len(cuts.get(i, ()))
    text: list[str] = []
    lemma: list[str] = []
    upos: list[str] = []
    tag: list[str] = []
    feats: list[dict[str, str]] = []
    head: list[int] = []
    rel: list[str] = []
    offsets: list[int] = []
    for i, word in enumerate(arcs.text):
        parts = cuts.get(i, [])
        stem = word[: len(word) - sum(map(len, parts))]
        own = arcs.feats[i] if not parts else {k: v for k, v in arcs.feats[i].items() if k not in OF_THE_PRONOUN}
        text.append(stem)
        lemma.append(arcs.lemma[i])
        upos.append(arcs.upos[i])
        tag.append(arcs.tag[i])
        feats.append(own)
        head.append(places[arcs.head[i]])
        rel.append(arcs.rel[i])
        offsets.append(starts[i])
        at = starts[i] + len(stem)
        for part in parts:
            text.append(part)
            lemma.append(part)
            upos.append("PRON")
            tag.append("")
            feats.append(features(enclitics[part]))
            head.append(places[i])
            rel.append("obj")
            offsets.append(at)
            at += len(part)
    return Arcs(text, lemma, upos, tag, feats, head, rel), tuple(offsets)


def _enclitics_of(arcs: Arcs, verb: int, enclitics: Mapping[str, str]) -> list[str]:
    """The pronouns at the end of a verb that shows features of one, in order."""
    feats = arcs.feats[verb]
    if arcs.upos[verb] not in VERBAL or feats.get("VerbForm") not in BEARERS or "Case" not in feats:
        return []
    found: list[str] = []
    rest = arcs.text[verb].lower()
    while len(found) < 2:
        part = next((word for word in enclitics if rest.endswith(word) and len(rest) > len(word) + 2), None)
        if part is None:
            break
        found.insert(0, part)
        rest = rest[: -len(part)]
    return found
