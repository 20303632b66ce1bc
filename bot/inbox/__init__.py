"""Updates, from when they come to when they are answered: none is lost, whenever the process ends."""
