"""Which language a text is in."""

from __future__ import annotations

_ENOUGH = 20  # letters among the first 200 characters: below this a guess is worth nothing
_READ = 1_200  # characters looked at: more changes no answer and costs time
# The identifier tells apart what readers do not: Nigerian Pidgin is its guess for terse English news
# (3 of 521 documents), and Wu is written as Chinese.
_SAME = {"pcm": "en", "wuu": "zh"}


def identify(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None where it is too short to tell.

    The choice is not restricted to the languages that have a pack: a Bulgarian page forced into
    one of three languages would come out as Russian.
    """
    head = text[:_READ]
    if sum(character.isalpha() for character in head[:200]) < _ENOUGH:
        return None
    # Loading the model takes 1.4 s and 134 MB, so only where a page does not come with its language.
    import py3langid

    code = str(py3langid.classify(head)[0])
    return _SAME.get(code, code)
