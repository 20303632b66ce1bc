"""What is written down: outcomes of questions and where each conversation stands. All SQL lives here."""
