"""Notes: numbered in the order in which they appear on paper, one number a source, worded by citation style.

Compose the sheet in reading order and ask ``Notes.cite`` on the way; ``Notes.printed`` lists what was cited.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fact_sheets.citations_style import word_note
from fact_sheets.document import Note, NoteRun
from fact_sheets.dossier import Citation, Source
from fact_sheets.errors import DossierError
from fact_sheets.links import NO_LINK, ShortLink, short_link
from fact_sheets.sentences import say
from fact_sheets.typesetting import set_words

_LAWS = frozenset({"statute", "regulation", "executive-order", "state-law", "court"})
_OFFICIAL = frozenset({"official", "bill-copy"})  # pages of legislatures, clerks and attorneys general
_TAG_LENGTH = 28  # characters; more would take a line of its own


@dataclass(frozen=True, slots=True)
class _Worded:
    """A source in the words of its note."""

    runs: tuple[NoteRun, ...]
    perspective: str
    link: ShortLink


class Pages(dict[str, Source]):
    """For the id of each source, the record of its page that prints; each is put into words once."""

    def __init__(self, sources: Iterable[Source], perspectives: Mapping[str, str]) -> None:
        super().__init__(_merged(sources))
        self._perspectives = perspectives  # where a source stands, in the subject's words
        self._worded: dict[str, _Worded] = {}

    def worded(self, source: Source) -> _Worded:
        """The note of this source. Raises UnsafeLink for a link that may not be printed."""
        if source.id not in self._worded:
            runs = tuple(NoteRun(text, italic) for text, italic in word_note(source.csl).runs)
            link = short_link(source.url) if source.url else NO_LINK
            self._worded[source.id] = _Worded(runs, perspective_in_words(source, self._perspectives), link)
        return self._worded[source.id]


class Notes:
    """The notes of one sheet while it is being written: gives numbers, remembers locators."""

    def __init__(self, pages: Pages) -> None:
        self._sources = pages
        self._locators: dict[str, list[str]] = {}

    def cite(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of these citations, rising; a source seen for the first time gets the next number.

        A citation of a source that the dossier does not hold is left out: the rules of balance name it.
        """
        numbers = set()
        for citation in citations:
            if citation.source_id not in self._sources:
                continue
            source_id = self._sources[citation.source_id].id
            locators = self._locators.setdefault(source_id, [])
            if citation.locator and citation.locator not in locators:
                locators.append(citation.locator)
            numbers.add(list(self._locators).index(source_id) + 1)
        return tuple(sorted(numbers))

    def cite_sources(self, source_ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of whole sources."""
        return self.cite(Citation(source_id) for source_id in source_ids)

    def cite_one_of(self, source_ids: Sequence[str]) -> tuple[int, ...]:
        """The number of one of these sources, one that is already cited if there is one.

        Raises DossierError where the dossier holds none of them: the words would stand without a citation.
        """
        if not any(source_id in self._sources for source_id in source_ids):
            raise DossierError(f"sources: none of {', '.join(source_ids)} is here, so nothing can be cited")
        cited = [source_id for source_id in source_ids if self.has_one_of([source_id])]
        return self.cite_sources((cited or list(source_ids))[:1])

    def has_one_of(self, source_ids: Iterable[str]) -> bool:
        """Whether one of these sources has a number already."""
        known = (self._sources[source_id].id for source_id in source_ids if source_id in self._sources)
        return any(source_id in self._locators for source_id in known)

    def tag(self, citations: Iterable[Citation]) -> str:
        """What a reader sees of the sources on side 1: "GAO 2021; AP 2025", or "GAO 2021 and 2 more"."""
        known = [self._sources[c.source_id].tag for c in citations if c.source_id in self._sources]
        tags = list(dict.fromkeys(known))
        whole = "; ".join(tags)
        if len(whole) <= _TAG_LENGTH or len(tags) == 1:
            return set_words(whole)
        return set_words(say("sheet.and_more", first=tags[0], n=len(tags) - 1))

    def printed(self) -> tuple[Note, ...]:
        """The notes in the order of their numbers. Raises UnsafeLink for a link that may not be printed."""
        return tuple(
            self._note(number, self._sources[source_id], locators)
            for number, (source_id, locators) in enumerate(self._locators.items(), start=1)
        )

    def _note(self, number: int, source: Source, locators: Sequence[str]) -> Note:
        words = self._sources.worded(source)
        return Note(
            number=number,
            source_id=source.id,
            runs=words.runs,
            locator="; ".join(locators) or None,
            perspective=words.perspective,
            link_text=words.link.display,
            href=words.link.href,
        )


def _merged(sources: Iterable[Source]) -> dict[str, Source]:
    """The source to print for each id: of two records of one page, the one that says more about it."""
    fullest: dict[tuple[str, str], Source] = {}
    by_id = {source.id: source for source in sources}
    for source in by_id.values():
        kept = fullest.setdefault(_page(source), source)
        if len(source.csl) > len(kept.csl):
            fullest[_page(source)] = source
    return {source.id: fullest[_page(source)] for source in by_id.values()}


def _page(source: Source) -> tuple[str, str]:
    return source.url, str(source.csl.get("title", source.id)).casefold()


def perspective_in_words(source: Source, perspectives: Mapping[str, str]) -> str:
    """Where the source stands, in plain words. A law or a court's ruling speaks for itself."""
    if source.perspective == "government-operator" and source.kind in _LAWS:
        return say("sheet.law")
    if source.perspective == "independent" and source.kind in _OFFICIAL:
        return say("sheet.official")
    try:
        return perspectives[source.perspective]
    except KeyError as error:
        raise DossierError(f"sources.{source.id}.perspective: {source.perspective!r} is not known") from error
