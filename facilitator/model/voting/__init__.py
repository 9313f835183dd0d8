"""The voting rules: dot voting and idea rating sheets, judged and tabulated by pure functions."""
