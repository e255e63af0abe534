"""What publishing, curation and imports must agree on: what a claim says, and the rules all three go by."""
