"""Speaks Telegram: each handler reads an update, asks knowledge, renders, sends."""
