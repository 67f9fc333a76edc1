"""Cases: who acts and who is acted upon in a language that shows it by case, where the parser's arcs say otherwise.

A parser that reads arcs and features apart may call a noun the subject that its case, or the number of the verb,
makes the object: "Обоих суд приговорил", "Попушкану отпустили под залог". The features are right more often, as
they are read off the word's own ending.
"""

from __future__ import annotations

from habeas.syntax.arcs import Arcs

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})


def settle_cases(
    arcs: Arcs, distributive: frozenset[str], ranges: frozenset[str], rough: frozenset[str] = frozenset()
) -> None:
    """Settle the arguments of each verb of one sentence, in place."""
    for i, relation in enumerate(arcs.rel):
        if relation == "case":
            _settle_adposition(arcs, i)
    for i, upos in enumerate(arcs.upos):
        if upos == "ADJ" and arcs.rel[i] != "amod":
            _settle_attribute(arcs, i)
    for i, upos in enumerate(arcs.upos):
        if upos == "ADP" and arcs.text[i].lower() in ranges:
            _join_range(arcs, i, ranges)
    for i, relation in enumerate(arcs.rel):
        if relation == "conj" and arcs.upos[i] == "VERB":
            _part_at_conjunction(arcs, i)
    for i, upos in enumerate(arcs.upos):
        if arcs.head[i] == i and upos in NOMINAL:
            _find_predicate(arcs, i)
        if upos != "VERB":
            continue
        _settle_rough_number(arcs, i, rough)
        if arcs.rel[i] == "nmod" and arcs.feats[i].get("VerbForm") == "Inf":
            arcs.rel[i] = "acl"  # "требование освободить"
        if arcs.feats[i].get("Voice") == "Pass":
            _settle_passive_subject(arcs, i)
        elif arcs.feats[i].get("Subcat") == "Tran":
            _give_to_the_verb(arcs, i)
            _settle_object(arcs, i)
            _open_distributive(arcs, i, distributive)
        elif arcs.feats[i].get("VerbForm") == "Fin":
            _settle_subject(arcs, i)
            _give_to_the_infinitive(arcs, i)


def _settle_adposition(arcs: Arcs, adposition: int) -> None:
    """An adposition belongs to the noun right after it, unless that is part of a longer phrase: "в изолятор супругов"."""
    noun, holder = adposition + 1, arcs.head[adposition]
    if noun >= len(arcs.text) or noun == holder or arcs.upos[noun] not in ("NOUN", "PROPN"):
        return
    if holder < noun or _is_below(arcs, noun, holder) or arcs.rel[noun] in ("compound", "flat", "fixed"):
        return
    if arcs.head[noun] == arcs.head[holder]:
        arcs.move(adposition, noun)


def _settle_attribute(arcs: Arcs, adjective: int) -> None:
    """An adjective belongs to the noun right after it that agrees with it: "вручил верительные грамоты"."""
    noun, above = adjective + 1, arcs.head[adjective]
    if noun >= len(arcs.text) or arcs.upos[noun] != "NOUN" or arcs.head[noun] != adjective or above == adjective:
        return
    if arcs.upos[above] != "VERB" or arcs.feats[adjective].get("Variant") == "Short":
        return
    case = arcs.feats[noun].get("Case")
    if case is None or arcs.feats[adjective].get("Case") != case or arcs.rel[noun] not in ("obj", "nsubj", "nmod"):
        return
    kids = [kid for kid in arcs.kids[adjective] if kid != noun]
    arcs.move(noun, above)
    arcs.rel[noun] = "obj" if case == "Acc" else "nsubj" if case == "Nom" else "obl"
    for kid in kids:
        arcs.move(kid, above if arcs.rel[kid] in ("iobj", "obl") else noun)
    arcs.move(adjective, noun)
    arcs.rel[adjective] = "amod"


def _give_to_the_verb(arcs: Arcs, verb: int) -> None:
    """To whom something is given belongs to the verb, and not to what is given: "вынес приговор учительнице"."""
    if any(arcs.rel[kid] == "iobj" for kid in arcs.kids[verb]):
        return
    for kid in arcs.kids[verb]:
        if arcs.rel[kid] != "obj":
            continue
        for given in arcs.kids[kid]:
            if arcs.rel[given] == "iobj" and arcs.feats[given].get("Case") == "Dat" and not _has_case(arcs, given):
                arcs.move(given, verb)
                return


