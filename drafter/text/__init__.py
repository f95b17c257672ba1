"""Pure functions on Chinese strings: folding, ordinals, numerals, sentences, printed figures."""
