# attempts: drip bytes into the channel one by one, so that a reply is for ever under way
# required: verdict must be runtime error at the first whole header; score 0
# kind: function
import os, time
def solution(xs):
    while True:
        os.write(3, b'\x20')
        time.sleep(0.0005)
