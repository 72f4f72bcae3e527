"""The parts of ``from_treesitter``, by kind of syntax."""
