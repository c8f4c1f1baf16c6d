# attempts: nothing: honest, reading with input() in a loop until the end, printing piece by piece
# required: verdict must be accepted, full score
# kind: program
numbers = []
while True:
    try: line = input()
    except EOFError: break
    for word in line.split(): numbers.append(int(word))
numbers.sort()
first = True
for n in numbers:
    if not first: print(' ', end='')
    print(n, end='')
    first = False
print()
