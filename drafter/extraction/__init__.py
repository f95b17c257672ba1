"""From words to value: the figures a report prints, matched to the indicators of a pack."""
