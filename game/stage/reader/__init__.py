"""The game to a screen reader: Orca, NVDA, VoiceOver and others, by AccessKit."""
