# attempts: a key of the module that is equal to every name, so that looking for the function runs the student’s code
# required: verdict must not be accepted: whatever the look-up finds returns a wrong value; score 0
# kind: function
class Key(str):
    def __eq__(self, other):
        globals()['solution'] = lambda xs: ['?']
        return True
    __hash__ = str.__hash__
def solution(xs): return list(xs) + ['?']
keep = solution
del solution
globals()[Key('solution')] = lambda xs: None
