"""The nouns that pass between the rooms: frozen, slotted dataclasses and enums, standard library only."""
