"""The command line: one small module per command, which loads, calls one verb and prints."""
