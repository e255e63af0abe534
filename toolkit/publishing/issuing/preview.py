"""The sheet as it would be issued today, for reading on screen; nothing is stored and no PDF is made."""

from dataclasses import dataclass
from datetime import date

from fact_sheets.document import Finding, Numbers
from fact_sheets.documents.full_sheet import html
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.dossier import Place, Side
from toolkit.config import Settings
from toolkit.publishing.knowing.dossiers import assemble


@dataclass(frozen=True, slots=True)
class Article:
    """HTML from the press's own templates, which escape every text: pages may print it as it stands."""

    html: str

    def __html__(self) -> str:
        return self.html


@dataclass(frozen=True, slots=True)
class Preview:
    """The sheet and what the gate found; the highest heading of the article is h1."""

    place: Place
    title: str
    standing: str
    standing_line: str
    first_side: Side
    article: Article
    findings: tuple[Finding, ...]
    numbers: Numbers | None

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The rules that keep the sheet from being called balanced."""
        return tuple(f for f in self.findings if f.level == "block" and not f.passed)

    @property
    def warned(self) -> int:
        """How many rules it does not keep that block no sheet."""
        return sum(finding.level == "warn" and not finding.passed for finding in self.findings)


def preview(geoid: str, on: date, settings: Settings, first_side: Side | None, subject: str = "") -> Preview:
    """The preview of this place's sheet. Raises UnknownPlace or FactsMissing."""
    dossier = assemble(geoid, on, settings, first_side, subject=subject)
    sheet = compose(dossier)
    return Preview(
        place=dossier.local.place,
        title=sheet.title,
        standing=sheet.standing,
        standing_line=sheet.standing_line,
        first_side=sheet.first_side,
        article=Article(html.fragment(sheet, level=1)),
        findings=sheet.findings,
        numbers=sheet.numbers,
    )


def stylesheet() -> str:
    """The CSS of the article, for a screen."""
    return html.stylesheet("screen")