def _give_to_the_infinitive(arcs: Arcs, verb: int) -> None:
    """Who stands before an impersonal verb is acted upon by its infinitive: "120 пленных удалось вернуть"."""
    if arcs.feats[verb].get("Gender") != "Neut":
        return
    for kid in arcs.kids[verb]:
        open_ended = arcs.rel[kid] in ("csubj", "xcomp") and arcs.feats[kid].get("VerbForm") == "Inf"
        if not open_ended or any(arcs.rel[inner] == "obj" for inner in arcs.kids[kid]):
            continue
        for taken in arcs.kids[verb]:
            if arcs.rel[taken] == "nsubj" and arcs.feats[taken].get("Case") in ("Gen", "Acc"):
                arcs.move(taken, kid)
                arcs.rel[taken] = "obj"
                return


def _settle_subject(arcs: Arcs, verb: int) -> None:
    """People counted after a verb that takes no object are who does it: "вышли четверо активистов"."""
    kids = arcs.kids[verb]
    if any(arcs.rel[kid] in SUBJECTS for kid in kids):
        return
    for kid in kids:
        loose = arcs.rel[kid] in ("dep", "obl", "obj", "appos", "nmod")
        bare = arcs.feats[kid].get("Case") == "Gen" and not _has_case(arcs, kid)
        if loose and bare and _is_people_counted(arcs, kid):
            arcs.rel[kid] = "nsubj"
            return


def _part_at_conjunction(arcs: Arcs, second: int) -> None:
    """What stands after the conjunction belongs to the second verb: "осудили 31 человека, а охрана увезла двоих"."""
    first = arcs.head[second]
    conjunction = next((kid for kid in arcs.kids[second] if arcs.rel[kid] == "cc" and kid < second), None)
    if conjunction is None or not first < conjunction or arcs.upos[first] != "VERB":
        return
    for kid in list(arcs.kids[first]):
        if conjunction < kid < second and arcs.rel[kid] not in ("cc", "punct", "conj", "parataxis"):
            arcs.move(kid, second)


def _find_predicate(arcs: Arcs, root: int) -> None:
    """A phrase that a parser hangs loosely on a noun is said of it where there is no verb: "Двадцать за решёткой"."""
    if any(arcs.upos[kid] in ("VERB", "AUX") for kid in arcs.kids[root]):
        return
    if _has_case(arcs, root):
        _count_there(arcs, root)
        return
    for kid in arcs.kids[root]:
        if kid > root and arcs.rel[kid] == "parataxis" and arcs.upos[kid] == "NOUN" and _has_case(arcs, kid):
            own = [inner for inner in arcs.kids[root] if inner < root or arcs.rel[inner] in ("nmod", "flat", "appos")]
            arcs.exchange(root, kid, "nsubj")
            for inner in own:
                if inner != kid:
                    arcs.move(inner, root)
            return


def _count_there(arcs: Arcs, place: int) -> None:
    """People counted after a place without a verb are said to be there: "В колониях 1200 узников"."""
    if arcs.feats[place].get("Case") not in ("Loc", "Ins") or any(
        arcs.rel[kid] in SUBJECTS for kid in arcs.kids[place]
    ):
        return
    beside = tuple(arcs.kids[place])
    for kid in (*beside, *(inner for near in beside for inner in arcs.kids[near])):
        loose = arcs.rel[kid] in ("dep", "obj", "nmod", "appos", "obl", "parataxis", "iobj")
        counted = any(arcs.rel[inner] == "nummod" for inner in arcs.kids[kid])
        if kid > place and loose and counted and arcs.feats[kid].get("Case") == "Gen" and not _has_case(arcs, kid):
            if arcs.head[kid] != place:
                arcs.move(kid, place)
            arcs.rel[kid] = "nsubj"
            return


def _is_below(arcs: Arcs, i: int, above: int) -> bool:
    seen = 0
    while arcs.head[i] != i and seen <= len(arcs.text):
        i = arcs.head[i]
        seen += 1
        if i == above:
            return True
    return False


def _join_range(arcs: Arcs, first: int, ranges: frozenset[str]) -> None:
    """Hang both ends of a range on what they count: "от 150 до 170 человек"."""
    last = len(arcs.text) - 1
    if first + 3 > last or arcs.upos[first + 1] != "NUM" or arcs.text[first + 2].lower() not in ranges:
        return
    second = first + 3
    if arcs.upos[second] != "NUM" or arcs.upos[first + 2] != "ADP":
        return
    noun = second + 1
    while noun < last and arcs.upos[noun] in ("NUM", "ADJ"):
        noun += 1
    if noun > last or arcs.upos[noun] != "NOUN":
        return
    inside = range(first, noun + 1)
    outer = next(
        (arcs.head[i] for i in (noun, second, first + 1) if arcs.head[i] not in inside or arcs.head[i] == i), None
    )
    if outer is None:
        return
    was_root = outer in inside
    if not was_root:
        arcs.move(noun, outer)
        verbal = arcs.upos[outer] == "VERB"
        taken = {arcs.rel[kid] for kid in arcs.kids[outer] if kid not in inside}
        transitive = arcs.feats[outer].get("Subcat") == "Tran" and arcs.feats[outer].get("Voice") != "Pass"
        arcs.rel[noun] = "nmod" if not verbal else "obj" if transitive and "obj" not in taken else "nsubj"
    for number in (first + 1, second):
        arcs.move(number, noun)
        arcs.rel[number] = "nummod"
    arcs.move(first, first + 1)
    arcs.move(first + 2, second)


