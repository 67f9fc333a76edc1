"""The site: addresses to pages and their JSON twins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from habeas.errors import BadInput, NotFound
from habeas.web import errors, views
from habeas.web.access import LOOPBACK, Guard
from habeas.web.answers import Json
from habeas.web.holdings import Holdings
from habeas.web.render import Renderer
from habeas.web.urls import Urls


def _day(text: str | None) -> date | None:
    """The as-of day of an address; empty is none. Raises BadInput."""
    if not text:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadInput(
            f"as-of={text}", "a day as YYYY-MM-DD was expected, such as 2025-12-20", "write it so, or leave it out"
        ) from None


def _twin_of(name: str, page: Callable[[str], str], data: Callable[[str], dict[str, Any]]) -> Response:
    """The page of that name, or the JSON of the name before ".json"; an id may end so itself."""
    try:
        return HTMLResponse(page(name))
    except NotFound:
        if not name.endswith(".json"):
            raise
        return Json(data(name.removesuffix(".json")))


def create_app(holdings: Holdings, hosts: Iterable[str] = LOOPBACK) -> Guard:
    """The site over these holdings, answering under these host names only."""
    app = FastAPI(title="habeas", docs_url=None, redoc_url=None, openapi_url=None)
    errors.install(app)
    urls = Urls()
    renderer = Renderer(urls)
    style = files("habeas.web").joinpath("static/look.css").read_bytes()

    @app.get("/")
    def home() -> Response:
        return HTMLResponse(views.home(holdings, renderer))

    @app.get("/index.json")
    def home_data() -> Response:
        return Json(views.home_data(holdings))

    @app.get("/static/look.css")
    def look() -> Response:
        return Response(style, media_type="text/css")

    @app.get("/states/{place}")
    def state(place: str, request: Request) -> Response:
        as_of = _day(request.query_params.get("as-of"))
        if place.endswith(".json"):
            return Json(views.state_data(holdings, place.removesuffix(".json").upper(), as_of))
        if place != place.upper():
            return RedirectResponse(urls.state(place.upper(), as_of), 308)
        return HTMLResponse(views.state(holdings, renderer, place, as_of))

    @app.get("/events/{event_id}")
    def event(event_id: str) -> Response:
        return _twin_of(
            event_id, lambda name: views.event(holdings, renderer, name), lambda name: views.event_data(holdings, name)
        )

    @app.get("/documents/{document_id:path}")
    def document(document_id: str) -> Response:
        return _twin_of(
            document_id,
            lambda name: views.document(holdings, renderer, name),
            lambda name: views.document_data(holdings, name),
        )

    @app.get("/claims/{claim_id}")
    def claim(claim_id: str) -> Response:
        try:
            return RedirectResponse(urls.claim(holdings.claim(claim_id)), 307)
        except NotFound:
            if not claim_id.endswith(".json"):
                raise
            return Json(views.claim_data(holdings, claim_id.removesuffix(".json")))

    return Guard(app, hosts)
