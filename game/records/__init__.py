"""What is kept: plays choice by choice, settings, and what was computed once."""
