"""The writers: a Report and a Layout become a file.

`docx.write`, `markdown.write` print everything the Report holds and nothing else, so that what a
reader sees is the Report; `files.save` puts the bytes on the disk without harming anyone's work.
"""
