import re,subprocess,sys
N="\u00a0"
def fr(s):
    for c in ":;!?»": s=s.replace(" "+c,N+c)
    s=s.replace("« ","«"+N)
    return s.replace("'","’")
def q(s): return '"'+s.replace('\\','\\\\').replace('"','\\"')+'"'
def add(path, section, rows):
    s=open(path).read()
    out="\t/* %s */\n"%section
    for c,f,e in rows: out+="\t{ %s, %s, %s },\n"%(q(c),q(fr(f)),q(e))
    s=s.replace("\t/* To authors. */\n", out+"\n\t/* To authors. */\n",1)
    open(path,"w").write(s)
    subprocess.run(["clang-format","-i",path])
