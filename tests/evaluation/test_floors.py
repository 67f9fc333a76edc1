"""Floors only rise by themselves; to lower one takes a reason, which is kept."""

import floors
from floors import Floor, Floors


def test_floors_come_back_as_they_went(tmp_path):
    path = tmp_path / "floors.toml"
    standing = floors.lowered(Floors({"en": Floor(0.8, 0.5)}), "en", Floor(0.7, 0.4), 'the guide now says "held"')
    floors.write(standing, path)
    assert floors.read(path) == standing


def test_raising_keeps_the_higher_of_each_figure():
    risen = floors.risen(Floors({"en": Floor(0.8, 0.5)}), {"en": Floor(0.9, 0.4), "es": Floor(0.6, 0.3)})
    assert risen.floors == {"en": Floor(0.9, 0.5), "es": Floor(0.6, 0.3)}


def test_figures_are_rounded_down_so_that_the_same_reader_reaches_them():
    assert floors.reached(0.87659, 0.5) == Floor(0.876, 0.5)


def test_what_is_below_or_unmeasured_is_named():
    standing = Floors({"en": Floor(0.8, 0.5), "ru": Floor(0.7, 0.4)})
    assert floors.missed(standing, {"en": Floor(0.81, 0.49)}) == [
        "en: strict F1 0.490 is below its floor 0.500",
        "ru: not measured, and it has a floor",
    ]
    assert not floors.missed(standing, {"en": Floor(0.8, 0.5), "ru": Floor(0.7, 0.4)})


def test_lowering_keeps_why():
    standing = floors.lowered(Floors({"en": Floor(0.8, 0.5)}), "en", Floor(0.7, 0.4), "labels mended")
    assert standing.floors["en"] == Floor(0.7, 0.4)
    assert (standing.lowered[0].before, standing.lowered[0].reason) == (Floor(0.8, 0.5), "labels mended")
