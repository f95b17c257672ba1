"""Rendering: a pack and a profile become a Report, through Jinja templates that can't reach anything else."""
