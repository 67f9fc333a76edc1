"""Errors as answers: one shape, as JSON or as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from habeas.errors import BadInput, HabeasError, NotFound
from habeas.web.answers import Json
from habeas.web.render import Renderer
from habeas.web.urls import Urls

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request

_STATUS: dict[type[HabeasError], int] = {NotFound: 404, BadInput: 400}
_UNFORESEEN = (
    "This page could not be made. Nothing in the ledger was changed. Look at the server's log, then try again."
)


def _wants_json(request: Request) -> bool:
    accepted = request.headers.get("accept", "")
    return request.url.path.endswith(".json") or ("application/json" in accepted and "text/html" not in accepted)


def answer(request: Request, status: int, message: str) -> Response:
    """The error, in the form that was asked for."""
    if _wants_json(request):
        return Json({"error": {"status": status, "message": message}}, status)
    return HTMLResponse(Renderer(Urls()).page("error.html", status=status, message=message), status)


def install(app: FastAPI) -> None:
    """Answer every error of the app in the one shape."""

    def on_habeas(request: Request, error: Exception) -> Response:
        status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
        return answer(request, status, str(error))

    def on_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 404:
            return answer(request, 404, f"{request.url.path}: there is no page here; start from the list of states")
        return answer(request, error.status_code, f"{request.method} {request.url.path}: {error.detail}")

    def on_other(request: Request, _error: Exception) -> Response:
        # The server logs it: the framework raises it again once it is answered.
        return answer(request, 500, _UNFORESEEN)

    app.add_exception_handler(HabeasError, on_habeas)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(Exception, on_other)
