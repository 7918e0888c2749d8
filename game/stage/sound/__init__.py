"""What is heard: a tone for each place, short sounds for what happens, and both told in words for whoever hears none.

Which sounds belong to a page is pure (`cues`, `tones`); `speaker` is the only module that opens a sound device.
"""
