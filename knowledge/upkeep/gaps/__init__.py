"""What the base lacks, found in what people asked."""
