"""Pages to read: the library, its sources, what changed, who makes the sheets."""
