"""A scenario as a map: drawn (SVG, a page), and in words (Mermaid, DOT, an outline)."""
