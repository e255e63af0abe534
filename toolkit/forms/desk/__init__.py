"""Forms of the organizers’ desk."""
