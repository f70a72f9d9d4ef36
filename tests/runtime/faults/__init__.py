"""The kinds of calls of each platform, for the table of what they do about faults of the network."""
