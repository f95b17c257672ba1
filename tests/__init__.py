"""drafter's tests; they mirror the package, text in, text out."""
