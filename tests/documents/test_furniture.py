"""Furniture: lines that are no part of a story, and prose that only looks like it."""

import pytest

from habeas.documents import furniture


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "- Publicidad -",
        "ADVERTISEMENT",
        "Реклама 18+ ООО «Пример» Откройте счёт",
        "Read more: A quite different story",
        "LEE TAMBIÉN: Otra noticia",
        "Читайте также Как живут семьи заключённых",
        "Читайте также:",
        "Also Read | Who is who?",
        "Sign up for The Sample Brief, the day's news in your inbox",
        "Подписывайтесь на наш Telegram-канал, чтобы не пропустить главное",
        "Suscríbete gratis a nuestro boletín.",
        "A gate at dusk. Photo: archive",
        "A gate at dusk. (AP Photo/Ada Sample)",
        "Una puerta. (Cortesía)",
        "Ворота. Скриншот видео",
        ".card { padding: 12px; color: #fff } .card img { width: 100% }",
        "font-size: 16px;",
        "window.dataLayer = window.dataLayer || [];",
        "© Example Post",
    ],
)
def test_furniture_is_known(line: str) -> None:
    assert furniture.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Follow the money, she said, and you will find the men who signed the order to arrest them.",
        "“Photo: evidence,” the prosecutor wrote on the back of the picture that convicted him.",
        "According to a press release: nine people were freed.",
        "Lo dijo a la prensa: «no hay presos».",
        "Join us, the poster read, and twelve students who did were arrested the same night by the police.",
        "The advertisement that the editor refused to print cost him four years of his life.",
        "EUROPE WARY OF A STRATEGY",
        "The minister said; nobody answered.",
        "Related charges were dropped in May.",
    ],
)
def test_prose_stays(line: str) -> None:
    assert not furniture.is_furniture(line)


def test_a_call_that_names_the_publisher_is_furniture() -> None:
    line = (
        "Follow the Sample Gazette for news from both sides of the river, elections, prices and the weather this week."
    )
    assert furniture.is_furniture(line, "Sample Gazette")


@pytest.mark.parametrize(
    "line",
    ["Comments (4)", "6 comments", "Tags: prisons, law", "Комментарии — 2", "Lo más leído", "SHARE THIS ARTICLE ON"],
)
def test_ends_are_known(line: str) -> None:
    assert furniture.is_end(line)


def test_notes_below_a_story_are_known() -> None:
    assert furniture.is_endnote("(Reporting by A. Name; editing by B. Name)")
    assert furniture.is_endnote("ABO/JL")
    assert not furniture.is_endnote("She was released on Monday.")


def test_code_in_a_long_line_costs_no_time() -> None:
    assert not furniture.is_code("word " * 400_000)
