"""What the parsers make of plain sentences: who, whom, by whom, where, said by whom."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.syntax import Tree, load_parser
from habeas.syntax.packs import find
from habeas.syntax.parser import TOKEN_CAP, pieces

pytestmark = pytest.mark.packs


def parse(language: str, *texts: str) -> list[Tree]:
    if find(language) is None:
        pytest.skip(f"the language pack {language} is not installed (habeas languages add {language})")
    return list(load_parser(language).parse((text, 0) for text in texts))


def arcs(language: str, text: str) -> set[str]:
    """Arcs as "word relation head"."""
    (tree,) = parse(language, text)
    return {f"{token.text} {token.deprel} {tree.tokens[token.head].text}" for token in tree.tokens}


PLAIN = [
    # subject, object, passive, oblique, agent
    ("en", "Soldiers freed ten miners in Tarvo.", "Soldiers nsubj freed|miners obj freed|in case Tarvo"),
    ("en", "Ten miners were freed by soldiers.", "miners nsubj:pass freed|were aux:pass freed|soldiers obl:agent freed"),
    ("en", "The king gave her a pardon.", "her iobj gave|pardon obj gave"),
    ("en", "Mira Olan was not released on Monday.", "not advmod released|Monday obl released"),
    # copulas
    ("en", "Forty painters are behind bars.", "painters nsubj bars|are cop bars|behind case bars|bars root bars"),
    ("en", "He was in jail and she is a teacher.", "jail root jail|teacher conj jail|is cop teacher"),
    ("en", "There are nine painters in the camp.", "painters nsubj are|nine nummod painters"),
    # clauses
    ("en", "The singer who was arrested in May was freed.", "arrested acl:relcl singer|who nsubj:pass arrested"),
    ("en", "Officials said that the singer was freed.", "freed ccomp said|that mark freed|Officials nsubj said"),
    ("en", "The singer was freed, officials said.", "freed ccomp said|officials nsubj said"),
    ("en", "The judge ordered them to leave the city.", "leave xcomp ordered|to mark leave"),
    ("en", "She left after being fined.", "fined advcl left|after mark fined"),
    ("en", "Police agreed to release him without charging her.", "charging advcl release|without mark charging"),
    # coordination and apposition
    ("en", "They freed Ana Bel, Tom Kray and Ivo Lund.", "Kray conj Bel|Lund conj Bel|and cc Lund"),
    ("en", "Mira Olan, a teacher, was freed.", "teacher appos Olan"),
    ("en", "According to Nordwatch, 900 people are still in custody.", "Nordwatch obl custody|According case Nordwatch"),
    ("en", "Six were taken out of the country.", "country obl taken|out case country|of case country"),
    ("es", "Los soldados liberaron a diez mineros en Tarvo.", "soldados nsubj liberaron|mineros obj liberaron"),
    ("es", "Diez mineros fueron liberados por soldados.", "mineros nsubj:pass liberados|fueron aux:pass liberados|soldados obl:agent liberados"),
    ("es", "Se liberaron diez mineros.", "Se expl:pass liberaron|mineros nsubj:pass liberaron"),
    ("es", "La cantante que fue detenida en mayo salió libre.", "detenida acl:relcl cantante|que nsubj:pass detenida"),
    ("es", "El ministro dijo que la cantante fue liberada.", "liberada ccomp dijo|ministro nsubj dijo"),
    ("es", "Más de 900 pintores siguen tras las rejas.", "pintores nsubj siguen|900 nummod pintores|rejas obl siguen"),
    ("es", "Ana Bel y Tomás Gris fueron liberados.", "Ana nsubj:pass liberados|Tomás conj Ana|Gris flat Tomás"),
    ("ru", "Солдаты освободили десять шахтёров в Тарво.", "Солдаты nsubj освободили|шахтёров obj освободили|десять nummod шахтёров"),
    ("ru", "Шахтёры были задержаны солдатами.", "Шахтёры nsubj:pass задержаны|были aux:pass задержаны|солдатами obl:agent задержаны"),
    ("ru", "Певица, которую задержали в мае, вышла на свободу.", "задержали acl:relcl Певица|которую obj задержали"),
    ("ru", "Министр заявил, что певица освобождена.", "освобождена ccomp заявил|Министр nsubj заявил"),
    ("ru", "За решёткой остаются более 900 художников.", "художников nsubj остаются|900 nummod художников|более advmod 900"),
    ("ru", "Обоих суд в Тарво приговорил к пяти годам.", "Обоих obj приговорил|суд nsubj приговорил"),
    ("ru", "Тома Края в понедельник отпустили под залог.", "Тома obj отпустили"),
    ("ru", "Солдатами задержано примерно 14 тысяч человек.", "тысяч nsubj:pass задержано|Солдатами obl:agent задержано"),
    ("ru", "В стране удерживают от 150 до 170 человек.", "человек obj удерживают|150 nummod человек|170 nummod человек"),
    ("ru", "Полиция задержала на площади не менее 60 человек.", "человек obj задержала|60 nummod человек"),
    ("ru", "Двадцать ткачей по-прежнему за решёткой.", "ткачей nsubj решёткой|за case решёткой|решёткой root решёткой"),
    ("ru", "ВЕЛЬМ — С 9 мая по амнистии освобождены 46 ткачей.", "ткачей nsubj:pass освобождены|освобождены parataxis ВЕЛЬМ"),
    ("ru", "Группа «Овал»: на волю вышли 96 ткачей.", "ткачей nsubj вышли"),
    ("ru", "Суд отпустил около 60 человек.", "человек obj отпустил|60 nummod человек"),
    ("ru", "Суд осудил троих, а охрана двоих ткачей увезла.", "ткачей obj увезла|охрана nsubj увезла"),
    ("ru", "Шестеро получили по двенадцать лет.", "лет obj получили|Шестеро nsubj получили"),
    ("ru", "На волю вышли четверо местных ткачей.", "ткачей nsubj вышли"),
    ("ru", "Суд приговорил к 12 годам четырёх участников совета.", "участников obj приговорил"),
    ("ru", "МИД объявил о высылке трёх дипломатов.", "дипломатов nmod высылке"),
    ("ru", "Суд вынес обвинительный приговор учительнице.", "учительнице iobj вынес"),
    ("ru", "В списке узников 250 человек.", "человек nsubj списке"),
    ("ru", "Ещё 120 пленных удалось вернуть домой.", "пленных obj вернуть"),
    ("ru", "Новый посол вручил верительные грамоты королю.", "грамоты obj вручил|верительные amod грамоты"),
    ("ru", "Освобождены Мира Олан и Том Край.", "Мира nsubj:pass Освобождены|Олан flat Мира|Том conj Мира"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), PLAIN)
def test_plain_sentences(language: str, text: str, wanted: str) -> None:
    assert set(wanted.split("|")) <= arcs(language, text)


@pytest.mark.parametrize(
    ("language", "text", "lemmas"),
    [
        ("en", "They were freed and are held.", {"were": "be", "freed": "free", "held": "hold"}),
        ("es", "Decidieron liberarlos.", {"Decidieron": "decidir", "liberar": "liberar"}),
        ("ru", "Марию Оланову освободили из колоний.", {"Марию": "Мария", "Оланову": "Оланова", "колоний": "колония"}),
    ],
)
def test_lemmas(language: str, text: str, lemmas: dict[str, str]) -> None:
    (tree,) = parse(language, text)
    found = {token.text: token.lemma for token in tree.tokens}
    assert {word: found[word] for word in lemmas} == lemmas


LONG = {
    "en": "; ".join(["the soldiers freed ten miners, two cooks and a judge"] * 40),
    "es": "; ".join(["los soldados liberaron a diez mineros y a un juez"] * 40),
    "ru": "; ".join(["солдаты освободили десять шахтёров и одного судью"] * 40),
}


@pytest.mark.parametrize("language", LONG)
def test_a_long_sentence_is_one_tree(language: str) -> None:
    (tree,) = parse(language, LONG[language])
    assert len(tree.tokens) > TOKEN_CAP
    assert tree.subtree(tree.root) == list(tree.tokens)


@pytest.mark.parametrize("language", LONG)
def test_trees_come_in_order_with_offsets_of_the_document(language: str) -> None:
    document = f"  {LONG[language][:300]}.\n\nOlan —  Kray,\nBel! {LONG[language][:40]}"
    spans = [(2, 303), (305, 324), (325, len(document))]
    parse(language)
    trees = list(load_parser(language).parse((document[start:end], start) for start, end in spans))
    assert [tree.start for tree in trees] == [start for start, _ in spans]
    for tree in trees:
        assert all(document[token.start : token.end] == token.text for token in tree.tokens)
        assert not any(token.text.isspace() for token in tree.tokens)
        assert sum(token.head == token.i for token in tree.tokens) == 1


def test_nothing_to_parse_is_refused() -> None:
    with pytest.raises(ValueError, match="word"):
        parse("en", " \n ")


def test_a_text_gives_the_same_tree_alone_and_among_others() -> None:
    texts = [text for language, text, _ in PLAIN if language == "en"]
    together = parse("en", *texts)
    assert [shape(tree) for tree in together] == [shape(parse("en", text)[0]) for text in texts]


def shape(tree: Tree) -> list[tuple[str, str, int]]:
    return [(token.text, token.deprel, token.head) for token in tree.tokens]


@given(st.lists(st.sampled_from(["word", ",", ";"]), min_size=1, max_size=900))
@settings(max_examples=50)
def test_pieces_cover_all_words_and_keep_the_cap(words: list[str]) -> None:
    spans = pieces(words)
    assert [i for start, end in spans for i in range(start, end)] == list(range(len(words)))
    assert all(0 < end - start <= TOKEN_CAP for start, end in spans)
