# call: fiche('Léa', 12.5)
def fiche(nom, note=10.0, *, mention="passable"):
    return "{} a {:.1f} ({mention})".format(nom, note, mention=mention) + f" {nom!r:>10}"
