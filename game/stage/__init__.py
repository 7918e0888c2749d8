"""What a player sees: views of a story as text, pages set from them, and the window that shows the pages."""