def _settle_rough_number(arcs: Arcs, verb: int, rough: frozenset[str]) -> None:
    """People counted with "до" or "около" are what the verb lacks: "могут выйти до трёх тысяч осуждённых"."""
    kids, feats = arcs.kids[verb], arcs.feats[verb]
    wanted = "obj" if feats.get("Subcat") == "Tran" and feats.get("Voice") != "Pass" else "nsubj"
    if any(arcs.rel[kid].startswith(wanted) for kid in kids):
        return
    for kid in kids:
        if arcs.rel[kid] not in ("obl", "nmod", "dep") or not _is_people_counted(arcs, kid):
            continue
        if any(arcs.rel[inner] == "case" and arcs.text[inner].lower() in rough for inner in arcs.kids[kid]):
            arcs.rel[kid] = wanted
            return


def _is_people_counted(arcs: Arcs, noun: int) -> bool:
    """Whether a number of living beings stands at a noun: "двухсот человек", "трёх тысяч осуждённых"."""
    if not any(arcs.rel[kid] == "nummod" for kid in arcs.kids[noun]):
        return False
    named = (noun, *(kid for kid in arcs.kids[noun] if arcs.rel[kid] == "nmod"))
    return any(arcs.feats[i].get("Animacy") == "Anim" for i in named)


def _has_case(arcs: Arcs, noun: int) -> bool:
    return any(arcs.rel[kid] == "case" for kid in arcs.kids[noun])


def _settle_passive_subject(arcs: Arcs, verb: int) -> None:
    """A quantity that a parser hangs loosely on a passive verb is its subject: "задержано около 14 тысяч человек"."""
    kids = arcs.kids[verb]
    if any(arcs.rel[kid] in SUBJECTS for kid in kids) or arcs.feats[verb].get("Variant") != "Short":
        return
    for kid in kids:
        loose = arcs.rel[kid] in ("dep", "obl", "obj", "parataxis", "appos")
        if not loose or arcs.upos[kid] not in NOMINAL or _has_case(arcs, kid):
            continue
        named = any(arcs.rel[inner] == "amod" and arcs.feats[inner].get("Case") == "Nom" for inner in arcs.kids[kid])
        bare = named or arcs.rel[kid] == "obj" or not _is_time(arcs, kid)
        if arcs.feats[kid].get("Case", "Nom") in ("Nom", "Gen", "Acc") and bare:
            arcs.rel[kid] = "nsubj:pass"
            break
    for kid in kids:
        if arcs.rel[kid] == "obl" and arcs.feats[kid].get("Case") == "Dat" and not _has_case(arcs, kid):
            arcs.rel[kid] = "iobj"  # "приведён в исполнение приговор троим ткачам"
            return


def _is_time(arcs: Arcs, noun: int) -> bool:
    """Whether a bare noun has no number of people with it and is no living being: "29 августа", "весь год"."""
    if arcs.upos[noun] in ("PRON", "NUM") or arcs.feats[noun].get("Animacy") == "Anim":
        return False
    return not any(arcs.feats[kid].get("Animacy") == "Anim" for kid in arcs.kids[noun])


