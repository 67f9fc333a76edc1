"""The pages in a real browser, as a reader meets them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browsers import Browser as Program
from habeas.web.report import write_report
from holdings import invented, served

pytestmark = pytest.mark.browser

EVENT = f"/events/{invented().all_claims[0].id}"
PAGES = ("/", "/states/XA", EVENT, "/documents/plain", "/documents/arabic", "/documents/none")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def browser(chromium: Program) -> Iterator[Browser]:
    """One browser for all tests of the module."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**chromium.launch)  # type: ignore[arg-type]
        yield started
        started.close()


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    """A server over the invented state."""
    with served(invented()) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A desk-wide page that runs no script, and fails the test on anything the browser complains of."""
    context = browser.new_context(viewport=DESK, java_script_enabled=False)  # type: ignore[arg-type]
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert not [words for words in complaints if "404" not in words]


def test_walk_from_the_states_to_the_marked_words(page: Page, base: str) -> None:
    page.goto(base)
    page.get_by_role("rowheader").get_by_role("link").first.click()
    assert page.get_by_role("heading", level=1).count() == 1
    page.locator("#freed").scroll_into_view_if_needed()
    page.locator(".waves .num a", has_text="40").last.click()
    target = page.locator("mark:target")
    assert "Forty people walked out" in target.inner_text()
    assert target.is_visible()


def test_targeted_words_are_shown_in_the_window_and_in_yellow(browser: Browser, base: str) -> None:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]
        opened = context.new_page()
        opened.goto(f"{base}/states/XA")
        opened.locator(".lede a.n").first.click()
        mark = opened.locator("mark:target")
        box = mark.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < PHONE["height"]
        assert mark.evaluate("element => getComputedStyle(element).backgroundColor") == "rgb(255, 239, 179)"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(browser: Browser, base: str, path: str, size: dict[str, int]) -> None:
    with browser.new_context(viewport=size) as context:  # type: ignore[arg-type]
        opened = context.new_page()
        opened.goto(base + path)
        assert opened.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_page_breaks_no_rule_of_accessibility(browser: Browser, base: str, path: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with browser.new_context(viewport=DESK, color_scheme=scheme) as context:  # type: ignore[arg-type]
        opened = context.new_page()
        opened.goto(base + path)
        found = Axe().run(opened).response
    assert found["passes"]
    assert not [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]]


def test_dark_mode_is_dark(browser: Browser, base: str) -> None:
    with browser.new_context(color_scheme="dark") as context:
        opened = context.new_page()
        opened.goto(f"{base}/states/XA")
        assert opened.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(20, 23, 26)"


def test_print_leaves_out_forms_and_numbers_the_evidence(browser: Browser, base: str) -> None:
    with browser.new_context(viewport=DESK) as context:  # type: ignore[arg-type]
        opened = context.new_page()
        opened.goto(f"{base}/states/XA")
        opened.emulate_media(media="print")
        assert not opened.locator("form").is_visible()
        after = opened.locator(".lede a.n").first.evaluate("element => getComputedStyle(element, '::after').content")
        assert after.startswith('"#')
        assert opened.pdf()[:4] == b"%PDF"


def test_as_of_form_shows_the_day_asked_for(page: Page, base: str) -> None:
    page.goto(f"{base}/states/XA")
    page.get_by_label("As of").fill("2031-03-04")
    page.get_by_role("button", name="Show").click()
    assert page.url.endswith("?as-of=2031-03-04")
    assert "as of 4 March 2031" in page.locator(".head").inner_text()


def test_hostile_words_run_nothing(browser: Browser, base: str) -> None:
    with browser.new_context() as context:
        opened = context.new_page()
        alerts: list[str] = []
        opened.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
        for path in ("/states/XA", "/documents/hostile%2F..%2Freport%3Fx%3D1%23y", "/documents/plain"):
            answer = opened.goto(base + path)
            assert answer is not None
            assert answer.status == 200
        assert alerts == []


def test_right_to_left_text_runs_so(browser: Browser, base: str) -> None:
    with browser.new_context() as context:
        opened = context.new_page()
        opened.goto(f"{base}/documents/arabic")
        assert opened.locator(".para p").evaluate("element => getComputedStyle(element).direction") == "rtl"


def test_folder_opens_from_a_disk(page: Page, tmp_path: Path) -> None:
    first = write_report(invented(), tmp_path)
    page.goto(first.as_uri())
    page.get_by_role("rowheader").get_by_role("link").first.click()
    page.locator(".waves .num a", has_text="40").last.click()
    assert "Forty people walked out" in page.locator("mark:target").inner_text()
