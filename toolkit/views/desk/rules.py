"""The states' rules at the desk: listed, overdue ones first; edited; their history."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.curation.difference import Difference
from toolkit.curation.errors import CurationError
from toolkit.curation.records import records, rules
from toolkit.curation.records.rules import Rule
from toolkit.forms.desk.rule_filter import RuleFilter
from toolkit.forms.desk.rule_kinds import FORMS
from toolkit.forms.desk.rules import EditRule
from toolkit.views.desk import record_history as history_pages
from toolkit.views.desk.record_history import Record
from toolkit.views.guards import person, takes
from toolkit.views.installation import now, today

pages = Blueprint("rules", __name__, url_prefix="/desk/rules")
ONE = "/<any(state_policy, meeting_rule, decision_maker):noun>/<slug:key>"


@pages.get("")
@takes("rule.write")
def index() -> str:
    """The rules, those first that are overdue for another look."""
    form = RuleFilter(request.args)
    form.offer(rules.states())
    asked = form.data if form.validate() else {}
    return render_template("rules/index.html", form=form, rules=rules.listed(today(), **asked))


@pages.get(ONE)
@takes("rule.write")
def one(noun: str, key: str) -> str:
    """One rule, to be edited."""
    row, form = _find(noun, key), FORMS[noun](formdata=None)
    form.fill(row, records.number_of(noun, key), today())
    return _page(noun, row, form)


@pages.post(ONE)
@takes("rule.write")
def save(noun: str, key: str) -> ResponseReturnValue:
    """Keep the edit."""
    row, form = _find(noun, key), FORMS[noun]()
    if not form.fits(noun, today()):
        return _page(noun, row, form), 400
    try:
        rules.write(
            noun,
            key,
            form.values,
            read=form.how_read,
            reason=form.reason.data,
            base=form.base.data,
            by=person(),
            now=now(),
            on=today(),
        )
    except CurationError as error:
        return _page(noun, row, form, str(error), history_pages.between(error, row, form)), 409
    return redirect(url_for("rules.index", noun=noun), 303)


@pages.get(f"{ONE}/history")
@takes("rule.write")
def history(noun: str, key: str) -> str:
    """Who changed what, when, why."""
    return history_pages.page(_record(noun, key))


@pages.post(f"{ONE}/history")
@takes("rule.write")
def restore(noun: str, key: str) -> ResponseReturnValue:
    """Make it what it was."""
    return history_pages.restore(
        _record(noun, key),
        lambda form: rules.restore(
            noun, key, form.number.data,
            reason=form.reason.data, base=form.base.data, by=person(), now=now(),
        ),
    )  # fmt: skip


def _find(noun: str, key: str) -> Rule:
    return rules.find(noun, key) or abort(404)


def _record(noun: str, key: str) -> Record:
    row = _find(noun, key)
    called = f"{rules.called(row)}: {rules.state_of(row, rules.states())}"
    return Record(noun, key, called, url_for("rules.one", noun=noun, key=key))


def _page(
    noun: str, row: Rule, form: EditRule, trouble: str = "", between: tuple[Difference, ...] = ()
) -> str:
    return render_template(
        "rules/rule.html",
        record=_record(noun, records.key_of(row)),
        row=row,
        form=form,
        trouble=trouble,
        between=between,
    )
