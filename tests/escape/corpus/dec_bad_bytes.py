# attempts: invalid UTF-8, overlong forms, lone surrogates, NULs and control bytes on both streams
# required: verdict must be wrong answer, in a valid report
# kind: program
import os, sys
junk = bytes(range(256)) + b'\xed\xa0\x80\xc0\x80\xf5\x90\x80\x80\xff\xfe\0\r\n\x85\xe2\x80'
os.write(1, junk * 20)
os.write(2, junk * 20)
sys.stdout.buffer.write(b'\xf0\x9f')
