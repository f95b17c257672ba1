"""What works on the project and is no part of it: demo, style meter, docs, measurements."""
