"""Figures on their way into profiles: from last year's report, from the offices, from the terminal."""
