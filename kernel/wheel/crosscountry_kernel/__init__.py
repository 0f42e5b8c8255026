"""Java in Jupyter, with cross-country elimination of computational graphs."""
__version__ = "0.1.0"
