"""Sources: typed or pasted, judged, kept."""
