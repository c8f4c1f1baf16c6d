nombre = int(input())
# À vous : lisez les notes une à une, puis affichez la moyenne.
