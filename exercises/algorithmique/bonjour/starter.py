prenom = input()
# À vous : lisez l'âge, puis affichez les deux phrases.
