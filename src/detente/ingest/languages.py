"""Which language a text is in. Only English is read."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

ENGLISH = "en"
_SAMPLE = 6_000  # characters; the language of a long text shows in its beginning and its middle
_ENOUGH_WORDS = 20  # in fewer the identifier guesses
_FUNCTION_WORDS = frozenset((
    "the", "and", "of", "that", "with", "from", "which", "was", "were", "been", "this", "these", "those",
    "their", "they", "have", "has", "had", "would", "could", "should", "will", "by", "for", "about",
    "after", "before", "who", "what", "when", "where", "while", "its", "his", "her", "not", "said",
    "says",
))  # fmt: skip
_ENGLISH_SHARE = 0.12  # of the words; the articles at hand have 0.2 to 0.45, other languages less than 0.04
_FOREIGN_SHARE = 0.06
_PROSE_SHARE = 0.4  # of the words begin small; a list of names has fewer
_SURE = 0.8  # of the identifier, 0..1

_NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "gu": "Gujarati",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "lo": "Lao",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "mn": "Mongolian", "ms": "Malay",
    "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pa": "Punjabi",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip


def language_of(text: str, declared: str = "") -> str:
    """ISO 639 code. What the document declares is believed unless its words say plainly otherwise; where
    neither decides (a few words, a list of names) it is taken for English."""
    sample = _sample(text)
    words = [word for word in re.split(r"[\W\d_]+", sample) if word]
    english = sum(word.lower() in _FUNCTION_WORDS for word in words) / max(1, len(words))
    if english >= _ENGLISH_SHARE:
        return ENGLISH
    said = re.split(r"[-_]", declared.strip().lower())[0]
    if said in _NAMES or said == ENGLISH:
        return said
    latin = _latin_share(sample)
    small = sum(word[0].islower() for word in words) / max(1, len(words))
    if latin > 0.5 and (len(words) < _ENOUGH_WORDS or english >= _FOREIGN_SHARE or small < _PROSE_SHARE):
        return ENGLISH
    if not words:
        return ENGLISH
    found, probability = _identifier().classify(sample)
    return str(found) if latin <= 0.5 or probability >= _SURE else ENGLISH


def name_of(code: str) -> str:
    """`French` for `fr`; the code itself for rare ones."""
    return _NAMES.get(code, code)


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    middle = len(text) // 2
    return text[: _SAMPLE // 2] + text[middle : middle + _SAMPLE // 2]


def _latin_share(text: str) -> float:
    letters = [character for character in text if character.isalpha()]
    return sum(character < "\u0250" for character in letters) / max(1, len(letters))


@cache
def _identifier() -> "LanguageIdentifier":
    # Loaded only for what is not plainly English: it takes most of a second and 100 MB.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
