"""Numbers written out in words, to be read back."""

_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ES = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_ES_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_ES_HUNDREDS = [
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]
# Nominative and instrumental: the commonest case and the oddest.
_RU = [
    [
        "ноль",
        "один",
        "два",
        "три",
        "четыре",
        "пять",
        "шесть",
        "семь",
        "восемь",
        "девять",
        "десять",
        "одиннадцать",
        "двенадцать",
        "тринадцать",
        "четырнадцать",
        "пятнадцать",
        "шестнадцать",
        "семнадцать",
        "восемнадцать",
        "девятнадцать",
    ],
    [
        "нулём",
        "одним",
        "двумя",
        "тремя",
        "четырьмя",
        "пятью",
        "шестью",
        "семью",
        "восемью",
        "девятью",
        "десятью",
        "одиннадцатью",
        "двенадцатью",
        "тринадцатью",
        "четырнадцатью",
        "пятнадцатью",
        "шестнадцатью",
        "семнадцатью",
        "восемнадцатью",
        "девятнадцатью",
    ],
]
_RU_TENS = [
    ["двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"],
    [
        "двадцатью",
        "тридцатью",
        "сорока",
        "пятьюдесятью",
        "шестьюдесятью",
        "семьюдесятью",
        "восемьюдесятью",
        "девяноста",
    ],
]
_RU_HUNDREDS = [
    ["сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"],
    [
        "ста",
        "двумястами",
        "тремястами",
        "четырьмястами",
        "пятьюстами",
        "шестьюстами",
        "семьюстами",
        "восемьюстами",
        "девятьюстами",
    ],
]


def english(number: int, *, conjunction: bool = False) -> str:
    """The number in English words, up to a million."""
    if number == 1_000_000:
        return "one million"
    if number >= 1000:
        rest = number % 1000
        joint = " and " if conjunction and 0 < rest < 100 else " "
        return f"{english(number // 1000)} thousand" + (joint + english(rest, conjunction=conjunction) if rest else "")
    if number >= 100:
        joint = " and " if conjunction else " "
        return f"{_EN[number // 100]} hundred" + (joint + english(number % 100) if number % 100 else "")
    if number >= 20:
        return _EN_TENS[number // 10 - 2] + (f"-{_EN[number % 10]}" if number % 10 else "")
    return _EN[number]


def spanish(number: int) -> str:
    """The number in Spanish words, up to a million."""
    if number == 1_000_000:
        return "un millón"
    if number >= 1000:
        thousands = "" if number < 2000 else spanish(number // 1000) + " "
        thousands = (
            thousands.replace("veintiuno ", "veintiún ").replace("y uno ", "y un ").replace("ciento uno ", "ciento un ")
        )
        if thousands.endswith("uno "):
            thousands = thousands[:-2] + " "
        return f"{thousands}mil" + (f" {spanish(number % 1000)}" if number % 1000 else "")
    if number == 100:
        return "cien"
    if number > 100:
        return _ES_HUNDREDS[number // 100 - 1] + (f" {spanish(number % 100)}" if number % 100 else "")
    if number >= 30:
        return _ES_TENS[number // 10 - 3] + (f" y {_ES[number % 10]}" if number % 10 else "")
    return _ES[number]


def russian(number: int, *, instrumental: bool = False) -> str:
    """The number in Russian words, up to a million, in the nominative or the instrumental."""
    case = int(instrumental)
    if number == 1_000_000:
        return "одним миллионом" if instrumental else "один миллион"
    if number >= 1000:
        thousands, ones = number // 1000, number // 1000 % 10
        words = russian(thousands, instrumental=instrumental)
        teens = 10 <= thousands % 100 < 20
        if ones == 1 and not teens:
            words = words.removesuffix("один").removesuffix("одним") + ("одной" if instrumental else "одна")
        if ones == 2 and not teens and not instrumental:
            words = words.removesuffix("два") + "две"
        if instrumental:
            noun = "тысячей" if ones == 1 and not teens else "тысячами"
        else:
            noun = "тысяч" if teens or ones > 4 or ones == 0 else ("тысяча" if ones == 1 else "тысячи")
        rest = f" {russian(number % 1000, instrumental=instrumental)}" if number % 1000 else ""
        return f"{words} {noun}{rest}"
    if number >= 100:
        rest = f" {russian(number % 100, instrumental=instrumental)}" if number % 100 else ""
        return _RU_HUNDREDS[case][number // 100 - 1] + rest
    if number >= 20:
        rest = f" {_RU[case][number % 10]}" if number % 10 else ""
        return _RU_TENS[case][number // 10 - 2] + rest
    return _RU[case][number]
