"""Sites and services that carry other people's words: never named as the publisher of a source."""

MIRRORS = (
    "arcadailynews", "artcomsys", "baltimorejewishlife", "bnsglobalnews", "brava.news", "casetext",
    "cetient", "cloudfront", "courtgpt", "criminallegalnews", "daily8", "dnyuz",
    "docslib", "dokumen.tips", "ein presswire", "einpresswire", "ezel", "fdocuments", "finnoexpert",
    "github", "happylibnet", "hola america", "infoflowtoday", "infosunrise", "instalawyer",
    "itsthatpart", "justia", "lawsdocbox", "lawserver", "legalfina", "legalfix", "legilist", "legiplex",
    "lewik", "lexace", "lianhezuozhan", "lincoln daily news", "localnews8", "marginalia", "midpage",
    "newscentral", "newsworldstream", "orlandoadvocate", "paperzz", "particle.news", "pcpatriot",
    "pdfcoke", "pdfslide", "peoplenewstoday", "prison legal news", "prisonlegalnews", "procon",
    "publicsource", "readkong", "scribd", "self-law", "slideplayer", "stalbertgazette",
    "st. albert gazette", "sunshinenewsnetwork", "sunshine news network", "unicourt",
    "us news and business", "usborderpatrol", "usnewsandbusiness", "vdoc", "vlex",
)  # fmt: skip
WORDS_OF_A_COPY = (" via ", " copy", "(copy", "as carried by", "archive of", "republished", "mirror of")


def named_as_publisher(publisher: str) -> list[str]:
    """The mirrors, or words that speak of a copy, in a publisher's name; empty for an original one."""
    name = f" {publisher.lower()} "
    return [word for word in MIRRORS + WORDS_OF_A_COPY if word in name]
