"""What is known: a pack of content goes in, an outcome comes out. Imports neither telegram nor the layers above."""
