nombre = int(input())
total = 0
for i in range(nombre):
    total = total + int(input())
print(total / nombre)
