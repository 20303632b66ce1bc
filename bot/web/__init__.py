"""The web server beside the bot: pages for teachers, a chat for schools where phones are away, and its health."""
