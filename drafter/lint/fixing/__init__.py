"""Mends that are safe to make without asking: signs and blanks, never words, never figures."""
