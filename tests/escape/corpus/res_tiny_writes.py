# attempts: flood standard output one byte at a time, a wake-up of the grader for each
# required: verdict output limit or time limit; score 0
# kind: program
import os
while True: os.write(1, b'\n')
