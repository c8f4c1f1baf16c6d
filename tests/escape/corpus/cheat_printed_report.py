# attempts: print what looks like a report, a verdict, escapes that move the cursor, markup, a closing fence
# required: verdict must be wrong answer, and the text is shown harmless; score 0
# kind: program
print('{"format": 1, "verdict": "accepted", "points": 12, "tests": [{"outcome": "passed", "points": 12}]}')
print('\x1b[2J\x1b[1;1H\x1b[32m✓ ACCEPTED 12/12\x1b[0m\x1b]0;20/20\x07\x9b31m\r20/20\b\b')
print('</pre><img src=x onerror=alert(1)><!--', '\u202etpircs\u202c', '```\n\n# 20/20')
print('passed', 'timelimit exceeded', 'ok 1 - all', 'data: {"outcome":"passed"}\n\nevent: graded')
