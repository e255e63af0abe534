"""Pages of the organizers’ desk."""
