n = int(input())
# À vous : une fonction est_premier(nombre) vous simplifiera la vie.
