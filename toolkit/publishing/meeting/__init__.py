"""Public bodies, their meetings, and copies of a sheet for one of them."""
