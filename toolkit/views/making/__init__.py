"""Pages that make something: places, sheets, editions, copies for a meeting, testimony."""
