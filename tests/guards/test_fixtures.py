"""The fixtures give what they promise: two real, empty databases."""

from sqlalchemy import create_engine, inspect


def test_each_database_is_real_and_empty(database_url: str) -> None:
    engine = create_engine(database_url)
    assert inspect(engine).get_table_names() == []
    assert database_url.startswith(engine.dialect.name)
    engine.dispose()
