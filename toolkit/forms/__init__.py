"""Forms: what visitors may send, and the words that say what to mend."""
