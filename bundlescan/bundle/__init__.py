"""How the scripts of a tree belong together: files, inline scripts, and what one imports from another."""
