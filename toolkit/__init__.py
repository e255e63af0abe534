"""The newsroom: everything with people and memory. Database, imports, editions, pages, commands."""
