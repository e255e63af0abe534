"""The tests: they mirror the rooms of the house, and hold its rules in guards/."""
