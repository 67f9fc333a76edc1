"""Everyday wordings of each kind, in the constructions that reports put them in: a grid of invented sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

import pytest
from grammar import PUBLISHED, claims, need_pack

from habeas.claims.find import find_claims
from habeas.claims.model import Kind
from habeas.documents.model import Document

pytestmark = pytest.mark.packs


@dataclass(frozen=True)
class Wording:
    """A verb with its forms, and what follows its object: "take", "into custody"."""

    base: str
    present: str
    past: str
    participle: str
    gerund: str
    after: str = ""


def regular(base: str, after: str = "") -> Wording:
    """A verb that only adds endings."""
    stem = base.removesuffix("e")
    return Wording(base, base + "s", stem + "ed", stem + "ed", stem + "ing", after)


WORDINGS: dict[Kind, list[Wording]] = {
    Kind.RELEASE: [
        regular("release"),
        Wording("free", "frees", "freed", "freed", "freeing"),
        regular("pardon"),
        regular("liberate"),
        regular("parole"),
        Wording("set", "sets", "set", "set", "setting", "free"),
        Wording("let", "lets", "let", "let", "letting", "go after a month in custody"),
        regular("release", "on bail"),
        regular("release", "from prison"),
        Wording("hand", "hands", "handed", "handed", "handing", "over to their families after months in captivity"),
        Wording("send", "sends", "sent", "sent", "sending", "home from prison"),
        Wording("let", "lets", "let", "let", "letting", "out of jail"),
    ],
    Kind.DETENTION: [
        regular("arrest"),
        regular("detain"),
        Wording("kidnap", "kidnaps", "kidnapped", "kidnapped", "kidnapping"),
        regular("abduct"),
        regular("capture", "and a hostage"),
        Wording("seize", "seizes", "seized", "seized", "seizing", "as hostages"),
        regular("jail"),
        regular("imprison"),
        Wording("take", "takes", "took", "taken", "taking", "into custody"),
        Wording("take", "takes", "took", "taken", "taking", "hostage"),
        regular("round", "up before a wave of arrests"),
        regular("remand", "in custody"),
        Wording("place", "places", "placed", "placed", "placing", "under house arrest"),
        Wording("apprehend", "apprehends", "apprehended", "apprehended", "apprehending"),
    ],
    Kind.SENTENCE: [
        regular("sentence", "to nine years in prison"),
        regular("convict", "of treason"),
        regular("jail", "for six years"),
        Wording("find", "finds", "found", "found", "finding", "guilty of espionage"),
        Wording("send", "sends", "sent", "sent", "sending", "to prison for four years"),
        regular("sentence", "to death"),
        regular("condemn", "to death"),
        regular("imprison", "for life"),
    ],
    Kind.DEATH: [
        regular("execute"),
        Wording("hang", "hangs", "hanged", "hanged", "hanging"),
        regular("behead"),
        Wording("put", "puts", "put", "put", "putting", "to death"),
        regular("execute", "by firing squad"),
    ],
    Kind.EXPULSION: [
        regular("deport"),
        Wording("expel", "expels", "expelled", "expelled", "expelling"),
        Wording("extradite", "extradites", "extradited", "extradited", "extraditing", "to Norway"),
        Wording("banish", "banishes", "banished", "banished", "banishing"),
        Wording("order", "orders", "ordered", "ordered", "ordering", "to leave the country"),
        regular("exile"),
        Wording("repatriate", "repatriates", "repatriated", "repatriated", "repatriating"),
        Wording("send", "sends", "sent", "sent", "sending", "back across the border with a deportation order"),
    ],
}
"""Verbs whose object is the people concerned."""

ACTORS: dict[Kind, list[str]] = {
    Kind.RELEASE: ["Belarus", "The Nigerian government", "Colombian rebels", "A court in Peru", "King Tavon"],
    Kind.DETENTION: ["Police", "Turkish security forces", "Gunmen", "Federal agents", "The army of Chad"],
    Kind.SENTENCE: ["A court", "A Malian judge", "The supreme court of Laos", "A jury in Ghana"],
    Kind.DEATH: ["Iran", "Saudi Arabia", "The authorities in Lorvia", "The junta"],
    Kind.EXPULSION: ["Algeria", "The Thai government", "Vietnam", "The ministry"],
}
PEOPLE = [
    "11 miners",
    "three journalists",
    "Nguyen Van Tho",
    "Oluwaseun Adebayo-Okoro",
    "two dozen students",
    "the opposition leader Farid Rahmonov",
    "a Norwegian nurse",
    "at least 40 villagers from the north of the country",
    "Dr. María Quispe",
    "hundreds of protesters",
    "Kim Sung-ho, a human rights lawyer,",
]
CONSTRUCTIONS = {
    "headline": "{Actor} {present} {people} {after}.",
    "past": "{Actor} {past} {people} {after} on Monday.",
    "passive": "{People} {were} {participle} {after} on Monday.",
    "passive with its agent": "{People} {were} {participle} {after} by {actor}.",
    "headline passive": "{People} {are} {participle} {after}.",
    "headline without auxiliary": "{People} {participle} {after} after protests.",
    "perfect": "{Actor} {has} {participle} {people} {after}.",
    "perfect passive": "{People} {have} been {participle} {after}, officials said.",
    "relative clause": "The minister visited {people} who {were} {participle} {after} last week.",
    "coordination": "{Actor} held talks with the union and {past} {people} {after}.",
    "apposition": "{People}, of the town of Verel, {were} {participle} {after} on Monday.",
    "long subject": (
        "{Actor}, which had long resisted calls from abroad to change its course, {past} {people} {after} on Monday."
    ),
    "gerund": "{Actor} gave in to its critics on Monday, {gerund} {people} {after}.",
    "plan": "{Actor} {plans} to {base} {people} {after}.",
    "refusal": "{Actor} {refuses} to {base} {people} {after}.",
    "report": 'The ministry said that {actor} had {participle} {people} {after}, "as the law demands".',
    "adverbial first": "Late on Monday, after a week of unrest in the capital, {actor} {past} {people} {after}.",
}


def sentences(kind: Kind) -> Iterator[tuple[str, str]]:
    """Each construction with its sentences: wordings, actors and people in turn."""
    actors, people = cycle(ACTORS[kind]), cycle(PEOPLE)
    for name, pattern in CONSTRUCTIONS.items():
        for wording in WORDINGS[kind]:
            actor, who = next(actors), next(people)
            plural_actor = actor.split()[-1] in ("Police", "forces", "Gunmen", "agents", "rebels", "authorities")
            one = who[0].isupper() or who.startswith(("a ", "the "))
            text = pattern.format(
                Actor=actor,
                actor=actor if actor.split()[0] in NAMES else actor[0].lower() + actor[1:],
                people=who.removesuffix(",") if wording.after == "" else who,
                People=who[0].upper() + who[1:],
                were="was" if one else "were",
                are="is" if one else "are",
                have="has" if one else "have",
                has="have" if plural_actor else "has",
                plans="plan" if plural_actor else "plans",
                refuses="refuse" if plural_actor else "refuses",
                base=wording.base,
                present=wording.base if plural_actor else wording.present,
                past=wording.past,
                participle=wording.participle,
                gerund=wording.gerund,
                after=wording.after,
            )
            text = " ".join(text.split()).replace(" .", ".").replace(" ,", ",").replace(",.", ".").replace(",,", ",")
            yield name, text


NAMES = {"Belarus", "Colombian", "King", "Turkish", "Iran", "Saudi", "Algeria", "Vietnam"}

PLAIN: dict[Kind, list[str]] = {
    Kind.RELEASE: [
        "Tran Van Duc, a U.S. democracy activist, is released by Lorvia.",
        "A Lorvian court releases war veteran Ivo Tasev because of his immunity.",
        "The three navy officers captured 12 days ago by armed men are released after negotiations.",
        "The front releases two of the 23 hostages kidnapped three weeks ago.",
        "Police raid a camp, and free around 500 men held there.",
        "Three kidnap victims are freed.",
        "An appeals court in Lorvia releases candidate Nabil Tarik from prison, days before the vote.",
        "The mayor was denied bail on Monday.",
        "The tribunal upheld the verdict, while granting her bail pending an appeal.",
        "The cabinet announces a mass pardon for political prisoners.",
        "The rebels have let go 43 prisoners.",
    ],
    Kind.DETENTION: [
        "56 fans detained.",
        "Lorvian security forces arrest four people allegedly associated with the front.",
        "There were clashes, with 11 people injured and 21 arrested at a riot in Tarvo.",
        "The wife of the miner was stopped and led away at the border; her brother is in prison.",
        "The poet, an old man, was picked up there on Sunday; his wife is in prison.",
        "**Arrests.** No fewer than 86 people were arrested in the week.",
    ],
    Kind.HELD: [
        "The monk remains in house arrest.",
        "At least 160 young Lorvians are currently awaiting execution.",
        "Two robbers are holding several people hostage in a bank in Tarvo.",
        "More than 60 Lorvians are being held hostage abroad.",
    ],
    Kind.DEATH: [
        "The death of eight inmates was reported on Monday.",
        "The clerk was found dead near a mosque after having been kidnapped on Thursday.",
        "The widow was stoned to death in May.",
    ],
    Kind.SANCTION: [
        "The Lorvian Treasury implements new sanctions on six persons.",
        "The ministers agree on a package of new sanctions against Lorvia.",
        "The bloc is considering visa bans on three judges.",
        "Four commanders are subject to an asset freeze and a travel ban under the sanctions.",
    ],
    Kind.RELIEF: [
        "The arms embargo on Lorvia formally expires.",
        "The treasury announces an ease of oil sanctions on Lorvia.",
        "The pact was signed in return for sanctions relief.",
        "Norway postpones sanctions on an oil company.",
        "Norway lifts a ban on arms sales to Lorvia.",
    ],
    Kind.EXPULSION: [
        "A Lorvian adviser, Luc Verdan, was ordered on 2 February to leave the country within 72 hours.",
        "The poet was freed from prison last month and put on a flight to Tassen.",
        "Four diplomats were marched across the frontier on Wednesday.",
    ],
    Kind.DEMAND: ["Every teacher held unjustly abroad must be released and returned home."],
    Kind.TALKS: ["A delegation arrives in Tassen for talks on the release of the hostages."],
    Kind.APPOINTMENT: [
        "Lorvia calls back its ambassador to Norway.",
        "Lorvia and Norway, foes for decades, reopened embassies in July.",
    ],
}
"""Sentences that parsers tend to get wrong, or whose wording is all that tells the kind."""

UNREAD = 12
"""How many sentences of the grid the reader misses, its trees misread: may only fall."""


@pytest.fixture(scope="module")
def missed() -> list[str]:
    need_pack("en")
    told = [(kind, name, text) for kind in WORDINGS for name, text in sentences(kind)]
    documents = [Document(str(i), text, PUBLISHED, "en") for i, (_, _, text) in enumerate(told)]
    return [
        f"{kind}, {name}: {text}"
        for (kind, name, text), (_, found) in zip(told, find_claims(documents), strict=True)
        if kind not in {claim.kind for claim in found}
    ]


def test_each_wording_is_read_in_each_construction(missed: list[str]) -> None:
    assert len(missed) <= UNREAD, "\n".join(missed)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in PLAIN.items() for text in texts])
def test_a_plain_sentence_is_read(kind: Kind, text: str) -> None:
    assert kind in {claim.kind for claim in claims(text)}
