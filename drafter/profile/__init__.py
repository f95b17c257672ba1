"""The profile: this year's figures and doings, held against the pack."""
