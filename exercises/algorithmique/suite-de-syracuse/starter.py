n = int(input())
# À vous : affichez n, puis calculez le suivant, tant qu'il le faut.
