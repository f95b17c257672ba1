"""How the fictional past reports under samples/ are made: one marked-up text each, into many file forms."""
