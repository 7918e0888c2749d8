"""What an author asks about a scenario that can be played: is it good, what may happen in it, and how does it look?"""
