"""What the stages hand to each other: data only."""
