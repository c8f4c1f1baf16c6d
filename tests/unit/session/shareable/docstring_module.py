# call: bonjour('Ana')
"""Exercice 3 : dire bonjour."""


def bonjour(nom: str = "toi") -> str:
    "Dit bonjour."
    return "Bonjour " + nom.strip().title() + " !"


assert bonjour("x") == "Bonjour X !"
for nom in ("Ana", "Bob"):
    print(bonjour(nom))
resultats = [bonjour(n) for n in ["a", "b"]]
