total = float(input()) + float(input())
print(f"Total : {total:.2f} €")
