"""How an outcome is printed: for people as text, for programs as JSON."""
