"""What a process remembers of the ledger: made once, and anew only after the ledger has changed."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import func, select

from toolkit.database import session
from toolkit.models import LedgerChange

Made = TypeVar("Made")
# By the pool of connections that engines on one database share.
_MEMORY: WeakKeyDictionary[object, dict[Hashable, tuple[object, Any]]] = WeakKeyDictionary()
_LAST = select(LedgerChange.mark).order_by(LedgerChange.id.desc()).limit(1).scalar_subquery()
_STATE = select(func.count(LedgerChange.id), _LAST)


def remembered(name: Hashable, make: Callable[[], Made]) -> Made:
    """What ``make`` gave at this state of the ledger; it is called again only for another one."""
    memory = _MEMORY.setdefault(session().get_bind().engine.pool, {})
    state = tuple(session().execute(_STATE).one())
    known = memory.get(name)  # looked up once: another thread may remember another state at any moment
    if known is None or known[0] != state:
        known = memory[name] = (state, make())
    made: Made = known[1]
    return made
