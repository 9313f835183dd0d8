"""The page of a prioritization stage: ballots, dots on the wall, idea rating sheets."""
