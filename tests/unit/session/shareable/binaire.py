# call: binaire(10)
def binaire(n):
    if n == 0:
        return "0"
    s = ""
    while n > 0:
        s = str(n % 2) + s
        n //= 2
    return s + "|" + bin(10)[2:] + "|%d|%s" % (n, s)
