"""ICE’s lists: files to typed rows, agencies to governments, and each agreement over all lists to its row."""
