"""What is printed for the room: sheets, their codes, and where on them everything stands."""
