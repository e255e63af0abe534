"""Nothing that a visitor typed is kept anywhere; each test searches for what it typed."""
