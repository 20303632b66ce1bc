"""How well people are understood: labelled questions in; measures, and a picture of them, out."""
