"""The table of the three models: where, who and when, with the ones in force here marked."""

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import ModelRow
from fact_sheets.dossier import Model
from fact_sheets.glossary import sources_of_model
from fact_sheets.situation import MODEL_NAMES, MODELS

_ROWS: dict[Model, tuple[str, str, str]] = {
    "JEM": (
        "In jail",
        "Trained jail staff identify and process people who may be removable",
        "After an arrest, at booking",
    ),
    "WSO": (
        "In jail",
        "Trained jail staff serve ICE’s warrants on people held there",
        "Before release from jail",
    ),
    "TFM": (
        "In the community",
        "Trained officers may question people about status and make some arrests",
        "During routine police work",
    ),
}


def model_rows(brief: Brief, notes: Notes) -> tuple[ModelRow, ...]:
    """One row a model, jail models first."""
    in_force = brief.situation.models
    return tuple(
        ModelRow(
            model,
            MODEL_NAMES[model],
            *_ROWS[model],
            notes=notes.cite_one_of(sources_of_model(brief, model)),
            in_force_here=model in in_force,
        )
        for model in MODELS
    )
