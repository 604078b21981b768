"""The languages of ISO 639 beside those we choose from: every code of two letters, and longer ones spoken here.

They are plain facts: which codes exist, and what a language is called in Dutch.
"""

from __future__ import annotations

OF_TWO_LETTERS = {
    "aa": "Afar", "ab": "Abchazisch", "ae": "Avestisch", "af": "Afrikaans", "ak": "Akan", "an": "Aragonees",
    "as": "Assamees", "av": "Avarisch", "ay": "Aymara", "az": "Azerbeidzjaans", "ba": "Basjkiers",
    "be": "Belarussisch", "bg": "Bulgaars", "bi": "Bislama", "bm": "Bambara", "bn": "Bengaals",
    "bo": "Tibetaans", "br": "Bretons", "bs": "Bosnisch", "ca": "Catalaans", "ce": "Tsjetsjeens",
    "ch": "Chamorro", "co": "Corsicaans", "cr": "Cree", "cs": "Tsjechisch", "cu": "Kerkslavisch",
    "cv": "Tsjoevasjisch", "cy": "Welsh", "da": "Deens", "dv": "Divehi", "dz": "Dzongkha", "ee": "Ewe",
    "el": "Grieks", "eo": "Esperanto", "et": "Estisch", "eu": "Baskisch", "ff": "Fula", "fi": "Fins",
    "fj": "Fijisch", "fo": "Faeröers", "fy": "Fries", "ga": "Iers", "gd": "Schots-Gaelisch", "gl": "Galicisch",
    "gn": "Guaraní", "gu": "Gujarati", "gv": "Manx", "ha": "Hausa", "he": "Hebreeuws", "hi": "Hindi",
    "ho": "Hiri Motu", "hr": "Kroatisch", "ht": "Haïtiaans Creools", "hu": "Hongaars", "hz": "Herero",
    "ia": "Interlingua", "id": "Indonesisch", "ie": "Interlingue", "ig": "Igbo", "ii": "Yi", "ik": "Inupiaq",
    "io": "Ido", "is": "IJslands", "it": "Italiaans", "iu": "Inuktitut", "ja": "Japans", "jv": "Javaans",
    "kg": "Kongo", "ki": "Kikuyu", "kj": "Kwanyama", "kk": "Kazachs", "kl": "Groenlands", "km": "Khmer",
    "kn": "Kannada", "ko": "Koreaans", "kr": "Kanuri", "ks": "Kasjmiri", "kv": "Komi", "kw": "Cornisch",
    "ky": "Kirgizisch", "la": "Latijn", "lb": "Luxemburgs", "lg": "Luganda", "li": "Limburgs", "ln": "Lingala",
    "lo": "Laotiaans", "lt": "Litouws", "lu": "Luba-Katanga", "lv": "Lets", "mg": "Malagassisch",
    "mh": "Marshallees", "mi": "Maori", "mk": "Macedonisch", "ml": "Malayalam", "mn": "Mongools",
    "mr": "Marathi", "ms": "Maleis", "mt": "Maltees", "my": "Birmaans", "na": "Nauruaans",
    "nb": "Noors (Bokmål)", "nd": "Noord-Ndebele", "ne": "Nepalees", "ng": "Ndonga", "nn": "Noors (Nynorsk)",
    "no": "Noors", "nr": "Zuid-Ndebele", "nv": "Navajo", "ny": "Chichewa", "oc": "Occitaans", "oj": "Ojibwe",
    "or": "Odia", "os": "Ossetisch", "pa": "Punjabi", "pi": "Pali", "pl": "Pools", "qu": "Quechua",
    "rm": "Reto-Romaans", "rn": "Kirundi", "ro": "Roemeens", "rw": "Kinyarwanda", "sa": "Sanskriet",
    "sc": "Sardijns", "sd": "Sindhi", "se": "Noord-Samisch", "sg": "Sango", "si": "Singalees",
    "sk": "Slowaaks", "sl": "Sloveens", "sm": "Samoaans", "sn": "Shona", "sq": "Albanees", "sr": "Servisch",
    "ss": "Swazi", "st": "Zuid-Sotho", "su": "Soendanees", "sv": "Zweeds", "ta": "Tamil", "te": "Telugu",
    "tg": "Tadzjieks", "th": "Thai", "tk": "Turkmeens", "tl": "Tagalog", "tn": "Tswana", "to": "Tongaans",
    "ts": "Tsonga", "tt": "Tataars", "tw": "Twi", "ty": "Tahitiaans", "ug": "Oeigoers", "ve": "Venda",
    "vi": "Vietnamees", "vo": "Volapük", "wa": "Waals", "wo": "Wolof", "xh": "Xhosa", "yi": "Jiddisch",
    "yo": "Yoruba", "za": "Zhuang", "zu": "Zoeloe",
}  # fmt: skip
"""ISO 639-1, all of it with the codes in `vocabulary.LANGUAGE_NAMES`."""

OF_THREE_LETTERS = {
    "aeb": "Tunesisch-Arabisch", "aii": "Assyrisch", "arc": "Oud-Aramees", "arq": "Algerijns-Arabisch",
    "ary": "Marokkaans-Arabisch", "azb": "Zuid-Azerbeidzjaans", "bal": "Beloetsji", "bej": "Beja",
    "ber": "Berbers", "byn": "Bilin", "ceb": "Cebuano", "cld": "Chaldeeuws", "din": "Dinka",
    "dse": "Nederlandse Gebarentaal", "dyu": "Dioula", "fil": "Filipijns", "fon": "Fon", "fvr": "Fur (Darfur)",
    "hac": "Gorani", "haz": "Hazaragi", "hmn": "Hmong", "kab": "Kabylisch", "kea": "Kaapverdisch Creools",
    "kri": "Krio", "lrc": "Luri", "lua": "Tshiluba", "luo": "Luo", "man": "Mandingo", "men": "Mende",
    "mnk": "Mandinka", "mos": "Mossi", "nds": "Nedersaksisch", "nus": "Nuer", "pap": "Papiaments",
    "pcm": "Nigeriaans Pidgin", "rhg": "Rohingya", "rif": "Riffijns", "rom": "Romani", "shi": "Tashelhit",
    "sid": "Sidamo", "srn": "Sranantongo", "ssy": "Saho", "sus": "Soesoe", "syr": "Syrisch-Aramees",
    "tem": "Temne", "tig": "Tigre", "tmh": "Tuareg", "tru": "Turoyo", "tzm": "Centraal-Atlas-Tamazight",
    "yue": "Kantonees", "zgh": "Standaard-Tamazight", "zza": "Zazaki",
}  # fmt: skip
"""ISO 639-2 and 639-3: languages that people in the Netherlands speak and that have no code of two letters."""

OTHER_LANGUAGES = OF_TWO_LETTERS | OF_THREE_LETTERS
