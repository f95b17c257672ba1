"""Lint: what is missing, contradictory or left over in a draft, at its place, with the mend."""
