"""The sub-commands of `nuancebot`, a file each."""
