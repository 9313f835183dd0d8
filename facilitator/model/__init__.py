"""What a workshop is: records, the acts that change them, and the rules. No I/O, no Qt."""
