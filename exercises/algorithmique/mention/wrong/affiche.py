def mention(moyenne):
    if moyenne >= 16:
        print("très bien")
    elif moyenne >= 14:
        print("bien")
    elif moyenne >= 12:
        print("assez bien")
    elif moyenne >= 10:
        print("passable")
    else:
        print("refusé")
