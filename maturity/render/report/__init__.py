"""What a report says, part by part, as typed blocks of plain words and shown numbers."""
