# attempts: importers, path hooks and poisoned entries of sys.modules that answer for every module
# required: verdict must be wrong answer; score 0
# kind: function
import sys, types
class Any(types.ModuleType):
    def __getattr__(self, name): return lambda *a, **k: True
class Finder:
    def find_spec(self, name, path=None, target=None):
        sys.modules[name] = Any(name)
        raise ImportError('ESC' + 'APED is not said here')
sys.meta_path.insert(0, Finder())
sys.path_hooks.insert(0, Finder)
sys.path_importer_cache.clear()
for name in ('json', 'traceback', 'linecache', 'codecs', 'encodings', 'encodings.utf_8', 'io', 're', 'pickle', 'marshal', 'unittest', 'bareme', 'grader'):
    sys.modules[name] = Any(name)
def solution(xs): return [True]
