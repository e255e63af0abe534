"""What is known: of a place, and in the library. Dossiers are gathered here."""
