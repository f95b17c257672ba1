"""Mining: past reports become a pack, with what was found beside it."""
