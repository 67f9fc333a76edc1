"""Who may ask, and what a page may do."""

import httpx
import pytest

from habeas.web.access import host_name


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("127.0.0.1:8765", "127.0.0.1"),
        ("LOCALHOST", "localhost"),
        ("[::1]:80", "[::1]"),
        ("evil.example:8765", "evil.example"),
    ],
)
def test_host_of_a_header(header: str, name: str) -> None:
    assert host_name(header) == name


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:80"])
def test_foreign_host_is_refused(site: httpx.Client, host: str) -> None:
    answer = site.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "States" not in answer.text


@pytest.mark.parametrize("path", ["/", "/states/XA", "/documents/plain", "/index.json", "/nowhere", "/static/look.css"])
def test_every_answer_forbids_scripts_and_foreign_content(site: httpx.Client, path: str) -> None:
    headers = site.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
