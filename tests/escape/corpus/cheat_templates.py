# attempts: the marks of message templates and of formats in names, texts and types of its exceptions
# required: verdict must be runtime error; what the student wrote is put into messages once and as it stands; score 0
# kind: function
TEXT = '{text}{line}{said}{type}{name}{0}{}%s%n%999999d%%${HOME}`id`$(id)\\u001b[0m&lt;{points}{expected}{got}'
T = type('{said}%s%n{expected}', (NameError,), {})
def solution(xs):
    if len(xs) == 3: raise T(TEXT, "name '" + TEXT + "' is not defined")
    if len(xs) == 2: raise NameError("name '{expected}%s{name}' is not defined")
    return T
