"""The room where official data comes in: bytes to typed records and row problems, then into the models.

Readers are pure: they take bytes and never open a file, a database or the network. ``loading`` applies
what they read. Every file is judged row by row; what cannot be understood is reported, never guessed.
"""
