"""Links of sources: visited politely, and reported when they fail."""
