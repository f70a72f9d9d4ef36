"""One call: the values that travel, its deadline, what is told of it, how its answer is read."""
