"""What pages say in numbers, and the constants that these are.

A number that is in none of these tables is refused: it says something of the SDK (`sdk`), of a
platform or of the sandbox (`platforms`), of the `measurements`, or it says `nothing` that could
change."""