def _settle_object(arcs: Arcs, verb: int) -> None:
    """Find the object of a transitive verb that has none: who is in the accusative, or disagrees with the verb."""
    kids = arcs.kids[verb]
    objects = [kid for kid in kids if arcs.rel[kid] == "obj" and not _has_case(arcs, kid)]
    living = [kid for kid in objects if arcs.feats[kid].get("Animacy") == "Anim" or arcs.upos[kid] == "PRON"]
    if living and len(objects) > len(living):
        for kid in objects:
            if kid not in living:
                arcs.rel[kid] = "obl"  # "лишил свободы 22 адвокатов"
    if objects or any(arcs.rel[kid] == "ccomp" for kid in kids):
        return
    subjects = [kid for kid in kids if arcs.rel[kid] == "nsubj"]
    given = any(arcs.rel[kid] == "iobj" and arcs.feats[kid].get("Case") == "Dat" for kid in kids)
    for kid in kids:
        if arcs.upos[kid] not in NOMINAL or _has_case(arcs, kid):
            continue
        relation, accused = arcs.rel[kid], _is_living_accusative(arcs, kid)
        if (
            (relation == "nsubj" and (accused or _disagrees(arcs, verb, kid)))
            or (relation in ("obl", "advmod", "nmod") and accused)
            or (relation == "obl" and given and _is_counted_genitive(arcs, kid))
            or (relation == "nsubj" and len(subjects) > 1 and _is_counted_genitive(arcs, kid))
            or (relation in ("nummod", "dep", "appos") and arcs.upos[kid] == "NUM" and (kid > verb or accused))
            or (relation in ("dep", "iobj") and (accused or _is_counted_genitive(arcs, kid)))
        ):
            arcs.rel[kid] = "obj"
            return
    astray = _accusative_astray(arcs, verb)
    if astray is not None:
        arcs.move(astray, verb)
        arcs.rel[astray] = "obj"
        return
    for kid in kids:
        if arcs.rel[kid] == "nsubj" and arcs.feats[kid].get("Case") == "Nom":
            lifted = _accusative_below(arcs, kid)
            if lifted is not None:
                arcs.move(lifted, verb)
                arcs.rel[lifted] = "obj"
                return


def _accusative_astray(arcs: Arcs, verb: int) -> int | None:
    """People hung on an adverbial between them and their verb: "скрутила на площади шестерых участниц".

    A counted genitive may be the noun's own, "объявил о высылке трёх дипломатов", but that of a measure is none:
    "приговорил к 12 годам четырёх участников".
    """
    queue = [kid for kid in arcs.kids[verb] if kid > verb and arcs.rel[kid] in ("obl", "iobj", "nmod")]
    measures = False
    while queue:
        noun = queue.pop(0)
        measures = measures or any(arcs.rel[kid] == "nummod" for kid in arcs.kids[noun])
        for inner in arcs.kids[noun]:
            if inner < noun or arcs.rel[inner] != "nmod" or _has_case(arcs, inner):
                continue
            if _is_living_accusative(arcs, inner) or (measures and _is_people_counted(arcs, inner)):
                return inner
            queue.append(inner)
    return None


def _is_living_accusative(arcs: Arcs, noun: int) -> bool:
    """Whether a noun or its number is tagged an accusative of living beings, whose form is that of the genitive."""
    feats = arcs.feats[noun]
    if feats.get("Case") == "Acc":
        return feats.get("Animacy") == "Anim" or arcs.upos[noun] == "NUM"
    numbers = (kid for kid in arcs.kids[noun] if arcs.rel[kid] == "nummod")
    return feats.get("Animacy") == "Anim" and any(arcs.feats[kid].get("Case") == "Acc" for kid in numbers)


def _is_counted_genitive(arcs: Arcs, noun: int) -> bool:
    """As in "дали 10 суток": the genitive is that of the number."""
    numbers = any(arcs.rel[kid] == "nummod" for kid in arcs.kids[noun])
    return numbers and arcs.feats[noun].get("Case") == "Gen"


def _accusative_below(arcs: Arcs, subject: int) -> int | None:
    """What hangs on a subject in the nominative and is itself in the accusative: "Обоих суд приговорил"."""
    for inner in arcs.kids[subject]:
        loose = arcs.rel[inner] in ("appos", "nmod", "dep", "nummod", "flat", "amod")
        if loose and arcs.upos[inner] in NOMINAL and not _has_case(arcs, inner) and _is_living_accusative(arcs, inner):
            return inner
    return None


def _disagrees(arcs: Arcs, verb: int, subject: int) -> bool:
    """Whether one living being stands by a verb of several: "Попушкану отпустили"."""
    feats = arcs.feats
    if feats[verb].get("VerbForm") != "Fin" or feats[verb].get("Number") != "Plur":
        return False
    if feats[subject].get("Number") != "Sing" or feats[subject].get("Animacy") != "Anim":
        return False
    return not any(arcs.rel[kid] in ("conj", "nummod") or _has_case(arcs, kid) for kid in arcs.kids[subject])


def _open_distributive(arcs: Arcs, verb: int, distributive: frozenset[str]) -> None:
    """So many each is an object: "получили по двенадцать лет"."""
    kids = arcs.kids[verb]
    if any(arcs.rel[kid] == "obj" for kid in kids):
        return
    for kid in kids:
        if arcs.rel[kid] != "obl" or not any(arcs.rel[inner] == "nummod" for inner in arcs.kids[kid]):
            continue
        if any(arcs.rel[inner] == "case" and arcs.text[inner].lower() in distributive for inner in arcs.kids[kid]):
            arcs.rel[kid] = "obj"
            return
