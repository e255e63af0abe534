"""The table of the subject's models: where, who and when, with the ones in force here marked."""

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import ModelRow


def model_rows(brief: Brief, notes: Notes) -> tuple[ModelRow, ...]:
    """One row a model, in the subject's order; none where the subject has no table."""
    if brief.subject.table is None:
        return ()
    return tuple(
        ModelRow(
            model.code,
            model.name,
            model.where,
            model.who,
            model.when,
            notes=notes.cite_one_of(model.source_ids),
            in_force_here=model.code in brief.situation.models,
        )
        for model in brief.subject.models
    )
