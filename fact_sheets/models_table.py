"""The table of the subject's models: where, who and when, with a mark of those in force here."""

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import ModelRow


def model_rows(brief: Brief, notes: Notes) -> tuple[ModelRow, ...]:
    """One row a model, in the subject's order; none where the subject has no table."""
    if brief.subject.table is None:
        return ()
    own = brief.situation.tier.tally.models if brief.situation.tier else {}
    marks = dict.fromkeys(brief.situation.models, brief.subject.table.marked_elsewhere)
    marks |= dict.fromkeys(own, brief.subject.table.marked)
    return tuple(
        ModelRow(
            model.code,
            model.name,
            model.where,
            model.who,
            model.when,
            notes=notes.cite_one_of(model.source_ids),
            mark=marks.get(model.code, ""),
        )
        for model in brief.subject.models
    )
