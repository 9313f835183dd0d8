"""Ideas that look alike: found, offered, merged and parted."""
