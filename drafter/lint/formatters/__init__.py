"""How an outcome is printed: for people as text or as a page, for programs as JSON or SARIF."""
