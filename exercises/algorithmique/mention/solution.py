def mention(moyenne):
    if moyenne >= 16:
        return "très bien"
    elif moyenne >= 14:
        return "bien"
    elif moyenne >= 12:
        return "assez bien"
    elif moyenne >= 10:
        return "passable"
    else:
        return "refusé"
