"""The form of a JSON answer: readable, and never refused for a stray character of a bad page."""

import json
from typing import Any

from starlette.responses import JSONResponse

from habeas.web.render import mend


class Json(JSONResponse):
    """Records as JSON, indented for people who look."""

    def render(self, content: Any) -> bytes:
        """The bytes."""
        return mend(json.dumps(content, ensure_ascii=False, indent=1)).encode()
