"""The migrations on both databases: up, down and up again, with rows in the tables."""
