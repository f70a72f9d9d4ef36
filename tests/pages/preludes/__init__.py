"""What the fragments of each page presume: a `Given`, whose fields are the names that are there, and
`opened`, which makes one. A page without a file of its name here gets the common one. Names of the SDK
are in none: a block imports them itself."""
