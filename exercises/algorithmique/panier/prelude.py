TARIF = {"clavier": 25, "souris": 12, "écran": 140, "câble": 5}
