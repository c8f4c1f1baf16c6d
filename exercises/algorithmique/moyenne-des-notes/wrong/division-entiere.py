nombre = int(input())
total = 0
for i in range(nombre):
    total = total + float(input())
print(total // nombre)
