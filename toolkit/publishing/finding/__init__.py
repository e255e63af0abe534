"""Finding a place by what somebody types."""
