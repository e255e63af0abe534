"""What a sheet prints as a choice that an edition keeps, and the choice back as what to print."""

from collections.abc import Iterable
from dataclasses import replace

from fact_sheets.brief import Brief
from fact_sheets.choice import SelectedPair, Selection, Size
from fact_sheets.document import FactSheet
from fact_sheets.dossier import (
    Claim,
    Dispute,
    Dossier,
    GlossaryTerm,
    Library,
    Local,
    Source,
)
from fact_sheets.here import told
from fact_sheets.outline import Outline
from fact_sheets.pairing import ChosenPair
from fact_sheets.questions import questions
from fact_sheets.situation import facts_of
from fact_sheets.subject import Subject, needed
from fact_sheets.typesetting import set_words


def reduced(brief: Brief, plan: Outline, size: Size, sheet: FactSheet) -> Dossier:
    """The dossier of what this sheet prints."""
    pairs = [SelectedPair(pair.dispute.id, pair.supporters.id, pair.critics.id) for pair in plan.pairs]
    terms = _terms_of(brief, sheet)
    library = Library(
        subject=_subject_of(brief),
        claims=plan.claims,
        disputes=tuple(
            Dispute(p.dispute.id, p.dispute.question, (p.supporters.id,), (p.critics.id,), (), "")
            for p in plan.pairs
        ),
        questions=questions(brief, size.questions),
        glossary=terms,
        counts=brief.library.counts,
        sources=_sources_of(brief, plan.claims, terms, sheet),
    )
    selection = Selection(
        facts=tuple(claim.id for claim in plan.facts),
        pairs=tuple(pairs),
        not_known=plan.not_known,
        omitted=plan.omitted,
        overdue_since=plan.overdue_since,
        size=size,
    )
    return Dossier(_local_of(brief.local), library, selection)


def _local_of(local: Local) -> Local:
    """What is known of the place as far as a sheet says it: of who decides the first that was verified."""
    decides = [rule for rule in local.decides if rule.verified][:1]
    rules = [local.policy.rule if local.policy else None, local.speaking, *decides]
    cited = {source_id for rule in rules if rule for source_id in rule.source_ids}
    cited |= {local.roster.source_id} if local.roster else set()
    return replace(
        local,
        tiers=tuple(told(tier) for tier in local.tiers),
        decides=tuple(decides),
        sources=tuple(source for source in local.sources if source.id in cited),
    )


def planned(brief: Brief, selection: Selection) -> Outline:
    """The outline that was selected."""
    facts = tuple(brief.claims[claim_id] for claim_id in selection.facts)
    asked = {dispute.id: dispute for dispute in brief.library.disputes}
    pairs = tuple(
        ChosenPair(asked[pair.dispute], brief.claims[pair.supporters], brief.claims[pair.critics])
        for pair in selection.pairs
    )
    return Outline(
        facts, pairs, selection.not_known, selection.omitted, selection.overdue_since, settled=True
    )


def _subject_of(brief: Brief) -> Subject:
    """The subject without what this sheet cannot say: sentences for other places, and those of speakers."""
    facts = facts_of(brief.local, brief.situation)
    return replace(
        brief.subject,
        topics=(),
        fact_topics=(),
        first=(),
        said={},
        sheet=needed(brief.subject.sheet, facts),
        testimony={},
    )


def _terms_of(brief: Brief, sheet: FactSheet) -> tuple[GlossaryTerm, ...]:
    """The terms that print."""
    printed = {term for term, _ in sheet.glossary}
    return tuple(term for term in brief.library.glossary if set_words(term.term) in printed)


def _sources_of(
    brief: Brief, claims: Iterable[Claim], terms: Iterable[GlossaryTerm], sheet: FactSheet
) -> tuple[Source, ...]:
    """The library's sources behind the notes, by the ids that claims and terms know them by."""
    noted = {note.source_id for note in sheet.notes}
    cited = {citation.source_id for claim in claims for citation in claim.citations}
    cited |= {source_id for term in terms for source_id in term.source_ids}
    cited |= brief.subject.cited
    known = {source_id for source_id in cited if source_id in brief.pages}
    kept = noted | {source_id for source_id in known if brief.pages[source_id].id in noted}
    return tuple(source for source in brief.library.sources if source.id in kept)
