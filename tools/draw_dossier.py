"""Draw the picture of a dossier that the README shows, from a ledger.

python tools/draw_dossier.py habeas-demo.db BY docs/dossier.png
"""

import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import uvicorn
from playwright.sync_api import sync_playwright

import browsers
from habeas.store.session import open_ledger
from habeas.web.app import create_app
from habeas.web.holdings import LedgerHoldings
from habeas.web.server import address, listen

SIZE = {"width": 1280, "height": 1000}


def main(ledger: str, place: str, picture: str) -> None:
    """Serve the ledger, open the dossier in a browser, and keep what its first window shows."""
    browser = browsers.find()
    if browser is None:
        sys.exit(browsers.reason())
    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(LedgerHoldings(open_ledger(ledger))), log_level="warning"))
    threading.Thread(target=lambda: server.run(sockets=[listener]), daemon=True).start()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**browser.launch)  # type: ignore[arg-type]
        page = started.new_page(viewport=SIZE)  # type: ignore[arg-type]
        page.goto(f"{address(listener)}states/{place}")
        page.screenshot(path=picture)
        started.close()
    server.should_exit = True


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
