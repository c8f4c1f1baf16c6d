def mention(moyenne):
    if moyenne >= 16:
        return "très bien"
    # À vous de continuer.
