"""Pages over real HTTP."""

import re
from html.parser import HTMLParser
from urllib.parse import quote, unquote, urljoin, urlsplit

import httpx
import pytest

PAGES = ["/", "/states/XA", "/states/XA?as-of=2031-03-04", "/states/ZZ", "/documents/plain", "/documents/arabic"]


class Elements(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attributes["id"] for _, attributes in self.found if "id" in attributes]

    def links(self) -> list[str]:
        """Every address linked to."""
        return [attributes["href"] for tag, attributes in self.found if tag in ("a", "link") and "href" in attributes]


def elements(site: httpx.Client, path: str) -> Elements:
    answer = site.get(path)
    assert answer.status_code == 200, answer.text
    return Elements(answer.text)


def test_home_lists_states_with_their_numbers(site: httpx.Client) -> None:
    page = site.get("/").text
    assert "at least 300" in page
    assert 'href="/states/XA"' in page


def test_dossier_counts_copies_once(site: httpx.Client) -> None:
    record = site.get("/states/XA.json").json()
    forty = next(event for event in record["freed"] if event["date"] == ["2031-03-03", "2031-03-03"] and event["count"])
    assert (forty["sources"], forty["reports"]) == (1, ["plain", "copy"])


def test_denial_is_no_number(site: httpx.Client) -> None:
    record = site.get("/states/XA.json").json()
    denied = next(counter for counter in record["held"] if counter["who"] == "the government")
    assert (denied["counts"][0]["denied"], denied["counts"][0]["count"]) == (True, None)


def test_as_of_leaves_out_what_came_later_and_says_so(site: httpx.Client) -> None:
    page = site.get("/states/XA", params={"as-of": "2031-03-04"}).text
    assert "as of 4 March 2031" in page
    assert "3 later or undated reports are left out" in page
    assert [each["id"] for each in site.get("/states/XA.json?as-of=2031-03-04").json()["documents"]] == ["plain"]


def test_bad_day_is_refused_in_words(site: httpx.Client) -> None:
    answer = site.get("/states/XA?as-of=yesterday")
    assert answer.status_code == 400
    assert "YYYY-MM-DD" in answer.text


def test_state_without_reports_says_so(site: httpx.Client) -> None:
    page = site.get("/states/ZZ").text
    assert "Nobody has published a count of people held." in page
    assert "No release is on record." in page
    assert "No promise is on record." in page


def test_small_letters_lead_to_the_state(site: httpx.Client) -> None:
    assert site.get("/states/xa").headers["location"] == "/states/XA"


def test_claim_address_leads_to_its_mark(site: httpx.Client) -> None:
    claim = site.get("/states/XA.json").json()["claims"][0]
    answer = site.get(f"/claims/{claim['id']}")
    path, fragment = answer.headers["location"].split("#")
    assert answer.status_code == 307
    assert fragment in elements(site, path).ids()
    assert site.get(f"/claims/{claim['id']}.json").json()["quote"] == claim["quote"]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(site: httpx.Client, path: str) -> None:
    known: dict[str, Elements] = {}
    for link in elements(site, path).links():
        target = urlsplit(urljoin(path, link))
        if target.scheme == "data":
            continue
        assert not target.netloc, f"{link} leads off this machine"
        where = target.path + (f"?{target.query}" if target.query else "")
        if where not in known:
            known[where] = elements(site, where)
        if target.fragment:
            assert unquote(target.fragment) in known[where].ids(), link


@pytest.mark.parametrize("path", PAGES)
def test_ids_are_not_given_twice(site: httpx.Client, path: str) -> None:
    ids = elements(site, path).ids()
    assert len(ids) == len(set(ids))


def test_every_claim_is_marked_in_its_report(site: httpx.Client) -> None:
    for claim in site.get("/states/XA.json").json()["claims"]:
        assert f"c-{claim['id']}" in elements(site, f"/documents/{quote(claim['document'], safe='')}").ids()


@pytest.mark.parametrize("path", [*PAGES, "/documents/hostile/..%2Freport%3Fx=1%23y"])
def test_words_of_others_never_become_markup(site: httpx.Client, path: str) -> None:
    found = elements(site, path).found
    assert not [tag for tag, _ in found if tag in ("script", "img", "b-", "iframe", "object")]
    assert not [name for _, attributes in found for name in attributes if name.startswith("on")]


def test_foreign_words_carry_language_and_direction(site: httpx.Client) -> None:
    quotes = [attributes for tag, attributes in elements(site, "/states/XA").found if tag == "q"]
    assert quotes
    assert all(attributes["dir"] == "auto" for attributes in quotes)
    assert {attributes.get("lang") for attributes in quotes} == {"en", "ar", None}


@pytest.mark.parametrize(
    ("path", "data"),
    [("/", "/index.json"), ("/states/XA", "/states/XA.json"), ("/documents/plain", "/documents/plain.json")],
)
def test_page_names_its_twin(site: httpx.Client, path: str, data: str) -> None:
    assert data in elements(site, path).links()
    assert site.get(data).headers["content-type"].startswith("application/json")


def test_event_tells_who_and_why(site: httpx.Client) -> None:
    event = next(each for each in site.get("/states/XA.json").json()["freed"] if len(each["reports"]) == 2)
    page = site.get(f"/events/{event['id']}").text
    assert "copies of one story" in page
    assert "both say 40" in page
    second = event["claims"][1]
    assert site.get(f"/events/{second}.json").json()["id"] == event["id"]


def test_error_has_one_shape(site: httpx.Client) -> None:
    page, data = site.get("/documents/none"), site.get("/documents/none.json")
    assert (page.status_code, data.status_code) == (404, 404)
    assert re.search(r"no document has that id", page.text)
    assert set(data.json()["error"]) == {"status", "message"}


def test_unknown_address_is_not_found(site: httpx.Client) -> None:
    assert site.get("/nothing/here").status_code == 404
    assert site.post("/").status_code == 405
