"""The game reads itself aloud: what to say, in whose voice, and the engines that say it.

Nothing of it is imported while speech is off.
"""
