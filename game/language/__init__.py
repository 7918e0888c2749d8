"""What the game says, in the language of whoever reads: marked in the code, kept in standard gettext catalogues.

`_` gives a message in the language that is spoken now; the messages themselves are English and need no catalogue.
`game.language.catalogues` reads them from the disk; this package itself touches nothing.
"""

from game.language.words import N_, NP_, Catalogue, Tongue, _, n_, p_, speak, speaking, tongue

__all__ = ["NP_", "N_", "Catalogue", "Tongue", "_", "n_", "p_", "speak", "speaking", "tongue"]
